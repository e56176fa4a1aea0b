//! Where two people decided otherwise without knowing of each other: both values, by whom and when. One press decides, by
//! a further entry that names all of them.

use crate::components::words;
use crate::i18n::{act_said, clash_words, place_said};
use crate::model::review::entry::ReviewEntry;
use crate::model::review::ids::EntryId;
use crate::model::review::log::Holds;
use crate::model::review::place::Place;
use crate::pages::review::context::{review, units};
use crate::platform::clock;
use leptos::prelude::*;

/// All of them; nothing where there are none.
#[component]
pub(super) fn Clashes() -> impl IntoView {
    let (text, session, all) = (words(), review(), units());
    let words = clash_words(text.lang);
    let clashes = Memo::new(move |_| {
        let entries = |place: &Place, holds: Holds<'_>| match holds {
            Holds::Clash(entries) => Some((place.clone(), entries.into_iter().cloned().collect::<Vec<ReviewEntry>>())),
            Holds::Nothing | Holds::One(_) => None,
        };
        let found = session.follow(|open| {
            let places = open.log.clashes().into_iter();
            places.filter_map(|place| entries(place, open.log.value(place))).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let row = move |(place, entries): &(Place, Vec<ReviewEntry>)| {
        let seen: Vec<EntryId> = entries.iter().map(|entry| entry.id).collect();
        let standards = session.with(|open| open.head.basics.standards.clone()).unwrap_or_default();
        let place = all.with(|all| place_said(text, &standards, all, place));
        let values = entries.iter().map(|entry| {
            let said = all.with(|all| act_said(text, &standards, all, &entry.act));
            let name = [entry.by.name.trim(), entry.by.group.trim()].into_iter().find(|name| !name.is_empty());
            let by = (words.by)(name.unwrap_or(words.somebody), &clock::local(&entry.at));
            let (act, seen) = (entry.act.clone(), seen.clone());
            let label = format!("{}{}{said}", words.use_this, text.colon());
            let decide = move |_| _ = session.decide_having_seen(act.clone(), seen.clone());
            view! {
                <li>
                    <span>{said}</span> <span class="hint">{by}</span>
                    <button type="button" data-do="decide" aria-label=label on:click=decide>{words.use_this}</button>
                </li>
            }
        });
        view! { <li data-clash-at=""><b>{place}</b> <ul class="drafts">{values.collect::<Vec<_>>()}</ul></li> }
    };
    move || {
        let many = clashes.with(Vec::len);
        (many > 0).then(|| {
            let rows = clashes.with(|clashes| clashes.iter().map(row).collect::<Vec<_>>());
            view! {
                <details class="more notice" data-clashes="">
                    <summary>{(words.clashes)(many)}</summary>
                    <ul>{rows}</ul>
                </details>
            }
        })
    }
}
