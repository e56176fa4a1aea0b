//! What shows an answer: one line for ledger, page and day, and a note.

use crate::components::form::fields::{DayInput, TextArea, TextInput};
use crate::components::form::half_day::HalfDay;
use crate::components::form::too_long::TooLong;
use crate::components::half_days::{DayField, half_days};
use crate::components::item::ledger_for_more::LedgerForMore;
use crate::components::item::ledgers::{LIST, Ledgers};
use crate::components::lazy::fresh::redrawn;
use crate::components::photos::Photos;
use crate::components::photos::add::Adding;
use crate::components::{session, words};
use crate::model::record::answers::{Answer, Evidence};
use crate::model::standard::item::Item;
use leptos::prelude::*;
use std::sync::Arc;

/// The evidence fields of an item.
#[component]
pub fn EvidenceFields(
    /// What is shown.
    item: Item,
    /// What is said of the item.
    answer: Memo<Arc<Answer>>,
    /// The ways to add a photo.
    adding: Adding,
    /// Whether its photos are drawn as well.
    all: Memo<bool>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let id = StoredValue::new(item.id.clone());
    let show = move |change: fn(&mut Evidence, String), typed: String| {
        session.edit(|draft| id.with_value(|id| draft.show(id, |evidence| change(evidence, typed))));
    };
    let stored = Signal::derive(move || answer.with(|answer| answer.evidence.date));
    let store = Callback::new(move |day| {
        session.edit(|draft| id.with_value(|id| draft.show(id, |evidence| evidence.date = day)));
    });
    let ledger_said = Signal::derive(move || answer.with(|answer| answer.evidence.ledger.clone()));
    let page_said = Signal::derive(move || answer.with(|answer| answer.evidence.page.clone()));
    let note_said = Signal::derive(move || answer.with(|answer| answer.note.clone()));
    let name = item.id.to_string();
    let [ledger_room, page_room, note_room] = ["ledger", "page", "note"].map(|key| format!("{name}-{key}-room"));
    let [ledger, page, date, note] = ["ledger", "page", "date", "note"].map(|key| format!("{name}-{key}"));
    let (date_half, halves) = (format!("{date}-half"), half_days());
    let half = Signal::derive(move || id.with_value(|id| halves.is_half(&DayField::Evidence(id.clone()))));
    let day_field = DayField::Evidence(item.id.clone());
    let tell = Callback::new(move |half| halves.tell(&day_field, half));
    let ledgers = use_context::<Ledgers>();
    let left = move |_| {
        if let Some(ledgers) = ledgers {
            session.draft.with_untracked(|draft| ledgers.named(&draft.record));
        }
    };
    let rows = rows(&answer.get_untracked().note, if item.note_required { 3 } else { 1 });
    let item = StoredValue::new(item);
    let lacks_note = Memo::new(move |_| answer.with(|answer| item.with_value(|item| answer.lacks_note(item))));
    view! {
        <div class="evidence" role="group" aria-label=text.form.evidence>
            <div class="field wide">
                <label for=ledger.clone()>{text.form.ledger}</label>
                <TextInput value=ledger_said
                    store=move |typed| show(|evidence, typed| evidence.ledger = typed, typed)
                    attr:id=ledger attr:aria-describedby=ledger_room.clone() attr:data-ledger=name.clone() attr:list=LIST on:change=left />
                <TooLong id=ledger_room.clone() most=Evidence::LEDGER said=ledger_said />
            </div>
            <div class="field">
                <label for=page.clone()>{text.form.page}</label>
                <TextInput value=page_said
                    store=move |typed| show(|evidence, typed| evidence.page = typed, typed)
                    attr:id=page attr:aria-describedby=page_room.clone() attr:data-page=name.clone() />
                <TooLong id=page_room.clone() most=Evidence::PAGE said=page_said />
            </div>
            <div class="field">
                <label for=date.clone()>{text.form.date}</label>
                <DayInput value=stored store=store half tell=tell
                    attr:id=date attr:aria-describedby=date_half.clone() attr:data-date=name.clone() />
                <HalfDay id=date_half half />
            </div>
            <LedgerForMore item=id.get_value() answer />
            <div class="field full">
                <label for=note.clone()>{text.form.note}</label>
                <TextArea value=note_said
                    store=move |typed| session.edit(|draft| id.with_value(|id| draft.note(id, typed)))
                    attr:id=note attr:aria-describedby=note_room.clone() attr:rows=rows attr:data-note=name.clone()
                    attr:aria-invalid=move || lacks_note.get().then_some("true") />
                <TooLong id=note_room.clone() most=Answer::NOTE said=note_said />
                {move || lacks_note.get().then(|| view! { <p class="error" data-lacks-note="">{text.form.note_needed}</p> })}
            </div>
            {redrawn(move || all.get().then(|| view! { <Photos item=item.get_value() answer=answer adding=adding /> }))}
        </div>
    }
}

/// How many lines a field begins with that is to show this text on a narrow screen, at least so many; it grows with what
/// is typed.
pub(super) fn rows(text: &str, least: usize) -> String {
    let needed: usize = text.lines().map(|line| 1 + line.chars().count() / 20).sum();
    needed.clamp(least, 12).to_string()
}
