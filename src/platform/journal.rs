//! The journal: texts under keys in `IndexedDB`. It ends later than local storage and then survives the end of
//! the whole browser. Its database carries the format's number, so that a newer copy of the program makes
//! its own beside it.
//!
//! Whoever asks is answered in time or told that there was no answer; only an open draft, whose machine has times of
//! its own, waits as long as it takes (`read_copy`, `replace`).

use crate::model::sorting::sort_once;
use crate::model::standard::ids::DraftId;
use crate::persistence::backend::Failure;
use crate::persistence::key;
use crate::persistence::revision::{Fingerprint, Revision, StoredState, allows, decode};
use crate::persistence::tombstone::Tombstone;
use crate::platform::database;
use crate::platform::database::{end, existing, in_time, why};
use crate::platform::standards_read::Beside;
use crate::platform::stored_state::{raw_of, read_header};
use idb::{KeyRange, ObjectStore, Query, Transaction, TransactionMode};
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
pub async fn read_copy(id: &DraftId) -> Result<(Option<String>, Option<Tombstone>), Failure> {
    let (_, store) = begin(TransactionMode::ReadOnly).await?;
    let raw = get(&store, &key::draft(id)).await?.map(String::from);
    Ok((raw, mark(&store, &key::gone(id)).await?))
}

/// The same, in time.
pub async fn read_copy_in_time(id: &DraftId) -> Result<(Option<String>, Option<Tombstone>), Failure> {
    let id = id.clone();
    timed(async move { read_copy(&id).await }).await
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
            && mark(&store, &gone).await? == Some(Tombstone::Cleared)
        {
            return Err(Failure::Cleared);
        }
        put(&store, &key, &text).await?;
        end(whole).await
    })
    .await
}

/// Puts a draft's text under its key or that of a copy, with its standard beside it, if what stands there may be
/// replaced; otherwise says what stands there. Looking and writing are one transaction, so no other window comes
/// between.
pub async fn replace(
    key: &str,
    gone: &str,
    text: &JsString,
    standard: &Beside,
    revision: Revision,
    known: StoredState,
) -> Result<Result<(), StoredState>, Failure> {
    let (whole, store) = begin(TransactionMode::ReadWrite).await?;
    let gone = mark(&store, gone).await?;
    let found = read_header(key, get(&store, key).await?.as_ref(), gone);
    if !allows(found, known, revision) {
        return Ok(Err(found));
    }
    put_standard(&store, standard).await?;
    put(&store, key, text).await?;
    end(whole).await?;
    standard.note_in_journal();
    Ok(Ok(()))
}

/// Puts a standard there, if it is not.
pub(super) async fn put_beside(standard: &Beside) -> Result<(), Failure> {
    let standard = standard.clone();
    timed(async move {
        let (whole, store) = begin(TransactionMode::ReadWrite).await?;
        put_standard(&store, &standard).await?;
        end(whole).await?;
        standard.note_in_journal();
        Ok(())
    })
    .await
}

