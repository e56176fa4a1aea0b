//! Parts of an open draft, for the fields that show them. What follows the draft itself is asked at every key whether it has to
//! change, and so is all that depends on it: some hundred effects of a page, of which one or two do. A part is looked at once
//! after each change, and who follows it hears of it only where it differs.

use crate::model::draft::Draft;
use crate::model::scoring::score::Score;
use leptos::prelude::*;
use std::rc::Rc;

/// Looks at a part again.
type Look = Rc<dyn Fn(&Draft, &Score)>;

/// The way to change the draft, and the parts that are followed. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct DraftParts(StoredValue<Parts, LocalStorage>);

struct Parts {
    write: WriteSignal<Draft>,
    looks: Vec<(u64, Look)>,
    next: u64,
}

impl DraftParts {
    /// With none; `write` changes the draft.
    pub(super) fn new(write: WriteSignal<Draft>) -> Self {
        Self(StoredValue::new_local(Parts { write, looks: Vec::new(), next: 0 }))
    }

    /// A part that is this now. Ends with its owner.
    pub(super) fn add<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        now: T,
        look: impl Fn(&Draft, &Score) -> T + 'static,
    ) -> Memo<T> {
        let part = RwSignal::new(now);
        self.keep(Rc::new(move |draft, score| {
            let now = look(draft, score);
            if part.try_with_untracked(|part| *part != now) == Some(true) {
                part.set(now);
            }
        }));
        Memo::new(move |_| part.get())
    }

    fn keep(self, look: Look) {
        let number = self.0.try_update_value(|parts| {
            parts.next += 1;
            parts.looks.push((parts.next, look));
            parts.next
        });
        on_cleanup(move || {
            self.0.try_update_value(|parts| parts.looks.retain(|(known, _)| Some(*known) != number));
        });
    }

    /// Changes the draft, of which this is the score, and tells who follows it or a part of it.
    pub(super) fn write(self, draft: ReadSignal<Draft>, score: Memo<Score>, change: impl FnOnce(&mut Draft)) {
        let Some((write, looks)) = self.0.try_with_value(|parts| (parts.write, parts.looks.clone())) else { return };
        write.update(change);
        draft.try_with_untracked(|draft| {
            score.with_untracked(|score| looks.iter().for_each(|(_, look)| look(draft, score)));
        });
    }
}
