//! One draft that is open in one window: who may write it, what is read, what is written. The machines of
//! this folder are tied together here, so that whoever carries their acts out decides nothing: events in,
//! acts out.

pub use super::desk_words::{Act, Event, Timer};
use super::gone::Gone;
use super::keeper::{self, Keeper, Outcome, Status, Target, Why};
use super::lease::{Message, Says};
use super::place::{Failure, Place};
use super::stamp::{Found, Stamp, Stands, Writer};
use super::start::{Opens, decide};
use super::tabs::{self, Means, Role, Tabs};

/// How long the places may take to be read, in milliseconds. After that the draft opens from those that
/// answered, and what a late one holds is compared then. Where they hold none, the page says that it is still
/// being read: a place that did not answer is not an empty one, however long it takes.
const READING: u32 = 2500;

/// A reading of all places.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Reading {
    found: Vec<(Place, Found)>,
    claim: bool,
}

/// What was typed in this window and is not in the draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Outside {
    Nothing,
    /// It is in a copy beside the draft.
    Copy,
    /// The computer was cleared, and it is in no place.
    OnlyHere,
}

/// The machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Desk {
    window: u64,
    places: Vec<Place>,
    tabs: Tabs,
    keeper: Option<Keeper>,
    reading: Option<Reading>,
    round: u32,
    /// A draft that was never stored stands in this window's memory, with this counter.
    fresh: Option<u64>,
    /// It is to be read anew as soon as nothing here is unsaved.
    anew: bool,
    outside: Outside,
    /// Something was taken away, and what stands in the places is not yet read anew.
    doubts: bool,
}

impl Desk {
    /// For a window of this name (a random number) and the places that are to be used. `fresh` is the
    /// counter of a draft that was never stored.
    pub fn new(window: u64, places: &[Place], means: Means, fresh: Option<u64>) -> Self {
        let mut places = places.to_vec();
        places.sort_unstable_by_key(|place| *place);
        let tabs = Tabs::new(window, means);
        Self {
            window,
            places,
            tabs,
            keeper: None,
            reading: None,
            round: 0,
            fresh,
            anew: false,
            outside: Outside::Nothing,
            doubts: false,
        }
    }

    /// What is to be done first.
    pub fn begin(&mut self) -> Vec<Act> {
        let acts = self.tabs.begin();
        self.carry(acts)
    }

    /// Takes an event and says what is to be done.
    pub fn take(&mut self, event: Event) -> Vec<Act> {
        let mut acts = match event {
            Event::Found { place, round, found } => self.found(place, round, found),
            Event::Due(Timer::Reading(round)) if round == self.round => self.waited_enough(),
            Event::Due(Timer::Tick(tick)) => self.tabs(tabs::Event::Tick(tick)),
            Event::Due(Timer::Keeper(timer)) => self.keep(keeper::Event::Due(timer)),
            Event::Edited(counter) => self.keep(keeper::Event::Edited(counter)),
            Event::Hidden => self.keep(keeper::Event::Leaving),
            Event::Leaving => {
                let mut acts = self.keep(keeper::Event::Leaving);
                acts.extend(self.tabs(tabs::Event::Leaving));
                acts
            }
            Event::Back => self.tabs(tabs::Event::Back),
            Event::Wrote { place, target, attempt, stamp, outcome } if self.is_by(stamp.by) => {
                let mut acts = self.keep(keeper::Event::Wrote { place, attempt, target, stamp, outcome });
                acts.extend(self.late(target, stamp, outcome));
                acts
            }
            // Of a reading that was left.
            Event::Wrote { target, stamp, outcome, .. } => self.late(target, stamp, outcome).into_iter().collect(),
            Event::SetAside { from, attempt, round, outcome } if self.is_by(self.writer(round)) => {
                self.keep(keeper::Event::SetAside { from, attempt, outcome })
            }
            Event::Due(Timer::Reading(_)) | Event::SetAside { .. } => Vec::new(),
            Event::Stands { place, stands } => self.stands(place, stands),
            Event::Granted => self.tabs(tabs::Event::Granted),
            Event::Refused => self.tabs(tabs::Event::Refused),
            Event::Lost => self.tabs(tabs::Event::Lost),
            Event::Lease(lease) => self.tabs(tabs::Event::Lease(lease)),
            // What is being read may be what stood there before.
            Event::Heard(Message { says: Says::Gone, .. }) => {
                self.doubts = true;
                self.anew = self.reading.is_none();
                if self.anew { Vec::new() } else { self.start(false) }
            }
            Event::Heard(message) => self.tabs(tabs::Event::Heard(message)),
            Event::TakeOver => self.tabs(tabs::Event::TakeOver),
            Event::LetGo => {
                self.keeper = None;
                self.start(true)
            }
        };
        let settled = self.reading.is_none() && self.keeper.as_ref().is_none_or(Keeper::is_settled);
        let stored = self.keeper.as_ref().and_then(Keeper::stored);
        acts.extend(self.tabs(tabs::Event::Kept { settled, stored }));
        if self.anew && self.reading.is_none() && !self.must_warn() {
            let claim = self.keeper.as_ref().is_some_and(Keeper::is_copying);
            acts.extend(self.start(claim));
        }
        acts
    }

