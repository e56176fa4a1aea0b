//! The standards that stored drafts name. Each is stored once in each place, before the first draft that names it, and
//! read once by a window. What stands under a standard's key is held against its digest before it is used; where it is
//! damaged, what it should be is put there again as soon as that is at hand.

use crate::model::digest::Digest;
use crate::model::draft::stored;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::library::BUILT_IN;
use crate::model::standard::reference::StandardRef;
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::key;
use crate::persistence::key::FORMAT;
use crate::persistence::revision::decode;
use crate::persistence::standards::{is_due, names, unneeded};
use crate::platform::standards_read::{Beside, has_at_hand, keep_at_hand, with_known};
use crate::platform::{journal, local, unsaved_drafts};
use leptos::ev;
use leptos::prelude::{WindowListenerHandle, window_event_listener};
use std::collections::BTreeSet;

/// The standard that is meant, if it can be had without waiting: it is at hand, in local storage, or built in.
pub fn find(meant: &StandardRef) -> Option<IssuedStandard> {
    if let Some(known) = with_known(meant, |known| known.standard.clone()) {
        return Some(known);
    }
    let found = in_local(meant).or_else(|| built_in(meant))?;
    keep_at_hand(&found);
    Some(found)
}

/// The keys under which it may stand: this format's, and those from which a draft may be brought forward.
fn keys(meant: &StandardRef) -> impl Iterator<Item = String> {
    (1..=FORMAT).rev().map(|format| key::standard_in(format, &meant.digest))
}

fn in_local(meant: &StandardRef) -> Option<IssuedStandard> {
    keys(meant).find_map(|key| stored::standard(&local::read(&key).ok()??, meant))
}

fn built_in(meant: &StandardRef) -> Option<IssuedStandard> {
    BUILT_IN.iter().find_map(|text| stored::standard(text, meant))
}

/// Brings what a stored text names to hand, so that it can be read; from wherever it is. Where it is nowhere, reading
/// tells that. Fails where it may be in a place that cannot be read now.
pub async fn bring(raw: &str) -> Result<(), Failure> {
    let Some(meant) = stored::standard_of(decode(raw).1).filter(|meant| find(meant).is_none()) else { return Ok(()) };
    for key in keys(&meant) {
        let text = match journal::read(&key).await {
            // Where the browser gives no journal there is nothing in it.
            Err(Failure::Blocked) => None,
            text => text?,
        };
        if let Some(found) = text.and_then(|text| stored::standard(&text, &meant)) {
            keep_at_hand(&found);
            break;
        }
    }
    Ok(())
}

/// Whether a stored text can be read now, without waiting for anything.
pub fn is_at_hand(raw: &str) -> bool {
    stored::standard_of(decode(raw).1).is_none_or(|meant| find(&meant).is_some())
}

/// Brings the standards in these texts to hand, of which some may be standards.
pub fn take_in<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) {
    for (key, text) in texts {
        if key::parse(key).is_some_and(|key| key.kind == key::KeyKind::Standard)
            && let Ok(standard) = IssuedStandard::read(text)
        {
            keep_at_hand(&standard);
        }
    }
}

/// Puts the standard that a stored text names into a place, if it is not there.
pub(super) async fn store(place: Backend, raw: &str) -> Result<(), Failure> {
    bring(raw).await?;
    match stored::standard_of(decode(raw).1).and_then(|meant| find(&meant)) {
        Some(standard) => put(place, &standard).await,
        // Its text goes where it goes all the same; bringing the standard mends it.
        None => Ok(()),
    }
}

/// Puts a standard into a place, if it is not there.
pub(super) async fn put(place: Backend, standard: &IssuedStandard) -> Result<(), Failure> {
    let beside = Beside::of(standard);
    match place {
        Backend::Local => local::put_beside(&beside),
        Backend::Journal => journal::put_beside(&beside).await,
    }
}

/// Stores a standard that was missing, so that the drafts that name it open. It is enough if one place takes it.
pub async fn give(standard: &IssuedStandard) -> Result<(), Failure> {
    put(Backend::Journal, standard).await.or(put(Backend::Local, standard).await)
}

/// How taking a standard off the list ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Withdrawal {
    /// It is not offered any more.
    Done,
    /// So many drafts are filled in by it.
    InUse(usize),
}

