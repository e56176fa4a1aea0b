//! The drafts here that an opened file has to do with: it can be merged into them, or stand beside them as an earlier
//! year; and where this year has none yet, one can be begun beside it.

use crate::components::context::{ImportState, PagesContext};
use crate::components::words;
use crate::model::draft::Draft;
use crate::model::draft::prior_year::same_unit;
use crate::model::files::parsed::ParsedFile;
use crate::model::standard::ids::DraftId;
use crate::model::standard::related;
use crate::pages::station::merge::draft_of;
use crate::pages::station::prior_year::scored;
use crate::platform::unsaved_drafts::begin;
use crate::platform::{clock, library, stored_drafts};
use crate::routes::{Page, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A draft that is here.
#[derive(Clone)]
struct MergeTarget {
    id: DraftId,
    name: String,
    year: u16,
    same_unit: bool,
    /// Whether the file is of the same unit and an earlier year.
    later: bool,
}

/// A way into each draft that the file can be merged into: one of the same standard, of the same unit first. A file
/// of an earlier year can be put beside it, and where its unit has no later draft one can be begun.
pub(super) fn into(table: PagesContext, opened: &ParsedFile) -> Option<impl IntoView + use<>> {
    let theirs = draft_of(opened)?;
    let next = StoredValue::new_local(next_year(table, &theirs, opened));
    // A submission of a unit of which no draft is here was handed in by somebody else, as a rule.
    let handed_in = match opened {
        ParsedFile::Submission(opened) => !opened.submission.signed.sample,
        ParsedFile::Standard(_) | ParsedFile::Draft(_) | ParsedFile::Desk(_) => false,
    };
    let name = StoredValue::new(theirs.unit.name.trim().to_owned());
    let drafts = RwSignal::new(None::<Vec<MergeTarget>>);
    spawn_local(async move {
        let mut found = Vec::new();
        for one in library::all().await.drafts {
            if let Some(draft) = stored_drafts::read(&one.id).await
                && related(&draft.standard, &theirs.standard)
            {
                let same_unit = same_unit(&draft.unit, &theirs.unit);
                let name = draft.unit.name.trim().to_owned();
                let later = same_unit && theirs.is_before(&draft);
                found.push(MergeTarget { id: draft.id, name, year: draft.year, same_unit, later });
            }
        }
        let (mut first, others): (Vec<MergeTarget>, Vec<MergeTarget>) =
            found.into_iter().partition(|here| here.same_unit);
        first.extend(others);
        drafts.try_set(Some(first));
    });
    Some(move || {
        let drafts = drafts.get()?;
        let begin = next.get_value().filter(|_| !drafts.iter().any(|here| here.later));
        let begin = begin.map(|draft| view! { <BeginBeside table=table draft=draft /> });
        let foreign = handed_in && !drafts.iter().any(|here| here.same_unit);
        let belongs = foreign.then(|| view! { <Belongs unit=name.get_value() /> });
        Some(
            view! { {belongs} {begin} {drafts.into_iter().map(|here| view! { <WaysInto here /> }).collect::<Vec<_>>()} },
        )
    })
}

/// Where the file of a unit belongs of which no draft is here.
#[component]
fn Belongs(unit: String) -> impl IntoView {
    let text = words();
    view! {
        <p class="note" data-belongs="">
            {(text.open.submission_belongs)(&unit)} " "
            <a href=Route::Township.href()>{text.home.township}</a> " "
            <a href=Route::County.href()>{text.home.county}</a>
        </p>
    }
}

#[component]
fn WaysInto(here: MergeTarget) -> impl IntoView {
    let text = words();
    let name = if here.name.is_empty() { text.frame.no_name.to_owned() } else { here.name };
    let to = |page| Route::Draft(here.id.clone(), page).href();
    let name = format!("{name} {}", here.year);
    let beside = here.later.then(|| {
        let words = (text.beside().put_beside)(&name);
        view! { <p><a class="button" data-put-beside=here.id.to_string() href=to(Page::Earlier)>{words}</a></p> }
    });
    let into = (text.merge.into)(&name);
    view! {
        {beside}
        <p><a class="button" data-merge-into=here.id.to_string() href=to(Page::Merge)>{into}</a></p>
    }
}

/// This year's draft of the unit whose earlier year the file holds.
fn next_year(table: PagesContext, theirs: &Draft, opened: &ParsedFile) -> Option<Draft> {
    let standard = table.library().with_untracked(|library| library.latest_of(&theirs.standard).cloned())?;
    let (id, now, today) = (clock::new_id()?, clock::now()?, clock::today()?.year());
    theirs.next_year(scored(theirs, Some(opened)), standard, id, now, today)
}

#[component]
fn BeginBeside(table: PagesContext, draft: Draft) -> impl IntoView {
    let words = words().beside();
    let then = draft.earlier.as_ref().map_or(draft.year, |earlier| earlier.year);
    let label = (words.begin)(draft.year, then);
    let start = move |_| {
        table.opened.set(ImportState::Nothing);
        begin(draft.clone());
    };
    view! {
        <p>
            <button type="button" data-do="begin-beside" on:click=start>{label}</button>
            <span class="hint">{words.begin_hint}</span>
        </p>
    }
}
