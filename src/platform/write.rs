//! An open draft is written: to one place at a time, with its card beside it.

use crate::model::draft::stored;
use crate::model::files::json::canonical;
use crate::persistence::autosave::{WriteOutcome, WriteTarget};
use crate::persistence::backend::Failure;
use crate::persistence::card::Card;
use crate::persistence::key;
use crate::persistence::revision::{Revision, StoredState, allows, encode};
use crate::platform::draft_signals::DraftSignals;
use crate::platform::standards_read::Beside;
use crate::platform::{history, journal, local};
use js_sys::JsString;
use leptos::prelude::*;

/// What a save writes, made once for both places and already the browser's: what crosses over to it costs as
/// much as making it.
#[derive(Clone)]
pub(super) struct EncodedDraft {
    pub(super) revision: Revision,
    pub(super) target: WriteTarget,
    key: String,
    gone: String,
    text: JsString,
    standard: Beside,
    card: Option<(String, JsString)>,
}

impl EncodedDraft {
    /// The draft as it is now; nothing if its page is gone.
    pub(super) fn of(signals: DraftSignals, revision: Revision, target: WriteTarget) -> Option<Self> {
        let score = signals.score.try_get_untracked()?;
        signals.draft.try_with_untracked(|draft| {
            let id = &draft.id;
            let (key, card) = match target {
                // A card that is missing is made anew from its draft; a copy gets none.
                WriteTarget::Copy => (key::copy(id, revision.by), None),
                WriteTarget::Draft => {
                    (key::draft(id), Some((key::card(id), canonical(&Card::of(draft, &score)).into())))
                }
            };
            let text = encode(revision, &stored::write(draft)).into();
            let standard = Beside::of(&draft.standard);
            Self { revision, target, key, gone: key::gone(id), text, standard, card }
        })
    }

    /// Writes it to local storage, if what stands there may be replaced.
    pub(super) fn to_local(&self, known: StoredState) -> WriteOutcome {
        let outcome = match local::stored_state(&self.key, &self.gone) {
            Err(failure) => WriteOutcome::Failed(failure),
            Ok(found) if !allows(found, known, self.revision) => WriteOutcome::Refused(found),
            Ok(_) => self.put_in_local().map_or_else(WriteOutcome::Failed, |()| WriteOutcome::Stored),
        };
        if let (WriteOutcome::Stored, Some((key, card))) = (outcome, &self.card) {
            let _ = local::put(key, card);
        }
        outcome
    }

    /// A draft comes before its history.
    fn put_in_local(&self) -> Result<(), Failure> {
        match self.texts_to_local() {
            Err(Failure::Full) if history::give_way_in_local(self.size()) => self.texts_to_local(),
            outcome => outcome,
        }
    }

    /// A draft is not stored without what it names.
    fn texts_to_local(&self) -> Result<(), Failure> {
        local::put_beside(&self.standard)?;
        local::put(&self.key, &self.text)
    }

    /// How many bytes it takes at most where texts are stored, with its standard.
    fn size(&self) -> u64 {
        (u64::from(self.text.length()) + u64::from(self.standard.text.length())) * 2
    }

    /// The same to the journal, without the card.
    pub(super) async fn to_journal(&self, known: StoredState) -> WriteOutcome {
        match self.put_in_journal(known).await {
            WriteOutcome::Failed(Failure::Full) if history::give_way_in_journal(self.size()).await => {
                self.put_in_journal(known).await
            }
            outcome => outcome,
        }
    }

    async fn put_in_journal(&self, known: StoredState) -> WriteOutcome {
        match journal::replace(&self.key, &self.gone, &self.text, &self.standard, self.revision, known).await {
            Ok(Ok(())) => WriteOutcome::Stored,
            Ok(Err(found)) => WriteOutcome::Refused(found),
            Err(failure) => WriteOutcome::Failed(failure),
        }
    }

    /// Writes the card to the journal. Whether it was there to be written.
    pub(super) async fn card_to_journal(&self) -> bool {
        let Some((key, card)) = &self.card else { return false };
        let _: Result<(), Failure> = journal::keep(key, card).await;
        true
    }
}
