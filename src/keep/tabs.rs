//! Who may write a draft when several windows have it open: one. The others read, and take over openly:
//! they ask, the owner saves and lets go, and they go on from what is stored. Web Locks decide where the
//! browser has them, elsewhere a lease in local storage.

use super::lease::{Lease, Message, Says};
pub use super::tabs_words::{Act, Event, Lock, Means, Role};

/// How often a window looks after its lease or request, in milliseconds. Hidden pages wake once a second at most.
const BEAT: u32 = 1000;
/// How long after writing a lease it is read back, in milliseconds: two windows that saw no lease at the
/// same moment both wrote one, and by then both see which of them stands. Local storage shows a change to
/// other windows a moment late. A person who opens a draft waits as long before the first key.
const CLAIM: u32 = 300;
/// After how many looks without a change and without an answer a lease is dead. A hidden page may renew
/// its lease once a minute only, yet it answers at once when it is asked aloud.
const DEAD: u32 = 3;
/// After how many beats a draft is taken over without the owner's answer. Longer than a write may take
/// (`keeper::ANSWER`) and a second one after it.
pub const PATIENCE: u32 = 10;
/// After how many beats a lock that neither came nor was refused counts as refused.
const LOCK: u32 = 2;
/// How often a lock is asked for whose window said that it goes: it may say so before its lock is free.
const FREED: u32 = 6;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Settling { left: u32 },
    Claiming { claim: bool },
    Owner,
    Yielding { to: u64 },
    Reader,
    Asking { left: u32 },
    Gone,
}

/// The machine of one draft in one window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tabs {
    me: u64,
    means: Means,
    state: State,
    /// The wake that counts; earlier ones are passed over.
    tick: u32,
    beat: u64,
    /// Another one's lease, and how often it was seen unchanged.
    seen: Option<Lease>,
    quiet: u32,
    told: Option<u64>,
    /// How often a lock that is about to be free is still asked for.
    tries: u32,
}

impl Tabs {
    /// For a window of this name, a random number.
    pub fn new(me: u64, means: Means) -> Self {
        let state = State::Settling { left: LOCK };
        Self { me, means, state, tick: 0, beat: 0, seen: None, quiet: 0, told: None, tries: 0 }
    }

    /// What this window may do.
    pub fn role(&self) -> Role {
        match self.state {
            State::Settling { .. } | State::Claiming { claim: false } => Role::Settling,
            State::Owner | State::Yielding { .. } => Role::Owner,
            State::Reader | State::Gone => Role::Reader,
            State::Asking { .. } | State::Claiming { claim: true } => Role::Asking,
        }
    }

    /// What is to be done first.
    pub fn begin(&mut self) -> Vec<Act> {
        self.state = State::Settling { left: LOCK };
        match self.means {
            Means::Locks => vec![Act::Lock(Lock::Request), self.wake(BEAT)],
            Means::Lease => vec![Act::ReadLease],
            Means::Nothing => self.own(false),
        }
    }

    /// Takes an event and says what is to be done.
    pub fn take(&mut self, event: Event) -> Vec<Act> {
        match event {
            Event::Granted => match self.state {
                State::Settling { .. } => self.own(false),
                State::Reader | State::Asking { .. } => self.own(true),
                State::Gone => vec![Act::Lock(Lock::Release)],
                State::Claiming { .. } | State::Owner | State::Yielding { .. } => Vec::new(),
            },
            Event::Refused if matches!(self.state, State::Settling { .. }) => self.follow(),
            Event::Refused if self.state == State::Reader && self.tries > 0 => vec![self.wake(CLAIM)],
            Event::Lost => self.lost(),
            Event::Lease(lease) => self.lease(lease),
            Event::Tick(tick) if tick == self.tick => self.ticked(),
            Event::Heard(message) if message.from != self.me => self.heard(message),
            Event::TakeOver => self.take_over(),
            Event::Kept { settled, stored } => self.kept(settled, stored),
            Event::Leaving => self.leave(),
            Event::Back if self.state == State::Gone => self.begin(),
            Event::Refused | Event::Tick(_) | Event::Heard(_) | Event::Back => Vec::new(),
        }
    }

    fn wake(&mut self, wait: u32) -> Act {
        self.tick = self.tick.wrapping_add(1);
        Act::Wake(wait, self.tick)
    }

    fn send(&self, says: Says) -> Act {
        Act::Send(Message { from: self.me, says })
    }

    fn own(&mut self, claim: bool) -> Vec<Act> {
        self.state = State::Owner;
        self.told = None;
        let mut acts = vec![Act::Own { claim }];
        if self.means == Means::Lease {
            acts.push(self.wake(BEAT));
        }
        acts
    }

    fn follow(&mut self) -> Vec<Act> {
        self.state = State::Reader;
        (self.quiet, self.tries) = (0, 0);
        let mut acts = vec![Act::Follow];
        if self.means == Means::Lease {
            acts.push(self.send(Says::Ping));
            acts.push(self.wake(BEAT));
        }
        acts
    }

    fn lost(&mut self) -> Vec<Act> {
        match self.state {
            State::Owner | State::Yielding { .. } => self.follow(),
            _ => Vec::new(),
        }
    }

    /// Writes a lease, to be read back in a moment: of all that were written at once one stands.
    fn claim(&mut self, claim: bool) -> Vec<Act> {
        self.state = State::Claiming { claim };
        self.beat = self.beat.saturating_add(1);
        let lease = Lease { holder: self.me, beat: self.beat };
        vec![Act::WriteLease(lease), self.wake(CLAIM)]
    }

