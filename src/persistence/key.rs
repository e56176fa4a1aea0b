//! The keys in storage, the same in every place. They carry the project's prefix, as Chromium lets all
//! pages from disk share one storage, and the number of the format, so that an older copy of the program
//! never finds, and never overwrites, what a newer one wrote. Ids have no dots in them.

use crate::model::digest::Digest;
use crate::model::standard::ids::DraftId;
use crate::persistence::revision::{Fingerprint, Writer};
use crate::persistence::snapshots::Snapshot;

/// What every key of the program begins with.
const PREFIX: &str = "xingzhan";
/// The format of what is stored. Raised together with the format of a draft.
pub const FORMAT: u32 = crate::model::draft::FORMAT;
/// The object store of the journal that holds texts under these keys.
pub const TEXTS: &str = "texts";

/// What a key is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyKind {
    /// A draft, sealed (`revision::encode`).
    Draft,
    /// What the list shows of one.
    Card,
    /// A snapshot of one, sealed.
    Snapshot,
    /// What could not be read, as it stood.
    Aside,
    /// What was typed in a window that another one overtook, sealed.
    Copy,
    /// A draft that was thrown away, sealed.
    Bin,
    /// Who writes one, where there are no locks.
    Lease,
    /// What was copied forward from older formats.
    Carried,
    /// A standard: of stored drafts, or opened from a file. Its name is its digest.
    Standard,
    /// That a standard was opened from a file, and so is offered for new drafts. Its name is the standard's digest.
    Offered,
    /// What a person took away (`tombstone::Tombstone`). Its name is a digest of the draft's id.
    Gone,
    /// When a draft was last handed to the browser as a file, in minutes since 1970.
    Filed,
    /// The item for which pictures are being taken or chosen.
    Picking,
}

impl KeyKind {
    const ALL: [Self; 13] = [
        Self::Draft,
        Self::Card,
        Self::Snapshot,
        Self::Aside,
        Self::Copy,
        Self::Bin,
        Self::Lease,
        Self::Carried,
        Self::Standard,
        Self::Offered,
        Self::Gone,
        Self::Filed,
        Self::Picking,
    ];

    /// Whether keys of this kind have a draft's id for a name.
    pub fn is_of_a_draft(self) -> bool {
        !matches!(self, Self::Standard | Self::Offered | Self::Gone)
    }

    /// Whether what stands under keys of this kind may be nowhere else, so that it is saved before it is cleared.
    pub fn holds_what_is_only_here(self) -> bool {
        matches!(self, Self::Draft | Self::Bin | Self::Aside | Self::Copy)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Card => "card",
            Self::Snapshot => "snapshot",
            Self::Aside => "aside",
            Self::Copy => "copy",
            Self::Bin => "bin",
            Self::Lease => "lease",
            Self::Carried => "carried",
            Self::Standard => "standard",
            Self::Offered => "offered",
            Self::Gone => "gone",
            Self::Filed => "filed",
            Self::Picking => "picking",
        }
    }
}

/// A key, taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key<'a> {
    /// The format of what it holds.
    pub format: u32,
    /// What it is for.
    pub kind: KeyKind,
    /// The draft's id, or whatever else comes next.
    pub name: &'a str,
    /// What follows the name; empty for most.
    pub rest: &'a str,
}

/// Takes a key apart; nothing for keys that are not ours.
pub fn parse(key: &str) -> Option<Key<'_>> {
    let (format, rest) = key.strip_prefix(PREFIX)?.strip_prefix('.')?.split_once('.')?;
    let (kind, rest) = rest.split_once('.')?;
    let kind = KeyKind::ALL.into_iter().find(|known| known.word() == kind)?;
    let (name, rest) = rest.split_once('.').unwrap_or((rest, ""));
    Some(Key { format: format.parse().ok().filter(|format| *format > 0)?, kind, name, rest })
}

/// What all keys of a kind, in this format, begin with.
pub fn all(kind: KeyKind) -> String {
    format!("{PREFIX}.{FORMAT}.{}.", kind.word())
}

