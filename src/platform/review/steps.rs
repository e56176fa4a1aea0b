//! Undoing and doing again what was decided in this window, step by step.

use crate::model::review::undo::Undone;
use crate::persistence::review_head::HeadChange;
use crate::platform::clock;
use crate::platform::review::open_review::{Received, ReviewSession};
use leptos::prelude::*;

/// What came of undoing the last step, or of doing it again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepOutcome {
    /// There is none.
    Nothing,
    /// It is done, but for so many places at which something else was decided since.
    Done(usize),
    /// Something else was decided since wherever it had decided anything, and that stays.
    Stands,
}

impl ReviewSession {
    /// A step was made in this window; what was undone before cannot be done again.
    pub(super) fn note_step(self, step: u32) {
        self.steps.try_update_value(|steps| steps.push(step));
        self.undone.set_value(Vec::new());
    }

    /// Undoes a step of this window. At how many places it still held, and at how many something else was decided since.
    pub fn undo(self, step: u32) -> (usize, usize) {
        let Some(at) = clock::now() else { return (0, 0) };
        let undone = self.open.try_update_value(|open| {
            let open = open.as_mut()?;
            Some(open.maker.undo(&mut open.log, step, &at))
        });
        let Some(Some(Undone { made, passed_over })) = undone else { return (0, 0) };
        self.keep(HeadChange::default(), &made, Received::default());
        self.tell();
        (made.len(), passed_over.len())
    }

    /// Undoes the last step of this window.
    pub fn undo_last(self) -> StepOutcome {
        self.take_back(self.steps, self.undone)
    }

    /// Does again what was undone last.
    pub fn redo_last(self) -> StepOutcome {
        self.take_back(self.undone, self.steps)
    }

    /// What undoes a step is a step of its own, and is undone in the same way. One that cannot be undone is not passed over
    /// in silence: the one before it is another matter, of which the person may not think.
    fn take_back(self, from: StoredValue<Vec<u32>>, to: StoredValue<Vec<u32>>) -> StepOutcome {
        let Some(step) = from.try_update_value(Vec::pop).flatten() else { return StepOutcome::Nothing };
        let own = self.with(|open| open.maker.next());
        match self.undo(step) {
            (0, _) => StepOutcome::Stands,
            (_, passed_over) => {
                to.update_value(|steps| steps.extend(own));
                StepOutcome::Done(passed_over)
            }
        }
    }
}
