//! The summary of a township's first scores (初评汇总表), which is signed and sealed once for all its units.

use crate::i18n::{Text, period_line, range, review_sheet_words, sheet_words, stars_in_words};
use crate::model::print::table::{Cell, Column, Content, Row, RowRole, Sheet, places};
use crate::model::review::assessment::Assessment;
use crate::model::review::bundle::{BundledAnswers, BundledUnit};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::scoring::score::Score;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::points::{Points, Range};

/// How many of the items that lost most are named.
const LOST: usize = 3;

/// The words of a township's sheets, in one language.
pub struct ReviewSheetWords {
    /// The year, and what a sheet is called.
    pub of_year: fn(u16, &str) -> String,
    /// The kind of unit, and whose score it is.
    pub summary: fn(&str, &str) -> String,
    pub number: &'static str,
    pub village: &'static str,
    pub head: &'static str,
    /// Of an assessor's column: the points, and the stars that follow from them.
    pub points: fn(&str) -> String,
    pub stars: fn(&str) -> String,
    /// The stars that the unit's own points would give.
    pub estimate: fn(&str) -> String,
    pub difference: &'static str,
    pub lost: &'static str,
    pub origin: &'static str,
    pub own: &'static str,
    pub entered: &'static str,
    pub revision: &'static str,
    /// The number of an item, and what it lost.
    pub minus: fn(&str, Points) -> String,
    pub township: &'static str,
    /// How many there are, how many handed in.
    pub counts: fn(usize, usize) -> String,
    /// Who did not, each with the reason.
    pub not_sent: fn(&[String]) -> String,
    /// A unit, and why it sent nothing.
    pub because: fn(&str, &str) -> String,
    pub nothing: &'static str,
    pub code: fn(&str) -> String,
    /// Which bundle it is, and its number.
    pub bundle: fn(u32) -> String,
    /// Who made it, and the line for who signs.
    pub signed: fn(&str) -> String,
    pub seal: &'static str,
    pub sample: fn(&str) -> String,
    /// Who is of the unit beside its posts.
    pub members: &'static str,
    /// Above what is asked on the sheet of a unit: how a choice is written.
    pub asked: &'static str,
    /// The widths of the columns, together 100: of the summary, and of the sheet of a unit.
    pub widths: [u8; 12],
    pub asked_widths: [u8; 3],
}

/// The summary of a township's first scores, of the very bundle that goes with it. For paper across.
pub fn summary_sheet(text: &Text, opened: &OpenedBundle) -> Sheet {
    let (words, standard, sealed) = (review_sheet_words(text.lang), &opened.standard, &opened.bundle.sealed);
    let column = standard.assessors.iter().find(|assessor| assessor.id == sealed.column);
    let column = column.map_or("", |assessor| assessor.words.get(text.lang));
    let unit = standard.unit.words.get(text.lang);
    let title = (words.summary)(unit, column);
    let title = if sealed.sample { (words.sample)(&title) } else { title };
    let assessed: Vec<Option<Assessment>> = sealed.units.iter().map(|unit| opened.assessment(unit)).collect();
    let scores = assessed.iter().flatten().flat_map(|both| [both.own.total, both.given.total]);
    let rows = sealed.units.iter().zip(&assessed).zip(1..);
    let code = (words.code)(opened.bundle.code.as_str());
    Sheet {
        title: (words.of_year)(sealed.year, &title),
        lines: summary_lines(text, opened),
        columns: columns(text, words, opened, column),
        rows: rows.map(|((unit, both), number)| row(text, opened, number, unit, both.as_ref())).collect(),
        foot: vec![
            (words.signed)(&sealed.by),
            words.seal.to_owned(),
            standard.estimate.get(text.lang).to_owned(),
            (sheet_words(text.lang).standard)(standard.title.get(text.lang), standard.version),
        ],
        margin: format!("{code}{}{}", text.comma(), (words.bundle)(sealed.number)),
        page: sheet_words(text.lang).page.to_owned(),
        places: places(scores.flat_map(|range| [range.low, range.high]).chain([standard.step])),
    }
}

