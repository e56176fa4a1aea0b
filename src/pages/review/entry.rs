//! The grid in which a township types what rooms without a computer answered (录表): units by numbers, then by choices.

use crate::components::form::fields::{DayInput, SelectInput};
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::{GridWords, Text, grid_words, range};
use crate::model::record::typed::NotACount;
use crate::model::review::entry_grid::{GridColumn, NotACell};
use crate::model::review::ids::UnitId;
use crate::model::review::taken::{Origin, RestsOn};
use crate::model::review::units::{Counts, ReviewUnit};
use crate::model::scoring::score::Score;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::item::Item;
use crate::model::standard::scale::question::{OptionValue, Question};
use crate::model::standard::words::Words;
use crate::pages::review::context::{review, units};
use crate::pages::review::entry_cell::GridCell;
use crate::pages::review::entry_grid::{CellPlace, Grid};
use crate::pages::review::entry_reply::ChatReplies;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn EntryPage() -> impl IntoView {
    let (text, session) = (words(), review());
    let words = grid_words(text.lang);
    let standards = session.with(|open| open.head.basics.standards.clone()).unwrap_or_default();
    // Units that a township scores first come first: they are those without a computer.
    let first = standards.iter().max_by_key(|standard| standard.assessors.len());
    let kind = RwSignal::new(first.map_or(String::new(), |standard| standard.unit.id.to_string()));
    let options = standards.iter().map(|one| {
        view! { <option value=one.unit.id.to_string()>{one.unit.words.get(text.lang).to_owned()}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let choose = (standards.len() > 1).then(|| {
        view! {
            <div class="field">
                <label for="entry-kind">{words.kind}</label>
                <SelectInput value=kind store=move |chosen| kind.set(chosen) attr:id="entry-kind">{options}</SelectInput>
            </div>
        }
    });
    let shown = move || {
        let chosen = UnitKind::try_from(kind.get()).ok();
        let standard = standards.iter().find(|one| Some(&one.unit.id) == chosen.as_ref()).cloned();
        standard.map(|standard| view! { <KindGrid standard=standard /> })
    };
    view! {
        <Heading title=words.title />
        <p class="lead">{words.lead}</p>
        {choose}
        {shown}
    }
}

/// Whether a unit's answers are typed here: it has sent no file that counts.
fn is_typed(unit: &ReviewUnit) -> bool {
    matches!(unit.counts, Counts::None | Counts::Of(Origin::Entered))
}

/// The units of one kind, of one township after the other.
#[component]
fn KindGrid(standard: crate::model::standard::issued::IssuedStandard) -> impl IntoView {
    let (text, session, all) = (words(), review(), units());
    let words = grid_words(text.lang);
    let kind = StoredValue::new(standard.unit.id.clone());
    let of_kind = move |unit: &&ReviewUnit| kind.with_value(|kind| unit.line.kind == *kind);
    let townships = Memo::new(move |_| {
        all.with(|all| {
            let mut names: Vec<String> = Vec::new();
            for unit in all.units.iter().filter(of_kind).filter(|unit| is_typed(unit)) {
                if !names.contains(&unit.line.township) {
                    names.push(unit.line.township.clone());
                }
            }
            names
        })
    });
    let chosen = RwSignal::new(None::<String>);
    let township = Signal::derive(move || {
        chosen.get().or_else(|| townships.with(|names| names.first().cloned())).unwrap_or_default()
    });
    let listed = Memo::new(move |_| {
        all.with(|all| {
            let of_it = all.units.iter().filter(of_kind).filter(|unit| is_typed(unit));
            of_it.filter(|unit| unit.line.township == township.get()).map(|unit| unit.id).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| all.with(|all| all.units.iter().any(|unit| of_kind(&unit))));
    let grid = Grid::new(session, standard, listed);
    let choose = move || {
        let names = townships.get();
        (names.len() > 1).then(|| {
            let options = names.into_iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> });
            let options = options.collect::<Vec<_>>();
            view! {
                <div class="field">
                    <label for="entry-township">{words.township}</label>
                    <SelectInput value=township store=move |name| chosen.set(Some(name)) attr:id="entry-township">{options}</SelectInput>
                </div>
            }
        })
    };
    move || {
        if !any.get() {
            return view! { <p class="empty">{words.no_unit}</p> }.into_fresh();
        }
        if townships.with(Vec::is_empty) {
            return view! { <p class="empty" data-none="">{words.none}</p> }.into_fresh();
        }
        view! {
            <div class="table-filters">{choose} <Basis grid /></div>
            <ChatReplies grid />
            <Told grid />
            <h2>{words.numbers}</h2>
            <p class="hint">{words.keys_numbers}</p>
            <GridTable grid choices=false />
            <h2>{words.choices}</h2>
            <p class="hint">{words.keys_choices}</p>
            <GridTable grid choices=true />
        }
        .into_fresh()
    }
}

/// What the answers rest on.
#[component]
fn Basis(grid: Grid) -> impl IntoView {
    let words = grid_words(words().lang);
    let kinds = [
        (RestsOn::Paper, "paper", words.paper),
        (RestsOn::Chat, "chat", words.chat),
        (RestsOn::Spoken, "spoken", words.spoken),
    ];
    let value = Signal::derive(move || {
        let now = grid.rests_on.get();
        kinds.iter().find(|(kind, ..)| *kind == now).map_or(String::new(), |(_, name, _)| (*name).to_owned())
    });
    let store = move |chosen: String| {
        if let Some((kind, ..)) = kinds.iter().find(|(_, name, _)| *name == chosen) {
            grid.rests_on.set(*kind);
        }
    };
    view! {
        <div class="field">
            <label for="entry-rests-on">{words.rests_on}</label>
            <SelectInput value=value store=store attr:id="entry-rests-on">
                {kinds.map(|(_, name, said)| view! { <option value=name>{said}</option> })}
            </SelectInput>
        </div>
        <div class="field">
            <label for="entry-day">{words.day}</label>
            <DayInput value=grid.day store=move |day| grid.day.set(day) attr:id="entry-day" />
        </div>
    }
}

/// What is to be known of the cell with the focus, and of what could not be read.
#[component]
fn Told(grid: Grid) -> impl IntoView {
    let text = words();
    let words = grid_words(text.lang);
    let unread = move || {
        let many = grid.unread.with(std::collections::BTreeMap::len);
        (many > 0).then(|| view! { <p class="notice" role="alert" data-unread="">{(words.unread)(many)}</p> })
    };
    let no_day = move || {
        grid.day.get().is_none().then(|| view! { <p class="notice" role="alert" data-no-day="">{words.needs_day}</p> })
    };
    let pasted = move || {
        grid.pasted
            .get()
            .map(|(read, unread)| view! { <p role="status" data-pasted="">{(words.pasted)(read, unread)}</p> })
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
    let asked = grid.standard.with_value(|standard| {
        let item = column.item(standard);
        let number = item.and_then(|item| standard.number_of(&item.id)).unwrap_or_default();
        let asked = column.words(standard).map_or("", |words| words.get(text.lang));
        let options: Vec<String> = match item.map(Item::ask) {
            Some(Question::Choose(options)) => {
                options.iter().enumerate().map(|(at, option)| (words.option)(at + 1, said(text, option.says))).collect()
            }
            Some(Question::Tick(parts)) if matches!(column, GridColumn::Parts(_)) => {
                let part = |(at, words_of): (usize, &Words)| (words.option)(at + 1, words_of.get(text.lang));
                parts.iter().map(|part| part.words).enumerate().map(part).collect()
            }
            _ => Vec::new(),
        };
        let options = if matches!(column, GridColumn::Option(_) | GridColumn::Parts(_)) { options } else { Vec::new() };
        [vec![format!("{number} {asked}")], options].concat().join("\u{3000}")
    });
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
    }
}

/// The units by these columns.
#[component]
fn GridTable(grid: Grid, choices: bool) -> impl IntoView {
    let text = words();
    let words = grid_words(text.lang);
    let columns = grid.columns(choices);
    let heads = grid.standard.with_value(|standard| {
        let head = |column: &GridColumn| {
            let number = column.item(standard).and_then(|item| standard.number_of(&item.id)).unwrap_or_default();
            let asked = column.words(standard).map_or(String::new(), |words| words.get(text.lang).to_owned());
            view! { <th scope="col"><span class="item-id">{number}</span> " " <span class="asked">{asked}</span></th> }
        };
        columns.iter().map(head).collect::<Vec<_>>()
    });
    let columns = StoredValue::new(columns);
    let (name, region) = if choices { ("choices", words.choices) } else { ("numbers", words.numbers) };
    view! {
        <div class="wide-table" tabindex="0" role="region" aria-label=region>
            <table class="entry-grid" data-grid=name>
                <thead>
                    <tr>
                        <th scope="col">{words.unit}</th>
                        {heads}
                        <th scope="col" class="numeric">{words.filled}</th>
                        <th scope="col" class="numeric">{words.score}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || grid.units.get() key=|unit| unit.to_string() children=move |unit| view! { <GridRow grid unit columns /> } />
                </tbody>
            </table>
        </div>
    }
}

/// One unit.
#[component]
fn GridRow(grid: Grid, unit: UnitId, columns: StoredValue<Vec<GridColumn>>) -> impl IntoView {
    let all = units();
    let name = Memo::new(move |_| all.with(|all| all.unit(unit).map_or(String::new(), |unit| unit.line.name.clone())));
    let cells = columns.with_value(|all| {
        let cell = |column: &GridColumn| {
            view! { <td><GridCell grid unit column=column.clone() columns name=name.into() /></td> }
        };
        all.iter().map(cell).collect::<Vec<_>>()
    });
    let filled = move || {
        let typed = grid.entered.with(|all| {
            let entered = all.get(&unit);
            let shown = |column: &&GridColumn| {
                entered.is_some_and(|entered| {
                    !grid.standard.with_value(|standard| column.shown(standard, &entered.record)).is_empty()
                })
            };
            columns.with_value(|all| (all.iter().filter(shown).count(), all.len()))
        });
        format!("{}/{}", typed.0, typed.1)
    };
    let score = Memo::new(move |_| {
        grid.entered.with(|all| {
            let entered = all.get(&unit).filter(|entered| entered.typed > 0)?;
            Some(grid.standard.with_value(|standard| range(Score::of(standard, &entered.record).total)))
        })
    });
    view! {
        <tr data-unit=unit.to_string()>
            <th scope="row">{move || name.get()}</th>
            {cells}
            <td class="numeric" data-filled="">{filled}</td>
            <td class="numeric" data-score="">{move || score.get()}</td>
        </tr>
    }
}
