//! Which unit a draft is of, where no code says it: its kind, township, village and name, however they were typed.

use crate::model::record::typed;
use crate::model::standard::ids::UnitKind;

/// What two drafts of the same unit share. Spaces and the width of characters make no difference.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct UnitKey(String);

impl UnitKey {
    /// Of a unit's township, village and name; nothing for one without a name. `nfkc` puts a text into Unicode's normal form KC: the browser knows
    /// how, and a table of it would be as large as all that the program reads files with.
    pub fn of(kind: &UnitKind, unit: [&str; 3], nfkc: impl Fn(&str) -> String) -> Option<Self> {
        let [.., name] = unit;
        if typed::is_blank(name) {
            return None;
        }
        let parts = unit.map(|part| {
            let seen = nfkc(&typed::compared(part));
            seen.chars().filter(|character| !character.is_whitespace()).collect::<String>()
        });
        Some(Self(format!("{kind}/{}", parts.join("/"))))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(kind: &str, unit: [&str; 3]) -> Option<UnitKey> {
        // As the browser does with letters of full width.
        let nfkc = |text: &str| text.replace('Ａ', "A").replace('１', "1");
        UnitKey::of(&UnitKind::try_from(kind).expect("an id"), unit, nfkc)
    }

    #[test]
    fn spaces_and_wide_letters_make_no_other_unit_and_any_word_does() {
        let one = key("room", ["柳林镇", "王庄村", "王庄村联络室1"]);
        assert!(one.is_some());
        assert_eq!(key("room", [" 柳林镇", "王庄村\u{200b}", "王庄村 联络室　１"]), one);
        assert_eq!(key("room", ["柳林镇\u{200d}", "王庄\u{3164}村", "王庄村\u{fe0f}联络室1\u{7}"]), one);
        for other in [
            key("station", ["柳林镇", "王庄村", "王庄村联络室1"]),
            key("room", ["柏城镇", "王庄村", "王庄村联络室1"]),
            key("room", ["柳林镇", "李庄村", "王庄村联络室1"]),
            key("room", ["柳林镇", "王庄村", "王庄村联络室2"]),
            key("room", ["柳林镇王庄村", "", "王庄村联络室1"]),
        ] {
            assert_ne!(other, one);
        }
    }

    #[test]
    fn a_unit_without_a_name_is_the_same_as_no_other() {
        assert_eq!(key("room", ["柳林镇", "王庄村", "　"]), None);
        assert_eq!(key("room", ["柳林镇", "王庄村", "\u{200d}\u{3164}"]), None);
    }
}
