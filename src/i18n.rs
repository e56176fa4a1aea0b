//! Every sentence a person reads, in every language. A sentence that is missing in one of them does not
//! compile. What belongs to one trade stands in the standard, never here.
#![expect(missing_docs, reason = "each field is the sentence of its name; zh.rs and en.rs say it")]

mod answer;
mod approval;
mod blank;
pub mod earlier;
mod en;
mod fault;
mod format;
mod gate;
mod keeping;
mod kinds;
mod lack;
pub mod leaving;
mod lost;
mod mail;
mod office;
mod paper;
mod photo;
mod place;
mod remarks;
mod rule;
mod send;
mod sheet;
mod sheet_words;
mod todo;
mod why;
mod zh;

pub use answer::answer;
pub use approval::{Approval, approval};
pub use blank::BlankWords;
pub use earlier::{PriorYearWords, beside, change};
pub use fault::{fault, place};
pub use format::{day, gap, points, range, stars, stars_in_words};
pub use gate::{compare, condition, effect};
pub use keeping::{History, Merge, Mine, OpenWords};
pub use kinds::KindWords;
pub use lack::lack;
pub use mail::{file_of, mail};
pub use office::{not_fetched, not_made};
pub use paper::PaperWords;
pub use photo::{Photos, photo_notice, refused};
pub use place::{held, left_of, place_of};
pub use remarks::{Remarks, remark};
pub use rule::rule;
pub use send::Send;
pub use sheet::{sheet, workbook};
pub use todo::{needs, todo};
pub use why::why;

use crate::model::standard::words::Lang;

/// All sentences of one language.
pub struct Text {
    pub lang: Lang,
    pub frame: &'static Frame,
    pub home: &'static Home,
    pub mine: Mine,
    pub leaving: leaving::Leaving,
    pub open: OpenWords,
    pub basics: Basics,
    pub tasks: Tasks,
    pub form: Form,
    pub check: Check,
    pub photos: Photos,
    pub remarks: Remarks,
    pub kinds: KindWords,
    pub merge: Merge,
    pub history: History,
    pub result: Outcome,
    pub send: Send,
}

/// Around every page.
pub struct Frame {
    /// The language as `<html lang>` has it.
    pub tag: &'static str,
    pub name: &'static str,
    pub other_language: &'static str,
    pub home: &'static str,
    pub mine: &'static str,
    pub skip: &'static str,
    pub back: &'static str,
    pub lost: &'static str,
    pub lost_hint: &'static str,
    pub foot: &'static str,
    pub saved: &'static str,
    pub saving: &'static str,
    pub unsaved_blocked: &'static str,
    pub unsaved_full: &'static str,
    pub unsaved_newer: &'static str,
    pub unsaved_other: &'static str,
    pub unsaved_no_answer: &'static str,
    pub saved_here: &'static str,
    pub reads_other_window: &'static str,
    pub reads_overtaken: &'static str,
    pub reads_newer: &'static str,
    pub take_over: &'static str,
    pub asking: &'static str,
    pub copied: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub history: &'static str,
    pub save_now: &'static str,
    pub update: &'static str,
    pub update_now: &'static str,
    pub update_not_yet: &'static str,
    pub sample: &'static str,
    pub score: &'static str,
    pub answered: fn(usize, usize) -> String,
    pub next_open: fn(item: &str, open: usize) -> String,
    pub next_key: &'static str,
    pub no_name: &'static str,
    pub stepwise: &'static str,
    pub menu: &'static str,
    pub opening: &'static str,
    pub pages_absent: &'static str,
    pub pages_absent_hint: &'static str,
    pub pages_safe: &'static str,
    pub pages_again: &'static str,
    pub unkept: &'static str,
    pub unkept_single: &'static str,
    pub fault: FaultWords,
}

/// A fault of the program. `{time}` stands for when something was saved last.
pub struct FaultWords {
    pub title: &'static str,
    pub saved: &'static str,
    pub unsaved: &'static str,
    pub nothing: &'static str,
    pub none: &'static str,
    pub held: &'static str,
    pub hint: &'static str,
    pub again: &'static str,
}

