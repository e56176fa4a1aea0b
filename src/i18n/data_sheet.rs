//! The sheet of all numbers (基本数据查填表): to walk through the ledgers with, blank, and to keep or sign, filled in.
//! Where all is asked on one page, what is chosen stands on it as well: a room's head signs nothing else.

use crate::i18n::Text;
use crate::i18n::answer::claim;
use crate::i18n::rule::mark;
use crate::i18n::sheet::sheet;
use crate::model::digest::CheckCode;
use crate::model::draft::Draft;
use crate::model::print::table::{Cell, Column, Row, RowRole, Sheet};
use crate::model::record::unread::Typed;
use crate::model::scoring::score::Score;
use crate::model::standard::Fact;
use crate::model::standard::item::Item;
use crate::model::standard::numbers::NumberAsked;
use crate::model::standard::scale::question::{OptionValue, Question};
use crate::model::standard::words::Words;

const COLUMNS: u8 = 6;

/// The sheet, as far as it is filled in; `blank`: with no number in it, whatever is filled in.
pub fn data_sheet(text: &Text, draft: &Draft, score: &Score, code: Option<&CheckCode>, blank: bool) -> Sheet {
    let (paper, standard) = (text.paper(), &draft.standard);
    let mut rows = Vec::new();
    let mut number = 0_usize;
    for group in standard.numbers() {
        rows.push(Row { role: RowRole::Head, cells: vec![Cell::text(words(text, group.words)).wide(COLUMNS)] });
        for asked in group.numbers {
            if !matches!(asked, NumberAsked::Total(_)) {
                number += 1;
            }
            rows.push(row(text, draft, asked, number, blank));
        }
    }
    if standard.one_page {
        rows.push(Row { role: RowRole::Head, cells: vec![Cell::text(paper.data_choices.to_owned()).wide(COLUMNS)] });
        let chosen = standard.scored().chain(&standard.bonus.items);
        let chosen = chosen.filter_map(|item| Some((item, options(text, &item.ask())?)));
        rows.extend(chosen.zip(number.saturating_add(1)..).map(|((item, options), number)| {
            let said = if blank { String::new() } else { claim(text, standard, item, &draft.record, true) };
            let asked = item.words.get(text.lang).to_owned();
            let used = standard.number_of(&item.id).unwrap_or_default();
            let cells = [number.to_string(), asked, options, said, used].map(Cell::text);
            Row { role: RowRole::Item, cells: cells.into_iter().chain([Cell::BLANK]).collect() }
        }));
    }
    let title = standard.sheet_title(text.lang, draft.year);
    let points = sheet(text, draft, score, code.filter(|_| !blank));
    let unit =
        if blank && draft.unit.name.trim().is_empty() { "　　　　　　　　" } else { draft.unit.name.trim() };
    Sheet {
        title: format!("{title}\n{}", crate::i18n::paper::name(text, draft, paper.data)),
        lines: vec![format!("{}{}{unit}", paper.data_unit, text.colon()), paper.data_signed.to_owned()],
        columns: columns(text),
        rows,
        // A blank sheet is nothing that could be handed in.
        foot: if blank { Vec::new() } else { points.foot.clone() },
        ..points
    }
}

/// What can be chosen, each with its mark; nothing where nothing is chosen.
fn options(text: &Text, question: &Question<'_>) -> Option<String> {
    let marked = |said: Vec<&str>| {
        let said = said.into_iter().enumerate().map(|(at, said)| format!("{}{said}", mark(at)));
        said.collect::<Vec<_>>().join("\u{3000}")
    };
    match question {
        Question::Choose(options) => match options.iter().map(|option| option.says).collect::<Vec<_>>().as_slice() {
            // A mark would say less than the word.
            [OptionValue::Yes(_), ..] => Some([text.form.yes, text.form.no].join(" / ")),
            several => Some(marked(
                several
                    .iter()
                    .map(|says| match says {
                        OptionValue::Yes(true) => text.form.yes,
                        OptionValue::Yes(false) => text.form.no,
                        OptionValue::Level(_, words) => words.get(text.lang),
                    })
                    .collect(),
            )),
        },
        Question::Tick(parts) => Some(marked(parts.iter().map(|part| part.words.get(text.lang)).collect())),
        Question::Number { .. } | Question::Faults(_) | Question::Text { .. } | Question::FactsAlone => None,
    }
}

fn words(text: &Text, words: &Words) -> String {
    words.get(text.lang).to_owned()
}

fn columns(text: &Text) -> Vec<Column> {
    let paper = text.paper();
    let heads = [paper.number, paper.data_what, paper.data_how, paper.data_number, paper.data_for, paper.data_ledger];
    let column = |(words, width): (&str, u8)| {
        let centred = [paper.number, paper.data_number].contains(&words);
        Column { words: words.to_owned(), width, centred }
    };
    heads.into_iter().zip(paper.data_widths).map(column).collect()
}

fn row(text: &Text, draft: &Draft, asked: NumberAsked<'_>, number: usize, blank: bool) -> Row {
    let standard = &draft.standard;
    let number_of = |item: &Item| standard.number_of(&item.id).unwrap_or_default();
    let with_unit = |number: String, unit: &str| {
        // Room to write in front of what is counted.
        let number = if blank || number.is_empty() { "　　".to_owned() } else { number };
        format!("{number} {unit}").trim_end().to_owned()
    };
    let shown = |typed: Typed| match typed {
        Typed::Number(count) => count.map_or(String::new(), |count| count.to_string()),
        Typed::Unread(text) => text,
    };
    let for_items = |fact: &Fact| standard.numbers_of(standard.uses(&fact.id)).join(text.and());
    let help = |fact: &Fact| fact.help.as_ref().map_or(String::new(), |help| words(text, help));
    let (name, how, count, used) = match asked {
        NumberAsked::Fact(fact) => {
            let count = with_unit(shown(draft.fact_typed(&fact.id)), fact.unit.get(text.lang));
            (words(text, &fact.words), help(fact), count, for_items(fact))
        }
        NumberAsked::Total(fact) => {
            let value = draft.record.facts.value(standard, &fact.id).map_or(String::new(), |value| value.to_string());
            (words(text, &fact.words), help(fact), with_unit(value, fact.unit.get(text.lang)), for_items(fact))
        }
        NumberAsked::Own { item, unit } => {
            let count = with_unit(shown(draft.count_typed(&item.id)), unit.map_or("", |unit| unit.get(text.lang)));
            (words(text, &item.words), String::new(), count, number_of(item))
        }
        NumberAsked::Fault { item, at, words: fault, unit } => {
            let count = with_unit(shown(draft.fault_typed(&item.id, at)), unit.get(text.lang));
            (words(text, fault), words(text, &item.words), count, number_of(item))
        }
    };
    let total = matches!(asked, NumberAsked::Total(_));
    let number = if total { String::new() } else { number.to_string() };
    let cells =
        vec![Cell::text(number), Cell::text(name), Cell::text(how), Cell::text(count), Cell::text(used), Cell::BLANK];
    Row { role: if total { RowRole::Sum } else { RowRole::Item }, cells }
}
