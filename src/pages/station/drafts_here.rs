//! What is here of drafts in this browser, as the page of drafts shows it.

use crate::pages::leaving::step::LeavingStep;
use crate::platform::bin;
use crate::platform::bin::Binned;
use crate::platform::clearing;
use crate::platform::library;
use crate::platform::library::Listed;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the page shows of this browser.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Here {
    /// The drafts.
    pub(in crate::pages) list: RwSignal<Vec<Listed>>,
    /// What was removed.
    pub(in crate::pages) bin: RwSignal<Vec<Binned>>,
    /// Whether anything of a draft is here, also where the list is empty.
    pub(in crate::pages) anything: RwSignal<bool>,
    /// How much of both is known.
    pub(in crate::pages) known: RwSignal<Known>,
    /// How the last thing that was asked for ended.
    pub(in crate::pages) said: RwSignal<String>,
    /// How far the person is with leaving.
    pub(in crate::pages) leaving: RwSignal<LeavingStep>,
}

/// How much of what is here is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Known {
    /// A place has not answered yet.
    NotYet,
    /// A place cannot be read.
    Partly,
    /// All of it.
    All,
}

impl Here {
    /// What local storage tells at once.
    pub(in crate::pages) fn new() -> Self {
        Self {
            list: RwSignal::new(library::at_once()),
            bin: RwSignal::new(Vec::new()),
            anything: RwSignal::new(false),
            known: RwSignal::new(Known::NotYet),
            said: RwSignal::new(String::new()),
            leaving: RwSignal::new(LeavingStep::Begin(None)),
        }
    }

    /// Looks again what is here.
    pub(in crate::pages) fn refresh(self) {
        // A journal that gives no answer is waited for below; what local storage holds is shown meanwhile.
        if library::is_waiting() {
            self.list.set(library::at_once());
            self.known.set(Known::NotYet);
            spawn_local(async move { _ = self.bin.try_set(bin::binned().await) });
        }
        spawn_local(async move {
            let (listing, bin) = (library::all().await, bin::binned().await);
            // The page may have been left meanwhile; what is the same is not drawn anew, since it may have the focus.
            if self.list.try_with_untracked(|now| *now == listing.drafts) == Some(false) {
                self.list.set(listing.drafts);
            }
            self.bin.try_set(bin);
            self.anything.try_set(clearing::is_anything_here().await);
            self.known.try_set(if listing.unsure { Known::Partly } else { Known::All });
        });
    }
}