/// The start page.
pub struct Home {
    pub title: &'static str,
    pub lead: &'static str,
    pub station: &'static str,
    pub station_hint: &'static str,
    pub township: &'static str,
    pub township_hint: &'static str,
    pub township_later: &'static str,
    pub county: &'static str,
    pub county_hint: &'static str,
    pub county_later: &'static str,
    pub promises: [&'static str; 3],
    pub meanwhile: &'static str,
}

/// Who is assessed.
pub struct Basics {
    pub title: &'static str,
    pub lead: &'static str,
    pub unit: &'static str,
    pub pick: &'static str,
    pub pick_none: &'static str,
    pub name: &'static str,
    pub name_hint: fn(&str) -> String,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub township: &'static str,
    pub village: &'static str,
    pub address: &'static str,
    pub hours: &'static str,
    pub hours_hint: &'static str,
    pub posts: &'static str,
    pub privacy: &'static str,
    pub person: &'static str,
    pub office: &'static str,
    pub phone: &'static str,
    pub acting: fn(&str) -> String,
    pub period: &'static str,
    pub year: &'static str,
    pub year_wrong: &'static str,
    pub months: &'static str,
    pub months_hint: &'static str,
    pub month: fn(u8) -> String,
    pub facts: &'static str,
    pub facts_lead: &'static str,
    pub fact: &'static str,
    pub number: &'static str,
    pub asked_at: &'static str,
    pub optional: &'static str,
}

/// The task list.
pub struct Tasks {
    pub title: &'static str,
    pub lead: &'static str,
    pub time: fn(usize) -> String,
    pub basics: &'static str,
    pub check: &'static str,
    pub result: &'static str,
    pub send: &'static str,
    pub texts: &'static str,
    pub not_started: &'static str,
    pub open: fn(usize) -> String,
    pub done: &'static str,
    pub optional: &'static str,
    pub fill: &'static str,
    pub hand_in: &'static str,
    pub deadline: fn(&str) -> String,
    pub by: &'static str,
    pub theme: &'static str,
}

/// A page of items.
pub struct Form {
    pub points: fn(&str) -> String,
    pub up_to: fn(&str) -> String,
    pub yes: &'static str,
    pub no: &'static str,
    pub not_applicable: fn(&str) -> String,
    pub applies: &'static str,
    pub clear: &'static str,
    pub help: &'static str,
    pub expected: &'static str,
    pub example: &'static str,
    pub source: &'static str,
    pub default_number: &'static str,
    pub evidence: &'static str,
    pub ledger: &'static str,
    pub page: &'static str,
    pub date: &'static str,
    pub note: &'static str,
    pub note_needed: &'static str,
    pub asked_there: fn(&str) -> String,
    pub correct: &'static str,
    pub not_yet: &'static str,
    pub not_digits: &'static str,
    pub not_whole: &'static str,
    pub too_many: &'static str,
    pub clash: fn(&str, u32, &str, u64) -> String,
    pub also: fn(&str) -> String,
    pub left: fn(usize, u32) -> String,
    pub over: fn(usize) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub to_tasks: &'static str,
    pub bonus_lead: fn(&str) -> String,
    pub bonus_apart: &'static str,
    pub texts_lead: &'static str,
    pub no_names: &'static str,
}

/// The check page.
pub struct Check {
    pub title: &'static str,
    pub lead: &'static str,
    pub item: &'static str,
    pub answer: &'static str,
    pub points: &'static str,
    pub evidence: &'static str,
    pub change: &'static str,
    pub open: &'static str,
    pub change_of: fn(&str) -> String,
    pub clashes: &'static str,
    pub notes: &'static str,
}

/// The result page.
pub struct Outcome {
    pub title: &'static str,
    pub total: &'static str,
    pub of: fn(&str) -> String,
    pub bonus: &'static str,
    pub apart: &'static str,
    pub stars: &'static str,
    pub from_to: fn(&str, &str) -> String,
    pub too_early: fn(usize) -> String,
    pub open_left: fn(usize) -> String,
    pub sections: &'static str,
    pub section: &'static str,
    pub won: &'static str,
    pub possible: &'static str,
    pub share: &'static str,
    pub schemes: &'static str,
    pub lamp_on: &'static str,
    pub lamp_off: &'static str,
    pub lamp_open: &'static str,
    pub lamps_rule: &'static str,
    pub gates: &'static str,
    pub gate_no: &'static str,
    pub gate_yes: &'static str,
    pub gate_open: &'static str,
    pub gate_finding: &'static str,
    pub veto: &'static str,
    pub cap: fn(&str) -> String,
    pub staircase: &'static str,
    pub top: &'static str,
    pub towards: fn(&str) -> String,
    pub points_missing: fn(&str) -> String,
    pub needs: &'static str,
    pub held_by: &'static str,
    pub gains: &'static str,
    pub gain: fn(&str) -> String,
    pub effort: [&'static str; 3],
    pub lifts: &'static str,
    pub is_open: &'static str,
    pub prepare: &'static str,
    pub nothing_to_gain: &'static str,
    pub reward: &'static str,
}

/// What stands around every page; all that the start knows of a language, with [`home`].
pub fn frame(lang: Lang) -> &'static Frame {
    match lang {
        Lang::Zh => &zh::FRAME,
        Lang::En => &en::FRAME,
    }
}

/// The sentences of the start page.
pub fn home(lang: Lang) -> &'static Home {
    match lang {
        Lang::Zh => &zh::HOME,
        Lang::En => &en::HOME,
    }
}

/// The words of the blank sheets, for the program that writes them.
pub fn blank_words(lang: Lang) -> &'static BlankWords {
    match lang {
        Lang::Zh => &zh::blank::BLANK,
        Lang::En => &en::blank::BLANK,
    }
}

/// The sentences of a language.
pub fn text(lang: Lang) -> &'static Text {
    match lang {
        Lang::Zh => &zh::TEXT,
        Lang::En => &en::TEXT,
    }
}

impl Text {
    /// Between a name and what it names.
    pub fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "：",
            Lang::En => ": ",
        }
    }

    /// Between the parts of a list.
    pub fn and(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        }
    }

    /// Between two halves of a sentence.
    pub fn comma(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "，",
            Lang::En => ", ",
        }
    }
}
