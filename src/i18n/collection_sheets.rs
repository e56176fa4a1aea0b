//! The sheets on which units write their numbers and choices by hand (基本数据采集表), each with its names filled in. As short
//! as they can be, so that a unit's is one page: what nobody writes, such as sums, ledgers and the numbers of items, is left out.

use crate::i18n::data_sheet::data_sheet;
use crate::i18n::{Text, period_line, review_sheet_words};
use crate::model::date::UtcTime;
use crate::model::draft::Draft;
use crate::model::print::table::{Cell, Column, Content, RowRole, Sheet};
use crate::model::record::unit::{Post, Posts, Unit};
use crate::model::review::roster_line::RosterLine;
use crate::model::standard::ids::DraftId;
use crate::model::standard::issued::IssuedStandard;

/// The sheet of each of these units.
pub fn collection_sheets(text: &Text, standard: &IssuedStandard, lines: &[RosterLine], now: &UtcTime) -> Vec<Sheet> {
    let Ok(id) = DraftId::try_from("blank") else { return Vec::new() };
    let words = review_sheet_words(text.lang);
    let period = period_line(text, standard);
    let sheet = |line: &RosterLine| {
        let post = |name: &str| Post { name: name.to_owned(), ..Post::default() };
        let unit = Unit {
            code: line.code.clone(),
            name: line.name.clone(),
            township: line.township.clone(),
            village: line.village.clone(),
            ..Unit::default()
        };
        let posts = Posts { head: post(&line.head), liaison: post(&line.liaison), ..Posts::default() };
        let draft = Draft { unit, posts, ..Draft::new(id.clone(), standard.clone(), now.clone()) };
        let mut sheet = data_sheet(text, &draft, &draft.score(), None, true);
        let name = (text.paper().data_sheet)(standard.unit.words.get(text.lang));
        sheet.title = (words.of_year)(standard.year, &name);
        if let Some(unit) = sheet.lines.first_mut().filter(|_| !period.is_empty()) {
            *unit = format!("{unit}\u{3000}\u{3000}{period}");
        }
        sheet.lines.insert(1, people(text, standard, line));
        sheet.columns = columns(text);
        sheet.rows.retain(|row| row.role == RowRole::Item);
        for row in &mut sheet.rows {
            by_hand(text, &mut row.cells);
        }
        sheet
    };
    lines.iter().map(sheet).collect()
}

fn columns(text: &Text) -> Vec<Column> {
    let words = review_sheet_words(text.lang);
    let [number, asked, written] = words.asked_widths;
    let column = |words: &str, width: u8, centred: bool| Column { words: words.to_owned(), width, centred };
    let last = column(text.paper().data_number, written, true);
    vec![column(words.number, number, true), column(words.asked, asked, false), last]
}

/// Makes a row of the data sheet one that is filled in by hand: its number, what is asked with how it is counted or what can
/// be chosen, room to write.
fn by_hand(text: &Text, cells: &mut Vec<Cell>) {
    cells.truncate(4);
    if cells.len() < 4 {
        return;
    }
    let how = cells.remove(2);
    let asked = cells.get_mut(1).and_then(|cell| cell.content.as_mut());
    if let (Some(Content::Text(asked)), Some(Content::Text(how))) = (asked, &how.content) {
        asked.push_str(text.colon());
        asked.push_str(how);
    }
}

/// Where a unit is and who is of it, as far as the roster knows.
fn people(text: &Text, standard: &IssuedStandard, line: &RosterLine) -> String {
    let words = review_sheet_words(text.lang);
    let place = [line.township.trim(), line.village.trim()].join(" ");
    let said = [
        (words.township, place.trim()),
        (standard.posts.head.get(text.lang), line.head.trim()),
        (standard.posts.liaison.get(text.lang), line.liaison.trim()),
        (words.members, line.members.trim()),
    ];
    // What is not known is written by hand.
    let said = said.map(|(what, said)| {
        let said = if said.is_empty() { "\u{3000}\u{3000}\u{3000}\u{3000}" } else { said };
        format!("{what}{}{said}", text.colon())
    });
    said.join("\u{3000}")
}
