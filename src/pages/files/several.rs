//! A file that holds several: what is in it first, then one of them, or all drafts at once. Nothing changes before.

use crate::components::context::{ArchiveMember, ImportState, PagesContext, Several, Wrong};
use crate::components::dot_separated::dot_separated;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::leaving::{is_beside, name_of};
use crate::i18n::{Text, fault};
use crate::model::draft::Draft;
use crate::model::files::archive::{Entry, Unpackable};
use crate::model::files::desk_file::DeskFileKind;
use crate::model::files::foreign::Foreign;
use crate::model::files::parsed;
use crate::model::files::parsed::ParsedFile;
use crate::model::photos::bundle::PhotoBundle;
use crate::model::problem::{Fault, Problem};
use crate::platform::archive::Archive;
use crate::platform::{clock, file_reminder, navigation, photos, stored_drafts};
use crate::routes::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

/// Looks what is in an archive. One that holds nothing of ours is a packed file like any other.
pub(super) async fn list_archive(table: PagesContext, text: &Text, name: String, archive: Archive) -> ImportState {
    let entries = match archive.list().await {
        Ok(entries) => entries,
        Err(why) => return ImportState::NotUnpacked(name, why),
    };
    let (mut rows, mut others) = (Vec::new(), 0);
    for entry in entries.into_iter().filter(Entry::may_be_ours) {
        let found = match archive.read(&entry).await {
            Ok(bytes) => {
                let opened = table.library().with_untracked(|library| parsed::unpack(&bytes, library));
                opened.map(|(opened, _)| inside(text, &opened)).map_err(Wrong::Content)
            }
            Err(Unpackable::Locked) => return ImportState::NotUnpacked(name, Unpackable::Locked),
            Err(why) => Err(Wrong::Packing(why)),
        };
        match found {
            // Somebody else's file of the same ending: nothing of it is said.
            Err(Wrong::Content(problems)) if problems.iter().any(|one| one.fault == Fault::NotOurs) => others += 1,
            found => rows.push((entry, found)),
        }
    }
    if rows.is_empty() {
        return ImportState::Failed(name, vec![Problem::at("", Fault::Foreign(Foreign::Archive))]);
    }
    ImportState::Several(Several { name, rows, others, archive: StoredValue::new_local(Rc::new(archive)) })
}

fn inside(text: &Text, opened: &ParsedFile) -> ArchiveMember {
    let lang = text.lang;
    match opened {
        ParsedFile::Standard(standard) => ArchiveMember {
            kind: text.open.is_standard,
            name: standard.title.get(lang).to_owned(),
            year: standard.year,
            draft: false,
        },
        ParsedFile::Draft(draft) => {
            ArchiveMember { kind: text.open.is_draft, name: name_of(text, draft), year: draft.year, draft: true }
        }
        ParsedFile::Desk(desk) => {
            let kind = match desk.kind {
                DeskFileKind::Bundle => text.open.is_bundle,
                DeskFileKind::Review => text.open.is_review,
            };
            ArchiveMember { kind, name: desk.township.clone(), year: desk.year, draft: false }
        }
        ParsedFile::Submission(opened) => {
            let signed = &opened.submission.signed;
            ArchiveMember {
                kind: text.open.is_submission,
                name: signed.unit.name.clone(),
                year: signed.year,
                draft: false,
            }
        }
    }
}

