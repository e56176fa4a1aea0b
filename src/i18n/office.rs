//! Why there is no mail and no workbook, in words.

use crate::i18n::lack::lack;
use crate::i18n::{Text, office_words};
use crate::model::files::site_files::MissingFile;
use crate::model::office::OfficeError;

/// The sentences in one language.
pub struct OfficeWords {
    /// Stands after another sentence, with the room before it that the language leaves.
    pub unaffected: &'static str,
    pub absent: &'static str,
    pub broken: &'static str,
    pub too_old: &'static str,
    pub failed: &'static str,
    pub mailbox: &'static str,
    pub too_large: &'static str,
    pub refused: &'static str,
}

/// The same where it is known what is wrong with the file that it needs.
pub fn not_fetched(text: &Text, found: &MissingFile) -> String {
    lack(text.lang, found) + office_words(text.lang).unaffected
}

/// What a person can do about it.
pub fn not_made(text: &Text, reason: OfficeError) -> &'static str {
    let words = office_words(text.lang);
    match reason {
        OfficeError::Absent => words.absent,
        OfficeError::Broken => words.broken,
        OfficeError::TooOld => words.too_old,
        OfficeError::Failed => words.failed,
        OfficeError::Mailbox => words.mailbox,
        OfficeError::TooLarge => words.too_large,
        OfficeError::Refused => words.refused,
    }
}
