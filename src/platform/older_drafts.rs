//! Drafts of older formats: copied into this format's keys once, never written, and what is typed into them
//! by an older copy of the program afterwards is offered. What is to be done is decided in
//! `crate::persistence::older_formats`.

use crate::model::digest::Digest;
use crate::model::standard::ids::DraftId;
use crate::model::standard::issued::IssuedStandard;
use crate::persistence::backend::Failure;
use crate::persistence::key;
use crate::persistence::key::FORMAT;
use crate::persistence::older_formats::{CopyStep, MigrationReceipt, OlderDraft, steps};
use crate::persistence::revision::{Revision, StoredState, stored_state};
use crate::platform::history::all_keys;
use crate::platform::{clock, history, journal, local, standards, stored_drafts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A draft that an older copy of the program went on with after it was copied.
#[derive(Clone, PartialEq, Eq)]
pub struct Offered {
    /// Where it stands.
    pub old: OlderDraft,
    /// Its text.
    raw: String,
}

/// What stands under the keys of older formats, the newer of both places; and a format whose journal gave no answer.
async fn found() -> (Vec<(OlderDraft, String)>, Option<u32>) {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut silent = None;
    // While this is the first format, there is none before it.
    let mut format = FORMAT;
    while format > 1 {
        format -= 1;
        match journal::everything(format).await {
            Ok(texts) => {
                standards::take_in(texts.iter().map(|(key, text)| (key.as_str(), text.as_str())));
                all.extend(texts);
            }
            Err(Failure::NoAnswer) => silent = Some(format),
            // A place that cannot be read now is asked again at the next start.
            Err(_) => {}
        }
    }
    for key in local::keys().into_iter().filter(|key| key::older_draft_of(key, FORMAT).is_some()) {
        if let Ok(Some(raw)) = local::read(&key) {
            all.push((key, raw));
        }
    }
    let mut found: Vec<(OlderDraft, String)> = Vec::new();
    for (key, raw) in all {
        let Some((format, id)) = key::older_draft_of(&key, FORMAT) else { continue };
        let revision = match stored_state(Some(&raw)) {
            StoredState::Draft(revision) => Some(revision),
            _ => None,
        };
        let one = OlderDraft { id, format, revision };
        match found.iter_mut().find(|(known, _)| known.id == one.id && known.format == one.format) {
            Some(known) if known.0.revision < one.revision => *known = (one, raw),
            Some(_) => {}
            None => found.push((one, raw)),
        }
    }
    (found, silent)
}

/// What was carried before, by this copy and those between.
async fn carried() -> Vec<MigrationReceipt> {
    let mut all = Vec::new();
    for key in all_keys().await {
        let Some(parsed) = key::parse(&key).filter(|parsed| parsed.kind == key::KeyKind::Carried) else { continue };
        let (Ok(id), Ok(from)) = (DraftId::try_from(parsed.name), parsed.rest.parse()) else { continue };
        let raw = crate::platform::history::raw(&key).await.ok().flatten();
        if let Some(revision) = raw.as_deref().and_then(MigrationReceipt::read) {
            all.push(MigrationReceipt { id, from, revision });
        }
    }
    all
}

thread_local! {
    /// Whether what older copies wrote has been brought here since the start.
    static BROUGHT: ArcRwSignal<bool> = ArcRwSignal::new(FORMAT <= 1);
}

/// Whether what older copies wrote has been brought here since the start, so that nothing of it is called missing.
/// Follows as a signal.
pub fn is_brought() -> bool {
    BROUGHT.with(|brought| brought.get())
}

/// The same without following.
pub fn is_brought_now() -> bool {
    BROUGHT.with(|brought| brought.get_untracked())
}

/// At the start, wherever a person lands: a bookmark, the reload after an update. An older journal that is late is
/// waited for: it is not an empty one.
pub fn start() {
    if FORMAT > 1 {
        spawn_local(async {
            loop {
                let (_, silent) = bring_all().await;
                let Some(format) = silent else { break };
                journal::until_older_answers(format).await;
            }
            BROUGHT.with(|brought| brought.set(true));
        });
    }
}

/// What is to be offered, once what came with the start is here.
pub async fn offered() -> Vec<Offered> {
    while !is_brought_now() {
        clock::pause(100).await;
    }
    if FORMAT > 1 { bring_all().await.0 } else { Vec::new() }
}

/// Copies forward what is to be copied, and returns what is to be offered, and the format of a journal that gave no
/// answer.
async fn bring_all() -> (Vec<Offered>, Option<u32>) {
    bring_standards();
    let (found, silent) = found().await;
    let here: Vec<DraftId> = all_keys().await.iter().filter_map(|key| key::draft_of(key)).collect();
    let olds: Vec<OlderDraft> = found.iter().map(|(old, _)| old.clone()).collect();
    let mut offered = Vec::new();
    for step in steps(&olds, &here, &carried().await) {
        let raw_of = |old: &OlderDraft| found.iter().find(|(known, _)| known == old).map(|(_, raw)| raw.clone());
        match step {
            CopyStep::Copy(old) => {
                if let (Some(raw), Some(revision)) = (raw_of(&old), old.revision)
                    && copy(&raw, revision, old.format).await.is_ok()
                {
                    remember(&old, revision).await;
                }
            }
            CopyStep::Offer(old) => offered.extend(raw_of(&old).map(|raw| Offered { old, raw })),
            // It is listed by the copy that wrote it.
            CopyStep::Leave(_) => {}
        }
    }
    (offered, silent)
}

/// Standards that were opened from files into an older copy. One that this copy cannot read stays where it is.
fn bring_standards() {
    for key in local::keys() {
        let Some(parsed) = key::parse(&key).filter(|key| key.kind == key::KeyKind::Offered && key.format < FORMAT)
        else {
            continue;
        };
        let Ok(digest) = Digest::try_from(parsed.name.to_owned()) else { continue };
        let there = key::standard_in(parsed.format, &digest);
        if let (Ok(Some(text)), Ok(None)) = (local::read(&there), local::read(&key::offered(&digest)))
            && let Ok(standard) = IssuedStandard::read(&text)
        {
            // Where there is no room, its file can be opened again.
            let _ = stored_drafts::put_standard(&standard);
        }
    }
}

async fn copy(raw: &str, revision: Revision, from: u32) -> Result<(), Failure> {
    let mut draft = history::read(raw).await.ok_or(Failure::Other)?;
    draft.counter = draft.counter.max(revision.counter);
    crate::platform::photos::bring(&draft, from).await;
    stored_drafts::put(&draft).await
}

async fn remember(old: &OlderDraft, revision: Revision) {
    let carried = MigrationReceipt { id: old.id.clone(), from: old.format, revision };
    let (key, text) = (key::carried(&old.id, old.format), carried.write());
    // Where it cannot be remembered it is offered again.
    let _ = (journal::write(&key, &text).await, local::write(&key, &text));
}

/// Takes what is offered as a draft of its own; the one that was copied stays as it is. Its id.
pub async fn take(offered: &Offered) -> Option<DraftId> {
    let mut draft = *history::read(&offered.raw).await?;
    draft.id = clock::new_id()?;
    crate::platform::photos::bring(&draft, offered.old.format).await;
    stored_drafts::put(&draft).await.ok()?;
    decline(offered).await;
    Some(draft.id)
}

/// Does not want what is offered; it stays where it is and is not offered again.
pub async fn decline(offered: &Offered) {
    if let Some(revision) = offered.old.revision {
        remember(&offered.old, revision).await;
    }
}
