//! Another version of the standard: the way onto it, and what it has no room for.

use crate::components::context::table;
use crate::components::{session, words};
use crate::i18n::left_of;
use crate::model::draft::upgrade::onto;
use crate::persistence::snapshots::SnapshotKind;
use leptos::prelude::*;

/// Says that a newer version is at hand; nothing where none is.
#[component]
pub(super) fn NewerVersion() -> impl IntoView {
    let (text, session, table) = (words(), session(), table());
    // A version that is at hand and is another one than the draft's; the person decides when to change.
    move || {
        let draft = session.draft.read();
        let library = table.library().read();
        let newer = library.newer_than(&draft.standard);
        newer
            .into_iter()
            .map(|other| {
                let said = (text.history.newer_version)(other.version, other.year);
                let onto_it = other.clone();
                let change = move |_| {
                    let carried = session.draft.with_untracked(|draft| onto(draft, &onto_it));
                    if let Some(carried) = carried {
                        session.replace(carried, SnapshotKind::BeforeChangingVersion);
                        session.redraw();
                    }
                };
                view! {
                    <p class="notice" data-version=other.version.to_string()>
                        {said} " "
                        <button type="button" data-do="change-version" on:click=change>{text.history.change_version}</button>
                    </p>
                }
            })
            .collect::<Vec<_>>()
    }
}

/// What had no place in this version of the standard; nothing where nothing is left.
#[component]
pub(super) fn LeftOver() -> impl IntoView {
    let (text, session) = (words(), session());
    move || {
        let left = session.draft.with(|draft| draft.left.clone());
        let rows = left
            .into_iter()
            .map(|one| {
                let said = left_of(text, &one);
                let let_go = move |_| session.edit(|draft| draft.let_go(&one));
                view! {
                    <li>
                        {said} " "
                        <button type="button" class="quiet" data-do="let-go" on:click=let_go>{text.history.let_go}</button>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="notice" data-left="">
                    <h2>{text.history.left}</h2>
                    <p>{text.history.left_hint}</p>
                    <ul>{rows}</ul>
                </section>
            }
        })
    }
}
