//! Words in the languages the program speaks. A standard brings its own words for its own trade;
//! everything else a person reads stands in `crate::i18n`.

use serde::{Deserialize, Serialize};

/// A language of the screens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese in simplified characters, the first language of the users.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The two letters used in files and in storage.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// One thing said in the languages that a standard claims. At least one is there once the standard
/// has passed its lint.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Words {
    /// Chinese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Words {
    /// The words in this language, or in the other one where the standard does not have it.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }

    /// The words in every language there is.
    pub fn all(&self) -> Vec<String> {
        [&self.zh, &self.en].into_iter().flatten().cloned().collect()
    }

    /// Whether something other than spaces is said in this language.
    pub fn has(&self, lang: Lang) -> bool {
        let said = match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        };
        said.as_deref().is_some_and(|words| !words.trim().is_empty())
    }
}

impl Words {
    /// Several things said as one, each with what follows it, in every language in which any of them is said.
    pub fn joined<'a>(parts: impl Iterator<Item = (&'a Self, String)>) -> Self {
        let add = |said: &mut Option<String>, words: &Option<String>, more: &str| {
            let Some(words) = words else { return };
            *said = Some(said.take().map_or_else(String::new, |said| said + " · ") + words + more);
        };
        let mut said = Self::default();
        for (words, more) in parts {
            add(&mut said.zh, &words.zh, &more);
            add(&mut said.en, &words.en, &more);
        }
        said
    }
}
