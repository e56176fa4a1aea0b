//! Where reviews are kept: a database of their own in `IndexedDB`, with the format's number in its name. What a person
//! decided is added as an entry and never changed; a file lies there as it was received; rows can be made anew.
//!
//! Keys are lists that begin with the review, so that everything of one lies side by side. What stands under them is
//! text, and bytes for files: what it means is the model's.

use crate::model::sorting::{sort_by, sort_once};
use crate::persistence::backend::Failure;
use crate::persistence::key;
use crate::persistence::review_head::{HeadChange, ReviewHead};
use crate::platform::clock::pause;
use crate::platform::database::{begin_in, end, existing, in_time, why};
use crate::platform::review::channel::Added;
use idb::request::futures::PutStoreRequestFuture;
use idb::{KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// By the review's id: what the door shows of it.
const REVIEWS: &str = "reviews";
/// By review, writer and number: what a person decided. Added, never changed.
const ENTRIES: &str = "entries";
/// By review, writer and place: what is being typed and is no entry yet.
const PENDING: &str = "pending";
/// By review and digest: the bytes of a file as it was received.
const FILES: &str = "files";
/// By review and digest: what the table shows of a file, which can be made anew.
const ROWS: &str = "rows";
/// By review, unit and moment: the bytes of a photo of a paper form. It is in no file and no entry names it.
pub(super) const FORMS: &str = "forms";
/// All of them.
const STORES: [&str; 6] = [REVIEWS, ENTRIES, PENDING, FILES, ROWS, FORMS];

/// How many entries or rows are read at a time; the page may draw in between.
const AT_A_TIME: u32 = 500;

/// An entry as it is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredEntry {
    /// Who wrote it, in hexadecimal.
    pub writer: String,
    /// Its number among the writer's.
    pub seq: u32,
    /// The entry itself.
    pub text: String,
}

/// What goes into a review together: all of it is stored, or nothing.
#[derive(Default)]
pub struct Batch {
    /// What changes of what the door shows, and that as this window has it: stored where there is none.
    pub head: Option<(HeadChange, Rc<ReviewHead>)>,
    /// Entries to be added.
    pub entries: Vec<StoredEntry>,
    /// Files by their digests.
    pub files: Vec<(String, Uint8Array)>,
    /// Rows by the digests of their files.
    pub rows: Vec<(String, String)>,
    /// What was typed at places and cannot be decided; without a text it is given up.
    pub apart: Vec<(String, Option<String>)>,
}

pub(super) fn list(parts: &[&str]) -> JsValue {
    parts.iter().map(|part| JsValue::from_str(part)).collect::<Array>().into()
}

fn entry_key(review: &str, writer: &str, seq: u32) -> JsValue {
    let key = Array::from(&list(&[review, writer]));
    key.push(&JsValue::from_f64(f64::from(seq)));
    key.into()
}

/// Everything whose key begins with these parts: a list stands after every text and every number.
pub(super) fn all_under(parts: &[&str]) -> Result<KeyRange, Failure> {
    let last = Array::from(&list(parts));
    last.push(&Array::new());
    KeyRange::bound(&list(parts), &last, None, None).map_err(why)
}

pub(super) fn name() -> String {
    key::reviews(key::FORMAT)
}

pub(super) async fn open(stores: &[&str], mode: TransactionMode) -> Result<Transaction, Failure> {
    begin_in(&name(), &STORES, stores, mode).await
}

pub(super) fn store(whole: &Transaction, store: &str) -> Result<ObjectStore, Failure> {
    whole.object_store(store).map_err(why)
}

async fn texts(
    store: &ObjectStore,
    range: Option<KeyRange>,
    most: Option<u32>,
) -> Result<Vec<(JsValue, String)>, Failure> {
    let range = || range.clone().map(Query::KeyRange);
    let keys = store.get_all_keys(range(), most).map_err(why)?.await.map_err(why)?;
    let texts = store.get_all(range(), most).map_err(why)?.await.map_err(why)?;
    Ok(keys.into_iter().zip(texts).filter_map(|(key, text)| Some((key, text.as_string()?))).collect())
}

