//! Paper and files: what goes out of a draft and what comes into it. None of it is needed before it is asked for, so it
//! is a module of its own; see `parts`.

use crate::components::handed_file::HandedFile;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::lazy::pages::Exchange;
use crate::components::words;
use crate::pages::files::open::OpenPage;
use crate::pages::frame::DraftContent;
use crate::pages::handing_over::HandOverButton;
use crate::pages::leaving::LeaveSteps;
use crate::pages::standard::StandardPage;
use crate::pages::station::hand_off::HandOff;
use crate::pages::station::head::HeadPage;
use crate::pages::station::history::HistoryPage;
use crate::pages::station::merge::MergePage;
use crate::pages::station::print::PrintPage;
use crate::pages::station::prior_year::EarlierPage;
use crate::pages::station::send::{SaveAsFile, SendPage};
use leptos::prelude::*;

/// Draws one of its pages or parts.
pub fn draw(asked: Exchange) -> FreshView {
    match asked {
        Exchange::Open => view! { <OpenPage /> }.into_fresh(),
        // What is done also where the draft can only be read stands below its fields.
        Exchange::Send => {
            let fields = view! { <SendPage /> }.into_fresh();
            view! { <DraftContent page=fields /> <SaveAsFile /> }.into_fresh()
        }
        Exchange::History => content(view! { <HistoryPage /> }.into_fresh()),
        Exchange::Merge => content(view! { <MergePage /> }.into_fresh()),
        Exchange::Earlier => content(view! { <EarlierPage /> }.into_fresh()),
        Exchange::Print(sheet) => {
            view! { <DraftContent page=().into_fresh() /> <PrintPage sheet=sheet /> }.into_fresh()
        }
        Exchange::Standard => view! { <StandardPage /> }.into_fresh(),
        Exchange::Head => content(view! { <HeadPage /> }.into_fresh()),
        Exchange::HandOver => view! { <HandOverButton /> }.into_fresh(),
        Exchange::Leave => view! { <LeaveSteps /> }.into_fresh(),
        Exchange::HandOff => {
            let file: HandedFile = expect_context();
            view! { <HandOff text=words() file /> }.into_fresh()
        }
    }
}

fn content(page: FreshView) -> FreshView {
    view! { <DraftContent page=page /> }.into_fresh()
}
