//! The journal: texts under keys in `IndexedDB`. It ends later than local storage and then survives the end of
//! the whole browser. Its database carries the format's number, so that a newer copy of the program makes
//! its own beside it.
//!
//! Whoever asks is answered in time or told that there was no answer; only an open draft, whose machine has times of
//! its own, waits as long as it takes (`look`, `replace`).

use super::database::{self, end, in_time, why};
use super::standing::{raw_of, standing};
use crate::keep::gone::Gone;
use crate::keep::key;
use crate::keep::place::Failure;
use crate::keep::stamp::{Stamp, Stands, allows};
use crate::model::id::DraftId;
use idb::{Factory, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::JsString;
use std::future::Future;
use wasm_bindgen::JsValue;

/// The text under a key, exactly as it stands there; nothing if there is none.
pub async fn read(key: &str) -> Result<Option<String>, Failure> {
    let key = key.to_owned();
    timed(async move {
        let (_, store) = begin(TransactionMode::ReadOnly).await?;
        Ok(get(&store, &key).await?.map(String::from))
    })
    .await
}

/// What stands under a draft's key, and the mark beside it.
pub async fn look(id: &DraftId) -> Result<(Option<String>, Option<Gone>), Failure> {
    let (_, store) = begin(TransactionMode::ReadOnly).await?;
    let raw = get(&store, &key::draft(id)).await?.map(String::from);
    Ok((raw, mark(&store, &key::gone(id)).await?))
}

/// The same, in time.
pub async fn look_in_time(id: &DraftId) -> Result<(Option<String>, Option<Gone>), Failure> {
    let id = id.clone();
    timed(async move { look(&id).await }).await
}

/// Puts text under a key. What belongs to a draft that was cleared is not put anywhere.
pub async fn write(key: &str, text: &str) -> Result<(), Failure> {
    keep(key, &JsString::from(text)).await
}

/// Puts a text of the browser's under a key, in the same way.
pub async fn keep(key: &str, text: &JsString) -> Result<(), Failure> {
    let (key, text) = (key.to_owned(), text.clone());
    timed(async move {
        let (whole, store) = begin(TransactionMode::ReadWrite).await?;
        if let Some(gone) = key::gone_of(&key)
            && mark(&store, &gone).await? == Some(Gone::Cleared)
        {
            return Err(Failure::Cleared);
        }
        put(&store, &key, &text).await?;
        end(whole).await
    })
    .await
}

/// Puts a draft's text under its key or that of a copy, if what stands there may be replaced; otherwise says what
/// stands there. Looking and writing are one transaction, so no other window comes between.
pub async fn replace(
    key: &str,
    gone: &str,
    text: &JsString,
    stamp: Stamp,
    known: Stands,
) -> Result<Result<(), Stands>, Failure> {
    let (whole, store) = begin(TransactionMode::ReadWrite).await?;
    let gone = mark(&store, gone).await?;
    let found = standing(key, get(&store, key).await?.as_ref(), gone);
    if !allows(found, known, stamp) {
        return Ok(Err(found));
    }
    put(&store, key, text).await?;
    end(whole).await?;
    Ok(Ok(()))
}

/// Takes a key away.
pub async fn remove(key: &str) -> Result<(), Failure> {
    let key = key.to_owned();
    timed(async move {
        let (whole, store) = begin(TransactionMode::ReadWrite).await?;
        delete(&store, &key).await?;
        end(whole).await
    })
    .await
}

/// Takes keys away and puts texts under others, all of it or nothing; but only if under `of` still stands what was
/// read there. Whether it did.
pub async fn exchange(
    of: String,
    read: Option<String>,
    away: Vec<String>,
    texts: Vec<(String, String)>,
) -> Result<bool, Failure> {
    timed(async move {
        let (whole, store) = begin(TransactionMode::ReadWrite).await?;
        if get(&store, &of).await?.map(String::from) != read {
            return Ok(false);
        }
        for (key, text) in &texts {
            put(&store, key, &JsString::from(text.as_str())).await?;
        }
        for key in &away {
            delete(&store, key).await?;
        }
        end(whole).await?;
        Ok(true)
    })
    .await
}

/// Every key there is.
pub async fn keys() -> Result<Vec<String>, Failure> {
    timed(async move {
        let (_, store) = begin(TransactionMode::ReadOnly).await?;
        let keys = store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?;
        Ok(keys.iter().filter_map(JsValue::as_string).collect())
    })
    .await
}

/// Whether it gave no answer in time and has not since.
pub fn is_silent() -> bool {
    database::is_silent(&key::database(key::FORMAT))
}

/// Waits until it answers, if it did not in time.
pub async fn until_it_answers() {
    database::until_it_answers(&key::database(key::FORMAT)).await;
}

/// Every text in the journal of an older format, with its key. Nothing is written there.
pub async fn everything(format: u32) -> Result<Vec<(String, String)>, Failure> {
    let name = key::database(format);
    in_time(name.clone(), async move {
        let Some(database) = older(&name).await? else { return Ok(Vec::new()) };
        let whole = database.transaction(&[key::TEXTS], TransactionMode::ReadOnly).map_err(why)?;
        let store = whole.object_store(key::TEXTS).map_err(why)?;
        let keys = store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?;
        let texts = store.get_all(None, None).map_err(why)?.await.map_err(why)?;
        database.close();
        Ok(keys.iter().zip(&texts).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
    })
    .await
}

/// Takes keys away from the journal of a format and leaves marks there, all of it or nothing. The one time that an
/// older format's is written: a person clears the computer.
pub async fn clear(format: u32, away: Vec<String>, marks: Vec<String>) -> Result<(), Failure> {
    let name = key::database(format);
    in_time(name.clone(), async move {
        let older = if format == key::FORMAT { None } else { older(&name).await? };
        let whole = match &older {
            Some(database) => database.transaction(&[key::TEXTS], TransactionMode::ReadWrite).map_err(why)?,
            None if format == key::FORMAT => database::begin(&name, &[key::TEXTS], TransactionMode::ReadWrite).await?,
            None => return Ok(()),
        };
        let store = whole.object_store(key::TEXTS).map_err(why)?;
        let cleared = JsString::from(Gone::Cleared.write());
        for mark in &marks {
            put(&store, mark, &cleared).await?;
        }
        for key in &away {
            delete(&store, key).await?;
        }
        let ended = end(whole).await;
        if let Some(database) = older {
            database.close();
        }
        ended
    })
    .await
}

/// The journal of an older format; nothing if there is none.
async fn older(name: &str) -> Result<Option<idb::Database>, Failure> {
    let factory = Factory::new().map_err(|_| Failure::Blocked)?;
    let database = factory.open(name, None).map_err(|_| Failure::Blocked)?.await.map_err(|_| Failure::Blocked)?;
    if database.store_names().iter().any(|store| store == key::TEXTS) {
        return Ok(Some(database));
    }
    // There was none, and looking has made an empty one.
    database.close();
    if let Ok(removed) = factory.delete(name) {
        let _ = removed.await;
    }
    Ok(None)
}

async fn mark(store: &ObjectStore, key: &str) -> Result<Option<Gone>, Failure> {
    Ok(get(store, key).await?.and_then(|text| Gone::read(&String::from(text))))
}

async fn get(store: &ObjectStore, key: &str) -> Result<Option<JsString>, Failure> {
    let found = store.get(Query::from(JsValue::from_str(key))).map_err(why)?.await.map_err(why)?;
    Ok(raw_of(found))
}

async fn put(store: &ObjectStore, key: &str, text: &JsString) -> Result<(), Failure> {
    let request = store.put(text, Some(&JsValue::from_str(key))).map_err(why)?;
    request.await.map_err(why).map(drop)
}

async fn delete(store: &ObjectStore, key: &str) -> Result<(), Failure> {
    store.delete(Query::from(JsValue::from_str(key))).map_err(why)?.await.map_err(why)
}

async fn begin(mode: TransactionMode) -> Result<(Transaction, ObjectStore), Failure> {
    let whole = database::begin(&key::database(key::FORMAT), &[key::TEXTS], mode).await?;
    let store = whole.object_store(key::TEXTS).map_err(why)?;
    Ok((whole, store))
}

async fn timed<T: 'static>(work: impl Future<Output = Result<T, Failure>> + 'static) -> Result<T, Failure> {
    in_time(key::database(key::FORMAT), work).await
}
