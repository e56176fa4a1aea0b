//! The journal: texts under keys in `IndexedDB`. It ends later than local storage and then survives the end of
//! the whole browser. Its database carries the format's number, so that a newer copy of the program makes
//! its own beside it.

use super::database::{self, end, why};
use super::standing::standing;
use crate::keep::key;
use crate::keep::place::Failure;
use crate::keep::stamp::{Stamp, Stands, allows};
use idb::{Factory, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

/// The text under a key, exactly as it stands there; nothing if there is none.
pub async fn read(key: &str) -> Result<Option<String>, Failure> {
    let (_, store) = begin(TransactionMode::ReadOnly).await?;
    Ok(get(&store, key).await?.map(String::from))
}

/// Puts text under a key.
pub async fn write(key: &str, text: &str) -> Result<(), Failure> {
    keep(key, &JsString::from(text)).await
}

/// Puts a text of the browser's under a key.
pub async fn keep(key: &str, text: &JsString) -> Result<(), Failure> {
    let (whole, store) = begin(TransactionMode::ReadWrite).await?;
    put(&store, key, text).await?;
    end(whole).await
}

/// Puts a draft's text under its key, if what stands there may be replaced; otherwise says what stands there.
/// Looking and writing are one transaction, so no other window comes between.
pub async fn replace(key: &str, text: &JsString, stamp: Stamp, known: Stands) -> Result<Result<(), Stands>, Failure> {
    let (whole, store) = begin(TransactionMode::ReadWrite).await?;
    let found = standing(get(&store, key).await?.as_ref());
    if !allows(found, known, stamp) {
        return Ok(Err(found));
    }
    put(&store, key, text).await?;
    end(whole).await?;
    Ok(Ok(()))
}

/// Takes a key away.
pub async fn remove(key: &str) -> Result<(), Failure> {
    let (whole, store) = begin(TransactionMode::ReadWrite).await?;
    store.delete(Query::from(JsValue::from_str(key))).map_err(why)?.await.map_err(why)?;
    end(whole).await
}

/// Every key there is.
pub async fn keys() -> Result<Vec<String>, Failure> {
    let (_, store) = begin(TransactionMode::ReadOnly).await?;
    let keys = store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?;
    Ok(keys.iter().filter_map(JsValue::as_string).collect())
}

/// Every text in the journal of an older format, with its key. Nothing is written there.
pub async fn everything(format: u32) -> Result<Vec<(String, String)>, Failure> {
    let (factory, name) = (Factory::new().map_err(|_| Failure::Blocked)?, key::database(format));
    let database = factory.open(&name, None).map_err(|_| Failure::Blocked)?.await.map_err(|_| Failure::Blocked)?;
    if !database.store_names().iter().any(|store| store == key::TEXTS) {
        // There was none, and looking has made an empty one.
        database.close();
        if let Ok(removed) = factory.delete(&name) {
            let _ = removed.await;
        }
        return Ok(Vec::new());
    }
    let whole = database.transaction(&[key::TEXTS], TransactionMode::ReadOnly).map_err(why)?;
    let store = whole.object_store(key::TEXTS).map_err(why)?;
    let keys = store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?;
    let texts = store.get_all(None, None).map_err(why)?.await.map_err(why)?;
    database.close();
    Ok(keys.iter().zip(&texts).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

async fn get(store: &ObjectStore, key: &str) -> Result<Option<JsString>, Failure> {
    let found = store.get(Query::from(JsValue::from_str(key))).map_err(why)?.await.map_err(why)?;
    Ok(found.and_then(|found| found.dyn_into().ok()))
}

async fn put(store: &ObjectStore, key: &str, text: &JsString) -> Result<(), Failure> {
    let request = store.put(text, Some(&JsValue::from_str(key))).map_err(why)?;
    request.await.map_err(why).map(drop)
}

async fn begin(mode: TransactionMode) -> Result<(Transaction, ObjectStore), Failure> {
    let whole = database::begin(&key::database(key::FORMAT), &[key::TEXTS], mode).await?;
    let store = whole.object_store(key::TEXTS).map_err(why)?;
    Ok((whole, store))
}
