//! The sentences of the page that the head reads before signing, and of how paper comes about without a printer.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::Text;

/// The head's page, and printing elsewhere.
pub struct SigningWords {
    /// The head's post.
    pub title: fn(&str) -> String,
    pub lead: &'static str,
    pub claimed: &'static str,
    pub lost: fn(usize) -> String,
    pub nothing_lost: &'static str,
    pub item: &'static str,
    pub won: &'static str,
    pub why: &'static str,
    /// The year beside this one.
    pub then: fn(u16) -> String,
    pub no_year: &'static str,
    pub put_year: &'static str,
    pub gates: &'static str,
    pub no_gates: &'static str,
    pub nothing_to_look_at: &'static str,
    pub last: &'static str,
    pub not_handed: &'static str,
    pub sign: &'static str,
    pub sign_hint: &'static str,
    pub no_printer: &'static str,
    pub no_printer_steps: [&'static str; 3],
}

impl Text {
    /// The sentences of the head's page.
    pub fn signing(&self) -> &'static SigningWords {
        crate::i18n::signing_words(self.lang)
    }
}
