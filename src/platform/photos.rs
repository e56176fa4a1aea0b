//! Where the bytes of photos are kept: in `IndexedDB`, under their digest, so that the same picture is there once; in
//! memory where that fails, which the header says. A draft refers to them and is never told where they are.

use crate::model::draft::Draft;
use crate::model::photos::bundle::{Packing, PhotoBundle};
use crate::model::photos::photo::{Media, Photo, PhotoDigest};
use crate::model::record::Record;
use crate::persistence::backend::Failure;
use crate::persistence::key;
use crate::platform::database::{begin, end, existing, in_time, why};
use crate::platform::fault;
use crate::platform::fault::Held;
use crate::platform::{clock, unsaved_drafts};
use idb::{Query, TransactionMode};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

/// The bytes by digest. Some engines take no blobs, so they are plain.
pub(super) const BYTES: &str = "bytes";
/// When each was put there last, in minutes since 1970: to be listed without the bytes.
pub(super) const SINCE: &str = "since";
/// Both.
pub(super) const STORES: [&str; 2] = [BYTES, SINCE];

/// Why a photo cannot be shown. Nothing else is affected by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhotoTrouble {
    /// It is not here.
    Missing,
    /// What stands there is not the photo any more.
    Spoilt,
    /// The browser gives no answer.
    Blocked,
}

/// How long until it is tried again to store what is in memory alone.
const RETRY: Duration = Duration::from_secs(15);

