//! What a person typed or pasted, and what is meant by it: full-width signs, spaces, characters that nobody sees, thousands
//! separators and the unit behind a number are no mistakes. Nothing typed is changed; only how it is read.

use crate::model::problem::{Fault, Problem};
use crate::model::record::facts::Count;
use crate::model::record::text_length::longer;
use crate::model::standard::points::Points;

/// Whether a character is not seen at all: it comes along with what is pasted from web pages, chats and tables.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
    )
}

/// Whether a character is not seen, and shapes what stands beside it: it parts the letters of some scripts, makes one
/// picture of several, and chooses the form of a rare name. So it stays in what is handed over.
fn is_shaping(character: char) -> bool {
    matches!(
        character,
        '\u{34f}' | '\u{180b}'..='\u{180d}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character is an empty place or a sign for machines. It fills nothing, and numbers are not run together
/// over it.
fn is_hollow(character: char) -> bool {
    matches!(character, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}') || character.is_control()
}

/// Whether a character shows nothing, spaces aside.
fn is_unseen(character: char) -> bool {
    is_invisible(character) || is_shaping(character) || is_hollow(character)
}

/// A text as it is handed over: without characters that nobody sees, as far as they shape nothing, and without the
/// spaces around it. Empty where nothing is to be seen of it.
pub fn tidy(text: &str) -> String {
    if is_blank(text) {
        return String::new();
    }
    let seen: String = text.chars().filter(|character| !is_invisible(*character)).collect();
    seen.trim().to_owned()
}

/// A name as it is compared with others: without anything that nobody sees, and without the spaces around it.
pub fn compared(text: &str) -> String {
    let seen: String = text.chars().filter(|character| !is_unseen(*character)).collect();
    seen.trim().to_owned()
}

/// A text as it is handed over, where it has at most so many characters. What is longer is not cut: it is to be told.
pub fn fitting(text: &str, most: u32) -> Option<String> {
    Some(tidy(text)).filter(|text| !longer(text, most))
}

/// What is seen of a text, without any space.
pub fn signs(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| is_sign(*character))
}

/// The same in pieces, where something else stood in between.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character| !is_sign(character)).filter(|piece| !piece.is_empty())
}

fn is_sign(character: char) -> bool {
    // What most texts are made of needs no further look.
    matches!(character, '!'..='~' | '\u{4e00}'..='\u{9fff}') || !character.is_whitespace() && !is_unseen(character)
}

/// Whether a character ends a cell or a line.
fn parts_lines(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What stands between two numbers of which only one was asked for: with a space, they would read as one.
pub const NUMBERS_APART: &str = "; ";

/// A text for a field of one line, where it was copied from cells or lines: they are parted by spaces, and two numbers
/// by what is given. Nothing where it is one line already.
pub fn one_line(text: &str, numbers: &str) -> Option<String> {
    if !text.contains(parts_lines) {
        return None;
    }
    let mut line = String::new();
    for part in text.split(parts_lines).map(str::trim).filter(|part| !part.is_empty()) {
        let both = line.ends_with(char::is_numeric) && part.starts_with(char::is_numeric);
        line.push_str(if both {
            numbers
        } else if line.is_empty() {
            ""
        } else {
            " "
        });
        line.push_str(part);
    }
    Some(line)
}

/// Whether nothing is to be seen of a text.
pub fn is_blank(text: &str) -> bool {
    signs(text).next().is_none()
}

/// The same in the characters of an English keyboard, without any that nobody sees: `１２，３` becomes `12,3`.
fn plain(text: &str) -> String {
    let narrow = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '。' => '.',
        '−' | '–' | '—' => '-',
        // What ends a cell or a line is no space between thousands: two numbers stand there.
        _ if character.is_whitespace() && !parts_lines(character) => ' ',
        _ => character,
    };
    tidy(text).chars().filter(|character| !is_shaping(*character)).map(narrow).collect()
}

