//! To whom a submission goes, and on which ways.

use crate::model::standard::words::{Lang, Words};
use serde::{Deserialize, Serialize};

/// Where submissions go.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Receiver {
    /// The office.
    pub office: Words,
    /// What it is called in a sentence (县里, 乡镇（街道）); the office where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<Words>,
    /// Its mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailbox: Option<String>,
    /// How a submission reaches it, the usual way first; each once. By mail where it is left out.
    #[serde(default = "by_mail", skip_serializing_if = "is_by_mail")]
    pub ways: Vec<Way>,
}

/// How a submission reaches its receiver.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// As an attachment to a mail.
    Mail,
    /// As a file in a chat (微信).
    Chat,
    /// On a memory stick (U 盘).
    Stick,
}

impl Way {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Chat => "chat",
            Self::Stick => "stick",
        }
    }
}

impl Receiver {
    /// What it is called in a sentence.
    pub fn called(&self, lang: Lang) -> &str {
        self.called.as_ref().unwrap_or(&self.office).get(lang)
    }
}

fn by_mail() -> Vec<Way> {
    vec![Way::Mail]
}

fn is_by_mail(ways: &Vec<Way>) -> bool {
    *ways == by_mail()
}