async fn put_standard(store: &ObjectStore, standard: &Beside) -> Result<(), Failure> {
    let stored_state = if standard.is_in_journal() {
        // Without copying it out of the database.
        let key = Query::from(JsValue::from_str(&standard.key));
        store.count(Some(key)).map_err(why)?.await.map_err(why)? > 0
    } else {
        get(store, &standard.key).await?.as_ref() == Some(&standard.text)
    };
    if stored_state { Ok(()) } else { put(store, &standard.key, &standard.text).await }
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

/// Every text whose key begins like this, with its key.
pub async fn texts_under(beginning: &str) -> Result<Vec<(String, String)>, Failure> {
    let beginning = beginning.to_owned();
    timed(async move {
        let (_, store) = begin(TransactionMode::ReadOnly).await?;
        let (first, last) = (JsValue::from_str(&beginning), JsValue::from_str(&format!("{beginning}\u{ffff}")));
        let range = || KeyRange::bound(&first, &last, None, None).map(Query::KeyRange).map_err(why);
        let keys = store.get_all_keys(Some(range()?), None).map_err(why)?.await.map_err(why)?;
        let texts = store.get_all(Some(range()?), None).map_err(why)?.await.map_err(why)?;
        Ok(keys.iter().zip(&texts).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
    })
    .await
}

/// Whether it gave no answer in time and has not since.
pub fn is_silent() -> bool {
    database::is_silent(&key::database(key::FORMAT))
}

/// Waits until the journal of an older format answers, if it did not in time.
pub async fn until_older_answers(format: u32) {
    database::until_it_answers(&key::database(format)).await;
}

/// Waits until it answers, if it did not in time.
pub async fn until_it_answers() {
    database::until_it_answers(&key::database(key::FORMAT)).await;
}

/// Every text in the journal of an older format, with its key. Nothing is written there.
pub async fn everything(format: u32) -> Result<Vec<(String, String)>, Failure> {
    let name = key::database(format);
    in_time(name.clone(), async move {
        let Some(database) = existing(&name, key::TEXTS).await? else { return Ok(Vec::new()) };
        let whole = database.transaction(&[key::TEXTS], TransactionMode::ReadOnly).map_err(why)?;
        let store = whole.object_store(key::TEXTS).map_err(why)?;
        let keys = store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?;
        let texts = store.get_all(None, None).map_err(why)?.await.map_err(why)?;
        database.close();
        Ok(keys.iter().zip(&texts).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
    })
    .await
}

/// A text that is known: whose, and of what is left of it without its revision.
pub type Known = (String, Fingerprint);

/// Takes every key that belongs to a draft from the journal of a format and leaves marks there, if every draft's text
/// in it is known; all of it or nothing. Whether it was. The one time that an older format's journal is written: a
/// person clears the computer. The drafts of `others` get marks, too.
pub async fn clear(format: u32, known: Vec<Known>, others: Vec<String>) -> Result<bool, Failure> {
    let name = key::database(format);
    in_time(name.clone(), async move {
        let older = if format == key::FORMAT { None } else { existing(&name, key::TEXTS).await? };
        let whole = match &older {
            Some(database) => database.transaction(&[key::TEXTS], TransactionMode::ReadWrite).map_err(why)?,
            None if format == key::FORMAT => database::begin(&name, &[key::TEXTS], TransactionMode::ReadWrite).await?,
            None => return Ok(true),
        };
        let cleared = clear_in(&whole, format, &known, others).await;
        let ended = match cleared {
            Ok(true) => end(whole).await.map(|()| true),
            other => other,
        };
        if let Some(database) = older {
            database.close();
        }
        ended
    })
    .await
}

async fn clear_in(whole: &Transaction, format: u32, known: &[Known], mut ids: Vec<String>) -> Result<bool, Failure> {
    let store = whole.object_store(key::TEXTS).map_err(why)?;
    let mut away = Vec::new();
    for key in store.get_all_keys(None, None).map_err(why)?.await.map_err(why)?.iter().filter_map(JsValue::as_string) {
        let Some(parsed) = key::parse(&key).filter(|key| key.format == format && key.kind.is_of_a_draft()) else {
            continue;
        };
        if parsed.kind.holds_what_is_only_here()
            && let Some(text) = get(&store, &key).await?.map(String::from)
        {
            let print = Fingerprint::of(decode(&text).1);
            if !known.iter().any(|(id, one)| id == parsed.name && *one == print) {
                return Ok(false);
            }
        }
        ids.push(parsed.name.to_owned());
        away.push(key);
    }
    sort_once(&mut ids);
    let cleared = JsString::from(Tombstone::Cleared.write());
    for id in &ids {
        put(&store, &key::gone_in(format, id), &cleared).await?;
    }
    for key in &away {
        delete(&store, key).await?;
    }
    Ok(true)
}

async fn mark(store: &ObjectStore, key: &str) -> Result<Option<Tombstone>, Failure> {
    Ok(get(store, key).await?.and_then(|text| Tombstone::read(&String::from(text))))
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
