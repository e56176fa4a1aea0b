//! A township's bundle (上报文件): made of the open review, read again and compared, and only then handed over.

use crate::model::review::act::Act;
use crate::model::review::bundle::Bundle;
use crate::model::review::bundle_changes::BundleChanges;
use crate::model::review::bundles;
use crate::model::review::bundles::BundleOrder;
use crate::model::review::ids::FileDigest;
use crate::model::review::make_bundle::{BundleHindrance, BundleSource};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::library::StandardLibrary;
use crate::model::submission::Submission;
use crate::platform::review::open_review::{Received, ReviewSession};
use crate::platform::review::received::submission_of;
use crate::platform::review::take_bundle;
use crate::platform::time_slice::TimeSlice;
use crate::platform::{clock, files};
use js_sys::Uint8Array;
use serde_json::Value;

/// A bundle that was made.
pub struct MadeBundle {
    /// As it was read again.
    pub opened: OpenedBundle,
    /// What it says otherwise than the last one that was made, and the number of that.
    pub changes: Option<(u32, BundleChanges)>,
}

/// Why there is no file.
pub enum NoBundle {
    /// What stands in its way.
    Hindered(Vec<BundleHindrance>),
    /// What was written does not say what the review says.
    Differs,
    /// This number, or a later one, is that of another bundle that was made here: the last number.
    NumberTaken(u32),
    /// The browser took no file.
    NoFile,
}

/// Makes the bundle of this kind of unit and hands it to the browser as a file of the name that `named` gives.
pub async fn save(
    session: ReviewSession,
    kind: &UnitKind,
    number: u32,
    by: &str,
    name: &str,
) -> Result<MadeBundle, NoBundle> {
    let (_at_work, nothing) = (session.at_work(), || NoBundle::NoFile);
    let (basics, log, digests) = session
        .with(|open| {
            let digests: Vec<FileDigest> = open.rows.keys().copied().filter(|file| open.holds_file(*file)).collect();
            (open.head.basics.clone(), open.log.clone(), digests)
        })
        .ok_or_else(nothing)?;
    let library = StandardLibrary::of(&basics.standards);
    let mut read: Vec<(FileDigest, (Value, Submission))> = Vec::new();
    let mut slice = TimeSlice::begin();
    for digest in digests {
        read.extend(submission_of(session, digest, &library).await.map(|found| (digest, found)));
        slice.next().await;
    }
    let column = basics.who().ok_or_else(nothing)?.column;
    let submission =
        |digest: &FileDigest| read.iter().find(|(known, _)| known == digest).map(|(_, submission)| submission.clone());
    let source = BundleSource { basics: &basics, log: &log, kind, column: &column, submission: &submission };
    let bundle = source.bundle(number, by, clock::now().ok_or_else(nothing)?).map_err(NoBundle::Hindered)?;
    let written = bundle.written();
    let opened = Bundle::read(&written, &library).map_err(|_| NoBundle::Differs)?;
    if opened.bundle != bundle || !opened.findings.is_empty() {
        return Err(NoBundle::Differs);
    }
    let made = bundles::kept(&opened, clock::today().ok_or_else(nothing)?, name);
    let before = session.with(|open| bundles::kept_bundles(&open.log)).unwrap_or_default();
    let order = bundles::order_among(&made, &before);
    let before = bundles::last_of(&before, &made.township, &made.kind);
    // The county could not tell which of two counts.
    if let Some((_, last)) = before.filter(|_| matches!(order, BundleOrder::Beside | BundleOrder::Before(_))) {
        return Err(NoBundle::NumberTaken(last.number));
    }
    files::save(name, &written).ok_or_else(nothing)?;
    let changes = match before {
        None => None,
        Some((file, last)) => {
            let read = take_bundle::read_kept(session, *file, &library).await;
            read.map(|read| (last.number, BundleChanges::between(&read, &opened)))
        }
    };
    // It is held against the next one, and its sheet can be looked at again.
    let file = FileDigest::of(written.as_bytes());
    let received = Received { files: vec![(file, Uint8Array::from(written.as_bytes()))], rows: Vec::new() };
    // What was handed in is not undone by the way.
    session.decide_untold(vec![Act::Bundle { file, value: Some(Box::new(made)) }], received);
    session.tell();
    Ok(MadeBundle { opened, changes })
}
