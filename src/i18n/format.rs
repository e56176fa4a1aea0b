//! Numbers, days, stars and signs in the language's habit.

use crate::i18n::Text;
use crate::model::date::CivilDate;
use crate::model::scoring::score::{Score, Stars};
use crate::model::standard::Standard;
use crate::model::standard::gate::Line;
use crate::model::standard::points::{Points, Range};

/// Signs between words, and how a day is written.
pub struct Signs {
    /// Between a name and what it names.
    pub colon: &'static str,
    /// Between the parts of a list.
    pub and: &'static str,
    /// Between two halves of a sentence.
    pub comma: &'static str,
    /// Between two sentences: Chinese ones bring their own room.
    pub gap: &'static str,
    /// Before a part of a sum that is added.
    pub plus: &'static str,
    /// Before a part of a sum that is taken away.
    pub minus: &'static str,
    /// Something, and in brackets what belongs to it.
    pub beside: fn(&str, &str) -> String,
    /// So many of a unit: `14 件`. A language whose unit is said otherwise of one leaves it out there.
    pub amount: fn(&str, &str) -> String,
    /// What is counted, how many there are, and the unit, which a language may leave out.
    pub counted: fn(&str, &str, &str) -> String,
    /// A day: 2026年12月10日, 10 December 2026.
    pub day: fn(CivilDate) -> String,
}

impl Text {
    /// Between a name and what it names.
    pub fn colon(&self) -> &'static str {
        self.signs.colon
    }

    /// Between the parts of a list.
    pub fn and(&self) -> &'static str {
        self.signs.and
    }

    /// Between two halves of a sentence.
    pub fn comma(&self) -> &'static str {
        self.signs.comma
    }
}

/// Points as people write them.
pub fn points(points: Points) -> String {
    points.to_string()
}

/// A score or the range it lies in: `84.5`, `62.5 – 91`.
pub fn range(range: Range) -> String {
    match range.settled() {
        Some(points) => points.to_string(),
        None => format!("{} – {}", range.low, range.high),
    }
}

/// So many of a unit.
pub fn amount(text: &Text, count: impl ToString, unit: &str) -> String {
    (text.signs.amount)(&count.to_string(), unit).trim_end().to_owned()
}

/// The unit as it stands behind a number that is written already: a language may leave it out there.
pub fn unit_beside(text: &Text, count: impl ToString, unit: &str) -> String {
    let count = count.to_string();
    amount(text, &count, unit).strip_prefix(&count).unwrap_or_default().trim().to_owned()
}

/// What is counted, and how many there are.
pub(super) fn counted(text: &Text, words: &str, count: impl ToString, unit: &str) -> String {
    (text.signs.counted)(words, &count.to_string(), unit).trim_end().to_owned()
}

/// Between two sentences.
pub fn gap(text: &Text) -> &'static str {
    text.signs.gap
}

/// A day in words.
pub fn day(text: &Text, date: CivilDate) -> String {
    (text.signs.day)(date)
}

/// A line's stars as signs, nothing for lines that are not stars.
pub fn stars(line: Option<&Line>) -> String {
    "★".repeat(line.map_or(0, |line| usize::from(line.stars)))
}

/// The stars of a score in words: `★★★★ 四星`, or from the lowest to the highest it may still be, and
/// which of them only a visit confirms.
pub fn stars_in_words(text: &Text, standard: &Standard, score: &Score) -> String {
    let words = |stars: Stars| match stars.line(standard) {
        Some(line) => format!("{} {}", self::stars(Some(line)), line.words.get(text.lang)).trim_start().to_owned(),
        None => standard.no_line.get(text.lang).to_owned(),
    };
    let said = if score.worst == score.best {
        words(score.worst)
    } else {
        (text.result.from_to)(&words(score.worst), &words(score.best))
    };
    let visits: Vec<String> =
        score.awaits_visit(standard).map(|line| (text.year().only_visited)(line.words.get(text.lang))).collect();
    if visits.is_empty() { said } else { (text.signs.beside)(&said, &visits.join(text.comma())) }
}
