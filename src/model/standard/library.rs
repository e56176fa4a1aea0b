//! The library: every standard at hand, the built-in ones and those opened from files.

use crate::model::digest::Digest;
use crate::model::problem::Problem;
use crate::model::sorting::sort_by_key;
use crate::model::standard::Standard;
use crate::model::standard::ids::StandardId;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::reference::StandardRef;
use crate::model::standard::related;
use std::cmp::Reverse;

/// The built-in standards, as data.
pub const BUILT_IN: [&str; 2] =
    [include_str!("../../../standards/station.json"), include_str!("../../../standards/room.json")];

/// What adding a standard to those at hand comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Admission {
    /// None of its id and version is here.
    New,
    /// Exactly this one is here.
    AtHand,
    /// One of its id and version with other content is here: nobody could tell the two apart, so it is refused.
    OtherContent,
}

/// Every standard at hand. One from a file never takes the place of another with the same id and
/// version.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StandardLibrary {
    standards: Vec<IssuedStandard>,
    built_in: Vec<StandardRef>,
}

impl StandardLibrary {
    /// With the built-in standards; they pass their lint, or the tests fail.
    pub fn built_in() -> Result<Self, Vec<Problem>> {
        let mut library = Self::default();
        for text in BUILT_IN {
            let standard = IssuedStandard::read(text)?;
            library.built_in.push(standard.reference().clone());
            library.add(standard);
        }
        Ok(library)
    }

    /// With these standards and no others.
    pub fn of(standards: &[IssuedStandard]) -> Self {
        let mut library = Self::default();
        for standard in standards {
            library.add(standard.clone());
        }
        library
    }

    /// What adding this one comes to.
    pub fn admission(&self, standard: &IssuedStandard) -> Admission {
        let same = |known: &&IssuedStandard| known.id == standard.id && known.version == standard.version;
        match self.iter().find(same) {
            None => Admission::New,
            Some(_) if self.find(standard.reference()).is_some() => Admission::AtHand,
            Some(_) => Admission::OtherContent,
        }
    }

    /// Puts a standard on the library, if it is a new one.
    pub fn add(&mut self, standard: IssuedStandard) {
        if self.admission(&standard) == Admission::New {
            self.standards.push(standard);
        }
    }

    /// Takes a standard from the library.
    pub fn remove(&mut self, reference: &StandardRef) {
        self.standards.retain(|known| known.reference() != reference);
    }

    /// The one of this digest.
    pub fn with_digest(&self, digest: &Digest) -> Option<&IssuedStandard> {
        self.iter().find(|known| known.reference().digest == *digest)
    }

    /// Whether a standard is one of the program's own.
    pub fn is_built_in(&self, standard: &IssuedStandard) -> bool {
        self.built_in.contains(standard.reference())
    }

    /// The text of its file, laid out to be edited. The program's own keeps the order in which it was written.
    pub fn file_of(&self, standard: &IssuedStandard) -> String {
        let own = self.built_in.iter().position(|known| known == standard.reference());
        own.and_then(|at| BUILT_IN.get(at)).map_or_else(|| standard.laid_out(), |text| (*text).to_owned())
    }

    /// The program's own standard for the same kind of unit, where this one is another.
    pub fn default_for(&self, standard: &IssuedStandard) -> Option<&IssuedStandard> {
        let same = |known: &&IssuedStandard| known.unit.id == standard.unit.id && self.is_built_in(known);
        self.iter().find(same).filter(|_| !self.is_built_in(standard))
    }

    /// The newer versions of a standard: of its id, or what a county issued for the same kind of unit. The program's own
    /// is no newer version of a county's.
    pub fn newer_than(&self, standard: &IssuedStandard) -> Vec<&IssuedStandard> {
        let now = (standard.year, standard.version);
        let follows = |one: &&IssuedStandard| one.id == standard.id || related(one, standard) && !self.is_built_in(one);
        self.iter().filter(|one| (one.year, one.version) > now).filter(follows).collect()
    }

    /// Those that a new draft is made by: what a county issued before the program's own, the latest first.
    pub fn in_use(&self) -> Vec<&IssuedStandard> {
        self.sorted(false)
    }

    /// Those that others have taken the place of: older versions, and the program's own where a county has issued one
    /// for the same kind of unit.
    pub fn replaced(&self) -> Vec<&IssuedStandard> {
        self.sorted(true)
    }

    fn sorted(&self, replaced: bool) -> Vec<&IssuedStandard> {
        let mut found: Vec<&IssuedStandard> = self.iter().filter(|one| self.is_replaced(one) == replaced).collect();
        sort_by_key(&mut found, |one| (self.is_built_in(one), Reverse((one.year, one.version))));
        found
    }

