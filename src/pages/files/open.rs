//! Open a file: first what is in it, then the decision. Nothing changes before it.

use crate::components::context::{ImportState, PagesContext, table};
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::{Text, compared, fault, fault_in, faults_in_words, range};
use crate::model::draft::Draft;
use crate::model::files::desk_file::DeskFileKind;
use crate::model::files::newer;
use crate::model::files::parsed;
use crate::model::files::parsed::ParsedFile;
use crate::model::photos::bundle::PhotoBundle;
use crate::model::problem::Problem;
use crate::model::standard::Standard;
use crate::model::standard::changes::StandardChanges;
use crate::model::standard::library::Admission;
use crate::model::submission::OpenedSubmission;
use crate::pages::files::compare_code::TypedCode;
use crate::pages::files::merge_targets::into;
use crate::pages::files::of_desk::of_desk;
use crate::pages::files::several;
use crate::platform::archive::Archive;
use crate::platform::unsaved_drafts::begin;
use crate::platform::{clock, dragging, files, photos, stored_drafts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::sync::Arc;

/// How much of what is wrong with a file is said: more than an honest one ever gives.
const MAX_FILES: usize = 200;

thread_local! {
    /// How many files were read in this window.
    static READ: Cell<u32> = const { Cell::new(0) };
}

/// Reads a chosen file and shows what is in it, unless another one was chosen meanwhile.
fn read_file(table: PagesContext, text: &'static Text, file: web_sys::File) {
    let number = READ.get().wrapping_add(1);
    READ.set(number);
    table.opened.set(ImportState::Reading(number));
    spawn_local(async move {
        let found = content_of(table, text, file).await;
        let waits = |now: &ImportState| matches!(now, ImportState::Reading(last) if *last == number);
        if table.opened.with_untracked(waits) {
            table.opened.set(found);
        }
    });
}

/// What is in a chosen file.
async fn content_of(table: PagesContext, text: &'static Text, file: web_sys::File) -> ImportState {
    let name = file.name();
    if let Some(archive) = Archive::of(&file).await {
        return several::list_archive(table, text, name, archive).await;
    }
    // A memory stick that was pulled out, a file that was moved after it was chosen.
    let Some(bytes) = files::read(file).await else { return ImportState::Unreadable(name) };
    match table.library().with_untracked(|library| parsed::unpack(&bytes, library)) {
        Ok((opened, carried)) => ImportState::Opened(opened, Arc::new(carried)),
        // A newer format can still be looked at, as far as it is known.
        Err(problems) => match clock::new_id()
            .and_then(|id| table.library().with_untracked(|library| newer::preview(&bytes, library, id)))
        {
            Some(newer) => ImportState::Newer(Box::new(newer.draft), problems),
            None => ImportState::Failed(name, problems),
        },
    }
}

/// The page that opens files.
#[component]
pub fn OpenPage() -> impl IntoView {
    let (text, table) = (words(), table());
    let choose = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read_file(table, text, file);
        }
        // The same file may be chosen again after it was mended.
        input.set_value("");
    };
    let drop = move |event: web_sys::DragEvent| {
        if let Some(file) = dragging::files(&event).into_iter().next() {
            event.prevent_default();
            read_file(table, text, file);
        }
    };
    let over = |event: web_sys::DragEvent| {
        if dragging::brings_files(&event) {
            event.prevent_default();
        }
    };
    let shown = move || {
        match table.opened.get() {
        ImportState::Nothing => ().into_fresh(),
        ImportState::Reading(_) => view! { <p>{text.open.reading}</p> }.into_fresh(),
        ImportState::Unreadable(name) => view! {
            <section class="notice failed" role="alert"><ul><li>{(text.open.unreadable)(&name)}</li></ul></section>
        }
        .into_fresh(),
        ImportState::Failed(name, problems) => failed(text, &name, &problems).into_fresh(),
        ImportState::NotUnpacked(name, why) => view! {
            <section class="notice failed" role="alert"><ul><li>{several::not_unpacked(text, &name, why)}</li></ul></section>
        }
        .into_fresh(),
        ImportState::Several(several) => several::preview(table, &several).into_fresh(),
        ImportState::Opened(opened, carried) => view! { <Preview opened=opened carried=carried /> }.into_fresh(),
        ImportState::Newer(draft, problems) => newer_preview(text, &draft, &problems).into_fresh(),
        ImportState::Added { kept } => view! {
            <p class="notice" data-added="">{text.open.added_standard}</p>
            {(!kept).then(|| view! { <p class="notice" role="alert">{text.open.not_kept}</p> })}
        }
        .into_fresh(),
    }
    };
    view! {
        <Heading title=text.open.title />
        <p class="lead">{text.open.lead}</p>
        <div class="drop" on:drop=drop on:dragover=over>
            <label for="file" class="button">{text.open.choose}</label>
            <input type="file" id="file" on:change=choose />
            <p class="hint">{text.open.drop}</p>
        </div>
        <div aria-live="polite">{shown}</div>
    }
}

