//! Who is assessed and who speaks for it. Names and office telephones only; never a constituent's.

use crate::model::date::CivilDate;
use crate::model::problem::{Fault, Problem};
use crate::model::record::text_length::longer;
use serde::{Deserialize, Serialize};

/// The unit (站、室).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Unit {
    /// The county's code for it, if it has one.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// Its township or sub-district.
    pub township: String,
    /// Its village or community, for units that have one.
    pub village: String,
    /// Where it is.
    pub address: String,
    /// When it is open.
    pub hours: String,
}

/// Somebody in a post.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Post {
    /// The name.
    pub name: String,
    /// The office this person holds besides (人大主席).
    pub office: String,
    /// The office telephone.
    pub phone: String,
}

/// The three posts of a unit.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Posts {
    /// The head, or whoever acts as head.
    pub head: Post,
    /// Whether the head only acts as such (暂时没有…的,由…具体负责).
    pub acting: bool,
    /// The deputy head.
    pub deputy: Post,
    /// The liaison officer.
    pub liaison: Post,
}

/// Who declares that the submission is true.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Declaration {
    /// Who filled it in.
    pub name: String,
    /// The post of that person.
    pub post: String,
    /// The day it was filled in, local.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// That the numbers are true and that no finding that only the county sets applies.
    pub agreed: bool,
}

/// The longest line in any of these, in characters.
pub const LINE: u32 = 120;

impl Unit {
    /// The same without spaces around what was typed.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let Self { code, name, township, village, address, hours } = self;
        let [code, name, township, village, address, hours] =
            [code, name, township, village, address, hours].map(|text| trim(text));
        Self { code, name, township, village, address, hours }
    }

    /// Lines that are too long, each with its place below `under`.
    pub fn problems(&self, under: &str) -> Vec<Problem> {
        let Self { code, name, township, village, address, hours } = self;
        let lines = [
            ("code", code),
            ("name", name),
            ("township", township),
            ("village", village),
            ("address", address),
            ("hours", hours),
        ];
        too_long(under, &lines)
    }
}

impl Posts {
    /// The same without spaces around what was typed.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let post = |post: &Post| Post { name: trim(&post.name), office: trim(&post.office), phone: trim(&post.phone) };
        Self { head: post(&self.head), acting: self.acting, deputy: post(&self.deputy), liaison: post(&self.liaison) }
    }

    /// Lines that are too long, each with its place below `under`.
    pub fn problems(&self, under: &str) -> Vec<Problem> {
        [("head", &self.head), ("deputy", &self.deputy), ("liaison", &self.liaison)]
            .into_iter()
            .flat_map(|(key, Post { name, office, phone })| {
                too_long(&format!("{under}.{key}"), &[("name", name), ("office", office), ("phone", phone)])
            })
            .collect()
    }
}

impl Declaration {
    /// The same without spaces around what was typed.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        Self { name: trim(&self.name), post: trim(&self.post), ..self.clone() }
    }

    /// Lines that are too long, each with its place below `under`.
    pub fn problems(&self, under: &str) -> Vec<Problem> {
        too_long(under, &[("name", &self.name), ("post", &self.post)])
    }
}

fn too_long(under: &str, lines: &[(&str, &String)]) -> Vec<Problem> {
    lines
        .iter()
        .filter(|(_, line)| longer(line, LINE))
        .map(|(key, _)| Problem::at(format!("{under}.{key}"), Fault::TooLong { most: LINE }))
        .collect()
}

pub(in crate::model) use crate::model::record::typed::tidy as trim;
