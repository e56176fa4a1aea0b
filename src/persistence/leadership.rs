//! Who may write a draft when several windows have it open: one. The others read, and take over openly:
//! they ask, the owner saves and lets go, and they go on from what is stored. Web Locks decide where the
//! browser has them, elsewhere a lease in local storage.

pub use crate::persistence::leadership_messages::{
    LeadershipEffect, LeadershipEvent, LockRequest, LockSupport, TabRole,
};
use crate::persistence::lease::{Lease, Message, Says};

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
/// (`autosave::ANSWER`) and a second one after it.
pub const PATIENCE: u32 = 10;
/// After how many beats a lock that neither came nor was refused counts as refused.
const LOCK: u32 = 2;
/// How often a lock is asked for whose window said that it goes: it may say so before its lock is free.
const FREED: u32 = 6;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum LeadershipState {
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
pub struct TabLeadership {
    me: u64,
    means: LockSupport,
    state: LeadershipState,
    /// The wake that counts; earlier ones are passed over.
    tick: u32,
    beat: u64,
    /// Another one's lease, and how often it was seen unchanged.
    seen: Option<Lease>,
    quiet: u32,
    told: Option<u64>,
    /// How often a lock that is about to be free is still asked for.
    tries: u32,
    /// The lock was asked for, and is neither held nor refused yet. Until then it is not waited for: a window that
    /// holds it and waits for it would wait for itself, and be given it a second time when another one took it over.
    requested: bool,
}

impl TabLeadership {
    /// For a window of this name, a random number.
    pub fn new(me: u64, means: LockSupport) -> Self {
        let state = LeadershipState::Settling { left: LOCK };
        Self { me, means, state, tick: 0, beat: 0, seen: None, quiet: 0, told: None, tries: 0, requested: false }
    }

    /// What this window may do.
    pub fn role(&self) -> TabRole {
        match self.state {
            LeadershipState::Settling { .. } | LeadershipState::Claiming { claim: false } => TabRole::Settling,
            LeadershipState::Owner | LeadershipState::Yielding { .. } => TabRole::Owner,
            LeadershipState::Reader | LeadershipState::Gone => TabRole::Reader,
            LeadershipState::Asking { .. } | LeadershipState::Claiming { claim: true } => TabRole::Asking,
        }
    }

    /// What is to be done first.
    pub fn begin(&mut self) -> Vec<LeadershipEffect> {
        self.state = LeadershipState::Settling { left: LOCK };
        match self.means {
            LockSupport::Locks => vec![self.request(), self.wake(BEAT)],
            LockSupport::Lease => vec![LeadershipEffect::ReadLease],
            LockSupport::Nothing => self.own(false),
        }
    }

    /// Takes an event and says what is to be done.
    pub fn take(&mut self, event: LeadershipEvent) -> Vec<LeadershipEffect> {
        if matches!(event, LeadershipEvent::Granted | LeadershipEvent::Refused) {
            self.requested = false;
        }
        match event {
            LeadershipEvent::Granted => match self.state {
                LeadershipState::Settling { .. } => self.own(false),
                LeadershipState::Reader | LeadershipState::Asking { .. } => self.own(true),
                LeadershipState::Gone => vec![LeadershipEffect::Lock(LockRequest::Release)],
                LeadershipState::Claiming { .. } | LeadershipState::Owner | LeadershipState::Yielding { .. } => {
                    Vec::new()
                }
            },
            LeadershipEvent::Refused if matches!(self.state, LeadershipState::Settling { .. }) => self.follow(),
            LeadershipEvent::Refused if self.state == LeadershipState::Reader && self.tries > 0 => {
                vec![self.wake(CLAIM)]
            }
            LeadershipEvent::Refused if matches!(self.state, LeadershipState::Asking { .. }) => {
                vec![LeadershipEffect::Lock(LockRequest::Await)]
            }
            LeadershipEvent::Lost => self.lost(),
            LeadershipEvent::Lease(lease) => self.lease(lease),
            LeadershipEvent::Tick(tick) if tick == self.tick => self.ticked(),
            LeadershipEvent::Heard(message) if message.from != self.me => self.heard(message),
            LeadershipEvent::TakeOver => self.take_over(),
            LeadershipEvent::Kept { settled, stored } => self.kept(settled, stored),
            LeadershipEvent::Leaving => self.leave(),
            LeadershipEvent::Back if self.state == LeadershipState::Gone => self.begin(),
            LeadershipEvent::Refused | LeadershipEvent::Tick(_) | LeadershipEvent::Heard(_) | LeadershipEvent::Back => {
                Vec::new()
            }
        }
    }

    fn wake(&mut self, wait: u32) -> LeadershipEffect {
        self.tick = self.tick.wrapping_add(1);
        LeadershipEffect::Wake(wait, self.tick)
    }

    fn request(&mut self) -> LeadershipEffect {
        self.requested = true;
        LeadershipEffect::Lock(LockRequest::Request)
    }

    fn send(&self, says: Says) -> LeadershipEffect {
        LeadershipEffect::Send(Message { from: self.me, says })
    }

    fn own(&mut self, claim: bool) -> Vec<LeadershipEffect> {
        self.state = LeadershipState::Owner;
        self.told = None;
        let mut acts = vec![LeadershipEffect::Own { claim }];
        if self.means == LockSupport::Lease {
            acts.push(self.wake(BEAT));
        }
        acts
    }

    fn follow(&mut self) -> Vec<LeadershipEffect> {
        self.state = LeadershipState::Reader;
        (self.quiet, self.tries) = (0, 0);
        let mut acts = vec![LeadershipEffect::Follow];
        if self.means == LockSupport::Lease {
            acts.push(self.send(Says::Ping));
            acts.push(self.wake(BEAT));
        }
        acts
    }

    fn lost(&mut self) -> Vec<LeadershipEffect> {
        match self.state {
            LeadershipState::Owner | LeadershipState::Yielding { .. } => self.follow(),
            _ => Vec::new(),
        }
    }

    /// Writes a lease, to be read back in a moment: of all that were written at once one stands.
    fn claim(&mut self, claim: bool) -> Vec<LeadershipEffect> {
        self.state = LeadershipState::Claiming { claim };
        self.beat = self.beat.saturating_add(1);
        let lease = Lease { holder: self.me, beat: self.beat };
        vec![LeadershipEffect::WriteLease(lease), self.wake(CLAIM)]
    }

    fn lease(&mut self, lease: Option<Lease>) -> Vec<LeadershipEffect> {
        if self.means != LockSupport::Lease {
            return Vec::new();
        }
        let other = lease.filter(|lease| lease.holder != self.me);
        match (self.state, other) {
            (LeadershipState::Settling { .. }, None) => self.claim(false),
            // Where even the lease cannot be stored nobody else can hold one.
            (LeadershipState::Claiming { claim }, None) => self.own(claim),
            (LeadershipState::Settling { .. } | LeadershipState::Claiming { .. }, Some(_)) => {
                self.seen = other;
                self.follow()
            }
            (LeadershipState::Owner | LeadershipState::Yielding { .. }, None) => {
                self.beat = self.beat.saturating_add(1);
                vec![LeadershipEffect::WriteLease(Lease { holder: self.me, beat: self.beat }), self.wake(BEAT)]
            }
            (LeadershipState::Owner | LeadershipState::Yielding { .. }, Some(_)) => {
                self.seen = other;
                self.lost()
            }
            (LeadershipState::Reader | LeadershipState::Asking { .. }, None) => self.claim(true),
            (LeadershipState::Reader | LeadershipState::Asking { .. }, Some(_)) if other == self.seen => {
                self.quiet = self.quiet.saturating_add(1);
                if self.quiet >= DEAD { self.claim(true) } else { vec![self.send(Says::Ping), self.wake(BEAT)] }
            }
            (LeadershipState::Reader | LeadershipState::Asking { .. }, Some(_)) => {
                self.seen = other;
                self.quiet = 0;
                vec![self.wake(BEAT)]
            }
            (LeadershipState::Gone, _) => Vec::new(),
        }
    }

    fn ticked(&mut self) -> Vec<LeadershipEffect> {
        let read = self.means == LockSupport::Lease;
        match self.state {
            LeadershipState::Asking { left: 0 } => self.seize(),
            LeadershipState::Asking { left } => {
                self.state = LeadershipState::Asking { left: left - 1 };
                if read { vec![LeadershipEffect::ReadLease] } else { vec![self.wake(BEAT)] }
            }
            LeadershipState::Settling { left: 0 } => self.follow(),
            LeadershipState::Settling { left } => {
                self.state = LeadershipState::Settling { left: left - 1 };
                vec![self.wake(BEAT)]
            }
            LeadershipState::Reader if self.tries > 0 => self.ask_again(self.tries - 1),
            _ if read => vec![LeadershipEffect::ReadLease],
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, message: Message) -> Vec<LeadershipEffect> {
        match (message.says, self.state) {
            (Says::Ask, LeadershipState::Owner) => {
                self.state = LeadershipState::Yielding { to: message.from };
                vec![LeadershipEffect::Flush]
            }
            (Says::Yielded { to, .. }, LeadershipState::Asking { .. }) if to == self.me => match self.means {
                // Its lock comes by itself: it is waited for.
                LockSupport::Locks => Vec::new(),
                LockSupport::Lease | LockSupport::Nothing => self.seize(),
            },
            // Another window was quicker, and is not to be robbed for what the last owner was asked.
            (Says::Yielded { .. }, LeadershipState::Asking { .. }) => {
                let mut acts = self.follow();
                if self.means == LockSupport::Locks {
                    acts.push(LeadershipEffect::Lock(LockRequest::Release));
                }
                acts
            }
            (Says::Saved(_), LeadershipState::Reader | LeadershipState::Asking { .. }) => {
                self.quiet = 0;
                vec![LeadershipEffect::Reread]
            }
            // An owner that hears it is one of two: windows that cannot agree, or a lease that was not stored.
            (Says::Yielded { .. }, LeadershipState::Reader) | (Says::Saved(_), LeadershipState::Owner) => {
                vec![LeadershipEffect::Reread]
            }
            (Says::Left, LeadershipState::Reader) if self.means == LockSupport::Locks => self.ask_again(FREED),
            (Says::Ping, LeadershipState::Owner | LeadershipState::Yielding { .. }) => vec![self.send(Says::Here)],
            (Says::Here, LeadershipState::Reader | LeadershipState::Asking { .. }) => {
                self.quiet = 0;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn ask_again(&mut self, tries: u32) -> Vec<LeadershipEffect> {
        self.tries = tries;
        vec![self.request()]
    }

    /// Takes the draft, whoever has it.
    fn seize(&mut self) -> Vec<LeadershipEffect> {
        match self.means {
            LockSupport::Locks => vec![LeadershipEffect::Lock(LockRequest::Steal), self.wake(BEAT)],
            LockSupport::Lease => self.claim(true),
            LockSupport::Nothing => self.own(true),
        }
    }

    fn take_over(&mut self) -> Vec<LeadershipEffect> {
        match self.state {
            LeadershipState::Settling { .. } | LeadershipState::Reader => {
                self.state = LeadershipState::Asking { left: PATIENCE };
                let mut acts = vec![self.send(Says::Ask), self.wake(BEAT)];
                if self.means == LockSupport::Locks && !self.requested {
                    acts.push(LeadershipEffect::Lock(LockRequest::Await));
                }
                acts
            }
            LeadershipState::Claiming { .. }
            | LeadershipState::Owner
            | LeadershipState::Yielding { .. }
            | LeadershipState::Asking { .. }
            | LeadershipState::Gone => Vec::new(),
        }
    }

    fn release(&self) -> Vec<LeadershipEffect> {
        match self.means {
            LockSupport::Locks => vec![LeadershipEffect::Lock(LockRequest::Release)],
            LockSupport::Lease => vec![LeadershipEffect::ClearLease(self.me)],
            LockSupport::Nothing => Vec::new(),
        }
    }

    fn kept(&mut self, settled: bool, stored: Option<u64>) -> Vec<LeadershipEffect> {
        match self.state {
            LeadershipState::Yielding { to } if settled => {
                let mut acts = self.release();
                acts.push(self.send(Says::Yielded { to, counter: stored.unwrap_or(0) }));
                // Its lease stands in a moment; until then there is none, which must not tempt this one.
                acts.extend(self.follow());
                acts
            }
            // Less than before is told, too: what stands there changed, and readers show what stands there.
            LeadershipState::Owner | LeadershipState::Yielding { .. } if stored != self.told => {
                self.told = stored;
                stored.map(|stored| self.send(Says::Saved(stored))).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn leave(&mut self) -> Vec<LeadershipEffect> {
        let holds = matches!(
            self.state,
            LeadershipState::Owner | LeadershipState::Yielding { .. } | LeadershipState::Claiming { .. }
        );
        let waits = matches!(self.state, LeadershipState::Asking { .. });
        self.state = LeadershipState::Gone;
        let mut acts = Vec::new();
        if holds || waits && self.means == LockSupport::Locks {
            acts = self.release();
        }
        if holds {
            acts.push(self.send(Says::Left));
        }
        acts
    }
}
