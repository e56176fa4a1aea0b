//! Whether a file that a person shows is the one that was handed over: its size and the SHA-256 of its bytes, taken
//! piece by piece.

use sha2::{Digest as _, Sha256};

/// A sum that is being taken.
#[derive(Clone, Default)]
pub struct Summing {
    bytes: u64,
    hash: Sha256,
}

/// The sum of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Checksum {
    /// How many bytes it has.
    pub bytes: u64,
    hash: [u8; 32],
}

impl Summing {
    /// The next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.bytes += piece.len() as u64;
        self.hash.update(piece);
    }

    /// The sum of all pieces.
    pub fn end(self) -> Checksum {
        Checksum { bytes: self.bytes, hash: self.hash.finalize().into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(pieces: &[&[u8]]) -> Checksum {
        let mut summing = Summing::default();
        for piece in pieces {
            summing.add(piece);
        }
        summing.end()
    }

    #[test]
    fn the_pieces_make_no_difference_and_every_byte_does() {
        assert_eq!(sum(&[b"abc"]), sum(&[b"a", b"", b"bc"]));
        assert_ne!(sum(&[b"abc"]), sum(&[b"abd"]));
        assert_ne!(sum(&[b"abc"]), sum(&[b"ab"]));
        // The SHA-256 of "abc" as FIPS 180-2 gives it.
        assert_eq!(sum(&[b"abc"]).hash[..4], [0xba, 0x78, 0x16, 0xbf]);
    }
}
