//! What the pages see of an open draft: the draft itself, the one source of truth, and what is derived from it.

use crate::model::draft::Draft;
use crate::model::draft::orphans::NeedsReview;
use crate::model::record::Record;
use crate::model::record::facts::Clash;
use crate::model::scoring::score::Score;
use crate::model::standard::issued::IssuedStandard;
use crate::persistence::autosave::{ReadOnlyReason, SaveStatus};
use crate::persistence::edit_place::EditPlace;
use crate::platform::draft_parts::DraftParts;
use leptos::prelude::*;

/// What the pages see of an open draft. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub struct DraftSignals {
    /// The draft as it is now.
    pub draft: ReadSignal<Draft>,
    parts: DraftParts,
    /// Its score, derived.
    pub score: Memo<Score>,
    /// Which of its numbers are too large for others, derived.
    pub clashes: Memo<Vec<Clash>>,
    /// Of what the person is asked whether it still holds, derived.
    pub reconfirm: Memo<Vec<NeedsReview>>,
    /// What the header may claim of saving.
    pub status: RwSignal<SaveStatus>,
    /// Why it may only be read, if so.
    pub reads: Memo<Option<ReadOnlyReason>>,
    /// Whether this window's typing went into a copy beside the draft.
    pub copied: RwSignal<bool>,
    /// Whether this window asks another one for the draft.
    pub asking: RwSignal<bool>,
    /// Where undoing and redoing would go.
    pub steps: RwSignal<(Option<EditPlace>, Option<EditPlace>)>,
    /// How many photos are missing in the file of it that was handed to the browser last; nothing before one was.
    pub handed: RwSignal<Option<usize>>,
    /// Counts up when the page is to be drawn anew, although its place and language stay.
    pub anew: RwSignal<u32>,
}

impl DraftSignals {
    /// Of a draft that was read.
    pub(super) fn new(draft: Draft) -> Self {
        let clashes = |draft: &Draft| draft.record.facts.clashes(&draft.standard);
        let (clash, marks) = (clashes(&draft), draft.reconfirm.clone());
        let (draft, write) = signal(draft);
        let parts = DraftParts::new(write);
        let status = RwSignal::new(SaveStatus::Saving);
        Self {
            draft,
            parts,
            score: score_of(draft),
            clashes: parts.add(clash, move |draft, _| clashes(draft)),
            reconfirm: parts.add(marks, |draft, _| draft.reconfirm.clone()),
            status,
            reads: Memo::new(move |_| match status.get() {
                SaveStatus::ReadOnly(why) => Some(why),
                _ => None,
            }),
            copied: RwSignal::new(false),
            asking: RwSignal::new(false),
            steps: RwSignal::new((None, None)),
            handed: RwSignal::new(None),
            anew: RwSignal::new(0),
        }
    }

    /// A part of the draft, or of its score, which is told only where it changes: for what stands many times on a page. Ends
    /// with its owner.
    pub fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Draft, &Score) -> T + 'static,
    ) -> Memo<T> {
        let now = self.draft.with_untracked(|draft| self.score.with_untracked(|score| look(draft, score)));
        self.parts.add(now, look)
    }

    /// Changes the draft, and tells who follows it or a part of it.
    pub(super) fn write(self, change: impl FnOnce(&mut Draft)) {
        self.parts.write(self.draft, self.score, change);
    }

    /// Draws the page anew: what it was drawn from was replaced as a whole.
    pub fn redraw(self) {
        self.anew.update(|times| *times = times.wrapping_add(1));
    }
}

/// The score of a draft. It is worked out anew only where something is changed that gives points: most of what is typed
/// is ledgers and notes.
fn score_of(draft: ReadSignal<Draft>) -> Memo<Score> {
    let rated = StoredValue::new(None::<(IssuedStandard, Record)>);
    Memo::new_owning(move |last: Option<Score>| {
        draft.with(|draft| {
            let same = |(standard, record): &(IssuedStandard, Record)| {
                *standard == draft.standard && record.scores_like(&draft.record)
            };
            let last = match last {
                Some(last) if rated.with_value(|rated| rated.as_ref().is_some_and(same)) => return (last, false),
                last => last,
            };
            rated.set_value(Some((draft.standard.clone(), draft.record.clone())));
            let score = draft.score();
            let changed = last.as_ref() != Some(&score);
            (score, changed)
        })
    })
}
