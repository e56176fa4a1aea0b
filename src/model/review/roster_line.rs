//! A line of the roster (花名册): a unit that is to be reviewed, as the office knows it.

use crate::model::problem::{Fault, Problem};
use crate::model::record::text_length::longer;
use crate::model::record::unit::{LINE, trim};
use crate::model::standard::ids::UnitKind;
use serde::{Deserialize, Serialize};

/// A unit on the roster. Every text has at most `LINE` characters.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RosterLine {
    /// The kind of unit: which of the review's standards it is judged by.
    pub kind: UnitKind,
    /// Its place on the roster, rising; lines with the same place come in the order of their ids.
    pub order: u32,
    /// The county's code for it, if it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Its full name.
    pub name: String,
    /// Its township or sub-district.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub township: String,
    /// Its village or community, for units that have one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub village: String,
    /// Its head (负责人).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub head: String,
    /// Its liaison officer (联络员).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub liaison: String,
    /// Its members, by number or by name as the office writes them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub members: String,
}

impl RosterLine {
    /// A unit of this kind and name, at the beginning of the roster.
    pub fn new(kind: UnitKind, name: &str) -> Self {
        Self {
            kind,
            order: 0,
            code: String::new(),
            name: trim(name),
            township: String::new(),
            village: String::new(),
            head: String::new(),
            liaison: String::new(),
            members: String::new(),
        }
    }

    /// Its name, and before it the township and the village where they are wanted. A name that begins with one says it
    /// already.
    pub fn called(&self, township: bool, village: bool) -> String {
        let name = self.name.trim();
        let places = [(township, self.township.trim()), (village, self.village.trim())];
        let places = places.into_iter().filter(|(wanted, place)| *wanted && !name.starts_with(place));
        places.map(|(_, place)| place).chain([name]).collect::<Vec<_>>().join(" ")
    }

    /// Texts that are too long, each with its place below `under`.
    pub fn problems(&self, under: &str) -> Vec<Problem> {
        let Self { kind: _, order: _, code, name, township, village, head, liaison, members } = self;
        let texts = [
            ("code", code),
            ("name", name),
            ("township", township),
            ("village", village),
            ("head", head),
            ("liaison", liaison),
            ("members", members),
        ];
        let long = texts.into_iter().filter(|(_, text)| longer(text, LINE));
        long.map(|(key, _)| Problem::at(format!("{under}.{key}"), Fault::TooLong { most: LINE })).collect()
    }
}
