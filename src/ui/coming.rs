//! The pages come after the start: whether they are here, and what is shown until then.

use super::heading::Heading;
use super::language;
use crate::browser::lack;
use crate::route::Route;
use crate::text::{self, frame};
use crate::ui::fresh::{FreshView, IntoFresh};
use leptos::prelude::*;

/// Whether the pages are here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arrival {
    /// They are being fetched.
    Coming,
    /// They are here.
    Here,
    /// They could not be fetched.
    Absent,
}

/// The pages that come after the start. Copies are handles to the same ones.
#[derive(Clone, Copy)]
pub struct Coming {
    /// Whether they are here.
    pub arrival: RwSignal<Arrival>,
    /// Whose all pages are; no part of a page, which would take what they share with it.
    pub owner: StoredValue<Owner>,
    ways: Ways,
}

/// The ways to the pages, which stand above this file.
#[derive(Clone, Copy)]
pub struct Ways {
    /// Fetches them.
    pub load: fn(Coming),
    /// Draws one of them; called only when they are here.
    pub draw: fn(Asked) -> FreshView,
}

/// What can be drawn of them.
pub enum Asked {
    /// Nothing: what all of them share is set up. The first that is asked, and once.
    Begin,
    /// The page of this place, with what stands around it where it is one of a draft.
    Page(Route),
    /// On the start page: the drafts that are here.
    Drafts,
    /// In the frame: a new release that waits.
    Update,
}

impl Coming {
    /// They are not here yet. Called where the owner of all pages is the current one.
    pub fn new(ways: Ways) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        Self { arrival: RwSignal::new(Arrival::Coming), owner, ways }
    }

    /// Fetches them.
    pub fn load(self) {
        (self.ways.load)(self);
    }

    /// Whether a page stands at a place, and be it the one that says that there is none. Followed.
    pub fn stands(self, route: &Route) -> bool {
        *route == Route::Home || self.arrival.get() != Arrival::Coming
    }

    /// A page, once it is here.
    pub fn page(self, route: Route) -> FreshView {
        let page = move || match self.arrival.get() {
            Arrival::Here => (self.ways.draw)(Asked::Page(route.clone())),
            Arrival::Coming => view! { <p class="coming" role="status">{frame(language()).opening}</p> }.into_fresh(),
            Arrival::Absent => self.absent(),
        };
        page.into_fresh()
    }

    /// Something that may come later than the page around it, or not at all.
    pub fn beside(self, asked: fn() -> Asked) -> FreshView {
        let part = move || match self.arrival.get() {
            Arrival::Here => (self.ways.draw)(asked()),
            Arrival::Coming | Arrival::Absent => ().into_fresh(),
        };
        part.into_fresh()
    }

    fn absent(self) -> FreshView {
        let (lang, text) = (language(), frame(language()));
        let why = lack::last().map_or_else(|| text.pages_absent_hint.to_owned(), |found| text::lack(lang, &found));
        let again = move |_| self.load();
        view! {
            <Heading title=text.pages_absent />
            <p class="lead" role="alert">{why} " " {text.pages_safe}</p>
            <p class="actions"><button type="button" class="primary" data-do="fetch-again" on:click=again>{text.pages_again}</button></p>
        }
        .into_fresh()
    }
}
