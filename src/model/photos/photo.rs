//! A photo that shows an answer: what a draft knows of it. Its bytes lie beside the draft, under their digest;
//! in a file they stand inside (see `carried`).

use crate::model::problem::{Fault, Problem};
use crate::model::record::text_length::longer;
use crate::model::record::unit::trim;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BinaryHeap;

/// The most photos of one draft, over all its items. At 300 KB each they make a file of 24 MB, which opens; more
/// are taken from no mailbox.
pub const PHOTOS: usize = 60;
/// The most bytes of one photo. What this program makes has about 300 KB.
pub const LARGEST: u32 = 2 << 20;
/// The most photos of a draft in a file: no merging of honest drafts comes near it, and a page of more would not end.
pub const PHOTOS_READ: usize = 2000;
/// The most dots of one photo, 64 MB once it is drawn: a file of few bytes could claim any number, and sixty such
/// photos would take the memory of the browser that opens it. What this program makes has no more, and mostly 2,000,000.
pub const MAX_PIXELS: u64 = 16_000_000;

/// The SHA-256 of a photo's bytes, written as 64 hexadecimal digits in lower case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
#[serde(try_from = "String")]
pub struct PhotoDigest(String);

impl PhotoDigest {
    /// Of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(HEXLOWER.encode(&Sha256::digest(bytes)))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for PhotoDigest {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PhotoDigest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len() == 64 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            Ok(Self(text))
        } else {
            Err("not 64 hexadecimal digits")
        }
    }
}

/// How the bytes of a photo are to be read. What this program makes is JPEG.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

impl Media {
    /// As the browser calls it.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }
}

/// One photo of an item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Photo {
    /// The digest of its bytes, by which they are found.
    pub digest: PhotoDigest,
    /// How they are to be read.
    pub media: Media,
    /// How many they are, 1 to `LARGEST`.
    pub bytes: u32,
    /// Its width in dots, at least 1.
    pub width: u32,
    /// Its height in dots, at least 1.
    pub height: u32,
    /// What its file was called, in any signs; may be empty. It never names a file here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it shows, in the unit's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
}

impl Photo {
    /// The longest name and the longest caption, in characters.
    pub const LINE: u32 = 200;

    /// Whether it has the shape of a telephone's screen or is longer still, as screenshots of chats are.
    pub fn is_long(&self) -> bool {
        self.height.max(self.width) >= self.height.min(self.width).saturating_mul(2)
    }

    /// The same without spaces around what was typed.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        Self { caption: trim(&self.caption), ..self.clone() }
    }

    /// What is wrong with it, by the keys inside.
    fn faults(&self) -> Vec<(&'static str, Fault)> {
        let mut faults = Vec::new();
        for (key, text) in [("name", &self.name), ("caption", &self.caption)] {
            if longer(text, Self::LINE) {
                faults.push((key, Fault::TooLong { most: Self::LINE }));
            }
        }
        if !(1..=LARGEST).contains(&self.bytes) {
            faults.push(("bytes", Fault::OutOfRange { least: 1, most: u64::from(LARGEST) }));
        }
        if !(1..=MAX_PIXELS).contains(&(u64::from(self.width) * u64::from(self.height))) {
            faults.push(("width", Fault::OutOfRange { least: 1, most: MAX_PIXELS }));
        }
        faults
    }
}

/// A photo's name that any file may have had: no sign that is not seen and no folder before it.
pub fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let seen = |character: &char| {
        !character.is_control()
            && !matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let most = usize::try_from(Photo::LINE).unwrap_or(0);
    trim(&last.chars().filter(seen).take(most).collect::<String>())
}

/// What is wrong with the photos of an item, each with its place; `place` is that of the list.
pub fn problems(photos: &[Photo], place: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, photo) in photos.iter().enumerate() {
        let here = format!("{place}[{at}]");
        problems.extend(photo.faults().into_iter().map(|(key, fault)| Problem::at(key, fault).below(&here)));
    }
    let sorted = by_digest(photos.iter());
    for (before, again) in sorted.iter().zip(sorted.iter().skip(1)) {
        if before.0 == again.0 {
            // As much of it as a sentence bears.
            let name = photos.get(again.1).map_or_else(String::new, |photo| photo.name.chars().take(40).collect());
            problems.push(Problem::at(format!("{place}[{}]", again.1), Fault::Twice(name)));
        }
    }
    problems
}

/// The digests of photos in their order, each with the photo's place in the list.
pub(super) fn by_digest<'a>(photos: impl Iterator<Item = &'a Photo>) -> Vec<(&'a PhotoDigest, usize)> {
    let heap: BinaryHeap<_> = photos.enumerate().map(|(at, photo)| (&photo.digest, at)).collect();
    heap.into_sorted_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_published_sha_256_of_abc() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(PhotoDigest::of(b"abc").as_str(), expected);
        assert!(PhotoDigest::try_from(expected.to_uppercase()).is_err());
    }

    #[test]
    fn a_name_keeps_every_sign_that_is_seen_and_loses_folders_and_the_rest() {
        let names = ["C:\\fakepath\\接待日 1.jpg", "../../etc/passwd", "照\u{202e}gpj.片\u{0}\n", "  ", "日本語👍.png"];
        let safe = ["接待日 1.jpg", "passwd", "照gpj.片", "", "日本語👍.png"];
        assert_eq!(names.map(safe_name), safe);
        assert_eq!(safe_name(&"长".repeat(300)).chars().count(), 200);
    }
}
