//! The staircase as a list to work off (升星清单): what has to be met first, then what each item would add, with
//! empty columns for who does it and until when.

use crate::i18n::Text;
use crate::i18n::sheet::sheet;
use crate::model::digest::CheckCode;
use crate::model::draft::Draft;
use crate::model::print::table::{Cell, Column, Content, Row, RowRole, Sheet};
use crate::model::scoring::item_score::ItemScore;
use crate::model::scoring::score::Score;
use crate::model::scoring::staircase::{Gain, StarStep, staircase};
use crate::model::standard::Standard;
use crate::model::standard::item::Item;

const COLUMNS: u8 = 7;

/// The list. Before enough is answered nobody is told what they lack; it then has what is still to be filled in.
pub fn todo(text: &Text, draft: &Draft, score: &Score, code: Option<&CheckCode>) -> Sheet {
    let (paper, standard) = (text.paper(), &draft.standard);
    let (name, rows, stands) = if score.shows_stars() {
        let stars = crate::i18n::stars_in_words(text, standard, score);
        (paper.todo, stairs(text, draft, score), (paper.stands)(&crate::i18n::range(score.total), &stars))
    } else {
        (paper.still_open, open(text, draft, score), (text.result.too_early)(score.answers_until_stars()))
    };
    let title = standard.sheet_title(text.lang, draft.year);
    let points = sheet(text, draft, score, code);
    let mut lines = vec![draft.unit.name.trim().to_owned(), stands];
    lines.extend(Some(crate::i18n::period_line(text, standard)).filter(|line| !line.is_empty()));
    Sheet {
        title: format!("{title}\n{}", crate::i18n::paper::name(text, draft, name)),
        lines,
        columns: columns(text),
        rows,
        ..points
    }
}

/// What the next star still needs, then what each item would add.
fn stairs(text: &Text, draft: &Draft, score: &Score) -> Vec<Row> {
    let standard = &draft.standard;
    let stairs = staircase(standard, score);
    let mut rows = Vec::new();
    if let Some(step) = &stairs.next {
        let line = standard.lines.iter().find(|line| line.id == step.line).map_or("", |line| line.words.get(text.lang));
        let needs = needs(text, draft, score, step);
        if !needs.is_empty() {
            rows.push(head(format!("{}{}{}", (text.result.towards)(line), text.colon(), text.paper().first)));
            rows.extend(needs.into_iter().enumerate().map(|(at, need)| need_row(at + 1, need)));
        }
    }
    if stairs.gains.is_empty() {
        rows.push(head(text.result.nothing_to_gain.to_owned()));
    } else {
        rows.push(head(text.result.gains.to_owned()));
        rows.extend(stairs.gains.iter().map(|gain| gain_row(text, draft, gain)));
    }
    rows
}

/// What is still to be filled in, in the order of the form.
fn open(text: &Text, draft: &Draft, score: &Score) -> Vec<Row> {
    let open = draft.standard.scored().filter(|item| score.item(&item.id).is_some_and(ItemScore::is_open));
    let gain = |item: &Item| Gain {
        item: item.id.clone(),
        points: item.points,
        effort: item.effort,
        open: true,
        lifts: false,
    };
    let rows = open.map(|item| gain_row(text, draft, &gain(item)));
    std::iter::once(head(text.paper().fill_in.to_owned())).chain(rows).collect()
}

fn columns(text: &Text) -> Vec<Column> {
    let paper = text.paper();
    let heads = [paper.number, paper.item, paper.gain, paper.effort, paper.prepare, paper.who, paper.until];
    let column = |(words, width): (&str, u8)| {
        let centred = [paper.number, paper.gain, paper.effort].contains(&words);
        Column { words: words.to_owned(), width, centred }
    };
    heads.into_iter().zip(paper.todo_widths).map(column).collect()
}

fn head(words: String) -> Row {
    Row { role: RowRole::Head, cells: vec![Cell::text(words).wide(COLUMNS)] }
}

fn need_row(number: usize, need: String) -> Row {
    let cells = vec![Cell::text(number.to_string()), Cell::text(need).wide(COLUMNS - 3), Cell::BLANK, Cell::BLANK];
    Row { role: RowRole::Item, cells }
}

fn gain_row(text: &Text, draft: &Draft, gain: &Gain) -> Row {
    let item = draft.standard.item(&gain.item);
    let words = item.map_or("", |item| item.words.get(text.lang)).to_owned();
    let evidence = item.map_or("", |item| item.evidence.get(text.lang)).to_owned();
    let effort = text.result.effort.get(usize::from(gain.effort).saturating_sub(1)).copied().unwrap_or_default();
    let words = if gain.lifts { format!("{words}\n{}", text.result.lifts) } else { words };
    let cells = vec![
        Cell::text(draft.standard.number_of(&gain.item).unwrap_or_default()),
        Cell::text(words),
        Cell::of(Content::Points(gain.points.get())),
        Cell::text(effort.to_owned()),
        Cell::text(evidence),
        Cell::BLANK,
        Cell::BLANK,
    ];
    Row { role: RowRole::Item, cells }
}

/// That the stars as they may be hold only once the unit was visited; nothing where they do in any case.
pub fn awaits_visit(text: &Text, standard: &Standard, score: &Score) -> Option<String> {
    let lines: Vec<&str> = score.awaits_visit(standard).map(|line| line.words.get(text.lang)).collect();
    (!lines.is_empty()).then(|| (text.year().awaits_visit)(&lines.join(text.and())))
}

/// What the next line still needs, a sentence each.
pub fn needs(text: &Text, draft: &Draft, score: &Score, step: &StarStep) -> Vec<String> {
    let standard = &draft.standard;
    let points = (step.points.get() > 0).then(|| (text.result.points_missing)(&step.points.to_string()));
    let line = standard.lines.iter().find(|line| line.id == step.line);
    let needs = step.needs.iter().filter_map(|(at, _)| line.and_then(|line| line.needs.get(*at))).map(|need| {
        let words = crate::i18n::condition(text, standard, &draft.record, score, need);
        format!("{}{}{words}", text.result.needs, text.colon())
    });
    let gates = step.gates.iter().filter_map(|(id, _)| standard.gates.iter().find(|gate| gate.id == *id)).map(|gate| {
        let words = gate.words.get(text.lang);
        format!("{}{}{words} · {}", text.result.held_by, text.colon(), crate::i18n::effect(text, standard, gate))
    });
    points.into_iter().chain(needs).chain(gates).collect()
}
