//! Sheets of the desk as they are printed, in place of what stands on the page.

use crate::components::words;
use crate::i18n::handing_in_words;
use crate::model::print::table::Sheet;
use crate::pages::review::printed_sheets::PrintedSheets;
use crate::platform::paper::Orientation;
use leptos::prelude::*;
use std::sync::Arc;

/// What is laid on paper.
#[derive(Clone)]
pub(super) enum OnPaper {
    /// Nothing.
    Nothing,
    /// These sheets.
    Sheets(Arc<Vec<Sheet>>),
}

/// Sheets as they are printed, and the way back.
#[component]
pub(super) fn Printed(sheets: Arc<Vec<Sheet>>, on_paper: RwSignal<OnPaper>) -> impl IntoView {
    let back = move || on_paper.set(OnPaper::Nothing);
    let name = handing_in_words(words().lang).title;
    view! { <PrintedSheets sheets orientation=Orientation::Landscape name back /> }
}
