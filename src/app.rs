//! The application: what every page shares, and which page is shown. The address says where a person is;
//! a page is built anew when it or the language changes, so that nothing inside a page has to follow either.

use crate::browser::drafts::Session;
use crate::browser::opened::{Opened, Shown};
use crate::browser::{fresh, library, photo_sweep, photos, place, prefs, update};
use crate::model::id::DraftId;
use crate::model::shelf::Shelf;
use crate::model::words::Lang;
use crate::pages;
use crate::route::{Page, Route};
use crate::text::text;
use crate::ui::dom::{Content, Drawn, View, fragment};
use crate::ui::shared::{Chosen, Shared};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// Starts the application at the end of the page, for as long as the page stands.
pub fn start() {
    // Fails only where one is set already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| app().show());
    std::mem::forget(owner);
}

/// The whole application.
fn app() -> View {
    let mut shelf = Shelf::built_in().unwrap_or_default();
    for standard in library::standards() {
        shelf.add(standard);
    }
    let shared = Shared {
        lang: RwSignal::new(prefs::language()),
        route: RwSignal::new(place::current()),
        shelf: RwSignal::new(shelf),
        opened: RwSignal::new(Chosen::Nothing),
        focus: StoredValue::new(None),
        update: RwSignal::new(false),
    };
    provide_context(shared);
    leptos::task::spawn_local(photo_sweep::start());
    update::listen(shared.update);
    let follow = window_event_listener(ev::hashchange, move |_| shared.route.set(place::current()));
    on_cleanup(move || follow.remove());
    let unload = window_event_listener(ev::beforeunload, |event| {
        // What is in memory alone would be gone.
        if !fresh::held().is_empty() || photos::must_warn() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    });
    on_cleanup(move || unload.remove());

    // Out of the program: the language for the screen reader, the focus for the keyboard.
    Effect::new(move |_| place::mark("lang", text(shared.lang.get()).tag));
    Effect::new(move |before: Option<Route>| {
        let route = shared.route.get();
        if before.is_some() {
            settle(shared, &route);
        }
        route
    });

    let draft = Memo::new(move |_| shared.route.with(|route| route.draft().cloned()));
    let page = move || match draft.get() {
        Some(id) => one_draft(shared, &id),
        None => outside(shared),
    };
    let room = fragment();
    room.put(page.draw());
    room
}

/// Moves the focus to where the page begins, or to what is meant on it, once the page stands.
fn settle(shared: Shared, route: &Route) {
    let item = match route {
        Route::Draft(_, page) => page.at().map(|item| format!("item-{item}")),
        _ => None,
    };
    let at = shared.focus.try_update_value(Option::take).flatten().or(item);
    let move_focus = move || match at {
        Some(id) => place::to_element(&id),
        None => place::to_heading(),
    };
    set_timeout(move_focus, Duration::ZERO);
}

/// The pages that belong to no draft.
fn outside(shared: Shared) -> Drawn {
    let shown = move || {
        let route = shared.route.get();
        spoken(shared.lang.get(), || match &route {
            Route::Mine => pages::mine::mine().draw(),
            Route::Open => pages::open::open().draw(),
            Route::Township => pages::later::township().draw(),
            Route::County => pages::later::county().draw(),
            Route::Home | Route::Draft(..) => pages::home::home().draw(),
            Route::Lost => pages::later::lost().draw(),
        })
    };
    shown.draw()
}

/// The pages of one draft. The draft stays open while its pages and the language change.
fn one_draft(shared: Shared, id: &DraftId) -> Drawn {
    let opened = Opened::open(id, fresh::take(id));
    opened.listen();
    let shown = move || match opened.shown.get() {
        Shown::Reading => spoken(shared.lang.get(), || Drawn::Nothing).draw(),
        Shown::Draft(session) => {
            // Until now there was no heading that could take the focus.
            shared.route.with_untracked(|route| settle(shared, route));
            draft_pages(shared, session)
        }
        Shown::Broken(raw, problems) => {
            spoken(shared.lang.get(), || pages::later::broken(&raw, &problems).draw()).draw()
        }
        Shown::Missing { unsure } => spoken(shared.lang.get(), || pages::later::missing(unsure).draw()).draw(),
    };
    shown.draw()
}

fn draft_pages(shared: Shared, session: Session) -> Drawn {
    provide_context(session);
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
        if matches!(page, Page::Tasks | Page::Check | Page::Result | Page::Print(_)) {
            session.anew.track();
        }
        spoken(shared.lang.get(), || {
            // What is done also also where the draft can only be read.
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
                Page::Print(_) => None,
            };
            [pages::frame::draft_bar(), pages::frame::filled(page), beside].draw()
        })
    };
    shown.draw()
}

/// A page in its frame, all of it in this language.
fn spoken(lang: Lang, page: impl FnOnce() -> Drawn) -> View {
    provide_context(text(lang));
    pages::frame::frame(page())
}
