//! Files whose unit is called as a line of the roster calls it: nobody has to pick that line for them.

use crate::model::record::unit_key::UnitKey;
use crate::model::review::act::Act;
use crate::model::review::ids::{NameKey, UnitId};
use crate::model::review::log::Log;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::units::ReviewUnits;
use std::collections::BTreeMap;

/// What a file of this unit would call it. `nfkc` puts a text into Unicode's normal form KC. Nothing for a line without a
/// name.
pub fn key_of(line: &RosterLine, nfkc: &dyn Fn(&str) -> String) -> Option<NameKey> {
    let parts = [&line.township, &line.village, &line.name].map(String::as_str);
    UnitKey::of(&line.kind, parts, nfkc).as_ref().map(NameKey::from)
}

/// The lines of the roster by what a file calls them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LinesByName {
    /// Nothing under a name that several have.
    lines: BTreeMap<NameKey, Option<UnitId>>,
}

impl LinesByName {
    /// Adds a line.
    pub fn add(&mut self, unit: UnitId, line: &RosterLine, nfkc: &dyn Fn(&str) -> String) {
        if let Some(key) = key_of(line, nfkc) {
            self.lines.entry(key).and_modify(|known| *known = None).or_insert(Some(unit));
        }
    }

    /// The only line of this name; of several a person says which.
    pub fn only(&self, name: &NameKey) -> Option<UnitId> {
        self.lines.get(name).copied().flatten()
    }
}

/// For each name that waits and is the name of exactly one line of the roster: that it is that unit's.
pub fn same_names(units: &ReviewUnits, mut lines: LinesByName, log: &Log) -> Vec<Act> {
    let of_files = units.waiting.iter().map(|(_, taken)| &taken.key);
    let all = of_files.chain(units.waiting_names.iter().map(|(name, _)| name));
    // Each name once.
    all.filter_map(|name| Some(matched(name, lines.lines.remove(name)??, log))).flatten().collect()
}

/// What a person decides who picks this line for a name (对号): the name stands for it, and what a bundle said of the name
/// is said of the line.
pub fn matched(name: &NameKey, unit: UnitId, log: &Log) -> Vec<Act> {
    let waits = UnitId::of_name(name);
    let said = log.places_of(waits).filter_map(|place| log.value(place).acts().next());
    let moved = said.flat_map(|act| [act.clone().at_unit(unit), act.emptied()]);
    let picked = Act::Matched { name: name.clone(), value: Some(unit) };
    std::iter::once(picked).chain(moved).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::CivilDate;
    use crate::model::digest::CheckCode;
    use crate::model::review::ids::FileDigest;
    use crate::model::review::taken::TakenFile;
    use crate::model::standard::ids::UnitKind;
    use std::sync::Arc;

    fn line(name: &str) -> RosterLine {
        let mut line = RosterLine::new(UnitKind::try_from("room").expect("an id"), name);
        line.township = "柳林镇".to_owned();
        line
    }

    fn lines(names: &[&str]) -> LinesByName {
        let mut lines = LinesByName::default();
        for (name, nth) in names.iter().zip(1_u8..) {
            lines.add(UnitId::new([nth; 8]), &line(name), &str::to_owned);
        }
        lines
    }

    fn waiting(name: &str) -> ReviewUnits {
        let taken = TakenFile {
            code: CheckCode::of("an object"),
            revision: 1,
            received: CivilDate::parse("2026-12-05").expect("a day"),
            file_name: String::new(),
            key: key_of(&line(name), &str::to_owned).expect("a name"),
            unit: None,
            bundle: None,
        };
        let waiting = [b"1", b"2"].map(|bytes| (FileDigest::of(bytes), Arc::new(taken.clone()))).to_vec();
        let mut units = ReviewUnits::default();
        units.waiting = waiting;
        units
    }

    #[test]
    fn a_file_with_the_name_of_one_line_is_that_units_and_spaces_make_no_difference() {
        let acts = same_names(&waiting("王庄室"), lines(&["李庄室", "王 庄室"]), &Log::default());
        assert!(
            matches!(&acts[..], [Act::Matched { value: Some(unit), .. }] if *unit == UnitId::new([2; 8])),
            "once, however many files have it: {acts:?}"
        );
    }

    #[test]
    fn a_name_that_two_lines_have_or_none_waits_for_a_person() {
        assert!(same_names(&waiting("王庄室"), lines(&["王庄室", "王庄室"]), &Log::default()).is_empty());
        assert!(same_names(&waiting("王庄室"), lines(&["李庄室"]), &Log::default()).is_empty());
    }
}
