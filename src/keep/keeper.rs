//! Keeps one draft saved. It is told of edits, of time that has passed and of how writes ended, and says
//! what to write next and what the header may claim. Which copy is newer is told by the draft's save
//! counter, never by a clock.

/// How long typing may rest before it is saved, in milliseconds.
pub const REST: u32 = 600;
/// How long to wait before a failed write is tried again, in milliseconds.
pub const RETRY: u32 = 5000;

/// Where a draft is written to, the most durable place first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Local storage: at once, and safe when the page goes away.
    Local,
}

/// Why a write did not succeed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// The browser gives no storage at all.
    Blocked,
    /// The storage is full.
    Full,
    /// Something newer stands there, written by another tab or copy; it was left alone.
    Newer,
    /// Anything else.
    Other,
}

/// What happens to the machine. `counter` is the draft's save counter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// The draft was changed and now has this counter.
    Edited(u64),
    /// The time that was asked for has passed.
    Due,
    /// The page is hidden or goes away: now or never.
    Leaving,
    /// A write has ended.
    Wrote {
        /// Where.
        place: Place,
        /// What was written.
        counter: u64,
        /// How it ended.
        outcome: Result<(), Failure>,
    },
}

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Say `Due` after so many milliseconds, once.
    Wake(u32),
    /// Write the draft as it is now, which has this counter, and say how it ended.
    Write {
        /// Where.
        place: Place,
        /// The counter it has now.
        counter: u64,
    },
}

/// What the header may claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// The latest edit is in the most durable place that works.
    Saved,
    /// An edit is waiting or being written.
    Saving,
    /// An edit could not be written anywhere.
    Unsaved(Failure),
}

/// One place and what is known of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Known {
    place: Place,
    stored: Option<u64>,
    writing: Option<u64>,
    failed: Option<Failure>,
}

/// The machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keeper {
    places: Vec<Known>,
    latest: u64,
    awake: bool,
}

impl Keeper {
    /// For a draft with this counter that was read from, or not yet written to, these places.
    pub fn new(counter: u64, stored: bool, places: &[Place]) -> Self {
        let stored = stored.then_some(counter);
        let places = places.iter().map(|place| Known { place: *place, stored, writing: None, failed: None }).collect();
        Self { places, latest: counter, awake: false }
    }

    /// Takes an event and says what is to be done.
    pub fn take(&mut self, event: Event) -> Vec<Act> {
        match event {
            Event::Edited(counter) => {
                self.latest = self.latest.max(counter);
                self.wake(REST)
            }
            Event::Due => {
                self.awake = false;
                self.write()
            }
            Event::Leaving => self.write(),
            Event::Wrote { place, counter, outcome } => self.wrote(place, counter, outcome),
        }
    }

    /// What the header may claim now.
    pub fn status(&self) -> Status {
        let behind = |known: &Known| known.stored != Some(self.latest);
        match self.places.iter().find(|known| known.failed.is_none()) {
            Some(working) if !behind(working) => Status::Saved,
            Some(_) => Status::Saving,
            None if self.places.iter().any(|known| !behind(known)) => Status::Saved,
            None => Status::Unsaved(self.places.first().and_then(|known| known.failed).unwrap_or(Failure::Blocked)),
        }
    }

    fn wake(&mut self, wait: u32) -> Vec<Act> {
        if self.awake {
            return Vec::new();
        }
        self.awake = true;
        vec![Act::Wake(wait)]
    }

    fn write(&mut self) -> Vec<Act> {
        let latest = self.latest;
        let mut acts = Vec::new();
        for known in &mut self.places {
            // What is newer there belongs to somebody else and stays.
            if known.stored != Some(latest) && known.writing.is_none() && known.failed != Some(Failure::Newer) {
                known.writing = Some(latest);
                acts.push(Act::Write { place: known.place, counter: latest });
            }
        }
        acts
    }

