//! Files whose unit is called as a line of the roster calls it, or has its code: nobody has to pick that line for them.

use crate::model::record::typed::compared;
use crate::model::record::unit_key::UnitKey;
use crate::model::review::act::Act;
use crate::model::review::ids::{FileDigest, NameKey, UnitId};
use crate::model::review::known_files::coded;
use crate::model::review::log::{Holds, Log};
use crate::model::review::place::{Place, UnitPlace};
use crate::model::review::roster_line::RosterLine;
use crate::model::review::units::ReviewUnits;
use crate::model::standard::ids::UnitKind;
use std::collections::{BTreeMap, BTreeSet};

/// What a file of this unit would call it. `nfkc` puts a text into Unicode's normal form KC. Nothing for a line without a
/// name.
pub fn key_of(line: &RosterLine, nfkc: &dyn Fn(&str) -> String) -> Option<NameKey> {
    let parts = [&line.township, &line.village, &line.name].map(String::as_str);
    UnitKey::of(&line.kind, parts, nfkc).as_ref().map(NameKey::from)
}

/// The county's code of a unit; nothing for one without a code.
pub fn code_of(kind: &UnitKind, code: &str, nfkc: &dyn Fn(&str) -> String) -> Option<NameKey> {
    let code = nfkc(&compared(code));
    if code.is_empty() { None } else { NameKey::try_from(coded(kind, &code)).ok() }
}

/// The lines of the roster by what a file calls them, and by their codes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LinesByName {
    /// Nothing under what several have.
    lines: BTreeMap<NameKey, Option<UnitId>>,
}

impl LinesByName {
    /// Adds a line.
    pub fn add(&mut self, unit: UnitId, line: &RosterLine, nfkc: &dyn Fn(&str) -> String) {
        for key in [key_of(line, nfkc), code_of(&line.kind, &line.code, nfkc)].into_iter().flatten() {
            self.lines.entry(key).and_modify(|known| *known = None).or_insert(Some(unit));
        }
    }

    /// The only line of this code, or else the only one of this name; of several a person says which.
    pub fn only(&self, name: &NameKey, code: Option<&NameKey>) -> Option<UnitId> {
        [code, Some(name)].into_iter().flatten().find_map(|key| self.lines.get(key).copied().flatten())
    }
}

/// For each name that waits and belongs to exactly one line of the roster, by itself or by the code of its file: that it
/// is that unit's. `code_of` is the code that a file states. What was typed or judged waits on where its line says
/// something of its own: a person decides whether that is replaced.
pub fn same_names(
    units: &ReviewUnits,
    lines: &LinesByName,
    log: &Log,
    code_of: &dyn Fn(&FileDigest) -> Option<NameKey>,
) -> Vec<Act> {
    let (mut known, mut acts) = (BTreeSet::new(), Vec::new());
    let of_files = units.waiting.iter().map(|(file, taken)| (&taken.key, Some(file)));
    for (name, file) in of_files.chain(units.waiting_names.iter().map(|(name, _)| (name, None))) {
        // Each name once.
        if let Some(unit) = lines.only(name, file.and_then(code_of).as_ref())
            && (file.is_some() || !says_something(unit, log))
            && known.insert(name)
        {
            acts.extend(matched(name, unit, log));
        }
    }
    acts
}

/// What a person decides who picks this line for a name (对号): the name stands for it, and what waits under the name is
/// said of the line: what a bundle said, or what was typed for a line that was taken off the roster.
pub fn matched(name: &NameKey, unit: UnitId, log: &Log) -> Vec<Act> {
    let waits = match log.value(&Place::Name(name.clone())) {
        Holds::One(Act::Matched { value: Some(waits), .. }) if !is_listed(*waits, log) => *waits,
        Holds::One(_) | Holds::Nothing | Holds::Clash(_) => UnitId::of_name(name),
    };
    let said = log.places_of(waits).filter(|place| is_said(place)).filter_map(|place| log.value(place).acts().next());
    let moved = said.flat_map(|act| [act.clone().at_unit(unit), act.emptied()]);
    let picked = Act::Matched { name: name.clone(), value: Some(unit) };
    std::iter::once(picked).chain(moved).collect()
}

