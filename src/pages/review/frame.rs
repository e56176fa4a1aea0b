//! What stands around every page of a review: whose it is, its places, whether all is saved.

use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{FreshView, IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{grid_words, handing_in_words, review_summary_words};
use crate::model::review::ids::ReviewId;
use crate::pages::review::clashes::Clashes;
use crate::pages::review::context::{Units, desk, review, sessions, units};
use crate::pages::review::door_list::name_of;
use crate::pages::review::entry::EntryPage;
use crate::pages::review::file::FilePage;
use crate::pages::review::handing_in::HandingInPage;
use crate::pages::review::intake::IntakePage;
use crate::pages::review::page_state::{PageStates, page_state};
use crate::pages::review::roster::RosterPage;
use crate::pages::review::summary::SummaryPage;
use crate::pages::review::table::TablePage;
use crate::pages::review::typed_text::page_of;
use crate::pages::review::unit::UnitPage;
use crate::pages::review::unsaved::{UnsavedReviews, unsaved};
use crate::pages::review::who::WhoWorks;
use crate::persistence::review_head::Shelf;
use crate::platform::review::ReviewSaved;
use crate::platform::review::open_review::ReviewPhase;
use crate::platform::review::steps::StepOutcome;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;

/// A page of the review that the address names, once it is open.
#[component]
pub(super) fn ReviewPages(id: ReviewId, page: ReviewPage) -> impl IntoView {
    let (words, session) = (desk(), sessions().open(id));
    provide_context(session);
    provide_context(expect_context::<PageStates>().of(id));
    provide_context(Units::follow(session));
    move || match session.phase.get() {
        ReviewPhase::Closed | ReviewPhase::Opening => {
            view! { <p class="coming" role="status">{words.frame.opening}</p> }.into_fresh()
        }
        ReviewPhase::Missing => view! {
            <Heading title=words.frame.missing />
            <p class="lead">{words.frame.missing_hint}</p>
            <WaysBack />
        }
        .into_fresh(),
        ReviewPhase::Silent => view! {
            <Heading title=words.door.unreadable />
            <p class="lead" role="alert">{words.door.silent}</p>
            <WaysBack />
        }
        .into_fresh(),
        ReviewPhase::Open => view! { <ReviewBar id page /> {content(id, page)} }.into_fresh(),
    }
}

fn content(id: ReviewId, page: ReviewPage) -> FreshView {
    match page {
        ReviewPage::TakeIn => view! { <IntakePage /> }.into_fresh(),
        ReviewPage::Roster => view! { <RosterPage /> }.into_fresh(),
        ReviewPage::Table => view! { <TablePage id /> }.into_fresh(),
        ReviewPage::Entry => view! { <EntryPage /> }.into_fresh(),
        ReviewPage::Unit(unit) => view! { <UnitPage id unit /> }.into_fresh(),
        ReviewPage::Summary => view! { <SummaryPage id /> }.into_fresh(),
        ReviewPage::HandIn => view! { <HandingInPage id /> }.into_fresh(),
        ReviewPage::File => view! { <FilePage /> }.into_fresh(),
    }
}

#[component]
fn WaysBack() -> impl IntoView {
    let words = &desk().door;
    view! {
        <p class="actions">
            <a class="button" href=Route::Township.href()>{words.township}</a>
            <a class="button" href=Route::County.href()>{words.county}</a>
        </p>
    }
}

/// Whose review it is, its places, whether it is saved.
#[component]
fn ReviewBar(id: ReviewId, page: ReviewPage) -> impl IntoView {
    let (text, words, session) = (words(), &desk().frame, review());
    let name = session.with(|open| name_of(&open.head)).unwrap_or_default();
    let sample = session.with(|open| open.head.basics.sample).unwrap_or_default();
    let at_township = session.with(|open| open.head.basics.township().is_some()).unwrap_or_default();
    let place = move |to: ReviewPage, name: &'static str, label: &'static str| {
        let current = (to == page).then_some("page");
        view! { <a data-place=name aria-current=current href=Route::Review(id, to).href()>{label}</a> }
    };
    let unread = move || {
        session.follow(|open| open.unread).filter(|many| *many > 0).map(|many| {
            view! { <p class="notice" role="alert">{(words.unread)(many)}</p> }
        })
    };
    // Also where another window put it there.
    let removed = redrawn(move || {
        let removed = session.follow(|open| open.head.shelf == Shelf::Removed) == Some(true);
        removed.then(|| view! { <p class="notice" role="alert" data-lies-removed="">{words.lies_removed}</p> })
    });
    let undone = RwSignal::new(String::new());
    let said = move |outcome: StepOutcome, done: &str, nothing: &str| match outcome {
        StepOutcome::Nothing => nothing.to_owned(),
        StepOutcome::Done(0) => done.to_owned(),
        StepOutcome::Done(passed_over) => format!("{done}{}", (words.passed_over)(passed_over)),
        StepOutcome::Stands => words.stands.to_owned(),
    };
    let undo = move |_| undone.set(said(session.undo_last(), text.frame.undone, words.nothing_to_undo));
    let redo = move |_| undone.set(said(session.redo_last(), text.frame.redone, words.nothing_to_redo));
    view! {
        <section class="draft-bar review-bar" aria-label=words.label>
            <b class="draft-name">{name}</b>
            {sample.then(|| view! { <span class="mark">{text.frame.sample}</span> })}
            <nav aria-label=words.label>
                {place(ReviewPage::TakeIn, "intake", words.intake)}
                {place(ReviewPage::Roster, "roster", words.roster)}
                {place(ReviewPage::Entry, "entry", grid_words(text.lang).place)}
                {place(ReviewPage::Table, "table", words.table)}
                {place(ReviewPage::Summary, "summary", review_summary_words(text.lang).place)}
                {at_township.then(|| place(ReviewPage::HandIn, "hand-in", handing_in_words(text.lang).place))}
                {place(ReviewPage::File, "file", words.file)}
            </nav>
            <ReviewSaveState id />
            <button type="button" class="quiet" data-do="undo-step" on:click=undo>{text.frame.undo}</button>
            <button type="button" class="quiet" data-do="redo-step" on:click=redo>{text.frame.redo}</button>
            <span role="status" data-undone-step="">{move || undone.get()}</span>
        </section>
        {removed}
        <UnsavedReviews shown=id />
        <WhoWorks />
        {unread}
        <Clashes />
    }
}

/// Whether all that was decided is stored; where it is not, why, and the ways out.
#[component]
fn ReviewSaveState(id: ReviewId) -> impl IntoView {
    let (words, session, state) = (&desk().frame, review(), page_state());
    let wrong = Memo::new(move |_| match session.saved.get() {
        ReviewSaved::Saved | ReviewSaved::Saving => None,
        ReviewSaved::Unsaved(why) => Some(why),
    });
    let all = units();
    let apart = Memo::new(move |_| all.with(|all| session.standing_apart(all)));
    // What does not count is stored too, and yet it is not all well.
    let said = move || match (session.saved.get() == ReviewSaved::Saving, apart.with(Vec::len)) {
        (true, _) => ("saving", words.saving.to_owned()),
        (false, 0) => ("saved", words.saved.to_owned()),
        (false, many) => ("apart", (words.apart)(many)),
    };
    let said = Memo::new(move |_| said());
    let first = move || {
        let (place, page) =
            apart.with(|apart| apart.iter().find_map(|place| Some((place.clone(), page_of(place)?))))?;
        let lead = move |_| all.with_untracked(|all| state.lead_to(&place, all));
        Some(view! { " " <a data-do="to-apart" href=Route::Review(id, page).href() on:click=lead>{words.to_apart}</a> })
    };
    move || {
        match wrong.get() {
        None => view! { <span class="saved" data-saved=move || said.get().0>{move || said.get().1} {first}</span> }
            .into_fresh(),
        Some(why) => view! {
            <span class="saved failed" data-saved="unsaved" role="alert">
                {unsaved(why)} " "
                <a class="button" href=Route::Review(id, ReviewPage::File).href()>{words.save_now}</a> " "
                <button type="button" data-do="store-again" on:click=move |_| session.store_again()>{words.retry}</button>
            </span>
        }
        .into_fresh(),
    }
    }
}
