//! Whether what is typed in this browser is kept at all: a page promises it only where it can be.

use crate::persistence::backend::Failure;
use crate::platform::{journal, local, unsaved_drafts};

/// Whether nothing is kept: the browser gives neither place, or a draft could be stored in neither.
pub async fn keeps_nothing() -> bool {
    !unsaved_drafts::held().is_empty() || (!local::is_there() && matches!(journal::keys().await, Err(Failure::Blocked)))
}
