//! Which rows of the list of all answers are shown: all, or those that still need a look, and of these the ones in which
//! something is said.

/// Which rows are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Rows {
    /// All.
    #[default]
    All,
    /// What is not filled in.
    Open,
    /// What gives points and is shown by nothing.
    Unshown,
    /// What loses points, whatever is still open.
    Lost,
}

impl Rows {
    /// Every choice, in the order in which it is offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Open, Self::Unshown, Self::Lost];
}

/// What is asked of a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AnswerFilter {
    /// Which rows.
    pub rows: Rows,
    /// Words that must all stand in a row, with spaces between them.
    pub search: String,
}

/// What a row is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AnswerRow {
    /// It is not filled in.
    pub open: bool,
    /// It gives points and nothing shows it.
    pub unshown: bool,
    /// It loses points, whatever is still open.
    pub lost: bool,
    /// Everything that stands in it.
    pub words: String,
}

impl AnswerFilter {
    /// Whether a row is shown. Latin letters are found in either case.
    pub fn shows(&self, row: &AnswerRow) -> bool {
        let kind = match self.rows {
            Rows::All => true,
            Rows::Open => row.open,
            Rows::Unshown => row.unshown,
            Rows::Lost => row.lost,
        };
        let words = row.words.to_ascii_lowercase();
        kind && self.search.to_ascii_lowercase().split_whitespace().all(|word| words.contains(word))
    }

    /// Whether any of these is shown.
    pub fn shows_any(&self, rows: &[AnswerRow]) -> bool {
        rows.iter().any(|row| self.shows(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(words: &str) -> AnswerRow {
        AnswerRow { words: words.to_owned(), ..AnswerRow::default() }
    }

    #[test]
    fn every_word_that_is_searched_must_stand_in_the_row_in_either_case() {
        let found = |search: &str, words: &str| {
            AnswerFilter { search: search.to_owned(), ..AnswerFilter::default() }.shows(&row(words))
        };
        assert!(found("", "G6 接待台账"));
        assert!(found("g6", "G6 接待台账"));
        assert!(found(" 台账\u{3000}G6 ", "G6 接待台账"));
        assert!(!found("台账 H2", "G6 接待台账"));
    }

    #[test]
    fn each_choice_shows_its_own_rows_alone() {
        let open = AnswerRow { open: true, ..row("A1") };
        let unshown = AnswerRow { unshown: true, ..row("A2") };
        let lost = AnswerRow { lost: true, ..row("A3") };
        let all = [open, unshown, lost, row("A4")];
        let shown = |rows: Rows| {
            let filter = AnswerFilter { rows, search: String::new() };
            all.iter().filter(|row| filter.shows(row)).map(|row| row.words.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(Rows::ALL.map(shown), [vec!["A1", "A2", "A3", "A4"], vec!["A1"], vec!["A2"], vec!["A3"]]);
        assert!(!AnswerFilter { rows: Rows::Lost, search: "A1".to_owned() }.shows_any(&all));
    }
}
