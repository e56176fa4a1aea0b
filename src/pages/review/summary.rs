//! What all units come to together (汇总): stars, scores, where points are lost, the first two ways of grouping, and what to
//! look at on a visit. What of it leaves the page is copied or saved.

use crate::components::form::fields::SelectInput;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::words;
use crate::i18n::{ReviewSummaryWords, Text, hint, range, review_summary_words, stars};
use crate::model::review::hints::hints;
use crate::model::review::ids::{ReviewId, UnitId};
use crate::model::review::table::{SendState, TableLine};
use crate::model::review::table_sums::{most_lost, score_counts, star_counts, tag_sums};
use crate::model::review::unit_row::UnitRow;
use crate::model::standard::Standard;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::points::Points;
use crate::pages::review::context::{review, units};
use crate::pages::review::summary_take::TakeAway;
use crate::pages::review::table_lines::lines;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;

/// How many items are named at which most is lost.
const MOST_LOST: usize = 10;

/// How many ways of grouping are shown: 建管用 and 九有 in the standards that come with the program.
const SCHEMES: usize = 2;

/// The page.
#[component]
pub(super) fn SummaryPage(id: ReviewId) -> impl IntoView {
    let (text, session, all) = (words(), review(), units());
    let words = review_summary_words(text.lang);
    let standards = session.with(|open| open.head.basics.standards.clone()).unwrap_or_default();
    let used = all.with_untracked(|all| all.units.first().map(|unit| unit.line.kind.to_string()));
    let first = used.or_else(|| standards.first().map(|standard| standard.unit.id.to_string()));
    let kind = RwSignal::new(first.unwrap_or_default());
    let options = standards.iter().map(|one| {
        view! { <option value=one.unit.id.to_string()>{one.unit.words.get(text.lang).to_owned()}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let choose = (standards.len() > 1).then(|| {
        view! {
            <div class="field">
                <label for="summary-kind">{words.kind}</label>
                <SelectInput value=kind store=move |chosen| kind.set(chosen) attr:id="summary-kind">{options}</SelectInput>
            </div>
        }
    });
    let shown = move || {
        let chosen = UnitKind::try_from(kind.get()).ok();
        let standard = standards.iter().find(|one| Some(&one.unit.id) == chosen.as_ref()).cloned()?;
        let of_kind = all.with(|all| session.with(|open| lines(open, all)).unwrap_or_default());
        let of_kind: Vec<TableLine> = of_kind.into_iter().filter(|line| line.roster.kind == standard.unit.id).collect();
        Some(of_one(text, words, id, standard, of_kind))
    };
    view! {
        <Heading title=words.title />
        {choose}
        {shown}
    }
}

fn of_one(
    text: &'static Text,
    words: &'static ReviewSummaryWords,
    id: ReviewId,
    standard: IssuedStandard,
    of_kind: Vec<TableLine>,
) -> FreshView {
    let rows: Vec<&UnitRow> = of_kind.iter().filter_map(|line| line.row.as_ref()).collect();
    let sums = if rows.is_empty() {
        view! { <p class="empty">{words.none}</p> }.into_fresh()
    } else {
        view! {
            <p>{(words.of)(rows.len())}</p>
            {star_bars(text, words, &standard, &rows)}
            {score_bars(words, &standard, &rows)}
            {lost(text, words, &standard, &rows)}
            {schemes(text, words, &standard, &rows)}
            {to_look_at(text, words, id, &standard, &of_kind)}
        }
        .into_fresh()
    };
    view! {
        {sums}
        <TakeAway standard lines=of_kind />
    }
    .into_fresh()
}

/// A line of a picture: what it is of, a bar, how many.
fn bar(name: String, many: usize, of: usize, said: String) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td aria-hidden="true"><meter min="0" max=of.to_string() value=many.to_string()></meter></td>
            <td class="numeric">{said}</td>
        </tr>
    }
}

fn star_bars(text: &Text, words: &ReviewSummaryWords, standard: &Standard, rows: &[&UnitRow]) -> impl IntoView + use<> {
    let counts = star_counts(standard, rows);
    let name = |at: usize| match at.checked_sub(1).and_then(|at| standard.lines.get(at)) {
        Some(line) => format!("{} {}", stars(Some(line)), line.words.get(text.lang)),
        None => standard.no_line.get(text.lang).to_owned(),
    };
    let settled = counts.settled.iter().enumerate().rev().map(|(at, many)| (name(at), *many));
    let open = (counts.open > 0).then(|| (words.open.to_owned(), counts.open));
    let bars = settled.chain(open).map(|(name, many)| bar(name, many, rows.len(), (words.units)(many)));
    view! {
        <h2>{words.stars}</h2>
        <table class="bars" data-stars=""><tbody>{bars.collect::<Vec<_>>()}</tbody></table>
    }
}

fn score_bars(words: &ReviewSummaryWords, standard: &Standard, rows: &[&UnitRow]) -> impl IntoView + use<> {
    let tenth = |at: usize| {
        let at = u64::try_from(at).unwrap_or_default();
        Points::hundredths(standard.points.get() * at / 10).to_string()
    };
    let counts = score_counts(standard, rows);
    let bars =
        counts.iter().enumerate().rev().map(|(at, many)| {
            bar((words.between)(&tenth(at), &tenth(at + 1)), *many, rows.len(), (words.units)(*many))
        });
    view! {
        <h2>{words.scores}</h2>
        <table class="bars" data-scores=""><tbody>{bars.collect::<Vec<_>>()}</tbody></table>
    }
}

fn lost(text: &Text, words: &ReviewSummaryWords, standard: &Standard, rows: &[&UnitRow]) -> impl IntoView + use<> {
    let items = most_lost(standard, rows, MOST_LOST);
    let named = items.iter().map(|lost| {
        let item = standard.item(&lost.item).map_or("", |item| item.words.get(text.lang));
        let said = (words.lost_at)(&lost.lost.to_string(), lost.units);
        view! { <li data-lost=lost.item.to_string()>{standard.numbered(&lost.item, item)} " " <span class="hint">{said}</span></li> }
    });
    let named = named.collect::<Vec<_>>();
    let none = named.is_empty().then(|| view! { <p>{words.nothing_lost}</p> });
    view! { <h2>{words.lost}</h2> {none} <ol>{named}</ol> }
}

fn schemes(text: &Text, words: &ReviewSummaryWords, standard: &Standard, rows: &[&UnitRow]) -> Vec<FreshView> {
    let shown = standard.schemes.iter().take(SCHEMES).map(|scheme| {
        let sums = tag_sums(standard, rows, scheme);
        let bars = sums.iter().zip(&scheme.tags).map(|(sum, tag)| {
            let said = format!("{} / {}", range(sum.won), sum.points);
            let lit = (words.lit)(sum.lit, rows.len());
            view! {
                <tr>
                    <th scope="row">{tag.words.get(text.lang).to_owned()}</th>
                    <td aria-hidden="true"><meter min="0" max=sum.points.get().to_string() value=sum.won.low.get().to_string()></meter></td>
                    <td class="numeric">{said}</td>
                    <td class="hint">{lit}</td>
                </tr>
            }
        });
        view! {
            <h2>{scheme.words.get(text.lang).to_owned()}</h2>
            <table class="bars" data-scheme=scheme.id.to_string()><tbody>{bars.collect::<Vec<_>>()}</tbody></table>
        }
        .into_fresh()
    });
    shown.collect()
}

/// What to look at first, unit by unit.
fn to_look_at(
    text: &'static Text,
    words: &'static ReviewSummaryWords,
    id: ReviewId,
    standard: &Standard,
    of_kind: &[TableLine],
) -> impl IntoView + use<> {
    let here: Vec<&TableLine> = of_kind.iter().filter(|line| line.state != SendState::Missing).collect();
    let name_of = |unit: UnitId| {
        let line = of_kind.iter().find(|line| line.unit == unit);
        line.map_or(String::new(), |line| format!("{} {}", line.roster.township, line.roster.name).trim().to_owned())
    };
    let found = hints(standard, &here);
    let rows = of_kind.iter().filter_map(|line| {
        let said = found.get(&line.unit)?;
        let said = said.iter().map(|one| hint(text, standard, &name_of, one));
        let said = said.map(|said| view! { <li>{said}</li> }).collect::<Vec<_>>();
        let href = Route::Review(id, ReviewPage::Unit(line.unit)).href();
        Some(view! { <li data-hints=line.unit.to_string()><a href=href>{name_of(line.unit)}</a> <ul>{said}</ul></li> })
    });
    let rows = rows.collect::<Vec<_>>();
    let none = rows.is_empty().then(|| view! { <p>{words.no_hints}</p> });
    view! {
        <h2>{words.hints}</h2>
        <p class="hint">{words.hints_lead}</p>
        {none}
        <ul>{rows}</ul>
    }
}
