//! Names within a review. Each is drawn at random or made of content, so that two computers never give one name to two
//! things without asking each other.

use crate::model::record::text_length::longer;
use crate::model::record::typed;
use crate::model::record::unit_key::UnitKey;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

macro_rules! bytes_in_hex {
    ($(#[$doc:meta])* $name:ident, $bytes:literal, $pattern:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[cfg_attr(test, schemars(with = "String", extend("pattern" = $pattern)))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; $bytes]);

        impl $name {
            /// Of these bytes.
            pub const fn new(bytes: [u8; $bytes]) -> Self {
                Self(bytes)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&HEXLOWER.encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                let bytes = HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
                bytes.map(Self).ok_or(concat!("not ", $bytes, " bytes in hexadecimal digits"))
            }
        }
    };
}

bytes_in_hex!(
    /// A review, over all computers on which it is worked on. Drawn when it is made.
    ReviewId, 8, "^[0-9a-f]{16}$"
);
bytes_in_hex!(
    /// Who writes entries: drawn at every opening of a review in a window, and never used again. So a copied profile
    /// cannot give one id to two entries.
    WriterId, 8, "^[0-9a-f]{16}$"
);
bytes_in_hex!(
    /// A line of the roster. Drawn when the line is made; it stays when the name is corrected.
    UnitId, 8, "^[0-9a-f]{16}$"
);

impl UnitId {
    /// What stands for a name until a person picks its line: the same on every computer, so that two who take in the same
    /// bundle apart do not disagree.
    pub fn of_name(name: &NameKey) -> Self {
        let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] =
            <[u8; 32]>::from(Sha256::digest(name.as_str()));
        Self(id)
    }
}

bytes_in_hex!(
    /// The SHA-256 of a file as it was received.
    FileDigest, 32, "^[0-9a-f]{64}$"
);

impl FileDigest {
    /// Of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// An entry: who wrote it, and which of theirs it is. Written `0123456789abcdef-17`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "String", extend("pattern" = "^[0-9a-f]{16}-(0|[1-9][0-9]{0,9})$")))]
#[serde(try_from = "String", into = "String")]
pub struct EntryId {
    /// Who wrote it.
    pub writer: WriterId,
    /// Counted from 0 for each writer.
    pub seq: u32,
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.writer, self.seq)
    }
}

impl From<EntryId> for String {
    fn from(id: EntryId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for EntryId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let read = || {
            let (writer, seq) = text.split_once('-')?;
            let id = Self { writer: WriterId::try_from(writer.to_owned()).ok()?, seq: seq.parse().ok()? };
            // One id has one form alone: neither a sign nor zeros in front.
            (id.to_string() == text).then_some(id)
        };
        read().ok_or("not an entry like 0123456789abcdef-17")
    }
}

/// What a file calls its unit, for the roster's line that a person picked for it once (对号). 1 to 2,000 characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("minLength" = 1, "maxLength" = NameKey::LONGEST)))]
#[serde(try_from = "String")]
pub struct NameKey(String);

impl NameKey {
    /// The longest there may be, in characters.
    const LONGEST: u32 = 2000;

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind of unit and the township, with which it begins.
    pub fn township(&self) -> Option<&str> {
        let (kind, rest) = self.0.split_once('/')?;
        let (township, _) = rest.split_once('/')?;
        self.0.get(..=kind.len() + township.len())
    }

    /// The id of the kind of unit, with which it begins.
    pub fn kind(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }
}

impl TryFrom<String> for NameKey {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if typed::is_blank(&text) || longer(&text, Self::LONGEST) {
            Err("not a name of 1 to 2000 characters")
        } else {
            Ok(Self(text))
        }
    }
}

impl From<&UnitKey> for NameKey {
    fn from(key: &UnitKey) -> Self {
        Self(key.as_str().chars().take(2000).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_one_written_form_alone() {
        let id = EntryId { writer: WriterId::new([1, 2, 3, 4, 5, 6, 7, 255]), seq: 17 };
        assert_eq!(id.to_string(), "01020304050607ff-17");
        assert_eq!(EntryId::try_from(id.to_string()), Ok(id));
        for text in [
            "",
            "01020304050607ff",
            "01020304050607ff-",
            "01020304050607ff-017",
            "01020304050607ff-+17",
            "01020304050607FF-17",
            "01020304050607ff-4294967296",
            "01020304050607f-17",
        ] {
            assert!(EntryId::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    #[test]
    fn a_file_is_named_by_the_published_sha_256_of_abc() {
        let digest = FileDigest::of(b"abc").to_string();
        assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(FileDigest::try_from(digest), Ok(FileDigest::of(b"abc")));
    }

    #[test]
    fn a_name_that_nobody_could_see_is_none() {
        assert!(NameKey::try_from(" \u{200b}".to_owned()).is_err());
        assert!(NameKey::try_from("室".repeat(2001)).is_err());
        assert!(NameKey::try_from("室".repeat(2000)).is_ok());
    }
}
