//! What is drawn of the modules that come after the start, and what is shown until they are here.

use crate::components::frame::heading::Heading;
use crate::components::language;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::lazy::module::{LoadState, Module, ModuleSource};
use crate::i18n;
use crate::i18n::frame;
use crate::model::review::ids::ReviewId;
use crate::platform::clock;
use crate::routes::{Page, PrintSheet, ReviewPage, Route};
use leptos::prelude::*;

/// A module, and what can be drawn of it. Copies are handles to the same one.
pub struct LazyPages<A: 'static> {
    /// Whether it is here.
    pub module: Module,
    draw: fn(A) -> FreshView,
}

impl<A> Clone for LazyPages<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for LazyPages<A> {}

/// The ways to a module, which stand above this file.
pub struct PageLoader<A: 'static> {
    /// Where it comes from.
    pub source: ModuleSource,
    /// Draws something of it; called only when it is here.
    pub draw: fn(A) -> FreshView,
}

/// What can be drawn of the form and the pages around it.
#[derive(Clone)]
pub enum LazyView {
    /// Nothing: what all of them share is set up. The first that is asked, and once.
    Begin,
    /// The page of this place, with what stands around it where it is one of a draft.
    Page(Route),
    /// On the start page: the drafts that are here.
    Drafts,
    /// In the frame: a new release that waits.
    Update,
}

/// What can be drawn of paper and files: what goes out of a draft and what comes into it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exchange {
    /// Open a file.
    Open,
    /// A standard that is at hand.
    Standard,
    /// What the head reads before signing.
    Head,
    /// Make the submission.
    Send,
    /// Earlier states.
    History,
    /// Merge the file that was opened.
    Merge,
    /// An earlier year beside this one.
    Earlier,
    /// A sheet of paper.
    Print(PrintSheet),
    /// Among the drafts: the file that hands them over to somebody else.
    HandOver,
    /// Among the drafts: what leads to leaving a shared computer.
    Leave,
    /// Below a file that was made on the desk: the ways to its receiver.
    HandOff,
}

/// What can be drawn of the desk of a township or a county.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DeskPage {
    /// The township's door: its reviews.
    Township,
    /// The county's door: its reviews.
    County,
    /// A page of a review.
    Review(ReviewId, ReviewPage),
    /// Nothing: what all of them share is set up. The first that is asked, and once.
    Begin,
}

impl DeskPage {
    /// The page at a place, where it is one of the desk.
    pub fn at(route: &Route) -> Option<Self> {
        match route {
            Route::Township => Some(Self::Township),
            Route::County => Some(Self::County),
            Route::Review(id, page) => Some(Self::Review(*id, *page)),
            Route::Home | Route::Mine | Route::Open | Route::Standard(_) | Route::Draft(..) | Route::Lost => None,
        }
    }
}

impl Exchange {
    /// The page at a place, where it is one of paper and files.
    pub fn at(route: &Route) -> Option<Self> {
        match route {
            Route::Open => Some(Self::Open),
            Route::Standard(_) => Some(Self::Standard),
            Route::Draft(_, page) => Self::of(page),
            Route::Home | Route::Mine | Route::Township | Route::County | Route::Review(..) | Route::Lost => None,
        }
    }

    /// The page of a draft, where it is one of paper and files.
    pub fn of(page: &Page) -> Option<Self> {
        match page {
            Page::Send => Some(Self::Send),
            Page::Head => Some(Self::Head),
            Page::History => Some(Self::History),
            Page::Merge => Some(Self::Merge),
            Page::Earlier => Some(Self::Earlier),
            Page::Print(sheet) => Some(Self::Print(*sheet)),
            Page::Tasks
            | Page::Basics
            | Page::Facts
            | Page::All(_)
            | Page::Section(..)
            | Page::Bonus(_)
            | Page::Texts(_)
            | Page::Check
            | Page::Result => None,
        }
    }
}

impl<A: Clone + Send + 'static> LazyPages<A> {
    /// It is not here yet. Called where the owner of all pages is the current one.
    pub fn new(ways: PageLoader<A>) -> Self {
        Self { module: Module::new(ways.source), draw: ways.draw }
    }

    /// A page, once it is here.
    pub fn page(self, asked: A) -> FreshView {
        let page = move || {
            self.module.ask();
            match self.module.arrival.get() {
                LoadState::Here => (self.draw)(asked.clone()),
                LoadState::Unasked | LoadState::Coming => {
                    view! { <p class="coming" role="status">{frame(language()).opening}</p> }.into_fresh()
                }
                LoadState::Absent => {
                    view! { <Heading title=frame(language()).pages_absent /> <Absent module=self.module /> }
                        .into_fresh()
                }
            }
        };
        page.into_fresh()
    }

    /// A part of a page that is shown at once, whether or not this has come: it is asked for when the page stands.
    pub fn part(self, asked: A) -> FreshView {
        clock::when_idle(move || self.module.ask());
        let part = move || match self.module.arrival.get() {
            LoadState::Here => (self.draw)(asked.clone()),
            LoadState::Unasked | LoadState::Coming => ().into_fresh(),
            LoadState::Absent => view! { <Absent module=self.module /> }.into_fresh(),
        };
        part.into_fresh()
    }

    /// Something that may come later than the page around it, or not at all.
    pub fn beside(self, asked: A) -> FreshView {
        let part = move || match self.module.arrival.get() {
            LoadState::Here => (self.draw)(asked.clone()),
            LoadState::Unasked | LoadState::Coming | LoadState::Absent => ().into_fresh(),
        };
        part.into_fresh()
    }
}

/// Whether something of a page stands, and be it what says that it could not be fetched. Followed.
pub fn stands(
    pages: LazyPages<LazyView>,
    exchange: LazyPages<Exchange>,
    desk: LazyPages<DeskPage>,
    route: &Route,
) -> bool {
    let is_awaited = |module: Module| matches!(module.arrival.get(), LoadState::Unasked | LoadState::Coming);
    match route {
        Route::Home => true,
        _ if is_awaited(pages.module) => false,
        other => {
            (Exchange::at(other).is_none() || !is_awaited(exchange.module))
                && (DeskPage::at(other).is_none() || !is_awaited(desk.module))
        }
    }
}

/// In place of what could not be fetched: which file it is, what can be done, and a button that fetches it again.
#[component]
fn Absent(module: Module) -> impl IntoView {
    let (lang, text) = (language(), frame(language()));
    let why = module.lack().map_or_else(|| text.pages_absent_hint.to_owned(), |found| i18n::lack(lang, &found));
    view! {
        <p class="lead" role="alert">{why} " " {text.pages_safe}</p>
        <p class="actions"><button type="button" class="primary" data-do="fetch-again" on:click=move |_| module.load()>{text.pages_again}</button></p>
    }
}
