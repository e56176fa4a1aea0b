//! The sentences around photos.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

use crate::i18n::Text;
use crate::model::photos::rules::Refused;
use crate::model::standard::Standard;

/// Photos of an item, from choosing to covering.
pub struct Photos {
    pub title: &'static str,
    pub add: &'static str,
    pub camera: &'static str,
    pub hint: &'static str,
    pub notice: &'static str,
    pub off: &'static str,
    pub switch_on: &'static str,
    pub named: fn(usize, &str) -> String,
    pub many: fn(usize) -> String,
    pub caption: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub remove: &'static str,
    pub view: &'static str,
    pub close: &'static str,
    pub busy: fn(usize, usize) -> String,
    pub added: fn(usize) -> String,
    pub already: &'static str,
    pub removed: &'static str,
    pub moved: fn(usize) -> String,
    pub too_many: fn(usize, usize, usize) -> String,
    pub missing: &'static str,
    pub spoilt: &'static str,
    pub blocked: &'static str,
    pub unsaved: &'static str,
    pub unsaved_full: &'static str,
    pub size: fn(&str, &str) -> String,
    pub size_only: fn(&str) -> String,
    pub over: fn(&str, &str) -> String,
    pub broke_off: &'static str,
    pub long_notice: &'static str,
    pub cover: &'static str,
    pub cover_hint: &'static str,
    pub cover_add: &'static str,
    pub cover_less: &'static str,
    pub cover_apply: &'static str,
    pub cover_box: fn(usize) -> String,
    pub covered: &'static str,
    pub cover_failed: &'static str,
    pub without: fn(usize) -> String,
    pub lack_fewer: &'static str,
    pub refused: fn(Refused) -> String,
}

/// What no photo may show: in the words of the standard, or in ours where it brings none.
pub fn photo_notice<'a>(text: &Text, standard: &'a Standard) -> &'a str {
    standard.photo_notice.as_ref().map_or(text.photos.notice, |words| words.get(text.lang))
}

/// Why a picture was not taken, with the name of its file.
pub fn refused(text: &Text, name: &str, why: Refused) -> String {
    let said = (text.photos.refused)(why);
    if name.is_empty() { said } else { format!("{name}{}{said}", text.colon()) }
}
