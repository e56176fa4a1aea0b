//! The journal: texts under keys in `IndexedDB`. It ends later than local storage and then survives the end of
//! the whole browser. Its database carries the format's number, so that a newer copy of the program makes
//! its own beside it.

use super::local::failure;
use crate::keep::key;
use crate::keep::place::Failure;
use crate::keep::stamp::{Stamp, Stands, allows, stands};
use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Query, Transaction, TransactionMode,
};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

thread_local! {
    /// The connection that is open. It is made anew when the browser has ended it.
    static OPEN: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

/// The text under a key, exactly as it stands there; nothing if there is none.
pub async fn read(key: &str) -> Result<Option<String>, Failure> {
    let (_, store) = begin(TransactionMode::ReadOnly).await?;
    get(&store, key).await
}

/// Puts text under a key.
pub async fn write(key: &str, text: &str) -> Result<(), Failure> {
    let (whole, store) = begin(TransactionMode::ReadWrite).await?;
    put(&store, key, text).await?;
    end(whole).await
}

/// Puts a draft's text under its key, if what stands there may be replaced; otherwise says what stands there.
/// Looking and writing are one transaction, so no other window comes between.
pub async fn replace(key: &str, text: &str, stamp: Stamp, known: Stands) -> Result<Result<(), Stands>, Failure> {
    let (whole, store) = begin(TransactionMode::ReadWrite).await?;
    let found = stands(get(&store, key).await?.as_deref());
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

async fn get(store: &ObjectStore, key: &str) -> Result<Option<String>, Failure> {
    let found = store.get(Query::from(JsValue::from_str(key))).map_err(why)?.await.map_err(why)?;
    Ok(found.and_then(|found| found.as_string()))
}

async fn put(store: &ObjectStore, key: &str, text: &str) -> Result<(), Failure> {
    let request = store.put(&JsValue::from_str(text), Some(&JsValue::from_str(key))).map_err(why)?;
    request.await.map_err(why).map(drop)
}

/// Waits until the disk has it. Inside a transaction nothing else may be waited for, or it ends by itself.
async fn end(whole: Transaction) -> Result<(), Failure> {
    match whole.await.map_err(why)? {
        idb::TransactionResult::Committed => Ok(()),
        idb::TransactionResult::Aborted => Err(Failure::Full),
    }
}

async fn begin(mode: TransactionMode) -> Result<(Transaction, ObjectStore), Failure> {
    let open = connection().await?;
    let begun = open.transaction(&[key::TEXTS], mode);
    // A connection that the browser ended (storage was cleared, the disk was full) is good for nothing any more.
    let whole = if let Ok(whole) = begun {
        whole
    } else {
        OPEN.set(None);
        connection().await?.transaction(&[key::TEXTS], mode).map_err(why)?
    };
    let store = whole.object_store(key::TEXTS).map_err(why)?;
    Ok((whole, store))
}

async fn connection() -> Result<Rc<Database>, Failure> {
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let factory = Factory::new().map_err(|_| Failure::Blocked)?;
    let mut request = factory.open(&key::database(key::FORMAT), Some(1)).map_err(|_| Failure::Blocked)?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Fails only where it is there already.
            let _ = database.create_object_store(key::TEXTS, ObjectStoreParams::new());
        }
    });
    let mut database = request.await.map_err(|_| Failure::Blocked)?;
    database.on_close(|_| OPEN.set(None));
    database.on_version_change(|_| {
        // The database is to be removed: holding on to it would make that wait for ever.
        if let Some(open) = OPEN.take() {
            open.close();
        }
    });
    // Another one may have been opened meanwhile; two would wait for each other when one is to be removed.
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        database.close();
        return Ok(open);
    }
    let open = Rc::new(database);
    OPEN.set(Some(open.clone()));
    Ok(open)
}

fn why(error: Error) -> Failure {
    let said: JsValue = match error {
        Error::DomException(exception) => exception.into(),
        Error::UpdateFailed(said) | Error::GetFailed(said) | Error::TransactionOpenFailed(said) => said,
        _ => return Failure::Other,
    };
    failure(&said)
}
