//! What is known of a township's bundle that a review keeps (打包文件): a county those that it received, a township those
//! that it made. Its bytes lie with the received files, under its digest.

use crate::model::date::{CivilDate, UtcTime};
use crate::model::digest::CheckCode;
use crate::model::problem::{Fault, Problem};
use crate::model::record::text_length::longer;
use crate::model::record::unit::LINE;
use crate::model::review::taken::FILE_NAME;
use crate::model::standard::ids::UnitKind;
use serde::{Deserialize, Serialize};

/// What is known of a bundle that is kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KeptBundle {
    /// Its check code, which stands on the sealed sheet.
    pub code: CheckCode,
    /// The township, at most `LINE` characters.
    pub township: String,
    /// The kind of all its units.
    pub kind: UnitKind,
    /// Which bundle of the township it is (第 n 次), counted from 1.
    pub number: u32,
    /// When it was made, by its own word.
    pub time: UtcTime,
    /// The day of receipt, or the day on which it was made here.
    pub received: CivilDate,
    /// What it was called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
}

impl KeptBundle {
    /// Texts that are too long, each with its place below `under`.
    pub fn problems(&self, under: &str) -> Vec<Problem> {
        let texts = [("township", &self.township, LINE), ("file_name", &self.file_name, FILE_NAME)];
        let long = texts.into_iter().filter(|(_, text, most)| longer(text, *most));
        long.map(|(key, _, most)| Problem::at(format!("{under}.{key}"), Fault::TooLong { most })).collect()
    }
}
