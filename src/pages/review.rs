//! The desk of a township or a county: what comes in, who is on the roster, the table. A module of its own, fetched when
//! one of the two doors is opened; see `modules`.

mod also_entered;
mod begin_review;
mod bundle_fields;
mod by_kind;
mod check_sheets;
mod clashes;
mod context;
mod correction_field;
mod door;
mod door_list;
mod entry;
mod entry_cell;
mod entry_grid;
mod entry_reply;
mod entry_table;
mod entry_told;
mod file;
mod first_score;
mod first_score_grid;
mod first_score_row;
mod first_score_state;
mod frame;
mod handing_in;
mod here;
mod hindering;
mod intake;
mod intake_result;
mod kept_bundles;
mod not_sent;
mod on_paper;
mod open_review_file;
mod open_sample;
mod original;
mod page_state;
mod paper_forms;
mod pasted_text;
mod printed_sheets;
mod roster;
mod roster_lines;
mod roster_paste;
mod sheet_view;
mod summary;
mod summary_take;
mod table;
mod table_filters;
mod table_lines;
mod table_paper;
mod table_row;
mod table_tools;
mod table_window;
mod typed_text;
mod unfolded;
mod unit;
mod unit_sheet;
mod unsaved;
mod waiting;
mod who;

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::lazy::pages::DeskPage;
use crate::pages::review::door::DoorPage;
use crate::pages::review::frame::ReviewPages;
use crate::pages::review::here::Door;
use crate::pages::review::page_state::PageStates;
use crate::platform::review::assessed::AssessedUnits;
use crate::platform::review::sessions::ReviewSessions;
use leptos::prelude::*;

/// Draws one of its pages.
pub fn draw(asked: DeskPage) -> FreshView {
    match asked {
        DeskPage::Begin => {
            provide_context(ReviewSessions::none());
            provide_context(AssessedUnits::nothing_known());
            provide_context(PageStates::none());
            ().into_fresh()
        }
        DeskPage::Township => view! { <DoorPage door=Door::Township /> }.into_fresh(),
        DeskPage::County => view! { <DoorPage door=Door::County /> }.into_fresh(),
        DeskPage::Review(id, page) => view! { <ReviewPages id page /> }.into_fresh(),
    }
}
