//! The names of files inside files. They are shown and compared; nothing is ever stored under one.

use crate::limits::MAX_NAME_CHARS;
use documents::received::ReadFailure;
use encoding_rs::GB18030;

/// A name from its bytes: UTF-8 where they are that, else the code of Chinese Windows, which marks its names as nothing
/// at all. GB 18030 holds all of GBK.
pub(crate) fn decoded(raw: &[u8]) -> String {
    std::str::from_utf8(raw).map_or_else(|_| GB18030.decode_without_bom_handling(raw).0.into_owned(), str::to_owned)
}

/// A name as it may be shown, and what is wrong with it: one that is too long is cut.
pub(crate) fn shown(name: &str) -> (String, Option<ReadFailure>) {
    let mut characters = name.chars();
    let shown = characters.by_ref().take(MAX_NAME_CHARS).collect();
    (shown, characters.next().map(|_| ReadFailure::LongName))
}

/// Whether a path leads out of the folder that it begins in, on any system.
pub(crate) fn leads_out(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    drive || path.starts_with(['/', '\\']) || path.split(['/', '\\']).any(|part| part == "..") || path.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_in_the_code_it_is_written_in() {
        // as Windows writes 申报 and 䶮 (which only GB 18030 has)
        for (raw, name) in [
            (&b"a b.json"[..], "a b.json"),
            ("申报.json".as_bytes(), "申报.json"),
            (b"\xc9\xea\xb1\xa8.json", "申报.json"),
            (b"\xfe\x9f", "䶮"),
        ] {
            assert_eq!(decoded(raw), name);
        }
    }

    #[test]
    fn a_name_of_any_bytes_is_shown_somehow() {
        assert_eq!(decoded(b"a\xff\xffb"), "a\u{fffd}\u{fffd}b");
    }

    #[test]
    fn a_name_that_is_too_long_is_cut_and_told() {
        let (fits, long) = ("长".repeat(MAX_NAME_CHARS), "长".repeat(MAX_NAME_CHARS + 1));
        assert_eq!(shown(&fits), (fits.clone(), None));
        assert_eq!(shown(&long), (fits, Some(ReadFailure::LongName)));
    }

    #[test]
    fn only_a_path_within_the_folder_is_safe() {
        for path in ["/etc/x", "\\x", "c:\\x", "C:x", "../x", "a/../../x", "a\\..\\x", "..", "a\0b"] {
            assert!(leads_out(path), "{path}");
        }
        for path in ["a", "a/b", "申报/甲乡.json", "a..b/c", "...", ""] {
            assert!(!leads_out(path), "{path}");
        }
    }
}
