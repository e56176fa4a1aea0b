//! Which standard a file was filled in by, where that is none of the review's.

/// The standard of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherStandard {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The version of the review's standard for the same kind of unit, where it is another version of it.
    pub ours: Option<u32>,
}
