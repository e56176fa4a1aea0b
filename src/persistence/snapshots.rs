//! Snapshots: how a draft stood before. Which of them stay is told by the order in which they were made
//! and by which of them fall into one hour or one day. How long ago that was is never asked, so that a
//! clock that jumps can take nothing away, and somebody who works one day a week goes back thirty weeks.

use crate::model::draft::{COUNTER, Draft};
use crate::model::sorting::sort_by_key;
use crate::persistence::revision::Fingerprint;
use std::cmp::Reverse;

/// Why a snapshot was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SnapshotKind {
    /// As time goes by.
    Rolling,
    /// Before the draft was changed to another version of its standard.
    BeforeChangingVersion,
    /// Before a file was merged into it.
    BeforeMerging,
    /// Before an earlier state was restored.
    BeforeRestoring,
    /// When another window's draft was taken over.
    BeforeTakingOver,
    /// A second copy that stood in another place.
    Quarantine,
    /// The draft was thrown away.
    Binned,
}

impl SnapshotKind {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Rolling, "rolling"),
        (Self::BeforeChangingVersion, "version"),
        (Self::BeforeMerging, "merging"),
        (Self::BeforeRestoring, "restoring"),
        (Self::BeforeTakingOver, "taking"),
        (Self::Quarantine, "aside"),
        (Self::Binned, "binned"),
    ];

    /// Whether it holds what may be nowhere else; it stays until a person lets it go.
    fn is_only_copy(self) -> bool {
        self == Self::Quarantine
    }
}

/// What is known of a snapshot without reading it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Snapshot {
    /// When it was taken, in minutes since 1970, by whatever the clock said.
    pub at: u64,
    /// The draft's save counter.
    pub counter: u64,
    /// Why.
    pub kind: SnapshotKind,
    /// Of its text.
    pub text: Fingerprint,
    /// How long its text is, in bytes.
    pub size: u64,
}

impl Snapshot {
    /// As the end of a key.
    pub fn write(&self) -> String {
        let word = SnapshotKind::ALL.iter().find(|(kind, _)| *kind == self.kind).map_or("", |(_, word)| word);
        format!("{}.{}.{word}.{:016x}.{}", self.at, self.counter, self.text.0, self.size)
    }

    /// Reads the end of a key.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (at, counter, word) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
        // A key that was written by hand would be the latest for ever.
        if counter > COUNTER {
            return None;
        }
        let kind = SnapshotKind::ALL.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)?;
        let text = Fingerprint(u64::from_str_radix(parts.next()?, 16).ok()?);
        let size = parts.next()?.parse().ok()?;
        parts.next().is_none().then_some(Self { at, counter, kind, text, size })
    }
}

/// How many of the latest stay, about a minute apart: ten minutes of work.
const MINUTES: usize = 10;
/// How many hours with work in them keep their last one: a day's.
const HOURS: usize = 24;
/// How many days with work in them keep their last one: a month's.
pub const DAYS: usize = 30;
/// How many of those taken before something larger stay.
const SPECIAL: usize = 30;
/// After how many edits one is taken although the clock stands still.
const EDITS: u64 = 300;

/// How much a place may hold of one draft's snapshots.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Room {
    /// How many.
    pub count: usize,
    /// How long together, in bytes.
    pub bytes: u64,
}

impl Room {
    /// In the journal: every one that the rules keep, of a draft with a very long standard.
    pub const JOURNAL: Self = Self { count: 120, bytes: 24 << 20 };
    /// In local storage, where about 4.7 million characters must be enough for everything.
    pub const LOCAL: Self = Self { count: 8, bytes: 600_000 };
}

/// Whether a rolling snapshot is due. `last` is the latest of any kind, `now` in minutes since 1970.
pub fn is_due(last: Option<&Snapshot>, now: u64, counter: u64) -> bool {
    last.is_none_or(|last| {
        // Any other minute will do, an earlier one after the clock was set back, too.
        counter != last.counter && (now != last.at || counter.abs_diff(last.counter) >= EDITS)
    })
}

