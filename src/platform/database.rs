//! `IndexedDB`, as far as the journal and the photos share it: connections that are made anew when the browser has
//! ended them, transactions, and what went wrong in this program's words.

use crate::persistence::backend::Failure;
use crate::platform::clock::pause;
use crate::platform::failure::failure;
use crate::platform::wait::within;
use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Transaction, TransactionMode};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// The databases that are open, by their names. A page opens three at most.
type Open = Vec<(String, Rc<Database>)>;

/// How long a database may take to answer, in milliseconds. A disk that is only busy is given several seconds.
const ANSWER: u32 = 4000;
/// How often it is looked whether a database that did not answer has done so, in milliseconds.
const AGAIN: u32 = 500;

thread_local! {
    static OPEN: RefCell<Open> = const { RefCell::new(Vec::new()) };
    /// The databases that did not answer in time, and have not since.
    static SILENT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Does something with the database of this name, or says that there was no answer in time. One that did not answer
/// is not asked again before it has, so that nobody waits for it twice; what was asked late is still done.
pub(super) async fn in_time<T: 'static>(
    name: String,
    work: impl Future<Output = Result<T, Failure>> + 'static,
) -> Result<T, Failure> {
    if is_silent(&name) {
        return Err(Failure::NoAnswer);
    }
    let answered = name.clone();
    let work = async move {
        let result = work.await;
        SILENT.with_borrow_mut(|silent| silent.retain(|known| *known != answered));
        result
    };
    if let Some(result) = within(ANSWER, work).await {
        return result;
    }
    SILENT.with_borrow_mut(|silent| silent.push(name));
    Err(Failure::NoAnswer)
}

/// Whether the database of this name did not answer in time and has not since.
pub(super) fn is_silent(name: &str) -> bool {
    SILENT.with_borrow(|silent| silent.iter().any(|known| known == name))
}

/// Waits until a database answers that did not, however long that is.
pub(super) async fn until_it_answers(name: &str) {
    while is_silent(name) {
        pause(AGAIN).await;
    }
}

fn known(name: &str) -> Option<Rc<Database>> {
    OPEN.with_borrow(|open| open.iter().find(|(known, _)| known == name).map(|(_, database)| database.clone()))
}

fn forget(name: &str) -> Option<Rc<Database>> {
    OPEN.with_borrow_mut(|open| {
        let at = open.iter().position(|(known, _)| known == name)?;
        Some(open.swap_remove(at).1)
    })
}

/// Begins a transaction over these stores of the database of this name, which is made where there is none.
pub(super) async fn begin(name: &str, stores: &[&str], mode: TransactionMode) -> Result<Transaction, Failure> {
    begin_in(name, stores, stores, mode).await
}

/// The same over some of the stores that the database has: what only reads one waits for nobody who writes another.
pub(super) async fn begin_in(
    name: &str,
    all: &[&str],
    stores: &[&str],
    mode: TransactionMode,
) -> Result<Transaction, Failure> {
    let open = connection(name, all).await?;
    if let Ok(whole) = open.transaction(stores, mode) {
        return Ok(whole);
    }
    // A connection that the browser ended (storage was cleared, the disk was full) is good for nothing any more.
    forget(name);
    connection(name, all).await?.transaction(stores, mode).map_err(why)
}

/// Waits until the disk has it. Inside a transaction nothing else may be waited for, or it ends by itself.
pub(super) async fn end(whole: Transaction) -> Result<(), Failure> {
    match whole.await.map_err(why)? {
        idb::TransactionResult::Committed => Ok(()),
        idb::TransactionResult::Aborted => Err(Failure::Full),
    }
}

async fn connection(name: &str, stores: &[&str]) -> Result<Rc<Database>, Failure> {
    if let Some(open) = known(name) {
        return Ok(open);
    }
    let factory = Factory::new().map_err(|_| Failure::Blocked)?;
    let mut request = factory.open(name, Some(1)).map_err(not_opened)?;
    let wanted: Vec<String> = stores.iter().map(|store| (*store).to_owned()).collect();
    request.on_upgrade_needed(move |event| {
        if let Ok(database) = event.database() {
            for store in &wanted {
                // Fails only where it is there already.
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        }
    });
    let mut database = request.await.map_err(not_opened)?;
    let (ended, changed) = (name.to_owned(), name.to_owned());
    database.on_close(move |_| _ = forget(&ended));
    database.on_version_change(move |_| {
        // The database is to be removed: holding on to it would make that wait for ever.
        if let Some(open) = forget(&changed) {
            open.close();
        }
    });
    // Another one may have been opened meanwhile; two would wait for each other when one is to be removed.
    if let Some(open) = known(name) {
        database.close();
        return Ok(open);
    }
    let open = Rc::new(database);
    OPEN.with_borrow_mut(|all| all.push((name.to_owned(), open.clone())));
    Ok(open)
}

/// The database of this name with this store; nothing if there is none. Looking makes none.
pub(super) async fn existing(name: &str, store: &str) -> Result<Option<Database>, Failure> {
    let factory = Factory::new().map_err(|_| Failure::Blocked)?;
    let database = factory.open(name, None).map_err(not_opened)?.await.map_err(not_opened)?;
    if database.store_names().iter().any(|known| known == store) {
        return Ok(Some(database));
    }
    // There was none, and looking has made an empty one.
    database.close();
    if let Ok(removed) = factory.delete(name) {
        let _ = removed.await;
    }
    Ok(None)
}

/// Why a database was not opened. One that the browser does not give at all holds nothing; any other may hold what
/// cannot be seen now.
fn not_opened(error: Error) -> Failure {
    let said: Option<JsValue> = match error {
        Error::DomException(exception) => Some(exception.into()),
        Error::IndexedDbOpenFailed(said) => Some(said),
        _ => None,
    };
    let name = said.and_then(|said| said.dyn_into::<web_sys::DomException>().ok()).map(|said| said.name());
    match name.as_deref() {
        // The second is what Firefox says in private windows.
        Some("SecurityError" | "InvalidStateError") => Failure::Blocked,
        _ => Failure::Other,
    }
}

/// What an error of the library means.
pub(super) fn why(error: Error) -> Failure {
    let said: JsValue = match error {
        Error::DomException(exception) => exception.into(),
        Error::UpdateFailed(said) | Error::GetFailed(said) | Error::TransactionOpenFailed(said) => said,
        _ => return Failure::Other,
    };
    failure(&said)
}
