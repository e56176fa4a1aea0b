//! How alike what a file calls its unit and a line of the roster are (对号): the likest lines are offered first, and a
//! person picks one. Nothing is ever taken by likeness alone.

use crate::model::review::ids::NameKey;
use crate::model::standard::words::Words;

/// How much of it is left to a line of another township, in thousandths: villages of one name lie in several.
const ELSEWHERE: u32 = 700;

/// How alike they are, in thousandths, 0 to 1000; 0 for units of two kinds. `words` is what such units are called
/// (人大代表联络室): the signs of it tell no two of them apart.
pub fn likeness(called: &NameKey, line: &NameKey, words: &Words) -> u16 {
    let (Some(theirs), Some(ours)) = (Parts::of(called), Parts::of(line)) else { return 0 };
    if theirs.kind != ours.kind {
        return 0;
    }
    let words = &words.all().collect::<String>();
    let townships = [theirs.township, ours.township];
    let mut best = 0;
    for one in theirs.names {
        for other in ours.names {
            let (one, other) = (core(one, townships, words), core(other, townships, words));
            if !one.is_empty() && !other.is_empty() {
                best = best.max(alike(one, other));
            }
        }
    }
    let elsewhere = townships.iter().all(|township| !township.is_empty()) && theirs.township != ours.township;
    if elsewhere { u16::try_from(u32::from(best) * ELSEWHERE / 1000).unwrap_or(best) } else { best }
}

/// What a key is made of.
struct Parts<'a> {
    kind: &'a str,
    township: &'a str,
    /// The village and the name: either may be what the other one is called by.
    names: [&'a str; 2],
}

impl<'a> Parts<'a> {
    fn of(key: &'a NameKey) -> Option<Self> {
        let mut parts = key.as_str().splitn(4, '/');
        let mut next = || parts.next();
        Some(Self { kind: next()?, township: next()?, names: [next()?, next()?] })
    }
}

/// A share from 0 to 1, as the library answers it, in thousandths: no further sum is done with that.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 1000")]
fn alike(one: &str, other: &str) -> u16 {
    (strsim::jaro_winkler(one, other).clamp(0.0, 1.0) * 1000.0).round() as u16
}

/// A name without the township before it and without the signs of `words` behind it. A unit that is called by its township
/// alone keeps that.
fn core<'a>(name: &'a str, townships: [&'a str; 2], words: &str) -> &'a str {
    let mut within = townships.into_iter().filter(|township| !township.is_empty());
    let found = within.find_map(|township| Some((name.strip_prefix(township)?, township)));
    let (rest, township) = found.unwrap_or((name, ""));
    match (rest.trim_end_matches(|sign| words.contains(sign)), township) {
        ("", "") => name,
        ("", township) => township,
        (short, _) => short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(called: &str, line: &str) -> u16 {
        let words = serde_json::from_str(r#"{"zh": "人大代表联络室", "en": "room"}"#).expect("words");
        let key = |text: &str| NameKey::try_from(text.to_owned()).expect("a name");
        likeness(&key(called), &key(line), &words)
    }

    #[test]
    fn a_short_name_is_likest_to_its_own_line_then_to_one_of_another_township() {
        let short = "room/柳林镇//王庄室";
        let own = like(short, "room/柳林镇/王庄村/柳林镇王庄村代表联络室");
        let elsewhere = like(short, "room/青石乡/王庄村/王庄村代表联络室");
        let other = like(short, "room/柳林镇/李庄村/柳林镇李庄村代表联络室");
        assert!(own > elsewhere && elsewhere > other, "{own} {elsewhere} {other}");
        assert_eq!(like("room/柳林镇/王庄村/王庄村联络室", "room/柳林镇/王庄村/王庄村代表联络室"), 1000);
    }

    #[test]
    fn what_all_units_are_called_makes_no_two_alike_nor_does_another_kind() {
        assert!(like("room/青石乡//赵家沟联络室", "room/柳林镇/王庄村/柳林镇王庄村代表联络室") < 400);
        assert_eq!(like("station/柳林镇//柳林镇联络站", "room/柳林镇//柳林镇联络站"), 0);
        assert_eq!(like("room/柳林镇//柳林镇联络室", "room/柳林镇//柳林镇人大代表联络室"), 1000);
    }
}
