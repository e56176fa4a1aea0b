//! The staircase (升星清单): what holds the unit at its star, and what each item would add.

use crate::components::lazy::fresh::IntoFresh;
use crate::components::{session, words};
use crate::i18n::{Text, awaits_visit, needs};
use crate::model::scoring::staircase::{Gain, staircase};
use crate::model::standard::Standard;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// The staircase of the open draft.
#[component]
pub fn Staircase() -> Option<impl IntoView> {
    let (text, session) = (words(), session());
    let (draft, score) = (session.draft.read_untracked(), session.score.read_untracked());
    // Before enough is answered nobody is told what they lack.
    if !score.shows_stars() {
        return None;
    }
    let standard = &draft.standard;
    let stairs = staircase(standard, &score);
    let next = match &stairs.next {
        None => view! { <p>{text.result.top}</p> }.into_fresh(),
        Some(step) => {
            let lines = needs(text, &draft, &score, step).into_iter().map(|need| view! { <li>{need}</li> });
            let lines = lines.collect::<Vec<_>>();
            let title =
                standard.lines.iter().find(|line| line.id == step.line).map_or("", |line| line.words.get(text.lang));
            view! { <h3>{(text.result.towards)(title)}</h3> <ul class="next-line">{lines}</ul> }.into_fresh()
        }
    };
    let awaits = awaits_visit(text, standard, &score).map(|said| view! { <p class="hint">{said}</p> });
    let gains = stairs.gains.iter().map(|gain| row(text, standard, &draft.id, gain)).collect::<Vec<_>>();
    let reward = standard.reward.as_ref().map(|reward| format!("{}{}", text.result.reward, reward.get(text.lang)));
    Some(view! {
        <section class="staircase">
            <h2>{text.result.staircase}</h2>
            {next}
            {awaits}
            <h3>{text.result.gains}</h3>
            {if stairs.gains.is_empty() {
                view! { <p>{text.result.nothing_to_gain}</p> }.into_fresh()
            } else {
                view! { <ol class="gains">{gains}</ol> }.into_fresh()
            }}
            {reward.map(|reward| view! { <p class="hint">{reward}</p> })}
        </section>
    })
}

fn row(
    text: &'static Text,
    standard: &Standard,
    draft: &crate::model::standard::ids::DraftId,
    gain: &Gain,
) -> impl IntoView + use<> {
    let item = standard.item(&gain.item);
    let words = item.map_or("", |item| item.words.get(text.lang)).to_owned();
    let evidence = item.map_or("", |item| item.evidence.get(text.lang)).to_owned();
    let effort = text.result.effort.get(usize::from(gain.effort).saturating_sub(1)).copied();
    let href = Route::Draft(draft.clone(), Page::of_item(standard, &gain.item)).href();
    view! {
        <li data-gain=gain.item.to_string()>
            <a href=href>{standard.numbered(&gain.item, &words)}</a> " "
            <b class="gain-points">{(text.result.gain)(&gain.points.to_string())}</b>
            <span class="hint">
                {gain.open.then(|| format!("{} · ", text.result.is_open))}
                {effort}
                {gain.lifts.then(|| format!(" · {}", text.result.lifts))}
                " · " {text.result.prepare} {evidence}
            </span>
        </li>
    }
}
