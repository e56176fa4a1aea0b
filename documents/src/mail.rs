//! A mail that hands a file over, as data for whoever writes it, and what may stand in one.

use serde::{Deserialize, Serialize};

/// A mail, not sent yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// To whom; nobody where the standard names no mailbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Recipient>,
    /// The subject, in one line.
    pub subject: String,
    /// The lines of the text.
    pub lines: Vec<String>,
    /// What is attached; the bytes travel beside it, in the same order.
    pub attachments: Vec<Attachment>,
}

/// To whom a mail goes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The office.
    pub office: String,
    /// Its mailbox.
    pub mailbox: String,
}

/// A file that is attached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What kind of file it is, such as `application/json`.
    pub media_type: String,
}

/// The longest mailbox, in bytes: RFC 5321 has room for no more.
pub const MAILBOX: usize = 254;

/// Whether a text is one plain mail address and nothing else: a name, `@` and a host, of the characters that QQ, 163 and
/// the mailboxes of offices have. An address with Chinese characters in it is refused: hardly any mailbox here takes it,
/// and one that looks like another could hide behind it. No scheme, name, second address or space fits either.
pub fn is_mailbox(text: &str) -> bool {
    let parts = |text: &str, fits: fn(u8) -> bool| {
        text.split('.')
            .all(|part| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-') && part.bytes().all(fits))
    };
    let name = |character: u8| character.is_ascii_alphanumeric() || b"_+-".contains(&character);
    let host = |character: u8| character.is_ascii_alphanumeric() || character == b'-';
    text.len() <= MAILBOX && text.split_once('@').is_some_and(|(box_, at)| parts(box_, name) && parts(at, host))
}

/// A text as one line: what ends a line somewhere becomes a space, and what turns around or hides what stands beside
/// it goes. A unit's or an office's name can then be no line of its own in a mail.
pub fn one_line(text: &str) -> String {
    let hides = |character: &char| matches!(character, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let ends = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    text.chars()
        .filter(|character| !hides(character))
        .map(|character| if ends(character) { ' ' } else { character })
        .collect()
}