/// A text as it is searched for, and as what is searched is read: letters and digits of full width are those of a
/// keyboard, large letters are small ones, and what nobody sees is not there.
pub fn searched(text: &str) -> String {
    plain(&compared(text)).to_lowercase()
}

/// Why something typed is not a number that can be counted with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotACount {
    /// Something other than a number.
    NotDigits,
    /// A fraction, or less than nothing.
    NotWhole,
    /// More than 1,000,000.
    TooMany,
}

/// Reads a number. Nothing typed is no number. `units` are the words that may stand behind it.
pub fn count(text: &str, units: &[&str]) -> Result<Option<Count>, NotACount> {
    let text = plain(text);
    let mut rest = text.as_str();
    for unit in units.iter().map(|unit| unit.trim()).filter(|unit| !unit.is_empty()) {
        if let Some(number) = rest.strip_suffix(unit) {
            rest = number.trim_end();
            break;
        }
    }
    if rest.is_empty() {
        // The unit alone is no number, and nothing at all is none, too.
        return if text.is_empty() { Ok(None) } else { Err(NotACount::NotDigits) };
    }
    if is_fraction(rest) {
        return Err(NotACount::NotWhole);
    }
    let digits = grouped(rest).ok_or(NotACount::NotDigits)?;
    let mut number: u64 = 0;
    for digit in digits.chars().filter_map(|character| character.to_digit(10)) {
        number = number.saturating_mul(10).saturating_add(u64::from(digit));
    }
    Count::new(number).map(Some).ok_or(NotACount::TooMany)
}

/// Reads points, cut down to whole hundredths, also with 分 behind them. Nothing typed is none; less than nothing is no
/// number of points.
pub fn points(text: &str) -> Result<Option<Points>, NotACount> {
    let text = plain(text);
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.strip_suffix('分').unwrap_or(&text).trim_end();
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let whole = grouped(whole).filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let whole = whole.ok_or(NotACount::NotDigits)?;
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    Ok(Some(Points::hundredths(format!("{whole}{part}").parse().unwrap_or(u64::MAX))))
}

/// `12.5`, `-2`, `-0.5`: a number, and not one to count with. `12.0` is one, too: nobody types it for a count.
fn is_fraction(text: &str) -> bool {
    let (character, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest.trim_start()));
    let (whole, part) = rest.split_once('.').unwrap_or((rest, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(part) && grouped(whole).is_some() && (character || rest.contains('.'))
}

/// The digits of a whole number; separators may stand where thousands are separated.
fn grouped(text: &str) -> Option<String> {
    let mut groups = text.split([',', '\'', ' ', '’']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits(first)
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|group| group.len() == 3 && digits(group));
    fits.then(|| format!("{first}{}", rest.concat()))
}

/// Reads a year from 1990 to 2199, also with 年 or 年度 behind it, a full stop, or a sign that separates thousands.
pub fn year(text: &str) -> Option<u16> {
    let text = plain(text);
    let text = text.strip_suffix('.').unwrap_or(&text);
    let digits = ["年度", "年"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end();
    let digits = grouped(digits).filter(|digits| digits.len() == 4)?;
    digits.parse().ok().filter(|year| (1990..=2199).contains(year))
}

/// The letters and digits of a check code, as far as it is one: without spaces, hyphens and characters that nobody sees.
pub fn code_signs(text: &str) -> Vec<char> {
    plain(text)
        .chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .map(|character| character.to_ascii_uppercase())
        .collect()
}

/// Whether nothing is wrong but that what somebody typed is too long for its field: it stays, and is told there.
/// The name of a photo's file is typed by nobody.
pub(in crate::model) fn is_only_too_long(problem: &Problem) -> bool {
    let photo =
        problem.place.contains("photos[") && problem.place.rsplit_once('.').is_some_and(|(_, key)| key == "name");
    matches!(problem.fault, Fault::TooLong { .. }) && !photo
}

#[cfg(test)]
mod tests;