fn summary_lines(text: &Text, opened: &OpenedBundle) -> Vec<String> {
    let (words, sealed) = (review_sheet_words(text.lang), &opened.bundle.sealed);
    let missing: Vec<String> = sealed
        .units
        .iter()
        .filter_map(|unit| match &unit.answers {
            BundledAnswers::NotSent(why) if why.trim().is_empty() => Some(unit.name.clone()),
            BundledAnswers::NotSent(why) => Some((words.because)(&unit.name, why.trim())),
            BundledAnswers::Submitted(_) | BundledAnswers::Entered(_) => None,
        })
        .collect();
    let township = format!("{}{}{}", words.township, text.colon(), sealed.township);
    let all = sealed.units.len();
    let sent = (words.counts)(all, all.saturating_sub(missing.len()));
    let missing = if missing.is_empty() { String::new() } else { (words.not_sent)(&missing) };
    let code =
        format!("{}{}{}", (words.code)(opened.bundle.code.as_str()), text.comma(), (words.bundle)(sealed.number));
    let lines = [format!("{township}\u{3000}\u{3000}{sent}"), missing, period_line(text, &opened.standard), code];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn columns(text: &Text, words: &ReviewSheetWords, opened: &OpenedBundle, column: &str) -> Vec<Column> {
    let standard = &opened.standard;
    let own = standard.assessors.first().map_or("", |assessor| assessor.words.get(text.lang));
    let heads = [
        words.number.to_owned(),
        words.village.to_owned(),
        standard.unit.words.get(text.lang).to_owned(),
        words.head.to_owned(),
        (words.points)(own),
        (words.estimate)(own),
        (words.points)(column),
        words.difference.to_owned(),
        words.lost.to_owned(),
        (words.stars)(column),
        words.origin.to_owned(),
        words.revision.to_owned(),
    ];
    let columns = heads.into_iter().zip(words.widths).enumerate();
    columns.map(|(at, (words, width))| Column { words, width, centred: !matches!(at, 1 | 2 | 8) }).collect()
}

fn row(text: &Text, opened: &OpenedBundle, number: u32, unit: &BundledUnit, both: Option<&Assessment>) -> Row {
    let (words, standard) = (review_sheet_words(text.lang), &opened.standard);
    let mut cells = vec![
        Cell::text(number.to_string()),
        Cell::text(unit.village.clone()),
        Cell::text(unit.name.clone()),
        Cell::text(unit.head.clone()),
    ];
    let Some(both) = both else {
        // Nothing was handed in: no score, and no zero in the place of one.
        cells.push(Cell::text(words.nothing.to_owned()).wide(8));
        return Row { role: RowRole::Item, cells };
    };
    let lost = both.most_lost(standard, LOST).into_iter();
    let lost = lost.map(|(item, lost)| (words.minus)(&standard.number_of(&item.id).unwrap_or_default(), lost));
    let (origin, revision) = match &unit.answers {
        BundledAnswers::Submitted(_) => {
            let revision = opened.submission(unit).map(|opened| opened.submission.revision.to_string());
            (words.own, revision.unwrap_or_default())
        }
        BundledAnswers::Entered(_) | BundledAnswers::NotSent(_) => (words.entered, String::new()),
    };
    cells.extend([
        score(both.own.total),
        Cell::text(stars(text, standard, &both.own)),
        score(both.given.total),
        Cell::text(both.difference().map_or(String::new(), signed)),
        Cell::text(lost.collect::<Vec<_>>().join(text.and())),
        Cell::text(stars(text, standard, &both.given)),
        Cell::text(origin.to_owned()),
        Cell::text(revision),
    ]);
    Row { role: RowRole::Item, cells }
}

/// Points that are settled; else from the least to the most.
fn score(total: Range) -> Cell {
    total.settled().map_or_else(|| Cell::text(range(total)), |points| Cell::of(Content::Points(points.get())))
}

/// The stars, as soon as as much is answered as the standard wants.
fn stars(text: &Text, standard: &IssuedStandard, score: &Score) -> String {
    if score.shows_stars() { stars_in_words(text, standard, score) } else { String::new() }
}

/// More or fewer points: `+1`, `−2.5`.
fn signed(hundredths: i64) -> String {
    let points = Points::hundredths(hundredths.unsigned_abs());
    match hundredths {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("\u{2212}{points}"),
    }
}