/// Which of a draft's snapshots are to be removed, by their places in the list.
pub fn surplus(all: &[Snapshot], room: Room) -> Vec<usize> {
    let mut order: Vec<(usize, &Snapshot)> = all.iter().enumerate().collect();
    // The latest first: edits only ever count up, whatever the clock does.
    sort_by_key(&mut order, |(at, one)| Reverse((one.counter, one.at, *at)));
    let mut kept: Vec<(usize, &Snapshot)> = Vec::new();
    let (mut rolling, mut special) = (0, 0);
    let (mut hours, mut days): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
    let (mut by_hour, mut by_day) = (0, 0);
    for (index, one) in order {
        let keep = if one.kind.is_only_copy() {
            !kept.iter().any(|(_, other)| other.text == one.text && other.kind.is_only_copy())
        } else if one.kind == SnapshotKind::Rolling {
            rolling += 1;
            let (hour, day) = (one.at / 60, one.at / 1440);
            let keep = if rolling <= MINUTES {
                true
            } else if !hours.contains(&hour) && by_hour < HOURS {
                by_hour += 1;
                true
            } else if !days.contains(&day) && by_day < DAYS {
                by_day += 1;
                true
            } else {
                false
            };
            if keep {
                hours.push(hour);
                days.push(day);
            }
            keep
        } else {
            special += 1;
            special <= SPECIAL
        };
        if keep {
            kept.push((index, one));
        }
    }
    fit(&mut kept, room);
    (0..all.len()).filter(|index| !kept.iter().any(|(kept, _)| kept == index)).collect()
}

/// Lets the oldest go until the rest fits: the rolling ones first, then the special ones. The latest
/// rolling one and what may be nowhere else stay, whatever the room.
fn fit(kept: &mut Vec<(usize, &Snapshot)>, room: Room) {
    loop {
        let bytes = kept.iter().fold(0_u64, |bytes, (_, one)| bytes.saturating_add(one.size));
        if kept.len() <= room.count && bytes <= room.bytes {
            return;
        }
        let latest = kept.iter().position(|(_, one)| one.kind == SnapshotKind::Rolling);
        let rolling =
            kept.iter().rposition(|(_, one)| one.kind == SnapshotKind::Rolling).filter(|at| Some(*at) != latest);
        let special =
            || kept.iter().rposition(|(_, one)| one.kind != SnapshotKind::Rolling && !one.kind.is_only_copy());
        match rolling.or_else(special) {
            Some(at) => _ = kept.remove(at),
            None => return,
        }
    }
}

/// Which of all snapshots in a place go first when it is full and a draft needs so many bytes more. A
/// draft comes before its history; what may be nowhere else never goes.
pub fn give_way(all: &[Snapshot], bytes: u64) -> Vec<usize> {
    let mut order: Vec<(usize, &Snapshot)> =
        all.iter().enumerate().filter(|(_, one)| !one.kind.is_only_copy()).collect();
    sort_by_key(&mut order, |(at, one)| (one.kind != SnapshotKind::Rolling, one.counter, one.at, *at));
    let mut freed = 0_u64;
    let mut gone = Vec::new();
    for (index, one) in order {
        if freed >= bytes {
            break;
        }
        freed = freed.saturating_add(one.size);
        gone.push(index);
    }
    gone
}

