//! Leaving a shared computer: everything that is here goes into one file, and only when a person has shown that file
//! again is it cleared. What is to be cleared is looked at once more before: a draft that was changed since is in no
//! file.

use crate::i18n::Text;
use crate::i18n::leaving::{Folder, archive_name, draft_file, name_of, review_name};
use crate::model::draft::Draft;
use crate::model::files::archive::ArchiveWriter;
use crate::model::files::checksum::Checksum;
use crate::model::files::file_name::file_name;
use crate::model::files::json::canonical;
use crate::model::photos::bundle::Packing;
use crate::model::sorting::sort_once;
use crate::model::standard::ids::DraftId;
use crate::persistence::backend::Failure;
use crate::persistence::key;
use crate::persistence::key::{FORMAT, KeyKind};
use crate::persistence::revision::{Fingerprint, decode};
use crate::persistence::tombstone::Tombstone;
use crate::platform::bin::tell_windows;
use crate::platform::files::Handing;
use crate::platform::history::all_keys;
use crate::platform::journal::Known;
use crate::platform::photos::PhotoTrouble;
use crate::platform::review::clearing as reviews;
use crate::platform::review::clearing::ReviewCopy;
use crate::platform::{clock, history, journal, local, photos, standards, unsaved_drafts};

/// A text of a draft that is stored here, or a draft that is in memory alone.
#[derive(Clone, PartialEq, Eq)]
struct ArchivePart {
    folder: Folder,
    id: DraftId,
    /// Of its text.
    text: Fingerprint,
}

/// Everything that was put into the file.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Inventory {
    parts: Vec<ArchivePart>,
    /// The reviews of a township or a county.
    pub reviews: Vec<ReviewCopy>,
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
    /// Whether that is so because their store gave no answer.
    pub photos_silent: bool,
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
    let of_a_draft = |key: &String| {
        let kept = |kind: KeyKind| kind.holds_what_is_only_here() || matches!(kind, KeyKind::Card | KeyKind::Snapshot);
        key::parse(key).is_some_and(|key| key.format <= FORMAT && kept(key.kind))
    };
    !unsaved_drafts::held().is_empty()
        || all_keys().await.iter().any(of_a_draft)
        || !older_texts().await.unwrap_or_default().is_empty()
        || photos::are_any_here().await
        || reviews::is_any_here().await
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
async fn parts() -> Result<Vec<(ArchivePart, String)>, NotMade> {
    // A place that is blocked holds nothing; one that does not answer may hold anything.
    if !matches!(journal::keys().await, Ok(_) | Err(Failure::Blocked)) {
        return Err(NotMade::Silent);
    }
    let mut all = Vec::new();
    let mut add = |folder, key: &str, text: String| {
        let id = key::parse(key).and_then(|key| DraftId::try_from(key.name).ok());
        if let Some(id) = id {
            let part = ArchivePart { folder, id, text: Fingerprint::of(decode(&text).1) };
            if !all.iter().any(|(known, _): &(ArchivePart, String)| known.id == part.id && known.text == part.text) {
                all.push((part, text));
            }
        }
    };
    for key in all_keys().await {
        let Some(parsed) = key::parse(&key).filter(|key| key.format <= FORMAT) else { continue };
        let folder = match parsed.kind {
            KeyKind::Draft if parsed.format == FORMAT => Folder::Drafts,
            KeyKind::Draft => Folder::Older,
            KeyKind::Bin => Folder::Bin,
            KeyKind::Aside | KeyKind::Copy => Folder::Aside,
            KeyKind::Card
            | KeyKind::Snapshot
            | KeyKind::Lease
            | KeyKind::Carried
            | KeyKind::Standard
            | KeyKind::Offered
            | KeyKind::Gone
            | KeyKind::Filed
            | KeyKind::Picking => {
                continue;
            }
        };
        // Of a draft that lies in both places the newer copy is the draft; the other one is kept as well.
        for read in [journal::read(&key).await, local::read(&key)] {
            match read {
                Ok(raw) => raw.into_iter().for_each(|raw| add(folder, &key, raw)),
                Err(Failure::Blocked) => {}
                // It may be the newer copy.
                Err(_) => return Err(NotMade::Silent),
            }
        }
    }
    for (key, raw) in older_texts().await.map_err(|_| NotMade::Silent)? {
        if key::parse(&key).is_some_and(|key| key.kind == KeyKind::Draft) {
            add(Folder::Older, &key, raw);
        }
    }
    for draft in unsaved_drafts::held() {
        let text = canonical(&draft);
        all.push((ArchivePart { folder: Folder::Drafts, id: draft.id, text: Fingerprint::of(&text) }, text));
    }
    Ok(all)
}

