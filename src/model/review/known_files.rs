//! Which files of which units a review has: what a file that comes in is held against.

use crate::model::digest::Codes;
use crate::model::record::typed::compared;
use crate::model::record::unit::Unit;
use crate::model::record::unit_key::UnitKey;
use crate::model::review::ids::{FileDigest, NameKey};
use crate::model::standard::ids::UnitKind;
use std::collections::{BTreeMap, BTreeSet};

/// A submission that the review has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownFile {
    /// Of its bytes, as they came.
    pub digest: FileDigest,
    /// Its codes.
    pub codes: Codes,
    /// Which one it is, counted from 1 (第 n 次).
    pub revision: u32,
}

/// Every file that a review has. Looking one up takes as long with ten thousand of them as with ten.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct KnownFiles {
    digests: BTreeSet<FileDigest>,
    units: Vec<KnownUnit>,
    /// By kind and code: the one unit that has it.
    by_code: BTreeMap<String, Vec<usize>>,
    /// By what units are called.
    by_key: BTreeMap<String, Vec<usize>>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct KnownUnit {
    code: String,
    files: Vec<KnownFile>,
}

impl KnownFiles {
    /// Whether exactly these bytes are here.
    pub fn has(&self, digest: &FileDigest) -> bool {
        self.digests.contains(digest)
    }

    /// Remembers bytes that are here and are no submission.
    pub fn add_bytes(&mut self, digest: FileDigest) {
        self.digests.insert(digest);
    }

    /// Remembers a submission of this unit.
    pub fn add(&mut self, kind: &UnitKind, unit: &Unit, nfkc: &dyn Fn(&str) -> String, file: KnownFile) {
        self.digests.insert(file.digest);
        let (code, key) = (nfkc(&compared(&unit.code)), key_of(kind, unit, nfkc));
        let at = self.find(kind, &code, key.as_ref()).unwrap_or_else(|| {
            self.units.push(KnownUnit { code: String::new(), files: Vec::new() });
            self.units.len() - 1
        });
        if !code.is_empty() {
            self.by_code.insert(coded(kind, &code), vec![at]);
        }
        if let Some(key) = key {
            let here = self.by_key.entry(key.as_str().to_owned()).or_default();
            if !here.contains(&at) {
                here.push(at);
            }
        }
        if let Some(known) = self.units.get_mut(at) {
            if known.code.is_empty() {
                known.code = code;
            }
            known.files.push(file);
        }
    }

    /// The files of this unit, in the order in which they came.
    pub fn of(&self, kind: &UnitKind, unit: &Unit, nfkc: &dyn Fn(&str) -> String) -> &[KnownFile] {
        let found = self.find(kind, &nfkc(&compared(&unit.code)), key_of(kind, unit, nfkc).as_ref());
        found.and_then(|at| self.units.get(at)).map_or(&[], |unit| &unit.files)
    }

    /// By the county's code; without one, or where the other has none, by kind, township, village and name.
    fn find(&self, kind: &UnitKind, code: &str, key: Option<&NameKey>) -> Option<usize> {
        if !code.is_empty()
            && let Some([at]) = self.by_code.get(&coded(kind, code)).map(Vec::as_slice)
        {
            return Some(*at);
        }
        let same = |at: &&usize| self.units.get(**at).is_some_and(|known| code.is_empty() || known.code.is_empty());
        self.by_key.get(key?.as_str())?.iter().find(same).copied()
    }
}

/// A code of a kind of unit, as `compared` and in the normal form KC. No kind has a line end in it.
pub(in crate::model::review) fn coded(kind: &UnitKind, code: &str) -> String {
    format!("{kind}\n{code}")
}

/// What a unit is known by where no code says it; nothing for one without a name.
pub fn key_of(kind: &UnitKind, unit: &Unit, nfkc: &dyn Fn(&str) -> String) -> Option<NameKey> {
    let names = [&unit.township, &unit.village, &unit.name].map(String::as_str);
    UnitKey::of(kind, names, nfkc).as_ref().map(NameKey::from)
}
