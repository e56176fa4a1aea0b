//! What else a chosen file may be, told by its first bytes: mailboxes and phones mix these up with the
//! file that is meant, and "cannot be read" would help nobody.

/// A file of another kind than this program writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Foreign {
    /// A picture or a video.
    Picture,
    /// A PDF.
    Pdf,
    /// A document of Word, Excel or WPS.
    Office,
    /// A mail as Outlook saves it (`.msg`).
    OutlookMail,
    /// A packed file: zip, rar, 7z, gzip.
    Archive,
    /// A web page, such as a mailbox gives instead of an attachment.
    WebPage,
    /// Text in UTF-16, as some editors save it.
    Utf16,
}

/// How far a packed file is searched for the names that documents have inside, in bytes.
const SEARCHED: usize = 64 << 10;

/// The first bytes of files of other kinds. Documents of 2007 and later are zip files, see below.
const HEADS: [(&[u8], Foreign); 15] = [
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"RIFF", Foreign::Picture),
    (b"%PDF", Foreign::Pdf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::Office),
    (b"PK\x03\x04", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Archive),
    (b"Rar!", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"\x1f\x8b", Foreign::Archive),
    (b"\xff\xfe", Foreign::Utf16),
    (b"\xfe\xff", Foreign::Utf16),
    (b"{\0", Foreign::Utf16),
];

/// What else these bytes are; none if they may be a file of this program.
pub fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let head = HEADS.iter().find(|(head, _)| bytes.starts_with(head)).map(|(_, foreign)| *foreign);
    match head {
        Some(Foreign::Archive) if is_document(bytes) => Some(Foreign::Office),
        Some(Foreign::Office) if is_outlook_mail(bytes) => Some(Foreign::OutlookMail),
        Some(foreign) => Some(foreign),
        // Photos and videos of phones (HEIC, MP4) begin with the length of their first part.
        None if bytes.get(4..8) == Some(b"ftyp") => Some(Foreign::Picture),
        None if bytes.starts_with(b"\0{") => Some(Foreign::Utf16),
        None => is_page(bytes).then_some(Foreign::WebPage),
    }
}

/// Whether the names that every document has inside stand near the beginning.
fn is_document(bytes: &[u8]) -> bool {
    let searched = bytes.get(..SEARCHED).unwrap_or(bytes);
    let names: [&[u8]; 2] = [b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis"];
    names.iter().any(|name| searched.windows(name.len()).any(|window| window == *name))
}

/// What every mail of Outlook has among the names of its parts, in UTF-16.
const PROPERTIES: &[u8] = b"_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0";

/// Whether the name that every mail of Outlook has inside stands near the beginning.
fn is_outlook_mail(bytes: &[u8]) -> bool {
    let searched = bytes.get(..SEARCHED).unwrap_or(bytes);
    searched.windows(PROPERTIES.len()).any(|window| window == PROPERTIES)
}

/// Whether the first sign that is not a space opens a tag.
fn is_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_head_is_known_for_what_it_is() {
        for (head, kind) in HEADS {
            assert_eq!(foreign(&[head, b"rest"].concat()), Some(kind), "{head:?}");
            assert_ne!(foreign(head.get(..head.len() - 1).unwrap_or_default()), Some(kind), "{head:?} cut");
        }
    }

    #[test]
    fn a_photo_or_video_of_a_phone_is_a_picture() {
        assert_eq!(foreign(b"\0\0\0\x18ftypheic"), Some(Foreign::Picture));
        assert_eq!(foreign(b"\0\0\0\x18 ftypheic"), None);
    }

    #[test]
    fn a_zip_with_the_parts_of_a_document_is_one() {
        for name in ["[Content_Types].xml", "mimetypeapplication/vnd.oasis.opendocument.text"] {
            assert_eq!(foreign(format!("PK\u{3}\u{4}....{name}....").as_bytes()), Some(Foreign::Office));
            let far = [b"PK\x03\x04".as_slice(), &vec![0; SEARCHED], name.as_bytes()].concat();
            assert_eq!(foreign(&far), Some(Foreign::Archive));
        }
    }

    #[test]
    fn a_mail_of_outlook_is_told_from_a_document_of_word() {
        let head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice();
        assert_eq!(foreign(&[head, &[0; 3000], PROPERTIES].concat()), Some(Foreign::OutlookMail));
        assert_eq!(foreign(&[head, &[0; 3000], b"W\0o\0r\0d\0"].concat()), Some(Foreign::Office));
    }

    #[test]
    fn a_page_is_known_after_spaces_and_a_mark() {
        for page in ["<!DOCTYPE html>", "\r\n  <html>", "\u{feff}<html>"] {
            assert_eq!(foreign(page.as_bytes()), Some(Foreign::WebPage), "{page}");
        }
    }

    #[test]
    fn text_without_a_mark_whose_first_brace_takes_two_bytes_is_utf_16() {
        assert_eq!([foreign(b"{\0\"\0"), foreign(b"\0{\0\"")], [Some(Foreign::Utf16); 2]);
    }

    #[test]
    fn files_of_this_program_are_none_of_these() {
        for text in ["{\"kind\":\"draft\"}", "\u{feff}{}", "", " ", "[", "\0"] {
            assert_eq!(foreign(text.as_bytes()), None, "{text:?}");
        }
    }
}
