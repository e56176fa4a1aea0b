//! Every sentence a person reads. The files here say what there is to be said, a struct for each topic, and put it
//! together with what it speaks of; each language is one folder that fills those structs, in files of the same names. A
//! sentence is a member: a text, or a function of what is put into it. One that is missing in a language does not
//! compile. What belongs to one trade stands in the standard, never here.

mod answer;
mod approval;
mod author;
mod basics;
mod blank;
mod check;
mod check_sheets;
mod clash;
mod collection_sheets;
mod data_sheet;
pub mod desk;
pub mod earlier;
mod en;
mod facts;
mod fault;
mod fault_list;
pub mod first_score;
mod form;
mod format;
mod frame;
mod gate;
pub mod grid;
pub mod handing_in;
mod hints;
mod home;
mod intake;
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
mod reply;
mod result;
mod review_sheets;
pub mod review_summary;
mod roster;
mod rule;
mod send;
mod sheet;
mod sheet_words;
mod signing;
mod standards;
mod sum_tables;
mod tasks;
mod todo;
mod unit_table;
mod why;
mod year;
mod zh;

pub use answer::answer;
pub use approval::{Approval, approval, approval_name};
pub use author::AuthorWords;
pub use blank::BlankWords;
pub use check_sheets::{check_sheets, entered_differences};
pub use clash::{act_said, place_said};
pub use collection_sheets::collection_sheets;
pub use data_sheet::data_sheet;
pub use desk::DeskWords;
pub use earlier::{PriorYearWords, beside, change};
pub use fault::{FileFaults, fault, fault_in};
pub use fault_list::faults_in_words;
pub use form::Form;
pub use format::{amount, day, gap, points, range, stars, stars_in_words, unit_beside};
pub use frame::{FaultWords, Frame};
pub use gate::{compare, condition, effect, requirement};
pub use grid::GridWords;
pub use handing_in::HandingInWords;
pub use hints::{HintWords, hint};
pub use home::Home;
pub use intake::{bundle_changes, intake_counts, intake_line, not_a_review, remind_group, remind_names};
pub use keeping::{History, Merge, Mine, OpenWords};
pub use kinds::KindWords;
pub use lack::lack;
pub use mail::{bundle_mail, file_of, mail};
pub use office::{not_fetched, not_made};
pub use paper::PaperWords;
pub use photo::{Photos, photo_notice, refused};
pub use place::{held, left_of, place_of};
pub use remarks::{Remarks, remark};
pub use reply::{reply_form, reply_reading, reply_template};
pub use result::Outcome;
pub use review_sheets::summary_sheet;
pub use review_summary::ReviewSummaryWords;
pub use roster::{head_words, roster_problem, roster_sheet};
pub use rule::rule;
pub use send::{Send, where_to};
pub use sheet::{sheet, workbook};
pub use signing::SigningWords;
pub use standards::{StandardWords, compared, edition};
pub use sum_tables::{Drawing, SumTable, hint_table, sum_tables};
pub use todo::{awaits_visit, needs, todo};
pub use unit_table::{
    difference_or_recheck, gates_that_hold, narrowed, score_difference, send_state, table_workbook, unit_table,
};
pub use why::why;
pub use year::{days_left, period, period_hint, period_line};

use crate::model::standard::words::Lang;

#[cfg(feature = "pseudo-language")]
mod pseudo {
    include!(concat!(env!("OUT_DIR"), "/pseudo.rs"));
}

