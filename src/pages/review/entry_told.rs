//! What is to be known of the cell of the grid that has the focus, and of what could not be read.

use crate::components::words;
use crate::i18n::{GridWords, Text, grid_words};
use crate::model::record::typed::NotACount;
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::not_a_cell::NotACell;
use crate::model::standard::Standard;
use crate::model::standard::item::Item;
use crate::model::standard::scale::question::{OptionValue, Question};
use crate::model::standard::words::Words;
use crate::pages::review::entry_grid::{CellPlace, Grid};
use leptos::prelude::*;

/// What is to be known of the cell with the focus, and of what could not be read.
#[component]
pub(super) fn Told(grid: Grid) -> impl IntoView {
    let text = words();
    let words = grid_words(text.lang);
    // Of the units that are shown; how many there are anywhere is said at the top.
    let here = move |is: &dyn Fn(NotACell) -> bool| {
        let units = grid.units.get();
        grid.unread
            .with(|unread| unread.iter().filter(|((unit, _), (_, why))| units.contains(unit) && is(*why)).count())
    };
    let unread = move || {
        let many = here(&|why| why != NotACell::NoDay);
        (many > 0).then(|| view! { <p class="notice" role="alert" data-unread="">{(words.unread)(many)}</p> })
    };
    let no_day = move || {
        let waits = grid.day.get().is_none() || here(&|why| why == NotACell::NoDay) > 0;
        waits.then(|| view! { <p class="notice" role="alert" data-no-day="">{words.needs_day}</p> })
    };
    let pasted = move || {
        grid.pasted.get().map(|[read, unread, outside]| {
            let outside = (outside > 0).then(|| view! { <span data-outside="">{(words.outside)(outside)}</span> });
            view! { <p role="status" data-pasted="">{(words.pasted)(read, unread)} " " {outside}</p> }
        })
    };
    let at = move || grid.at.get().map_or(String::new(), |place| said_of(text, words, grid, &place));
    view! {
        {no_day}
        {unread}
        {pasted}
        <p class="cell-said" id="cell-said">{at}</p>
    }
}

/// What is asked in a cell, its options, and what is wrong with what stands there.
fn said_of(text: &'static Text, words: &GridWords, grid: Grid, (unit, column): &CellPlace) -> String {
    let asked = grid.standard.with_value(|standard| asked_in(text, standard, column));
    let wrong =
        grid.unread.with(|unread| unread.get(&(*unit, column.clone())).map(|(_, why)| not_a_cell(text, words, *why)));
    let clash = grid.entered.with(|all| {
        let GridColumn::Fact(fact) = column else { return None };
        grid.standard.with_value(|standard| {
            let clashes = all.get(unit)?.record.facts.clashes(standard);
            let clash = clashes.into_iter().find(|clash| clash.fact == *fact || clash.than == *fact)?;
            let name = |id| standard.fact(id).map_or("", |fact| fact.words.get(text.lang));
            Some((text.form.clash)(name(&clash.fact), clash.number, name(&clash.than), clash.most))
        })
    });
    [Some(asked), wrong, clash].into_iter().flatten().collect::<Vec<_>>().join("\u{3000}")
}

/// What is asked in a column, with the numbers of its options.
pub(super) fn asked_in(text: &Text, standard: &Standard, column: &GridColumn) -> String {
    let words = grid_words(text.lang);
    let item = column.item(standard);
    let number = item.and_then(|item| standard.number_of(&item.id)).unwrap_or_default();
    let asked = column.words(standard).map_or("", |words| words.get(text.lang));
    let options: Vec<String> = match item.map(Item::ask) {
        Some(Question::Choose(options)) => {
            let options = options.iter().map(|option| said(text, option.says).to_owned());
            let reasons = item.into_iter().flat_map(|item| standard.reasons_of(item));
            let reasons = reasons.map(|reason| (text.form.not_applicable)(reason.words.get(text.lang)));
            options.chain(reasons).zip(1..).map(|(said, at)| (words.option)(at, &said)).collect()
        }
        Some(Question::Tick(parts)) if matches!(column, GridColumn::Parts(_)) => {
            let part = |(at, words_of): (usize, &Words)| (words.option)(at + 1, words_of.get(text.lang));
            parts.iter().map(|part| part.words).enumerate().map(part).collect()
        }
        _ => Vec::new(),
    };
    let options = if matches!(column, GridColumn::Option(_) | GridColumn::Parts(_)) { options } else { Vec::new() };
    [vec![format!("{number} {asked}")], options].concat().join("\u{3000}")
}

fn said<'a>(text: &'a Text, says: OptionValue<'a>) -> &'a str {
    match says {
        OptionValue::Yes(true) => text.form.yes,
        OptionValue::Yes(false) => text.form.no,
        OptionValue::Level(_, words) => words.get(text.lang),
    }
}

fn not_a_cell(text: &Text, words: &GridWords, why: NotACell) -> String {
    match why {
        NotACell::Count(NotACount::NotDigits) | NotACell::NoColumn => text.form.not_digits.to_owned(),
        NotACell::Count(NotACount::NotWhole) => text.form.not_whole.to_owned(),
        NotACell::Count(NotACount::TooMany) => text.form.too_many.to_owned(),
        NotACell::NoOption(most) => (words.no_option)(most),
        NotACell::NoDay => words.needs_day.to_owned(),
    }
}