    /// What the header may claim; nothing before something is open.
    pub fn status(&self) -> Option<Status> {
        let status = self.keeper.as_ref().map(Keeper::status)?;
        // Something was taken away, and it is not yet known what.
        Some(if self.doubts && matches!(status, Status::Saved(_)) { Status::Saving } else { status })
    }

    /// What this window may do.
    pub fn role(&self) -> Role {
        self.tabs.role()
    }

    /// Whether the draft may be edited now. An edit at any other time must not be made.
    pub fn may_edit(&self) -> bool {
        self.reading.is_none() && self.keeper.as_ref().is_some_and(Keeper::may_edit)
    }

    /// Whether something would be lost if the page went away now. Ask after `Leaving` or `Hidden` was
    /// carried out.
    pub fn must_warn(&self) -> bool {
        self.keeper.as_ref().is_some_and(Keeper::must_warn)
    }

    /// Whether what was typed in this window was put into a copy beside the draft, since another window
    /// went on with it.
    pub fn has_copied(&self) -> bool {
        let cleared = self.keeper.as_ref().is_some_and(Keeper::is_cleared);
        !cleared && (self.outside == Outside::Copy || self.keeper.as_ref().is_some_and(Keeper::is_copying))
    }

    /// Whether the computer was cleared while something typed in this window was in no place. It is in this
    /// window alone.
    pub fn had_more_when_cleared(&self) -> bool {
        self.outside == Outside::OnlyHere
    }

    fn writer(&self, round: u32) -> Writer {
        Writer { window: self.window, round }
    }

    fn is_by(&self, by: Writer) -> bool {
        self.keeper.as_ref().is_some_and(|keeper| keeper.by() == by)
    }

    /// A write was on its way when another window went on with the draft: that one has to read what stands now.
    fn late(&self, target: Target, stamp: Stamp, outcome: Outcome) -> Option<Act> {
        let late = self.tabs.role() == Role::Reader && target == Target::Draft && outcome == Outcome::Stored;
        late.then_some(Act::Send(Message { from: self.window, says: Says::Saved(stamp.counter) }))
    }

    fn tabs(&mut self, event: tabs::Event) -> Vec<Act> {
        let acts = self.tabs.take(event);
        self.carry(acts)
    }

