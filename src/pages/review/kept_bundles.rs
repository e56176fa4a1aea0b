//! The bundles that are kept: received ones at the county, those that were made at the township. Each sealed sheet can be
//! looked at, and the code that stands on paper held against them.

use crate::components::context::table;
use crate::components::dot_separated::dot_separated;
use crate::components::form::fields::TextInput;
use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{day, handing_in_words, summary_sheet};
use crate::model::review::bundles::{SealedCode, kept_bundles, sealed_code};
use crate::pages::review::context::review;
use crate::pages::review::on_paper::{OnPaper, Printed};
use crate::platform::paper::lay;
use crate::platform::review::take_bundle::read_kept;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Those that were received, or the sheet of one of them in their place.
#[component]
pub(super) fn ReceivedBundles() -> impl IntoView {
    let words = handing_in_words(words().lang);
    let on_paper = RwSignal::new(OnPaper::Nothing);
    on_cleanup(|| lay(None));
    move || match on_paper.get() {
        OnPaper::Sheets { sheets, form } => view! { <Printed sheets form on_paper /> }.into_fresh(),
        OnPaper::Nothing => view! { <KeptBundles title=words.kept_received on_paper /> }.into_fresh(),
    }
}

/// All of them; nothing where none is kept.
#[component]
pub(super) fn KeptBundles(title: &'static str, on_paper: RwSignal<OnPaper>) -> impl IntoView {
    let (text, session, table) = (words(), review(), table());
    let words = handing_in_words(text.lang);
    let kept = Memo::new(move |_| session.follow(|open| kept_bundles(&open.log)).unwrap_or_default());
    let (typed, missing) = (RwSignal::new(String::new()), RwSignal::new(false));
    let rows = move || {
        let row = |(file, bundle): &(_, crate::model::review::kept_bundle::KeptBundle)| {
            let file = *file;
            let name = format!("{} {}", bundle.township, (words.times)(bundle.number));
            let details = dot_separated([(false, day(text, bundle.received)), (true, bundle.code.to_string())]);
            let look = move |_| {
                let library = table.library().get_untracked();
                spawn_local(async move {
                    let opened = read_kept(session, file, &library).await;
                    missing.try_set(opened.is_none());
                    if let Some(opened) = opened {
                        let sheets = Arc::new(vec![summary_sheet(text, &opened)]);
                        on_paper.try_set(OnPaper::Sheets { sheets, form: false });
                    }
                });
            };
            view! {
                <li data-kept-bundle=file.to_string()>
                    <span>{name.clone()}</span> <span class="hint">{details}</span>
                    <button type="button" class="quiet" data-do="look-at-summary" aria-label=(words.look_at)(&name) on:click=look>{words.look}</button>
                </li>
            }
        };
        kept.with(|kept| kept.iter().rev().map(row).collect::<Vec<_>>())
    };
    let said = move || match kept.with(|kept| typed.with(|typed| sealed_code(typed, kept))) {
        SealedCode::Blank => String::new(),
        SealedCode::NoCode => text.open.no_code.to_owned(),
        SealedCode::Of(bundle) => (words.code_of)(&bundle.township, bundle.number),
        SealedCode::Unknown => words.code_unknown.to_owned(),
    };
    let any = Memo::new(move |_| kept.with(|kept| !kept.is_empty()));
    move || {
        any.get().then(|| view! {
            <section data-kept-bundles="">
                <h2>{title}</h2>
                <ul class="drafts">{rows}</ul>
                {redrawn(move || missing.get().then(|| view! { <p class="notice" role="alert">{words.not_here}</p> }))}
                <div class="field">
                    <label for="sealed-code">{text.open.type_code}</label>
                    <TextInput value=typed store=move |now| typed.set(now) attr:id="sealed-code" attr:aria-describedby="sealed-code-said" attr:autocomplete="off" />
                    <p role="status" id="sealed-code-said">{said}</p>
                </div>
            </section>
        })
    }
}