/// Puts everything that is here into one file and hands it to the browser.
pub async fn hand_over(text: &'static Text) -> Result<HandedOver, NotMade> {
    let day = clock::today().ok_or(NotMade::Failed)?;
    let mut archive = ArchiveWriter::new(day);
    let mut handing = Handing::default();
    let mut inventory = Inventory::default();
    for (part, raw) in parts().await? {
        let draft = history::read(&raw).await;
        // A draft of which each place holds another copy is one draft.
        let again = inventory.parts.iter().any(|known| known.folder == part.folder && known.id == part.id);
        match (part.folder, &draft) {
            (Folder::Drafts, Some(_)) if again => {}
            (Folder::Drafts, Some(draft)) => inventory.names.push(name_of(text, draft)),
            (Folder::Drafts, None) => inventory.broken += 1,
            (Folder::Bin, _) => inventory.binned += 1,
            (Folder::Aside | Folder::Older | Folder::Reviews, _) => inventory.others += 1,
        }
        let folder = text.leaving.folder(part.folder, draft.is_some());
        if let Some(draft) = draft {
            archive.begin(folder, &draft_file(text, &draft)).map_err(|_| NotMade::Failed)?;
            write_draft(&draft, &mut archive, &mut handing, &mut inventory).await?;
        } else {
            archive.begin(folder, &format!("{}.txt", part.id)).map_err(|_| NotMade::Failed)?;
            archive.add(decode(&raw).1).map_err(|_| NotMade::Failed)?;
        }
        handing.add(&archive.take());
        inventory.parts.push(part);
    }
    let now = clock::now().ok_or(NotMade::Failed)?;
    for (copy, raw) in reviews::copies(&now).await.map_err(|_| NotMade::Silent)? {
        let ending = if copy.head.is_some() { "json" } else { "txt" };
        let whose = copy.head.as_ref().map_or(String::new(), |head| review_name(text, &head.basics));
        let name = file_name(&[&whose, text.leaving.what_review], ending);
        archive.begin(text.leaving.folder(Folder::Reviews, copy.head.is_some()), &name).map_err(|_| NotMade::Failed)?;
        archive.add(&raw).map_err(|_| NotMade::Failed)?;
        handing.add(&archive.take());
        inventory.reviews.push(copy);
    }
    handing.add(&archive.end().map_err(|_| NotMade::Failed)?);
    let name = archive_name(text, &clock::local_now());
    let sum = handing.hand_over(&name, "application/zip").ok_or(NotMade::Failed)?;
    Ok(HandedOver { name, sum, inventory })
}

/// Writes one draft with its photos, one after the other.
async fn write_draft(
    draft: &Draft,
    archive: &mut ArchiveWriter,
    handing: &mut Handing,
    inventory: &mut Inventory,
) -> Result<(), NotMade> {
    let mut packing = Packing::begin(canonical(draft), 0);
    for digest in &draft.photo_digests() {
        match photos::read(digest).await {
            Ok(bytes) => {
                inventory.photos += 1;
                packing.add(digest, &bytes);
                archive.add(&packing.take()).map_err(|_| NotMade::Failed)?;
                handing.add(&archive.take());
            }
            Err(trouble) => {
                inventory.without += 1;
                inventory.photos_silent |= trouble == PhotoTrouble::Blocked;
            }
        }
    }
    archive.add(&packing.end()).map_err(|_| NotMade::Failed)
}

/// How clearing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cleared {
    /// Nothing of any draft is here any more.
    All,
    /// The texts are gone; the photos could not be reached. The person is told to clear once more.
    ButPhotos,
    /// Something here is not in the file: it was changed, or came since. Nothing was cleared.
    Changed,
    /// A part of the browser's storage could not be reached. What could be reached is cleared.
    Partly,
}

