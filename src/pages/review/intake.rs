//! Taking in what was received: many files at once, chosen, dropped or pasted.

use crate::components::context::table;
use crate::components::form::fields::DayInput;
use crate::components::form::half_day::HalfDay;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::model::review::take_in_report::may_be_received;
use crate::pages::review::context::{desk, review};
use crate::pages::review::intake_result::{IntakeResult, Shown, TakeInProgress};
use crate::pages::review::kept_bundles::ReceivedBundles;
use crate::pages::review::page_state::{PageState, page_state};
use crate::pages::review::waiting::Waiting;
use crate::platform::review::begun_file::ChosenFile;
use crate::platform::review::take_in::take_in;
use crate::platform::{clock, dragging};
use leptos::ev;
use leptos::html::input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::sync::Arc;

/// The page that takes in.
#[component]
pub(super) fn IntakePage() -> impl IntoView {
    let (words, session, table) = (&desk().intake, review(), table());
    let PageState { received_on: day, taking_in: progress, stop, .. } = page_state();
    let half = RwSignal::new(false);
    let year = session.with(|open| open.head.basics.year).unwrap_or_default();
    // It is told and hinders nothing: the clock of this computer may be what is wrong.
    let unlikely = move || {
        let unlikely = day.get().is_some_and(|day| !may_be_received(day, year, clock::today()));
        unlikely.then(|| (words.unlikely_day)(year.saturating_sub(1)))
    };
    let run = move |chosen: Vec<ChosenFile>| {
        if matches!(progress.get_untracked(), TakeInProgress::Reading(..)) {
            return;
        }
        let (many, Some(day)) = (chosen.len(), day.get_untracked().or_else(clock::today)) else { return };
        if many == 0 {
            return progress.set(TakeInProgress::Nothing);
        }
        stop.set(false);
        progress.set(TakeInProgress::Reading(0, many));
        let library = table.library().get_untracked();
        spawn_local(async move {
            let shown_at = Cell::new(clock::running());
            let goes_on = move |at: usize| {
                // Nobody reads more than ten numbers in a second, and each is drawn.
                // The page may have been left: the work goes on all the same, also beside another review.
                if clock::running() - shown_at.get() > 100 {
                    shown_at.set(clock::running());
                    progress.try_set(TakeInProgress::Reading(at, many));
                }
                stop.try_get_untracked() != Some(true)
            };
            let taken = take_in(session, library, chosen, day, goes_on).await;
            let of = |taken| TakeInProgress::Done(Arc::new(Shown::of(taken, many)));
            progress.try_set(taken.map_or(TakeInProgress::Nothing, of));
        });
    };
    let choose = move |event: ev::Event, among_others: bool| run(chosen_by(&event, among_others));
    let drop = move |event: ev::DragEvent| {
        let files = dragging::files(&event);
        if dragging::brings_folder(&event) {
            event.prevent_default();
            progress.set(TakeInProgress::FolderDropped);
        } else if !files.is_empty() {
            event.prevent_default();
            run(files.into_iter().map(|file| ChosenFile { file, among_others: false }).collect());
        }
    };
    let over = |event: ev::DragEvent| {
        if dragging::brings_files(&event) {
            event.prevent_default();
        }
    };
    hear_pasted(run);
    let reading = Memo::new(move |_| matches!(progress.get(), TakeInProgress::Reading(..)));
    let shown = move || match progress.get() {
        TakeInProgress::Idle | TakeInProgress::Reading(..) => ().into_fresh(),
        TakeInProgress::FolderDropped => {
            view! { <p class="notice" role="alert">{words.folder_dropped}</p> }.into_fresh()
        }
        TakeInProgress::Nothing => view! { <p class="notice" role="alert">{words.nothing}</p> }.into_fresh(),
        TakeInProgress::Done(shown) => view! { <IntakeResult shown /> }.into_fresh(),
    };
    let at = move || {
        if let TakeInProgress::Reading(at, of) = progress.get() {
            (words.reading)((at + 1).min(of), of)
        } else {
            String::new()
        }
    };
    // The macro knows no attribute of this name.
    let folder = input()
        .attr("webkitdirectory", "")
        .r#type("file")
        .id("take-folder")
        .disabled(move || reading.get())
        .on(ev::change, move |event| choose(event, true));
    view! {
        <Heading title=words.title />
        <p class="lead">{words.lead}</p>
        <div class="field">
            <label for="received-on">{words.day}</label>
            <p class="hint" id="hint-received-on">{words.day_hint}</p>
            <DayInput value=day store=move |typed| day.set(typed) half tell=move |is| _ = half.try_set(is) attr:id="received-on" attr:aria-describedby="hint-received-on received-on-half received-on-unlikely" />
            <HalfDay id="received-on-half".to_owned() half />
            <span class="hint" id="received-on-unlikely" data-unlikely-day="" aria-live="polite">{unlikely}</span>
        </div>
        <div class="drop" on:drop=drop on:dragover=over>
            <label for="take-files" class="button">{words.choose}</label>
            <input type="file" id="take-files" multiple disabled=move || reading.get() on:change=move |event| choose(event, false) />
            " "
            <label for="take-folder" class="button">{words.choose_folder}</label>
            {folder}
            <p class="hint">{words.drop}</p>
        </div>
        {redrawn(move || reading.get().then(|| view! {
            <p class="actions" data-reading="">
                <span role="status">{at}</span> " "
                <button type="button" data-do="stop" on:click=move |_| stop.set(true)>{words.stop}</button>
            </p>
        }))}
        <div aria-live="polite">{shown}</div>
        <Waiting />
        <ReceivedBundles />
    }
}

/// Takes in files that are pasted anywhere on the page, for as long as it stands.
fn hear_pasted(run: impl Fn(Vec<ChosenFile>) + 'static) {
    let paste = window_event_listener(ev::paste, move |event| {
        let files = dragging::pasted(&event);
        if !files.is_empty() {
            event.prevent_default();
            run(files.into_iter().map(|file| ChosenFile { file, among_others: false }).collect());
        }
    });
    on_cleanup(move || paste.remove());
}

/// The files that were chosen in a field. The same ones may be chosen again after they were mended.
fn chosen_by(event: &ev::Event, among_others: bool) -> Vec<ChosenFile> {
    let input: web_sys::HtmlInputElement = event_target(event);
    let list = input.files();
    let many = list.as_ref().map_or(0, web_sys::FileList::length);
    let files = (0..many).filter_map(|at| list.as_ref()?.get(at));
    let chosen = files.map(|file| ChosenFile { file, among_others }).collect();
    input.set_value("");
    chosen
}
