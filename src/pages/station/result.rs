//! Score and staircase: the total, the estimate, every section and tag, what forbids or caps stars.

use crate::components::frame::heading::Heading;
use crate::components::score::bar::Bar;
use crate::components::score::tag_picture::{heading_id, picture};
use crate::components::score::total::Total;
use crate::components::{session, words};
use crate::i18n::{Text, change, effect, range};
use crate::model::draft::prior_answers::PriorYear;
use crate::model::scoring::score::{Score, Truth};
use crate::model::scoring::tags::totals;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::{Scheme, Standard};
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
    view! {
        <Heading title=text.result.title />
        <Total />
        <Staircase />
        {sections(text, standard, &score, draft.earlier.as_ref())}
        {schemes(text, standard, &score)}
        {score.shows_stars().then(|| gates(text, standard, &score))}
        <SheetLinks text=text draft=draft.id.clone() />
        <OnTo next=Page::Send />
    }
}

fn percent(range: Range, of: Points) -> String {
    let share = |points: Points| Points::hundredths(100).share(points.get(), of.get()).get();
    match (share(range.low), share(range.high)) {
        (low, high) if low == high => format!("{low}%"),
        (low, high) => format!("{low}% – {high}%"),
    }
}

/// The points of each section, beside those of an earlier year where one stands there.
pub(super) fn sections(
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

/// How many ways of grouping stand open, the standard's first; the others are folded.
const UNFOLDED: usize = 2;

fn schemes(text: &'static Text, standard: &Standard, score: &Score) -> impl IntoView + use<> {
    let all = totals(standard, score);
    let block = |scheme: &Scheme| {
        view! {
            <section class="scheme">
                <h3 id=heading_id(scheme)>{scheme.words.get(text.lang).to_owned()}</h3>
                {scheme.lamps.then(|| view! { <p class="hint">{text.result.lamps_rule}</p> })}
                {picture(text, standard, scheme, &all)}
            </section>
        }
    };
    let (first, rest) = standard.schemes.split_at(standard.schemes.len().min(UNFOLDED));
    let (first, folded) = (first.iter().map(block).collect::<Vec<_>>(), rest.iter().map(block).collect::<Vec<_>>());
    let names = rest.iter().map(|scheme| scheme.words.get(text.lang)).collect::<Vec<_>>().join(text.and());
    let folded = (!folded.is_empty()).then(|| {
        view! {
            <details class="more" data-more-schemes="">
                <summary>{(text.result.more_schemes)(&names)}</summary>
                <div class="schemes">{folded}</div>
            </details>
        }
    });
    (!standard.schemes.is_empty()).then(|| {
        view! { <h2>{text.result.schemes}</h2> <div class="schemes">{first}</div> {folded} }
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
