//! Pages that say plainly that something is not here: no such place, no such draft, a draft that cannot be read.

use crate::components::frame::heading::Heading;
use crate::components::words;
use crate::i18n::fault;
use crate::i18n::leaving::draft_file;
use crate::model::draft::Draft;
use crate::model::files::file_name::file_name;
use crate::model::files::json::canonical;
use crate::model::problem::Problem;
use crate::persistence::tombstone::Tombstone;
use crate::platform::files;
use crate::routes::Route;
use leptos::prelude::*;

/// No place of ours.
#[component]
pub fn LostPage() -> impl IntoView {
    let text = words();
    view! {
        <Heading title=text.frame.lost />
        <p class="lead">{text.frame.lost_hint}</p>
        <p class="actions"><a class="button" href=Route::Home.href()>{text.frame.home}</a></p>
    }
}

/// No draft of this name in this browser; `unsure` where a part of its storage could not be read.
#[component]
pub fn MissingPage(
    /// Whether a part of the storage could not be read.
    unsure: bool,
) -> impl IntoView {
    let text = words();
    view! {
        <Heading title=text.mine.not_found />
        <p class="lead">{text.mine.not_found_hint}</p>
        {unsure.then(|| view! { <p class="notice" role="alert">{text.mine.unsure}</p> })}
        <p class="actions">
            <a class="button" href=Route::Open.href()>{text.mine.open}</a>
            <a href=Route::Mine.href()>{text.frame.mine}</a>
        </p>
    }
}

/// A place has not answered yet: nothing is called missing before it has.
#[component]
pub fn WaitingPage() -> impl IntoView {
    let text = words();
    view! {
        <Heading title=text.leaving.waiting />
        <p class="lead" role="status" data-waiting="">{text.leaving.waiting_hint}</p>
        <p class="actions">
            <a class="button" href=Route::Open.href()>{text.mine.open}</a>
            <a href=Route::Mine.href()>{text.frame.mine}</a>
        </p>
    }
}

/// A draft that a person took away; `unsaved` is what this window held that was in no place when the computer was
/// cleared.
#[component]
pub fn GonePage(
    /// How it went.
    gone: Tombstone,
    /// What this window held that was in no place when the computer was cleared.
    unsaved: Option<Draft>,
) -> impl IntoView {
    let text = words();
    let (title, lead) = match gone {
        Tombstone::Removed(_) => (text.leaving.was_removed, text.leaving.was_removed_hint),
        Tombstone::Cleared => (text.leaving.was_cleared, text.leaving.was_cleared_hint),
    };
    let more = unsaved.map(|draft| {
        let save = move |_| {
            // A failed download leaves what is in this window.
            let _ = files::save(&draft_file(text, &draft), &canonical(&draft));
        };
        view! {
            <p class="notice" role="alert">{text.leaving.was_cleared_more}</p>
            <p class="actions"><button type="button" data-do="save-draft" on:click=save>{text.frame.save_now}</button></p>
        }
    });
    view! {
        <Heading title=title />
        <p class="lead" role="alert" data-gone="">{lead}</p>
        {more}
        <p class="actions"><a class="button" href=Route::Mine.href()>{text.frame.mine}</a></p>
    }
}

/// A draft that is stored but cannot be read: it is left alone and can be saved as it stands.
#[component]
pub fn BrokenPage(
    /// Its text as it stands.
    #[prop(into)]
    raw: String,
    /// What is wrong with it.
    problems: Vec<Problem>,
) -> impl IntoView {
    let text = words();
    let save = move |_| {
        // A failed download leaves the stored text as it was.
        let _ = files::save(&file_name(&[text.send.what_draft, "raw"], "json"), &raw);
    };
    view! {
        <Heading title=text.mine.broken />
        <p class="lead">{text.mine.broken_hint}</p>
        <ul role="alert">{problems.iter().map(|problem| view! { <li>{fault(text, problem)}</li> }).collect::<Vec<_>>()}</ul>
        <p class="actions">
            <button type="button" data-do="save-raw" on:click=save>{text.mine.save_raw}</button>
            <a href=Route::Mine.href()>{text.frame.mine}</a>
        </p>
    }
}
