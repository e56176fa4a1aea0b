//! Whether what is typed in this browser is kept at all: a page promises it only where it can be.

use crate::platform::{journal, local, unsaved_drafts};

/// Whether nothing is kept: the browser gives neither place, or a draft could be stored in neither.
pub async fn keeps_nothing() -> bool {
    // A browser that lets a page keep nothing at all does not always say so of the database.
    !unsaved_drafts::held().is_empty() || (!local::is_there() && journal::keys().await.is_err())
}
