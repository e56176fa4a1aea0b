//! A file of a township's or the county's desk, as far as a unit's door tells of it: what it is, whose, and how much. What
//! it holds is read by the desk alone (`model::review::reviewed_file`), which units never fetch.

use crate::model::files::migrations::refuse_newer;
use crate::model::problem::{Fault, Problem};
use serde::Deserialize;
use serde_json::Value;

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeskFileKind {
    /// A township's bundle.
    Bundle,
    /// A review.
    Review,
}

/// What is told of it. Nothing of it is verified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeskFile {
    /// What it is.
    pub kind: DeskFileKind,
    /// The township; empty where it is the county's.
    pub township: String,
    /// The year.
    pub year: u16,
    /// How many units a bundle is of.
    pub units: Option<usize>,
    /// A bundle's check code, as it stands there.
    pub code: String,
}

#[derive(Deserialize)]
struct BundleHead {
    township: String,
    year: u16,
    units: Vec<Value>,
}

#[derive(Deserialize)]
struct ReviewHeadRead {
    desk: Value,
    year: u16,
}

impl DeskFile {
    /// Of what stands in a file. A newer format is refused.
    pub(in crate::model) fn of(kind: DeskFileKind, value: &Value, format: u32) -> Result<Self, Vec<Problem>> {
        refuse_newer(value, format)?;
        Ok(match kind {
            DeskFileKind::Bundle => {
                let sealed: BundleHead = part(value, "sealed")?;
                let code = value.get("code").and_then(Value::as_str).unwrap_or_default().to_owned();
                Self { kind, township: sealed.township, year: sealed.year, units: Some(sealed.units.len()), code }
            }
            DeskFileKind::Review => {
                let basics: ReviewHeadRead = part(value, "basics")?;
                let township = basics.desk.get("township").and_then(Value::as_str).unwrap_or_default().to_owned();
                Self { kind, township, year: basics.year, units: None, code: String::new() }
            }
        })
    }
}

/// A part that every such file has, as far as it is told of.
fn part<T: for<'a> Deserialize<'a>>(value: &Value, key: &str) -> Result<T, Vec<Problem>> {
    let missing = || vec![Problem::at("", Fault::MissingKey(key.to_owned()))];
    value.get(key).and_then(|part| T::deserialize(part).ok()).ok_or_else(missing)
}
