//! The choice of the kind of unit, and below it what a page shows of that kind. A review with one standard asks nothing.

use crate::components::form::fields::SelectInput;
use crate::components::lazy::fresh::FreshView;
use crate::components::words;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::{desk, review, units};
use crate::pages::review::page_state::page_state;
use leptos::prelude::*;

/// The kind that is shown until another is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FirstKind {
    /// That which a township scores first: those are many, and without a computer.
    ScoredFirst,
    /// That of the first unit of the roster.
    OnTheRoster,
}

/// Draws a page for the kind that is chosen; `name` is the name of its field.
#[component]
pub(super) fn ByKind(
    name: &'static str,
    first: FirstKind,
    draw: Box<dyn Fn(IssuedStandard) -> FreshView + Send>,
) -> impl IntoView {
    let (text, session, all) = (words(), review(), units());
    let standards = session.with(|open| open.head.basics.standards.clone()).unwrap_or_default();
    let most_columns = standards.iter().max_by_key(|standard| standard.assessors.len());
    let first = match first {
        FirstKind::ScoredFirst => most_columns.map(|standard| standard.unit.id.to_string()),
        FirstKind::OnTheRoster => all
            .with_untracked(|all| all.units.first().map(|unit| unit.line.kind.to_string()))
            .or_else(|| standards.first().map(|standard| standard.unit.id.to_string())),
    };
    let (first, state) = (first.unwrap_or_default(), page_state());
    let kind = Memo::new(move |_| state.field(name).unwrap_or_else(|| first.clone()));
    let options = standards.iter().map(|one| {
        view! { <option value=one.unit.id.to_string()>{one.unit.words.get(text.lang).to_owned()}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let choose = (standards.len() > 1).then(|| {
        view! {
            <div class="field">
                <label for=name>{desk().table.kind}</label>
                <SelectInput value=kind store=move |kind| state.set_field(name, Some(kind)) attr:id=name>{options}</SelectInput>
            </div>
        }
    });
    let shown = move || {
        let chosen = UnitKind::try_from(kind.get()).ok();
        let standard = standards.iter().find(|one| Some(&one.unit.id) == chosen.as_ref()).cloned();
        standard.map(&draw)
    };
    view! { {choose} {shown} }
}
