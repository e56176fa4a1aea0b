//! Undoing and redoing what a person filled in. A step holds the parts that changed, as they were and as
//! they became, never a whole draft with its standard; which part that is is found by comparing, so that
//! no edit has to say it. Undoing is an edit like any other: it counts the save counter up.

pub use crate::persistence::draft_parts::Filled;

use crate::model::draft::Draft;
use crate::model::record::unit::{Declaration, Posts, Unit};
use crate::model::record::unread::Unread;
use crate::model::standard::ids::FactId;
use crate::persistence::draft_parts::{DraftPart, changed, put, size, taken};
use crate::persistence::edit_place::EditPlace;

/// How long typing in one place may rest and still be one step, in milliseconds: longer than between two
/// keys, shorter than between two thoughts.
pub const REST: u64 = 1500;
/// How many steps are kept.
pub const STEPS: usize = 200;
/// How much they may hold together, in bytes. Notes are at most 2000 characters, so that this is some
/// hundred large edits; a merged file may be one step and larger, and then the older steps go.
pub const BYTES: usize = 512 * 1024;

/// One step.
#[derive(Clone, PartialEq, Eq, Debug)]
struct UndoStep {
    spot: EditPlace,
    before: Vec<DraftPart>,
    after: Vec<DraftPart>,
    /// When its last edit was made, in milliseconds by any clock that runs on.
    at: u64,
    size: usize,
}

/// The steps of one open draft.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Undo {
    done: Vec<UndoStep>,
    undone: Vec<UndoStep>,
}

impl Undo {
    /// Notes an edit that was made; the standard stayed. `at` is in milliseconds, by any clock that runs on.
    pub fn edited(&mut self, before: &Filled, after: &Draft, at: u64) {
        let parts = changed(before, after);
        if parts.is_empty() {
            return;
        }
        self.undone.clear();
        let spot = spot(before, after, &parts);
        if let Some(last) = self.done.last_mut()
            && last.spot == spot
            && spot != EditPlace::Many
            && at.checked_sub(last.at).is_some_and(|rest| rest <= REST)
        {
            // What did not change at first has been until now as it was before the step.
            for part in parts {
                if !last.before.iter().any(|known| known.is_of_place(&part)) {
                    last.before.push(part);
                }
            }
            last.after = taken(after, &last.before);
            last.at = at;
            last.size = size(&last.before).saturating_add(size(&last.after));
            if last.before == last.after {
                self.done.pop();
            }
        } else {
            let after_parts = taken(after, &parts);
            self.push(spot, parts, after_parts, at);
        }
        self.bound();
    }

    /// What comes next is a step of its own, however soon it comes.
    pub fn pause(&mut self) {
        if let Some(last) = self.done.last_mut() {
            // A time that no edit can follow: it is said to be later than all of them.
            last.at = u64::MAX;
        }
    }

    /// Notes that an earlier state was restored, a file merged, another version of the standard taken or another
    /// year put beside this one: one step, with the standard, that year and the mark of the example where they changed.
    pub fn replaced(&mut self, before: &Draft, after: &Draft) {
        let mut parts = changed(&Filled::of(before), after);
        if before.standard != after.standard {
            parts.push(DraftPart::Standard(before.standard.clone()));
        }
        if before.sample != after.sample {
            parts.push(DraftPart::Sample(before.sample));
        }
        if before.earlier != after.earlier {
            parts.push(DraftPart::Earlier(before.earlier.clone().map(Box::new)));
        }
        if !parts.is_empty() {
            self.undone.clear();
            let after = taken(after, &parts);
            let spot =
                if matches!(parts.as_slice(), [DraftPart::Earlier(_)]) { EditPlace::Earlier } else { EditPlace::Many };
            self.push(spot, parts, after, 0);
            self.bound();
        }
    }

    fn push(&mut self, spot: EditPlace, before: Vec<DraftPart>, after: Vec<DraftPart>, at: u64) {
        let size = size(&before).saturating_add(size(&after));
        self.done.push(UndoStep { spot, before, after, at, size });
    }

    /// Takes the last step back in the draft. Where that was; nothing if there is none.
    pub fn undo(&mut self, draft: &mut Draft) -> Option<EditPlace> {
        let mut step = self.done.pop()?;
        put(draft, &step.before);
        // Whatever is typed next is a step of its own.
        step.at = 0;
        let spot = step.spot.clone();
        self.undone.push(step);
        Some(spot)
    }

    /// Does the last undone step again. Where that was; nothing if there is none.
    pub fn redo(&mut self, draft: &mut Draft) -> Option<EditPlace> {
        let step = self.undone.pop()?;
        put(draft, &step.after);
        let spot = step.spot.clone();
        self.done.push(step);
        Some(spot)
    }

    /// Where undoing would go.
    pub fn next_undo(&self) -> Option<&EditPlace> {
        self.done.last().map(|step| &step.spot)
    }

