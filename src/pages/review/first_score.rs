//! The first score (初评) of a unit: only what differs is changed, the same engine scores it, both scores side by side.

use crate::components::lazy::fresh::{FreshView, IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{first_score_words, range, score_difference};
use crate::model::review::correction::CorrectedPlace;
use crate::model::review::entry_grid::GridColumn;
use crate::model::review::ids::UnitId;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::review;
use crate::pages::review::first_score_row::CorrectionRow;
use crate::pages::review::first_score_state::{Claimed, ScoredUnit, own_column};
use leptos::prelude::*;

/// The first score of what a unit says.
#[component]
pub(super) fn FirstScore(
    unit: UnitId,
    standard: IssuedStandard,
    /// What the unit says.
    #[prop(into)]
    claimed: Signal<Claimed>,
) -> impl IntoView {
    let (text, session) = (words(), review());
    let words = first_score_words(text.lang);
    let Some(column) = own_column(session, &standard) else {
        return view! { <p class="hint" data-no-score="">{words.none}</p> }.into_fresh();
    };
    let called = standard.assessors.iter().find(|assessor| assessor.id == column);
    let title = called.map_or(String::new(), |assessor| assessor.words.get(text.lang).to_owned());
    let columns = GridColumn::numbers(&standard).into_iter().chain(GridColumn::choices(&standard));
    let columns = columns.map(CorrectedPlace::Cell).collect();
    let items = standard.scored().chain(&standard.bonus.items);
    let items = StoredValue::new(items.map(|item| CorrectedPlace::Points(item.id.clone())).collect::<Vec<_>>());
    let (column, standard) = (StoredValue::new(column), StoredValue::new(standard));
    let scored = ScoredUnit::new(session, unit, column, standard, claimed);
    // Opened on purpose: what a rule can score is scored by it.
    let open = RwSignal::new(false);
    let points = move || open.get().then(|| corrections(scored, words.give_points, items.get_value()));
    view! {
        <section data-first-score="">
            <h2>{title.clone()}</h2>
            <p class="hint">{words.lead}</p>
            {redrawn(move || sums(scored))}
            {corrections(scored, title, columns)}
            <details class="more" data-give-points="" on:toggle=move |_| open.set(true)>
                <summary>{words.give_points}</summary>
                <p class="hint">{words.give_points_lead}</p>
                {redrawn(points)}
            </details>
        </section>
    }
    .into_fresh()
}

/// The table of these places.
pub(super) fn corrections(scored: ScoredUnit, title: impl Into<String>, places: Vec<CorrectedPlace>) -> FreshView {
    let words = first_score_words(words().lang);
    let rows =
        places.into_iter().map(|place| view! { <CorrectionRow scored place /> }.into_fresh()).collect::<Vec<_>>();
    view! {
        <div class="wide-table" tabindex="0" role="region" aria-label=title.into()>
            <table class="entry-grid corrections">
                <thead>
                    <tr>
                        <th scope="col">{words.asked}</th>
                        <th scope="col" class="numeric">{words.claimed}</th>
                        <th scope="col">{words.corrected}</th>
                        <th scope="col">{words.why}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_fresh()
}

/// Both scores, their difference, the items that differ, and what must be looked at again.
fn sums(scored: ScoredUnit) -> FreshView {
    let text = words();
    let words = first_score_words(text.lang);
    scored.assessed.with(|assessed| {
        let again = assessed.recheck_items.len() + assessed.recheck_facts.len();
        let clashes = assessed.clashing_items.len() + assessed.clashing_facts.len();
        let told =
            [(again, words.recheck), (clashes, words.clash), (assessed.unexplained_items.len(), words.unexplained)];
        let told = told.into_iter().filter(|(many, _)| *many > 0);
        let told = told.map(|(many, say)| view! { <p class="notice" role="alert" data-again="">{say(many)}</p> });
        let told = told.collect::<Vec<_>>();
        let differ = scored.standard.with_value(|standard| {
            let items = assessed.items(standard).into_iter().filter(|beside| beside.own != beside.given);
            let row = items.map(|beside| {
                let item = standard.numbered(&beside.item.id, beside.item.words.get(text.lang));
                let by = score_difference(text, beside.difference);
                view! { <li>{format!("{item} {} → {} {by}", range(beside.own), range(beside.given))}</li> }
            });
            row.collect::<Vec<_>>()
        });
        let differ = (!differ.is_empty()).then(|| view! { <h3>{words.lost}</h3> <ul data-differ="">{differ}</ul> });
        view! {
            {told}
            <dl class="scores">
                <dt>{words.own}</dt> <dd data-own="">{range(assessed.own.total)}</dd>
                <dt>{words.given}</dt> <dd data-given="">{range(assessed.given.total)}</dd>
                <dt>{words.difference}</dt> <dd data-difference="">{score_difference(text, assessed.difference())}</dd>
            </dl>
            {differ}
        }
        .into_fresh()
    })
}
