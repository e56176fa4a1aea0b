//! A draft that is being opened or open, behind its pages: what is done when is decided by the machine in
//! `crate::persistence::coordinator`; here its acts are carried out and it is told what happens.

use crate::model::draft::Draft;
use crate::model::problem::Problem;
use crate::model::standard::ids::DraftId;
use crate::persistence::autosave::{WriteOutcome, WriteTarget};
use crate::persistence::backend::{Backend, Failure};
use crate::persistence::coordinator::{Command, Event, SaveCoordinator};
use crate::persistence::key;
use crate::persistence::leadership::{LockRequest, TabRole};
use crate::persistence::lease::Lease;
use crate::persistence::opening::Opens;
use crate::persistence::revision::{Found, Revision, StoredCopy, StoredState, read_copy_past, stored_state};
use crate::persistence::snapshots::SnapshotKind;
use crate::persistence::tombstone::Tombstone;
use crate::persistence::undo::Undo;
use crate::platform::draft_signals::DraftSignals;
use crate::platform::windows::{Ask, Channel, LockHeld, Told, means};
use crate::platform::write::EncodedDraft;
use crate::platform::{clock, fault, history, journal, local, photos, standards};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

/// What is shown of a draft.
#[derive(Clone)]
pub enum OpenState {
    /// Its places are being read.
    Reading,
    /// It is open.
    Draft(DraftSignals),
    /// It cannot be read: as it stands, and what is wrong. It is left alone.
    Broken(String, Vec<Problem>),
    /// A place has not answered yet, and what did answer holds no draft.
    Waiting,
    /// A person took it away.
    Gone(Tombstone),
    /// Nothing is here. `unsure`: a place could not be read.
    Missing {
        /// A place could not be read.
        unsure: bool,
    },
}

/// A draft that is being opened or open. Copies are handles to the same one.
#[derive(Clone, Copy)]
pub struct OpenDraft {
    /// What is shown of it.
    pub shown: RwSignal<OpenState>,
    inner: StoredValue<Inner, LocalStorage>,
}

/// What was read of a place: the raw text, too, as it may have to be shown.
struct Read {
    place: Backend,
    round: u32,
    raw: Option<String>,
    gone: Option<Tombstone>,
    copy: StoredCopy,
}

pub(super) struct Inner {
    id: DraftId,
    pub(super) coordinator: SaveCoordinator,
    events: VecDeque<Event>,
    busy: bool,
    read: Vec<Read>,
    held: LockHeld,
    channel: Option<Channel>,
    pub(super) undo: Undo,
    pub(super) signals: Option<DraftSignals>,
    /// What is being written, while the places are told one after the other.
    encoded: Option<EncodedDraft>,
    owner: Owner,
}

impl OpenDraft {
    /// Opens the draft of this name; `fresh` is one that was never stored. It is closed with its owner.
    pub fn open(id: &DraftId, fresh: Option<Draft>) -> Self {
        let coordinator = SaveCoordinator::new(
            clock::window_name(),
            &Backend::ALL,
            means(),
            fresh.as_ref().map(|draft| draft.counter),
        );
        let inner = Inner {
            id: id.clone(),
            coordinator,
            events: VecDeque::new(),
            busy: true,
            read: Vec::new(),
            held: LockHeld::default(),
            channel: None,
            undo: Undo::default(),
            signals: None,
            encoded: None,
            owner: Owner::current().unwrap_or_default(),
        };
        let opened = Self { shown: RwSignal::new(OpenState::Reading), inner: StoredValue::new_local(inner) };
        let channel = Channel::open(id, move |message| opened.take(Event::Heard(message)));
        opened.with(|inner| inner.channel = Some(channel));
        if let Some(signals) = fresh.and_then(|draft| opened.begin(draft)) {
            opened.shown.set(OpenState::Draft(signals));
        }
        let first = opened.with(|inner| inner.coordinator.begin()).unwrap_or_default();
        for act in first {
            opened.execute(act);
        }
        opened.run();
        opened
    }

    pub(super) fn with<T>(self, change: impl FnOnce(&mut Inner) -> T) -> Option<T> {
        self.inner.try_update_value(change)
    }

    /// Tells the machine what happened, and carries out what it answers.
    pub fn take(self, event: Event) {
        // After a fault nothing is decided or written any more.
        if fault::is_over() {
            return;
        }
        let busy = self.with(|inner| {
            inner.events.push_back(event);
            std::mem::replace(&mut inner.busy, true)
        });
        // An act that ends at once is told while the acts before it are still being carried out.
        if busy == Some(false) {
            self.run();
        }
    }

