//! The library: every standard at hand, the built-in ones and those opened from files.

use crate::model::problem::Problem;
use crate::model::standard::Standard;
use crate::model::standard::ids::StandardId;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::reference::StandardRef;
use crate::model::standard::related;

/// The built-in standards, as data.
pub const BUILT_IN: [&str; 2] =
    [include_str!("../../../standards/station.json"), include_str!("../../../standards/room.json")];

/// Every standard at hand. One from a file never takes the place of another with the same id and
/// version.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StandardLibrary {
    standards: Vec<IssuedStandard>,
}

impl StandardLibrary {
    /// With the built-in standards; they pass their lint, or the tests fail.
    pub fn built_in() -> Result<Self, Vec<Problem>> {
        let mut library = Self::default();
        for text in BUILT_IN {
            library.add(IssuedStandard::read(text)?);
        }
        Ok(library)
    }

    /// Puts a standard on the library, unless exactly this one is there.
    pub fn add(&mut self, standard: IssuedStandard) {
        if self.find(standard.reference()).is_none() {
            self.standards.push(standard);
        }
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
}
