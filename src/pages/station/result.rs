//! Score and staircase: the total, the estimate, every section and tag, what forbids or caps stars.

use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::score::bar::Bar;
use crate::components::score::tag_picture::{heading_id, picture};
use crate::components::{session, words};
use crate::i18n::{Text, change, effect, range, stars};
use crate::model::draft::prior_answers::PriorYear;
use crate::model::scoring::score::{Score, Truth};
use crate::model::scoring::tags::totals;
use crate::model::standard::Standard;
use crate::model::standard::points::{Points, Range};
use crate::pages::station::items::OnTo;
use crate::pages::station::print::SheetLinks;
use crate::pages::station::staircase::Staircase;
use crate::routes::Page;
use leptos::prelude::*;

/// The result page. It is read, not typed into, so it is drawn once from the draft as it is.
#[component]
pub fn ResultPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let (draft, score) = (session.draft.read_untracked(), session.score.read_untracked());
    let standard = &draft.standard;
    let open = score.asked.saturating_sub(score.answered);
    view! {
        <Heading title=text.result.title />
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
        <Staircase />
        {sections(text, standard, &score, draft.earlier.as_ref())}
        {schemes(text, standard, &score)}
        {score.shows_stars().then(|| gates(text, standard, &score))}
        <SheetLinks text=text draft=draft.id.clone() />
        <OnTo next=Page::Send />
    }
}

/// The stars, or how many answers are still needed before any are shown.
fn estimate(text: &'static Text, standard: &Standard, score: &Score) -> impl IntoView + use<> {
    let name = |stars: crate::model::scoring::score::Stars| {
        stars.line(standard).map_or(standard.no_line.get(text.lang), |line| line.words.get(text.lang)).to_owned()
    };
    let said = if score.shows_stars() {
        let (low, high) = (name(score.worst), name(score.best));
        let words = if low == high { low } else { (text.result.from_to)(&low, &high) };
        let characters = stars(score.worst.line(standard));
        view! {
            <p class="stars" data-stars="">
                <span class="label">{text.result.stars}</span> " "
                <span class="signs" aria-hidden="true">{characters}</span> " "
                <b>{words}</b>
            </p>
        }
        .into_fresh()
    } else {
        view! { <p data-stars="">{(text.result.too_early)(score.until_stars())}</p> }.into_fresh()
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

fn percent(range: Range, of: Points) -> String {
    let share = |points: Points| Points::hundredths(100).share(points.get(), of.get()).get();
    match (share(range.low), share(range.high)) {
        (low, high) if low == high => format!("{low}%"),
        (low, high) => format!("{low}% – {high}%"),
    }
}

fn sections(
    text: &'static Text,
    standard: &Standard,
    score: &Score,
    earlier: Option<&PriorYear>,
) -> impl IntoView + use<> {
    let rows = standard
        .sections
        .iter()
        .map(|section| {
            let won = score.section(&section.id);
            let then = earlier.map(|earlier| {
                let then = earlier.score.sections.get(&section.id).copied();
                let said = then.map_or(String::new(), range);
                let change = then.map_or(String::new(), |then| change(won, then));
                view! {
                    <td class="numeric" data-then="">{said}</td>
                    <td class="numeric" data-change="">{change}</td>
                }
            });
            view! {
                <tr data-section=section.id.to_string()>
                    <th scope="row">{section.id.to_string()} " " {section.words.get(text.lang).to_owned()}</th>
                    <td class="numeric">{range(won)}</td>
                    <td class="numeric">{section.points.to_string()}</td>
                    {then}
                    <td class="numeric share">{percent(won, section.points)}</td>
                    <td class="bar-cell"><Bar range=won of=section.points /></td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    let class = if earlier.is_some() { "scores compared" } else { "scores" };
    let then = earlier.map(|earlier| {
        view! {
            <th scope="col" class="numeric">{(text.beside().year)(earlier.year)}</th>
            <th scope="col" class="numeric">{text.beside().change}</th>
        }
    });
    view! {
        <h2>{text.result.sections}</h2>
        <table class=class>
            <thead>
                <tr>
                    <th scope="col">{text.result.section}</th>
                    <th scope="col" class="numeric">{text.result.won}</th>
                    <th scope="col" class="numeric">{text.result.possible}</th>
                    {then}
                    <th scope="col" class="numeric share">{text.result.share}</th>
                    <td class="bar-cell"></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn schemes(text: &'static Text, standard: &Standard, score: &Score) -> impl IntoView + use<> {
    let all = totals(standard, score);
    let blocks = standard.schemes.iter().map(|scheme| {
        view! {
            <section class="scheme">
                <h3 id=heading_id(scheme)>{scheme.words.get(text.lang).to_owned()}</h3>
                {scheme.lamps.then(|| view! { <p class="hint">{text.result.lamps_rule}</p> })}
                {picture(text, standard, scheme, &all)}
            </section>
        }
    });
    let blocks = blocks.collect::<Vec<_>>();
    (!standard.schemes.is_empty()).then(|| {
        view! { <h2>{text.result.schemes}</h2> <div class="schemes">{blocks}</div> }
    })
}

fn gates(text: &'static Text, standard: &Standard, score: &Score) -> impl IntoView + use<> {
    let rows = standard
        .gates
        .iter()
        .zip(&score.gates)
        .map(|(gate, (_, fires))| {
            let (state, said) = match fires {
                _ if gate.when.is_finding() => ("finding", text.result.gate_finding),
                Truth::Yes => ("yes", text.result.gate_yes),
                Truth::No => ("no", text.result.gate_no),
                Truth::Open => ("open", text.result.gate_open),
            };
            view! {
                <li class="gate" data-gate=gate.id.to_string() data-state=state>
                    <span class="gate-words">{gate.words.get(text.lang).to_owned()}</span> " "
                    <span class="hint">{effect(text, standard, gate)}</span> " "
                    <b class="gate-state">{said}</b>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!standard.gates.is_empty()).then(|| view! { <h2>{text.result.gates}</h2> <ul class="gates">{rows}</ul> })
}
