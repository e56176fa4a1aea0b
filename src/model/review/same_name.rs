//! Files whose unit is called as a line of the roster calls it: nobody has to pick that line for them.

use crate::model::record::unit_key::UnitKey;
use crate::model::review::act::Act;
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::roster_line::RosterLine;
use crate::model::review::units::ReviewUnits;
use std::collections::BTreeMap;

/// What a file of this unit would call it. `nfkc` puts a text into Unicode's normal form KC. Nothing for a line without a
/// name.
pub fn key_of(line: &RosterLine, nfkc: &dyn Fn(&str) -> String) -> Option<NameKey> {
    let parts = [&line.township, &line.village, &line.name].map(String::as_str);
    UnitKey::of(&line.kind, parts, nfkc).as_ref().map(NameKey::from)
}

/// The lines of the roster by what a file calls them; nothing under a name that several have: a person says which.
pub fn lines_by_name(units: &ReviewUnits, nfkc: &dyn Fn(&str) -> String) -> BTreeMap<NameKey, Option<UnitId>> {
    let mut lines: BTreeMap<NameKey, Option<UnitId>> = BTreeMap::new();
    for unit in &units.units {
        if let Some(key) = key_of(&unit.line, nfkc) {
            lines.entry(key).and_modify(|known| *known = None).or_insert(Some(unit.id));
        }
    }
    lines
}

/// For each file that waits and has the name of exactly one line of the roster: that it is that unit's.
pub fn same_names(units: &ReviewUnits, nfkc: &dyn Fn(&str) -> String) -> Vec<Act> {
    if units.waiting.is_empty() {
        return Vec::new();
    }
    let mut lines = lines_by_name(units, nfkc);
    let mut acts: Vec<Act> = Vec::new();
    for (_, taken) in &units.waiting {
        // Each name once.
        if let Some(Some(unit)) = lines.remove(&taken.key) {
            acts.push(Act::Matched { name: taken.key.clone(), value: Some(unit) });
        }
    }
    acts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::CivilDate;
    use crate::model::digest::CheckCode;
    use crate::model::review::ids::FileDigest;
    use crate::model::review::taken::TakenFile;
    use crate::model::review::units::{Counts, ReviewUnit};
    use crate::model::standard::ids::UnitKind;

    fn line(name: &str) -> RosterLine {
        let mut line = RosterLine::new(UnitKind::try_from("room").expect("an id"), name);
        line.township = "柳林镇".to_owned();
        line
    }

    fn units(names: &[&str], waiting: &str) -> ReviewUnits {
        let units = names.iter().zip(1_u8..).map(|(name, nth)| ReviewUnit {
            id: UnitId::new([nth; 8]),
            line: line(name),
            received: Vec::new(),
            entered: false,
            counts: Counts::None,
            not_sent: None,
            clash: false,
        });
        let taken = TakenFile {
            code: CheckCode::of("an object"),
            revision: 1,
            received: CivilDate::parse("2026-12-05").expect("a day"),
            file_name: String::new(),
            key: key_of(&line(waiting), &str::to_owned).expect("a name"),
            unit: None,
            bundle: None,
        };
        ReviewUnits { units: units.collect(), waiting: vec![(FileDigest::of(b"1"), taken)] }
    }

    #[test]
    fn a_file_with_the_name_of_one_line_is_that_units_and_spaces_make_no_difference() {
        let acts = same_names(&units(&["李庄室", "王 庄室"], "王庄室"), &str::to_owned);
        assert!(
            matches!(&acts[..], [Act::Matched { value: Some(unit), .. }] if *unit == UnitId::new([2; 8])),
            "{acts:?}"
        );
    }

    #[test]
    fn a_name_that_two_lines_have_or_none_waits_for_a_person() {
        assert!(same_names(&units(&["王庄室", "王庄室"], "王庄室"), &str::to_owned).is_empty());
        assert!(same_names(&units(&["李庄室"], "王庄室"), &str::to_owned).is_empty());
    }
}
