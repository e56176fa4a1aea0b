//! Options and parts by their numbers, as they are typed into the grid (录表).

use crate::model::record::typed;
use crate::model::review::not_a_cell::NotACell;
use crate::model::sorting::sort_by_key;

/// Up to so many options or parts a digit is a number.
pub(super) const ONE_DIGIT: usize = 9;

/// A digit, full width too, the mark of paper (②), or yes and no where these are the two options.
pub(super) fn number_of_option(text: &str) -> Result<Option<usize>, NotACell> {
    let tidy = typed::tidy(text);
    let mut signs = tidy.trim().chars();
    let number = match (signs.next(), signs.next()) {
        (None, _) => return Ok(None),
        (Some(mark @ '①'..='⑳'), None) => u32::from(mark).checked_sub(u32::from('①')).map(|at| at + 1),
        (Some('是' | 'y' | 'Y' | '√' | '✓'), None) => Some(1),
        (Some('否' | 'n' | 'N' | '×' | '✗'), None) => Some(2),
        _ => None,
    };
    let number = match number {
        Some(number) => number,
        None => match typed::count(&tidy, &[]).map_err(NotACell::Count)? {
            Some(count) => count.get(),
            None => return Ok(None),
        },
    };
    Ok(Some(usize::try_from(number).unwrap_or(usize::MAX)))
}

/// The parts that are there, each by its digit: `13`, `1、3`; `0` where none is. Where there are more than digits the
/// numbers are apart: `1 13`.
pub(super) fn parts_of(text: &str, many: usize) -> Result<Option<Vec<u8>>, NotACell> {
    let tidy = typed::tidy(text);
    if tidy.trim().is_empty() {
        return Ok(None);
    }
    let mut parts = Vec::new();
    let between = |sign: char| sign.is_whitespace() || "、,，.;；".contains(sign);
    let mut numbers: Vec<String> = tidy.split(between).filter(|one| !one.is_empty()).map(str::to_owned).collect();
    if many <= ONE_DIGIT {
        numbers = numbers.concat().chars().map(String::from).collect();
    }
    for number in numbers {
        let Some(number) = number_of_option(&number)? else { continue };
        if number > many {
            return Err(NotACell::NoOption(many));
        }
        // None at all.
        let Some(at) = number.checked_sub(1).and_then(|at| u8::try_from(at).ok()) else { continue };
        if !parts.contains(&at) {
            parts.push(at);
        }
    }
    sort_by_key(&mut parts, |part| *part);
    Ok(Some(parts))
}
