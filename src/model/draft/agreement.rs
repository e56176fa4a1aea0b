//! What the tick of the declaration is for: one content. It goes when that changes.

use crate::model::draft::Draft;
use crate::model::record::Record;
use crate::model::record::unit::{Declaration, Posts, Unit};
use crate::model::record::unread::Unread;

/// All that is signed, with who declares it. The day, notes and photos are no part of it.
#[derive(Clone, Copy, Debug)]
pub struct DeclaredContent<'a> {
    /// The year assessed.
    pub year: u16,
    /// Who is assessed.
    pub unit: &'a Unit,
    /// Who speaks for it.
    pub posts: &'a Posts,
    /// What was filled in.
    pub record: &'a Record,
    /// Who declares it; the rest of it is no part.
    pub by: &'a Declaration,
    /// What was typed and cannot be read.
    pub unread: &'a Unread,
}

impl DeclaredContent<'_> {
    /// Whether a declaration of one is a declaration of the other.
    pub fn is_same(self, other: DeclaredContent<'_>) -> bool {
        let Self { year, unit, posts, record, by, unread } = self;
        year == other.year
            && unit == other.unit
            && posts == other.posts
            && unread == other.unread
            && (&by.name, &by.post) == (&other.by.name, &other.by.post)
            && record.is_signed_like(other.record)
    }
}

impl Draft {
    /// What its declaration is for.
    pub fn declared(&self) -> DeclaredContent<'_> {
        let Self { year, unit, posts, record, declaration, unread, .. } = self;
        DeclaredContent { year: *year, unit, posts, record, by: declaration, unread }
    }
}