    fn wrote(&mut self, place: Place, counter: u64, outcome: Result<(), Failure>) -> Vec<Act> {
        let latest = self.latest;
        let Some(known) = self.places.iter_mut().find(|known| known.place == place) else { return Vec::new() };
        known.writing = None;
        match outcome {
            Ok(()) => {
                known.stored = known.stored.max(Some(counter));
                known.failed = None;
                if counter < latest { self.wake(REST) } else { Vec::new() }
            }
            Err(failure) => {
                known.failed = Some(failure);
                if failure == Failure::Newer { Vec::new() } else { self.wake(RETRY) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keeper() -> Keeper {
        Keeper::new(1, true, &[Place::Local])
    }

    fn wrote(counter: u64, outcome: Result<(), Failure>) -> Event {
        Event::Wrote { place: Place::Local, counter, outcome }
    }

    #[test]
    fn an_edit_is_saved_once_typing_rests_and_not_at_every_key() {
        let mut keeper = keeper();
        assert_eq!(keeper.take(Event::Edited(2)), [Act::Wake(REST)]);
        assert_eq!(keeper.take(Event::Edited(3)), []);
        assert_eq!(keeper.status(), Status::Saving);
        assert_eq!(keeper.take(Event::Due), [Act::Write { place: Place::Local, counter: 3 }]);
        assert_eq!(keeper.status(), Status::Saving);
        assert_eq!(keeper.take(wrote(3, Ok(()))), []);
        assert_eq!(keeper.status(), Status::Saved);
    }

    #[test]
    fn a_page_that_goes_away_writes_first() {
        let mut keeper = keeper();
        keeper.take(Event::Edited(2));
        assert_eq!(keeper.take(Event::Leaving), [Act::Write { place: Place::Local, counter: 2 }]);
    }

    #[test]
    fn nothing_is_written_when_nothing_changed() {
        assert_eq!(keeper().take(Event::Leaving), []);
    }

    #[test]
    fn a_failed_write_is_told_and_tried_again() {
        let mut keeper = keeper();
        keeper.take(Event::Edited(2));
        keeper.take(Event::Due);
        assert_eq!(keeper.take(wrote(2, Err(Failure::Full))), [Act::Wake(RETRY)]);
        assert_eq!(keeper.status(), Status::Unsaved(Failure::Full));
        assert_eq!(keeper.take(Event::Due), [Act::Write { place: Place::Local, counter: 2 }]);
        keeper.take(wrote(2, Ok(())));
        assert_eq!(keeper.status(), Status::Saved);
    }

    #[test]
    fn newer_data_is_never_written_over() {
        let mut keeper = keeper();
        keeper.take(Event::Edited(2));
        keeper.take(Event::Due);
        keeper.take(wrote(2, Err(Failure::Newer)));
        keeper.take(Event::Edited(3));
        assert_eq!(keeper.take(Event::Due), []);
        assert_eq!(keeper.status(), Status::Unsaved(Failure::Newer));
    }

    #[test]
    fn an_edit_during_a_write_is_written_afterwards() {
        let mut keeper = keeper();
        keeper.take(Event::Edited(2));
        keeper.take(Event::Due);
        keeper.take(Event::Edited(3));
        keeper.take(wrote(2, Ok(())));
        assert_eq!(keeper.status(), Status::Saving);
        assert_eq!(keeper.take(Event::Due), [Act::Write { place: Place::Local, counter: 3 }]);
    }

    #[derive(Clone, Copy, Debug)]
    enum Happens {
        Edit,
        Due,
        Leave,
        WriteEnds(Result<(), Failure>),
    }

    fn happens() -> impl Strategy<Value = Happens> {
        prop_oneof![
            3 => Just(Happens::Edit),
            3 => Just(Happens::Due),
            1 => Just(Happens::Leave),
            3 => Just(Happens::WriteEnds(Ok(()))),
            1 => Just(Happens::WriteEnds(Err(Failure::Full))),
            1 => Just(Happens::WriteEnds(Err(Failure::Other))),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn what_is_called_saved_is_stored_and_what_is_not_stored_is_never_forgotten_in_2000_runs(
            events in prop::collection::vec(happens(), 0..60)
        ) {
            let mut keeper = Keeper::new(0, false, &[Place::Local]);
            let (mut counter, mut stored, mut wakes) = (0_u64, None, 0_u32);
            let mut writing: Option<u64> = None;
            for event in events {
                let acts = match event {
                    Happens::Edit => {
                        counter += 1;
                        keeper.take(Event::Edited(counter))
                    }
                    // A tick comes only when one was asked for.
                    Happens::Due if wakes > 0 => {
                        wakes -= 1;
                        keeper.take(Event::Due)
                    }
                    Happens::Leave => keeper.take(Event::Leaving),
                    Happens::WriteEnds(outcome) if writing.is_some() => {
                        let written = writing.take().expect("a write");
                        if outcome.is_ok() {
                            stored = Some(written);
                        }
                        keeper.take(wrote(written, outcome))
                    }
                    _ => Vec::new(),
                };
                for act in acts {
                    match act {
                        Act::Wake(_) => wakes += 1,
                        Act::Write { counter, .. } => {
                            prop_assert!(writing.is_none(), "two writes at once");
                            writing = Some(counter);
                        }
                    }
                }
                prop_assert_eq!(keeper.status() == Status::Saved, stored == Some(counter));
                if stored != Some(counter) && counter > 0 {
                    prop_assert!(wakes > 0 || writing.is_some(), "forgotten");
                }
            }
        }
    }
}
