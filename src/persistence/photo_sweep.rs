//! When the photos that nothing refers to are looked for. Looking reads every stored text, so it is done only when it
//! may find something.

/// How long a photo stays that nothing refers to, in minutes: a day. Its draft may not have been saved yet.
pub const KEPT: u64 = 24 * 60;
/// After how many minutes it is looked again although no photo came: a week. A draft may have let one go.
const AGAIN: u64 = 7 * 24 * 60;

/// Whether a photo that was put there then may be taken away, if nothing refers to it.
pub fn is_old(put: u64, now: u64) -> bool {
    put.saturating_add(KEPT) < now
}

/// Whether it is time to look. `ages` tells when each photo was put there last, `last` when it was looked last; all
/// in minutes since 1970.
pub fn is_due(ages: &[u64], last: Option<u64>, now: u64) -> bool {
    let mut old = ages.iter().filter(|put| is_old(**put, now));
    match last {
        // A clock that was ahead when it was looked last says nothing.
        Some(last) if last <= now => {
            let fresh = |put: &u64| put.saturating_add(KEPT) >= last;
            old.clone().any(fresh) || (last.saturating_add(AGAIN) < now && old.next().is_some())
        }
        _ => old.next().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_read_where_no_photo_became_old_since_the_last_look() {
        let now = 100 * KEPT;
        assert!(!is_due(&[], None, now));
        assert!(!is_due(&[now - 10], None, now), "it may belong to a draft that is not saved yet");
        assert!(is_due(&[now - KEPT - 1], None, now));
        assert!(!is_due(&[now - 3 * KEPT], Some(now - KEPT), now), "it was old at the last look");
        assert!(is_due(&[now - KEPT - 1], Some(now - KEPT), now), "it became old since");
        assert!(is_due(&[now - 30 * KEPT], Some(now - 8 * KEPT), now), "a week has passed");
        assert!(is_due(&[now - 30 * KEPT], Some(now + 1), now), "the clock was ahead");
    }
}
