//! Which standard, exactly.

use crate::model::digest::Digest;
use crate::model::standard::ids::StandardId;
use serde::{Deserialize, Serialize};

/// Which standard, exactly.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StandardRef {
    /// Its id.
    pub id: StandardId,
    /// Its version.
    pub version: u32,
    /// The digest of the whole of it.
    pub digest: Digest,
}