/// What all keys of a kind that belong to a draft begin with.
pub fn all_of(kind: KeyKind, id: &DraftId) -> String {
    of(FORMAT, kind, id) + "."
}

fn of(format: u32, kind: KeyKind, id: &DraftId) -> String {
    format!("{PREFIX}.{format}.{}.{id}", kind.word())
}

/// The key of a draft.
pub fn draft(id: &DraftId) -> String {
    of(FORMAT, KeyKind::Draft, id)
}

/// The key of a draft's card.
pub fn card(id: &DraftId) -> String {
    of(FORMAT, KeyKind::Card, id)
}

/// The key of the mark that says that a draft was taken away. It does not name the draft.
pub fn gone(id: &DraftId) -> String {
    gone_in(FORMAT, id.as_str())
}

/// The same among the keys of a format, for the draft that a key there names.
pub fn gone_in(format: u32, name: &str) -> String {
    format!("{PREFIX}.{format}.{}.{:016x}", KeyKind::Gone.word(), Fingerprint::of(name).0)
}

/// The key of the mark that counts for a key that belongs to a draft; nothing for any other.
pub fn gone_of(key: &str) -> Option<String> {
    let key = parse(key).filter(|key| key.kind.is_of_a_draft())?;
    Some(gone_in(key.format, key.name))
}

/// The key of when a draft was last handed to the browser as a file.
pub fn filed(id: &DraftId) -> String {
    of(FORMAT, KeyKind::Filed, id)
}

/// The key of the item of a draft for which pictures are being taken or chosen.
pub fn picking(id: &DraftId) -> String {
    of(FORMAT, KeyKind::Picking, id)
}

/// The key of a draft's lease.
pub fn lease(id: &DraftId) -> String {
    of(FORMAT, KeyKind::Lease, id)
}

/// The key of what was copied forward from a format.
pub fn carried(id: &DraftId, from: u32) -> String {
    all_of(KeyKind::Carried, id) + &from.to_string()
}

/// The key of what was typed in a window that was overtaken.
pub fn copy(id: &DraftId, by: Writer) -> String {
    format!("{}{:016x}-{}", all_of(KeyKind::Copy, id), by.window, by.round)
}

/// The key of what could not be read. The same text has the same key, so that it is set aside once.
pub fn aside(id: &DraftId, text: &str) -> String {
    format!("{}{:016x}", all_of(KeyKind::Aside, id), Fingerprint::of(text).0)
}

/// The key of a snapshot; it tells all that the list needs.
pub fn snapshot(id: &DraftId, snapshot: &Snapshot) -> String {
    all_of(KeyKind::Snapshot, id) + &snapshot.write()
}

/// The key of a draft that was thrown away.
pub fn bin(id: &DraftId, snapshot: &Snapshot) -> String {
    all_of(KeyKind::Bin, id) + &snapshot.write()
}

/// The key of a standard.
pub fn standard(digest: &Digest) -> String {
    standard_in(FORMAT, digest)
}

/// The same among the keys of a format.
pub fn standard_in(format: u32, digest: &Digest) -> String {
    format!("{PREFIX}.{format}.{}.{}", KeyKind::Standard.word(), digest.as_str())
}

/// The key of the mark that a standard is offered for new drafts.
pub fn offered(digest: &Digest) -> String {
    all(KeyKind::Offered) + digest.as_str()
}

/// The digest of the standard that a key of this format is for.
pub fn standard_of(key: &str) -> Option<Digest> {
    digest_in(key, KeyKind::Standard)
}

/// The digest of the standard that a key of this format says is offered.
pub fn offered_of(key: &str) -> Option<Digest> {
    digest_in(key, KeyKind::Offered)
}

fn digest_in(key: &str, kind: KeyKind) -> Option<Digest> {
    let key = parse(key).filter(|key| key.format == FORMAT && key.kind == kind && key.rest.is_empty())?;
    Digest::try_from(key.name.to_owned()).ok()
}

/// The key of the chosen language; the same in every format.
pub fn language() -> String {
    format!("{PREFIX}.language")
}

/// The name of the journal's database of a format. A newer copy makes its own beside the older ones.
pub fn database(format: u32) -> String {
    format!("{PREFIX}.{format}")
}