fn failed(text: &'static Text, name: &str, problems: &[Problem]) -> impl IntoView + use<> {
    view! {
        <section class="notice failed" role="alert">
            <p>{(text.open.failed)(name)}</p>
            <ul>{faults_in_words(text, problems).into_iter().take(MAX_FILES).map(|said| view! { <li>{said}</li> }).collect::<Vec<_>>()}</ul>
            <p>{text.open.nothing_changed}</p>
        </section>
    }
}

/// What is known of a file of a newer format: to be read, and nothing else.
fn newer_preview(text: &'static Text, draft: &Draft, problems: &[Problem]) -> impl IntoView + use<> {
    view! {
        <section class="preview" data-preview="newer">
            <h2>{text.open.preview}</h2>
            {problems.iter().map(|problem| view! { <p class="notice" role="alert">{fault(text, problem)}</p> }).collect::<Vec<_>>()}
            {list(of_draft(text, draft))}
            <p>{text.open.nothing_changed}</p>
        </section>
    }
}

/// Names and what stands for them, without those for which nothing does.
fn list(rows: Rows) -> impl IntoView {
    let rows = rows.into_iter().filter(|(_, said)| !said.is_empty());
    view! { <dl>{rows.map(|(name, said)| view! { <dt>{name}</dt> <dd>{said}</dd> }).collect::<Vec<_>>()}</dl> }
}

/// What is in a file, and the two ways on.
#[component]
fn Preview(opened: ParsedFile, carried: Arc<PhotoBundle>) -> impl IntoView {
    let (text, table) = (words(), table());
    let cancel = move |_| table.opened.set(ImportState::Nothing);
    // Whether there is no way on but another file.
    let mut refused = false;
    let (kind, title, mut rows, mut notes, accept) = match &opened {
        ParsedFile::Standard(standard) => {
            let admission = table.library().with_untracked(|library| library.admission(standard));
            refused = admission == Admission::OtherContent;
            let note = match admission {
                Admission::New => table.library().with_untracked(|library| {
                    let other = library.default_for(standard)?;
                    Some(compared(text, &StandardChanges::between(standard, other)))
                }),
                Admission::AtHand => Some(text.open.at_hand.to_owned()),
                Admission::OtherContent => {
                    Some((text.standards().other_content)(standard.id.as_str(), standard.version))
                }
            };
            (
                "standard",
                text.open.is_standard,
                of_standard(text, standard),
                note.into_iter().collect(),
                text.open.add_standard,
            )
        }
        ParsedFile::Draft(draft) => (
            "draft",
            text.open.is_draft,
            of_draft(text, draft),
            vec![text.open.replace_none.to_owned()],
            text.open.add_draft,
        ),
        ParsedFile::Submission(opened) => {
            let findings = opened.findings.iter().take(MAX_FILES);
            let mut notes: Vec<String> = findings.map(|problem| fault_in(text, &opened.standard, problem)).collect();
            if notes.is_empty() {
                notes.push(text.open.clean.to_owned());
            }
            notes.push(text.open.replace_none.to_owned());
            if opened.submission.signed.sample {
                notes.insert(0, text.frame.sample.to_owned());
            }
            ("submission", text.open.is_submission, of_submission(text, opened), notes, text.open.add_draft)
        }
        // Neither is a unit's: it is opened at another door.
        ParsedFile::Desk(desk) => {
            refused = true;
            let (kind, title, belongs) = match desk.kind {
                DeskFileKind::Bundle => ("bundle", text.open.is_bundle, text.open.bundle_belongs),
                DeskFileKind::Review => ("review", text.open.is_review, text.open.review_belongs),
            };
            (kind, title, of_desk(text, desk), vec![belongs.to_owned()], text.open.cancel)
        }
    };
    // Photos that are missing are told and count against nobody.
    let standard = match &opened {
        ParsedFile::Standard(standard) => Some(standard),
        ParsedFile::Draft(draft) => Some(&draft.standard),
        ParsedFile::Submission(opened) => Some(&opened.standard),
        ParsedFile::Desk(_) => None,
    };
    let said = |problem| standard.map_or_else(|| fault(text, problem), |standard| fault_in(text, standard, problem));
    notes.extend(carried.findings.iter().take(MAX_FILES).map(said));
    if !carried.photos.is_empty() {
        rows.push((text.photos.title, (text.photos.many)(carried.photos.len())));
    }
    let into = into(table, &opened);
    let code = match &opened {
        ParsedFile::Submission(opened) => Some(view! { <TypedCode opened=opened.clone() /> }),
        ParsedFile::Standard(_) | ParsedFile::Draft(_) | ParsedFile::Desk(_) => None,
    };
    let take = move |_| accept_file(table, &opened, carried.clone());
    view! {
        <section class="preview" data-preview=kind>
            <h2>{text.open.preview} " · " {title}</h2>
            {list(rows)}
            {notes.into_iter().map(|note: String| view! { <p class="note">{note}</p> }).collect::<Vec<_>>()}
            {code}
            <p class="actions">
                {(!refused).then(|| view! {
                    <button type="button" class="primary" data-do="accept" on:click=take>{accept}</button>
                })}
                <button type="button" data-do="cancel" on:click=cancel>{text.open.cancel}</button>
            </p>
            {into}
        </section>
    }
}

