//! Leaving a shared computer: everything that is here goes into one file, and only when a person has shown that file
//! again is it cleared. What is to be cleared is looked at once more before: a draft that was changed since is in no
//! file.

use super::bin::tell_windows;
use super::files::Handing;
use super::history::all_keys;
use super::{clock, fresh, history, journal, local, photos};
use crate::keep::key::{self, FORMAT, Kind};
use crate::keep::place::Failure;
use crate::keep::stamp::{Print, look, unseal};
use crate::model::archive::ArchiveWriter;
use crate::model::carried::Packing;
use crate::model::checksum::Checksum;
use crate::model::draft::Draft;
use crate::model::id::DraftId;
use crate::model::json::canonical;
use crate::text::Text;
use crate::text::leaving::{Folder, archive_name, draft_file, name_of};

/// A text of a draft that is stored here, or a draft that is in memory alone.
#[derive(Clone, PartialEq, Eq)]
struct Part {
    folder: Folder,
    id: DraftId,
    /// Of its text.
    text: Print,
}

/// Everything that was put into the file.
#[derive(Clone, PartialEq, Eq)]
pub struct Inventory {
    parts: Vec<Part>,
    /// The names of the drafts, as the list shows them.
    pub names: Vec<String>,
    /// How many drafts that cannot be read are among them, as they stand.
    pub broken: usize,
    /// How many lie in the bin.
    pub binned: usize,
    /// How many other texts: set aside, or of an older copy of the program.
    pub others: usize,
    /// How many photos are in the file.
    pub photos: usize,
    /// How many photos could not be read and so are not.
    pub without: usize,
}

/// The file that was handed to the browser.
#[derive(Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// Its name.
    pub name: String,
    /// What it is known again by.
    pub sum: Checksum,
    /// What is in it.
    pub inventory: Inventory,
}

/// Why there is no file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotMade {
    /// A part of the browser's storage gives no answer: there may be more than can be saved.
    Silent,
    /// It could not be put together.
    Failed,
}

/// Whether there is anything to be cleared.
pub async fn is_anything_here() -> bool {
    let of_a_draft = |key: &String| key::parse(key).is_some_and(|key| key.format <= FORMAT && key.kind.is_of_a_draft());
    !fresh::held().is_empty()
        || all_keys().await.iter().any(of_a_draft)
        || !older_texts().await.unwrap_or_default().is_empty()
        || photos::are_any_here().await
}

/// What stands in the journals of older formats.
async fn older_texts() -> Result<Vec<(String, String)>, Failure> {
    let mut all = Vec::new();
    for format in (1..=FORMAT).filter(|format| *format < FORMAT) {
        all.extend(journal::everything(format).await?);
    }
    Ok(all)
}

/// Every text that is only here, and whose it is.
async fn parts() -> Result<Vec<(Part, String)>, NotMade> {
    // A place that is blocked holds nothing; one that does not answer may hold anything.
    if let Err(Failure::NoAnswer) = journal::keys().await {
        return Err(NotMade::Silent);
    }
    let mut all = Vec::new();
    let mut add = |folder, key: &str, text: String| {
        let id = key::parse(key).and_then(|key| DraftId::try_from(key.name).ok());
        if let Some(id) = id {
            let part = Part { folder, id, text: Print::of(unseal(&text).1) };
            if !all.iter().any(|(known, _): &(Part, String)| known.id == part.id && known.text == part.text) {
                all.push((part, text));
            }
        }
    };
    for key in all_keys().await {
        let Some(parsed) = key::parse(&key).filter(|key| key.format <= FORMAT) else { continue };
        let folder = match parsed.kind {
            Kind::Draft if parsed.format == FORMAT => Folder::Drafts,
            Kind::Draft => Folder::Older,
            Kind::Bin => Folder::Bin,
            Kind::Aside | Kind::Copy => Folder::Aside,
            Kind::Card | Kind::Snapshot | Kind::Lease | Kind::Carried | Kind::Standard | Kind::Gone | Kind::Filed => {
                continue;
            }
        };
        // Of a draft that lies in both places the newer copy is the draft; the other one is kept as well.
        for raw in [journal::read(&key).await.ok().flatten(), local::read(&key).ok().flatten()].into_iter().flatten() {
            add(folder, &key, raw);
        }
    }
    for (key, raw) in older_texts().await.map_err(|_| NotMade::Silent)? {
        if key::parse(&key).is_some_and(|key| key.kind == Kind::Draft) {
            add(Folder::Older, &key, raw);
        }
    }
    for draft in fresh::held() {
        let text = canonical(&draft);
        all.push((Part { folder: Folder::Drafts, id: draft.id, text: Print::of(&text) }, text));
    }
    Ok(all)
}

