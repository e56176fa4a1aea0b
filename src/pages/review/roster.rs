//! The roster: who is to send, edited in place.

use crate::components::form::fields::TextInput;
use crate::components::form::too_long::TooLong;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::redrawn;
use crate::components::{language, words};
use crate::i18n::{roster_sheet, roster_words};
use crate::model::record::typed::{compared, fitting, is_blank, tidy};
use crate::model::record::unit::LINE;
use crate::model::review::act::Act;
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::roster_columns::ColumnKind;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::same_name::{LinesByName, key_of, taken_off};
use crate::model::review::typed_apart::TypedPlace;
use crate::model::review::units::{ReviewUnit, ReviewUnits};
use crate::model::sorting::set_of;
use crate::model::standard::ids::UnitKind;
use crate::pages::review::context::{desk, review, sample_mark, units};
use crate::pages::review::page_state::{ROSTER_PEOPLE, page_state};
use crate::pages::review::roster_lines::{add_lines, give_what_waits};
use crate::pages::review::roster_paste::PasteRoster;
use crate::pages::review::table_tools::TableTools;
use crate::pages::review::typed_text::{Dealt, TypedText};
use crate::platform::nfkc::nfkc;
use crate::platform::review::open_review::{Received, ReviewSession};
use crate::platform::scheduler;
use leptos::ev;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Up to how many units their people are shown without being asked for.
const FEW: usize = 100;

/// What of a line is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LineField {
    /// The township.
    Township,
    /// The village.
    Village,
    /// The name.
    Name,
    /// The county's code.
    Code,
    /// Its head.
    Head,
    /// Its liaison officer.
    Liaison,
    /// Its members.
    Members,
}

impl LineField {
    /// What a unit is known by.
    const NAMES: [Self; 4] = [Self::Township, Self::Village, Self::Name, Self::Code];
    /// Who belongs to it.
    const PEOPLE: [Self; 3] = [Self::Head, Self::Liaison, Self::Members];

    fn of(self, line: &RosterLine) -> &String {
        match self {
            Self::Township => &line.township,
            Self::Village => &line.village,
            Self::Name => &line.name,
            Self::Code => &line.code,
            Self::Head => &line.head,
            Self::Liaison => &line.liaison,
            Self::Members => &line.members,
        }
    }

    fn set(self, line: &mut RosterLine, typed: String) {
        match self {
            Self::Township => line.township = typed,
            Self::Village => line.village = typed,
            Self::Name => line.name = typed,
            Self::Code => line.code = typed,
            Self::Head => line.head = typed,
            Self::Liaison => line.liaison = typed,
            Self::Members => line.members = typed,
        }
    }

    fn label(self) -> &'static str {
        let (words, column) = (&desk().roster, roster_words(language()).column);
        match self {
            Self::Head => column(ColumnKind::Head),
            Self::Liaison => column(ColumnKind::Liaison),
            Self::Members => column(ColumnKind::Members),
            Self::Township => words.township,
            Self::Village => words.village,
            Self::Name => words.name,
            Self::Code => words.code,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Township => "township",
            Self::Village => "village",
            Self::Name => "name",
            Self::Code => "code",
            Self::Head => "head",
            Self::Liaison => "liaison",
            Self::Members => "members",
        }
    }
}

/// The units that the review's standards name and the roster does not, of the township where it is a township's.
fn named_by_standards(session: ReviewSession, all: &ReviewUnits) -> Vec<RosterLine> {
    let known: BTreeSet<NameKey> = set_of(all.units.iter().filter_map(|unit| key_of(&unit.line, &nfkc)));
    let lines = session.with(|open| {
        let basics = &open.head.basics;
        let named = basics.standards.iter().flat_map(|standard| {
            standard.units.iter().map(|unit| RosterLine {
                code: unit.code.clone(),
                township: unit.township.clone(),
                village: unit.village.clone().unwrap_or_default(),
                ..RosterLine::new(standard.unit.id.clone(), &unit.name)
            })
        });
        let here = named
            .filter(|line| basics.township().is_none_or(|township| compared(&line.township) == compared(township)));
        here.filter(|line| key_of(line, &nfkc).is_some_and(|key| !known.contains(&key))).collect()
    });
    lines.unwrap_or_default()
}

/// The units that are called as another one is.
fn of_one_name(all: &ReviewUnits) -> Vec<UnitId> {
    let mut lines = LinesByName::default();
    all.units.iter().for_each(|unit| lines.add(unit.id, &unit.line, &nfkc));
    let shares = |unit: &&ReviewUnit| key_of(&unit.line, &nfkc).is_some_and(|key| lines.only(&key, None).is_none());
    all.units.iter().filter(shares).map(|unit| unit.id).collect()
}

