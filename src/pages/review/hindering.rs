//! What stands in the way of handing in, each with the way to where it is put right.

use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::words;
use crate::i18n::{HandingInWords, grid_words, handing_in_words};
use crate::model::record::typed::is_blank;
use crate::model::review::ids::{ReviewId, UnitId};
use crate::model::review::make_bundle::BundleHindrance;
use crate::model::review::typed_apart::TypedPlace;
use crate::pages::review::context::{desk, units};
use crate::pages::review::page_state::page_state;
use crate::pages::review::typed_text::page_of;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;

/// Something that stands in the way.
pub(super) struct Hindering {
    /// Of this unit.
    unit: Option<UnitId>,
    /// Where it is put right.
    page: Option<ReviewPage>,
    /// What it is.
    said: &'static str,
    /// The field, if it was typed and does not count.
    apart: Option<TypedPlace>,
}

impl Hindering {
    /// What was typed in this field.
    pub(super) fn apart(words: &HandingInWords, place: TypedPlace) -> Self {
        Self { unit: place.unit(), page: page_of(&place), said: words.apart, apart: Some(place) }
    }

    /// What has to be decided first.
    pub(super) fn of(words: &HandingInWords, one: &BundleHindrance) -> Self {
        let at_unit = |unit: &UnitId, said| (*unit, ReviewPage::Unit(*unit), said);
        let (unit, page, said) = match one {
            BundleHindrance::NoStandard => {
                return Self { unit: None, page: None, said: words.no_standard, apart: None };
            }
            BundleHindrance::Undecided(unit) => at_unit(unit, words.undecided),
            BundleHindrance::FileMissing(unit) => at_unit(unit, words.file_missing),
            BundleHindrance::Recheck(unit) => at_unit(unit, words.recheck),
            BundleHindrance::Unexplained(unit) => at_unit(unit, words.unexplained),
            BundleHindrance::Unnamed(unit) => (*unit, ReviewPage::Roster, words.unnamed),
        };
        Self { unit: Some(unit), page: Some(page), said, apart: None }
    }
}

/// What stands in the way, each with the way to where it is put right.
pub(super) fn hindered(id: ReviewId, all: Vec<Hindering>) -> FreshView {
    let lang = words().lang;
    let (units, state, words) = (units(), page_state(), handing_in_words(lang));
    let name = |unit: UnitId| {
        let name = units.with_untracked(|units| units.name_of(unit));
        // A link has words.
        if is_blank(&name) { desk().roster.title.to_owned() } else { name }
    };
    let rows = all.into_iter().map(|Hindering { unit, page, said, apart }| {
        // What is of no unit was pasted.
        let called = unit.map_or_else(|| grid_words(lang).chat_replies.to_owned(), name);
        let lead = move |_| {
            if let Some(place) = &apart {
                units.with_untracked(|units| state.lead_to(place, units));
            }
        };
        let link = page.map(|page| view! { <a href=Route::Review(id, page).href() on:click=lead>{called}</a> " " });
        view! { <li>{link} {said}</li> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <div class="notice" role="alert" data-hindered=""><p>{words.hindered}</p><ul>{rows}</ul></div> }
        .into_fresh()
}
