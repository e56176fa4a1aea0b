//! What leaves the page of sums: the table for the clipboard or as a workbook, and two texts that remind.

use crate::components::words;
use crate::i18n::{Text, not_made, remind_group, remind_names, review_summary_words, unit_table, unit_workbook};
use crate::model::files::file_name::file_name;
use crate::model::office::OfficeError;
use crate::model::review::table::{SendState, TableLine};
use crate::model::review::tsv::tsv;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::review;
use crate::platform::{clock, files, office, share};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A workbook's kind.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What came of the last press: a sentence, and a text to be copied by hand where the browser allows nothing else.
#[derive(Clone, Default)]
struct Said {
    sentence: String,
    by_hand: String,
}

/// The ways to take the table and reminders along.
#[component]
pub(super) fn TakeAway(standard: IssuedStandard, lines: Vec<TableLine>) -> impl IntoView {
    let (text, session) = (words(), review());
    let words = review_summary_words(text.lang);
    let said = RwSignal::new(Said::default());
    let held = StoredValue::new((standard, lines));
    let sample = session.with(|open| open.head.basics.sample).unwrap_or_default();
    let sheet = move || {
        held.with_value(|(standard, lines)| {
            unit_table(text, standard, standard.year, &lines.iter().collect::<Vec<_>>(), sample)
        })
    };
    let copy = move |copied: String| {
        spawn_local(async move {
            let done = share::copy(&copied).await;
            said.try_set(if done {
                Said { sentence: words.copied.to_owned(), by_hand: String::new() }
            } else {
                Said { sentence: words.not_copied.to_owned(), by_hand: copied }
            });
        });
    };
    let workbook = move |_| {
        let Some(now) = clock::now() else { return };
        let name = held.with_value(|(standard, _)| named(text, standard, sample));
        let book = unit_workbook(text, sheet(), now);
        spawn_local(async move {
            let made = office::workbook(&book).await;
            let made = made.and_then(|written| files::save_made(&name, XLSX, &written).ok_or(OfficeError::Failed));
            let sentence = match made {
                Ok(()) => text.send.downloads.to_owned(),
                Err(reason) => not_made(text, reason).to_owned(),
            };
            said.try_set(Said { sentence, by_hand: String::new() });
        });
    };
    let group = move |_| {
        copy(held.with_value(|(standard, lines)| {
            let came = lines.iter().filter(|line| line.state.is_here()).count();
            remind_group(text, lines.len(), came, standard.deadline)
        }));
    };
    let names = move |_| {
        copy(held.with_value(|(standard, lines)| {
            let missing = lines.iter().filter(|line| line.state == SendState::Missing);
            let missing: Vec<String> = missing.map(|line| line.roster.name.clone()).collect();
            remind_names(text, &missing, standard.deadline)
        }));
    };
    let by_hand = move || {
        let by_hand = said.with(|said| said.by_hand.clone());
        (!by_hand.is_empty()).then(|| view! { <pre class="by-hand" tabindex="0">{by_hand}</pre> })
    };
    view! {
        <h2>{words.take}</h2>
        <p class="actions">
            <button type="button" data-do="copy-table" on:click=move |_| copy(tsv(&sheet()))>{words.copy_table}</button>
            <button type="button" data-do="table-workbook" on:click=workbook>{words.workbook}</button>
            <button type="button" data-do="remind-group" on:click=group>{words.remind_group}</button>
            <button type="button" data-do="remind-names" on:click=names>{words.remind_names}</button>
        </p>
        <p role="status" data-taken="">{move || said.with(|said| said.sentence.clone())}</p>
        {by_hand}
    }
}

fn named(text: &Text, standard: &IssuedStandard, sample: bool) -> String {
    let words = review_summary_words(text.lang);
    let sample = if sample { text.send.what_sample } else { "" };
    file_name(&[&standard.year.to_string(), sample, standard.unit.words.get(text.lang), words.what], "xlsx")
}
