//! What every page shares: the language, the place; and what those share that came after the start: the
//! standards at hand, a file that waits.

use crate::components::lazy::pages::{DeskPage, Exchange, LazyPages, LazyView};
use crate::model::draft::Draft;
use crate::model::files::archive::{Entry, Unpackable};
use crate::model::files::parsed::ParsedFile;
use crate::model::files::site_files::MissingFile;
use crate::model::photos::bundle::PhotoBundle;
use crate::model::problem::Problem;
use crate::model::standard::library::StandardLibrary;
use crate::model::standard::words::Lang;
use crate::platform::archive::Archive;
use crate::platform::clock;
use crate::platform::{navigation, returning};
use crate::routes::{Page, Route};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// What every page may ask for.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The language of the screens.
    pub lang: RwSignal<Lang>,
    /// Where the person is.
    pub route: RwSignal<Route>,
    /// The element that takes the focus when the next page stands; its heading otherwise.
    pub focus: StoredValue<Option<String>>,
    /// The way back from a field to the line that led there.
    pub back: RwSignal<Option<WayBack>>,
    /// Whether a new release of the application waits.
    pub update: RwSignal<bool>,
    /// A file of the site that the application runs without.
    pub lacks: RwSignal<Option<MissingFile>>,
    /// Once it is known that this computer has not kept the copy: whether the single file lies beside it.
    pub unkept: RwSignal<Option<bool>>,
    /// The form and the pages around it, which come after the start.
    pub coming: LazyPages<LazyView>,
    /// Paper and files, which come after those.
    pub exchange: LazyPages<Exchange>,
    /// The desk of a township or a county, which comes when its door is opened.
    pub desk: LazyPages<DeskPage>,
}

/// The way back from a page to the line that led there.
#[derive(Clone, PartialEq, Eq)]
pub struct WayBack {
    /// Where the line led: the way back stands on this page alone.
    pub from: Page,
    /// The page with the line.
    pub to: Page,
    /// The element there that takes the focus.
    pub element: String,
}

impl AppContext {
    /// Moves the focus to where the page begins, to what is meant on it, or to where the person was on it, once the page
    /// stands.
    pub fn settle(self, route: &Route) {
        let item = match route {
            Route::Draft(_, page) => page.at().map(|item| format!("item-{item}")),
            _ => None,
        };
        let spot = returning::spot();
        let asked = self.focus.try_update_value(Option::take).flatten();
        let move_focus = move || match (asked, spot, item) {
            (Some(id), ..) | (None, None, Some(id)) => navigation::to_element(&id),
            (None, Some(spot), _) => returning::go(spot),
            (None, None, None) => navigation::to_heading(),
        };
        clock::later(move_focus, Duration::ZERO);
    }
}

/// What every page may ask for. Always there below `App`.
pub fn shared() -> AppContext {
    expect_context::<AppContext>()
}

/// What the pages that came after the start may ask for.
#[derive(Clone, Copy)]
pub struct PagesContext {
    library: RwSignal<StandardLibrary>,
    fill: StoredValue<Option<fn() -> StandardLibrary>>,
    /// A file that was opened and waits for a decision.
    pub opened: RwSignal<ImportState>,
}

impl PagesContext {
    /// With nothing opened, and the standards that this gives.
    pub fn new(fill: fn() -> StandardLibrary) -> Self {
        Self {
            library: RwSignal::new(StandardLibrary::default()),
            fill: StoredValue::new(Some(fill)),
            opened: RwSignal::new(ImportState::Nothing),
        }
    }

    /// The standards at hand. They are read when they are asked for first: whoever goes on with a draft has its
    /// standard in it, and reading them takes longer than drawing its page.
    pub fn library(self) -> RwSignal<StandardLibrary> {
        if let Some(fill) = self.fill.try_update_value(Option::take).flatten() {
            self.library.set(fill());
        }
        self.library
    }
}

/// What the pages that came after the start may ask for. Always there on them.
pub fn table() -> PagesContext {
    expect_context::<PagesContext>()
}

/// An archive that was chosen, and what is in it.
#[derive(Clone)]
pub struct Several {
    /// Its name.
    pub name: String,
    /// The files of ours in it, or what is wrong with one.
    pub rows: Vec<(Entry, Result<ArchiveMember, Wrong>)>,
    /// How many others were not looked at.
    pub others: usize,
    /// From which each can be read again.
    pub archive: StoredValue<Rc<Archive>, LocalStorage>,
}

/// Why a file in an archive cannot be opened.
#[derive(Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It could not be unpacked.
    Packing(Unpackable),
    /// What is wrong with what is in it.
    Content(Vec<Problem>),
}

/// What a file in an archive is.
#[derive(Clone, PartialEq, Eq)]
pub struct ArchiveMember {
    /// The word for its kind.
    pub kind: &'static str,
    /// Whose it is, or what it is called.
    pub name: String,
    /// For which year.
    pub year: u16,
    /// Whether it is a draft.
    pub draft: bool,
}

/// A file that was chosen.
#[derive(Clone, Default)]
pub enum ImportState {
    /// None yet.
    #[default]
    Nothing,
    /// Being read: the how manieth file that is read in this window.
    Reading(u32),
    /// The browser could not read it: its name.
    Unreadable(String),
    /// It could not be opened: its name, and why.
    Failed(String, Vec<Problem>),
    /// It is an archive that cannot be unpacked: its name, and why.
    NotUnpacked(String, Unpackable),
    /// It holds several files.
    Several(Several),
    /// What is in it, and the photos beside.
    Opened(ParsedFile, Arc<PhotoBundle>),
    /// What is known of a file of a newer format, and the sentences about it.
    Newer(Box<Draft>, Vec<Problem>),
    /// A standard was added; whether the browser could keep it.
    Added {
        /// Whether it is kept.
        kept: bool,
    },
}
