//! The table of all units: sent, missing, late; stars, score, sections, what forbids stars.

use crate::components::form::fields::SelectInput;
use crate::components::frame::heading::Heading;
use crate::components::words;
use crate::i18n::{day, range};
use crate::model::review::ids::ReviewId;
use crate::model::review::table::{SendState, TableLine, shown, townships};
use crate::model::review::unit_row::UnitRow;
use crate::model::standard::gate::Line;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::{desk, review, units};
use crate::pages::review::table_filters::{Chosen, Filters, state_name, state_words};
use crate::pages::review::table_lines::lines;
use crate::platform::navigation::is_near_end;
use crate::routes::{ReviewPage, Route};
use leptos::ev;
use leptos::prelude::*;

/// How many lines are drawn at first, and how many more each time the end comes near or is asked for: a table of hundreds
/// is there at once.
const LINES: usize = 60;

/// The table.
#[component]
pub(super) fn TablePage(id: ReviewId) -> impl IntoView {
    let (text, words, session) = (words(), &desk().table, review());
    let standards = session.with(|open| open.head.basics.standards.clone()).unwrap_or_default();
    let all = units();
    // The kind of which there are units is shown first.
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
                <label for="table-kind">{words.kind}</label>
                <SelectInput value=kind store=move |chosen| kind.set(chosen) attr:id="table-kind">{options}</SelectInput>
            </div>
        }
    });
    let shown = move || {
        let chosen = UnitKind::try_from(kind.get()).ok();
        let standard = standards.iter().find(|one| Some(&one.unit.id) == chosen.as_ref()).cloned();
        standard.map(|standard| view! { <KindTable id standard /> })
    };
    view! {
        <Heading title=words.title />
        {choose}
        {shown}
    }
}

/// The units of one kind.
#[component]
fn KindTable(id: ReviewId, standard: IssuedStandard) -> impl IntoView {
    let (text, words, session, all) = (words(), &desk().table, review(), units());
    let chosen = RwSignal::new(Chosen::default());
    let many = RwSignal::new(LINES);
    let (kind, of_kind) = (standard.unit.id.clone(), standard.unit.id.clone());
    let rows = Memo::new(move |_| {
        all.with(|all| session.with(|open| lines(open, all)).unwrap_or_default())
            .into_iter()
            .filter(|line| line.roster.kind == kind)
            .collect::<Vec<TableLine>>()
    });
    let places = {
        let kind = of_kind.clone();
        Memo::new(move |_| {
            rows.with(|rows| chosen.with(|chosen| shown(rows, &kind, &chosen.filter, chosen.by, chosen.falls())))
        })
    };
    let townships = Memo::new(move |_| rows.with(|rows| townships(rows, &of_kind)));
    let sums = move || {
        let here = rows.with(|rows| rows.iter().filter(|line| line.state.is_here()).count());
        let missing = rows.with(|rows| rows.iter().filter(|line| line.state == SendState::Missing).count());
        (words.sums)(rows.with(Vec::len), here, missing)
    };
    let listed = move || {
        let places = places.get();
        rows.with(|rows| places.into_iter().take(many.get()).filter_map(|at| rows.get(at).cloned()).collect::<Vec<_>>())
    };
    let more = Memo::new(move |_| places.with(Vec::len) > many.get());
    let grow = move || many.update(|many| *many += LINES);
    let scroll = window_event_listener(ev::scroll, move |_| {
        if more.get_untracked() && is_near_end() {
            grow();
        }
    });
    on_cleanup(move || scroll.remove());
    let empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let none = Memo::new(move |_| places.with(Vec::is_empty));
    let sections = standard.sections.iter().map(|section| {
        let title = section.words.get(text.lang).to_owned();
        view! { <th scope="col" class="numeric section-score" title=title>{section.id.to_string()}</th> }
    });
    let sections = sections.collect::<Vec<_>>();
    let standard = StoredValue::new(standard);
    // A line that changes is another one; all others keep theirs, with what has the focus in it.
    let key = |line: &TableLine| {
        let code = line.row.as_ref().and_then(|row| row.sent.as_ref()).map(|sent| sent.code.to_string());
        (line.unit.to_string(), state_name(line.state), code, line.roster.name.clone(), line.roster.township.clone())
    };
    view! {
        <p data-sums="" role="status">{sums}</p>
        {move || empty.get().then(|| view! { <p class="empty">{words.none}</p> })}
        <div hidden=move || empty.get()>
            <Filters chosen townships change=move |()| many.set(LINES) />
            <p class="hint" role="status">{move || (words.shown)(places.with(Vec::len))}</p>
            {move || none.get().then(|| view! { <p class="empty">{words.no_match}</p> })}
            <div class="wide-table" tabindex="0" role="region" aria-label=words.title hidden=move || none.get()>
                <table class="overview">
                    <thead>
                        <tr>
                            <th scope="col">{words.name}</th>
                            <th scope="col">{words.state}</th>
                            <th scope="col">{words.stars}</th>
                            <th scope="col" class="numeric">{words.score}</th>
                            {sections}
                            <th scope="col">{words.gates}</th>
                            <th scope="col">{words.received}</th>
                        </tr>
                    </thead>
                    <tbody data-table="">
                        <For each=listed key=key children=move |line| view! { <TableRow id line standard /> } />
                    </tbody>
                </table>
            </div>
            <p class="actions" hidden=move || !more.get()>
                <button type="button" data-do="more-lines" on:click=move |_| grow()>{words.more}</button>
            </p>
        </div>
    }
}