    fn is_replaced(&self, one: &IssuedStandard) -> bool {
        let own = self.is_built_in(one);
        self.iter().filter(|other| !self.is_built_in(other)).any(|other| {
            if own {
                other.unit.id == one.unit.id
            } else {
                related(other, one) && (other.year, other.version) > (one.year, one.version)
            }
        })
    }

    /// Exactly the standard that is referred to.
    pub fn find(&self, reference: &StandardRef) -> Option<&IssuedStandard> {
        self.standards.iter().find(|known| known.reference() == reference)
    }

    /// The newest version of a standard.
    pub fn newest(&self, id: &StandardId) -> Option<&IssuedStandard> {
        self.iter().filter(|standard| standard.id == *id).max_by_key(|standard| standard.version)
    }

    /// The standard of the latest year that is another version of this one, or is this one again.
    pub fn latest_of(&self, standard: &Standard) -> Option<&IssuedStandard> {
        let known = self.iter().filter(|known| related(known, standard));
        known.max_by_key(|known| (known.year, known.id == standard.id, known.version))
    }

    /// Every standard, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = &IssuedStandard> {
        self.standards.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_standards_pass_their_lint() {
        let problems: Vec<String> = match StandardLibrary::built_in() {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(ToString::to_string).collect(),
        };
        assert_eq!(problems, Vec::<String>::new());
    }

    fn changed(change: impl Fn(&mut serde_json::Value)) -> IssuedStandard {
        let mut value: serde_json::Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
        change(&mut value);
        IssuedStandard::read(&value.to_string()).expect("a standard")
    }

    fn county(version: u32) -> IssuedStandard {
        changed(|value| {
            value["id"] = "a-county".into();
            value["version"] = version.into();
        })
    }

    #[test]
    fn the_file_of_a_standard_is_that_standard_laid_out_in_lines() {
        let mut library = StandardLibrary::built_in().expect("standards");
        library.add(county(1));
        for standard in library.iter() {
            let file = library.file_of(standard);
            assert!(file.lines().count() > 100, "{}", standard.id);
            assert_eq!(IssuedStandard::read(&file).expect("a standard").reference(), standard.reference());
        }
    }

    fn names(found: &[&IssuedStandard]) -> Vec<String> {
        found.iter().map(|one| format!("{} {}", one.id, one.version)).collect()
    }

    #[test]
    fn the_same_id_and_version_with_other_content_is_refused_and_a_known_one_is_not_there_twice() {
        let mut library = StandardLibrary::built_in().expect("standards");
        let known = library.iter().next().cloned().expect("a standard");
        assert_eq!(library.admission(&known), Admission::AtHand);
        let other = changed(|value| value["year"] = 2027.into());
        assert_eq!(library.admission(&other), Admission::OtherContent);
        library.add(other.clone());
        library.add(known);
        assert_eq!((library.iter().count(), library.find(other.reference())), (2, None));
        assert_eq!(library.admission(&county(1)), Admission::New);
    }

    #[test]
    fn a_countys_standard_stands_first_and_takes_the_place_of_the_default_for_the_same_kind_of_unit() {
        let mut library = StandardLibrary::built_in().expect("standards");
        assert_eq!(names(&library.in_use()), ["liaison-station 1", "liaison-room 1"]);
        assert!(library.replaced().is_empty());
        library.add(county(2));
        library.add(county(3));
        assert_eq!(names(&library.in_use()), ["a-county 3", "liaison-room 1"]);
        assert_eq!(names(&library.replaced()), ["a-county 2", "liaison-station 1"]);
        let newest = county(3);
        assert_eq!(library.default_for(&newest).map(|one| one.id.to_string()).as_deref(), Some("liaison-station"));
        assert!(library.iter().take(2).all(|own| library.default_for(own).is_none()));
        let own = library.iter().next().cloned().expect("a standard");
        assert_eq!(names(&library.newer_than(&own)), ["a-county 2", "a-county 3"]);
        assert_eq!(
            names(&library.newer_than(&county(0))),
            ["a-county 2", "a-county 3"],
            "the default is not one of them"
        );
        assert!(library.newer_than(&newest).is_empty());
        library.remove(newest.reference());
        assert_eq!(names(&library.in_use()), ["a-county 2", "liaison-room 1"]);
        library.remove(county(2).reference());
        assert_eq!(names(&library.in_use()), ["liaison-station 1", "liaison-room 1"]);
    }
}
