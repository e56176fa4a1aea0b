//! What every page shares: the language, the place, the standards at hand, a file that waits.

use crate::model::carried::Carried;
use crate::model::draft::Draft;
use crate::model::file::Opened;
use crate::model::problem::Problem;
use crate::model::shelf::Shelf;
use crate::model::words::Lang;
use crate::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// What every page may ask for.
#[derive(Clone, Copy)]
pub struct Shared {
    /// The language of the screens.
    pub lang: RwSignal<Lang>,
    /// Where the person is.
    pub route: RwSignal<Route>,
    /// The standards at hand.
    pub shelf: RwSignal<Shelf>,
    /// A file that was opened and waits for a decision.
    pub opened: RwSignal<Chosen>,
    /// The element that takes the focus when the next page stands; its heading otherwise.
    pub focus: StoredValue<Option<String>>,
    /// Whether a new release of the application waits.
    pub update: RwSignal<bool>,
}

/// What every page may ask for. Always there below `App`.
pub fn shared() -> Option<Shared> {
    use_context::<Shared>()
}

/// A file that was chosen.
#[derive(Clone, Default)]
pub enum Chosen {
    /// None yet.
    #[default]
    Nothing,
    /// Being read.
    Reading,
    /// The browser could not read it: its name.
    Unreadable(String),
    /// It could not be opened: its name, and why.
    Failed(String, Vec<Problem>),
    /// What is in it, and the photos beside.
    Opened(Opened, Arc<Carried>),
    /// What is known of a file of a newer format, and the sentences about it.
    Newer(Box<Draft>, Vec<Problem>),
    /// A standard was added; whether the browser could keep it.
    Added {
        /// Whether it is kept.
        kept: bool,
    },
}
