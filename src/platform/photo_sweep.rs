//! Takes away photos that nothing refers to any more. Careful on purpose: only at the start, only while no other
//! window is open, only what was put there more than a day ago, and only when every text could be read. When it is
//! time to look is decided in `crate::persistence::photo_sweep`.

use crate::model::photos::photo::PhotoDigest;
use crate::persistence::backend::Failure;
use crate::persistence::key;
use crate::persistence::photo_sweep::{is_due, is_old};
use crate::platform::database::{begin, end, in_time, why};
use crate::platform::photos::{BYTES, SINCE, STORES, is_in_memory, minutes_now};
use crate::platform::review::store;
use crate::platform::windows::locks;
use crate::platform::{clock, journal, local, standards};
use idb::{Query, TransactionMode};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Beside the ages: when it was looked last. No digest is like it.
const LOOKED: &str = "looked";

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
            let _ = standards::sweep().await;
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
    let (ages, last) = ages().await?;
    if !is_due(&ages.iter().map(|(_, put)| *put).collect::<Vec<_>>(), last, now) {
        return Ok(());
    }
    let mut unnamed: Vec<PhotoDigest> =
        ages.into_iter().filter(|(_, put)| is_old(*put, now)).map(|(digest, _)| digest).collect();
    // Where a text cannot be read nothing is taken away.
    for key in journal::keys().await? {
        for digest in journal::read(&key).await?.iter().flat_map(|text| named(text)) {
            unnamed.retain(|known| *known != digest);
        }
    }
    for key in local::keys() {
        for digest in local::read(&key)?.iter().flat_map(|text| named(text)) {
            unnamed.retain(|known| *known != digest);
        }
    }
    let look = |text: &str| named(text).for_each(|digest| unnamed.retain(|known| *known != digest));
    store::texts_that_may_name_photos(look).await?;
    unnamed.retain(|digest| !is_in_memory(digest));
    in_time(key::photos(key::FORMAT), take_away(unnamed, now)).await
}

/// Takes away those that are still old: another window may have put one there again while the texts were read.
async fn take_away(digests: Vec<PhotoDigest>, now: u64) -> Result<(), Failure> {
    let whole = begin(&key::photos(key::FORMAT), &STORES, TransactionMode::ReadWrite).await?;
    let ages = whole.object_store(SINCE).map_err(why)?;
    let bytes = whole.object_store(BYTES).map_err(why)?;
    for digest in &digests {
        let under = || Query::from(JsValue::from_str(digest.as_str()));
        let put = ages.get(under()).map_err(why)?.await.map_err(why)?;
        if put.is_none_or(|put| minutes(&put).is_some_and(|put| is_old(put, now))) {
            ages.delete(under()).map_err(why)?.await.map_err(why)?;
            bytes.delete(under()).map_err(why)?.await.map_err(why)?;
        }
    }
    ages.put(&minutes_now(), Some(&JsValue::from_str(LOOKED))).map_err(why)?.await.map_err(why)?;
    end(whole).await
}

/// Every digest that stands in a text, also in one that cannot be read.
pub fn named(text: &str) -> impl Iterator<Item = PhotoDigest> {
    text.split('"').filter(|part| part.len() == 64).filter_map(|part| PhotoDigest::try_from(part.to_owned()).ok())
}

/// Which photos are stored and when each was put there last, and when it was looked last.
async fn ages() -> Result<(Vec<(PhotoDigest, u64)>, Option<u64>), Failure> {
    in_time(key::photos(key::FORMAT), async {
        let whole = begin(&key::photos(key::FORMAT), &STORES, TransactionMode::ReadOnly).await?;
        let store = whole.object_store(SINCE).map_err(why)?;
        let keys = store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?;
        let values = store.get_all(None, None).map_err(why)?.await.map_err(why)?;
        let mut last = None;
        let mut ages = Vec::new();
        for (key, value) in keys.iter().zip(&values) {
            let (Some(key), Some(put)) = (key.as_string(), minutes(value)) else { continue };
            if key == LOOKED {
                last = Some(put);
            } else if let Ok(digest) = PhotoDigest::try_from(key) {
                ages.push((digest, put));
            }
        }
        Ok((ages, last))
    })
    .await
}

fn minutes(stored: &JsValue) -> Option<u64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes are far below 2^53")]
    stored.as_f64().map(|minutes| minutes as u64)
}