/// One unit, its cells as text.
#[component]
fn TableRow(id: ReviewId, line: TableLine, standard: StoredValue<IssuedStandard>) -> impl IntoView {
    let text = words();
    let name = format!("{} {}", line.roster.township.trim(), line.roster.name.trim()).trim().to_owned();
    let href = Route::Review(id, ReviewPage::Unit(line.unit)).href();
    let row = line.row.as_ref();
    let (stars, sections, gates) = standard.with_value(|standard| {
        let said = |at| row.map_or(String::new(), |row| range(row.section(standard, at)));
        let sections: Vec<String> = (0..standard.sections.len()).map(said).collect();
        let stars = row.map_or(String::new(), |row| stars_of(standard, row));
        (stars, sections, row.map_or(String::new(), |row| gates(standard, row)))
    });
    let sections = sections.into_iter().map(|said| view! { <td class="numeric section-score">{said}</td> });
    let score = row.map_or(String::new(), |row| range(row.total));
    let received = line.received.map_or(String::new(), |received| day(text, received));
    view! {
        <tr data-unit=line.unit.to_string() data-state=state_name(line.state)>
            <th scope="row"><a href=href>{name}</a></th>
            <td>{state_words(line.state)}</td>
            <td>{stars}</td>
            <td class="numeric" data-score="">{score}</td>
            {sections.collect::<Vec<_>>()}
            <td>{gates}</td>
            <td>{received}</td>
        </tr>
    }
}

/// The stars by the unit's own answers; from the lowest to the highest where something is open.
fn stars_of(standard: &IssuedStandard, row: &UnitRow) -> String {
    if !row.shows_stars {
        return String::new();
    }
    let said = |at: u8| {
        let line: Option<&Line> = usize::from(at).checked_sub(1).and_then(|at| standard.lines.get(at));
        line.map_or("—".to_owned(), |line| crate::i18n::stars(Some(line)))
    };
    let (low, high) = row.stars;
    if low == high { said(low) } else { format!("{} – {}", said(low), said(high)) }
}

/// What forbids or caps stars, by its id.
fn gates(standard: &IssuedStandard, row: &UnitRow) -> String {
    let named = row.gates(false).filter_map(|at| standard.gates.get(at)).map(|gate| gate.id.to_string());
    named.collect::<Vec<_>>().join(" ")
}