/// The draft as it stood in a snapshot, as an edit of the draft at hand: its name stays, and neither its
/// save counter nor the number of its next submission ever goes back.
#[must_use]
pub fn restored(present: &Draft, chosen: Draft) -> Draft {
    Draft {
        id: present.id.clone(),
        counter: present.counter.max(chosen.counter),
        revision: present.revision.max(chosen.revision),
        changed: present.changed.clone(),
        ..chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rolling(at: u64, counter: u64) -> Snapshot {
        Snapshot { at, counter, kind: SnapshotKind::Rolling, text: Fingerprint(counter), size: 1000 }
    }

    fn prune(all: &mut Vec<Snapshot>, room: Room) {
        let gone = surplus(all, room);
        let mut index = 0;
        all.retain(|_| {
            index += 1;
            !gone.contains(&(index - 1))
        });
    }

    #[test]
    fn months_of_work_leave_their_last_minutes_hours_and_days() {
        let mut all = Vec::new();
        // 8 to 12 o'clock on each of 60 days, an edit a minute
        for minute in (0..60).flat_map(|day| (480..720).map(move |minute| day * 1440 + minute)) {
            let last = all.last().copied();
            assert!(is_due(last.as_ref(), minute, minute));
            all.push(rolling(minute, minute));
            prune(&mut all, Room::JOURNAL);
        }
        let mut at: Vec<u64> = all.iter().map(|one| one.at).collect();
        at.reverse();
        let end = 59 * 1440 + 719;
        assert_eq!(at[..10], (0..10).map(|back| end - back).collect::<Vec<_>>());
        // the last minute of each of the four hours of each day
        let hours: Vec<u64> = (0..24).map(|n| (59 - n / 4) * 1440 + 719 - n % 4 * 60).collect();
        assert_eq!(at[10..33], hours[1..]);
        assert_eq!(at.len(), 10 + 24 + 30);
        let days: Vec<u64> = at[34..].iter().map(|at| at / 1440).collect();
        assert!(days.windows(2).all(|two| two[0] == two[1] + 1) && at[34..].iter().all(|at| at % 1440 == 719));
    }

    #[test]
    fn a_clock_that_stands_still_stops_no_snapshots() {
        let last = rolling(5, 10);
        assert!(!is_due(Some(&last), 6, 10) && is_due(Some(&last), 6, 11) && is_due(Some(&last), 4, 11));
        assert!(!is_due(Some(&last), 5, 309) && is_due(Some(&last), 5, 310));
    }

    #[test]
    fn a_full_place_gives_up_history_before_drafts_and_never_an_only_copy() {
        let only = Snapshot { kind: SnapshotKind::Quarantine, ..rolling(0, 0) };
        let special = Snapshot { kind: SnapshotKind::BeforeMerging, ..rolling(1, 1) };
        let all = [only, special, rolling(9, 9), rolling(3, 3)];
        assert_eq!(give_way(&all, 1), [3]);
        assert_eq!(give_way(&all, 1001), [3, 2]);
        assert_eq!(give_way(&all, 99_999), [3, 2, 1]);
    }

    fn any_snapshots() -> impl Strategy<Value = Vec<Snapshot>> {
        let kind = prop_oneof![
            6 => Just(SnapshotKind::Rolling),
            1 => Just(SnapshotKind::BeforeMerging),
            1 => Just(SnapshotKind::Quarantine),
        ];
        // the clock says anything at all
        let one = (0..200_000_u64, kind, 0..6_u64, 1..500_000_u64);
        prop::collection::vec(one, 0..160).prop_map(|all| {
            let with = |(counter, (at, kind, text, size)): (u64, _)| Snapshot {
                at,
                counter,
                kind,
                text: Fingerprint(text),
                size,
            };
            (0..).zip(all).map(with).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn whatever_the_clock_says_the_latest_work_and_every_only_copy_stay_in_1000_runs(all in any_snapshots()) {
            let gone = surplus(&all, Room { count: 400, bytes: u64::MAX });
            let latest = all.iter().enumerate().rev().filter(|(_, one)| one.kind == SnapshotKind::Rolling).take(MINUTES);
            for (index, one) in latest {
                prop_assert!(!gone.contains(&index), "{one:?}");
            }
            prop_assert!(all.len() - gone.len() <= MINUTES + HOURS + DAYS + SPECIAL + 6);
            let left: Vec<Snapshot> = (0..all.len()).filter(|index| !gone.contains(index)).map(|index| all[index]).collect();
            prop_assert_eq!(surplus(&left, Room { count: 400, bytes: u64::MAX }), Vec::<usize>::new());
        }

        #[test]
        fn the_room_is_kept_without_losing_an_only_copy_in_1000_runs(all in any_snapshots(), count in 0..40_usize, bytes in 0..5_000_000_u64) {
            let room = Room { count, bytes };
            let gone = surplus(&all, room);
            let left: Vec<&Snapshot> = (0..all.len()).filter(|index| !gone.contains(index)).map(|index| &all[index]).collect();
            for one in all.iter().filter(|one| one.kind.is_only_copy()) {
                prop_assert!(left.iter().any(|other| other.text == one.text && other.kind.is_only_copy()));
            }
            let others = left.iter().filter(|one| !one.kind.is_only_copy()).count();
            let size: u64 = left.iter().map(|one| one.size).sum();
            prop_assert!(left.len() <= count && size <= bytes || others <= 1);
            if let Some(latest) = all.iter().rev().find(|one| one.kind == SnapshotKind::Rolling) {
                prop_assert!(left.contains(&latest));
            }
        }

        #[test]
        fn the_end_of_a_key_tells_all_of_a_snapshot_in_1000_runs(all in any_snapshots()) {
            for one in all {
                prop_assert_eq!(Snapshot::read(&one.write()), Some(one));
            }
        }
    }
}