    /// Where redoing would go.
    pub fn next_redo(&self) -> Option<&EditPlace> {
        self.undone.last().map(|step| &step.spot)
    }

    /// Forgets every step: another copy of the draft is shown, to which they do not belong.
    pub fn clear(&mut self) {
        self.done.clear();
        self.undone.clear();
    }

    /// How much is held, in bytes.
    pub fn bytes(&self) -> usize {
        self.done.iter().chain(&self.undone).map(|step| step.size).sum()
    }

    /// The oldest go. The last step stays even if it alone is larger: what was just done can be undone.
    fn bound(&mut self) {
        let mut bytes = self.bytes();
        let mut drop = self.done.len().saturating_sub(STEPS);
        bytes -= self.done.iter().take(drop).map(|step| step.size).sum::<usize>();
        while bytes > BYTES && drop + 1 < self.done.len() {
            bytes -= self.done.get(drop).map_or(0, |step| step.size);
            drop += 1;
        }
        self.done.drain(..drop);
    }
}

/// Which place changed, down to the line.
fn spot(before: &Filled, after: &Draft, parts: &[DraftPart]) -> EditPlace {
    // Where only the tick of the declaration went along, the place is where that was brought about.
    let only_agreed =
        Declaration { agreed: after.declaration.agreed, ..before.declaration.clone() } == after.declaration;
    let went_along = |part: &&DraftPart| parts.len() > 1 && only_agreed && matches!(part, DraftPart::Declaration(_));
    let parts: Vec<&DraftPart> = parts.iter().filter(|part| !went_along(part)).collect();
    let ([part] | [part, DraftPart::Unread(_)]) = parts.as_slice() else { return EditPlace::Many };
    match part {
        DraftPart::Unread(unread) => unread_field(unread, &after.unread),
        DraftPart::Unit(_) => one(&unit_lines(&before.unit, &after.unit)).map(EditPlace::Unit),
        DraftPart::Posts(_) => one(&posts_lines(&before.posts, &after.posts)).map(EditPlace::Posts),
        DraftPart::Declaration(_) => {
            one(&declaration_lines(&before.declaration, &after.declaration)).map(EditPlace::Declaration)
        }
        DraftPart::Year(_) => Some(EditPlace::Year),
        DraftPart::Months(_) => Some(EditPlace::Months),
        DraftPart::Fact(fact, _) => Some(EditPlace::Fact(fact.clone())),
        DraftPart::Item(item, _) => Some(EditPlace::Item(item.clone())),
        DraftPart::Standard(_) | DraftPart::Earlier(_) | DraftPart::Sample(_) => None,
    }
    .unwrap_or(EditPlace::Many)
}

/// The field that holds what cannot be read, and did not, or no longer does.
fn unread_field(before: &Unread, after: &Unread) -> Option<EditPlace> {
    let of_fact = |fact: &&FactId| before.facts.get(*fact) != after.facts.get(*fact);
    let fact = before.facts.keys().chain(after.facts.keys()).find(of_fact).cloned().map(EditPlace::Fact);
    let item = before.item_that_differs(after).cloned().map(EditPlace::Item);
    fact.or(item).or((before.year != after.year).then_some(EditPlace::Year))
}

/// The line that differs; of several the first, as they were filled in by one choice (a unit that was
/// picked from the list).
fn one(lines: &[(&'static str, bool)]) -> Option<&'static str> {
    lines.iter().find(|(_, differs)| *differs).map(|(key, _)| *key)
}

fn unit_lines(a: &Unit, b: &Unit) -> [(&'static str, bool); 6] {
    [
        ("name", a.name != b.name),
        ("code", a.code != b.code),
        ("township", a.township != b.township),
        ("village", a.village != b.village),
        ("address", a.address != b.address),
        ("hours", a.hours != b.hours),
    ]
}

fn posts_lines(a: &Posts, b: &Posts) -> [(&'static str, bool); 10] {
    [
        ("head.name", a.head.name != b.head.name),
        ("head.office", a.head.office != b.head.office),
        ("head.phone", a.head.phone != b.head.phone),
        ("acting", a.acting != b.acting),
        ("deputy.name", a.deputy.name != b.deputy.name),
        ("deputy.office", a.deputy.office != b.deputy.office),
        ("deputy.phone", a.deputy.phone != b.deputy.phone),
        ("liaison.name", a.liaison.name != b.liaison.name),
        ("liaison.office", a.liaison.office != b.liaison.office),
        ("liaison.phone", a.liaison.phone != b.liaison.phone),
    ]
}

fn declaration_lines(a: &Declaration, b: &Declaration) -> [(&'static str, bool); 4] {
    [
        ("name", a.name != b.name),
        ("post", a.post != b.post),
        ("date", a.date != b.date),
        ("agreed", a.agreed != b.agreed),
    ]
}