    fn run(self) {
        while let Some(Some(acts)) =
            self.with(|inner| inner.events.pop_front().map(|event| inner.coordinator.take(event)))
        {
            for act in acts {
                self.execute(act);
            }
        }
        self.with(|inner| {
            inner.busy = false;
            inner.encoded = None;
        });
        self.tell();
    }

    /// What the pages see of the machine.
    fn tell(self) {
        let told = self.with(|inner| {
            let coordinator = &inner.coordinator;
            let steps = (inner.undo.next_undo().cloned(), inner.undo.next_redo().cloned());
            Some((
                inner.signals?,
                coordinator.status()?,
                coordinator.has_copied(),
                coordinator.role() == TabRole::Asking,
                steps,
            ))
        });
        if let Some(Some((signals, status, copied, asking, steps))) = told {
            if signals.status.try_get_untracked() != Some(status) {
                fault::note(status, &clock::local_now());
            }
            set(signals.status, status);
            set(signals.copied, copied);
            set(signals.asking, asking);
            set(signals.steps, steps);
        }
    }

    fn execute(self, act: Command) {
        match act {
            Command::Wake(wait, timer) => {
                clock::later(move || self.take(Event::Due(timer)), Duration::from_millis(u64::from(wait)));
            }
            Command::Read { place, round } => self.read(place, round),
            Command::Show { round, opens } => self.show_what(round, opens),
            Command::Snapshot => self.snapshot(SnapshotKind::BeforeTakingOver),
            Command::Write { place, target, attempt, revision, known } => {
                self.write(place, target, attempt, revision, known);
            }
            Command::PutStandard => self.put_standard(),
            Command::Quarantine { from, to, attempt, round, how } => {
                let Some(id) = self.id() else { return };
                spawn_local(async move {
                    let outcome = history::quarantine(&id, from, to, how).await;
                    self.take(Event::Quarantine { from, attempt, round, outcome });
                });
            }
            Command::Lock(lock) => self.lock(lock),
            Command::ReadLease => {
                let Some(id) = self.id() else { return };
                let lease = local::read(&key::lease(&id)).ok().flatten();
                self.take(Event::Lease(lease.as_deref().and_then(Lease::read)));
            }
            Command::WriteLease(lease) => {
                if let Some(id) = self.id() {
                    // A lease that cannot be stored is read back as none, and the machine knows what that means.
                    let _ = local::write(&key::lease(&id), &lease.write());
                }
            }
            Command::ClearLease(holder) => {
                let Some(key) = self.id().map(|id| key::lease(&id)) else { return };
                let stored_state = local::read(&key).ok().flatten().as_deref().and_then(Lease::read);
                if stored_state.is_some_and(|lease| lease.holder == holder) {
                    local::remove(&key);
                }
            }
            Command::Send(message) => {
                self.with(|inner| inner.channel.as_ref().map(|channel| channel.say(message)));
            }
        }
    }

    pub(super) fn id(self) -> Option<DraftId> {
        self.with(|inner| inner.id.clone())
    }

    fn read(self, place: Backend, round: u32) {
        let Some(id) = self.id() else { return };
        match place {
            Backend::Local => {
                let found = local::read_copy(&id);
                match &found {
                    // Its standard has to be fetched from the journal first.
                    Ok((Some(raw), _)) if !standards::is_at_hand(raw) => {
                        spawn_local(self.was_read_with_standard(place, round, found));
                    }
                    _ => self.was_read(place, round, found),
                }
            }
            Backend::Journal => spawn_local(async move {
                let found = journal::read_copy(&id).await;
                self.was_read_with_standard(place, round, found).await;
            }),
        }
    }

    async fn was_read_with_standard(
        self,
        place: Backend,
        round: u32,
        found: Result<(Option<String>, Option<Tombstone>), Failure>,
    ) {
        let brought = match &found {
            Ok((Some(raw), _)) => standards::bring(raw).await,
            _ => Ok(()),
        };
        // Nothing is called missing while it may be in a place that does not answer.
        self.was_read(place, round, brought.and(found));
    }

    fn was_read(self, place: Backend, round: u32, found: Result<(Option<String>, Option<Tombstone>), Failure>) {
        let found = match found {
            Err(failure) => Found::Failed(failure),
            Ok((raw, gone)) => {
                // As a rule both places hold the same, and reading it takes as long as drawing a page.
                let same = self.with(|inner| {
                    let same =
                        inner.read.iter().find(|read| read.round == round && read.raw == raw && read.gone == gone);
                    same.map(|read| read.copy.clone())
                });
                let copy = same.flatten().unwrap_or_else(|| read_copy_past(gone, raw.as_deref(), &standards::find));
                let found = copy.found;
                self.with(|inner| {
                    inner.read.retain(|read| read.round == round && read.place != place);
                    inner.read.push(Read { place, round, raw, gone, copy });
                });
                found
            }
        };
        self.take(Event::Found { place, round, found });
    }

