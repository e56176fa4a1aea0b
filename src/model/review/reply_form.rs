//! The numbered lines that a unit is asked in a chat: what each asks, and which answers it takes. Their numbers are those
//! of the paper form, so that one can be filled in beside the other.

use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::record::facts::Count;
use crate::model::standard::Standard;
use crate::model::standard::ids::{FactId, ItemId};

/// What a line asks for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AskedFor {
    /// A number.
    Fact(FactId),
    /// An item: one of several answers, several parts, or a number of its own.
    Item(ItemId),
    /// How often one of an item's faults was found, counted from 0.
    Fault(ItemId, usize),
}

/// What an answer may be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AnswerForm {
    /// A number with what it counts behind it, which may be empty.
    Number(String),
    /// One of these, by its place counted from 1 or by its words.
    One(Vec<ReplyOption>),
    /// Any of so many, by their places counted from 1; 0 is none of them.
    Several(Vec<String>),
}

/// One of several answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReplyOption {
    /// What it means.
    pub choice: Choice,
    /// What it says.
    pub words: String,
    /// What else people write for it.
    pub also: Vec<String>,
}

/// A numbered line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedLine {
    /// Its number, counted from 1.
    pub number: usize,
    /// What it asks for.
    pub asked: AskedFor,
    /// What stands between the number and the answer.
    pub label: String,
    /// What the answer may be.
    pub form: AnswerForm,
}

/// What was answered on a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReplyValue {
    /// A number: of a fact, of an item's own, or of a fault.
    Number(Count),
    /// An answer to an item.
    Choice(Choice),
}

impl AskedLine {
    /// What a record says on this line, written as an answer; nothing where it is open or cannot be said here.
    pub fn answer(&self, standard: &Standard, record: &Record) -> Option<String> {
        let choice = |id: &ItemId| record.answers.choice(id).filter(|_| standard.item(id).is_some());
        let number = match (&self.asked, &self.form) {
            (AskedFor::Fact(fact), _) => record.facts.asked(fact),
            (AskedFor::Item(id), AnswerForm::Number(_)) => match choice(id)? {
                Choice::Count(count) => Some(*count),
                _ => None,
            },
            (AskedFor::Item(id), AnswerForm::One(options)) => {
                let said = choice(id)?;
                return options.iter().position(|option| option.choice == *said).map(|at| (at + 1).to_string());
            }
            (AskedFor::Item(id), AnswerForm::Several(_)) => {
                let Choice::Parts(there) = choice(id)? else { return None };
                let there: Vec<String> = there.iter().map(|part| (u32::from(*part) + 1).to_string()).collect();
                return Some(if there.is_empty() { "0".to_owned() } else { there.join(" ") });
            }
            (AskedFor::Fault(id, at), _) => match choice(id)? {
                Choice::Faults(found) => found.get(*at).copied().flatten(),
                _ => None,
            },
        };
        number.map(|number| number.to_string())
    }
}
