//! The application: what every page shares, and which page is shown. The address says where a person is;
//! a page is built anew when it or the language changes, so that nothing inside a page has to follow either.

use crate::browser::drafts::Session;
use crate::browser::{fresh, place, prefs, store, update};
use crate::model::id::DraftId;
use crate::model::shelf::Shelf;
use crate::model::words::Lang;
use crate::pages;
use crate::route::{Page, Route};
use crate::text::text;
use crate::ui::shared::{Chosen, Shared, shared};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let mut shelf = Shelf::built_in().unwrap_or_default();
    for standard in store::standards() {
        shelf.add(standard);
    }
    let shared = Shared {
        lang: RwSignal::new(prefs::language()),
        route: RwSignal::new(place::current()),
        shelf: RwSignal::new(shelf),
        opened: RwSignal::new(Chosen::Nothing),
        update: RwSignal::new(false),
    };
    provide_context(shared);
    update::listen(shared.update);
    let follow = window_event_listener(ev::hashchange, move |_| shared.route.set(place::current()));
    on_cleanup(move || follow.remove());

    // Out of the program: the language for the screen reader, the focus for the keyboard.
    Effect::new(move |_| place::mark("lang", text(shared.lang.get()).tag));
    Effect::new(move |before: Option<Route>| {
        let route = shared.route.get();
        if before.is_some() {
            let at = match &route {
                Route::Draft(_, page) => page.at().map(|item| format!("item-{item}")),
                _ => None,
            };
            // Once the new page stands.
            set_timeout(
                move || match at {
                    Some(id) => place::to_element(&id),
                    None => place::to_heading(),
                },
                Duration::ZERO,
            );
        }
        route
    });

    let draft = Memo::new(move |_| shared.route.with(|route| route.draft().cloned()));
    move || match draft.get() {
        Some(id) => view! { <OneDraft id=id /> }.into_any(),
        None => view! { <Outside /> }.into_any(),
    }
}

/// The pages that belong to no draft.
#[component]
fn Outside() -> impl IntoView {
    let shared = shared()?;
    Some(move || {
        let (lang, route) = (shared.lang.get(), shared.route.get());
        let page = move || match &route {
            Route::Home => view! { <pages::home::Home /> }.into_any(),
            Route::Mine => view! { <pages::mine::Mine /> }.into_any(),
            Route::Open => view! { <pages::open::Open /> }.into_any(),
            Route::Township => view! { <pages::later::Township /> }.into_any(),
            Route::County => view! { <pages::later::County /> }.into_any(),
            Route::Draft(..) => ().into_any(),
            Route::Lost => view! { <pages::later::Lost /> }.into_any(),
        };
        view! { <Spoken lang=lang><pages::frame::Frame>{page()}</pages::frame::Frame></Spoken> }
    })
}

/// The pages of one draft. The draft stays open while its pages and the language change.
#[component]
fn OneDraft(id: DraftId) -> impl IntoView {
    let shared = shared()?;
    let session = match store::draft(&id) {
        store::Found::Draft(draft) => Session::new(*draft, true),
        store::Found::Broken(raw, problems) => {
            return Some(
                (move || {
                    let (raw, problems) = (raw.clone(), problems.clone());
                    view! {
                        <Spoken lang=shared.lang.get()>
                            <pages::frame::Frame><pages::later::Broken raw=raw problems=problems /></pages::frame::Frame>
                        </Spoken>
                    }
                })
                .into_any(),
            );
        }
        store::Found::Nothing => match fresh::take_unkept(&id) {
            Some(draft) => Session::new(draft, false),
            None => {
                return Some(
                    (move || {
                        view! {
                            <Spoken lang=shared.lang.get()>
                                <pages::frame::Frame><pages::later::Missing /></pages::frame::Frame>
                            </Spoken>
                        }
                    })
                    .into_any(),
                );
            }
        },
    };
    provide_context(session);
    let hidden = window_event_listener(ev::visibilitychange, move |_| session.flush());
    let away = window_event_listener(ev::pagehide, move |_| session.flush());
    on_cleanup(move || {
        session.flush();
        hidden.remove();
        away.remove();
    });
    let page = Memo::new(move |_| {
        shared.route.with(|route| match route {
            Route::Draft(_, page) => page.whole(),
            _ => Page::Tasks,
        })
    });
    Some(
        (move || {
            let (lang, page) = (shared.lang.get(), page.get());
            let body = move || match page.clone() {
                Page::Tasks => view! { <pages::tasks::Tasks /> }.into_any(),
                Page::Basics => view! { <pages::basics::Basics /> }.into_any(),
                Page::Section(section, _) => view! { <pages::items::SectionPage section=section /> }.into_any(),
                Page::Bonus(_) => view! { <pages::items::BonusPage /> }.into_any(),
                Page::Texts(_) => view! { <pages::items::TextsPage /> }.into_any(),
                Page::Check => view! { <pages::check::Check /> }.into_any(),
                Page::Result => view! { <pages::result::Outcome /> }.into_any(),
                Page::Send => view! { <pages::send::Send /> }.into_any(),
            };
            view! {
                <Spoken lang=lang>
                    <pages::frame::Frame>
                        <pages::frame::DraftBar />
                        {body()}
                    </pages::frame::Frame>
                </Spoken>
            }
        })
        .into_any(),
    )
}

/// Everything inside speaks this language.
#[component]
fn Spoken(lang: Lang, children: Children) -> impl IntoView {
    provide_context(text(lang));
    children()
}
