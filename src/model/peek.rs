//! A look at the outside of a file before anything of it is built.

/// The text that stands under a key of the outermost object. Builds nothing, and checks no more than it
/// has to: none where the key is written with escapes, or where something else than a text stands there.
pub fn peek<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let (mut depth, mut at_key, mut wanted) = (0_usize, false, false);
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => {
                let began = at + 1;
                let ended = loop {
                    match bytes.next()? {
                        (_, b'\\') => _ = bytes.next(),
                        (at, b'"') => break at,
                        _ => {}
                    }
                };
                let found = text.get(began..ended)?;
                if depth == 1 && at_key {
                    (at_key, wanted) = (false, found == key);
                } else if depth == 1 && wanted {
                    return Some(found);
                }
            }
            b'{' | b'[' => {
                depth += 1;
                (at_key, wanted) = (depth == 1 && byte == b'{', false);
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => (at_key, wanted) = (depth == 1, false),
            _ => {}
        }
    }
    None
}

/// Where the first key of the outermost object stands that comes after this one, in a text whose keys are in order and
/// written without escapes; none if there is none.
pub fn before(text: &str, key: &str) -> Option<usize> {
    let (mut depth, mut at_key) = (0_usize, false);
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => {
                let ended = loop {
                    match bytes.next()? {
                        (_, b'\\') => _ = bytes.next(),
                        (at, b'"') => break at,
                        _ => {}
                    }
                };
                if depth == 1 && at_key && text.get(at + 1..ended)? > key {
                    return Some(at);
                }
                at_key = false;
            }
            b'{' | b'[' => {
                depth += 1;
                at_key = byte == b'{';
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => at_key = true,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_wherever_it_stands_in_the_outermost_object() {
        let texts = [
            r#"{"kind":"draft"}"#,
            "\u{feff} { \"a\" : [1,{\"kind\":\"no\"}], \"b\\\"}\":\"kind\", \"kind\"\n:\t\"draft\", \"kind\":\"later\"}",
            r#"{"a":{"kind":"no"},"kind":"draft","b":"cut o"#,
        ];
        assert_eq!(texts.map(|text| peek(text, "kind")), [Some("draft"); 3]);
    }

    #[test]
    fn the_place_of_a_key_is_found_in_the_outermost_object_alone() {
        let text = r#"{"a":["z",{"z":1}],"b":{"q":"z"},"d":"\"z","q":1,"r":2}"#;
        assert_eq!(before(text, "p"), text.find("\"q\":1"));
        assert_eq!(before(text, "a"), text.find("\"b\""));
        assert_eq!([before(text, "r"), before("{}", "a"), before("[\"b\"]", "a")], [None, None, None]);
    }

    #[test]
    fn what_is_no_text_under_that_key_is_not_found() {
        let texts = [
            "",
            "{}",
            r#"["kind","draft"]"#,
            r#"["a","kind","draft"]"#,
            r#"{"kind":1,"a":"draft"}"#,
            r#"{"kind":["draft"],"a":"draft"}"#,
            r#"{"kind":{"a":"draft"}}"#,
            r#"{"a":"kind","b":"draft"}"#,
            r#"{"kind":"cut o"#,
            r#"{"kind\"#,
            r#"{{"kind":"draft"}}"#,
        ];
        assert_eq!(texts.map(|text| peek(text, "kind")), [None; 11]);
    }
}
