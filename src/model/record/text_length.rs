//! How long a text is.

/// Whether a text has more than so many characters.
pub fn longer(text: &str, most: u32) -> bool {
    // No text has more characters than bytes.
    usize::try_from(most).is_ok_and(|most| text.len() > most && text.chars().count() > most)
}

#[cfg(test)]
mod tests {
    use super::longer;

    #[test]
    fn a_text_is_as_long_as_it_has_characters_however_many_bytes_those_take() {
        for text in ["", "a", "代表联络站", "e\u{301}", "a代😀"] {
            let many = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            assert!(!longer(text, many), "{text}");
            assert_eq!(longer(text, many.saturating_sub(1)), many > 0, "{text}");
        }
    }
}
