//! What stands on the sheets of paper beside the standard's own words, and around them on the screen.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::{Text, paper_words};
use crate::model::draft::Draft;

/// The sentences of the print places in one language.
pub struct PaperWords {
    pub print: &'static str,
    pub print_hint: &'static str,
    pub back: &'static str,
    pub sheets: &'static str,
    pub approval: &'static str,
    /// The sheet that is signed where nobody else has an opinion box, of this kind of unit.
    pub data_sheet: fn(&str) -> String,
    pub points: &'static str,
    pub todo: &'static str,
    pub data: &'static str,
    pub blank_data: &'static str,
    pub page: fn(usize, usize) -> String,
    pub sample: fn(&str) -> String,
    pub unit: &'static str,
    pub unit_of_village: &'static str,
    pub post: fn(&str) -> String,
    pub acting: fn(&str) -> String,
    pub months: &'static str,
    /// Which submission it is: the name of the line, and what stands in it.
    pub submission: &'static str,
    pub times: fn(u32) -> String,
    /// How many items are open, likewise.
    pub open_items: &'static str,
    pub open: fn(usize) -> String,
    /// Who declares it, and when.
    pub declared: &'static str,
    pub stars: &'static str,
    pub whole: fn(&str, &str) -> String,
    pub by: &'static str,
    pub character: fn(&str) -> String,
    pub signature: &'static str,
    pub day: &'static str,
    pub number: &'static str,
    pub item: &'static str,
    pub gain: &'static str,
    pub effort: &'static str,
    pub prepare: &'static str,
    pub who: &'static str,
    pub until: &'static str,
    pub first: &'static str,
    /// Above what is open, before any star is spoken of.
    pub fill_in: &'static str,
    /// The name of the list before enough is answered.
    pub still_open: &'static str,
    pub stands: fn(&str, &str) -> String,
    /// The sheet of all numbers.
    /// Above what is chosen, where it stands on the sheet of numbers too.
    pub data_choices: &'static str,
    pub data_unit: &'static str,
    pub data_signed: &'static str,
    pub data_what: &'static str,
    pub data_how: &'static str,
    pub data_number: &'static str,
    pub data_for: &'static str,
    pub data_ledger: &'static str,
    pub data_widths: [u8; 6],
    pub to_facts: &'static str,
    /// The columns of the list of what to do, in hundredths. Words that are not broken need columns as wide as the
    /// longest of them.
    pub todo_widths: [u8; 7],
}

impl Text {
    /// The sentences of the print places.
    pub fn paper(&self) -> &'static PaperWords {
        paper_words(self.lang)
    }
}

/// The name of a sheet, which says so where the draft is the worked example.
pub(super) fn name(text: &Text, draft: &Draft, name: &str) -> String {
    if draft.is_example() { (text.paper().sample)(name) } else { name.to_owned() }
}
