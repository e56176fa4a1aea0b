//! What a draft claims: points, stars, and what was claimed the year before.

use crate::components::lazy::fresh::IntoFresh;
use crate::components::score::bar::Bar;
use crate::components::{session, words};
use crate::i18n::{Text, awaits_visit, change, range, stars};
use crate::model::draft::prior_answers::PriorYear;
use crate::model::scoring::score::{Score, Stars};
use crate::model::standard::Standard;
use leptos::prelude::*;

/// The total of the open draft, as it is when it is drawn.
#[component]
pub fn Total() -> impl IntoView {
    let (text, session) = (words(), session());
    let (draft, score) = (session.draft.read_untracked(), session.score.read_untracked());
    let standard = &draft.standard;
    let open = score.asked.saturating_sub(score.answered);
    view! {
        <section class="total">
            <p class="total-points">
                <span class="label">{text.result.total}</span> " "
                <b data-total="">{range(score.total)}</b> " "
                <span class="hint">{(text.result.of)(&standard.points.to_string())}</span>
            </p>
            <Bar range=score.total of=standard.points />
            {draft.earlier.as_ref().map(|earlier| then(text, &score, earlier))}
            {(!standard.bonus.items.is_empty()).then(|| view! {
                <p><span class="label">{text.result.bonus}</span> " " <b data-bonus="">{range(score.bonus)}</b> " "
                <span class="hint">{(!standard.bonus.counts_for_stars).then_some(text.result.apart)}</span></p>
            })}
            {estimate(text, standard, &score)}
            {(open > 0).then(|| view! { <p class="hint">{(text.result.open_left)(open)}</p> })}
        </section>
    }
}

/// The stars, or how many answers are still needed before any are shown.
fn estimate(text: &'static Text, standard: &Standard, score: &Score) -> impl IntoView + use<> {
    let name = |stars: Stars| {
        stars.line(standard).map_or(standard.no_line.get(text.lang), |line| line.words.get(text.lang)).to_owned()
    };
    let said = if score.shows_stars() {
        let (low, high) = (name(score.worst), name(score.best));
        let words = if low == high { low } else { (text.result.from_to)(&low, &high) };
        let characters = stars(score.worst.line(standard));
        let awaits = awaits_visit(text, standard, score).map(|said| view! { <p class="hint" data-visit="">{said}</p> });
        view! {
            <p class="stars" data-stars="">
                <span class="label">{text.result.stars}</span> " "
                <span class="signs" aria-hidden="true">{characters}</span> " "
                <b>{words}</b>
            </p>
            {awaits}
        }
        .into_fresh()
    } else {
        view! { <p data-stars="">{(text.result.too_early)(score.answers_until_stars())}</p> }.into_fresh()
    };
    view! { {said} <p class="hint">{standard.estimate.get(text.lang).to_owned()}</p> }
}

/// The total of an earlier year, and what has changed.
fn then(text: &'static Text, score: &Score, earlier: &PriorYear) -> impl IntoView + use<> {
    let (words, then) = (text.beside(), earlier.score.total);
    let change = change(score.total, then);
    let change = (!change.is_empty()).then(|| view! { <b data-change="total">{change}</b> " " });
    view! {
        <p data-earlier-total=range(then)>
            <span class="label">{(words.year)(earlier.year)}</span> " " {range(then)} " " {change}
            <span class="hint">{(words.bonus)(&range(earlier.score.bonus))}</span>
        </p>
    }
}
