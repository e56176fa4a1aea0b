//! A unit of which there are both: what the township typed for it (代录) and a file that came. One of them counts, the other
//! stays, and a person can have it the other way round.

use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{entered_differences, grid_words};
use crate::model::record::Record;
use crate::model::review::act::Act;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::ids::{FileDigest, UnitId};
use crate::model::review::taken::Origin;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::{desk, review};
use crate::platform::review::open_review::Received;
use leptos::prelude::*;

/// Beside the file that counts: that something was typed before, where it says otherwise, and the way back to it.
#[component]
pub(super) fn AlsoEntered(unit: UnitId, standard: IssuedStandard, record: Record) -> impl IntoView {
    let (text, words, session) = (words(), &desk().unit, review());
    redrawn(move || {
        let entered = session.follow(|open| EnteredRecord::of(&open.log, unit)).unwrap_or_default();
        if entered.typed == 0 {
            return ().into_fresh();
        }
        let differences = entered_differences(text, &standard, &entered.record, &record);
        let rows = differences.into_iter().map(|[asked, typed, came]| {
            view! { <tr><th scope="row">{asked}</th><td>{typed}</td><td>{came}</td></tr> }
        });
        let rows = rows.collect::<Vec<_>>();
        let grid = grid_words(text.lang);
        let table = (!rows.is_empty()).then(|| {
            view! {
                <table class="answers">
                    <thead><tr><th scope="col">{grid.asked}</th><th scope="col">{grid.check_typed}</th><th scope="col">{words.in_file}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        });
        let back = move |_| count(unit, Origin::Entered);
        view! {
            <section class="notice" data-also-entered="">
                <p>{(words.also_entered)(entered.typed)}</p>
                {table}
                <p class="actions"><button type="button" data-do="use-entered" on:click=back>{words.use_entered}</button></p>
            </section>
        }
        .into_fresh()
    })
}

/// Beside what was typed and counts: that a file came as well.
#[component]
pub(super) fn AlsoReceived(unit: UnitId, file: FileDigest) -> impl IntoView {
    let words = &desk().unit;
    view! {
        <section class="notice" data-also-received="">
            <p>{words.also_received}</p>
            <p class="actions"><button type="button" data-do="use-file" on:click=move |_| count(unit, Origin::File(file))>{words.use_this}</button></p>
        </section>
    }
}

/// Has these answers of the unit count.
fn count(unit: UnitId, origin: Origin) {
    let _ = review().decide(vec![Act::InForce { unit, value: Some(origin) }], Received::default());
}