/// Puts everything that is here into one file and hands it to the browser.
pub async fn hand_over(text: &'static Text) -> Result<HandedOver, NotMade> {
    let day = clock::today().ok_or(NotMade::Failed)?;
    let mut archive = ArchiveWriter::new(day);
    let mut handing = Handing::default();
    let mut inventory =
        Inventory { parts: Vec::new(), names: Vec::new(), broken: 0, binned: 0, others: 0, photos: 0, without: 0 };
    for (part, raw) in parts().await? {
        let draft = look(Some(&raw)).draft;
        // A draft of which each place holds another copy is one draft.
        let again = inventory.parts.iter().any(|known| known.folder == part.folder && known.id == part.id);
        match (part.folder, &draft) {
            (Folder::Drafts, Some(_)) if again => {}
            (Folder::Drafts, Some(draft)) => inventory.names.push(name_of(text, draft)),
            (Folder::Drafts, None) => inventory.broken += 1,
            (Folder::Bin, _) => inventory.binned += 1,
            (Folder::Aside | Folder::Older, _) => inventory.others += 1,
        }
        let folder = text.leaving.folder(part.folder, draft.is_some());
        if let Some(draft) = draft {
            archive.begin(folder, &draft_file(text, &draft)).map_err(|_| NotMade::Failed)?;
            let (photos, without) = write_draft(&draft, &mut archive, &mut handing).await?;
            inventory.photos += photos;
            inventory.without += without;
        } else {
            archive.begin(folder, &format!("{}.txt", part.id)).map_err(|_| NotMade::Failed)?;
            archive.add(unseal(&raw).1).map_err(|_| NotMade::Failed)?;
        }
        handing.add(&archive.take());
        inventory.parts.push(part);
    }
    handing.add(&archive.end().map_err(|_| NotMade::Failed)?);
    let name = archive_name(text, &clock::local_now());
    let sum = handing.hand_over(&name, "application/zip").ok_or(NotMade::Failed)?;
    Ok(HandedOver { name, sum, inventory })
}

/// Writes one draft with its photos, one after the other: how many, and how many could not be read.
async fn write_draft(
    draft: &Draft,
    archive: &mut ArchiveWriter,
    handing: &mut Handing,
) -> Result<(usize, usize), NotMade> {
    let mut packing = Packing::begin(canonical(draft), 0);
    let (mut many, mut without) = (0, 0);
    for digest in &draft.photo_digests() {
        match photos::read(digest).await {
            Ok(bytes) => {
                many += 1;
                packing.add(digest, &bytes);
                archive.add(&packing.take()).map_err(|_| NotMade::Failed)?;
                handing.add(&archive.take());
            }
            Err(_) => without += 1,
        }
    }
    archive.add(&packing.end()).map_err(|_| NotMade::Failed)?;
    Ok((many, without))
}

/// How clearing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cleared {
    /// Nothing of any draft is here any more.
    All,
    /// The texts are gone; the photos could not be reached and go with the next start.
    ButPhotos,
    /// Something here is not in the file: it was changed, or came since. Nothing was cleared.
    Changed,
    /// A part of the browser's storage could not be reached. What could be reached is cleared.
    Partly,
}

/// Clears what is in the file that was handed over, with everything that belongs to it.
pub async fn clear(handed: &HandedOver) -> Cleared {
    let known = |part: &Part| handed.inventory.parts.iter().any(|old| old.id == part.id && old.text == part.text);
    match parts().await {
        Ok(now) if now.iter().all(|(part, _)| known(part)) => {}
        Ok(_) => return Cleared::Changed,
        Err(_) => return Cleared::Partly,
    }
    let ids: Vec<DraftId> = handed.inventory.parts.iter().map(|part| part.id.clone()).collect();
    let mut whole = true;
    let keys = all_keys().await;
    for format in 1..=FORMAT {
        let here: Vec<String> = match format {
            FORMAT => keys.clone(),
            older => {
                let texts = journal::everything(older).await;
                whole &= texts.is_ok();
                texts.unwrap_or_default().into_iter().map(|(key, _)| key).collect()
            }
        };
        whole &= take_away(format, here).await;
    }
    drop(ids.iter().filter_map(fresh::take).collect::<Vec<_>>());
    ids.iter().for_each(tell_windows);
    history::forget_last();
    match (whole, photos::clear_all().await) {
        (false, _) => Cleared::Partly,
        (true, Err(_)) => Cleared::ButPhotos,
        (true, Ok(())) => Cleared::All,
    }
}

/// Takes every key of a format that belongs to a draft from both places, and leaves marks, which name none.
async fn take_away(format: u32, mut keys: Vec<String>) -> bool {
    keys.extend(local::keys());
    keys.retain(|key| key::parse(key).is_some_and(|key| key.format == format && key.kind.is_of_a_draft()));
    keys.sort_unstable();
    keys.dedup();
    let mut marks: Vec<String> = keys.iter().filter_map(|key| key::gone_of(key)).collect();
    marks.sort_unstable();
    marks.dedup();
    // The marks first, so that no other window writes in between.
    for mark in &marks {
        let _ = local::write(mark, &crate::keep::gone::Gone::Cleared.write());
    }
    for key in &keys {
        local::remove(key);
    }
    !matches!(journal::clear(format, keys, marks).await, Err(Failure::NoAnswer | Failure::Full | Failure::Other))
}

/// Takes away what stands here of a draft that was cleared: a place could not be reached then, or went back to what
/// it held before.
pub(super) async fn finish(id: &DraftId) {
    let mut keys = all_keys().await;
    keys.retain(|key| key::parse(key).is_some_and(|parsed| parsed.kind.is_of_a_draft() && parsed.name == id.as_str()));
    take_away(FORMAT, keys).await;
}
