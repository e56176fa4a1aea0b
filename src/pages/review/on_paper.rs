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
    /// Sheets.
    Sheets {
        /// One for each unit, or the only one.
        sheets: Arc<Vec<Sheet>>,
        /// Whether they are filled in by hand.
        form: bool,
    },
}

/// Sheets as they are printed, and the way back. Forms stand upright, one below the other as they are typed in.
#[component]
pub(super) fn Printed(sheets: Arc<Vec<Sheet>>, form: bool, on_paper: RwSignal<OnPaper>) -> impl IntoView {
    let back = move || on_paper.set(OnPaper::Nothing);
    let name = handing_in_words(words().lang).title;
    let orientation = if form { Orientation::Portrait } else { Orientation::Landscape };
    view! { <PrintedSheets sheets orientation form name back /> }
}
