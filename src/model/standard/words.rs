//! Words in any languages. A standard brings its own words for its own trade; everything else a person reads stands in
//! `crate::i18n`, in the languages of [`Lang`].

use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A language of the screens: one that the program itself speaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Lang {
    /// Chinese in simplified characters, the first language of the users.
    #[default]
    Zh,
    /// English.
    En,
    /// English in other letters, made by the build for tests.
    #[cfg(feature = "pseudo-language")]
    Pseudo,
}

impl Lang {
    /// Every language there is, the first language of the users first.
    pub const ALL: [Self; 2 + cfg!(feature = "pseudo-language") as usize] = [
        Self::Zh,
        Self::En,
        #[cfg(feature = "pseudo-language")]
        Self::Pseudo,
    ];

    /// Its tag in files and in storage.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
            #[cfg(feature = "pseudo-language")]
            Self::Pseudo => "qps",
        }
    }
}

/// The longest tag, in characters.
const MAX_CHARS: usize = 35;
/// The most languages of a standard, and of one thing that is said.
pub(in crate::model) const MAX_LANGUAGES: usize = 100;

/// A language in a file, whether the program speaks it or not: a short BCP 47 tag in lower case, such as `zh`, `bo` or
/// `zh-hant`. Parts of `a-z` and `0-9` with one hyphen between them, the first of 2 to 8 letters, each further one of 1
/// to 8 letters or digits, at most 35 characters in all.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("pattern" = "^[a-z]{2,8}(-[a-z0-9]{1,8})*$", "maxLength" = MAX_CHARS)))]
#[serde(try_from = "String")]
pub struct LangTag(Arc<str>);

impl LangTag {
    /// The tag as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text is a tag as [`LangTag`] describes it.
fn fits(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    text.len() <= MAX_CHARS
        && (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

impl TryFrom<String> for LangTag {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if fits(&text) {
            Ok(Self(text.into()))
        } else {
            Err("not a language tag in lower case, such as zh, bo, zh-hant")
        }
    }
}

impl TryFrom<&str> for LangTag {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::try_from(text.to_owned())
    }
}

impl Borrow<str> for LangTag {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LangTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One thing said in any languages, at most 100. Once a standard has passed its lint, each of its words is there in
/// every language that it claims.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("maxProperties" = MAX_LANGUAGES, "propertyNames" = {"maxLength": MAX_CHARS})))]
#[serde(transparent)]
pub struct Words(#[serde(deserialize_with = "languages")] BTreeMap<LangTag, String>);

/// Reads what is said in each language.
fn languages<'de, D: Deserializer<'de>>(reader: D) -> Result<BTreeMap<LangTag, String>, D::Error> {
    let said = BTreeMap::deserialize(reader)?;
    if said.len() > MAX_LANGUAGES { Err(D::Error::custom("more than 100 languages")) } else { Ok(said) }
}

impl Words {
    /// The words in this language; where they are missing, in the first language of the program that has them, and
    /// then in that of the first tag. Nothing where nothing is said at all.
    pub fn get(&self, lang: Lang) -> &str {
        let spoken = [lang].into_iter().chain(Lang::ALL).find_map(|lang| self.0.get(lang.tag()));
        spoken.or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    /// The words in every language there is, in the order of their tags.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// Whether something other than spaces is said in this language.
    pub fn has(&self, lang: &LangTag) -> bool {
        self.0.get(lang).is_some_and(|words| !words.trim().is_empty())
    }
}

impl Words {
    /// Several things said as one, each with what follows it, in every language in which any of them is said.
    pub fn joined<'a>(parts: impl Iterator<Item = (&'a Self, String)>) -> Self {
        let mut said: BTreeMap<LangTag, String> = BTreeMap::new();
        for (words, more) in parts {
            for (tag, words) in &words.0 {
                let before = said.entry(tag.clone()).or_default();
                if !before.is_empty() {
                    before.push_str(" · ");
                }
                before.push_str(words);
                before.push_str(&more);
            }
        }
        Self(said)
    }
}