pub(super) fn part(key: &JsValue, at: u32) -> Option<String> {
    key.dyn_ref::<Array>()?.get(at).as_string()
}

/// What the door shows of every review, by their ids.
pub async fn heads() -> Result<Vec<(String, String)>, Failure> {
    in_time(name(), async {
        let whole = open(&[REVIEWS], TransactionMode::ReadOnly).await?;
        let found = texts(&store(&whole, REVIEWS)?, None, None).await?;
        Ok(found.into_iter().filter_map(|(key, text)| Some((key.as_string()?, text))).collect())
    })
    .await
}

/// What the door shows of one.
pub async fn head(review: String) -> Result<Option<String>, Failure> {
    in_time(name(), async move {
        let whole = open(&[REVIEWS], TransactionMode::ReadOnly).await?;
        let key = Query::from(JsValue::from_str(&review));
        Ok(store(&whole, REVIEWS)?.get(key).map_err(why)?.await.map_err(why)?.and_then(|text| text.as_string()))
    })
    .await
}

/// Stores these, the first first, or nothing of them. An entry that is there already is left as it is.
pub async fn add(review: String, batches: Vec<Rc<Batch>>) -> Result<(), Failure> {
    in_time(name(), async move {
        let whole = open(&STORES, TransactionMode::ReadWrite).await?;
        let (mut asked, mut outcome) = (Vec::new(), Ok(()));
        let all = put(&whole, &review, &batches, &mut asked).await;
        // What was asked for before a failure would be stored without the rest.
        let whole = if all.is_err() { whole.abort().map_err(why) } else { Ok(whole) };
        // Each is waited for, whatever became of the others: the browser answers all of them.
        for answer in asked {
            outcome = outcome.and(answer.await.map(|_| ()).map_err(why));
        }
        all.and(outcome)?;
        end(whole?).await
    })
    .await
}

/// How many things are asked for before the page may answer in between: a hundred take ten milliseconds.
const PUTS: usize = 100;

/// Asks for all of these batches. What is asked for goes to `asked`, to be waited for.
async fn put(
    whole: &Transaction,
    review: &str,
    batches: &[Rc<Batch>],
    asked: &mut Vec<PutStoreRequestFuture>,
) -> Result<(), Failure> {
    let entries = store(whole, ENTRIES)?;
    let there = entries_there(&entries, review, batches).await?;
    let pending = store(whole, PENDING)?;
    // What was typed last at a place holds.
    let mut apart: Vec<&(String, Option<String>)> = batches.iter().flat_map(|batch| &batch.apart).collect();
    sort_by(&mut apart, |one, other| one.0.cmp(&other.0));
    let apart: Vec<_> = apart.chunk_by(|one, other| one.0 == other.0).filter_map(|same| same.last().copied()).collect();
    for (place, _) in apart.iter().copied().filter(|(_, text)| text.is_none()) {
        pending.delete(Query::from(list(&[review, NOBODY, place]))).map_err(why)?.await.map_err(why)?;
    }
    let apart = apart
        .into_iter()
        .filter_map(|(place, text)| Some((PENDING, JsValue::from_str(text.as_ref()?), list(&[review, NOBODY, place]))));
    let mut head = None;
    if let Some((change, here)) = head_of(batches) {
        let key = Query::from(JsValue::from_str(review));
        let stands =
            store(whole, REVIEWS)?.get(key).map_err(why)?.await.map_err(why)?.and_then(|text| text.as_string());
        let stands = stands.and_then(|text| ReviewHead::read(&text)).unwrap_or_else(|| ReviewHead::clone(here));
        head = Some((REVIEWS, JsValue::from_str(&change.of(stands).write()), JsValue::from_str(review)));
    }
    let files = batches.iter().flat_map(|batch| &batch.files);
    let files = files.map(|(digest, bytes)| (FILES, bytes.into(), list(&[review, digest])));
    let rows = batches.iter().flat_map(|batch| &batch.rows);
    let rows = rows.map(|(digest, row)| (ROWS, JsValue::from_str(row), list(&[review, digest])));
    let new = batches.iter().flat_map(|batch| &batch.entries);
    let is_there = |entry: &StoredEntry| {
        let it = (entry.writer.as_str(), entry.seq);
        there.binary_search_by(|(writer, seq)| (writer.as_str(), *seq).cmp(&it)).is_ok()
    };
    let new = new.filter(|entry| !is_there(entry));
    let new = new.map(|entry| (ENTRIES, JsValue::from_str(&entry.text), entry_key(review, &entry.writer, entry.seq)));
    for (at, (into, value, key)) in head.into_iter().chain(files).chain(rows).chain(new).chain(apart).enumerate() {
        let request = store(whole, into)?.put(&value, Some(&key)).map_err(why)?.into_future();
        if at % PUTS == PUTS - 1 {
            request.await.map_err(why)?;
        } else {
            asked.push(request);
        }
    }
    Ok(())
}