/// Offers a standard from a file for new drafts no longer, unless a draft is filled in by it. Its text stays where it is
/// until nothing that is stored names it: a removed draft may come back, and another window may be at work with it.
/// Fails where a place that may hold such a draft cannot be read.
pub async fn withdraw(standard: &IssuedStandard) -> Result<Withdrawal, Failure> {
    let digest = &standard.reference().digest;
    let is_draft = |key: &String| key::draft_of(key).is_some();
    let mut by_it = BTreeSet::new();
    let mut look = |key: &str, text: Option<String>| {
        if text.is_some_and(|text| names(&text, digest)) {
            by_it.insert(key.to_owned());
        }
    };
    for key in local::keys().iter().filter(|key| is_draft(key)) {
        look(key, local::read(key)?);
    }
    let in_journal = match journal::keys().await {
        // Where the browser gives no journal there is nothing in it.
        Err(Failure::Blocked) => Vec::new(),
        keys => keys?,
    };
    for key in in_journal.iter().filter(|key| is_draft(key)) {
        look(key, journal::read(key).await?);
    }
    let held = unsaved_drafts::held().into_iter().filter(|draft| draft.standard == *standard);
    by_it.extend(held.map(|draft| key::draft(&draft.id)));
    if !by_it.is_empty() {
        return Ok(Withdrawal::InUse(by_it.len()));
    }
    local::remove(&key::offered(digest));
    Ok(Withdrawal::Done)
}

/// Whether a standard is kept here and offered no longer: another window took it off the list.
pub fn is_withdrawn(standard: &IssuedStandard) -> bool {
    let digest = &standard.reference().digest;
    let there = |key: String| local::read(&key).map(|text| text.is_some());
    there(key::standard(digest)) == Ok(true) && there(key::offered(digest)) == Ok(false)
}

/// What another window did with a standard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StandardChange {
    /// It is offered for new drafts now.
    Offered(IssuedStandard),
    /// It is offered no longer.
    Withdrawn(Digest),
}

/// Tells what other windows do with the standards that are offered.
pub fn when_they_change(told: impl Fn(StandardChange) + 'static) -> WindowListenerHandle {
    window_event_listener(ev::storage, move |event| {
        let Some(digest) = event.key().and_then(|key| key::offered_of(&key)) else { return };
        if event.new_value().is_none() {
            return told(StandardChange::Withdrawn(digest));
        }
        let text = local::read(&key::standard(&digest)).ok().flatten();
        if let Some(standard) = text.and_then(|text| IssuedStandard::read(&text).ok()) {
            told(StandardChange::Offered(standard));
        }
    })
}

/// Takes away the standards that no draft names any more, once there are more than a few. Only where no other window is
/// open; those that this window has at hand stay.
pub(super) async fn sweep() -> Result<(), Failure> {
    let offered: Vec<Digest> = local::keys().iter().filter_map(|key| key::offered_of(key)).collect();
    let in_local: Vec<Digest> = local::keys().iter().filter_map(|key| key::standard_of(key)).collect();
    let all = journal::keys().await?;
    let in_journal: Vec<Digest> = all.iter().filter_map(|key| key::standard_of(key)).collect();
    if !is_due(&in_local, &offered) && !is_due(&in_journal, &offered) {
        return Ok(());
    }
    let mut texts = Vec::new();
    for key in all.iter().filter(|key| key::standard_of(key).is_none()) {
        texts.extend(journal::read(key).await?);
    }
    for key in local::keys().iter().filter(|key| key::standard_of(key).is_none()) {
        texts.extend(local::read(key)?);
    }
    let unneeded = |stored: &[Digest]| unneeded(stored, &offered, texts.iter().map(String::as_str));
    for digest in unneeded(&in_local).iter().filter(|digest| !has_at_hand(digest)) {
        local::remove(&key::standard(digest));
    }
    for digest in unneeded(&in_journal).iter().filter(|digest| !has_at_hand(digest)) {
        journal::remove(&key::standard(digest)).await?;
    }
    Ok(())
}

/// Takes away what came with drafts, after all drafts were cleared; what a person opened from files stays.
pub(super) async fn clear() {
    let offered: Vec<Digest> = local::keys().iter().filter_map(|key| key::offered_of(key)).collect();
    let stays = |key: &String| key::standard_of(key).is_none_or(|digest| offered.contains(&digest));
    for key in local::keys().iter().filter(|key| !stays(key)) {
        local::remove(key);
    }
    for key in journal::keys().await.unwrap_or_default().iter().filter(|key| !stays(key)) {
        // What cannot be reached now goes when it is swept.
        let _ = journal::remove(key).await;
    }
}