/// What is in it, and the ways on.
pub(super) fn preview(table: PagesContext, several: &Several) -> impl IntoView + use<> {
    let text = words();
    let open = &text.open;
    let drafts: Vec<Entry> = several
        .rows
        .iter()
        .filter(|(entry, found)| found.as_ref().is_ok_and(|inside| inside.draft) && !is_beside(&entry.folder))
        .map(|(entry, _)| entry.clone())
        .collect();
    let many = drafts.len();
    let said = RwSignal::new(String::new());
    let archive = several.archive;
    let busy = StoredValue::new(false);
    let take_all = move |_| {
        // A second press while the first is still at work takes nothing twice.
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let drafts = drafts.clone();
        spawn_local(async move {
            match take(table, archive.get_value(), &drafts).await {
                Some(()) => {
                    table.opened.set(ImportState::Nothing);
                    navigation::go(&Route::Mine);
                }
                None => _ = said.try_set(open.take_all_failed.to_owned()),
            }
            busy.try_set_value(false);
        });
    };
    let cancel = move |_| table.opened.set(ImportState::Nothing);
    let rows = several.rows.iter().map(|(entry, found)| row(text, table, several, entry, found)).collect::<Vec<_>>();
    view! {
        <section class="preview" data-preview="several">
            <h2>{(open.several)(&several.name, several.rows.len())}</h2>
            <ul class="drafts">{rows}</ul>
            {(several.others > 0).then(|| view! { <p class="hint">{(open.others)(several.others)}</p> })}
            <p role="alert">{move || said.get()}</p>
            <p class="actions">
                {(many > 0).then(|| view! {
                    <button type="button" class="primary" data-do="take-all" on:click=take_all>{(open.take_all)(many)}</button>
                })}
                <button type="button" data-do="cancel" on:click=cancel>{open.cancel}</button>
            </p>
        </section>
    }
}

fn row(
    text: &'static Text,
    table: PagesContext,
    several: &Several,
    entry: &Entry,
    found: &Result<ArchiveMember, Wrong>,
) -> impl IntoView + use<> {
    let name = entry.name.clone();
    match found {
        Err(wrong) => {
            let why = match wrong {
                Wrong::Content(problems) => problems.first().map_or(String::new(), |problem| fault(text, problem)),
                Wrong::Packing(why) => not_unpacked(text, &name, *why),
            };
            view! { <li data-inside="broken"><span>{name}</span> <span class="hint">{why}</span></li> }.into_fresh()
        }
        Ok(inside) => {
            let (archive, entry, entry_folder) = (several.archive, entry.clone(), entry.folder.clone());
            let list_archive = move |_| {
                let entry = entry.clone();
                spawn_local(async move {
                    table.opened.set(match open_one(table, &archive.get_value(), &entry).await {
                        Some((opened, carried)) => ImportState::Opened(opened, Arc::new(carried)),
                        // A memory stick that was pulled out.
                        None => ImportState::Unreadable(entry.name.clone()),
                    });
                });
            };
            let details = dot_separated([
                (false, inside.kind.to_owned()),
                (true, (text.mine.year)(inside.year)),
                (true, entry_folder),
                (true, name),
            ]);
            view! {
                <li data-inside="">
                    <span>{inside.name.clone()}</span>
                    <span class="hint">{details}</span>
                    <button type="button" data-do="look-inside" on:click=list_archive>{text.open.look_inside}</button>
                </li>
            }
            .into_fresh()
        }
    }
}

async fn open_one(table: PagesContext, archive: &Archive, entry: &Entry) -> Option<(ParsedFile, PhotoBundle)> {
    let bytes = archive.read(entry).await.ok()?;
    table.library().with_untracked(|library| parsed::unpack(&bytes, library)).ok()
}

/// Takes all these drafts, each under its own name where that is free. Nothing if one could not be stored.
async fn take(table: PagesContext, archive: Rc<Archive>, drafts: &[Entry]) -> Option<()> {
    for entry in drafts {
        let Some((ParsedFile::Draft(draft), carried)) = open_one(table, &archive, entry).await else { return None };
        // Taken before, or never gone: there is nothing to be taken.
        if stored_drafts::read(&draft.id).await.is_some_and(|here| here == *draft) {
            continue;
        }
        let id = if stored_drafts::is_free(&draft.id).await { draft.id.clone() } else { clock::new_id()? };
        photos::keep(&carried, &draft).await;
        let draft = Draft { id, ..*draft };
        stored_drafts::put(&draft).await.ok()?;
        file_reminder::note(&draft);
    }
    Some(())
}

/// Why an archive, or a file in it, cannot be unpacked.
pub(super) fn not_unpacked(text: &Text, name: &str, why: Unpackable) -> String {
    let said = match why {
        Unpackable::Damaged => text.open.packed_damaged,
        Unpackable::Locked => text.open.packed_locked,
        Unpackable::OtherPacking => text.open.packed_otherwise,
        Unpackable::TooMany | Unpackable::TooLarge => text.open.packed_too_much,
    };
    said(name)
}
