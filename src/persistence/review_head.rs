//! What the door shows of a review, kept beside its entries: what it is of, when it was changed, and where it is listed.

use crate::model::date::UtcTime;
use crate::model::files::json::{self, canonical};
use crate::model::files::parse::parse_strict;
use crate::model::review::basics::ReviewBasics;
use crate::model::review::entry::Who;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Where the door lists a review.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// Among those that are worked on.
    Open,
    /// Among those that are done.
    Archived,
    /// Among those that were removed and can be taken back.
    Removed,
}

/// What the door shows of a review.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReviewHead {
    /// What it is of.
    pub basics: ReviewBasics,
    /// When it was changed last, for people.
    pub changed: UtcTime,
    /// Where it is listed.
    pub shelf: Shelf,
    /// Who said last in this browser that they work on it (name and group); empty where nobody did.
    #[serde(default, skip_serializing_if = "is_nobody")]
    pub by: (String, String),
}

fn is_nobody((name, group): &(String, String)) -> bool {
    name.is_empty() && group.is_empty()
}

#[derive(Deserialize)]
struct StoredHead {
    basics: Value,
    changed: UtcTime,
    shelf: Shelf,
    #[serde(default)]
    by: (String, String),
}

impl ReviewHead {
    /// Of a review that is begun or opened at this moment.
    pub fn new(basics: ReviewBasics, changed: UtcTime) -> Self {
        Self { basics, changed, shelf: Shelf::Open, by: Default::default() }
    }

    /// Whose decisions are made here.
    pub fn who(&self) -> Option<Who> {
        let (name, group) = self.by.clone();
        Some(Who { group, name, ..self.basics.who()? })
    }

    /// Its text, as it is stored.
    pub fn write(&self) -> String {
        canonical(self)
    }

    /// Reads a stored one; nothing where it cannot be read.
    pub fn read(text: &str) -> Option<Self> {
        let StoredHead { basics, changed, shelf, by } = parse_strict(&json::read(text).ok()?).ok()?;
        Some(Self { basics: ReviewBasics::read(&basics).ok()?, changed, shelf, by })
    }
}

/// What changes of a head. The rest of what is stored is left as it is: another window may have changed that.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HeadChange {
    /// Who works on it, if that changes.
    pub by: Option<(String, String)>,
    /// Where it is listed, if that changes.
    pub shelf: Option<Shelf>,
    /// When something of it was changed last, if that is to be stored.
    pub changed: Option<UtcTime>,
}

impl HeadChange {
    /// Whether another window has to know of it.
    pub fn concerns_others(&self) -> bool {
        self.by.is_some() || self.shelf.is_some()
    }

    /// This one, and then that one.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        Self { by: later.by.or(self.by), shelf: later.shelf.or(self.shelf), changed: later.changed.or(self.changed) }
    }

    /// The head with this changed.
    pub fn of(self, head: ReviewHead) -> ReviewHead {
        ReviewHead {
            by: self.by.unwrap_or(head.by),
            shelf: self.shelf.unwrap_or(head.shelf),
            changed: self.changed.unwrap_or(head.changed),
            basics: head.basics,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::review::basics::DeskKind;
    use crate::model::review::ids::ReviewId;
    use crate::model::standard::issued::IssuedStandard;
    use crate::model::standard::library::BUILT_IN;

    fn head(desk: DeskKind) -> ReviewHead {
        let standards = BUILT_IN.iter().map(|text| IssuedStandard::read(text).expect("a standard")).collect();
        let basics = ReviewBasics { id: ReviewId::new([3; 8]), year: 2026, desk, sample: false, standards };
        let changed = UtcTime::parse("2026-12-10T08:00:00Z").expect("a time");
        ReviewHead { shelf: Shelf::Archived, ..ReviewHead::new(basics, changed) }
    }

    #[test]
    fn what_the_door_shows_is_read_as_it_was_written() {
        for desk in [DeskKind::County, DeskKind::Township("柳林镇".to_owned())] {
            let head = head(desk);
            assert_eq!(ReviewHead::read(&head.write()), Some(head));
        }
        assert_eq!(ReviewHead::read("{}"), None);
    }

    #[test]
    fn who_works_on_it_is_known_again_and_decides_by_that_name() {
        let head = ReviewHead { by: ("张三".to_owned(), "办公室".to_owned()), ..head(DeskKind::County) };
        let read = ReviewHead::read(&head.write()).expect("a head");
        let who = read.who().expect("somebody");
        assert_eq!(
            (who.name.as_str(), who.group.as_str(), who.column.to_string().as_str()),
            ("张三", "办公室", "county")
        );
    }

    #[test]
    fn a_township_decides_in_its_own_column_and_the_county_in_the_last() {
        let column = |desk| head(desk).basics.who().expect("somebody").column.to_string();
        assert_eq!(column(DeskKind::Township("柳林镇".to_owned())), "township");
        assert_eq!(column(DeskKind::County), "county");
    }

    #[test]
    fn what_one_window_changes_of_a_head_leaves_alone_what_another_one_changed() {
        let stored = head(DeskKind::County);
        let named = HeadChange { by: Some(("张三".to_owned(), String::new())), ..HeadChange::default() };
        let later = UtcTime::parse("2026-12-11T08:00:00Z").expect("a time");
        let worked = HeadChange { changed: Some(later.clone()), ..HeadChange::default() };
        let listed = HeadChange { shelf: Some(Shelf::Removed), ..HeadChange::default() };
        for change in [
            listed.clone().then(worked.clone()).then(named.clone()),
            named.clone().then(listed.clone()).then(worked.clone()),
        ] {
            let head = change.of(stored.clone());
            assert_eq!(
                (head.by.0.as_str(), head.shelf, &head.changed, &head.basics),
                ("张三", Shelf::Removed, &later, &stored.basics)
            );
        }
        let twice = named.then(HeadChange { by: Some(("李四".to_owned(), String::new())), ..HeadChange::default() });
        assert_eq!(twice.clone().of(stored).by.0, "李四", "the last one holds");
        assert!(twice.concerns_others() && listed.concerns_others() && !worked.concerns_others());
    }
}
