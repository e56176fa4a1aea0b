//! What all units come to together (汇总): stars, scores, where points are lost, the first two ways of grouping, one against
//! another, and what to look at on a visit. What of it leaves the page is copied or saved.

use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::words;
use crate::i18n::{hint_table, review_summary_words, sum_tables};
use crate::model::review::ids::ReviewId;
use crate::model::review::table::TableLine;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::by_kind::{ByKind, FirstKind};
use crate::pages::review::context::{review, sample_mark};
use crate::pages::review::sheet_view::sum_table;
use crate::pages::review::summary_take::Reminders;
use crate::pages::review::table_lines::TableLines;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn SummaryPage(id: ReviewId) -> impl IntoView {
    let words = review_summary_words(words().lang);
    let draw = Box::new(move |standard| of_one(id, standard));
    view! {
        <Heading title=format!("{}{}", sample_mark(), words.title) />
        <ByKind name="summary-kind" first=FirstKind::OnTheRoster draw />
    }
}

/// Of the units of one kind.
fn of_one(id: ReviewId, standard: IssuedStandard) -> FreshView {
    let text = words();
    let words = review_summary_words(text.lang);
    let sample = review().with(|open| open.head.basics.sample).unwrap_or_default();
    let TableLines { own, assessed } = TableLines::follow(standard.unit.id.clone());
    let kept = StoredValue::new(standard.clone());
    let sums = move || {
        own.with(|lines| {
            let lines: Vec<&TableLine> = lines.iter().collect();
            let tables = kept.with_value(|standard| sum_tables(text, standard, &lines, sample));
            let none = tables.is_empty().then(|| view! { <p class="empty">{words.none}</p> });
            let tables = tables.into_iter().map(|table| sum_table(table, &|_| None)).collect::<Vec<_>>();
            view! { {none} {tables} }.into_fresh()
        })
    };
    let hints = move || {
        assessed.with(|lines| {
            let lines: Vec<&TableLine> = lines.iter().collect();
            let here = lines.iter().any(|line| line.row.is_some());
            here.then(|| {
                let table = kept.with_value(|standard| hint_table(text, standard, &lines, sample));
                let units = table.units.clone();
                sum_table(table, &|at| Some(Route::Review(id, ReviewPage::Unit(*units.get(at)?)).href()))
            })
        })
    };
    view! {
        {sums}
        {hints}
        <Reminders standard lines=own />
    }
    .into_fresh()
}
