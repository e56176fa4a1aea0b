//! Why an item got what it got, in one line.

use crate::i18n::Text;
use crate::model::scoring::item_score::ScoreReason;
use crate::model::standard::Standard;
use crate::model::standard::item::{Item, Scale, Worth};
use crate::model::standard::points::Points;
use crate::model::standard::words::Lang;

/// The sentence for a reason.
pub fn why(text: &Text, standard: &Standard, item: &Item, why: &ScoreReason) -> String {
    let zh = text.lang == Lang::Zh;
    match why {
        ScoreReason::Open if zh => "还没有作答".to_owned(),
        ScoreReason::Open => "Not answered yet".to_owned(),
        ScoreReason::Missing(facts) => {
            let names: Vec<&str> =
                facts.iter().filter_map(|id| standard.fact(id)).map(|fact| fact.words.get(text.lang)).collect();
            if zh {
                format!("还缺数字：{}", names.join("、"))
            } else {
                format!("Numbers missing: {}", names.join(", "))
            }
        }
        ScoreReason::NotApplicable(reason) => {
            let reason = standard.reason(reason).map_or("", |reason| reason.words.get(text.lang));
            if zh {
                format!("不适用（{reason}），给满分，由县里核定")
            } else {
                format!("Does not apply ({reason}): full points, for the county to confirm")
            }
        }
        ScoreReason::Yes(true) if zh => format!("做到了，得满分 {} 分", item.points),
        ScoreReason::Yes(true) => format!("Yes: all points ({})", item.points),
        ScoreReason::Yes(false) if zh => "没有做到，不得分".to_owned(),
        ScoreReason::Yes(false) => "No: no points".to_owned(),
        ScoreReason::Level(level) => level_line(text, item, usize::from(*level)),
        ScoreReason::Count { actual, target } if zh => format!("{actual} ÷ 要求 {target}，按比例得分，达到即满分"),
        ScoreReason::Count { actual, target } => {
            format!("{actual} of {target} wanted, points in proportion, full from {target} on")
        }
        ScoreReason::Steps { times } => steps(zh, item, *times),
        ScoreReason::Ratio { part, whole, floor, target } => ratio(zh, *part, *whole, *floor, *target),
        ScoreReason::Nothing(worth) => nothing(zh, *worth),
        ScoreReason::Faults(faults) => {
            let each = match &item.scale {
                Scale::Deduct { each, .. } => *each,
                _ => Points::ZERO,
            };
            if zh {
                format!("满分 {}，{faults} 处、每处扣 {each} 分，扣完为止", item.points)
            } else {
                format!("{} points less {each} for each of {faults}, never under 0", item.points)
            }
        }
        ScoreReason::Text if zh => "已写，不计分".to_owned(),
        ScoreReason::Text => "Written; gives no points".to_owned(),
    }
}

fn level_line(text: &Text, item: &Item, level: usize) -> String {
    let Scale::Levels { levels, .. } = &item.scale else { return String::new() };
    let Some(level) = levels.get(level) else { return String::new() };
    let words = level.words.get(text.lang);
    let gives = (text.form.points)(&level.gives(item.points).to_string());
    if text.lang == Lang::Zh { format!("“{words}”得 {gives}") } else { format!("“{words}” gives {gives}") }
}

fn steps(zh: bool, item: &Item, times: u64) -> String {
    let Scale::Steps { first, further, .. } = &item.scale else { return String::new() };
    let most = item.points;
    if zh {
        format!("{times} 次：首次 {first} 分，每增一次加 {further} 分，最多 {most} 分")
    } else {
        let times = crate::i18n::en::times(times);
        format!("{times}: {first} for the first, {further} for each further one, {most} at most")
    }
}

fn ratio(zh: bool, part: u64, whole: u64, floor: Option<u64>, target: u8) -> String {
    match (zh, floor) {
        (true, None) => format!("{part} ÷ {whole}，达到 {target}% 即满分"),
        (true, Some(floor)) => {
            format!("{part} ÷ {floor}（不足 {floor} 的按 {floor} 算，现为 {whole}），达到 {target}% 即满分")
        }
        (false, None) => format!("{part} of {whole}, full points from {target}% on"),
        (false, Some(floor)) => {
            format!(
                "{part} of {floor} (counted as at least {floor}, there were {whole}), full points from {target}% on"
            )
        }
    }
}

fn nothing(zh: bool, worth: Worth) -> String {
    let line = match (zh, worth) {
        (true, Worth::None) => "没有可计的数，不得分",
        (true, Worth::Half) => "没有可计的数，按规定得一半",
        (true, Worth::Full) => "没有可计的数，按规定得满分",
        (false, Worth::None) => "Nothing to count: no points",
        (false, Worth::Half) => "Nothing to count: half of the points, as the standard says",
        (false, Worth::Full) => "Nothing to count: full points, as the standard says",
    };
    line.to_owned()
}
