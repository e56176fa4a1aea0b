//! The standards of stored drafts. Each is stored once in each place, under its digest, before the first text that
//! names it; it goes only when no text in either place names it any more.

use crate::model::digest::Digest;

/// How many standards may be stored that no draft may need any more, before it is looked which of them can go. Looking
/// reads every stored text; a county issues one or two in a year.
const UNUSED: usize = 8;

/// Whether it is to be looked which standards can go: `stored` lists those of a place, `offered` those that a person
/// opened from files, which stay.
pub fn is_due(stored: &[Digest], offered: &[Digest]) -> bool {
    stored.iter().filter(|digest| !offered.contains(digest)).count() > UNUSED
}

/// Which of the stored standards nothing needs. `texts` is everything else that is stored, in both places and of every
/// kind: also what cannot be read may name one.
pub fn unneeded<'a>(stored: &[Digest], offered: &[Digest], texts: impl IntoIterator<Item = &'a str>) -> Vec<Digest> {
    let mut left: Vec<Digest> = stored.iter().filter(|digest| !offered.contains(digest)).cloned().collect();
    for text in texts {
        let named: Vec<&str> = text.split('"').filter(|part| part.len() == 16).collect();
        left.retain(|digest| !named.contains(&digest.as_str()));
    }
    left
}

/// Whether a stored text names this standard, also where the text cannot be read.
pub fn names(text: &str, digest: &Digest) -> bool {
    text.split('"').any(|part| part == digest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(nth: u8) -> Digest {
        Digest::of(&[nth])
    }

    #[test]
    fn a_standard_that_any_text_names_stays_also_where_the_text_cannot_be_read() {
        let stored: Vec<Digest> = (0..4).map(digest).collect();
        let named = format!(r#"7 1f.1{}{{"standard":{{"digest":"{}","id":"s"#, '\n', stored[0].as_str());
        let other = format!(r#"{{"a":"{}"}}"#, stored[1].as_str());
        let gone = unneeded(&stored, &[digest(2)], [named.as_str(), other.as_str(), "nothing"]);
        assert_eq!(gone, [digest(3)]);
    }

    #[test]
    fn a_draft_by_a_standard_is_known_by_its_text() {
        let text = format!(r#"7 1f.1{}{{"standard":{{"digest":"{}","id":"s"#, '\n', digest(1).as_str());
        assert!(names(&text, &digest(1)) && !names(&text, &digest(2)));
    }

    #[test]
    fn nobody_looks_before_there_are_more_than_a_county_issues_in_years() {
        let stored: Vec<Digest> = (0..10).map(digest).collect();
        assert!(!is_due(&stored[..UNUSED], &[]) && is_due(&stored[..=UNUSED], &[]));
        assert!(!is_due(&stored, &stored[..2]) && is_due(&stored, &stored[..1]));
    }
}