/// The sentences of most pages in one language.
pub struct Text {
    /// Which language it is.
    pub lang: Lang,
    /// Around every page.
    pub frame: &'static Frame,
    /// The start page.
    pub home: &'static Home,
    /// Signs between words.
    pub signs: format::Signs,
    /// My drafts.
    pub mine: Mine,
    /// Leaving a shared computer.
    pub leaving: leaving::Leaving,
    /// Opening a file.
    pub open: OpenWords,
    /// Who is assessed.
    pub basics: basics::Basics,
    /// All numbers.
    pub facts: facts::FactsWords,
    /// The task list.
    pub tasks: tasks::Tasks,
    /// A page of items.
    pub form: Form,
    /// The look at all answers.
    pub check: check::Check,
    /// What is said before a submission is made.
    pub remarks: Remarks,
    /// What the kinds of items ask, and what they give for it.
    pub kinds: KindWords,
    /// Photos of an item.
    pub photos: Photos,
    /// Merging a file.
    pub merge: Merge,
    /// Earlier states.
    pub history: History,
    /// The result page.
    pub result: Outcome,
    /// Handing it over.
    pub send: Send,
}

/// The list of languages, and a function for each topic that is asked for by itself: what a module of the program draws
/// brings along the sentences of that topic alone.
macro_rules! topics {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $file:ident::$words:ident;)*) => { $(
        $(#[$doc])*
        pub fn $name(lang: Lang) -> &'static $type {
            match lang {
                Lang::Zh => &zh::$file::$words,
                Lang::En => &en::$file::$words,
                #[cfg(feature = "pseudo-language")]
                Lang::Pseudo => &pseudo::$file::$words,
            }
        }
    )* };
}

topics! {
    /// What stands around every page; all that the start knows of a language, with [`home`] and [`lack_words`].
    frame: Frame = frame::FRAME;
    /// The sentences of the start page.
    home: Home = home::HOME;
    /// What is wrong with a file of the site.
    lack_words: lack::LackWords = lack::LACK;
    /// The sentences of most pages.
    text: Text = text::TEXT;
    /// What is wrong with a standard, for who writes it.
    author_words: AuthorWords = author::AUTHOR;
    /// What is wrong with a file that was opened.
    faults: FileFaults = fault::FAULTS;
    /// The standards at hand, and the page of one.
    standard_words: StandardWords = standards::STANDARDS;
    /// What the head reads before signing, and how paper comes about.
    signing_words: SigningWords = signing::SIGNING;
    /// The desk of a township or a county.
    desk_words: DeskWords = desk::DESK;
    /// The grid in which a township types for others.
    grid_words: GridWords = grid::GRID;
    /// What a township prints and hands in.
    handing_in_words: HandingInWords = handing_in::HANDING_IN;
    /// What a review comes to.
    review_summary_words: ReviewSummaryWords = review_summary::REVIEW_SUMMARY;
    /// The first score of a unit.
    first_score_words: first_score::FirstScoreWords = first_score::FIRST_SCORE;
    /// Conditions of gates and star lines.
    gate_words: gate::GateWords = gate::GATE;
    /// The sentences about an earlier year.
    earlier_words: PriorYearWords = earlier::EARLIER;
    /// What stands on the sheets of paper and around them.
    paper_words: PaperWords = paper::PAPER;
    /// The sheet of all items.
    sheet_words: sheet_words::Heads = sheet_words::SHEET;
    /// The standard's year: its period, its steps, and what every visit looks at.
    year_words: year::YearWords = year::YEAR;
    /// The mail that hands a submission over.
    mail_words: mail::MailWords = mail::MAIL;
    /// The blank sheets, for the program that writes them.
    blank_words: BlankWords = blank::BLANK;
    /// Why there is no mail and no workbook.
    office_words: office::OfficeWords = office::OFFICE;
    /// The sheets of a township's review.
    review_sheet_words: review_sheets::ReviewSheetWords = review_sheets::REVIEW_SHEETS;
    /// Where two people decided otherwise, and who works on a review.
    clash_words: clash::ClashWords = clash::CLASH;
    /// What came in for a review.
    intake_words: intake::IntakeWords = intake::INTAKE;
    /// What to look at first on a visit.
    hint_words: HintWords = hints::HINTS;
    /// The table of all units.
    table_words: unit_table::UnitTableWords = unit_table::TABLE;
    /// The lines that a unit is asked in a chat.
    reply_words: reply::ReplyText = reply::REPLY;
    /// The list of units on its way to the roster.
    roster_words: roster::RosterWords = roster::ROSTER;
}
