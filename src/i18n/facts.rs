//! The sentences of the page of all numbers, and of its sheet of paper.

/// All numbers in one sitting.
pub struct FactsWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// How many of how many are filled in.
    pub filled: fn(usize, usize) -> String,
    /// The sheets that go with it.
    pub sheet: &'static str,
    pub blank_sheet: &'static str,
    pub paper_hint: &'static str,
    /// Into the next field with the key.
    pub enter: &'static str,
}