    fn carry(&mut self, acts: Vec<tabs::Act>) -> Vec<Act> {
        let mut all = Vec::new();
        for act in acts {
            match act {
                tabs::Act::Lock(lock) => all.push(Act::Lock(lock)),
                tabs::Act::ReadLease => all.push(Act::ReadLease),
                tabs::Act::WriteLease(lease) => all.push(Act::WriteLease(lease)),
                tabs::Act::ClearLease(holder) => all.push(Act::ClearLease(holder)),
                tabs::Act::Send(message) => all.push(Act::Send(message)),
                tabs::Act::Wake(wait, tick) => all.push(Act::Wake(wait, Timer::Tick(tick))),
                tabs::Act::Flush => all.extend(self.keep(keeper::Event::Leaving)),
                tabs::Act::Own { claim } => all.extend(self.start(claim)),
                tabs::Act::Follow => {
                    all.extend(self.keep(keeper::Event::Lost));
                    all.extend(self.start(false));
                }
                tabs::Act::Reread => all.extend(self.start(false)),
            }
        }
        all
    }

    fn keep(&mut self, event: keeper::Event) -> Vec<Act> {
        let Some(keeper) = &mut self.keeper else { return Vec::new() };
        let acts = keeper.take(event);
        self.kept(acts)
    }

    fn kept(&mut self, acts: Vec<keeper::Act>) -> Vec<Act> {
        let round = self.keeper.as_ref().map_or(0, |keeper| keeper.by().round);
        let mut all = Vec::new();
        for act in acts {
            match act {
                keeper::Act::Wake { wait, timer } => all.push(Act::Wake(wait, Timer::Keeper(timer))),
                keeper::Act::Write { place, target, attempt, stamp, known } => {
                    all.push(Act::Write { place, target, attempt, stamp, known });
                }
                keeper::Act::SetAside { from, to, attempt, how } => {
                    all.push(Act::SetAside { from, to, attempt, round, how });
                }
                keeper::Act::Reopen => self.anew = true,
            }
        }
        // What was typed and kept as a copy is shown as that; here the draft goes on as it is stored.
        self.anew |= self.keeper.as_ref().is_some_and(Keeper::is_copying);
        all
    }

    /// Reads every place, unless something here is not yet saved; then as soon as it is.
    fn start(&mut self, claim: bool) -> Vec<Act> {
        if self.keeper.as_ref().is_some_and(Keeper::is_cleared) {
            return self.cleared();
        }
        if self.must_warn() {
            self.anew = true;
            return Vec::new();
        }
        self.anew = false;
        let claim = claim || self.reading.as_ref().is_some_and(|reading| reading.claim);
        self.reading = Some(Reading { found: Vec::new(), claim });
        // What an earlier reading asked for does not count any more, and neither does its line of writing.
        self.round = self.round.saturating_add(1);
        let round = self.round;
        if self.fresh.is_some() && self.tabs.role() == Role::Owner {
            return self.read();
        }
        let mut acts: Vec<Act> = self.places.iter().rev().map(|place| Act::Read { place: *place, round }).collect();
        acts.push(Act::Wake(READING, Timer::Reading(round)));
        acts
    }

    /// The computer was cleared: whatever the places say by now, nothing of it is shown any more.
    fn cleared(&mut self) -> Vec<Act> {
        let more = self.keeper.as_ref().is_some_and(Keeper::had_more_when_cleared);
        // A copy was cleared with the rest.
        self.outside = if more { Outside::OnlyHere } else { Outside::Nothing };
        (self.keeper, self.reading, self.fresh) = (None, None, None);
        (self.anew, self.doubts) = (false, false);
        self.round = self.round.saturating_add(1);
        vec![Act::Show { round: self.round, opens: Opens::Gone(Gone::Cleared) }]
    }

    fn found(&mut self, place: Place, round: u32, found: Found) -> Vec<Act> {
        if round != self.round {
            return Vec::new();
        }
        let Some(reading) = &mut self.reading else {
            // It comes after the draft was opened without it.
            return match found.stands() {
                Some(stands) => self.keep(keeper::Event::Stands { place, stands }),
                None => Vec::new(),
            };
        };
        reading.found.retain(|(known, _)| *known != place);
        reading.found.push((place, found));
        if reading.found.len() < self.places.len() { Vec::new() } else { self.read() }
    }

