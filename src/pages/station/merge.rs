//! A file merged into a draft: every place where they differ, with a choice for each. Nothing changes before
//! the button, and what it changed can be undone.

use crate::components::context::{ImportState, table};
use crate::components::differences::differences;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::{session, words};
use crate::model::draft::Draft;
use crate::model::draft::compare::{Difference, DifferenceKind, FieldPath, aligned, compare};
use crate::model::draft::merge::merge;
use crate::model::files::parsed::ParsedFile;
use crate::pages::station::items::BackToTasks;
use crate::persistence::snapshots::SnapshotKind as Before;
use crate::persistence::undo::Filled;
use crate::platform::photos;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The draft that a file holds, under its own standard.
pub(in crate::pages) fn draft_of(opened: &ParsedFile) -> Option<Draft> {
    match opened {
        ParsedFile::Draft(draft) => Some((**draft).clone()),
        ParsedFile::Submission(opened) => {
            let (submission, standard) = (&opened.submission, &opened.standard);
            let mut draft = submission.draft(standard, crate::platform::clock::new_id()?, submission.time.clone());
            draft.revision = submission.revision.saturating_add(1);
            Some(draft)
        }
        ParsedFile::Standard(_) | ParsedFile::Desk(_) => None,
    }
}

/// The page that merges the file that was opened into this draft.
#[component]
pub fn MergePage() -> FreshView {
    let (text, session, table) = (words(), session(), table());
    let ours = session.draft.get_untracked();
    let theirs = table.opened.with_untracked(|chosen| match chosen {
        ImportState::Opened(opened, carried) => Some((draft_of(opened)?, carried.clone())),
        _ => None,
    });
    let theirs = theirs.and_then(|(theirs, carried)| Some((aligned(&ours, &theirs)?, carried)));
    let Some((theirs, carried)) = theirs else {
        return view! {
            <Heading title=text.merge.title />
            <p class="lead" data-unrelated="">{text.merge.unrelated}</p>
            <BackToTasks />
        }
        .into_fresh();
    };
    let sample = theirs.is_example() && !ours.is_example();
    let list = compare(&ours, &theirs);
    let same = list.iter().filter(|one| one.kind == DifferenceKind::Same).count();
    let chosen = RwSignal::new(list.iter().map(Difference::is_usually_taken).collect::<Vec<_>>());
    let done = RwSignal::new(false);
    let rows = differences(&ours, &list, text.merge.file, Some(chosen));
    let many = move || chosen.with(|chosen| chosen.iter().filter(|taken| **taken).count());
    let apply = move |_| {
        let taken: Vec<Difference> = chosen.with_untracked(|chosen| {
            list.iter().zip(chosen).filter(|(_, taken)| **taken).map(|(one, _)| one.clone()).collect()
        });
        let merged = merge(&session.draft.get_untracked(), &theirs, &taken);
        let (theirs, carried) = (theirs.clone(), carried.clone());
        spawn_local(async move {
            // The photos first: nothing that is called saved refers to what is not.
            photos::keep(&carried, &merged).await;
            // Something may have been typed meanwhile, and the draft may have been closed.
            let Some(now) = session.draft.try_get_untracked() else { return };
            let mut merged = merge(&now, &theirs, &taken);
            // Unless the tick was chosen with the rest, it was for what stood here.
            if !taken.iter().any(|one| one.place == FieldPath::Agreed) {
                Filled::of(&now).withdraw_agreement(&mut merged);
            }
            session.replace(merged, Before::BeforeMerging);
            table.opened.set(ImportState::Nothing);
            done.try_set(true);
        });
    };
    view! {
        <Heading title=text.merge.title />
        <p class="lead">{text.merge.lead}</p>
        {sample.then(|| view! { <p class="notice">{text.merge.sample}</p> })}
        <p class="hint">{(text.merge.same)(same)}</p>
        {rows}
        <p class="actions">
            <button type="button" class="primary" data-do="merge" disabled=move || done.get() on:click=apply>
                {move || (text.merge.apply)(many())}
            </button>
        </p>
        <p role="status" data-merged="">{move || done.get().then_some(text.merge.done)}</p>
        <BackToTasks />
    }
    .into_fresh()
}
