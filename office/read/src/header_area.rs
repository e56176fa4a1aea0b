//! What is made sure of in a mail before it is read. The parser keeps all headers, and reads a mail inside a mail inside
//! a mail without end; so headers are counted first, and mails inside it become files like any other, of which `mail`
//! opens those that lie in the outermost one. Headers that are not UTF-8 are taken for what Chinese mail programs of
//! before 2010 wrote.
//!
//! Where headers stand is a matter of parts and their boundaries. Here more is taken for headers than can be: whatever
//! follows a line in which `--` stands, up to an empty line.

use crate::limits::{
    MAX_BOUNDARIES, MAX_HEADER_BYTES, MAX_HEADERS, MAX_MULTIPARTS, MAX_SEARCHED_BYTES, MULTIPARTS_OF_FORWARDED,
};
use crate::name;
use documents::received::ReadFailure;

/// What a mail inside a mail is called from here on: no kind that anybody uses.
pub(crate) const NESTED: &str = "nested";

/// The kinds of parts that hold a mail, or whose parts do, and the word before the stroke.
const KINDS: [(&str, &str); 3] = [("message", "rfc822"), ("message", "global"), ("multipart", "digest")];

/// The headers that the parser makes lists of.
const LISTS: [&str; 3] = ["from:", "content-type:", "content-disposition:"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the first header of a part: lines with nothing in them are passed over there.
    Before,
    /// Among its headers.
    Headers,
    /// In what follows them.
    Body,
}

/// The same mail, bounded and without mails inside it. `searched` is how many bytes its parts may be looked for in, to
/// which those of the mail before were added: what one mail takes in memory is given back before the next one, the time
/// is not.
pub(crate) fn made_safe(mail: &[u8], searched: &mut u64) -> Result<Vec<u8>, ReadFailure> {
    let mut safe = Safe { out: Vec::with_capacity(mail.len() + 64), ..Safe::default() };
    let (mut place, mut boundaries) = (Place::Before, 0);
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        let empty = matches!(line, b"\n" | b"\r\n");
        if line.windows(2).any(|pair| pair == b"--") {
            boundaries += 1;
            if boundaries > MAX_BOUNDARIES {
                return Err(ReadFailure::TooMany);
            }
            safe.end_header()?;
            // Headers may begin in this very line, since the parser finds a boundary anywhere.
            place = Place::Before;
        }
        place = match (place, empty) {
            (Place::Before, true) => Place::Before,
            (Place::Headers, true) | (Place::Body, _) => Place::Body,
            (Place::Before | Place::Headers, false) => Place::Headers,
        };
        if place != Place::Headers || !line.starts_with(b" ") && !line.starts_with(b"\t") {
            safe.end_header()?;
        }
        if place == Place::Headers { &mut safe.header } else { &mut safe.out }.extend_from_slice(line);
    }
    safe.end_header()?;
    *searched = searched.saturating_add((safe.multiparts as u64).saturating_mul(mail.len() as u64));
    if *searched > MAX_SEARCHED_BYTES { Err(ReadFailure::EndlessMail) } else { Ok(safe.out) }
}

/// The mail as it is written down again, and what was counted in it so far.
#[derive(Default)]
struct Safe {
    out: Vec<u8>,
    /// The header that is being gone through, with the lines that belong to it.
    header: Vec<u8>,
    headers: usize,
    list_bytes: usize,
    multiparts: usize,
    /// How many mails are in it, at most.
    mails: usize,
}

impl Safe {
    /// Writes the header down, if there is one: as UTF-8, and as no kind of mail.
    fn end_header(&mut self) -> Result<(), ReadFailure> {
        let mut header = std::mem::take(&mut self.header);
        let Some(name) = header.iter().position(|byte| *byte == b':').and_then(|end| header.get(..end)) else {
            self.out.append(&mut header);
            return Ok(());
        };
        self.headers += 1;
        if name.iter().all(u8::is_ascii_graphic) && std::str::from_utf8(&header).is_err() {
            header = name::decoded(&header).into_bytes();
        }
        // The parser passes over spaces in the names of headers.
        let plain: Vec<u8> =
            header.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
        let holds = |word: &str| plain.windows(word.len()).any(|window| window == word.as_bytes());
        if LISTS.into_iter().any(holds) {
            self.list_bytes += header.len();
        }
        if holds("content-type:") {
            self.multiparts += usize::from(holds("multipart"));
            for (before, kind) in KINDS {
                if holds(before) && replace(&mut header, kind) {
                    self.mails += 1;
                }
            }
        }
        self.out.append(&mut header);
        if self.list_bytes > MAX_HEADER_BYTES {
            return Err(ReadFailure::TooLarge);
        }
        if self.headers > MAX_HEADERS {
            return Err(ReadFailure::TooMany);
        }
        let most = MAX_MULTIPARTS + MULTIPARTS_OF_FORWARDED * self.mails;
        if self.multiparts > most { Err(ReadFailure::EndlessMail) } else { Ok(()) }
    }
}

