//! How long a text is.

/// Whether a text has more than so many characters.
pub fn longer(text: &str, most: u32) -> bool {
    // No text has more characters than bytes.
    usize::try_from(most).is_ok_and(|most| text.len() > most && text.chars().count() > most)
}
