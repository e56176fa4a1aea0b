//! Files, and what a bundle says without one, that wait for their line of the roster (对号): a person picks it once, and it is remembered.

use crate::components::form::fields::SelectInput;
use crate::components::lazy::fresh::redrawn;
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::likeness::likeness;
use crate::model::review::same_name::{key_of, matched};
use crate::model::review::units::{ReviewUnit, ReviewUnits};
use crate::model::sorting::sort_by_key;
use crate::pages::review::context::{desk, review, units};
use crate::platform::review::open_review::Received;
use crate::platform::{nfkc, scheduler};
use leptos::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A name that waits.
#[derive(Clone, PartialEq)]
struct WaitingName {
    key: NameKey,
    /// What the file calls its unit, and where it is.
    called: String,
}

/// Every name that waits, once.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    let (words, session, all) = (&desk().intake, review(), units());
    let names = Memo::new(move |_| {
        let mut names = Vec::new();
        all.with(|all| {
            let mut known = BTreeSet::new();
            for (digest, taken) in &all.waiting {
                if !known.insert(&taken.key) {
                    continue;
                }
                let row = session.with(|open| open.rows.get(digest).map(|file| file.row.clone())).flatten();
                let called = match row {
                    Some(row) => {
                        let called = format!("{} {} {}", row.township, row.village, row.name);
                        called.split_whitespace().collect::<Vec<_>>().join(" ")
                    }
                    None => taken.file_name.clone(),
                };
                names.push(WaitingName { key: taken.key.clone(), called });
            }
            // Of these nothing is known but the name, which begins with the kind: `room/柳林镇/王庄村/王庄村联络室`.
            for (key, _) in all.waiting_names.iter().filter(|(key, _)| !known.contains(key)) {
                let parts = key.as_str().split('/').skip(1).filter(|part| !part.is_empty());
                names.push(WaitingName { key: key.clone(), called: parts.collect::<Vec<_>>().join(" ") });
            }
        });
        names
    });
    let any = Memo::new(move |_| names.with(|names| !names.is_empty()));
    // Each brings the whole roster to choose from.
    let drawn = scheduler::lines(Memo::new(move |_| names.with(Vec::len)), 2, 1);
    let listed = move || {
        let drawn = drawn.get();
        names.with(|names| names.iter().take(drawn).cloned().collect::<Vec<_>>())
    };
    let roster = Memo::new(move |_| all.with(|all| !all.units.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section data-waiting-files="">
                    <h2>{words.waiting}</h2>
                    <p class="hint">{words.waiting_hint}</p>
                    {redrawn(move || (!roster.get()).then(|| view! { <p class="notice">{words.roster_first}</p> }))}
                    <ul class="drafts">
                        <For each=listed key=|name| name.key.as_str().to_owned() children=|name| view! { <WaitingRow name /> } />
                    </ul>
                </section>
            }
        })
    }
}

/// One name, with the lines of the roster it may be.
#[component]
fn WaitingRow(name: WaitingName) -> impl IntoView {
    let (words, session, all) = (&desk().intake, review(), units());
    let picked = RwSignal::new(String::new());
    let WaitingName { key, called } = name;
    let label = (words.pick)(&called);
    // The lines as they are whenever somebody comes here: of ten thousand not with every change of the review.
    let asked = RwSignal::new(0_u32);
    let of = key.clone();
    let lines = Memo::new(move |_| {
        asked.track();
        all.with_untracked(|all| lines_for(&of, all))
    });
    // One that has left the roster is chosen no more.
    let chosen = Memo::new(move |_| {
        let picked = picked.get();
        if lines.with(|lines| lines.iter().any(|(id, _)| *id == picked)) { picked } else { String::new() }
    });
    let options = move || {
        let picked = picked.get_untracked();
        let option =
            |(id, called): (String, String)| view! { <option prop:selected=id == picked value=id>{called}</option> };
        lines.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let decide = move |_| {
        let unit = UnitId::try_from(chosen.get_untracked()).ok();
        let acts = unit.and_then(|unit| session.with(|open| matched(&key, unit, &open.log)));
        if let Some(acts) = acts {
            let _ = session.decide(acts, Received::default());
        }
    };
    view! {
        <li data-waiting-name=called.clone() on:focusin=move |_| asked.update(|times| *times = times.wrapping_add(1))>
            <span>{label.clone()}</span>
            <SelectInput value=chosen store=move |chosen| picked.set(chosen) attr:aria-label=label>
                <option value="">{words.pick_none}</option>
                {options}
            </SelectInput>
            <button type="button" data-do="match" disabled=move || chosen.with(String::is_empty) on:click=decide>{words.match_now}</button>
        </li>
    }
}

/// The lines of the roster that a name may be, with what each is called: the likest first; of those that look as alike, one
/// that sent nothing yet.
fn lines_for(key: &NameKey, all: &ReviewUnits) -> Vec<(String, String)> {
    let words = &desk().intake;
    let like = |unit: &ReviewUnit| key_of(&unit.line, &nfkc::nfkc).map_or(0, |line| likeness(key, &line));
    let mut lines: Vec<_> = all
        .units
        .iter()
        .filter(|unit| unit.line.kind.as_str() == key.kind())
        .map(|unit| (Reverse(like(unit)), unit.is_here(), unit))
        .collect();
    sort_by_key(&mut lines, |(like, is_here, _)| (*like, *is_here));
    let option = |(_, _, unit): &(_, _, &ReviewUnit)| {
        let line = &unit.line;
        // What stands there already would be replaced, or would be one of two.
        let here = if unit.is_here() { words.is_here } else { "" };
        let called = format!("{} {} {} {} {here}", line.township, line.village, line.name, line.code);
        (unit.id.to_string(), called.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    lines.iter().map(option).collect()
}