/// What a person decides who takes this line off the roster. What was typed or judged of it waits under its name, so that
/// it is there when the line is written once more. `name` is nothing where another line has it as well.
pub fn taken_off(unit: UnitId, name: Option<NameKey>, log: &Log) -> Vec<Act> {
    // What the name stands for already it goes on standing for.
    let is_free = |name: &NameKey| match log.value(&Place::Name(name.clone())) {
        Holds::One(Act::Matched { value: Some(stands), .. }) => *stands == unit || !is_listed(*stands, log),
        Holds::One(_) | Holds::Nothing => true,
        Holds::Clash(_) => false,
    };
    let name = name.filter(|name| says_something(unit, log) && is_free(name));
    let waits = name.map(|name| Act::Matched { name, value: Some(unit) });
    std::iter::once(Act::Unit { unit, value: None }).chain(waits).collect()
}

/// Whether a unit stands on the roster.
pub fn is_listed(unit: UnitId, log: &Log) -> bool {
    log.value(&Place::Unit(unit, UnitPlace::Line)) != Holds::Nothing
}

/// Whether something was typed or judged of a unit.
fn says_something(unit: UnitId, log: &Log) -> bool {
    log.places_of(unit).any(|place| is_said(place) && log.value(place) != Holds::Nothing)
}

/// Whether something of a unit was typed or judged there.
fn is_said(place: &Place) -> bool {
    !matches!(place, Place::Unit(_, UnitPlace::Line | UnitPlace::InForce))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::CivilDate;
    use crate::model::digest::CheckCode;
    use crate::model::review::taken::TakenFile;
    use std::sync::Arc;

    fn line(name: &str) -> RosterLine {
        let mut line = RosterLine::new(UnitKind::try_from("room").expect("an id"), name);
        line.township = "柳林镇".to_owned();
        line
    }

    fn lines(names: &[&str]) -> LinesByName {
        let mut lines = LinesByName::default();
        for (name, nth) in names.iter().zip(1_u8..) {
            let line = RosterLine { code: format!("010{nth}"), ..line(name) };
            lines.add(UnitId::new([nth; 8]), &line, &str::to_owned);
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

    /// What waits under the name 王庄室, and whose files state this code.
    fn given(names: &[&str], code: Option<&str>) -> Vec<Act> {
        let code = code.and_then(|code| code_of(&line("").kind, code, &str::to_owned));
        same_names(&waiting("王庄室"), &lines(names), &Log::default(), &|_| code.clone())
    }

    #[test]
    fn a_file_with_the_name_of_one_line_is_that_units_and_spaces_make_no_difference() {
        let acts = given(&["李庄室", "王 庄室"], None);
        assert!(
            matches!(&acts[..], [Act::Matched { value: Some(unit), .. }] if *unit == UnitId::new([2; 8])),
            "once, however many files have it: {acts:?}"
        );
    }

    #[test]
    fn a_name_that_two_lines_have_or_none_waits_for_a_person() {
        assert!(given(&["王庄室", "王庄室"], None).is_empty());
        assert!(given(&["李庄室"], None).is_empty());
    }

    #[test]
    fn a_file_with_the_code_of_one_line_is_that_units_whatever_it_is_called() {
        let is_given = |acts: &[Act], nth: u8| matches!(acts, [Act::Matched { value: Some(unit), .. }] if *unit == UnitId::new([nth; 8]));
        assert!(is_given(&given(&["李庄室", "王家庄联络室"], Some(" 0102")), 2));
        assert!(is_given(&given(&["王庄室", "王庄室"], Some("0102")), 2), "of two of its name");
        assert!(is_given(&given(&["王庄室", "李庄室"], Some("0102")), 2), "the code goes before the name");
        assert!(given(&["李庄室"], Some("0109")).is_empty());
    }
}
