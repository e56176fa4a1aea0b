//! What leaving a shared computer asks of reviews: which are here, each as a file, and that they are gone afterwards.

use crate::model::date::UtcTime;
use crate::model::review::bundles;
use crate::model::review::entry::ReviewEntry;
use crate::model::review::ids::FileDigest;
use crate::model::review::log::Log;
use crate::model::review::review_file::ReviewFile;
use crate::persistence::backend::Failure;
use crate::persistence::review_head::ReviewHead;
use crate::persistence::revision::Fingerprint;
use crate::platform::review::channel::{Said, tell};
use crate::platform::review::in_window;
use crate::platform::review::in_window::InWindow;
use crate::platform::review::store;

/// A review as it was put into the file: it is cleared only while it is still so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReviewCopy {
    /// Its id.
    id: String,
    /// Of everything that was decided in it and is stored.
    entries: Fingerprint,
    /// How much was decided in it, where not all of that is stored and so is in this window alone.
    in_window: Option<usize>,
    /// Whose it is, and for which year; nothing where it cannot be read.
    pub head: Option<ReviewHead>,
}

/// Whether any review is here. Where it cannot be seen there may be one.
pub async fn is_any_here() -> bool {
    !in_window::held().is_empty() || !matches!(store::heads_if_any().await, Ok(heads) if heads.is_empty())
}

/// Every review that is here, each with the text of its file. One that cannot be read is saved as it stands.
pub async fn copies(now: &UtcTime) -> Result<Vec<(ReviewCopy, String)>, Failure> {
    let mut all = Vec::new();
    if let Some(desk) = in_window::desk() {
        for (id, many) in (desk.held)() {
            all.extend(copy_in_window(desk, id, many, now).await?);
        }
    }
    for (id, head) in store::heads_if_any().await? {
        if all.iter().any(|(known, _): &(ReviewCopy, String)| known.id == id) {
            continue;
        }
        let texts = texts(&id).await?;
        let read = ReviewHead::read(&head);
        let text = match &read {
            Some(head) => file_of(&id, head, &texts, now).await?,
            None => format!("{head}\n{}", texts.join("\n")),
        };
        all.push((ReviewCopy { id, entries: print(&texts), in_window: None, head: read }, text));
    }
    Ok(all)
}

/// A review of which not all is stored, as this window has it.
async fn copy_in_window(
    desk: InWindow,
    id: String,
    many: usize,
    now: &UtcTime,
) -> Result<Option<(ReviewCopy, String)>, Failure> {
    let stored = match texts(&id).await {
        Ok(texts) => texts,
        Err(Failure::Blocked) => Vec::new(),
        Err(failure) => return Err(failure),
    };
    let Some((head, text)) = (desk.copy)(&id, now.clone()).await else { return Ok(None) };
    Ok(Some((ReviewCopy { id, entries: print(&stored), in_window: Some(many), head: Some(head) }, text)))
}

async fn texts(id: &str) -> Result<Vec<String>, Failure> {
    let mut texts = Vec::new();
    store::entries(id, |some| texts.extend(some)).await?;
    Ok(texts)
}

fn print(texts: &[String]) -> Fingerprint {
    Fingerprint::of(&texts.join("\n"))
}

async fn file_of(id: &str, head: &ReviewHead, texts: &[String], now: &UtcTime) -> Result<String, Failure> {
    let mut log = Log::default();
    for entry in texts.iter().filter_map(|text| ReviewEntry::read(text).ok()) {
        log.admit(entry);
    }
    let mut files = Vec::new();
    let mut rows = Vec::new();
    store::rows(id, |lot| rows.extend(lot.into_iter().map(|(digest, _)| digest))).await?;
    let bundles = bundles::last_bundles(&log).into_iter().map(|digest| digest.to_string());
    for digest in rows.into_iter().chain(bundles) {
        let bytes = store::file(id.to_owned(), digest.clone()).await?;
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        files.extend(FileDigest::try_from(digest).ok().zip(text));
    }
    Ok(ReviewFile::of(head.basics.clone(), &log, now.clone(), files).written())
}

/// Whether every review that is here is as it was when these copies were made.
pub async fn are_as_copied(copies: &[ReviewCopy]) -> Result<bool, Failure> {
    for (id, _) in store::heads_if_any().await? {
        let texts = texts(&id).await?;
        if !copies.iter().any(|copy| copy.id == id && copy.entries == print(&texts)) {
            return Ok(false);
        }
    }
    let is_copied =
        |(id, many): &(String, usize)| copies.iter().any(|copy| copy.id == *id && copy.in_window == Some(*many));
    Ok(in_window::held().iter().all(is_copied))
}

/// Takes these reviews from this computer, and tells the windows that have one open.
pub async fn clear(copies: &[ReviewCopy]) -> Result<(), Failure> {
    for copy in copies {
        if let Some(desk) = in_window::desk() {
            (desk.forget)(&copy.id);
        }
        tell(&copy.id, &Said::Gone);
        match store::remove(copy.id.clone()).await {
            Ok(()) | Err(Failure::Blocked) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}
