//! What is loaded after the start. The start brings the frame and the first page; everything else lies in modules of
//! their own. `scripts/split.mjs` takes the program apart at the functions that are marked here: what only one of them
//! needs goes with it, and what several need into a module that they share.
//!
//! The form and the pages around it are fetched as soon as the start is done, so that nobody waits for a click; paper
//! and files, which a form does not need before it is filled in, once that stands and the browser has nothing to do.

use crate::components::context::shared;
use crate::components::frame::update::UpdateNotice;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::lazy::module::ModuleSource;
use crate::components::lazy::pages::{DeskPage, Exchange, LazyView, PageLoader};
use crate::pages;
use crate::pages::home::DraftsHere;
use crate::pages::placeholder::LostPage;
use crate::pages::station::draft::DraftPages;
use crate::pages::station::drafts::MinePage;
use crate::routes::Route;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The ways to the form and the pages around it.
pub const PAGES: PageLoader<LazyView> = PageLoader {
    source: ModuleSource {
        name: "pages",
        fetch: || Box::pin(async { fetch_pages().await.is_ok() }),
        begin: || _ = at_once(draw_pages(LazyView::Begin)),
    },
    draw: |asked| at_once(draw_pages(asked)),
};

/// The ways to paper and files.
pub const EXCHANGE: PageLoader<Exchange> = PageLoader {
    source: ModuleSource {
        name: "exchange",
        fetch: || Box::pin(async { fetch_exchange().await.is_ok() }),
        begin: || (),
    },
    draw: |asked| at_once(draw_exchange(asked)),
};

/// The ways to the desk of a township or a county, which nobody else needs: fetched when its door is opened.
pub const DESK: PageLoader<DeskPage> = PageLoader {
    source: ModuleSource {
        name: "desk",
        fetch: || Box::pin(async { fetch_desk().await.is_ok() }),
        begin: || _ = at_once(draw_desk(DeskPage::Begin)),
    },
    draw: |asked| at_once(draw_desk(asked)),
};

/// What a function of a module answers. It waits only for the module, and is called when that is here.
fn at_once(answer: impl Future<Output = Result<FreshView, SplitLoaderError>>) -> FreshView {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(drawn)) => drawn,
        Poll::Ready(Err(_)) | Poll::Pending => ().into_fresh(),
    }
}

/// One function alone for each module, since each waits by itself until the module is here.
#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_pages))]
#[allow(clippy::unnecessary_wraps, reason = "the wrapper that waits for the module needs it")]
fn draw_pages(asked: LazyView) -> Result<FreshView, SplitLoaderError> {
    Ok(match asked {
        LazyView::Begin => {
            pages::station::draft::begin();
            shared().exchange.module.load_ahead();
            ().into_fresh()
        }
        LazyView::Drafts => view! { <DraftsHere /> }.into_fresh(),
        LazyView::Update => view! { <UpdateNotice /> }.into_fresh(),
        LazyView::Page(Route::Mine) => view! { <MinePage /> }.into_fresh(),
        LazyView::Page(Route::Open) => shared().exchange.page(Exchange::Open),
        LazyView::Page(Route::Standard(_)) => shared().exchange.page(Exchange::Standard),
        LazyView::Page(Route::Township) => shared().desk.page(DeskPage::Township),
        LazyView::Page(Route::County) => shared().desk.page(DeskPage::County),
        LazyView::Page(Route::Review(id, page)) => shared().desk.page(DeskPage::Review(id, page)),
        LazyView::Page(Route::Draft(id, _)) => view! { <DraftPages id=id.clone() /> }.into_fresh(),
        LazyView::Page(Route::Home | Route::Lost) => view! { <LostPage /> }.into_fresh(),
    })
}

#[wasm_split(exchange, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_exchange))]
#[allow(clippy::unnecessary_wraps, reason = "the wrapper that waits for the module needs it")]
fn draw_exchange(asked: Exchange) -> Result<FreshView, SplitLoaderError> {
    Ok(pages::exchange::draw(asked))
}

#[wasm_split(desk, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_desk))]
#[allow(clippy::unnecessary_wraps, reason = "the wrapper that waits for the module needs it")]
fn draw_desk(asked: DeskPage) -> Result<FreshView, SplitLoaderError> {
    Ok(pages::review::draw(asked))
}
