//! The table of all units: sent, missing, late; stars, score, sections, what forbids stars.

use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{narrowed, table_words, unit_table};
use crate::model::review::ids::ReviewId;
use crate::model::review::table::{SendState, TableLine, assessor, shown, townships};
use crate::model::sorting::sort_by_key;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::by_kind::{ByKind, FirstKind};
use crate::pages::review::context::{desk, review, sample_mark};
use crate::pages::review::page_state::page_state;
use crate::pages::review::table_filters::Filters;
use crate::pages::review::table_lines::TableLines;
use crate::pages::review::table_paper::draw_when_printed;
use crate::pages::review::table_row::{RowCells, TableRow};
use crate::pages::review::table_tools::TableTools;
use crate::pages::review::table_window::TableWindow;
use crate::platform::paper::lay_across;
use leptos::prelude::*;

/// The table.
#[component]
pub(super) fn TablePage(id: ReviewId) -> impl IntoView {
    let words = &desk().table;
    lay_across(true);
    on_cleanup(|| lay_across(false));
    let draw = Box::new(move |standard| view! { <KindTable id standard /> }.into_fresh());
    view! {
        <Heading title=format!("{}{}", sample_mark(), words.title) />
        <ByKind name="table-kind" first=FirstKind::OnTheRoster draw />
    }
}

/// The units of one kind.
#[component]
fn KindTable(id: ReviewId, standard: IssuedStandard) -> impl IntoView {
    let (text, words) = (words(), &desk().table);
    let sample = review().with(|open| open.head.basics.sample).unwrap_or_default();
    let chosen = page_state().lines;
    let kind = standard.unit.id.clone();
    let rows = TableLines::follow(kind.clone()).assessed;
    let townships = {
        let kind = kind.clone();
        Memo::new(move |_| rows.with(|rows| townships(rows, &kind)))
    };
    let filter = move || chosen.with(|chosen| townships.with(|listed| chosen.filter.among(listed)));
    let places = Memo::new(move |_| {
        rows.with(|rows| chosen.with(|chosen| shown(rows, &kind, &filter(), chosen.by, chosen.falls())))
    });
    let many = Memo::new(move |_| places.with(Vec::len));
    let sums = move || {
        rows.with(|rows| {
            let of = |fits: fn(SendState) -> bool| rows.iter().filter(|line| fits(line.state)).count();
            (words.sums)(rows.len(), of(SendState::is_here), of(|state| state == SendState::Missing))
        })
    };
    let empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let none = Memo::new(move |_| many.get() == 0);
    let judged = Memo::new(move |_| rows.with(|rows| rows.iter().any(|line| line.assessed.is_some())));
    let sections = standard.sections.iter().map(|section| {
        let title = section.words.get(text.lang).to_owned();
        view! { <th scope="col" class="numeric section-score" title=title>{section.id.to_string()}</th> }
    });
    let sections = sections.collect::<Vec<_>>();
    let tools = table_words(text.lang);
    let by = assessor(&standard).map_or(String::new(), |by| (tools.assessed)(by.words.get(text.lang)));
    let standard = StoredValue::new(standard);
    let window = TableWindow::follow(many);
    let drawn = Memo::new(move |_| window.rows(many.get()));
    let line = move |at: usize| rows.with(|rows| places.with(|places| rows.get(*places.get(at)?).cloned()));
    let cells =
        move |at: usize| line(at).map(|line| standard.with_value(|standard| RowCells::of(text, id, standard, &line)));
    let listed = move || drawn.get().filter_map(cells).collect::<Vec<_>>();
    let paper = NodeRef::new();
    draw_when_printed(paper, move || (0..many.get()).filter_map(cells).map(RowCells::on_paper).collect());
    // Where each unit stands, in the order of their ids.
    let order = Memo::new(move |_| {
        let of = |rows: &Vec<TableLine>, places: &Vec<usize>| {
            places.iter().zip(0..).filter_map(|(at, nth)| Some((rows.get(*at)?.unit, nth))).collect::<Vec<_>>()
        };
        let mut order = rows.with(|rows| places.with(|places| of(rows, places)));
        sort_by_key(&mut order, |(unit, _)| *unit);
        order
    });
    let keys = move |event: leptos::ev::KeyboardEvent| {
        window.keys(&event, many.get_untracked(), |at| untrack(|| line(at)).map(|line| RowCells::link_of(line.unit)));
    };
    let sheet = move || {
        untrack(|| {
            let shown: Vec<TableLine> = (0..many.get()).filter_map(line).collect();
            let shown: Vec<&TableLine> = shown.iter().collect();
            let all = rows.with(Vec::len);
            let made = |standard: &IssuedStandard| unit_table(text, standard, &shown, &filter(), all, sample);
            Some(standard.with_value(made))
        })
    };
    let listed_words = move || {
        let part = narrowed(text, &filter(), many.get(), rows.with(Vec::len));
        if part.is_empty() { (words.shown)(many.get()) } else { part }
    };
    let below = move || many.get().saturating_sub(drawn.get().end);
    view! {
        <p data-sums="" role="status">{sums}</p>
        {redrawn(move || empty.get().then(|| view! { <p class="empty">{words.none}</p> }))}
        <div hidden=move || empty.get()>
            <Filters chosen townships />
            <p class="hint" role="status" data-shown="">{listed_words}</p>
            {redrawn(move || none.get().then(|| view! { <p class="empty">{words.no_match}</p> }))}
            <div class="wide-table" tabindex="0" role="region" aria-label=words.title hidden=move || none.get() on:keydown=keys>
                <table class="overview all-units" data-judged=move || judged.get().to_string() aria-rowcount=move || (many.get() + 1).to_string()>
                    <thead>
                        <tr aria-rowindex="1">
                            <th scope="col" class="called">{words.name}</th>
                            <th scope="col">{words.state}</th>
                            <th scope="col">{words.stars}</th>
                            <th scope="col" class="numeric">{words.score}</th>
                            <th scope="col" class="numeric judged">{by}</th>
                            <th scope="col" class="numeric judged">{tools.difference}</th>
                            {sections}
                            <th scope="col" class="forbids">{words.gates}</th>
                            <th scope="col" class="received">{words.received}</th>
                        </tr>
                    </thead>
                    <tbody data-table="" node_ref=window.body>
                        {window.room(move || drawn.get().start)}
                        <For
                            each=listed
                            key=RowCells::clone
                            children=move |cells| view! { <TableRow at=Signal::derive({
                                let unit = cells.unit;
                                move || order.with(|order| {
                                    let at = order.binary_search_by_key(&unit, |(unit, _)| *unit).ok();
                                    at.and_then(|at| order.get(at)).map_or(0, |(_, nth)| *nth)
                                })
                            }) cells /> }
                        />
                        {window.room(below)}
                    </tbody>
                    <tbody class="on-paper" node_ref=paper></tbody>
                </table>
            </div>
            <TableTools sheet=Box::new(sheet) />
        </div>
    }
}
