//! The pages of one draft: which is shown, in what frame. The draft stays open while they change.

use crate::browser::derived::derived;
use crate::browser::drafts::Session;
use crate::browser::opened::{Opened, Shown};
use crate::browser::{forward, fresh, library, photo_sweep, photos};
use crate::model::id::DraftId;
use crate::model::shelf::Shelf;
use crate::pages;
use crate::pages::frame::spoken;
use crate::route::{Page, Route};
use crate::ui::dom::{Content, Drawn};
use crate::ui::shared::{Shared, Table, shared};
use crate::ui::words;
use leptos::ev;
use leptos::prelude::*;
use xingzhan_view::view;

/// What all pages share that came after the start, under the owner of all pages.
pub fn begin() {
    forward::start();
    provide_context(Table::new(standards));
    leptos::task::spawn_local(photo_sweep::start());
    let unload = window_event_listener(ev::beforeunload, |event| {
        // What is in memory alone would be gone.
        if !fresh::held().is_empty() || photos::must_warn() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    });
    on_cleanup(move || unload.remove());
}

/// Every standard at hand.
fn standards() -> Shelf {
    let mut shelf = Shelf::built_in().unwrap_or_default();
    for standard in library::standards() {
        shelf.add(standard);
    }
    shelf
}

/// The pages of one draft.
pub fn draft(id: &DraftId) -> Option<Drawn> {
    let shared = shared()?;
    let owner = Owner::current().unwrap_or_default();
    let fresh = StoredValue::new_local(fresh::take(id));
    let (id, opened) = (id.clone(), StoredValue::new(None::<Opened>));
    let shown = move || {
        // What an older copy of the program wrote is brought here first, wherever a person lands.
        if !forward::is_brought() {
            let coming =
                || view! { <p class="coming" role="status" data-waiting="">{words().leaving.waiting_hint}</p> }.draw();
            return spoken(shared, coming).draw();
        }
        let open = || {
            let open = owner.with(|| Opened::open(&id, fresh.try_update_value(Option::take).flatten()));
            owner.with(|| open.listen());
            opened.set_value(Some(open));
            open
        };
        pages_of(shared, opened.get_value().unwrap_or_else(open))
    };
    Some(shown.draw())
}

fn pages_of(shared: Shared, opened: Opened) -> Drawn {
    let shown = move || match opened.shown.get() {
        Shown::Reading => spoken(shared, || Drawn::Nothing).draw(),
        Shown::Draft(session) => {
            // Until now there was no heading that could take the focus.
            shared.route.with_untracked(|route| shared.settle(route));
            draft_pages(shared, session)
        }
        Shown::Broken(raw, problems) => spoken(shared, || pages::later::broken(&raw, &problems).draw()).draw(),
        Shown::Waiting => spoken(shared, || pages::later::waiting().draw()).draw(),
        Shown::Gone(gone) => spoken(shared, || pages::later::gone(gone, opened.unsaved_when_cleared()).draw()).draw(),
        Shown::Missing { unsure } => spoken(shared, || pages::later::missing(unsure).draw()).draw(),
    };
    shown.draw()
}

fn draft_pages(shared: Shared, session: Session) -> Drawn {
    provide_context(session);
    let page = derived(move || {
        shared.route.with(|route| match route {
            Route::Draft(_, page) => page.whole(),
            _ => Page::Tasks,
        })
    });
    let standard = derived(move || {
        session.draft.with(|draft| (draft.standard.id.clone(), draft.standard.version, draft.standard.year))
    });
    let shown = move || {
        standard.track();
        let page = page.get();
        // These are read, not typed into, and drawn once from the draft as it is.
        if matches!(page, Page::Tasks | Page::Check | Page::Result | Page::Print(_)) {
            session.anew.track();
        }
        spoken(shared, || {
            // What is done also where the draft can only be read.
            let beside = match page {
                Page::Send => pages::send::as_a_file(),
                Page::Print(sheet) => pages::print::print(sheet),
                _ => None,
            };
            let page = match page {
                Page::Tasks => pages::tasks::tasks(),
                Page::Basics => pages::basics::basics(),
                Page::Section(section, _) => pages::items::section_page(&section),
                Page::Bonus(_) => pages::items::bonus_page(),
                Page::Texts(_) => pages::items::texts_page(),
                Page::Check => pages::check::check(),
                Page::Result => pages::result::outcome(),
                Page::Send => pages::send::send(),
                Page::History => pages::history::earlier(),
                Page::Merge => pages::merge::merging(),
                Page::Earlier => pages::earlier::beside(),
                Page::Print(_) => None,
            };
            [pages::frame::draft_bar(), pages::frame::filled(page), beside].draw()
        })
    };
    shown.draw()
}