    fn lease(&mut self, lease: Option<Lease>) -> Vec<Act> {
        if self.means != Means::Lease {
            return Vec::new();
        }
        let other = lease.filter(|lease| lease.holder != self.me);
        match (self.state, other) {
            (State::Settling { .. }, None) => self.claim(false),
            // Where even the lease cannot be stored nobody else can hold one.
            (State::Claiming { claim }, None) => self.own(claim),
            (State::Settling { .. } | State::Claiming { .. }, Some(_)) => {
                self.seen = other;
                self.follow()
            }
            (State::Owner | State::Yielding { .. }, None) => {
                self.beat = self.beat.saturating_add(1);
                vec![Act::WriteLease(Lease { holder: self.me, beat: self.beat }), self.wake(BEAT)]
            }
            (State::Owner | State::Yielding { .. }, Some(_)) => {
                self.seen = other;
                self.lost()
            }
            (State::Reader | State::Asking { .. }, None) => self.claim(true),
            (State::Reader | State::Asking { .. }, Some(_)) if other == self.seen => {
                self.quiet = self.quiet.saturating_add(1);
                if self.quiet >= DEAD { self.claim(true) } else { vec![self.send(Says::Ping), self.wake(BEAT)] }
            }
            (State::Reader | State::Asking { .. }, Some(_)) => {
                self.seen = other;
                self.quiet = 0;
                vec![self.wake(BEAT)]
            }
            (State::Gone, _) => Vec::new(),
        }
    }

    fn ticked(&mut self) -> Vec<Act> {
        let read = self.means == Means::Lease;
        match self.state {
            State::Asking { left: 0 } => self.seize(),
            State::Asking { left } => {
                self.state = State::Asking { left: left - 1 };
                if read { vec![Act::ReadLease] } else { vec![self.wake(BEAT)] }
            }
            State::Settling { left: 0 } => self.follow(),
            State::Settling { left } => {
                self.state = State::Settling { left: left - 1 };
                vec![self.wake(BEAT)]
            }
            State::Reader if self.tries > 0 => self.ask_again(self.tries - 1),
            _ if read => vec![Act::ReadLease],
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, message: Message) -> Vec<Act> {
        match (message.says, self.state) {
            (Says::Ask, State::Owner) => {
                self.state = State::Yielding { to: message.from };
                vec![Act::Flush]
            }
            (Says::Yielded { to, .. }, State::Asking { .. }) if to == self.me => match self.means {
                // Its lock comes by itself: it is waited for.
                Means::Locks => Vec::new(),
                Means::Lease | Means::Nothing => self.seize(),
            },
            // Another window was quicker, and is not to be robbed for what the last owner was asked.
            (Says::Yielded { .. }, State::Asking { .. }) => {
                let mut acts = self.follow();
                if self.means == Means::Locks {
                    acts.push(Act::Lock(Lock::Release));
                }
                acts
            }
            (Says::Saved(_), State::Reader | State::Asking { .. }) => {
                self.quiet = 0;
                vec![Act::Reread]
            }
            // An owner that hears it is one of two: windows that cannot agree, or a lease that was not stored.
            (Says::Yielded { .. }, State::Reader) | (Says::Saved(_), State::Owner) => vec![Act::Reread],
            (Says::Left, State::Reader) if self.means == Means::Locks => self.ask_again(FREED),
            (Says::Ping, State::Owner | State::Yielding { .. }) => vec![self.send(Says::Here)],
            (Says::Here, State::Reader | State::Asking { .. }) => {
                self.quiet = 0;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn ask_again(&mut self, tries: u32) -> Vec<Act> {
        self.tries = tries;
        vec![Act::Lock(Lock::Request)]
    }

    /// Takes the draft, whoever has it.
    fn seize(&mut self) -> Vec<Act> {
        match self.means {
            Means::Locks => vec![Act::Lock(Lock::Steal), self.wake(BEAT)],
            Means::Lease => self.claim(true),
            Means::Nothing => self.own(true),
        }
    }

    fn take_over(&mut self) -> Vec<Act> {
        match self.state {
            State::Settling { .. } | State::Reader => {
                self.state = State::Asking { left: PATIENCE };
                let mut acts = vec![self.send(Says::Ask), self.wake(BEAT)];
                if self.means == Means::Locks {
                    acts.push(Act::Lock(Lock::Await));
                }
                acts
            }
            State::Claiming { .. } | State::Owner | State::Yielding { .. } | State::Asking { .. } | State::Gone => {
                Vec::new()
            }
        }
    }

    fn release(&self) -> Vec<Act> {
        match self.means {
            Means::Locks => vec![Act::Lock(Lock::Release)],
            Means::Lease => vec![Act::ClearLease(self.me)],
            Means::Nothing => Vec::new(),
        }
    }

    fn kept(&mut self, settled: bool, stored: Option<u64>) -> Vec<Act> {
        match self.state {
            State::Yielding { to } if settled => {
                let mut acts = self.release();
                acts.push(self.send(Says::Yielded { to, counter: stored.unwrap_or(0) }));
                // Its lease stands in a moment; until then there is none, which must not tempt this one.
                acts.extend(self.follow());
                acts
            }
            // Less than before is told, too: what stands there changed, and readers show what stands there.
            State::Owner | State::Yielding { .. } if stored != self.told => {
                self.told = stored;
                stored.map(|stored| self.send(Says::Saved(stored))).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn leave(&mut self) -> Vec<Act> {
        let holds = matches!(self.state, State::Owner | State::Yielding { .. } | State::Claiming { .. });
        let waits = matches!(self.state, State::Asking { .. });
        self.state = State::Gone;
        let mut acts = Vec::new();
        if holds || waits && self.means == Means::Locks {
            acts = self.release();
        }
        if holds {
            acts.push(self.send(Says::Left));
        }
        acts
    }
}
