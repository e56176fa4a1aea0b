//! How an item is scored, in one line, as the sheets say it (评分标准).

use crate::i18n::Text;
use crate::model::standard::Standard;
use crate::model::standard::ids::FactId;
use crate::model::standard::item::{Amount, Item, Nothing, Scale, Unstated, Worth};
use crate::model::standard::words::{Lang, Words};

/// The rule of an item.
pub fn rule(text: &Text, standard: &Standard, item: &Item) -> String {
    let (lang, zh, all) = (text.lang, text.lang == Lang::Zh, item.points);
    let fact = |id: &FactId| standard.fact(id).map_or("", |fact| fact.words.get(lang));
    let counted = |counts: Option<&FactId>, unit: Option<&Words>| {
        let unit = counts.and_then(|id| standard.fact(id)).map(|fact| &fact.unit).or(unit);
        unit.map_or(String::new(), |unit| format!(" {}", unit.get(lang)))
    };
    match &item.scale {
        Scale::YesNo if zh => format!("是，得 {all} 分；否，不得分"),
        Scale::YesNo => format!("Yes: {all}; no: 0"),
        Scale::Levels { levels, nothing } => {
            let best_first = levels.iter().rev().enumerate();
            let steps = best_first.map(|(at, level)| {
                let (mark, words, gives) = (mark(at), level.words.get(lang), level.gives(all));
                if zh { format!("{mark}{words}，{gives} 分") } else { format!("{mark} {words}: {gives}") }
            });
            let nothing = nothing.iter().map(|of| none_of(zh, fact, of));
            steps.chain(nothing).collect::<Vec<_>>().join(if zh { "；" } else { "; " })
        }
        Scale::Count { counts, unit, target, per_year } => {
            let unit = counted(counts.as_ref(), unit.as_ref());
            let target = amount(text, fact, target);
            let year = if *per_year { format!("{}{}", text.comma(), per_months(zh)) } else { String::new() };
            if zh {
                format!("达到 {target}{unit}得 {all} 分，不足的按比例得分{year}")
            } else {
                format!("{all} points from {target}{unit} on, in proportion below{year}")
            }
        }
        Scale::Steps { counts, unit, first, further } => {
            let unit = counted(counts.as_ref(), unit.as_ref());
            if zh {
                format!("第 1{unit}得 {first} 分，每增加 1{unit}加 {further} 分，最多 {all} 分")
            } else {
                format!("{first} for the first, {further} for each further one, {all} at most")
            }
        }
        Scale::Ratio { part, whole, floor, per_year, target, unstated } => {
            let (part, whole) = (fact(part), fact(whole));
            let floor = floor.as_ref().map_or(String::new(), |floor| {
                let year = if *per_year { format!("{}{}", text.comma(), per_months(zh)) } else { String::new() };
                at_least(zh, &amount(text, fact, floor), &year)
            });
            let rest = unstated.as_ref().map_or(String::new(), |unstated| unstated_line(zh, fact, unstated));
            if zh {
                format!("{part} ÷ {whole}{floor}，达到 {target}% 得 {all} 分，不足的按比例得分{rest}")
            } else {
                format!("{part} ÷ {whole}{floor}: {all} points from {target}% on, in proportion below{rest}")
            }
        }
        Scale::Deduct { counts, unit, each } => {
            let unit = counted(counts.as_ref(), unit.as_ref());
            if zh {
                format!("满分 {all} 分，每 1{unit}扣 {each} 分，扣完为止")
            } else {
                format!("{all} points less {each} for each, never under 0")
            }
        }
        Scale::Text { .. } if zh => "不计分".to_owned(),
        Scale::Text { .. } => "Gives no points".to_owned(),
    }
}

/// What tells the levels of an item apart on paper, the best first: ①, ②.
pub(super) fn mark(at: usize) -> String {
    const MARKS: [char; 20] =
        ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '⑪', '⑫', '⑬', '⑭', '⑮', '⑯', '⑰', '⑱', '⑲', '⑳'];
    MARKS.get(at).map_or_else(|| format!("({})", at.saturating_add(1)), char::to_string)
}

fn per_months(zh: bool) -> &'static str {
    if zh { "运行不满一年的按月折算" } else { "less for part of a year" }
}

/// A number, or how it follows from a fact: `各级代表 × 1 ÷ 5`.
fn amount<'a>(text: &Text, fact: impl Fn(&FactId) -> &'a str, amount: &Amount) -> String {
    match amount {
        Amount::Fixed(number) => number.to_string(),
        Amount::Of(of) => {
            let mut words = fact(&of.of).to_owned();
            for (character, number) in [("×", of.times), ("÷", of.over)] {
                if number != 1 {
                    words = format!("{words} {character} {number}");
                }
            }
            match (text.lang, of.at_least) {
                (_, 0) => format!("“{words}”"),
                (Lang::Zh, least) => format!("“{words}”（至少 {least}）"),
                (_, least) => format!("“{words}” (at least {least})"),
            }
        }
    }
}

fn at_least(zh: bool, floor: &str, year: &str) -> String {
    if zh {
        format!("（不足 {floor} 的按 {floor} 算{year}）")
    } else {
        format!(" (counted as at least {floor}{year})")
    }
}

fn unstated_line<'a>(zh: bool, fact: impl Fn(&FactId) -> &'a str, unstated: &Unstated) -> String {
    let line = match (zh, unstated.worth) {
        (_, Worth::None) => return String::new(),
        (true, Worth::Half) => "，不足部分按一半算",
        (true, Worth::Full) => "，不足部分按做到算",
        (false, Worth::Half) => "; what is missing to that counts half",
        (false, Worth::Full) => "; what is missing to that counts in full",
    };
    format!("{line}{}", provided(zh, unstated.needs.as_ref().map(fact)))
}

/// What a fact of 0 is worth: there was nothing to do well or badly.
fn none_of<'a>(zh: bool, fact: impl Fn(&FactId) -> &'a str, of: &Nothing) -> String {
    let (none, needs) = (fact(&of.fact), provided(zh, of.needs.as_ref().map(&fact)));
    match (zh, of.worth) {
        (true, Worth::None) => format!("“{none}”为 0 的，不得分{needs}"),
        (true, Worth::Half) => format!("“{none}”为 0 的，得一半{needs}"),
        (true, Worth::Full) => format!("“{none}”为 0 的，得满分{needs}"),
        (false, Worth::None) => format!("no points where “{none}” is 0{needs}"),
        (false, Worth::Half) => format!("half where “{none}” is 0{needs}"),
        (false, Worth::Full) => format!("all where “{none}” is 0{needs}"),
    }
}

fn provided(zh: bool, fact: Option<&str>) -> String {
    match (zh, fact) {
        (_, None) => String::new(),
        (true, Some(fact)) => format!("（“{fact}”为 0 的除外）"),
        (false, Some(fact)) => format!(" (unless “{fact}” is 0)"),
    }
}
