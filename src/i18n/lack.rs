//! What is wrong with a file of the site, and whom to tell. Before the start index.html says the same.

use crate::i18n::lack_words;
use crate::model::files::site_files::{MissingFile, SiteFault};
use crate::model::standard::words::Lang;

/// The sentences in one language, given the file's name and what the site answered.
pub struct LackWords {
    /// The site answered that it does not give it.
    pub status: fn(&str, &str) -> String,
    /// Nobody answered.
    pub network: fn(&str) -> String,
    /// It was waited for too long.
    pub slow: fn(&str) -> String,
    /// It came as something else.
    pub wrong_type: fn(&str, &str) -> String,
    /// It holds something else.
    pub content: fn(&str, &str) -> String,
    /// The single file is damaged.
    pub damaged: &'static str,
    /// The browser did not run it.
    pub not_run: &'static str,
}

/// Which file it is, what is wrong with it, and what can be done.
pub fn lack(lang: Lang, lack: &MissingFile) -> String {
    let (words, MissingFile { file, answer, .. }) = (lack_words(lang), lack);
    match lack.fault {
        SiteFault::Status => (words.status)(file, answer),
        SiteFault::Network => (words.network)(file),
        SiteFault::Slow => (words.slow)(file),
        SiteFault::Type => (words.wrong_type)(file, answer),
        SiteFault::Content => (words.content)(file, answer),
        SiteFault::Damaged => words.damaged.to_owned(),
        SiteFault::NotRun => words.not_run.to_owned(),
    }
}
