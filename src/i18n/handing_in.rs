//! The sentences of the page on which a township prints and hands in (上报).
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

/// The page.
pub struct HandingInWords {
    pub place: &'static str,
    pub title: &'static str,
    pub collect: &'static str,
    pub collect_lead: &'static str,
    pub collect_print: fn(usize) -> String,
    pub none: &'static str,
    pub bundle: &'static str,
    pub bundle_lead: &'static str,
    pub by: &'static str,
    pub number: &'static str,
    pub number_hint: &'static str,
    pub make: &'static str,
    pub making: &'static str,
    pub hindered: &'static str,
    pub no_standard: &'static str,
    pub undecided: &'static str,
    pub file_missing: &'static str,
    pub recheck: &'static str,
    pub unexplained: &'static str,
    pub apart: &'static str,
    pub differs: &'static str,
    pub no_file: &'static str,
    /// The number is that of another file that was made: the last number.
    pub number_taken: fn(u32) -> String,
    pub needs_number: &'static str,
    pub file: &'static str,
    pub code: &'static str,
    pub counts: fn(all: usize, here: usize) -> String,
    pub done: &'static str,
    pub steps: [&'static str; 3],
    /// Which bundle it is held against, and what differs.
    pub compared: fn(u32, &str) -> String,
    pub kept_made: &'static str,
    pub kept_received: &'static str,
    pub look: &'static str,
    pub look_at: fn(&str) -> String,
    pub not_here: &'static str,
    /// A typed code is that of a township's bundle of this number.
    pub code_of: fn(&str, u32) -> String,
    pub code_unknown: &'static str,
    pub save_original: &'static str,
    pub save_original_hint: &'static str,
    pub photos_away: fn(usize) -> String,
    pub ask_photos: &'static str,
    pub ask_copied: &'static str,
    /// Asks for a unit's photos: the unit, which submission, its code.
    pub ask_photos_text: fn(&str, u32, &str) -> String,
    pub summary_print: &'static str,
    pub print: &'static str,
    pub back: &'static str,
    /// What the file is, in its name.
    pub what: &'static str,
    pub times: fn(u32) -> String,
}
