//! How alike what a file calls its unit and a line of the roster are (对号): the likest lines are offered first, and a
//! person picks one. Nothing is ever taken by likeness alone.

use crate::model::review::ids::NameKey;

/// How much of it is left to a line of another township, in thousandths: villages of one name lie in several.
const ELSEWHERE: usize = 700;

/// How many of the signs of a name stand in the line, in thousandths, 0 to 1000; 0 for units of two kinds. It only puts
/// lines in an order, so where they stand makes no difference.
pub fn likeness(called: &NameKey, line: &NameKey) -> usize {
    let ([kind, township, theirs], [of_kind, of_township, ours]) = (parts(called), parts(line));
    if kind != of_kind {
        return 0;
    }
    let signs = || theirs.chars().filter(|sign| *sign != '/');
    let found = signs().filter(|sign| ours.contains(*sign)).count();
    let share = 1000 * found / signs().count().max(1);
    let elsewhere = !township.is_empty() && !of_township.is_empty() && township != of_township;
    if elsewhere { share * ELSEWHERE / 1000 } else { share }
}

/// The kind, the township, and the village with the name: either may be what the other one is called by.
fn parts(key: &NameKey) -> [&str; 3] {
    let mut parts = key.as_str().splitn(3, '/');
    [(); 3].map(|()| parts.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(called: &str, line: &str) -> usize {
        let key = |text: &str| NameKey::try_from(text.to_owned()).expect("a name");
        likeness(&key(called), &key(line))
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
    fn another_name_is_less_alike_and_another_kind_not_at_all() {
        assert!(like("room/青石乡//赵家沟联络室", "room/柳林镇/王庄村/柳林镇王庄村代表联络室") < 400);
        assert_eq!(like("station/柳林镇//柳林镇联络站", "room/柳林镇//柳林镇联络站"), 0);
        assert_eq!(like("room/柳林镇//柳林镇联络室", "room/柳林镇//柳林镇人大代表联络室"), 1000);
    }
}