/// Which entries of these are stored already: writer and number.
async fn entries_there(
    entries: &ObjectStore,
    review: &str,
    batches: &[Rc<Batch>],
) -> Result<Vec<(String, u32)>, Failure> {
    let mut there = Vec::new();
    for Added { writer, from, to } in spans(batches) {
        let (first, last) = (entry_key(review, &writer, from), entry_key(review, &writer, to));
        let range = Query::KeyRange(KeyRange::bound(&first, &last, None, None).map_err(why)?);
        let keys = entries.get_all_keys(Some(range), None).map_err(why)?.await.map_err(why)?;
        there.extend(keys.iter().filter_map(|key| Some((writer.clone(), number(key)?))));
    }
    sort_once(&mut there);
    Ok(there)
}

/// The number in an entry's key.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was put there as a u32")]
fn number(key: &JsValue) -> Option<u32> {
    Some(key.dyn_ref::<Array>()?.get(2).as_f64()? as u32)
}

/// Which entries these batches add, by writer.
pub(super) fn spans(batches: &[Rc<Batch>]) -> Vec<Added> {
    let mut spans: Vec<Added> = Vec::new();
    for entry in batches.iter().flat_map(|batch| &batch.entries) {
        match spans.iter_mut().find(|span| span.writer == entry.writer) {
            Some(span) => {
                span.from = span.from.min(entry.seq);
                span.to = span.to.max(entry.seq);
            }
            None => spans.push(Added { writer: entry.writer.clone(), from: entry.seq, to: entry.seq }),
        }
    }
    spans
}

/// What all of these change of the head, and the last that this window knows.
pub(super) fn head_of(batches: &[Rc<Batch>]) -> Option<(HeadChange, &Rc<ReviewHead>)> {
    let heads = batches.iter().filter_map(|batch| batch.head.as_ref());
    heads.map(|(change, here)| (change.clone(), here)).reduce(|(before, _), (later, here)| (before.then(later), here))
}

/// Reads every entry of a review, some at a time, and gives each lot to `take`.
pub async fn entries(review: &str, mut take: impl FnMut(Vec<String>)) -> Result<(), Failure> {
    in_lots(ENTRIES, review, |lot| take(lot.into_iter().map(|(_, text)| text).collect())).await
}

/// Reads every row of a review, some at a time, and gives each lot to `take`: digests of files, and the rows.
pub async fn rows(review: &str, mut take: impl FnMut(Vec<(String, String)>)) -> Result<(), Failure> {
    in_lots(ROWS, review, |lot| {
        take(lot.into_iter().filter_map(|(key, text)| Some((part(&key, 1)?, text))).collect());
    })
    .await
}

