//! Names of files that a mailbox sorts, and that no system, webmail or archive spoils.

/// The longest name, ending included, in characters.
pub const MAX_CHARS: usize = 60;

/// The longest name in bytes. Chinese of sixty characters has 180; systems allow 255, and leave little of
/// it when they encrypt names or add a number to them.
const BYTES: usize = 200;

/// What a name is called of which nothing is left.
const NAMELESS: &str = "xingzhan";

/// Joins parts with `_`, such as `2026_柏城街道_柏城街道联络站_自评申报_第1次.json`. Spaces, brackets
/// and what some system forbids go; the longest parts are shortened until all fits.
pub fn file_name(parts: &[&str], ending: &str) -> String {
    let mut parts: Vec<String> = parts
        .iter()
        .map(|part| part.chars().filter(|character| fits(*character)).collect::<String>())
        .filter(|part| !part.is_empty())
        .collect();
    loop {
        let name = format!("{}.{ending}", parts.join("_"));
        let longest = parts.iter_mut().max_by_key(|part| part.chars().count());
        match longest {
            Some(longest) if name.chars().count() > MAX_CHARS || name.len() > BYTES => _ = longest.pop(),
            _ => break,
        }
    }
    // A name that begins with a hyphen is an option to many programs.
    let joined = parts.join("_");
    match joined.trim_start_matches('-') {
        "" => format!("{NAMELESS}.{ending}"),
        name if is_reserved(name) => format!("_{name}.{ending}"),
        name => format!("{name}.{ending}"),
    }
}

/// Whether Windows takes this name for a device, whatever its ending.
fn is_reserved(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().find_map(|port| name.strip_prefix(port));
    matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN" | "CONOUT" | "CLOCK")
        || numbered.is_some_and(|number| {
            matches!(number, "¹" | "²" | "³") || (number.len() == 1 && ("0"..="9").contains(&number))
        })
}

fn fits(character: char) -> bool {
    let forbidden = r#"\/:*?"<>|()[]{}（）【】〔〕《》〈〉「」『』｛｝［］，；：。．'`%#&~$!@^+=,;._"#;
    // Signs that are not seen: a name must not look like another one, nor run backwards.
    let invisible = matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}'
    );
    // Signs that every system draws differently, or not at all.
    let private = matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    !character.is_whitespace() && !character.is_control() && !invisible && !private && !forbidden.contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_tells_year_township_unit_and_revision() {
        let name = file_name(&["2026", "柏城街道", "柏城街道联络站", "自评申报", "第1次"], "json");
        assert_eq!(name, "2026_柏城街道_柏城街道联络站_自评申报_第1次.json");
    }

    #[test]
    fn spaces_brackets_and_forbidden_signs_go() {
        let name = file_name(&["2026", "A/B\\C:(d)[e]", " 中 (心)站\u{202e}\n"], "json");
        assert_eq!(name, "2026_ABCde_中心站.json");
    }

    #[test]
    fn the_longest_part_is_shortened_until_the_name_has_sixty_characters() {
        let long = "很长".repeat(60);
        let name = file_name(&["2026", "柏城街道", &long, "自评申报", "第12次"], "json");
        assert_eq!(name.chars().count(), MAX_CHARS);
        assert!(name.starts_with("2026_柏城街道_很长") && name.ends_with("_自评申报_第12次.json"), "{name}");
    }

    #[test]
    fn no_device_of_windows_is_ever_the_name() {
        for device in ["con", "PRN", "Aux", "nul", "CON.", "com1", "COM0", "lpt9", "COM¹", "CONIN$", "c o n"] {
            let name = file_name(&[device], "json");
            assert!(name.starts_with('_'), "{name}");
        }
        for harmless in ["CONE", "COM", "COM10", "LPTX", "A_CON"] {
            assert!(!file_name(&[harmless], "json").starts_with('_'));
        }
        assert_eq!(file_name(&["con", "站"], "json"), "con_站.json");
    }

    #[test]
    fn a_name_of_which_nothing_is_left_is_still_one() {
        for parts in [vec![], vec![""], vec![" ", "..", "//"], vec!["\u{202e}", "\u{0}"], vec!["---"]] {
            assert_eq!(file_name(&parts, "json"), "xingzhan.json", "{parts:?}");
        }
    }

    #[test]
    fn no_name_begins_like_an_option_or_a_hidden_file_or_ends_in_a_dot() {
        assert_eq!(file_name(&["--rf", ".hidden", "dots..."], "json"), "rf_hidden_dots.json");
        assert_eq!(file_name(&["..", "..\\..\\windows", "~/x"], "json"), "windows_x.json");
    }

    #[test]
    fn rare_characters_that_take_more_bytes_are_cut_earlier() {
        let name = file_name(&["2026", &"𠮷".repeat(100)], "json");
        // 4 bytes each: 2026_ and .json are 10 of the 200 bytes.
        assert_eq!((name.len(), name.chars().count()), (198, 57));
        assert!(name.ends_with("𠮷.json"), "{name}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn any_parts_make_a_name_that_every_system_takes(parts in proptest::collection::vec(".{0,80}", 0..6)) {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let name = file_name(&parts, "json");
            prop_assert!(name.chars().count() <= MAX_CHARS + 1 && name.len() <= BYTES + 1);
            let stem = name.strip_suffix(".json").expect("the ending");
            prop_assert!(!stem.is_empty() && stem.chars().all(|character| character == '_' || fits(character)), "{name:?}");
            prop_assert!(!stem.starts_with(['-', '.', ' ']) && !stem.ends_with(['.', ' ']));
            prop_assert!(!is_reserved(stem));
            // Naming the same again gives the same, as downloads with a number in brackets do.
            prop_assert_eq!(file_name(&stem.split('_').collect::<Vec<_>>(), "json").replace('_', ""), name.replace('_', ""));
        }
    }
}
