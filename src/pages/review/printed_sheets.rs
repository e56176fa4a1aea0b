//! Sheets as they are printed, one after the other.

use crate::components::print_page::PrintSurface;
use crate::components::words;
use crate::i18n::handing_in_words;
use crate::model::print::table::Sheet;
use crate::platform::paper::{Orientation, lay};
use crate::platform::{clock, paper};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The sheets, with the ways to print them and back; `form`: they are filled in by hand.
#[component]
pub(super) fn PrintedSheets(
    sheets: Arc<Vec<Sheet>>,
    orientation: Orientation,
    #[prop(optional)] form: bool,
    name: &'static str,
    #[prop(into)] back: Callback<()>,
) -> impl IntoView {
    let text = words();
    let words = handing_in_words(text.lang);
    lay(Some(orientation));
    on_cleanup(|| lay(None));
    let surfaces: Vec<PrintSurface> = sheets.iter().map(|_| PrintSurface::default()).collect();
    let drawn = surfaces.clone();
    let draw = move || {
        for (surface, sheet) in drawn.iter().zip(sheets.iter()) {
            if form {
                surface.show_form(text, sheet);
            } else {
                surface.show_table(text, sheet);
            }
        }
    };
    clock::later(draw, Duration::ZERO);
    view! {
        <p class="actions print-bar">
            <button type="button" class="primary" data-do="print" on:click=|_| paper::print()>{words.print}</button>
            <button type="button" data-do="on-screen" on:click=move |_| back.run(())>{words.back}</button>
        </p>
        {surfaces.into_iter().map(|surface| surface.view(name, orientation)).collect::<Vec<_>>()}
    }
}
