//! A draft as a browser stores it: like its file, but of its standard it says only which one it is. The standard is
//! most of a draft's text and never changes, so it is stored once, beside all the drafts that are filled in by it.

use crate::model::digest::Digest;
use crate::model::draft::{Draft, FORMAT};
use crate::model::files::json;
use crate::model::files::json::canonical;
use crate::model::files::migrations;
use crate::model::files::parse::{parse, parse_strict};
use crate::model::problem::{Fault, Problem};
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::reference::StandardRef;
use serde_json::Value;

/// A draft that says which standard it is filled in by.
pub type StoredDraft = Draft<StandardRef>;

/// Where the standard of a stored draft is found, if it is.
pub type Find<'a> = &'a dyn Fn(&StandardRef) -> Option<IssuedStandard>;

/// A draft's text as it is stored.
pub fn write(draft: &Draft) -> String {
    canonical(&draft.clone().map_standard(|standard| standard.reference().clone()))
}

/// Reads a stored draft, with every problem of its content at once. One whose standard is not found is told as that. A
/// text that holds the whole standard, as a file does, opens as well.
pub fn read(text: &str, find: Find<'_>) -> Result<Draft, Vec<Problem>> {
    of(&json::read(text).map_err(|problem| vec![problem])?, find)
}

/// The same of a value.
pub(in crate::model) fn of(value: &Value, find: Find<'_>) -> Result<Draft, Vec<Problem>> {
    if reference(value).is_none() {
        return Draft::of(value);
    }
    migrations::refuse_newer(value, FORMAT)?;
    let value = migrations::current(value, migrations::DRAFT);
    let (stored, problems): (StoredDraft, _) = parse(&value)?;
    let Some(standard) = find(&stored.standard) else {
        let StandardRef { id, version, .. } = stored.standard;
        let (unit, year) = (stored.unit.trimmed().name, stored.year);
        let fault = Fault::StandardMissing { id: id.to_string(), version, unit, year };
        return Err(vec![Problem::at("standard", fault)]);
    };
    let draft = stored.map_standard(|_| standard);
    // The standard was looked at when it was found.
    let found = draft.own_problems();
    draft.checked(problems, found)
}

/// Which standard a stored text names; nothing where it names none, holds the whole of one, or cannot be read.
pub fn standard_of(text: &str) -> Option<StandardRef> {
    reference(&json::read(text).ok()?)
}

fn reference(value: &Value) -> Option<StandardRef> {
    parse_strict(value.get("standard")?).ok()
}

/// The standard that a stored text is, if it is the one that is meant and holds together.
pub fn standard(text: &str, meant: &StandardRef) -> Option<IssuedStandard> {
    let standard = IssuedStandard::read(text).ok()?;
    let digest = Digest::of(text.as_bytes());
    if digest == meant.digest {
        standard.note_written(text, digest);
    }
    (standard.reference() == meant).then_some(standard)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::library::BUILT_IN;

    #[test]
    fn however_a_stored_standard_is_laid_out_it_is_the_same_one() {
        for text in BUILT_IN {
            let issued = IssuedStandard::read(text).expect("a standard");
            let value: Value = serde_json::from_str(text).expect("JSON");
            let laid_out = serde_json::to_string_pretty(&value).expect("text");
            for stored in [issued.text(), &laid_out] {
                let read = standard(stored, issued.reference()).expect("the one that is meant");
                assert_eq!((read.text(), read.reference()), (issued.text(), issued.reference()));
            }
            let other = issued.text().replacen('1', "2", 1);
            assert!(standard(&other, issued.reference()).is_none());
        }
    }
}
