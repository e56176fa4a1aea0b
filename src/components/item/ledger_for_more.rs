//! The same ledger for several items: one often shows all of a section, and nobody types its name five times.

use crate::components::lazy::fresh::redrawn;
use crate::components::{session, words};
use crate::model::record::answers::Answer;
use crate::model::record::typed;
use crate::model::standard::ids::ItemId;
use crate::model::standard::item::Item;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Puts the ledger of an item down for others of its section, folded until it is asked for. Nothing where there are no
/// others.
#[component]
pub fn LedgerForMore(
    /// The item.
    item: ItemId,
    /// What is said of it.
    answer: Memo<Arc<Answer>>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let others = session.draft.with_untracked(|draft| {
        let standard = &draft.standard;
        let lists = standard.sections.iter().map(|section| &section.items).chain([&standard.bonus.items]);
        let own = lists.into_iter().find(|items| items.iter().any(|one| one.id == item));
        let others = own.into_iter().flatten().filter(|one| one.id != item && !one.is_text());
        others.cloned().collect::<Vec<Item>>()
    });
    let (others, item) = (StoredValue::new(others), StoredValue::new(item));
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(BTreeSet::<ItemId>::new());
    let said = RwSignal::new(String::new());
    let any = Memo::new(move |_| answer.with(|answer| !typed::is_blank(&answer.evidence.ledger)));
    let fill = move |_| {
        let (ledger, to) = (answer.get_untracked().evidence.ledger.clone(), chosen.get_untracked());
        session.edit_as_one_step(|draft| {
            for other in &to {
                draft.show(other, |evidence| evidence.ledger.clone_from(&ledger));
            }
        });
        // Said of those where it stands now: a draft that may only be read stays as it is.
        let names: Vec<String> = session.draft.with_untracked(|draft| {
            let has =
                |id: &&ItemId| draft.record.answers.get(id).is_some_and(|answer| answer.evidence.ledger == ledger);
            to.iter().filter(has).filter_map(|id| draft.standard.number_of(id)).collect()
        });
        if names.is_empty() {
            return;
        }
        said.set((text.form.ledger_filled)(&names.join(text.and())));
        chosen.set(BTreeSet::new());
    };
    let row = move |other: &Item| {
        let id = StoredValue::new(other.id.clone());
        let field = item.with_value(|item| format!("{item}-ledger-for-{}", other.id));
        let name = session.draft.with_untracked(|draft| draft.standard.numbered(&other.id, other.words.get(text.lang)));
        let has = move || {
            let ledger = session.draft.with(|draft| {
                let has = id.with_value(|id| draft.record.answers.get(id).map(|answer| answer.evidence.ledger.clone()));
                has.unwrap_or_default()
            });
            (!typed::is_blank(&ledger)).then(|| (text.form.ledger_has)(ledger.trim()))
        };
        let choose = move |event| {
            let on = event_target_checked(&event);
            id.with_value(|id| {
                chosen.update(|all| _ = if on { all.insert(id.clone()) } else { all.remove(id) });
            });
        };
        view! {
            <div class="option">
                <input type="checkbox" id=field.clone() on:change=choose
                    prop:checked=move || id.with_value(|id| chosen.with(|all| all.contains(id))) />
                <label for=field>{name} " " <span class="hint">{has}</span></label>
            </div>
        }
    };
    let many = move || chosen.with(BTreeSet::len);
    let may = move || any.get() && many() > 0;
    // It stands there from the beginning: nothing moves while the ledger is being typed.
    others.with_value(|others| !others.is_empty()).then(|| {
        view! {
            <details class="full ledger-for-more" on:toggle=move |_| open.set(true)>
                <summary>{text.form.ledger_more}</summary>
                {redrawn(move || open.get().then(|| {
                    let rows = others.with_value(|others| others.iter().map(row).collect::<Vec<_>>());
                    view! {
                        {redrawn(move || (!any.get()).then(|| view! { <p class="hint">{text.form.ledger_first}</p> }))}
                        {rows}
                        <p class="actions">
                            <button type="button" data-do="ledger-for-more" disabled=move || !may() on:click=fill>
                                {move || (text.form.ledger_fill)(many())}
                            </button>
                        </p>
                    }
                }))}
                <p class="hint" role="status">{move || said.get()}</p>
            </details>
        }
    })
}
