//! English.

use crate::i18n::author::AuthorWords;
use crate::model::problem::{Fault, PartKind, Unwhole, ValueKind};

pub static AUTHOR: AuthorWords = AuthorWords {
    part: |of, number, id| {
        let id = if id.is_empty() { String::new() } else { format!(" ({id})") };
        match of {
            PartKind::Whole => String::new(),
            PartKind::Section => format!("Section {number}{id}"),
            PartKind::Item => format!("Item {number}{id}"),
            PartKind::Bonus => format!("Bonus item {number}{id}"),
            PartKind::Text => format!("Text {number}{id}"),
            PartKind::Fact => format!("Number {number}{id}"),
            PartKind::Gate => format!("Gate {number}{id}"),
            PartKind::Line => format!("Star line {number}{id}"),
            PartKind::Scheme => format!("Grouping {number}{id}"),
        }
    },
    // In English the keys say themselves what they mean.
    key: |_| "",
    named: |key, _| format!("“{key}”"),
    nth: |n| format!("no. {n}"),
    within: ", ",
    at: |part, place| format!("{part}, {place}"),
    missing: |place, key| {
        if place.is_empty() { format!("{key} is missing.") } else { format!("{place}: {key} is missing.") }
    },
    said,
    no_words: |lang, many, first| {
        let language = super::fault::words_in(lang);
        format!(
            "In {many} places there are no {language}, among them {}. Add them, or take “{lang}” out of “languages”.",
            first.join("; ")
        )
    },
};

fn said(fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::NotJson { cut_off: true, .. } => {
            "The file ends in the middle, or a } or ] is missing at its end. Check the brackets from the end."
                .to_owned()
        }
        Fault::NotJson { line, column, .. } => {
            format!(
                "Something is wrong at line {line}, character {column}: often a comma, quote or bracket too many or too few nearby."
            )
        }
        Fault::BadSign { line, column } => {
            format!(
                "At line {line}, character {column} stands a sign that no text can hold. Delete it and type it again."
            )
        }
        Fault::TooDeep => "Brackets stand too deep within each other. Compare with the default standard.".to_owned(),
        Fault::TooMany { .. } => "There are too many entries. Compare with the default standard.".to_owned(),
        Fault::DuplicateKey(key) => format!("“{key}” stands twice. Take one of them out."),
        Fault::NotWhole(Unwhole::Fraction) => {
            "It must be a whole number. Points are in hundredths: 2.5 points are 250.".to_owned()
        }
        Fault::NotWhole(Unwhole::Negative) => "It must not be below 0.".to_owned(),
        Fault::NotWhole(Unwhole::Huge) => "The number is too large.".to_owned(),
        Fault::NumberAsText(text) => format!("Numbers have no quotes: write {text} instead of \"{text}\"."),
        Fault::UnknownKey(key) => format!("The name “{key}” is not known. Is it misspelled?"),
        Fault::UnknownName(name) => {
            format!("“{name}” is none of the words that can stand here. Compare with the default standard.")
        }
        Fault::OtherValue { wanted, .. } => match wanted {
            ValueKind::Number => "It must be a whole number, without quotes.".to_owned(),
            ValueKind::Text => "It must be a text, in quotes.".to_owned(),
            ValueKind::Flag => "It must be true or false, without quotes.".to_owned(),
            ValueKind::List => "It must be a list, in square brackets [ ].".to_owned(),
            ValueKind::ListOf(many) => format!("It must be a list of {many}, in square brackets [ ]."),
            ValueKind::Object => "It must stand in braces { }, with names and what belongs to them.".to_owned(),
            ValueKind::Choice | ValueKind::Name => {
                "It must be one of certain words. Compare with the default standard.".to_owned()
            }
        },
        Fault::Shape(_) | Fault::DoesNotFit => {
            "It is not written as it should be. Compare with the default standard.".to_owned()
        }
        Fault::TooManyHere { most } => format!("There can be at most {most} here."),
        _ => return None,
    })
}