/// Reads all texts of a review in a store, some at a time, and gives each lot to `take` with their keys.
async fn in_lots(
    name_of_store: &'static str,
    review: &str,
    mut take: impl FnMut(Vec<(JsValue, String)>),
) -> Result<(), Failure> {
    let mut after: Option<JsValue> = None;
    loop {
        let (review, from) = (review.to_owned(), after.take());
        let found = in_time(name(), async move {
            let range = match &from {
                None => all_under(&[&review])?,
                Some(from) => {
                    let last = Array::of2(&JsValue::from_str(&review), &Array::new());
                    KeyRange::bound(from, &last, Some(true), None).map_err(why)?
                }
            };
            let whole = open(&[name_of_store], TransactionMode::ReadOnly).await?;
            texts(&store(&whole, name_of_store)?, Some(range), Some(AT_A_TIME)).await
        })
        .await?;
        after = found.last().map(|(key, _)| key.clone());
        if found.is_empty() {
            return Ok(());
        }
        take(found);
        pause(0).await;
    }
}

/// The entries of one writer with these numbers, which another window says it has added.
pub async fn entries_of(review: String, writer: String, from: u32, to: u32) -> Result<Vec<String>, Failure> {
    in_time(name(), async move {
        let (first, last) = (entry_key(&review, &writer, from), entry_key(&review, &writer, to));
        let range = KeyRange::bound(&first, &last, None, None).map_err(why)?;
        let whole = open(&[ENTRIES], TransactionMode::ReadOnly).await?;
        Ok(texts(&store(&whole, ENTRIES)?, Some(range), None).await?.into_iter().map(|(_, text)| text).collect())
    })
    .await
}

/// Under which writer stands what no window is typing any more.
const NOBODY: &str = "";

/// What was typed and cannot be decided: place and text.
pub async fn apart(review: String) -> Result<Vec<(String, String)>, Failure> {
    in_time(name(), async move {
        let whole = open(&[PENDING], TransactionMode::ReadOnly).await?;
        let found = texts(&store(&whole, PENDING)?, Some(all_under(&[&review, NOBODY])?), None).await?;
        Ok(found.into_iter().filter_map(|(key, text)| Some((part(&key, 2)?, text))).collect())
    })
    .await
}

/// The bytes of a file as it was received.
pub async fn file(review: String, digest: String) -> Result<Option<Vec<u8>>, Failure> {
    in_time(name(), async move {
        let whole = open(&[FILES], TransactionMode::ReadOnly).await?;
        let key = Query::from(list(&[&review, &digest]));
        let found = store(&whole, FILES)?.get(key).map_err(why)?.await.map_err(why)?;
        Ok(found.and_then(|found| found.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
    })
    .await
}

/// Takes a review from this browser for good: entries, files and all.
pub async fn remove(review: String) -> Result<(), Failure> {
    in_time(name(), async move {
        let whole = open(&STORES, TransactionMode::ReadWrite).await?;
        store(&whole, REVIEWS)?.delete(Query::from(JsValue::from_str(&review))).map_err(why)?.await.map_err(why)?;
        for under in [ENTRIES, PENDING, FILES, ROWS, FORMS] {
            store(&whole, under)?.delete(Query::KeyRange(all_under(&[&review])?)).map_err(why)?.await.map_err(why)?;
        }
        end(whole).await
    })
    .await
}

/// Gives every text that may name a photo to `look`. Looking makes no database where there is none.
pub async fn texts_that_may_name_photos(mut look: impl FnMut(&str)) -> Result<(), Failure> {
    for (review, head) in heads_if_any().await? {
        look(&head);
        entries(&review, |texts| texts.iter().for_each(|text| look(text))).await?;
    }
    Ok(())
}

/// The same as [`heads`], where there is a database at all.
pub async fn heads_if_any() -> Result<Vec<(String, String)>, Failure> {
    let there = in_time(name(), async {
        let Some(database) = existing(&name(), REVIEWS).await? else { return Ok(false) };
        database.close();
        Ok(true)
    });
    match there.await {
        Ok(true) => heads().await,
        Ok(false) | Err(Failure::Blocked) => Ok(Vec::new()),
        Err(failure) => Err(failure),
    }
}