    fn show_what(self, round: u32, opens: Opens) {
        let take = |place: Backend| {
            self.with(|inner| {
                let at = inner.read.iter().position(|read| read.place == place && read.round == round)?;
                Some(inner.read.swap_remove(at))
            })
            .flatten()
        };
        match opens {
            Opens::Draft { place, .. } => {
                let draft = take(place).and_then(|read| read.copy.draft);
                if let Some(signals) = draft.and_then(|draft| self.begin(*draft)) {
                    // Reading takes its time, and so does drawing: in between the browser may answer.
                    clock::later(move || _ = self.shown.try_set(OpenState::Draft(signals)), Duration::ZERO);
                }
            }
            Opens::Newer(place) | Opens::Broken(place) => {
                if let Some(read) = take(place) {
                    self.shown.set(OpenState::Broken(read.raw.unwrap_or_default(), read.copy.problems));
                }
            }
            Opens::Missing { unsure } => self.shown.set(OpenState::Missing { unsure }),
            Opens::Waiting => self.shown.set(OpenState::Waiting),
            Opens::Gone(gone) => {
                if gone == Tombstone::Cleared {
                    photos::halt();
                }
                self.shown.set(OpenState::Gone(gone));
            }
        }
    }

    /// Reads a draft again that did not open, now that its standard is here. `raw` is its text.
    pub fn read_again(self, raw: &str) {
        self.take(Event::StoredState { place: Backend::Journal, stored_state: stored_state(Some(raw)) });
    }

    /// Puts a draft in place of what the page showed; where there was none, gives the one that is to be shown.
    fn begin(self, draft: Draft) -> Option<DraftSignals> {
        self.with(|inner| inner.undo.clear());
        if let Some(signals) = self.with(|inner| inner.signals).flatten() {
            signals.write(|now| *now = draft);
            signals.redraw();
            // It was taken away meanwhile, and is here again.
            let stored_state = self.shown.try_with_untracked(|shown| matches!(shown, OpenState::Draft(_)));
            return (stored_state == Some(false)).then_some(signals);
        }
        // What is shown lives as long as this page, whoever happens to be running.
        let owner = self.with(|inner| inner.owner.clone())?;
        let signals = owner.with(|| DraftSignals::new(draft));
        fault::note(signals.status.get_untracked(), "");
        photos::go_on();
        self.with(|inner| inner.signals = Some(signals));
        Some(signals)
    }

    fn write(self, place: Backend, target: WriteTarget, attempt: u32, revision: Revision, known: StoredState) {
        let encoded = self.with(|inner| {
            let same = |encoded: &EncodedDraft| encoded.revision == revision && encoded.target == target;
            if !inner.encoded.as_ref().is_some_and(same) {
                inner.encoded = EncodedDraft::of(inner.signals?, revision, target);
            }
            inner.encoded.clone()
        });
        let Some(Some(encoded)) = encoded else { return };
        let wrote = move |outcome| {
            if outcome == WriteOutcome::Stored && revision.counter > 0 {
                crate::platform::durable::ask_once();
            }
            self.take(Event::Wrote { place, target, attempt, revision, outcome });
        };
        match place {
            Backend::Local => wrote(encoded.to_local(known)),
            Backend::Journal => spawn_local(async move {
                let outcome = encoded.to_journal(known).await;
                wrote(outcome);
                if outcome == WriteOutcome::Stored && encoded.card_to_journal().await {
                    self.snapshot(SnapshotKind::Rolling);
                }
            }),
        }
    }

    /// Keeps a snapshot of what is shown; a rolling one only when it is due.
    pub(super) fn snapshot(self, kind: SnapshotKind) {
        let Some(signals) = self.with(|inner| inner.signals).flatten() else { return };
        if let Some(draft) = signals.draft.try_get_untracked() {
            spawn_local(history::keep(draft, kind));
        }
    }

    fn lock(self, lock: LockRequest) {
        let how = match lock {
            LockRequest::Request => Ask::Now,
            LockRequest::Await => Ask::Wait,
            LockRequest::Steal => Ask::Steal,
            LockRequest::Release => {
                self.with(|inner| inner.held.release());
                return;
            }
        };
        let tell: Rc<dyn Fn(Told)> = Rc::new(move |told| {
            self.take(match told {
                Told::Granted => Event::Granted,
                Told::Refused => Event::Refused,
                Told::Lost => Event::Lost,
            });
        });
        let Some(id) = self.id() else { return };
        self.with(|inner| inner.held.ask(&id, how, tell));
    }
}

fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|now| *now != value) == Some(true) {
        signal.set(value);
    }
}
