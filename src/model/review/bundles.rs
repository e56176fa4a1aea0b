//! The bundles that a review keeps, in their order: what one that comes in is held against, and the code on a sealed sheet.

use crate::model::date::CivilDate;
use crate::model::digest::CheckCode;
use crate::model::record::typed::{compared, is_blank};
use crate::model::review::act::Act;
use crate::model::review::ids::FileDigest;
use crate::model::review::kept_bundle::KeptBundle;
use crate::model::review::log::{Holds, Log};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::review::place::Place;
use crate::model::review::taken::FILE_NAME;
use crate::model::sorting::sort_by;
use crate::model::standard::ids::UnitKind;

/// How a bundle stands to those of its township that are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BundleOrder {
    /// The first.
    First,
    /// After this one, the last until now, and its number.
    After(FileDigest, u32),
    /// It is the last that is kept.
    Last,
    /// Of the number of the last that is kept, with other content: which of them counts the township has to say. The
    /// clock of whoever made them says nothing.
    Beside,
    /// Before the last that is kept, which is of this number.
    Before(u32),
}

/// What a code that was typed from a sealed sheet is of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SealedCode {
    /// Nothing is typed.
    Blank,
    /// It is no code.
    NoCode,
    /// The sheet of this bundle.
    Of(Box<KeptBundle>),
    /// None that is kept.
    Unknown,
}

/// What is kept of a bundle that was opened.
pub fn kept(opened: &OpenedBundle, received: CivilDate, file_name: &str) -> KeptBundle {
    let sealed = &opened.bundle.sealed;
    KeptBundle {
        code: opened.bundle.code.clone(),
        township: sealed.township.clone(),
        kind: opened.standard.unit.id.clone(),
        number: sealed.number,
        time: opened.bundle.time.clone(),
        received,
        file_name: file_name.chars().take(FILE_NAME as usize).collect(),
    }
}

/// Every bundle that is kept, by township, kind and number.
pub fn kept_bundles(log: &Log) -> Vec<(FileDigest, KeptBundle)> {
    let act = |place: &Place| match log.value(place) {
        Holds::Nothing => None,
        Holds::One(act) => Some(act),
        // Two who took it in apart typed another day of receipt: it is the same bundle.
        Holds::Clash(entries) => entries.first().map(|entry| &entry.act),
    };
    let bundles = log.places_of_bundles().filter_map(|place| match act(place) {
        Some(Act::Bundle { file, value: Some(kept) }) => Some((*file, (**kept).clone())),
        _ => None,
    });
    let mut bundles: Vec<_> = bundles.collect();
    sort_by(&mut bundles, |(_, one), (_, other)| {
        (&one.township, &one.kind, order(one)).cmp(&(&other.township, &other.kind, order(other)))
    });
    bundles
}

fn order(bundle: &KeptBundle) -> (u32, &str) {
    (bundle.number, bundle.time.as_str())
}

/// The last of a township's bundles of one kind of unit.
pub fn last_of<'a>(
    kept: &'a [(FileDigest, KeptBundle)],
    township: &str,
    kind: &UnitKind,
) -> Option<&'a (FileDigest, KeptBundle)> {
    let beside = kept.iter().filter(|(_, one)| one.kind == *kind && compared(&one.township) == compared(township));
    beside.max_by_key(|(_, one)| order(one))
}

/// The last bundle of each township and kind: what goes with a review's file. Those before it are only of interest here.
pub fn last_bundles(log: &Log) -> Vec<FileDigest> {
    let kept = kept_bundles(log);
    let is_last = |(file, one): &&(FileDigest, KeptBundle)| {
        last_of(&kept, &one.township, &one.kind).is_some_and(|(last, _)| last == file)
    };
    kept.iter().filter(is_last).map(|(file, _)| *file).collect()
}

/// How a bundle stands to those that are kept.
pub fn order_among(bundle: &KeptBundle, kept: &[(FileDigest, KeptBundle)]) -> BundleOrder {
    match last_of(kept, &bundle.township, &bundle.kind) {
        None => BundleOrder::First,
        Some((_, last)) if last.code == bundle.code => BundleOrder::Last,
        Some((_, last)) if last.number == bundle.number => BundleOrder::Beside,
        Some((_, last)) if last.number > bundle.number => BundleOrder::Before(last.number),
        Some((file, last)) => BundleOrder::After(*file, last.number),
    }
}

/// Which of these bundles a code that was typed from paper is of.
pub fn sealed_code(typed: &str, kept: &[(FileDigest, KeptBundle)]) -> SealedCode {
    if is_blank(typed) {
        return SealedCode::Blank;
    }
    let Some(code) = CheckCode::typed(typed) else { return SealedCode::NoCode };
    let known = kept.iter().find(|(_, one)| one.code == code);
    known.map_or(SealedCode::Unknown, |(_, one)| SealedCode::Of(Box::new(one.clone())))
}
