//! What a standard says otherwise than another: how many items and points, which items are asked otherwise, new or
//! gone.

use crate::model::digest::Digest;
use crate::model::sorting::map_of;
use crate::model::standard::ids::ItemId;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::points::Points;
use std::collections::BTreeMap;

/// What a standard says otherwise than another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StandardChanges {
    /// How many scored items there are, and how many the other has.
    pub items: (usize, usize),
    /// All points but the bonus, and those of the other.
    pub points: (Points, Points),
    /// Items that are asked or scored otherwise, in this standard's order.
    pub changed: Vec<ItemId>,
    /// Items that only this one has, in its order.
    pub added: Vec<ItemId>,
    /// Items that only the other has, in its order.
    pub gone: Vec<ItemId>,
    /// Whether other star lines are drawn.
    pub lines: bool,
    /// Whether something else forbids or caps stars.
    pub gates: bool,
}

impl StandardChanges {
    /// Of a standard against another.
    pub fn between(standard: &IssuedStandard, other: &IssuedStandard) -> Self {
        let (ours, theirs) = (digests(standard), digests(other));
        let ids = |of: &IssuedStandard, is: &dyn Fn(&ItemId) -> bool| {
            of.items().map(|item| item.id.clone()).filter(|id| is(id)).collect::<Vec<_>>()
        };
        Self {
            items: (standard.scored().count(), other.scored().count()),
            points: (standard.points, other.points),
            changed: ids(standard, &|id| theirs.get(id).is_some_and(|digest| ours.get(id) != Some(digest))),
            added: ids(standard, &|id| !theirs.contains_key(id)),
            gone: ids(other, &|id| !ours.contains_key(id)),
            lines: standard.lines != other.lines,
            gates: standard.gates != other.gates,
        }
    }
}

fn digests(standard: &IssuedStandard) -> BTreeMap<&ItemId, &Digest> {
    map_of(standard.digested_items().map(|(item, digest)| (&item.id, digest)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::library::BUILT_IN;
    use serde_json::Value;

    fn station(change: impl Fn(&mut Value)) -> IssuedStandard {
        let mut value: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
        change(&mut value);
        IssuedStandard::read(&value.to_string()).expect("a standard")
    }

    #[test]
    fn a_standard_differs_in_nothing_from_itself() {
        let station = station(|_| ());
        let none = StandardChanges::between(&station, &station);
        assert_eq!(none.items, (49, 49));
        assert_eq!(
            (none.changed.len(), none.added.len(), none.gone.len(), none.lines, none.gates),
            (0, 0, 0, false, false)
        );
    }

    #[test]
    fn what_is_asked_otherwise_is_told_and_an_example_is_not() {
        let other = station(|value| {
            let items = &mut value["sections"][0]["items"];
            items[0]["words"]["zh"] = "另一种问法".into();
            items[1]["example"]["zh"] = "另一个例子".into();
            value["lines"][0]["at_least"] = 6100.into();
            value["texts"][0]["id"] = "T9".into();
        });
        let found = StandardChanges::between(&other, &station(|_| ()));
        let names = |ids: &[ItemId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(&found.changed), ["A1"]);
        assert_eq!((names(&found.added), names(&found.gone)), (vec!["T9".to_owned()], vec!["T1".to_owned()]));
        assert!(found.lines && !found.gates);
    }
}
