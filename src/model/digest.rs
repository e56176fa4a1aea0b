//! Digests, and the check code (校验码) that is printed on the signed sheet.

use crate::model::files::json::{canonical, canonical_text};
use data_encoding::{Encoding, HEXLOWER};
use data_encoding_macro::new_encoding;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// The first 64 bits of a SHA-256, written as 16 hexadecimal digits in lower case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("pattern" = "^[0-9a-f]{16}$")))]
#[serde(try_from = "String")]
pub struct Digest(String);

impl Digest {
    /// Of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(HEXLOWER.encode(Sha256::digest(bytes).first_chunk::<8>().map_or(&[], |first| first)))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Digest {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len() == 16 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            Ok(Self(text))
        } else {
            Err("not 16 hexadecimal digits")
        }
    }
}

/// The first 12 characters of a SHA-256 in Crockford's Base32, written 4-4-4. 60 bits, without the
/// letters I, L, O and U that are misread.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("pattern" = "^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$")))]
#[serde(try_from = "String")]
pub struct CheckCode(String);

const CROCKFORD: Encoding = new_encoding! { symbols: "0123456789ABCDEFGHJKMNPQRSTVWXYZ", };

impl CheckCode {
    /// Of content, by its canonical form.
    pub fn of<T: Serialize + ?Sized>(content: &T) -> Self {
        Self::of_text(&canonical(content))
    }

    /// Of what stands in a file that was read, which has the order of the canonical form already; of what is missing the
    /// same as of null.
    pub fn of_read(content: Option<&Value>) -> Self {
        Self::of_text(&canonical_text(content.unwrap_or(&Value::Null)))
    }

    /// Of a text that is in the canonical form.
    pub(in crate::model) fn of_text(canonical: &str) -> Self {
        let hash = Sha256::digest(canonical.as_bytes());
        let characters = CROCKFORD.encode(&hash);
        let groups: Vec<String> = (0..3).map(|group| characters.chars().skip(4 * group).take(4).collect()).collect();
        Self(groups.join("-"))
    }

    /// Reads what a person typed from paper: any case, with or without hyphens and spaces, and O for 0,
    /// I or L for 1.
    pub fn typed(text: &str) -> Option<Self> {
        let characters = crate::model::record::typed::code_signs(text).into_iter().map(|character| match character {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
        let characters: Vec<char> = characters.collect();
        let written: Vec<String> = characters.chunks(4).map(|part| part.iter().collect()).collect();
        Self::try_from(written.join("-")).ok()
    }

    /// As written: `7K2M-9QXA-0D4T`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for CheckCode {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CheckCode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let fits = text.chars().count() == 14
            && text.chars().enumerate().all(|(at, character)| match at {
                4 | 9 => character == '-',
                _ => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(character),
            });
        if fits { Ok(Self(text)) } else { Err("not a check code like 7K2M-9QXA-0D4T") }
    }
}

impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The check codes of a submission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Codes {
    /// Of what is signed for; it is printed on the sheet.
    pub signed: CheckCode,
    /// Of what goes with it.
    pub attached: CheckCode,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_beginning_of_the_published_sha_256_of_abc() {
        assert_eq!(Digest::of(b"abc").as_str(), "ba7816bf8f01cfea");
    }

    #[test]
    fn a_check_code_is_the_beginning_of_the_hash_in_base32() {
        // SHA-256 of `"abc"` with its quotes is 6cc43 f858f bb763 3…, five bits at a time by hand:
        // 01101 10011 00010 00011  11111 00001 01100 01111  10111 01101 11011 00011
        //    13    19     2     3     31     1    12    15     23    13    27     3
        assert_eq!(CheckCode::of(&"abc").as_str(), "DK23-Z1CF-QDV3");
    }

    #[test]
    fn a_code_typed_from_paper_is_read_with_its_usual_slips() {
        let code = CheckCode::of(&"abc");
        let typed = code.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(CheckCode::typed(&typed), Some(code));
        assert_eq!(CheckCode::typed("7K2M-9QXA"), None);
        assert_eq!(CheckCode::typed("7K2M-9QXA-0D4U"), None);
    }
}
