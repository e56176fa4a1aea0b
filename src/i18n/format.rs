//! Numbers, days and stars in the language's habit.

use crate::i18n::Text;
use crate::model::date::CivilDate;
use crate::model::scoring::score::{Score, Stars};
use crate::model::standard::Standard;
use crate::model::standard::gate::Line;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::words::Lang;

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

/// Between two sentences: Chinese ones bring their own room.
pub fn gap(text: &Text) -> &'static str {
    match text.lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

/// A day: 2026年12月10日, 10 December 2026.
pub fn day(text: &Text, date: CivilDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = (date.year(), date.month(), date.day());
    match text.lang {
        Lang::Zh => format!("{year}年{month}月{day}日"),
        Lang::En => {
            let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
            format!("{day} {name} {year}")
        }
    }
}

/// A line's stars as signs, nothing for lines that are not stars.
pub fn stars(line: Option<&Line>) -> String {
    "★".repeat(line.map_or(0, |line| usize::from(line.stars)))
}

/// The stars of a score in words: `★★★★ 四星`, or from the lowest to the highest it may still be.
pub fn stars_in_words(text: &Text, standard: &Standard, score: &Score) -> String {
    let words = |stars: Stars| match stars.line(standard) {
        Some(line) => format!("{} {}", self::stars(Some(line)), line.words.get(text.lang)).trim_start().to_owned(),
        None => standard.no_line.get(text.lang).to_owned(),
    };
    if score.worst == score.best {
        words(score.worst)
    } else {
        (text.result.from_to)(&words(score.worst), &words(score.best))
    }
}
