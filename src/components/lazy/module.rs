//! A module of the program that comes after the start: whether it is here, and how it is fetched.

use crate::model::files::site_files::MissingFile;
use crate::platform::{clock, navigation, site_files};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// How long a module may take to come before it is said that it did not.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether a module is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LoadState {
    /// Nobody has asked for it yet.
    Unasked,
    /// It is being fetched.
    Coming,
    /// It is here.
    Here,
    /// It could not be fetched.
    Absent,
}

/// A module that comes after the start. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub struct Module {
    /// Whether it is here.
    pub arrival: RwSignal<LoadState>,
    /// Which file was lacking, where it is known.
    lack: StoredValue<Option<MissingFile>>,
    /// Whose all pages are; no part of a page, which would take what they share with it.
    owner: StoredValue<Owner>,
    source: ModuleSource,
}

/// Where a module comes from.
#[derive(Clone, Copy)]
pub struct ModuleSource {
    /// Its name: that of its element in index.html, which static/start.js knows as well.
    pub name: &'static str,
    /// Fetches it. Whoever asks while it is coming waits for the same.
    pub fetch: fn() -> Pin<Box<dyn Future<Output = bool>>>,
    /// Sets up what all shares that is drawn of it, once it is here.
    pub begin: fn(),
}

impl Module {
    /// One that is not here yet. Called where the owner of all pages is the current one.
    pub fn new(source: ModuleSource) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        Self { arrival: RwSignal::new(LoadState::Unasked), lack: StoredValue::new(None), owner, source }
    }

    /// Fetches it, if nobody has asked for it before.
    pub fn ask(self) {
        if self.arrival.get_untracked() == LoadState::Unasked {
            self.load();
        }
    }

    /// Fetches it, again where it could not be fetched before.
    pub fn load(self) {
        self.arrival.set(LoadState::Coming);
        // A network that gives no answer says nothing; what comes later is taken all the same.
        let late = move || {
            if self.arrival.get_untracked() == LoadState::Coming {
                self.arrive(LoadState::Absent);
            }
        };
        clock::later(late, PATIENCE);
        spawn_local(async move {
            let came = (self.source.fetch)().await;
            self.arrive(if came { LoadState::Here } else { LoadState::Absent });
        });
    }

    /// Fetches it ahead of its time, once the browser has nothing to do. Where that fails nobody is told: nobody has
    /// asked for it. The single file holds it, and there it waits.
    pub fn load_ahead(self) {
        if !navigation::has_file(self.source.name) {
            return;
        }
        clock::when_idle(move || {
            spawn_local(async move {
                if (self.source.fetch)().await {
                    self.arrive(LoadState::Here);
                }
            });
        });
    }

    /// Which file was lacking, where that is known.
    pub fn lack(self) -> Option<MissingFile> {
        self.lack.get_value()
    }

    /// Notes what is the case now. What is here stays here.
    fn arrive(self, arrival: LoadState) {
        if self.arrival.get_untracked() == LoadState::Here {
            return;
        }
        if arrival == LoadState::Here {
            self.owner.with_value(|owner| owner.with(self.source.begin));
        } else {
            self.lack.set_value(site_files::last());
        }
        self.arrival.set(arrival);
        let mark = if arrival == LoadState::Here { "here" } else { "absent" };
        let name = format!("data-{}", self.source.name);
        // Once the page that was waited for stands.
        clock::later(move || navigation::mark(&name, mark), Duration::ZERO);
    }
}