/// The roster.
#[component]
pub(super) fn RosterPage() -> impl IntoView {
    let (text, words, session) = (words(), &desk().roster, review());
    // Only who is on it and in which order: a line that is edited keeps its fields, and the focus in them.
    let all = units();
    let units = Memo::new(move |_| all.with(|all| all.units.iter().map(|unit| unit.id).collect::<Vec<_>>()));
    let kinds = session.with(|open| {
        let standards = open.head.basics.standards.iter();
        standards.map(|one| (one.unit.id.clone(), one.unit.words.get(text.lang).to_owned())).collect::<Vec<_>>()
    });
    let kinds = kinds.unwrap_or_default();
    let township = session.with(|open| open.head.basics.township().map(str::to_owned)).flatten().unwrap_or_default();
    let add = kinds.clone().into_iter().map(|(kind, called)| {
        let township = township.clone();
        let add = move |_| {
            let mut line = RosterLine::new(kind.clone(), "");
            line.township.clone_from(&township);
            // Where the browser gives no random numbers no line can be made.
            let _ = add_lines(session, vec![line], Vec::new());
        };
        view! { <button type="button" data-do="add-line" on:click=add>{words.add} {text.colon()} {called}</button> }
    });
    let add = add.collect::<Vec<_>>();
    let named = Memo::new(move |_| all.with(|all| named_by_standards(session, all)));
    let from_standard = move || {
        let lines = named.get();
        let many = lines.len();
        (many > 0).then(|| {
            let add = move |_| _ = add_lines(session, lines.clone(), Vec::new());
            view! { <button type="button" data-do="from-standard" on:click=add>{(words.from_standard)(many)}</button> }
        })
    };
    let names = StoredValue::new(kinds);
    let doubled = Memo::new(move |_| all.with(|all| of_one_name(all)));
    // Of a long roster they are drawn when somebody asks for them: thousands of fields take their time.
    let state = page_state();
    let people = Memo::new(move |_| match state.field(ROSTER_PEOPLE).as_deref() {
        None => units.with(Vec::len) <= FEW,
        Some(asked) => asked == ROSTER_PEOPLE,
    });
    let ask = move |event: ev::Event| {
        let asked = if event_target_checked(&event) { ROSTER_PEOPLE } else { "" };
        state.set_field(ROSTER_PEOPLE, Some(asked.to_owned()));
    };
    let who = LineField::PEOPLE.map(LineField::label).join(text.leaving.comma);
    let row = move |unit: UnitId| view! { <RosterRow unit names doubled people /> };
    let mark = sample_mark();
    let sheet = move || {
        let (year, standards) = session.with(|open| (open.head.basics.year, open.head.basics.standards.clone()))?;
        let of = |all: &ReviewUnits| {
            let lines = all.units.iter().map(|unit| &*unit.line).collect::<Vec<_>>();
            roster_sheet(text, year, &standards, &lines)
        };
        let mut sheet = all.with_untracked(|all| of(all));
        sheet.title.insert_str(0, mark);
        Some(sheet)
    };
    let drawn = scheduler::lines(Memo::new(move |_| units.with(Vec::len)), 20, 20);
    let listed = move || {
        let drawn = drawn.get();
        units.with(|units| units.iter().take(drawn).copied().collect::<Vec<_>>())
    };
    view! {
        <Heading title=words.title />
        <p class="lead">{words.lead}</p>
        <p data-count="">{move || {
            let many = units.with(Vec::len);
            if many == 0 { words.none.to_owned() } else { (words.count)(many) }
        }}</p>
        <p class="option" hidden=move || units.with(Vec::is_empty)>
            <input type="checkbox" id=ROSTER_PEOPLE prop:checked=move || people.get() on:change=ask />
            <label for=ROSTER_PEOPLE>{(words.with_people)(&who)}</label>
        </p>
        <div class="wide-table">
            <table class="answers roster" hidden=move || units.with(Vec::is_empty)>
                <thead>
                    <tr>
                        <th scope="col">{words.kind}</th>
                        {LineField::NAMES.map(|field| view! { <th scope="col">{field.label()}</th> })}
                        {redrawn(move || people.get().then(|| LineField::PEOPLE.map(|field| view! { <th scope="col">{field.label()}</th> })))}
                        <th scope="col">{words.remove}</th>
                    </tr>
                </thead>
                <tbody data-roster=""><For each=listed key=|unit| unit.to_string() children=row /></tbody>
            </table>
        </div>
        <p class="actions">{add} {from_standard}</p>
        <div hidden=move || units.with(Vec::is_empty)><TableTools sheet=Box::new(sheet) /></div>
        <PasteRoster />
    }
}