/// The name of the database of photos of a format, and of the lock that tells whether a window may refer to any.
pub fn photos(format: u32) -> String {
    format!("{PREFIX}.{format}.photos")
}

/// The name of the database of reviews of a format.
pub fn reviews(format: u32) -> String {
    format!("{PREFIX}.{format}.review")
}

/// The name of the channel that the windows of a review share.
pub fn review_channel(review: &str) -> String {
    format!("{PREFIX}.{FORMAT}.review.{review}")
}

/// The name of the lock, and of the channel, that the windows of a draft share.
pub fn shared(id: &DraftId) -> String {
    draft(id)
}

/// The draft that a key is for, if it is a draft's of this format.
pub fn draft_of(key: &str) -> Option<DraftId> {
    let key = parse(key).filter(|key| key.format == FORMAT && key.kind == KeyKind::Draft && key.rest.is_empty())?;
    DraftId::try_from(key.name).ok()
}

/// The format and the draft that a key is for, if an older copy of the program wrote it. `now` is the
/// format of this one.
pub fn older_draft_of(key: &str, now: u32) -> Option<(u32, DraftId)> {
    let key = parse(key).filter(|key| key.format < now && key.kind == KeyKind::Draft && key.rest.is_empty())?;
    Some((key.format, DraftId::try_from(key.name).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> DraftId {
        DraftId::try_from("a1b2").expect("an id")
    }

    #[test]
    fn a_draft_is_found_by_its_key_and_nothing_else_is() {
        assert_eq!(draft_of(&draft(&id())), Some(id()));
        let newer = format!("xingzhan.{}.draft.a1b2", FORMAT + 1);
        for key in [card(&id()), newer, "draft.a1b2".to_owned(), language()] {
            assert_eq!(draft_of(&key), None, "{key}");
        }
    }

    #[test]
    fn keys_carry_the_prefix_and_the_format() {
        assert_eq!(draft(&id()), format!("xingzhan.{FORMAT}.draft.a1b2"));
        assert_eq!(database(1), "xingzhan.1");
    }

    #[test]
    fn what_an_older_copy_wrote_is_found_and_what_a_newer_one_wrote_is_not() {
        assert_eq!(older_draft_of(&of(1, KeyKind::Draft, &id()), 2), Some((1, id())));
        for key in [
            of(2, KeyKind::Draft, &id()),
            of(3, KeyKind::Draft, &id()),
            card(&id()),
            language(),
            "xingzhan.0.draft.a".into(),
        ] {
            assert_eq!(older_draft_of(&key, 2), None, "{key}");
        }
    }

    #[test]
    fn every_kind_of_key_is_told_apart() {
        for kind in KeyKind::ALL {
            let key = all_of(kind, &id()) + "rest";
            assert_eq!(parse(&key), Some(Key { format: FORMAT, kind, name: "a1b2", rest: "rest" }));
        }
        for key in ["xingzhan", "xingzhan.1", "xingzhan.x.draft.a", "xingzhan.1.song.a", "other.1.draft.a"] {
            assert_eq!(parse(key), None, "{key}");
        }
    }

    #[test]
    fn the_mark_of_what_was_taken_away_belongs_to_every_key_of_its_draft_and_does_not_name_it() {
        let mark = gone(&id());
        assert!(!mark.contains("a1b2"));
        for key in [draft(&id()), card(&id()), filed(&id()), all_of(KeyKind::Snapshot, &id()) + "rest"] {
            assert_eq!(gone_of(&key).as_ref(), Some(&mark), "{key}");
        }
        for key in [mark.clone(), language(), all(KeyKind::Standard) + "a1b2"] {
            assert_eq!(gone_of(&key), None, "{key}");
        }
        assert_ne!(gone_of("xingzhan.7.draft.a1b2"), Some(mark), "each format has its own");
    }

    #[test]
    fn the_same_unreadable_text_is_set_aside_under_the_same_key_and_another_one_under_another() {
        assert_eq!(aside(&id(), "{"), aside(&id(), "{"));
        assert_ne!(aside(&id(), "{"), aside(&id(), "}"));
    }
}
