//! The keys in storage. They carry the project's prefix, as Chromium lets all pages from disk share one
//! storage, and the number of the format, so that an older copy of the program never finds, and never
//! overwrites, what a newer one wrote.

use crate::model::id::DraftId;
use crate::model::submission::StandardRef;

/// What every key of the program begins with.
const PREFIX: &str = "xingzhan";
/// The format of what is stored. Raised together with the format of a draft.
const FORMAT: u32 = crate::model::draft::FORMAT;

/// The key of a draft.
pub fn draft(id: &DraftId) -> String {
    format!("{PREFIX}.{FORMAT}.draft.{id}")
}

/// The key of a draft's card.
pub fn card(id: &DraftId) -> String {
    format!("{PREFIX}.{FORMAT}.card.{id}")
}

/// The key of a standard that was opened from a file.
pub fn standard(reference: &StandardRef) -> String {
    format!("{PREFIX}.{FORMAT}.standard.{}", reference.digest.as_str())
}

/// The key of the chosen language; the same in every format.
pub fn language() -> String {
    format!("{PREFIX}.language")
}

/// The draft that a key is for, if it is a draft's of this format.
pub fn draft_of(key: &str) -> Option<DraftId> {
    DraftId::try_from(key.strip_prefix(&format!("{PREFIX}.{FORMAT}.draft."))?).ok()
}

/// Whether a key is that of a standard of this format.
pub fn is_standard(key: &str) -> bool {
    key.starts_with(&format!("{PREFIX}.{FORMAT}.standard."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_found_by_its_key_and_nothing_else_is() {
        let id = DraftId::try_from("a1b2").expect("an id");
        assert_eq!(draft_of(&draft(&id)), Some(id.clone()));
        for key in [card(&id), "xingzhan.2.draft.a1b2".to_owned(), "draft.a1b2".to_owned(), language()] {
            assert_eq!(draft_of(&key), None, "{key}");
        }
    }

    #[test]
    fn keys_carry_the_prefix_and_the_format() {
        let id = DraftId::try_from("a1b2").expect("an id");
        assert_eq!(draft(&id), "xingzhan.1.draft.a1b2");
    }
}
