//! What the head reads before signing, ten minutes on one page: what is claimed, where points are lost and why, against
//! last year, what contradicts itself, is open or shown by nothing; then print and sign.

use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::remarks::{RemarksBlock, remarks_now};
use crate::components::score::total::Total;
use crate::components::{session, words};
use crate::i18n::{Text, effect, range, why};
use crate::model::draft::Draft;
use crate::model::draft::prior_answers::PriorYear;
use crate::model::scoring::score::{Score, Truth};
use crate::model::standard::item::Item;
use crate::pages::station::items::BackToTasks;
use crate::pages::station::result::sections;
use crate::platform::clock;
use crate::routes::{Page, PrintSheet, Route};
use leptos::html::Section;
use leptos::prelude::*;

/// The head's page. It is read, not typed into, so it is drawn once from the draft as it is.
#[component]
pub fn HeadPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let (draft, score) = (session.draft.read_untracked(), session.score.read_untracked());
    let (words, standard) = (text.signing(), &draft.standard);
    let to = |page: Page| Route::Draft(draft.id.clone(), page).href();
    let (said, block) = (remarks_now(), NodeRef::<Section>::new());
    let nothing = move || {
        said.with(Vec::is_empty).then(|| view! { <p class="notice" data-nothing="">{words.nothing_to_look_at}</p> })
    };
    let years = match &draft.earlier {
        Some(earlier) => sections(text, standard, &score, Some(earlier)).into_fresh(),
        None => view! {
            <p class="hint" data-no-year="">{words.no_year} " " <a href=to(Page::Earlier)>{words.put_year}</a></p>
        }
        .into_fresh(),
    };
    let last = draft.last_export();
    let handed =
        last.map(|last| (text.send.handed_over)(last.revision, &clock::local(&last.time), last.codes.signed.as_ref()));
    let changed = draft.changed_since_export().then(|| view! { " " <b data-changed="">{text.send.changed_since}</b> });
    view! {
        <Heading title={(words.title)(standard.posts.head.get(text.lang))} />
        <p class="lead">{words.lead}</p>
        <h2>{words.claimed}</h2>
        <Total />
        {years}
        {gates(text, &draft, &score)}
        {nothing}
        <RemarksBlock said=said node=block />
        {lost(text, &draft, &score)}
        <h2>{words.last}</h2>
        <p data-last="">{handed.unwrap_or_else(|| words.not_handed.to_owned())} {changed}</p>
        <p class="actions">
            <a class="button primary" data-do="sign" href=to(Page::Print(PrintSheet::Approval))>{words.sign}</a>
            <a class="button" href=to(Page::Send)>{text.tasks.send}</a>
        </p>
        <p class="hint">{words.sign_hint}</p>
        <BackToTasks />
    }
}

/// The gates that apply. Before enough is answered nobody is told what they lack.
fn gates(text: &'static Text, draft: &Draft, score: &Score) -> Option<impl IntoView + use<>> {
    let standard = &draft.standard;
    if standard.gates.is_empty() || !score.shows_stars() {
        return None;
    }
    let fires = standard.gates.iter().zip(&score.gates).filter(|(_, (_, fires))| *fires == Truth::Yes);
    let rows: Vec<_> = fires
        .map(|(gate, _)| {
            view! { <li data-gate=gate.id.to_string()>{gate.words.get(text.lang).to_owned()} " " <b>{effect(text, standard, gate)}</b></li> }
        })
        .collect();
    let words = text.signing();
    Some(if rows.is_empty() {
        view! { <p class="hint">{words.no_gates}</p> }.into_fresh()
    } else {
        view! { <h2>{words.gates}</h2> <ul>{rows}</ul> }.into_fresh()
    })
}

/// Every item that is answered and did not get all of its points, with the reason.
fn lost(text: &'static Text, draft: &Draft, score: &Score) -> impl IntoView + use<> {
    let (words, standard) = (text.signing(), &draft.standard);
    let rows: Vec<_> = standard
        .scored()
        .filter_map(|item| {
            let rated = score.item(&item.id).filter(|rated| rated.range.high < item.points)?;
            let why = why(text, standard, item, &rated.why);
            let href = Route::Draft(draft.id.clone(), Page::of_item(standard, &item.id)).href();
            let then = draft.earlier.as_ref().map(|earlier| {
                view! { <td class="numeric" data-label=(words.then)(earlier.year)>{then(earlier, item)}</td> }
            });
            Some(view! {
                <tr data-lost=item.id.to_string()>
                    <th scope="row"><a href=href>{standard.numbered(&item.id, item.words.get(text.lang))}</a></th>
                    <td class="numeric" data-label=words.won>{format!("{} / {}", range(rated.range), item.points)}</td>
                    {then}
                    <td data-label=words.why>{why}</td>
                </tr>
            })
        })
        .collect();
    if rows.is_empty() {
        return view! { <p data-lost="">{words.nothing_lost}</p> }.into_fresh();
    }
    let then = draft
        .earlier
        .as_ref()
        .map(|earlier| view! { <th scope="col" class="numeric">{(words.then)(earlier.year)}</th> });
    view! {
        <h2>{(words.lost)(rows.len())}</h2>
        <table class="answers reasons">
            <thead>
                <tr>
                    <th scope="col">{words.item}</th>
                    <th scope="col" class="numeric">{words.won}</th>
                    {then}
                    <th scope="col">{words.why}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_fresh()
}

/// What the item got in the year beside this one.
fn then(earlier: &PriorYear, item: &Item) -> String {
    earlier.score.items.get(&item.id).copied().map_or_else(|| "—".to_owned(), range)
}
