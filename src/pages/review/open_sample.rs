//! The sample county: made up by the program, opened in one click, and marked as a sample wherever it is.

use crate::i18n::{Text, file_of};
use crate::model::review::act::Act;
use crate::model::review::basics::{DeskKind, ReviewBasics};
use crate::model::review::ids::ReviewId;
use crate::model::review::sample_county::{SampleCounty, sample_county};
use crate::model::standard::library::StandardLibrary;
use crate::persistence::review_head::ReviewHead;
use crate::platform::review::begun_file::ChosenFile;
use crate::platform::review::open_review::Received;
use crate::platform::review::sessions::ReviewSessions;
use crate::platform::review::take_in::take_in;
use crate::platform::{clock, files};
use std::sync::Arc;

/// The same county for everybody.
const SEED: u64 = 2026;

/// Makes it, and takes in what its units sent. Nothing where the browser gives no random numbers.
pub(super) async fn open_sample(text: &Text, sessions: ReviewSessions, library: StandardLibrary) -> Option<ReviewId> {
    let own: Vec<_> = library.iter().filter(|standard| library.is_built_in(standard)).cloned().collect();
    let [station, room] = own.as_slice() else { return None };
    let SampleCounty { roster, files } = sample_county(SEED, [station, room], text.lang, &|draft| {
        file_of(text, draft, text.send.what, draft.revision, "json")
    });
    let id = ReviewId::new(clock::random_bytes()?);
    let (year, standards) = (station.year, own.clone());
    let basics = ReviewBasics { id, year, desk: DeskKind::County, sample: true, standards };
    let session = sessions.begin(ReviewHead::new(basics, clock::now()?), &[], Received::default())?;
    let lines = roster.into_iter().map(|(unit, line)| Act::Unit { unit, value: Some(Arc::new(line)) });
    session.decide_untold(lines.collect(), Received::default())?;
    // What came on one day is taken in together.
    let mut files = files.into_iter().peekable();
    while let Some(first) = files.next() {
        let day = first.received;
        let mut of_day = vec![first];
        while let Some(next) = files.next_if(|next| next.received == day) {
            of_day.push(next);
        }
        let chosen = of_day.iter().filter_map(|file| files::made(&file.name, &file.bytes));
        let chosen = chosen.map(|file| ChosenFile { file, among_others: false }).collect();
        take_in(session, library.clone(), chosen, day, |_| true).await?;
    }
    Some(id)
}