/// Clears what is in the file that was handed over, with everything that belongs to it. Nothing is cleared where
/// anything else stands here by then.
pub async fn clear(handed: &HandedOver) -> Cleared {
    let parts = &handed.inventory.parts;
    let known: Vec<Known> = parts.iter().map(|part| (part.id.to_string(), part.text)).collect();
    if unsaved_drafts::held().iter().any(|draft| !is_known(&known, draft.id.as_str(), &canonical(draft))) {
        return Cleared::Changed;
    }
    if !matches!(reviews::are_as_copied(&handed.inventory.reviews).await, Ok(true)) {
        return Cleared::Changed;
    }
    // From here on no window writes these drafts into local storage any more.
    let ids = ids_in_local(&known);
    let Some(ids) = ids else { return Cleared::Changed };
    mark_in_local(&ids);
    let mut whole = true;
    for format in 1..=FORMAT {
        let others = ids.iter().filter(|(of, _)| *of == format).map(|(_, id)| id.clone()).collect();
        match journal::clear(format, known.clone(), others).await {
            // Another window wrote into the journal meanwhile.
            Ok(false) => {
                for (of, id) in &ids {
                    local::remove(&key::gone_in(*of, id));
                }
                return Cleared::Changed;
            }
            // Where the browser gives no journal there is none to be cleared.
            Ok(true) | Err(Failure::Blocked) => {}
            Err(_) => whole = false,
        }
    }
    take_from_local(|key| key.format <= FORMAT);
    // There may have been no room for them before.
    whole &= mark_in_local(&ids);
    let drafts: Vec<DraftId> = parts.iter().map(|part| part.id.clone()).collect();
    drop(drafts.iter().filter_map(unsaved_drafts::take).collect::<Vec<_>>());
    for id in &drafts {
        tell_windows(id);
    }
    history::forget_last();
    whole &= reviews::clear(&handed.inventory.reviews).await.is_ok();
    standards::clear().await;
    match (whole, photos::clear_all().await) {
        (false, _) => Cleared::Partly,
        (true, Err(_)) => Cleared::ButPhotos,
        (true, Ok(())) => Cleared::All,
    }
}

fn is_known(known: &[Known], id: &str, text: &str) -> bool {
    let print = Fingerprint::of(decode(text).1);
    known.iter().any(|(of, one)| of == id && *one == print)
}

/// The drafts that local storage holds anything of, with their formats; nothing if one of their texts is not known.
fn ids_in_local(known: &[Known]) -> Option<Vec<(u32, String)>> {
    let mut ids = Vec::new();
    for key in local::keys() {
        let Some(parsed) = key::parse(&key).filter(|key| key.format <= FORMAT && key.kind.is_of_a_draft()) else {
            continue;
        };
        if parsed.kind.holds_what_is_only_here()
            && let Ok(Some(text)) = local::read(&key)
            && !is_known(known, parsed.name, &text)
        {
            return None;
        }
        ids.push((parsed.format, parsed.name.to_owned()));
    }
    ids.extend(known.iter().map(|(id, _)| (FORMAT, id.clone())));
    sort_once(&mut ids);
    Some(ids)
}

/// Leaves the marks, which name no draft. Whether all of them stand.
fn mark_in_local(ids: &[(u32, String)]) -> bool {
    let mark = |(format, id): &(u32, String)| local::write(&key::gone_in(*format, id), &Tombstone::Cleared.write());
    // Where there is no local storage nothing can be written back into it.
    !local::is_there() || ids.iter().map(mark).fold(true, |all, one| all & one.is_ok())
}

fn take_from_local(which: impl Fn(&key::Key<'_>) -> bool) {
    for key in local::keys() {
        if key::parse(&key).is_some_and(|key| key.kind.is_of_a_draft() && which(&key)) {
            local::remove(&key);
        }
    }
}

/// Takes away what stands here of a draft that was cleared: a place could not be reached then, or went back to what
/// it held before.
pub(super) async fn finish(id: &DraftId) {
    take_from_local(|key| key.format == FORMAT && key.name == id.as_str());
    for key in journal::keys().await.unwrap_or_default() {
        if key::parse(&key).is_some_and(|parsed| parsed.kind.is_of_a_draft() && parsed.name == id.as_str()) {
            let _ = journal::remove(&key).await;
        }
    }
}