    /// A place was looked at. While everything is read anew, what was read of it before is not true any more.
    fn stands(&mut self, place: Place, stands: Stands) -> Vec<Act> {
        // Nothing is open, and now something may stand there: taken out of the bin, or opened in another window.
        if self.keeper.is_none() && self.reading.is_none() && matches!(stands, Stands::Draft(_)) {
            return self.start(false);
        }
        let mut acts = self.keep(keeper::Event::Stands { place, stands });
        let round = self.round;
        if let Some(reading) = &mut self.reading {
            let before = reading.found.len();
            reading.found.retain(|(known, found)| *known != place || found.stands() == Some(stands));
            if reading.found.len() < before {
                acts.push(Act::Read { place, round });
            }
        }
        acts
    }

    /// Whoever waits is shown something: the draft, if a place that answered has one.
    fn waited_enough(&mut self) -> Vec<Act> {
        let waits = self.keeper.is_none() && self.fresh.is_none();
        match &self.reading {
            Some(reading) if waits && !matches!(decide(&reading.found).opens, Opens::Draft { .. }) => {
                vec![Act::Show { round: self.round, opens: Opens::Waiting }]
            }
            _ => self.read(),
        }
    }

    /// Opens what was read.
    fn read(&mut self) -> Vec<Act> {
        let Some(Reading { mut found, claim }) = self.reading.take() else { return Vec::new() };
        // A key that was on its way when the reading began.
        if self.must_warn() {
            self.anew = true;
            return Vec::new();
        }
        self.anew = false;
        self.doubts = false;
        let round = self.round;
        for place in &self.places {
            if !found.iter().any(|(known, _)| known == place) {
                // Nothing was asked for a new draft: its name is nobody else's, and every write looks first.
                let new = self.fresh.is_some() && self.tabs.role() == Role::Owner;
                found.push((*place, if new { Found::Nothing } else { Found::Failed(Failure::NoAnswer) }));
            }
        }
        let plan = decide(&found);
        let owner = self.tabs.role() == Role::Owner;
        let reader = if owner { None } else { Some(Why::OtherWindow) };
        let (opened, why) = match plan.opens {
            Opens::Draft { stamp, beside_newer: true, .. } => (Some(stamp), Some(Why::NewerFormat)),
            Opens::Draft { stamp, .. } => (Some(stamp), reader),
            _ => (None, reader),
        };
        if opened.is_some() {
            self.fresh = None;
        }
        let counter = opened.map(|stamp| stamp.counter).or(self.fresh);
        let found = match plan.opens {
            Opens::Gone(Gone::Removed(last)) => Some(last),
            Opens::Gone(Gone::Cleared) => Some(u64::MAX),
            _ => counter,
        };
        if plan.opens == Opens::Gone(Gone::Cleared) {
            // A copy was cleared with the rest.
            self.outside = Outside::Nothing;
        }
        // What this window has is not there any more: it is put into a copy before anything else is shown.
        if let Some(keeper) = &mut self.keeper
            && keeper.is_newer(found)
        {
            let acts = keeper.take(keeper::Event::Vanished);
            return self.kept(acts);
        }
        if self.keeper.as_ref().is_some_and(Keeper::is_copying) {
            self.outside = Outside::Copy;
        }
        let mut acts = Vec::new();
        // The same text again, so that nothing on the screen has to move.
        let same = opened.is_some() && self.keeper.as_ref().and_then(Keeper::at_hand) == opened;
        if self.fresh.is_none() && !same {
            acts.push(Act::Show { round, opens: plan.opens });
        }
        if owner {
            self.fresh = None;
        }
        let Some(counter) = counter else {
            self.keeper = None;
            return acts;
        };
        let mut keeper = Keeper::new(self.writer(round), counter, opened, &plan.places, why);
        if claim && owner {
            keeper.claim();
            acts.push(Act::Snapshot);
        }
        let first = keeper.begin();
        self.keeper = Some(keeper);
        acts.extend(self.kept(first));
        acts
    }
}
