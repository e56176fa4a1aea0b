//! What `view!` calls: elements made at once, attributes and contents that follow signals. One plain function
//! for each kind of thing instead of a type for each view, so that the whole module stays small (see `view/`).
//!
//! What follows a signal lives as long as the reactive owner under which it was drawn: when that draws anew,
//! everything inside it is taken off, with its listeners.

use crate::browser::turns;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Node, Text};

/// An element, or a fragment of several nodes.
pub struct View(Node);

/// What can stand inside an element.
pub trait Content {
    /// Makes it.
    fn draw(self) -> Drawn;
}

/// What was made.
pub enum Drawn {
    /// Nothing.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// An element, or a fragment of several.
    View(View),
    /// Something that is drawn again whenever a signal that it reads has changed.
    Follows(Box<dyn Fn() -> Drawn>),
}

/// What an attribute or a property can be set to.
pub trait Bind {
    /// Sets it there, as it is now.
    fn set(self, at: &At);

    /// Sets it there, and again whenever a signal that it reads has changed.
    fn bind(self, at: At)
    where
        Self: Sized,
    {
        self.set(&at);
    }
}

/// An attribute or a property of an element.
pub struct At {
    element: Element,
    name: &'static str,
    property: bool,
    /// What the attribute was set to last. Nobody else sets it, so that the page need not be asked.
    last: RefCell<Option<String>>,
}

thread_local! {
    static DOCUMENT: OnceCell<Document> = const { OnceCell::new() };
}

/// Asks the document for a node. It is there in every page, and nothing can be shown where it is not.
fn make<T>(ask: impl FnOnce(&Document) -> T) -> T {
    DOCUMENT.with(|document| ask(document.get_or_init(leptos::prelude::document)))
}

/// An element with these attributes.
pub fn element(tag: &'static str, attributes: &[(&'static str, &'static str)]) -> View {
    let made: Node = make(|document| document.create_element(tag)).map_or_else(|_| blank(), Into::into);
    View(made).with(attributes)
}

/// An element of a drawing.
pub fn drawing(tag: &'static str, attributes: &[(&'static str, &'static str)]) -> View {
    let made = make(|document| document.create_element_ns(Some("http://www.w3.org/2000/svg"), tag));
    View(made.map_or_else(|_| blank(), Into::into)).with(attributes)
}

/// Room for several nodes.
pub fn fragment() -> View {
    View(make(Document::create_document_fragment).into())
}

/// What stands where the name of an element is none; `view!` writes only names that are some.
fn blank() -> Node {
    text_node("").into()
}

fn text_node(text: &str) -> Text {
    make(|document| document.create_text_node(text))
}

/// What holds a place in the page. A comment, since programs that change pages wrap, join and take away texts.
fn marker() -> Node {
    make(|document| document.create_comment("")).into()
}

/// An attribute of an element.
pub fn attribute(view: &View, name: &'static str) -> At {
    At { element: view.0.clone().unchecked_into(), name, property: false, last: RefCell::new(None) }
}

/// A property of an element.
pub fn property(view: &View, name: &'static str) -> At {
    At { property: true, ..attribute(view, name) }
}

/// Hears an event for as long as the element's owner lives.
pub fn on(view: &View, event: &'static str, listener: impl FnMut(Event) + 'static) {
    listen(&view.0, event, Box::new(listener));
}

fn listen(node: &Node, event: &'static str, hear: Box<dyn FnMut(Event)>) {
    let listener = Listener { node: node.clone(), event, hear: Closure::wrap(hear) };
    // Listening to an event that does not exist is no error.
    let _ = node.add_event_listener_with_callback(event, listener.hear.as_ref().unchecked_ref());
    StoredValue::new_local(listener);
}

/// What hears an event. A field that is taken off the page is left by the focus at that moment: it must not
/// be heard any more when what hears it is gone.
struct Listener {
    node: Node,
    event: &'static str,
    hear: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.node.remove_event_listener_with_callback(self.event, self.hear.as_ref().unchecked_ref());
    }
}

