//! What windows say to each other about one draft, and the lease that stands in for a lock where the
//! browser has none: one line in local storage that its holder renews. Nobody compares clocks; a lease is
//! dead when it did not change while its reader looked several times and asked aloud.

/// A lease on a draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lease {
    /// The window that holds it.
    pub holder: u64,
    /// Rises while the holder lives.
    pub beat: u64,
}

impl Lease {
    /// As it is stored.
    pub fn write(self) -> String {
        format!("{:016x} {}", self.holder, self.beat)
    }

    /// Reads a stored one; anything else is none.
    pub fn read(text: &str) -> Option<Self> {
        let (holder, beat) = text.split_once(' ')?;
        Some(Self { holder: u64::from_str_radix(holder, 16).ok()?, beat: beat.parse().ok()? })
    }
}

/// A message from one window to all others that have the same draft open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Message {
    /// Who says it.
    pub from: u64,
    /// What.
    pub says: Says,
}

/// What a window says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Says {
    /// I want to write: save what you have and let go.
    Ask,
    /// Saved and let go, for this window; the draft is stored with this counter.
    Yielded {
        /// Who may go on.
        to: u64,
        /// The save counter that is stored.
        counter: u64,
    },
    /// I saved the draft with this counter.
    Saved(u64),
    /// I have closed it, saved.
    Left,
    /// Does its owner live?
    Ping,
    /// I am its owner and live.
    Here,
    /// A person took it away, here and now: look what stands there.
    Gone,
}

impl Message {
    /// As it is sent.
    pub fn write(self) -> String {
        let (word, numbers) = match self.says {
            Says::Ask => ("ask", [0, 0]),
            Says::Yielded { to, counter } => ("yielded", [to, counter]),
            Says::Saved(counter) => ("saved", [0, counter]),
            Says::Left => ("left", [0, 0]),
            Says::Ping => ("ping", [0, 0]),
            Says::Here => ("here", [0, 0]),
            Says::Gone => ("gone", [0, 0]),
        };
        let [to, counter] = numbers;
        format!("{word} {:016x} {to:016x} {counter}", self.from)
    }

    /// Reads one that was sent. Words that a newer copy may add are passed over.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let word = parts.next()?;
        let from = u64::from_str_radix(parts.next()?, 16).ok()?;
        let to = u64::from_str_radix(parts.next()?, 16).ok()?;
        let counter = parts.next()?.parse().ok()?;
        let says = match word {
            "ask" => Says::Ask,
            "yielded" => Says::Yielded { to, counter },
            "saved" => Says::Saved(counter),
            "left" => Says::Left,
            "ping" => Says::Ping,
            "here" => Says::Here,
            "gone" => Says::Gone,
            _ => return None,
        };
        parts.next().is_none().then_some(Self { from, says })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_lease_or_a_message_that_is_none_is_passed_over() {
        for text in ["", "x 1", "1f", "1f x", "null"] {
            assert_eq!(Lease::read(text), None, "{text}");
        }
        for text in ["", "ask", "ask x 0 0", "sing 1 1 1", "ask 1 1 1 1"] {
            assert_eq!(Message::read(text), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]
        #[test]
        fn what_is_sent_or_stored_is_read_as_it_was_meant_in_500_runs(a: u64, b: u64, c: u64, which in 0..7_usize) {
            let says = [
                Says::Ask,
                Says::Yielded { to: b, counter: c },
                Says::Saved(c),
                Says::Left,
                Says::Ping,
                Says::Here,
                Says::Gone,
            ][which];
            let (message, lease) = (Message { from: a, says }, Lease { holder: a, beat: b });
            prop_assert_eq!(Message::read(&message.write()), Some(message));
            prop_assert_eq!(Lease::read(&lease.write()), Some(lease));
        }
    }
}
