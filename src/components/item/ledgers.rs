//! The names of ledgers that the draft already has, offered where one is typed: the same ledger often shows several
//! items. One list for a page; nothing that is typed is changed.

use crate::components::session;
use crate::model::record::Record;
use leptos::prelude::*;

/// The id of the list, for the fields that offer it.
pub const LIST: &str = "ledgers";

/// What the list holds; a context of the page, for the fields on it.
#[derive(Clone, Copy)]
pub struct Ledgers(RwSignal<Vec<String>>);

impl Ledgers {
    /// A name was typed and left: from now on it is offered too. While one types the list rests.
    pub fn named(self, record: &Record) {
        self.0.set(record.ledgers());
    }
}

/// The list, to stand on a page before its items.
#[component]
pub fn LedgerNames() -> impl IntoView {
    let session = session();
    let names = RwSignal::new(session.draft.with_untracked(|draft| draft.record.ledgers()));
    provide_context(Ledgers(names));
    let options = move || names.get().into_iter().map(|name| view! { <option>{name}</option> }).collect::<Vec<_>>();
    Some(view! { <datalist id=LIST>{options}</datalist> })
}
