//! Tests that drive a browser against the built page. They share one program, so that no more than two
//! browsers run at a time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says why and ends"
)]

mod accessibility;
mod bad_files;
mod belongs;
mod code;
mod drafts;
mod durable;
mod earlier;
mod example;
mod faults;
mod fields;
mod first_run;
mod focus;
mod friction;
mod guided;
mod half_days;
mod hand_off;
mod head;
mod job;
mod keeping;
mod kept_nowhere;
mod keyboard;
mod kill;
mod language;
mod leaving;
mod left_meanwhile;
mod listed_units;
mod narrow;
mod navigation;
mod next_draft;
mod numbers;
mod one_page;
mod other_trade;
mod paper;
mod paper_places;
mod personal;
mod photos;
mod photos_bad;
mod photos_done;
mod photos_kept;
mod photos_odd;
mod photos_store;
mod places;
mod pseudo_language;
mod read_out;
mod releases;
mod remarks;
mod review;
mod review_beside;
mod review_bundles;
mod review_entry;
mod review_first_scores;
mod review_forms;
mod review_interrupted;
mod review_paper;
mod review_people;
mod review_replaced;
mod review_roster;
mod review_table;
mod review_told_apart;
mod review_typed;
mod review_undone;
mod room;
mod saving;
mod sending;
mod senses;
mod standards_kept;
mod station;
mod surroundings;
mod turns;
mod typing;
mod waits;
mod walk;
mod which_standard;
mod windows;
mod year;
