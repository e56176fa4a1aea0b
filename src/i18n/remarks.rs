//! What is said before a submission is made (报送前请看), remark by remark.
#![expect(missing_docs, reason = "each field is the sentence of its name; the folders of the languages say it")]

use crate::i18n::{Text, day, fault, fault_in, place_of};
use crate::model::draft::compare::{FieldPath, PostLine, PostOf, UnitLine};
use crate::model::draft::orphans::QuestionId;
use crate::model::draft::{Draft, Missing};
use crate::model::problem::Problem;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::submission::before_sending::{Field, Remark, Unreadable};
use crate::model::submission::sending::{OddDay, OddEvidence};

/// The sentences of the block.
pub struct Remarks {
    pub title: &'static str,
    /// Above what stops a submission.
    pub stops: &'static str,
    /// Above what is asked about.
    pub asks: &'static str,
    pub unreadable: fn(field: &str, typed: &str) -> String,
    pub half_day: fn(item: &str) -> String,
    pub note_missing: fn(item: &str) -> String,
    pub unconfirmed: fn(question: &str) -> String,
    pub unnamed: fn(post: &str) -> String,
    pub other_year: fn(year: u16, standard: u16) -> String,
    pub evidence_to_come: fn(item: &str, day: &str) -> String,
    pub evidence_old: fn(item: &str, day: &str) -> String,
    /// It lies before the period that counts.
    pub evidence_before: fn(item: &str, day: &str) -> String,
    /// It lies after it.
    pub evidence_after: fn(item: &str, day: &str) -> String,
    /// How many items nothing shows.
    pub unshown: fn(usize) -> String,
    /// Beside the button that cannot act yet.
    pub not_yet: fn(usize) -> String,
    /// Above the choice of rows.
    pub show: &'static str,
    pub show_all: &'static str,
    pub show_open: &'static str,
    pub show_unshown: &'static str,
    pub show_lost: &'static str,
    pub search: &'static str,
    /// Back from a field to the remarks or the list.
    pub back: &'static str,
}

/// So many signs of what cannot be read are quoted.
const QUOTED: usize = 40;

/// A remark in words.
pub fn remark(text: &Text, draft: &Draft, remark: &Remark) -> String {
    let (words, standard) = (&text.remarks, &draft.standard);
    let item = |id: &ItemId| {
        let words = standard.item(id).map_or("", |item| item.words.get(text.lang));
        standard.numbered(id, words)
    };
    let fact = |id: &FactId| standard.fact(id).map_or("", |fact| fact.words.get(text.lang));
    match remark {
        Remark::Missing(missing) => missing_in_words(text, *missing),
        Remark::Unreadable(field, typed) => {
            // A whole page may have been pasted there; its beginning says which one.
            let mut quoted: String = typed.chars().take(QUOTED).collect();
            if quoted.len() < typed.len() {
                quoted.push('…');
            }
            match field {
                Unreadable::Count(id) | Unreadable::Fault(id, _) => (words.unreadable)(&item(id), &quoted),
                Unreadable::Fact(id) => (words.unreadable)(fact(id), &quoted),
                Unreadable::Year => (words.unreadable)(text.basics.year, &quoted),
            }
        }
        Remark::Problem(problem) => match remark.field() {
            Field::Item(id) | Field::Part(id, _) | Field::Fault(id, _) => {
                format!("{}{}{}", item(&id), text.colon(), at_the_field(text, problem))
            }
            Field::Fact(id) => format!("{}{}{}", fact(&id), text.colon(), at_the_field(text, problem)),
            Field::Basics(name) | Field::Declaration(name) => match path_of(&name) {
                Some(path) => {
                    format!("{}{}{}", place_of(text, draft, &path), text.colon(), at_the_field(text, problem))
                }
                None => fault_in(text, standard, problem),
            },
            Field::None => fault_in(text, standard, problem),
        },
        Remark::Clash(clash) => (text.form.clash)(fact(&clash.fact), clash.number, fact(&clash.than), clash.most),
        Remark::HalfDay(id) => (words.half_day)(&item(id)),
        Remark::NoteMissing(id) => (words.note_missing)(&item(id)),
        Remark::Unconfirmed(QuestionId::Item(id)) => (words.unconfirmed)(&item(id)),
        Remark::Unconfirmed(QuestionId::Fact(id)) => (words.unconfirmed)(fact(id)),
        Remark::Unnamed(of) => {
            let post = match of {
                PostOf::Head => Some(&standard.posts.head),
                PostOf::Deputy => standard.posts.deputy.as_ref(),
                PostOf::Liaison => Some(&standard.posts.liaison),
            };
            (words.unnamed)(post.map_or("", |post| post.get(text.lang)))
        }
        Remark::OtherYear { year, standard } => (words.other_year)(*year, *standard),
        Remark::OddEvidence(id, date, odd) => {
            let said = match odd {
                OddEvidence::ToCome => words.evidence_to_come,
                OddEvidence::Old => words.evidence_old,
                OddEvidence::BeforePeriod => words.evidence_before,
                OddEvidence::AfterPeriod => words.evidence_after,
            };
            said(&item(id), &day(text, *date))
        }
        Remark::OddDeclaration(OddDay::BeforeTheYear) => text.send.day_before_the_year.to_owned(),
        Remark::OddDeclaration(OddDay::Future) => text.send.day_to_come.to_owned(),
        Remark::Open(id) | Remark::NothingShows(id) => item(id),
    }
}

/// The place of a field of the basics or the declaration, by its name.
fn path_of(name: &str) -> Option<FieldPath> {
    let post = |key: &str| match key {
        "head" => Some(PostOf::Head),
        "deputy" => Some(PostOf::Deputy),
        "liaison" => Some(PostOf::Liaison),
        _ => None,
    };
    let parts: Vec<&str> = name.split('.').collect();
    Some(match parts.as_slice() {
        ["year"] => FieldPath::Year,
        ["unit", "code"] => FieldPath::Unit(UnitLine::Code),
        ["unit", "name"] => FieldPath::Unit(UnitLine::Name),
        ["unit", "township"] => FieldPath::Unit(UnitLine::Township),
        ["unit", "village"] => FieldPath::Unit(UnitLine::Village),
        ["unit", "address"] => FieldPath::Unit(UnitLine::Address),
        ["unit", "hours"] => FieldPath::Unit(UnitLine::Hours),
        ["posts", key, "name"] => FieldPath::Post(post(key)?, PostLine::Name),
        ["posts", key, "office"] => FieldPath::Post(post(key)?, PostLine::Office),
        ["posts", key, "phone"] => FieldPath::Post(post(key)?, PostLine::Phone),
        ["declaration", "name"] => FieldPath::DeclaredBy,
        ["declaration", "post"] => FieldPath::DeclaredAs,
        _ => return None,
    })
}

/// What is wrong, without the place, which is named already.
fn at_the_field(text: &Text, problem: &Problem) -> String {
    fault(text, &Problem::at("", problem.fault.clone()))
}

/// What a submission cannot go without.
fn missing_in_words(text: &Text, missing: Missing) -> String {
    let said = match missing {
        Missing::Readable(many) => return (text.send.lack_readable)(many),
        Missing::Name => text.send.lack_name,
        Missing::Township => text.send.lack_township,
        Missing::Village => text.send.lack_village,
        Missing::DeclaredBy => text.send.lack_declared_by,
        Missing::WholeDay => text.send.lack_whole_day,
        Missing::Agreed => text.send.lack_agreed,
        Missing::FewerPhotos => text.photos.lack_fewer,
        Missing::FewerTimes => text.send.lack_fewer_times,
    };
    said.to_owned()
}