/// Does what the person decided.
fn accept_file(table: PagesContext, opened: &ParsedFile, carried: Arc<PhotoBundle>) {
    let (Some(id), Some(now)) = (clock::new_id(), clock::now()) else { return };
    match opened {
        ParsedFile::Standard(standard) => {
            table.library().update(|library| library.add(standard.clone()));
            let kept = stored_drafts::put_standard(standard).is_ok();
            table.opened.set(ImportState::Added { kept });
        }
        ParsedFile::Draft(draft) => {
            table.opened.set(ImportState::Nothing);
            // Its own name where that is free: the same draft, carried to another computer.
            let draft = (**draft).clone();
            spawn_local(async move {
                let id = if stored_drafts::is_free(&draft.id).await { draft.id.clone() } else { id };
                // Its photos first: nothing that is called saved refers to what is not.
                photos::keep(&carried, &draft).await;
                begin(Draft { id, ..draft });
            });
        }
        ParsedFile::Desk(_) => table.opened.set(ImportState::Nothing),
        ParsedFile::Submission(opened) => {
            table.opened.set(ImportState::Nothing);
            let draft = opened.submission.draft(&opened.standard, id, now);
            spawn_local(async move {
                photos::keep(&carried, &draft).await;
                begin(draft);
            });
        }
    }
}

type Rows = Vec<(&'static str, String)>;

fn of_standard(text: &'static Text, standard: &Standard) -> Rows {
    let say = |words: &crate::model::standard::words::Words| words.get(text.lang).to_owned();
    vec![
        (text.open.standard, say(&standard.title)),
        (text.open.year, standard.year.to_string()),
        (text.open.unit, say(&standard.unit.words)),
        (text.open.issuer, say(&standard.issuer)),
        (text.open.receiver, say(&standard.receiver.office)),
        (text.open.mailbox, standard.receiver.mailbox.clone().unwrap_or_default()),
        (text.open.items, standard.scored().count().to_string()),
    ]
}

fn of_draft(text: &'static Text, draft: &Draft) -> Rows {
    let score = draft.score();
    vec![
        (text.open.unit, draft.unit.name.trim().to_owned()),
        (text.open.township, format!("{} {}", draft.unit.township.trim(), draft.unit.village.trim()).trim().to_owned()),
        (text.open.year, draft.year.to_string()),
        (text.open.standard, draft.standard.title.get(text.lang).to_owned()),
        (text.open.items, (text.frame.answered)(score.answered, score.asked)),
        (text.open.score, range(score.total)),
        (text.open.made, clock::local(&draft.changed)),
    ]
}

fn of_submission(text: &'static Text, opened: &OpenedSubmission) -> Rows {
    let (submission, signed) = (&opened.submission, &opened.submission.signed);
    let score = crate::model::scoring::score::Score::of(&opened.standard, &submission.record());
    vec![
        (text.open.unit, signed.unit.name.clone()),
        (text.open.township, format!("{} {}", signed.unit.township, signed.unit.village).trim().to_owned()),
        (text.open.year, signed.year.to_string()),
        (text.open.revision, (text.open.times)(submission.revision)),
        (text.open.standard, opened.standard.title.get(text.lang).to_owned()),
        (text.open.items, (text.frame.answered)(score.answered, score.asked)),
        (text.open.score, range(score.total)),
        (text.open.code, submission.codes.signed.to_string()),
        (text.open.made, clock::local(&submission.time)),
    ]
}
