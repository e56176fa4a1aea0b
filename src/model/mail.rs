//! A mail that hands a file over: what may stand in it, how large it gets, and the address that a mail program
//! opens.

use std::fmt::Write as _;

pub use documents::mail::{Attachment, MAILBOX, Mail, Recipient, is_mailbox, one_line};

/// The longest address, in bytes: Windows hands on no more than 2,083 to a mail program.
const ADDRESS: usize = 2000;

/// How many bytes a file of so many becomes in a mail: four characters of base64 for three bytes, 76 to a line,
/// two more to end each line.
pub fn as_mailed(bytes: u64) -> u64 {
    let encoded = bytes.div_ceil(3).saturating_mul(4);
    encoded.saturating_add(encoded.div_ceil(76).saturating_mul(2))
}

/// Megabytes with one digit after the point, rounded up.
pub fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The mail as an address (`mailto:`), without what is attached. Lines at the end that would make it longer
/// than mail programs take are left out, and a subject that is too long by itself is cut.
pub fn mailto(mail: &Mail) -> String {
    let mut address = "mailto:".to_owned();
    if let Some(to) = &mail.to {
        escape(&to.mailbox, &mut address);
    }
    address.push_str("?subject=");
    for character in one_line(&mail.subject).chars() {
        let part = escaped(character.encode_utf8(&mut [0; 4]));
        if address.len() + part.len() > ADDRESS / 2 {
            break;
        }
        address.push_str(&part);
    }
    let mut before = "&body=";
    for line in &mail.lines {
        let part = escaped(&one_line(line));
        if address.len() + before.len() + part.len() > ADDRESS {
            break;
        }
        address.push_str(before);
        address.push_str(&part);
        before = "%0D%0A";
    }
    address
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

/// Percent-encodes everything that RFC 6068 does not let stand as it is; `@` may.
fn escape(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mail(subject: &str, lines: &[&str]) -> Mail {
        let to = Some(Recipient { office: "办公室".to_owned(), mailbox: "a+b@example.org".to_owned() });
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        Mail { to, subject: subject.to_owned(), lines, attachments: Vec::new() }
    }

    #[test]
    fn an_address_holds_recipient_subject_and_lines_and_nothing_that_could_end_them() {
        let address = mailto(&mail("甲 & 乙?", &["一=1", "", "two #2"]));
        let expected = "mailto:a%2Bb@example.org?subject=%E7%94%B2%20%26%20%E4%B9%99%3F\
            &body=%E4%B8%80%3D1%0D%0A%0D%0Atwo%20%232";
        assert_eq!(address, expected);
    }

    #[test]
    fn an_address_without_a_mailbox_leaves_the_recipient_to_the_person() {
        let address = mailto(&Mail { to: None, ..mail("s", &["b"]) });
        assert_eq!(address, "mailto:?subject=s&body=b");
    }

    #[test]
    fn a_file_grows_by_a_third_and_the_ends_of_its_lines() {
        let grown = [0, 1, 3, 57, 58, 8 * 1024 * 1024].map(as_mailed);
        // 57 bytes fill a line; 8 MiB are 11,184,812 characters in 147,169 lines
        assert_eq!(grown, [0, 6, 6, 78, 84, 11_184_812 + 2 * 147_169]);
    }

    proptest! {
        #[test]
        fn an_address_is_plain_and_never_longer_than_mail_programs_take(subject in ".*", lines in proptest::collection::vec(".*", 0..30)) {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let address = mailto(&mail(&subject, &lines));
            prop_assert!(address.len() <= ADDRESS);
            prop_assert!(address.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~@%:?=&".contains(&byte)), "{address}");
        }
    }
}