/// What stands in the place of something that changes.
enum Stands {
    Nothing,
    /// One text, with what it says.
    Text(Text, Cow<'static, str>),
    Other,
}

/// Runs it now and whenever a signal that it reads has changed.
fn follow(mut run: Box<dyn FnMut()>) {
    StoredValue::new_local(Following(RenderEffect::new(move |_: Option<()>| run())));
}

/// What follows signals. They go on holding a place for it when it is gone, unless they are told.
struct Following(RenderEffect<()>);

impl Drop for Following {
    fn drop(&mut self) {
        let it = self.0.to_any_subscriber();
        it.clear_sources(&it);
    }
}

impl View {
    fn with(self, attributes: &[(&'static str, &'static str)]) -> Self {
        let element: &Element = self.0.unchecked_ref();
        for (name, value) in attributes {
            // The names are written in the program and valid.
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// Adds a text at the end.
    pub fn text(&self, text: &'static str) {
        self.append(&text_node(text));
    }

    /// Adds a view at the end.
    pub fn add(&self, child: Self) {
        self.append(&child.0);
    }

    /// Adds what was drawn at the end.
    pub fn put(&self, drawn: Drawn) {
        match drawn {
            Drawn::Nothing => {}
            Drawn::Text(text) => self.append(&text_node(&text)),
            Drawn::View(view) => self.append(&view.0),
            Drawn::Follows(draw) => self.put_following(draw),
        }
    }

    fn append(&self, node: &Node) {
        // A node of ours has room.
        let _ = self.0.append_child(node);
    }

    /// Two markers hold the place of what changes.
    fn put_following(&self, draw: Box<dyn Fn() -> Drawn>) {
        let (from, to) = (marker(), marker());
        self.append(&from);
        self.append(&to);
        let mut stands = Stands::Nothing;
        follow(Box::new(move || {
            let drawn = draw();
            // Most of what follows a draft says the same again. A text that stays a text keeps its node, so that a
            // screen reader hears a change and nothing blinks.
            match (&drawn, &mut stands) {
                (Drawn::Nothing, Stands::Nothing) => return,
                // One that somebody else has wrapped or taken away is drawn anew.
                (Drawn::Text(text), Stands::Text(node, last)) if node.parent_node() == to.parent_node() => {
                    if text != last {
                        node.set_data(text);
                        last.clone_from(text);
                    }
                    return;
                }
                _ => {}
            }
            let Some(parent) = to.parent_node() else { return };
            while let Some(old) = from.next_sibling().filter(|old| !old.is_same_node(Some(&to))) {
                if parent.remove_child(&old).is_err() {
                    break;
                }
            }
            let room = fragment();
            stands = match drawn {
                Drawn::Nothing => Stands::Nothing,
                Drawn::Text(text) => {
                    let node = text_node(&text);
                    room.append(&node);
                    Stands::Text(node, text)
                }
                drawn => {
                    room.put(drawn);
                    Stands::Other
                }
            };
            let _ = parent.insert_before(&room.0, Some(&to));
        }));
    }

    /// Puts it at the end of the page.
    pub fn show(self) {
        if let Some(body) = make(Document::body) {
            let _ = body.append_child(&self.0);
        }
    }
}

/// Puts a view into the element with this id, in place of all that stands there. For what can only be drawn once
/// something else was measured.
pub fn replace(id: &str, view: View) {
    if let Some(element) = make(|document| document.get_element_by_id(id)) {
        element.set_text_content(None);
        let _ = element.append_child(&view.0);
    }
}

/// Several contents one after another, each drawn in a turn of its own.
pub fn in_turns<T: Clone + 'static, C: Content + 'static>(of: &[T], draw: fn(T) -> C) -> View {
    let (room, end) = (fragment(), marker());
    room.append(&end);
    let steps: Vec<turns::Step> = of.iter().cloned().map(|one| before(&end, move || draw(one))).collect();
    turns::begin(steps);
    room
}

/// A content that is drawn right after what is drawn now, where that has its turns; at once otherwise.
pub fn after<C: Content + 'static>(draw: impl FnOnce() -> C + 'static) -> View {
    let (room, end) = (fragment(), marker());
    room.append(&end);
    turns::after(before(&end, draw));
    room
}

/// Draws something under the owner of now, and puts it before a node, if that is still there.
fn before<C: Content>(end: &Node, draw: impl FnOnce() -> C + 'static) -> turns::Step {
    let (owner, end) = (Owner::current().unwrap_or_default(), end.clone());
    Box::new(move || {
        let Some(parent) = end.parent_node() else { return };
        let made = fragment();
        made.put(owner.with(|| draw().draw()));
        let _ = parent.insert_before(&made.0, Some(&end));
    })
}

impl At {
    /// Sets it, or takes it away.
    fn say(&self, said: Option<&str>) {
        if self.property {
            self.set_property(&JsValue::from_str(said.unwrap_or_default()));
            return;
        }
        let mut last = self.last.borrow_mut();
        if last.as_deref() != said {
            let _ = match said {
                Some(said) => self.element.set_attribute(self.name, said),
                None => self.element.remove_attribute(self.name),
            };
            *last = said.map(str::to_owned);
        }
    }

    /// Sets it only where it differs: a field that is given its own text again would end what an input method
    /// is composing.
    fn set_property(&self, said: &JsValue) {
        let name = JsValue::from_str(self.name);
        if js_sys::Reflect::get(&self.element, &name).ok().as_ref() != Some(said) {
            let _ = js_sys::Reflect::set(&self.element, &name, said);
        }
    }
}

impl Bind for &'static str {
    fn set(self, at: &At) {
        at.say(Some(self));
    }
}

impl Bind for String {
    fn set(self, at: &At) {
        at.say(Some(&self));
    }
}

impl Bind for bool {
    fn set(self, at: &At) {
        if at.property { at.set_property(&JsValue::from_bool(self)) } else { at.say(self.then_some("")) }
    }
}

impl<T: Bind> Bind for Option<T> {
    fn set(self, at: &At) {
        match self {
            Some(said) => said.set(at),
            None => at.say(None),
        }
    }
}

impl<T: Bind, F: Fn() -> T + 'static> Bind for F {
    fn set(self, at: &At) {
        self().set(at);
    }

    fn bind(self, at: At) {
        follow(Box::new(move || self().set(&at)));
    }
}

impl Content for View {
    fn draw(self) -> Drawn {
        Drawn::View(self)
    }
}

impl Content for Drawn {
    fn draw(self) -> Drawn {
        self
    }
}

impl Content for &'static str {
    fn draw(self) -> Drawn {
        Drawn::Text(self.into())
    }
}

impl Content for String {
    fn draw(self) -> Drawn {
        Drawn::Text(self.into())
    }
}

impl<T: Content> Content for Option<T> {
    fn draw(self) -> Drawn {
        self.map_or(Drawn::Nothing, Content::draw)
    }
}

impl<T: Content> Content for Vec<T> {
    fn draw(self) -> Drawn {
        let room = fragment();
        for content in self {
            room.put(content.draw());
        }
        Drawn::View(room)
    }
}

impl<T: Content, const N: usize> Content for [T; N] {
    fn draw(self) -> Drawn {
        Vec::from(self).draw()
    }
}

impl<T: Content, F: Fn() -> T + 'static> Content for F {
    fn draw(self) -> Drawn {
        Drawn::Follows(Box::new(move || self().draw()))
    }
}
