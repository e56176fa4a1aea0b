//! Names of files that a mailbox sorts, and that no system, webmail or archive spoils.

/// The longest name, ending included, in characters.
pub const LONGEST: usize = 60;

/// Joins parts with `_`, such as `2026_柏城街道_柏城街道联络站_自评申报_第1次.json`. Spaces, brackets
/// and what some system forbids go; the longest parts are shortened until all fits.
pub fn file_name(parts: &[&str], ending: &str) -> String {
    let mut parts: Vec<Vec<char>> = parts
        .iter()
        .map(|part| part.chars().filter(|sign| fits(*sign)).collect())
        .filter(|p: &Vec<char>| !p.is_empty())
        .collect();
    let long = |parts: &[Vec<char>]| {
        parts.iter().map(Vec::len).sum::<usize>() + parts.len().saturating_sub(1) + ending.chars().count() + 1
    };
    while long(&parts) > LONGEST {
        match parts.iter_mut().max_by_key(|part| part.len()) {
            Some(longest) => longest.truncate(longest.len().saturating_sub(1)),
            None => break,
        }
    }
    let joined: Vec<String> = parts.into_iter().map(String::from_iter).collect();
    format!("{}.{ending}", joined.join("_"))
}

fn fits(sign: char) -> bool {
    let forbidden = r#"\/:*?"<>|()[]{}（）【】〔〕《》〈〉「」『』｛｝［］，；：。．'`%#&~$!@^+=,;._"#;
    let invisible =
        matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !sign.is_whitespace() && !sign.is_control() && !invisible && !forbidden.contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(name.chars().count(), LONGEST);
        assert!(name.starts_with("2026_柏城街道_很长") && name.ends_with("_自评申报_第12次.json"), "{name}");
    }
}
