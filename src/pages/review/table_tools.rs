//! The ways to take a table along: copied with its lines into WPS or Word, or saved as a workbook. Every table of the desk has
//! them, made of the same cells that it shows.

use crate::components::words;
use crate::i18n::{not_made, table_words, table_workbook};
use crate::model::files::file_name::file_name;
use crate::model::office::OfficeError;
use crate::model::print::table::Sheet;
use crate::model::review::table_html::table_html;
use crate::model::review::tsv::tsv_with_lines;
use crate::platform::{clock, files, office, share};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A workbook's kind.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What came of the last press: a sentence, and a text to be copied by hand where the browser allows nothing else.
pub(super) type Taken = (&'static str, String);

/// Makes the table at the moment it is asked for.
pub(super) type SheetMaker = Box<dyn Fn() -> Option<Sheet> + Send + Sync>;

/// The two buttons, and what came of them.
#[component]
pub(super) fn TableTools(sheet: SheetMaker) -> impl IntoView {
    let text = words();
    let words = table_words(text.lang);
    let said = RwSignal::new(Taken::default());
    let sheet = StoredValue::new(sheet);
    let copy = move |_| {
        let Some(sheet) = sheet.with_value(|make| make()) else { return };
        let (markup, plain) = (table_html(&sheet), tsv_with_lines(&sheet));
        spawn_local(async move {
            let done = share::copy_table(&markup, &plain).await;
            said.try_set(if done { (words.copied, String::new()) } else { (words.not_copied, plain) });
        });
    };
    let save = move |_| {
        let (Some(sheet), Some(now)) = (sheet.with_value(|make| make()), clock::now()) else { return };
        let name = file_name(&[&sheet.title], "xlsx");
        let book = table_workbook(sheet, now);
        spawn_local(async move {
            let made = office::workbook(&book).await;
            let made = made.and_then(|written| files::save_made(&name, XLSX, &written).ok_or(OfficeError::Failed));
            let sentence = made.map_or_else(|reason| not_made(text, reason), |()| text.send.downloads);
            said.try_set((sentence, String::new()));
        });
    };
    view! {
        <p class="actions table-tools">
            <button type="button" class="quiet" data-do="copy-table" on:click=copy>{words.copy}</button>
            <button type="button" class="quiet" data-do="save-table" on:click=save>{words.save}</button>
            <TakenWords said />
        </p>
    }
}

/// What came of it, in words.
#[component]
pub(super) fn TakenWords(said: RwSignal<Taken>) -> impl IntoView {
    let by_hand = move || said.with(|(_, by_hand)| by_hand.clone());
    view! {
        <span role="status" data-taken="">{move || said.with(|(sentence, _)| *sentence)}</span>
        <span class="by-hand" tabindex="0" hidden=move || by_hand().is_empty()>{by_hand}</span>
    }
}
