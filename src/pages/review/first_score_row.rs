//! A line of the first score: what the unit says, what was found, and why.

use crate::components::lazy::fresh::redrawn;
use crate::components::words;
use crate::i18n::range;
use crate::model::review::correction::CorrectedPlace;
use crate::pages::review::correction_field::CorrectionField;
use crate::pages::review::first_score_state::ScoredUnit;
use crate::platform::navigation;
use leptos::prelude::*;

/// A line. What is typed is kept when the field is left.
#[component]
pub(super) fn CorrectionRow(scored: ScoredUnit, place: CorrectedPlace) -> impl IntoView {
    let lang = words().lang;
    let (key, named) = (place.key(), place.clone());
    let name = scored.standard.with_value(|standard| {
        let asked = named.words(standard).map_or("", |words| words.get(lang));
        named.item(standard).map_or_else(|| asked.to_owned(), |item| standard.numbered(&item.id, asked))
    });
    let claimed = move || {
        scored.standard.with_value(|standard| match &named {
            CorrectedPlace::Cell(column) => scored.claimed.with(|claimed| column.shown(standard, &claimed.record)),
            CorrectedPlace::Points(id) => scored.assessed.with(|assessed| {
                let most = standard.item(id).map_or(String::new(), |item| item.points.to_string());
                assessed.own.item(id).map_or(String::new(), |own| format!("{} / {most}", range(own.range)))
            }),
        })
    };
    let field = CorrectionField::new(scored, place, || _ = navigation::to_next_field("[data-corrected]"));
    view! {
        <tr data-corrections=key class:changed=move || field.reason.with(Option::is_some)>
            <th scope="row">{name.clone()}</th>
            <td class="numeric">{redrawn(claimed)}</td>
            <td>{field.view(name)}</td>
            <td>{field.why()} {field.beside()}</td>
        </tr>
    }
}
