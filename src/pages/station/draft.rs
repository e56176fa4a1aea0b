//! The pages of one draft: which is shown, in what frame. The draft stays open while they change.

use crate::components::context::{AppContext, PagesContext, shared};
use crate::components::half_days::HalfDays;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::lazy::pages::Exchange;
use crate::components::photos::add::PhotosOnTheirWay;
use crate::components::words;
use crate::model::problem::{Fault, Problem};
use crate::model::standard::ids::DraftId;
use crate::model::standard::library::StandardLibrary;
use crate::pages::frame::DraftBar;
use crate::pages::frame::DraftContent;
use crate::pages::frame::in_frame;
use crate::pages::placeholder::BrokenPage;
use crate::pages::placeholder::GonePage;
use crate::pages::placeholder::MissingPage;
use crate::pages::placeholder::WaitingPage;
use crate::pages::station::basics::BasicsPage;
use crate::pages::station::check::CheckPage;
use crate::pages::station::facts::FactsPage;
use crate::pages::station::items::BonusPage;
use crate::pages::station::items::SectionPage;
use crate::pages::station::items::TextsPage;
use crate::pages::station::one_page::OnePage;
use crate::pages::station::result::ResultPage;
use crate::pages::station::standard_missing::StandardMissingPage;
use crate::pages::station::tasks::TasksPage;
use crate::platform::drafts::Session;
use crate::platform::open_draft::{OpenDraft, OpenState};
use crate::platform::{
    dragging, focus, foreign_changes, older_drafts, one_line, photo_sweep, photos, scheduler, stored_drafts,
    unsaved_drafts,
};
use crate::routes::{Page, Route};
use leptos::ev;
use leptos::prelude::*;

/// What all pages share that came after the start, under the owner of all pages.
pub fn begin() {
    let printed = window_event_listener_untyped("beforeprint", |_| _ = scheduler::finish());
    on_cleanup(move || printed.remove());
    focus::watch();
    dragging::watch();
    one_line::watch();
    foreign_changes::watch();
    older_drafts::start();
    provide_context(PagesContext::new(standards));
    leptos::task::spawn_local(photo_sweep::start());
    let unload = window_event_listener(ev::beforeunload, |event| {
        // What is in memory alone would be gone.
        if !unsaved_drafts::held().is_empty() || photos::must_warn() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    });
    on_cleanup(move || unload.remove());
}

/// Every standard at hand.
fn standards() -> StandardLibrary {
    let mut library = StandardLibrary::built_in().unwrap_or_default();
    for standard in stored_drafts::standards() {
        library.add(standard);
    }
    library
}

/// The pages of one draft.
#[component]
pub fn DraftPages(
    /// The draft.
    id: DraftId,
) -> impl IntoView {
    let shared = shared();
    let owner = Owner::current().unwrap_or_default();
    let fresh = StoredValue::new_local(unsaved_drafts::take(&id));
    let (id, opened) = (id.clone(), StoredValue::new(None::<OpenDraft>));
    move || {
        // What an older copy of the program wrote is brought here first, wherever a person lands.
        if !older_drafts::is_brought() {
            let coming = || {
                view! { <p class="coming" role="status" data-waiting="">{words().leaving.waiting_hint}</p> }
                    .into_fresh()
            };
            return in_frame(shared, coming).into_fresh();
        }
        let open = || {
            let open = owner.with(|| OpenDraft::open(&id, fresh.try_update_value(Option::take).flatten()));
            owner.with(|| open.listen());
            opened.set_value(Some(open));
            open
        };
        pages_of(shared, opened.get_value().unwrap_or_else(open))
    }
}

fn pages_of(shared: AppContext, opened: OpenDraft) -> FreshView {
    let shown = move || match opened.shown.get() {
        // Its rest is to be drawn: nothing is said of the moment that it takes.
        OpenState::Reading => in_frame(shared, || view! { <div data-rest=""></div> }.into_fresh()).into_fresh(),
        OpenState::Draft(signals) => {
            let session = Session::new(signals, opened);
            // Until now there was no heading that could take the focus.
            shared.route.with_untracked(|route| shared.settle(route));
            draft_pages(shared, session)
        }
        OpenState::Broken(raw, problems) if is_standard_missing(&problems) => {
            in_frame(shared, move || view! { <StandardMissingPage raw=raw.clone() opened=opened /> }.into_fresh())
                .into_fresh()
        }
        OpenState::Broken(raw, problems) => {
            in_frame(shared, move || view! { <BrokenPage raw=raw.clone() problems=problems.clone() /> }.into_fresh())
                .into_fresh()
        }
        OpenState::Waiting => in_frame(shared, || view! { <WaitingPage /> }.into_fresh()).into_fresh(),
        OpenState::Gone(gone) => in_frame(shared, move || {
            view! { <GonePage gone=gone unsaved=opened.unsaved_when_cleared() /> }.into_fresh()
        })
        .into_fresh(),
        OpenState::Missing { unsure } => {
            in_frame(shared, move || view! { <MissingPage unsure=unsure /> }.into_fresh()).into_fresh()
        }
    };
    shown.into_fresh()
}

/// Whether a draft would open if its standard were here.
fn is_standard_missing(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| matches!(problem.fault, Fault::StandardMissing { .. }))
}

fn draft_pages(shared: AppContext, session: Session) -> FreshView {
    provide_context(session);
    provide_context(PhotosOnTheirWay::none());
    provide_context(HalfDays::none());
    let page = Memo::new(move |_| {
        shared.route.with(|route| match route {
            Route::Draft(_, page) => page.whole(),
            _ => Page::Tasks,
        })
    });
    let standard = Memo::new(move |_| {
        session.draft.with(|draft| (draft.standard.id.clone(), draft.standard.version, draft.standard.year))
    });
    let shown = move || {
        standard.track();
        let page = page.get();
        // These are read, not typed into, and drawn once from the draft as it is.
        if matches!(page, Page::Tasks | Page::Check | Page::Result | Page::Head | Page::Print(_)) {
            session.anew.track();
        }
        in_frame(shared, move || {
            if let Some(asked) = Exchange::of(&page) {
                return view! { <DraftBar /> {shared.exchange.page(asked)} }.into_fresh();
            }
            let page = match &page {
                Page::Tasks => view! { <TasksPage /> }.into_fresh(),
                Page::Basics => view! { <BasicsPage /> }.into_fresh(),
                Page::Facts => view! { <FactsPage /> }.into_fresh(),
                Page::All(_) => view! { <OnePage /> }.into_fresh(),
                Page::Section(section, _) => view! { <SectionPage section=section.clone() /> }.into_fresh(),
                Page::Bonus(_) => view! { <BonusPage /> }.into_fresh(),
                Page::Texts(_) => view! { <TextsPage /> }.into_fresh(),
                Page::Check => view! { <CheckPage /> }.into_fresh(),
                Page::Result => view! { <ResultPage /> }.into_fresh(),
                // Drawn above.
                Page::Head | Page::Send | Page::History | Page::Merge | Page::Earlier | Page::Print(_) => {
                    ().into_fresh()
                }
            };
            view! { <DraftBar /> <DraftContent page=page /> }.into_fresh()
        })
    };
    shown.into_fresh()
}
