//! Takes away photos that nothing refers to any more. Careful on purpose: only at the start, only while no other
//! window is open, only what was put there more than a day ago, and only when every text could be read.

use super::database::{begin, end, why};
use super::photos::{SINCE, STORES, is_in_memory};
use super::windows::locks;
use super::{clock, journal, local};
use crate::keep::key;
use crate::keep::place::Failure;
use crate::model::photo::PhotoDigest;
use idb::{Query, TransactionMode};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// How long a photo stays that nothing refers to, in minutes: a day.
const KEPT: u64 = 24 * 60;

/// Sweeps if no other window is open, and holds the lock that says that this one is. Where there are no locks
/// nothing is ever swept.
pub async fn start() {
    let alone = Closure::once_into_js(|lock: JsValue| -> JsValue {
        if lock.is_null() {
            return JsValue::UNDEFINED;
        }
        future_to_promise(async {
            // What cannot be swept now is swept another time.
            let _ = sweep().await;
            Ok(JsValue::UNDEFINED)
        })
        .into()
    });
    let Some(asked) = ask(&[("ifAvailable", JsValue::TRUE)], &alone) else { return };
    // A page that may keep nothing may not lock anything either.
    if JsFuture::from(asked).await.is_err() {
        return;
    }
    // Held until the window is closed.
    let held = Closure::once_into_js(|| Promise::new(&mut |_, _| ()));
    if let Some(held) = ask(&[("mode", "shared".into())], &held) {
        let _ = JsFuture::from(held).await;
    }
}

fn ask(options: &[(&str, JsValue)], hold: &JsValue) -> Option<Promise> {
    let (locks, request) = locks()?;
    let with = Object::new();
    for (name, value) in options {
        Reflect::set(&with, &JsValue::from_str(name), value).ok()?;
    }
    let asked = request.call3(&locks, &key::photos(key::FORMAT).into(), &with, hold).ok()?;
    wasm_bindgen::JsCast::dyn_into(asked).ok()
}

async fn sweep() -> Result<(), Failure> {
    let now = clock::minutes();
    let old: Vec<PhotoDigest> =
        since().await?.into_iter().filter(|(_, at)| at.saturating_add(KEPT) < now).map(|(digest, _)| digest).collect();
    remove(old).await
}

/// What this draft's texts referred to and nothing refers to any more, now that they are gone, goes as well: on a
/// shared computer nobody leaves their photos to the next person.
pub async fn forget(digests: Vec<PhotoDigest>) {
    // Where a text cannot be read nothing is taken away.
    let _ = remove(digests).await;
}

/// Removes those of these that nothing refers to.
async fn remove(mut digests: Vec<PhotoDigest>) -> Result<(), Failure> {
    if digests.is_empty() {
        return Ok(());
    }
    for key in journal::keys().await? {
        for digest in journal::read(&key).await?.iter().flat_map(|text| named(text)) {
            digests.retain(|known| *known != digest);
        }
    }
    for key in local::keys() {
        for digest in local::read(&key)?.iter().flat_map(|text| named(text)) {
            digests.retain(|known| *known != digest);
        }
    }
    digests.retain(|digest| !is_in_memory(digest));
    let whole = begin(&key::photos(key::FORMAT), &STORES, TransactionMode::ReadWrite).await?;
    for digest in &digests {
        for store in STORES {
            let store = whole.object_store(store).map_err(why)?;
            store.delete(Query::from(JsValue::from_str(digest.as_str()))).map_err(why)?.await.map_err(why)?;
        }
    }
    end(whole).await
}

/// Every digest that stands in a text, also in one that cannot be read.
pub fn named(text: &str) -> impl Iterator<Item = PhotoDigest> {
    text.split('"').filter(|part| part.len() == 64).filter_map(|part| PhotoDigest::try_from(part.to_owned()).ok())
}

/// Which photos are stored, and when each was put there last.
async fn since() -> Result<Vec<(PhotoDigest, u64)>, Failure> {
    let whole = begin(&key::photos(key::FORMAT), &STORES, TransactionMode::ReadOnly).await?;
    let store = whole.object_store(SINCE).map_err(why)?;
    let keys = store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?;
    let ages = store.get_all(None, None).map_err(why)?.await.map_err(why)?;
    let pair = |(key, age): (&JsValue, &JsValue)| {
        let digest = PhotoDigest::try_from(key.as_string()?).ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes are far below 2^53")]
        let age = age.as_f64()? as u64;
        Some((digest, age))
    };
    Ok(keys.iter().zip(&ages).filter_map(pair).collect())
}
