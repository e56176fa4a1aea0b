//! A view of any kind, which is made anew where it would be patched.
//!
//! Leptos' `AnyView` patches a view of the same kind in place, so the module holds code to patch every page and every
//! part of one, though pages are always made anew: an eighth of all that is loaded after the start. This one holds
//! none. It is for pages, for the branches of a choice, and for what is drawn once; what changes inside them is told
//! by closures and `<For>` as everywhere.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderFlags};
use web_sys::{Element, Node};

/// A view whose kind is not told.
pub struct FreshView(Box<dyn FnOnce() -> FreshState + Send>);

/// What stands on the page of it.
pub struct FreshState(Box<dyn Mountable>);

/// Turns a view into one whose kind is not told.
pub trait IntoFresh {
    /// The same view.
    fn into_fresh(self) -> FreshView;
}

impl<V: IntoView + 'static> IntoFresh for V {
    fn into_fresh(self) -> FreshView {
        FreshView(Box::new(move || FreshState(Box::new(self.into_view().build()))))
    }
}

/// A part of the page that is drawn anew whenever what it reads changes. All of them are one kind of closure: each kind
/// of its own takes two kilobytes of the module that draws it.
pub fn redrawn<V: IntoView + 'static>(mut draw: impl FnMut() -> V + Send + 'static) -> FreshView {
    boxed(Box::new(move || draw().into_fresh()))
}

fn boxed(draw: Box<dyn FnMut() -> FreshView + Send>) -> FreshView {
    draw.into_fresh()
}

impl Render for FreshView {
    type State = FreshState;

    fn build(self) -> FreshState {
        (self.0)()
    }

    fn rebuild(self, state: &mut FreshState) {
        let mut old = std::mem::replace(state, self.build());
        old.insert_before_this(state);
        old.unmount();
    }
}

impl Mountable for FreshState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

/// No attribute is ever spread over it.
impl AddAnyAttr for FreshView {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Nothing is rendered to text: there is no server.
impl RenderHtml for FreshView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: RenderFlags, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> FreshState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