thread_local! {
    /// Photos that could not be stored: they go with the window.
    static HELD: RefCell<Vec<(PhotoDigest, Uint8Array)>> = const { RefCell::new(Vec::new()) };
    /// Why the last one could not.
    static UNSAVED: Cell<Option<Failure>> = const { Cell::new(None) };
    /// Whether the computer was cleared: nothing of before is stored any more.
    static HALTED: Cell<bool> = const { Cell::new(false) };
    /// Whether it will be tried again.
    static RETRIES: Cell<bool> = const { Cell::new(false) };
    /// Counts up when that changes.
    static CHANGES: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Why there are photos in memory alone; nothing while there are none. Follows as a signal.
pub fn unsaved() -> Option<Failure> {
    CHANGES.with(Track::track);
    UNSAVED.get()
}

/// Whether photos would be lost if the window went away now.
pub fn must_warn() -> bool {
    HELD.with_borrow(|held| !held.is_empty())
}

/// The computer was cleared by another window: what this one holds in memory is not written back.
pub fn halt() {
    HALTED.set(true);
    HELD.with_borrow_mut(Vec::clear);
    changed(None);
}

/// A draft is opened after that.
pub fn go_on() {
    HALTED.set(false);
}

/// Keeps a photo's bytes. When this ends, they are stored or the header says that they are not.
pub async fn put(digest: &PhotoDigest, bytes: &[u8]) {
    if HALTED.get() {
        return;
    }
    HELD.with_borrow_mut(|held| held.push((digest.clone(), Uint8Array::from(bytes))));
    store_held().await;
}

/// Stores what is in memory alone, one after the other, until one cannot be stored.
async fn store_held() {
    let mut failed = None;
    for (digest, bytes) in HELD.with_borrow(Clone::clone) {
        if HALTED.get() {
            return;
        }
        match store(&digest, &bytes).await {
            Ok(()) => HELD.with_borrow_mut(|held| held.retain(|(known, _)| *known != digest)),
            Err(failure) => {
                failed = Some(failure);
                break;
            }
        }
    }
    changed(failed);
    // What is full is made room in, and what is silent answers again: it is tried for as long as the window is open.
    if failed.is_some() && !RETRIES.replace(true) {
        clock::later(
            || {
                RETRIES.set(false);
                spawn_local(store_held());
            },
            RETRY,
        );
    }
}

/// Tells whoever follows, and the fault page, whether there are photos in memory alone.
fn changed(failed: Option<Failure>) {
    fault::note_held(Held::Photos, must_warn());
    if UNSAVED.replace(failed) != failed {
        CHANGES.with(|changes| changes.update(|times| *times = times.wrapping_add(1)));
    }
}

async fn store(digest: &PhotoDigest, bytes: &Uint8Array) -> Result<(), Failure> {
    let (under, bytes) = (JsValue::from_str(digest.as_str()), bytes.clone());
    in_time(key::photos(key::FORMAT), async move {
        let whole = begin(&key::photos(key::FORMAT), &STORES, TransactionMode::ReadWrite).await?;
        for (store, value) in [(BYTES, bytes.as_ref()), (SINCE, &minutes_now())] {
            let store = whole.object_store(store).map_err(why)?;
            store.put(value, Some(&under)).map_err(why)?.await.map_err(why)?;
        }
        end(whole).await
    })
    .await
}

/// Now, as the ages are stored.
pub(super) fn minutes_now() -> JsValue {
    JsValue::from_f64(f64::from(u32::try_from(clock::minutes()).unwrap_or(u32::MAX)))
}

/// Whether any photo is stored here, in whatever format. Where it cannot be seen there may be one.
pub async fn are_any_here() -> bool {
    let mut any = must_warn();
    for format in 1..=key::FORMAT {
        let name = key::photos(format);
        let found = in_time(name.clone(), async move {
            let Some(database) = existing(&name, BYTES).await? else { return Ok(false) };
            let whole = database.transaction(&[BYTES], TransactionMode::ReadOnly).map_err(why)?;
            let many = whole.object_store(BYTES).map_err(why)?.count(None).map_err(why)?.await.map_err(why);
            database.close();
            Ok(many? > 0)
        });
        any |= found.await.unwrap_or(false);
    }
    any
}

/// Takes every photo from this computer, of every format.
pub async fn clear_all() -> Result<(), Failure> {
    HELD.with_borrow_mut(Vec::clear);
    changed(None);
    for format in 1..=key::FORMAT {
        let name = key::photos(format);
        let cleared = in_time(name.clone(), async move {
            let Some(database) = existing(&name, BYTES).await? else { return Ok(()) };
            let whole = database.transaction(&STORES, TransactionMode::ReadWrite).map_err(why)?;
            for store in STORES {
                whole.object_store(store).map_err(why)?.clear().map_err(why)?.await.map_err(why)?;
            }
            let ended = end(whole).await;
            database.close();
            ended
        });
        match cleared.await {
            // Where the browser gives no storage there is none to be cleared.
            Ok(()) | Err(Failure::Blocked) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

/// The bytes of a photo, held against its digest.
pub async fn read(digest: &PhotoDigest) -> Result<Vec<u8>, PhotoTrouble> {
    let held = HELD.with_borrow(|held| held.iter().find(|(known, _)| known == digest).map(|(_, bytes)| bytes.to_vec()));
    let bytes = match held {
        Some(bytes) => bytes,
        None => stored(key::FORMAT, digest).await.map_err(|_| PhotoTrouble::Blocked)?.ok_or(PhotoTrouble::Missing)?,
    };
    if PhotoDigest::of(&bytes) == *digest { Ok(bytes) } else { Err(PhotoTrouble::Spoilt) }
}

async fn stored(format: u32, digest: &PhotoDigest) -> Result<Option<Vec<u8>>, Failure> {
    let (name, under) = (key::photos(format), JsValue::from_str(digest.as_str()));
    let found = in_time(name.clone(), async move {
        let whole = begin(&name, &STORES, TransactionMode::ReadOnly).await?;
        let store = whole.object_store(BYTES).map_err(why)?;
        store.get(Query::from(under)).map_err(why)?.await.map_err(why)
    });
    // What is something else is as spoilt as what has other bytes.
    Ok(found.await?.map(|found| found.dyn_into::<Uint8Array>().map_or_else(|_| Vec::new(), |bytes| bytes.to_vec())))
}

/// Copies the photos of a draft from an older format's store, where nothing is written.
pub async fn bring(draft: &Draft, from: u32) {
    for digest in draft.photo_digests() {
        if read(&digest).await.is_err()
            && let Ok(Some(bytes)) = stored(from, &digest).await
        {
            put(&digest, &bytes).await;
        }
    }
}

/// The text of a file with its photos.
pub struct Packed {
    /// The whole of it.
    pub text: String,
    /// How many photos are in it.
    pub many: usize,
    /// How many could not be read, and so are not.
    pub without: usize,
    /// Whether that may be otherwise later: the browser gave no answer.
    pub blocked: bool,
}

/// Puts these photos, which the record says the size of, into the text of a draft or a submission.
pub async fn pack(written: String, digests: Vec<PhotoDigest>, record: &Record) -> Packed {
    let size = record.photos().map(|(_, _, photo)| usize::try_from(photo.bytes).unwrap_or(0)).sum();
    let mut packing = Packing::begin(written, size);
    let (mut without, mut blocked) = (0, false);
    for digest in &digests {
        match read(digest).await {
            Ok(bytes) => packing.add(digest, &bytes),
            Err(trouble) => {
                without += 1;
                blocked |= trouble == PhotoTrouble::Blocked;
            }
        }
    }
    Packed { text: packing.end(), many: digests.len() - without, without, blocked }
}

/// Keeps those photos of a file that a draft refers to.
pub async fn keep(carried: &PhotoBundle, draft: &Draft) {
    let digests = draft.photo_digests();
    for (digest, bytes) in carried.photos.iter().filter(|(digest, _)| digests.contains(digest)) {
        put(digest, bytes).await;
    }
}

/// The address of a photo's bytes within this page, for as long as what is returned is kept.
pub fn address(photo: &Photo, bytes: &[u8]) -> Option<gloo_file::ObjectUrl> {
    address_as(photo.media, bytes)
}

/// The same of bytes alone.
pub fn address_as(media: Media, bytes: &[u8]) -> Option<gloo_file::ObjectUrl> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media.mime());
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Some(gloo_file::ObjectUrl::from(gloo_file::Blob::from(blob)))
}

/// Whether a draft that is in memory alone refers to a photo.
pub(super) fn is_in_memory(digest: &PhotoDigest) -> bool {
    unsaved_drafts::held().iter().any(|draft| draft.photo_digests().contains(digest))
}
