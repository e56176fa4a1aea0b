//! How long a text is.

/// Whether a text has more than so many characters.
pub fn longer(text: &str, most: u32) -> bool {
    usize::try_from(most).is_ok_and(|most| text.chars().nth(most).is_some())
}
