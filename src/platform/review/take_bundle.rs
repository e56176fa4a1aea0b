//! Taking in a township's bundle: its submissions like any others, what it typed and judged at the lines of the roster
//! that have its units' names.

use crate::model::files::json::canonical_text;
use crate::model::review::act::Act;
use crate::model::review::bundle::{Bundle, BundledUnit};
use crate::model::review::entry::Who;
use crate::model::review::ids::{FileDigest, NameKey, UnitId};
use crate::model::review::log::{Holds, Log};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::review::place::Place;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::same_name::{LinesByName, code_of, is_listed, key_of};
use crate::model::review::take_bundle::{BundleActs, BundledPlace};
use crate::model::standard::library::StandardLibrary;
use crate::platform::nfkc;
use crate::platform::review::open_review::{OpenReview, ReviewSession};

/// What a bundle brings.
pub(super) struct Brought {
    /// Its submissions as files, each with a name.
    pub(super) submissions: Vec<(String, Vec<u8>)>,
    /// What it says beside them.
    pub(super) acts: Vec<Act>,
    /// What it says where something else was decided here since.
    pub(super) beside: Vec<Act>,
    /// Units that are not on the roster.
    pub(super) not_listed: Vec<String>,
}

/// What a bundle that belongs to the review brings; `before` is the one of its township before it, where that can be read.
pub(super) fn brought(
    opened: &OpenedBundle,
    before: Option<&OpenedBundle>,
    open: &OpenReview,
    lines: &LinesByName,
) -> Brought {
    let (log, units) = (&open.log, open.units());
    let place_of = |bundled: &BundledUnit| match key_in(opened, bundled) {
        Some(key) => match unit_of(opened, bundled, lines, log, &key) {
            Some(unit) => BundledPlace::Line(unit, key),
            None => BundledPlace::Waits(key),
        },
        None => BundledPlace::Nowhere,
    };
    let ours = township_of(opened);
    let waits = units.waiting_names.iter().filter(|(name, _)| ours.as_deref() == name.township());
    let waits: Vec<UnitId> = waits.map(|(_, unit)| *unit).collect();
    let BundleActs { acts, beside, waiting } = BundleActs::of(opened, before, log, &place_of, &waits);
    let named = opened.submissions.iter().map(|one| format!("{}.json", one.submission.signed.unit.name.trim()));
    let texts = opened.bundle.submissions.iter().map(|value| canonical_text(value).into_bytes());
    Brought { submissions: named.zip(texts).collect(), acts, beside, not_listed: waiting }
}

/// Whose a bundle's word is.
pub(super) fn sealed_by(opened: &OpenedBundle) -> Who {
    let sealed = &opened.bundle.sealed;
    Who { column: sealed.column.clone(), group: String::new(), name: sealed.township.clone() }
}

/// A bundle that is kept, opened again; nothing where its bytes are not here.
pub async fn read_kept(session: ReviewSession, file: FileDigest, library: &StandardLibrary) -> Option<OpenedBundle> {
    let mut library = library.clone();
    // The review's own standards are at hand, whatever this browser has.
    for standard in session.with(|open| open.head.basics.standards.clone()).unwrap_or_default() {
        library.add(standard);
    }
    let text = String::from_utf8(session.file(file).await?).ok()?;
    Bundle::read(text.trim_start_matches('\u{feff}'), &library).ok()
}

/// What the names of a bundle's units begin with: their kind and the township.
fn township_of(opened: &OpenedBundle) -> Option<String> {
    let mut line = RosterLine::new(opened.standard.unit.id.clone(), "-");
    line.township.clone_from(&opened.bundle.sealed.township);
    key_of(&line, &nfkc::nfkc)?.township().map(str::to_owned)
}

/// What a bundle calls a unit.
fn key_in(opened: &OpenedBundle, bundled: &BundledUnit) -> Option<NameKey> {
    let mut line = RosterLine::new(opened.standard.unit.id.clone(), &bundled.name);
    line.township.clone_from(&opened.bundle.sealed.township);
    line.village.clone_from(&bundled.village);
    key_of(&line, &nfkc::nfkc)
}

/// The unit of this name: the only line that is called so or has its code, or the one that was picked for it and still
/// stands on the roster.
fn unit_of(
    opened: &OpenedBundle,
    bundled: &BundledUnit,
    lines: &LinesByName,
    log: &Log,
    key: &NameKey,
) -> Option<UnitId> {
    let code = code_of(&opened.standard.unit.id, &bundled.code, &nfkc::nfkc);
    let picked = || match log.value(&Place::Name(key.clone())) {
        Holds::One(Act::Matched { value, .. }) => value.filter(|unit| is_listed(*unit, log)),
        Holds::One(_) | Holds::Nothing | Holds::Clash(_) => None,
    };
    lines.only(key, code.as_ref()).or_else(picked)
}