/// Puts `NESTED` in the place of a word, where it stands for itself: names of files hardly have it like that. Whether it
/// did.
fn replace(header: &mut [u8], word: &str) -> bool {
    let mut replaced = false;
    for at in 0..header.len() {
        let (before, rest) = header.split_at_mut(at);
        let Some((found, after)) = rest.split_at_mut_checked(word.len()) else { break };
        let begins = before.last().is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b')'));
        let ends = after.first().is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b';' | b'('));
        if begins && ends && found.eq_ignore_ascii_case(word.as_bytes()) {
            found.copy_from_slice(NESTED.as_bytes());
            replaced = true;
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn safe(mail: &str) -> String {
        String::from_utf8(made_safe(mail.as_bytes(), &mut 0).unwrap_or_default()).unwrap_or_default()
    }

    #[test]
    fn a_mail_inside_a_mail_is_no_mail_any_more_however_it_is_written() {
        for (written, is) in [
            ("Content-Type: message/rfc822\r\n", "Content-Type: message/nested\r\n"),
            ("content-TYPE: Message/RFC822; a=b\n", "content-TYPE: Message/nested; a=b\n"),
            ("Con tent-Type :message/\r\n global\n", "Con tent-Type :message/\r\n nested\n"),
            ("Content-Type: message(x)/(y)rfc822(z)\n", "Content-Type: message(x)/(y)nested(z)\n"),
            ("Content-Type: multipart/digest; boundary=b\n", "Content-Type: multipart/nested; boundary=b\n"),
            ("x\n\nbody --bContent-Type: message/global\n\n", "x\n\nbody --bContent-Type: message/nested\n\n"),
        ] {
            assert_eq!(safe(written), is);
        }
    }

    #[test]
    fn whatever_else_has_these_words_stays_as_it_is() {
        for written in [
            "Subject: message rfc822\n\nContent-Type: message/rfc822\n",
            "Content-Type: text/plain; name=\"message/rfc822.txt\"\n\n",
            "Content-Type: application/json; name=\"global.json\"\n\nmessage/rfc822 digest\n",
        ] {
            assert_eq!(safe(written), written);
        }
    }

    #[test]
    fn a_large_text_with_dashes_is_not_taken_for_too_many_headers() {
        let text = format!("{}\n\n", "\"note\":\"--\",\n".repeat(MAX_BOUNDARIES));
        assert_eq!(safe(&text), text);
        let line = format!("x\n\n{{\"note\":\"--\",\"photos\":\"{}\"}}", "a".repeat(4 * MAX_HEADER_BYTES));
        assert_eq!(safe(&line), line);
    }

    #[test]
    fn a_header_in_the_code_of_chinese_windows_becomes_utf_8_and_a_body_stays() {
        let mail = b"Subject: \xc9\xea\xb1\xa8\n\n\xc9\xea";
        assert_eq!(
            made_safe(mail, &mut 0),
            Ok([b"Subject: \xe7\x94\xb3\xe6\x8a\xa5\n\n".as_slice(), b"\xc9\xea"].concat())
        );
    }

    #[test]
    fn more_headers_parts_or_depth_than_any_mail_has_are_refused() {
        let headers = "a:b\n".repeat(MAX_HEADERS + 1);
        assert_eq!(made_safe(headers.as_bytes(), &mut 0), Err(ReadFailure::TooMany));
        let list = format!("From: a@b{}\n\n", ",\n a@b".repeat(MAX_HEADER_BYTES / 5));
        assert_eq!(made_safe(list.as_bytes(), &mut 0), Err(ReadFailure::TooLarge));
        let parts = "--b\n\n".repeat(MAX_BOUNDARIES + 1);
        assert_eq!(made_safe(parts.as_bytes(), &mut 0), Err(ReadFailure::TooMany));
        let deep = "--b\nContent-Type: multipart/mixed; boundary=b\n\n".repeat(MAX_MULTIPARTS + 1);
        assert_eq!(made_safe(deep.as_bytes(), &mut 0), Err(ReadFailure::EndlessMail));
        let one = b"Content-Type: multipart/mixed; boundary=b\n\n";
        let mut searched = MAX_SEARCHED_BYTES - 2 * one.len() as u64;
        assert!(made_safe(one, &mut searched).is_ok() && made_safe(one, &mut searched).is_ok());
        assert_eq!(made_safe(one, &mut searched), Err(ReadFailure::EndlessMail), "all of them together");
    }
}
