//! The application: what every page shares, and which page is shown. The address says where a person is;
//! a page is built anew when it or the language changes, so that nothing inside a page has to follow either.

use crate::components::context::AppContext;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::lazy::module::LoadState;
use crate::components::lazy::pages::{LazyPages, LazyView, stands};
use crate::i18n::frame;
use crate::modules::{DESK, EXCHANGE, PAGES};
use crate::pages::frame::in_frame;
use crate::pages::home::HomePage;
use crate::platform::{fault, navigation, prefs, returning, site_files, update};
use crate::routes::Route;
use leptos::ev;
use leptos::prelude::*;

/// Starts the application at the end of the page, for as long as the page stands.
pub fn start() {
    // Before anything is drawn: drawing may fail.
    fault::leave_words(&frame(prefs::language()).fault);
    leptos::mount::mount_to_body(App);
}

/// The whole application.
#[component]
fn App() -> impl IntoView {
    let (coming, exchange, desk) = (LazyPages::new(PAGES), LazyPages::new(EXCHANGE), LazyPages::new(DESK));
    let shared = AppContext {
        lang: RwSignal::new(prefs::language()),
        route: RwSignal::new(navigation::current()),
        focus: StoredValue::new(None),
        back: RwSignal::new(None),
        update: RwSignal::new(false),
        lacks: RwSignal::new(None),
        unkept: RwSignal::new(None),
        coming,
        exchange,
        desk,
    };
    provide_context(shared);
    update::listen(shared.update);
    site_files::listen(shared.lacks);
    site_files::listen_unkept(shared.unkept);
    let follow = window_event_listener(ev::hashchange, move |_| shared.route.set(navigation::current()));
    on_cleanup(move || follow.remove());

    // Out of the program: the language for the screen reader, the focus for the keyboard.
    Effect::new(move |_| {
        let words = frame(shared.lang.get());
        navigation::mark("lang", words.tag);
        fault::leave_words(&words.fault);
    });
    // After a reload the page leads to where the person was, once it stands.
    let returns = returning::spot().is_some();
    returning::watch();
    Effect::new(move |before: Option<(Route, bool, bool)>| {
        let route = shared.route.get();
        let stands = stands(coming, exchange, desk, &route);
        let (changed, moved, stood) = before
            .map_or((false, returns, false), |(last, moved, stood)| (last != route, moved || last != route, stood));
        // A page that came only now had no heading when the place changed.
        if stands && (changed || (moved && !stood)) {
            shared.settle(&route);
        }
        (route, moved, stands)
    });
    coming.module.load();

    let draft = Memo::new(move |_| shared.route.with(|route| route.draft().cloned()));
    move || match draft.get() {
        Some(_) if coming.module.arrival.get() == LoadState::Here => {
            coming.page(LazyView::Page(shared.route.get_untracked()))
        }
        _ => outside(shared),
    }
}

/// The pages that belong to no draft, and what stands in place of a page that is not here yet.
fn outside(shared: AppContext) -> FreshView {
    let shown = move || {
        let route = shared.route.get();
        in_frame(shared, move || match &route {
            Route::Home => view! { <HomePage coming=shared.coming /> }.into_fresh(),
            other => shared.coming.page(LazyView::Page(other.clone())),
        })
    };
    shown.into_fresh()
}
