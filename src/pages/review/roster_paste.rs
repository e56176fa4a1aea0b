//! A list of units on its way to the roster: pasted, read, its columns named and changeable, and only then accepted.

use crate::components::form::fields::{SelectInput, TextArea};
use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::{gap, head_words, roster_problem, roster_words};
use crate::model::record::typed::is_blank;
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::roster::{RosterDraft, RosterProblem, RosterRole};
use crate::model::review::roster_cells::cells_of_text;
use crate::model::review::roster_columns::{ColumnKind, HeadWords, kind_named};
use crate::model::review::roster_line::RosterLine;
use crate::model::review::same_name::key_of;
use crate::model::review::typed_apart::TypedPlace;
use crate::model::review::units::{ReviewUnit, ReviewUnits};
use crate::model::sorting::sort_by;
use crate::model::standard::Standard;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::{desk, review, units};
use crate::pages::review::pasted_text::{EmptyField, PastedText};
use crate::pages::review::roster_lines::add_lines;
use crate::platform::nfkc::nfkc;
use crate::platform::sheet_file;
use crate::platform::sheet_file::NoSheet;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// How many rows of the list are shown before it is accepted.
const SHOWN: usize = 20;
/// How much of what is wrong with a list is said.
const TOLD: usize = 20;

/// The field for a list, and its preview.
#[component]
pub(super) fn PasteRoster() -> impl IntoView {
    let (text, words, session) = (words(), &desk().roster, review());
    let pasted = PastedText::new(session, TypedPlace::Roster);
    let draft = RwSignal::new(None::<RosterDraft>);
    let said = RwSignal::new(String::new());
    let standards = session.with(|open| open.head.basics.standards.clone()).unwrap_or_default();
    // A township's list is one of rooms, a county's first one of stations.
    let first = if session.with(|open| open.head.basics.township().is_some()) == Some(true) {
        standards.last()
    } else {
        standards.first()
    };
    let kind = RwSignal::new(first.map_or(String::new(), |standard| standard.unit.id.to_string()));
    let options = standards.iter().map(|one| {
        view! { <option value=one.unit.id.to_string()>{one.unit.words.get(text.lang).to_owned()}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let known = KnownStandards(standards);
    let read_by = known.clone();
    let read = move |_| {
        let known = &read_by;
        let list = RosterDraft::of(cells_of_text(&pasted.read()), &known.heads());
        said.set(String::new());
        draft.set(Some(list));
    };
    let of_file = known.clone();
    let choose = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        let heads = of_file.heads();
        spawn_local(async move {
            match sheet_file::sheets(chosen).await {
                Ok(read) => {
                    pasted.read_other();
                    let (names, lists): (Vec<String>, Vec<RosterDraft>) =
                        read.into_iter().map(|sheet| (sheet.name, RosterDraft::of(sheet.rows, &heads))).unzip();
                    let at = longest(&lists);
                    if let Some(of) = names.get(at).and_then(|name| kind_named(name, &heads.units)) {
                        kind.try_set(of.to_string());
                    }
                    let others = names.iter().enumerate().filter(|(other, _)| *other != at);
                    let others = others.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(text.and());
                    let here = names.get(at).filter(|_| !others.is_empty());
                    said.try_set(here.map_or(String::new(), |name| (words.sheet)(name, &others)));
                    draft.try_set(lists.into_iter().nth(at));
                }
                Err(NoSheet::Unreadable) => _ = said.try_set(words.no_sheet.to_owned()),
                Err(NoSheet::NoReader) => _ = said.try_set(words.no_reader.to_owned()),
            }
        });
    };
    let shown = move || {
        draft.get().zip(UnitKind::try_from(kind.get()).ok()).map(|(list, kind)| {
            view! { <RosterPreview list kind draft pasted said /> }
        })
    };
    let value = pasted.value();
    view! {
        <h2>{words.paste}</h2>
        <div class="field">
            <label for="roster-kind">{words.kind}</label>
            <SelectInput value=kind store=move |chosen| kind.set(chosen) attr:id="roster-kind">{options}</SelectInput>
        </div>
        <div class="field">
            <label for="roster-paste">{words.paste_label}</label>
            <p class="hint" id="hint-roster-paste">{words.paste_hint}</p>
            <TextArea value store=move |typed| pasted.take(typed) attr:id="roster-paste" attr:rows="5" attr:aria-describedby="hint-roster-paste" on:focusout=move |_| pasted.leave() />
        </div>
        <div class="drop">
            <label for="roster-file" class="button">{words.choose_file}</label>
            <input type="file" id="roster-file" on:change=choose />
        </div>
        <p class="actions">
            <button type="button" data-do="read-roster" disabled=move || value.with(|pasted| is_blank(pasted)) on:click=read>{words.read}</button>
            " " <EmptyField pasted field="roster-paste" />
        </p>
        <div aria-live="polite">{shown}</div>
        <p role="status" data-said="">{move || said.get()}</p>
    }
}

/// Which of these lists has the most units; the first of several. What explains a list is shorter than the list.
fn longest(lists: &[RosterDraft]) -> usize {
    let units = |list: &RosterDraft| list.rows.iter().filter(|row| row.role == RosterRole::Unit).count();
    let longest = lists.iter().enumerate().rev().max_by_key(|(_, list)| units(list));
    longest.map_or(0, |(at, _)| at)
}

/// The standards by whose words the columns of a list are known.
#[derive(Clone)]
struct KnownStandards(Vec<IssuedStandard>);

impl KnownStandards {
    fn heads(&self) -> HeadWords {
        let standards: Vec<&Standard> = self.0.iter().map(|standard| &**standard).collect();
        head_words(&standards)
    }
}

/// What a list brings: lines for units that are not on the roster, and what it says otherwise of those that are.
#[derive(Default)]
struct NewLines {
    new: Vec<RosterLine>,
    changed: Vec<(UnitId, RosterLine)>,
}

impl NewLines {
    fn of(lines: &[RosterLine], all: &ReviewUnits) -> Self {
        let mut known: Vec<(NameKey, &ReviewUnit)> =
            all.units.iter().filter_map(|unit| Some((key_of(&unit.line, &nfkc)?, unit))).collect();
        sort_by(&mut known, |(one, _), (other, _)| one.cmp(other));
        let mut found = Self::default();
        for line in lines {
            let key = key_of(line, &nfkc);
            let from = key.as_ref().map_or(known.len(), |key| known.partition_point(|(name, _)| name < key));
            let mut here = known.iter().skip(from).take_while(|(name, _)| Some(name) == key.as_ref());
            let unit = match (here.next(), here.next()) {
                (Some((_, unit)), None) => unit,
                // Which of two lines of one name is meant nobody knows.
                (Some(_), Some(_)) => continue,
                (None, _) => {
                    found.new.push(line.clone());
                    continue;
                }
            };
            let mut changed = (*unit.line).clone();
            // What the list leaves out it does not take away.
            let fields = [
                (&mut changed.code, &line.code),
                (&mut changed.head, &line.head),
                (&mut changed.liaison, &line.liaison),
                (&mut changed.members, &line.members),
            ];
            for (field, said) in fields {
                if !is_blank(said) {
                    field.clone_from(said);
                }
            }
            if changed != *unit.line {
                found.changed.push((unit.id, changed));
            }
        }
        found
    }
}

/// The rows that have something wrong; the others can be accepted.
fn rows_in_question(problems: &[RosterProblem]) -> Option<BTreeSet<usize>> {
    let mut rows = BTreeSet::new();
    for problem in problems {
        match problem {
            RosterProblem::Nothing
            | RosterProblem::TooMany
            | RosterProblem::TooWide
            | RosterProblem::NoNames
            | RosterProblem::TwoColumns(..) => {
                return None;
            }
            RosterProblem::NoName { row }
            | RosterProblem::Doubled { row, .. }
            | RosterProblem::CodeTwice { row, .. }
            | RosterProblem::TooLong { row, .. } => _ = rows.insert(*row),
        }
    }
    Some(rows)
}

/// What was read, what each column is, what is wrong; and the way on.
#[component]
fn RosterPreview(
    list: RosterDraft,
    kind: UnitKind,
    draft: RwSignal<Option<RosterDraft>>,
    pasted: PastedText,
    said: RwSignal<String>,
) -> impl IntoView {
    let (text, words, session, all) = (words(), &desk().roster, review(), units());
    let of_columns = roster_words(text.lang);
    let problems = list.problems(&kind, &nfkc);
    let (in_question, too_wide) = (rows_in_question(&problems), problems.contains(&RosterProblem::TooWide));
    let lines: Vec<RosterLine> = match &in_question {
        None => Vec::new(),
        Some(rows) => {
            let township = session.with(|open| open.head.basics.township().map(str::to_owned)).flatten();
            let fitting = list.lines(&kind).into_iter().filter(|(row, _)| !rows.contains(row));
            let lines = fitting.map(|(_, mut line)| {
                // A township's own list names no township.
                if line.township.is_empty() {
                    line.township = township.clone().unwrap_or_default();
                }
                line
            });
            lines.collect()
        }
    };
    let many = lines.len();
    let told = problems.iter().take(TOLD).map(|problem| view! { <li>{roster_problem(text, problem)}</li> });
    let more = problems.len().checked_sub(TOLD).filter(|more| *more > 0);
    let told = told.chain(more.map(|more| view! { <li>{(words.more_wrong)(more)}</li> }));
    let told = told.collect::<Vec<_>>();
    let left_out = in_question.map_or(0, |rows| rows.len());
    let heads = list.columns.iter().enumerate().map(|(at, column)| {
        let value = column.map_or(String::new(), |kind| (of_columns.column)(kind).to_owned());
        let choose = move |chosen: String| {
            let kind = ColumnKind::ALL.into_iter().find(|kind| (of_columns.column)(*kind) == chosen);
            draft.update(|draft| {
                if let Some(draft) = draft {
                    draft.set_column(at, kind);
                }
            });
        };
        let options = ColumnKind::ALL.map(|kind| {
            let called = (of_columns.column)(kind);
            view! { <option value=called>{called}</option> }
        });
        view! {
            <th scope="col">
                <SelectInput value=Signal::stored(value) store=choose attr:aria-label=(words.column)(at + 1) attr:data-column=(at + 1).to_string()>
                    <option value="">{of_columns.unused}</option>
                    {options}
                </SelectInput>
            </th>
        }
    });
    let heads = heads.collect::<Vec<_>>();
    let rows = list.rows.iter().filter(|row| row.role == RosterRole::Unit).take(SHOWN).map(|row| {
        let cells = row.cells.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect::<Vec<_>>();
        view! { <tr>{cells}</tr> }
    });
    let rows = rows.collect::<Vec<_>>();
    let lines = StoredValue::new(lines);
    let differs = move || {
        let many = all.with(|all| lines.with_value(|lines| NewLines::of(lines, all).changed.len()));
        (many > 0).then(|| view! { <p class="hint" data-differs="">{(words.differs)(many)}</p> })
    };
    let accept = move |_| {
        let NewLines { new, changed } = all.with_untracked(|all| lines.with_value(|lines| NewLines::of(lines, all)));
        let (added, same, over) = (new.len(), many - new.len(), changed.len());
        if add_lines(session, new, changed).is_some() {
            let mut taken = (words.taken)(added, same);
            if over > 0 {
                taken = format!("{taken}{}{}", gap(text), (words.taken_over)(over));
            }
            said.set(if left_out == 0 { taken } else { format!("{taken}{}{}", gap(text), (words.left_out)(left_out)) });
            // What of it is still to be put right stays, and what was typed since it was read.
            if left_out == 0 {
                pasted.used();
            }
            draft.set(None);
        }
    };
    let cancel = move |_| draft.set(None);
    view! {
        <section class="preview" data-preview="roster">
            <h3>{(words.preview)(many)}</h3>
            {if told.is_empty() { ().into_fresh() } else { view! { <ul class="notice" role="alert">{told}</ul> }.into_fresh() }}
            <div hidden=too_wide>
                <p class="hint">{words.columns_hint}</p>
                <div class="wide-table" tabindex="0" role="region" aria-label=words.paste>
                    <table class="overview"><thead><tr>{heads}</tr></thead> <tbody>{rows}</tbody></table>
                </div>
            </div>
            {differs}
            <p class="actions">
                {(many > 0).then(|| view! {
                    <button type="button" class="primary" data-do="accept-roster" on:click=accept>{(words.accept)(many)}</button>
                })}
                <button type="button" data-do="cancel" on:click=cancel>{words.cancel}</button>
            </p>
        </section>
    }
}
