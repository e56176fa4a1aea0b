//! What stands around every page, and the quiet bar above the pages of a draft.

use crate::components::context::{AppContext, WayBack, shared};
use crate::components::field_link::go_to;
use crate::components::frame::language::LanguageSwitch;
use crate::components::frame::saved::{PhotosSaveState, SaveState};
use crate::components::frame::undo::UndoSteps;
use crate::components::language;
use crate::components::lazy::fresh::{FreshView, IntoFresh, redrawn};
use crate::components::lazy::pages::LazyView;
use crate::components::{session, words};
use crate::i18n;
use crate::i18n::{range, stars};
use crate::model::draft::Draft;
use crate::platform::item_in_view;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// A page in its frame, all of it in one language.
///
/// Gives a closure: what it draws is made anew, never patched, when the closure around it runs again. Another place is
/// another page, with nothing left of the one before.
pub fn in_frame(
    shared: AppContext,
    page: impl Fn() -> FreshView + Send + 'static,
) -> impl Fn() -> FreshView + Send + 'static {
    let lang = shared.lang.get();
    move || {
        provide_context(lang);
        frame(shared, page()).into_fresh()
    }
}

/// Head, content, foot.
fn frame(shared: AppContext, content: FreshView) -> impl IntoView {
    let (lang, text) = (language(), i18n::frame(language()));
    let lacks = move || {
        let lack = shared.lacks.get()?;
        Some(view! { <p class="notice failed" role="alert" data-lack="">{i18n::lack(lang, &lack)}</p> })
    };
    let unkept = move || {
        let beside = shared.unkept.get()?;
        let single =
            beside.then(|| view! { <a href="xingzhan.html" download="xingzhan.html">{text.unkept_single}</a> });
        Some(view! { <p data-unkept="">{text.unkept} " " {single}</p> })
    };
    // A link to `#main` would be a change of place; the focus is moved by hand instead.
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        crate::platform::navigation::to_heading();
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{text.skip}</a>
        <header class="top">
            <a class="brand" href=Route::Home.href()><span class="star" aria-hidden="true">"★"</span>{text.name}</a>
            <nav aria-label=text.menu>
                <a href=Route::Mine.href()>{text.mine}</a>
                <LanguageSwitch screens=shared.lang />
            </nav>
        </header>
        {lacks}
        {shared.coming.beside(LazyView::Update)}
        <main id="main">{content}</main>
        <footer class="foot"><p>{text.foot}</p>{unkept}</footer>
    }
}

/// Whose draft this is, how far it is, what it scores, and whether it is saved.
#[component]
pub fn DraftBar() -> impl IntoView {
    let (text, session) = (words(), session());
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    let home = Route::Draft(id.clone(), Page::Tasks).href();
    let name = Memo::new(move |_| {
        session.draft.with(|draft| {
            let name = draft.unit.name.trim();
            if name.is_empty() { text.frame.no_name.to_owned() } else { name.to_owned() }
        })
    });
    let sample = session.draft.with_untracked(Draft::is_example);
    let shown = Memo::new(move |_| session.score.with(|score| range(score.total)));
    let answered = Memo::new(move |_| session.score.with(|score| (score.answered, score.asked)));
    let rating = move || {
        session.score.with(|score| {
            session.draft.with_untracked(|draft| {
                let (low, high) = (score.worst.line(&draft.standard), score.best.line(&draft.standard));
                if !score.shows_stars() {
                    String::new()
                } else if low == high {
                    stars(low)
                } else {
                    format!("{} – {}", stars(low), stars(high)).trim_start_matches(" – ").to_owned()
                }
            })
        })
    };
    let here = item_in_view::follow();
    let next = Memo::new(move |_| {
        session.score.with(|score| {
            let open = here.with(|here| score.next_open(here.as_ref()).cloned())?;
            let (page, number) = session.draft.with_untracked(|draft| {
                let standard = &draft.standard;
                (Page::of_item(standard, &open), standard.number_of(&open).unwrap_or_default())
            });
            Some((page, number, score.asked.saturating_sub(score.answered)))
        })
    });
    view! {
        <section class="draft-bar" aria-label=text.frame.score>
            <a class="draft-name" href=home>{move || name.get()}</a>
            {sample.then(|| view! { <span class="mark">{text.frame.sample}</span> })}
            <span class="draft-score"><span class="label">{text.frame.score}</span>" "<b data-score="">{move || shown.get()}</b></span>
            <span class="draft-stars" aria-hidden="true">{rating}</span>
            <span data-answered="">{move || (text.frame.answered)(answered.get().0, answered.get().1)}</span>
            // It keeps its place while nothing is open: a bar of another height would move what a person types in.
            <span class="draft-next">
                {move || next.get().map(|(page, item, open)| view! {
                    <a data-next="" accesskey="n" title=text.frame.next_key href=Route::Draft(id.clone(), page).href()>
                        {(text.frame.next_open)(&item, open)}
                    </a>
                })}
            </span>
            <BackToRow />
            <UndoSteps />
            <SaveState />
            <PhotosSaveState />
        </section>
    }
}

/// The way back from a field to the line that led there.
#[component]
fn BackToRow() -> impl IntoView {
    let (text, session, shared) = (words(), session(), shared());
    move || {
        let WayBack { from, to, element } = shared.back.get()?;
        let here = shared.route.with(|route| matches!(route, Route::Draft(_, now) if now.whole() == from));
        let id = session.draft.with_untracked(|draft| draft.id.clone());
        let href = Route::Draft(id, to.clone()).href();
        let go = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            shared.back.set(None);
            go_to(shared, session, &to, element.clone());
        };
        here.then(|| view! { <a data-back="" href=href on:click=go>{text.remarks.back}</a> })
    }
}

/// The page of a draft, with what stands before it. Where the draft may only be read every field on it is
/// switched off by one attribute.
#[component]
pub fn DraftContent(
    /// What stands on it.
    page: FreshView,
) -> impl IntoView {
    let (text, session) = (words(), session());
    view! {
        <div aria-live="polite">
            {move || {
                let many = session.handed.get()?;
                let without = (many > 0).then(|| view! { <p class="notice" data-file-without="">{(text.photos.without)(many)}</p> });
                Some(view! { <p class="hint" data-file-handed="">{text.send.downloads}</p> {without} })
            }}
            {redrawn(move || session.copied.get().then(|| view! { <p class="notice" data-copied="">{text.frame.copied}</p> }))}
        </div>
        <fieldset class="whole" disabled=move || session.reads.get().is_some()>{page}</fieldset>
    }
}