/// One unit.
#[component]
fn RosterRow(
    unit: UnitId,
    names: StoredValue<Vec<(UnitKind, String)>>,
    doubled: Memo<Vec<UnitId>>,
    people: Memo<bool>,
) -> impl IntoView {
    let (words, session) = (&desk().roster, review());
    let all = units();
    let line = Memo::new(move |_| all.with(|all| all.unit(unit).map(|unit| unit.line.clone())));
    let called = move || {
        let kind = line.get().map(|line| line.kind.clone());
        names.with_value(|names| {
            names.iter().find(|(known, _)| Some(known) == kind.as_ref()).map(|(_, name)| name.clone())
        })
    };
    let name = move || line.get().map_or(String::new(), |line| line.name.clone());
    let is_doubled = move || doubled.with(|doubled| doubled.contains(&unit));
    let remark = move || {
        if is_blank(&line.get()?.name) { Some(words.unnamed) } else { is_doubled().then_some(words.same_name) }
    };
    let remark = redrawn(move || remark().map(|said| view! { <p class="hint" data-line-remark="">{said}</p> }));
    let remove = move |_| {
        let name = line.get_untracked().filter(|_| !untrack(is_doubled)).and_then(|line| key_of(&line, &nfkc));
        let acts = session.with(|open| taken_off(unit, name, &open.log));
        let _ = acts.and_then(|acts| session.decide(acts, Received::default()));
    };
    let cell = move |field: LineField| view! { <td data-label=field.label()><LineInput unit field line /></td> };
    view! {
        <tr data-unit=unit.to_string()>
            <td data-label=words.kind>{called} {remark}</td>
            {LineField::NAMES.map(cell)}
            {redrawn(move || people.get().then(|| LineField::PEOPLE.map(cell)))}
            <td>
                <button type="button" class="quiet" data-do="remove-line" aria-label=move || (words.take_away)(&name()) on:click=remove>{words.remove}</button>
            </td>
        </tr>
    }
}

/// A field of a line. What is typed is stored a second after the last key, and when the field is left.
#[component]
fn LineInput(unit: UnitId, field: LineField, line: Memo<Option<Arc<RosterLine>>>) -> impl IntoView {
    let (words, session) = (&desk().roster, review());
    let typed = TypedText::new(session, TypedPlace::Line(unit, field.key().to_owned()));
    let stored = move || line.with(|line| line.as_ref().map_or(String::new(), |line| field.of(line).clone()));
    let value = Signal::derive(move || typed.now().unwrap_or_else(stored));
    let said = Signal::derive(move || value.with(|value| tidy(value)));
    let came_with = StoredValue::new(line.with_untracked(|line| line.as_deref().map(|line| field.of(line).clone())));
    // What is too long stays in the field and is told.
    let decide = move |text: &str| {
        let Some(text) = fitting(text, LINE) else { return Dealt::Apart };
        let now = line.try_get_untracked().flatten();
        let Some(now) = now.filter(|line| *field.of(line) != text) else { return Dealt::Decided };
        let mut changed = (*now).clone();
        field.set(&mut changed, text);
        let step = session.decide(vec![Act::Unit { unit, value: Some(Arc::new(changed)) }], Received::default());
        step.map_or(Dealt::NotYet, |_| Dealt::Decided)
    };
    on_cleanup(move || typed.gone(decide));
    let room_id = format!("room-{unit}-{}", field.key());
    let label = move || {
        (words.field_of)(
            field.label(),
            &line.with(|line| line.as_ref().map_or(String::new(), |line| line.name.clone())),
        )
    };
    view! {
        <TextInput
            value=value
            store=move |text| typed.take_at_rest(text, decide)
            attr:data-field=field.key()
            attr:aria-label=label
            attr:aria-describedby=room_id.clone()
            on:focusout=move |_| {
                typed.deal(true, decide);
                // Not before: a name that is half typed may be another unit's. And only for a line that says something
                // else: what a person took from a line is not given back by the way.
                // A browser takes the focus from a field also while its page goes.
                let now = line.try_with_untracked(|line| line.as_deref().map(|line| field.of(line).clone())).flatten();
                if now.is_some() && came_with.try_get_value() != Some(now.clone()) {
                    came_with.set_value(now);
                    give_what_waits(session);
                }
            }
        />
        <TooLong id=room_id most=LINE said />
    }
}
