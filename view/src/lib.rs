//! The `view!` macro. It reads the markup of Leptos' macro of that name and writes calls of the functions in
//! `src/ui/dom.rs`, which make the elements at once. Leptos gives every view a type of its own and with it
//! its own code to build, rebuild, mount and take away; a page that is built anew when its place or language
//! changes needs none of that, and without it the module is less than half as large.
//!
//! `<p class="hint">{words}</p>`: constant attributes, attributes from an expression, texts, expressions.
//! An expression that is a closure is run again whenever a signal that it reads has changed.
//! `prop:value=...` sets a property, `on:click=...` hears an event. Several roots make a fragment.

use proc_macro::TokenStream;
use proc_macro2::{Ident, Span, TokenStream as Tokens};
use quote::{quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{KeyedAttribute, NodeAttribute};
use syn::spanned::Spanned;

type Node = rstml::node::Node<Infallible>;
type Element = rstml::node::NodeElement<Infallible>;

/// What belongs to drawings and stands in their namespace.
const DRAWING: [&str; 10] = ["svg", "g", "rect", "circle", "path", "line", "polyline", "polygon", "text", "desc"];

/// Markup as a `View`.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    match rstml::parse2(input.into()) {
        Ok(nodes) => roots(&nodes).unwrap_or_else(|error| error.to_compile_error()).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

fn roots(nodes: &[Node]) -> syn::Result<Tokens> {
    if let [Node::Element(root)] = nodes {
        return element(root);
    }
    let name = Ident::new("fragment", Span::mixed_site());
    let children = children(&name, nodes)?;
    Ok(quote!({ let #name = crate::ui::dom::fragment(); #children #name }))
}

fn element(element: &Element) -> syn::Result<Tokens> {
    let tag = element.name().to_string();
    let name = Ident::new("element", Span::mixed_site());
    let (mut constant, mut bound, mut late) = (Vec::new(), Tokens::new(), Tokens::new());
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(syn::Error::new(attribute.span(), "an attribute needs a name"));
        };
        let key = attribute.key.to_string();
        if let Some(event) = key.strip_prefix("on:") {
            let listener = value(attribute)?;
            late.extend(quote_spanned!(listener.span()=> crate::ui::dom::on(&#name, #event, #listener);));
        } else if let Some(property) = key.strip_prefix("prop:") {
            // After the children: a list has to have its options before one of them can be chosen.
            let said = value(attribute)?;
            late.extend(quote_spanned!(said.span()=>
                crate::ui::dom::Bind::bind(#said, crate::ui::dom::property(&#name, #property));));
        } else if attribute.value().is_none() {
            constant.push(quote!((#key, "")));
        } else if let Some(text) = attribute.value_literal_string() {
            constant.push(quote!((#key, #text)));
        } else {
            let said = value(attribute)?;
            bound.extend(quote_spanned!(said.span()=>
                crate::ui::dom::Bind::bind(#said, crate::ui::dom::attribute(&#name, #key));));
        }
    }
    let made = if DRAWING.contains(&tag.as_str()) { quote!(drawing) } else { quote!(element) };
    let children = children(&name, &element.children)?;
    Ok(quote!({
        let #name = crate::ui::dom::#made(#tag, &[#(#constant),*]);
        #bound
        #children
        #late
        #name
    }))
}

fn children(parent: &Ident, nodes: &[Node]) -> syn::Result<Tokens> {
    let mut all = Tokens::new();
    for node in nodes {
        all.extend(match node {
            Node::Text(text) => {
                let text = text.value_string();
                quote!(#parent.text(#text);)
            }
            Node::Element(child) => {
                let child = element(child)?;
                quote!(#parent.add(#child);)
            }
            Node::Block(block) => {
                quote_spanned!(block.span()=> #parent.put(crate::ui::dom::Content::draw({ #[allow(unused_braces)] #block }));)
            }
            other => return Err(syn::Error::new(other.span(), "only elements, texts in quotes and expressions in braces")),
        });
    }
    Ok(all)
}

fn value(attribute: &KeyedAttribute) -> syn::Result<&syn::Expr> {
    attribute.value().ok_or_else(|| syn::Error::new(attribute.span(), "this needs a value"))
}
