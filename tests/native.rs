//! Every test that needs no browser, as one program: linking each file by itself took longer than running it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

mod common;
mod persistence_world;

mod archive;
mod author;
mod bad_files;
mod before_sending;
mod broken_files;
mod built_in;
mod canonical;
#[cfg(not(feature = "next-format"))]
mod changed_files;
mod code_check;
mod draft_file;
mod earlier;
mod example_mark;
mod exports;
mod format_lists;
mod formats;
mod gates;
mod kept_bundles;
mod kinds;
mod lack;
mod languages;
mod lint;
mod lint_points;
mod mail;
mod merge;
mod merge_properties;
mod odd_files;
mod persistence_autosave;
mod persistence_coordinator;
mod persistence_leadership;
mod persistence_promise;
mod persistence_undo;
mod photos;
mod photos_hostile;
mod point_tables;
mod print_pages;
mod print_table;
#[cfg(feature = "pseudo-language")]
mod pseudo_language;
mod ratio_tables;
mod reasons;
mod reply;
mod review_files;
mod review_log;
mod review_merging;
mod review_projection;
mod review_sheets;
mod review_table;
mod review_tables;
mod review_typed;
mod roster;
mod sample_county;
#[cfg(not(feature = "next-format"))]
mod schemas;
mod scoring_properties;
mod sentences;
mod source;
mod staircase;
mod star_lines;
mod star_properties;
mod stations;
mod stored;
mod structure;
mod submission;
mod take_bundle;
mod take_in;
mod take_in_containers;
mod upgrade;
mod worked_examples;
mod year;
