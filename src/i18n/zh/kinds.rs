//! 各类项目的说法：计分规则、得分理由、扣分理由、作答。

use crate::i18n::answer::AnswerWords;
use crate::i18n::kinds::KindWords;
use crate::i18n::lost::LostWords;
use crate::i18n::rule::{RuleWords, Share};
use crate::i18n::why::WhyWords;
use crate::model::standard::scale::amount::Worth;
use crate::model::standard::scale::reason::RatioReason;

pub const KINDS: KindWords = KindWords { why: WHY, rule: RULE, lost: LOST, answer: ANSWER };

const WHY: WhyWords = WhyWords {
    open: "还没有作答",
    missing: |names| format!("还缺数字：{}", names.join("、")),
    anyway: |points| format!("（填多少都得 {points} 分）"),
    not_applicable: |reason| format!("不适用（{reason}），给满分，由县里核定"),
    yes: |all| format!("做到了，得满分 {all} 分"),
    no: "没有做到，不得分",
    level: |words, gives| format!("“{words}”得 {gives}"),
    level_percent: |words, percent, all| format!("“{words}”得 {all} 分的 {percent}%"),
    count: |[actual, target], notes| format!("{actual} ÷ 要求 {target}{notes}，按比例得分"),
    count_full: |[actual, target], notes| format!("{actual}，达到要求的 {target}{notes}，得满分"),
    steps: |times, unit, [first, further, most]| {
        format!("{times}{unit}：第 1{unit}得 {first} 分，每增加 1{unit}加 {further} 分，最多 {most} 分")
    },
    ratio,
    follows: |fact, value| format!("“{fact}”为 {value}"),
    yearly: |year, months, number| format!("全年 {year}，运行 {months} 个月折算为 {number}"),
    withheld: |fact| format!("“{fact}”为 0，不足部分不计"),
    nothing: |fact| format!("“{fact}”为 0，不得分"),
    nothing_half: |fact| format!("“{fact}”为 0，按规定得一半"),
    nothing_full: |fact| format!("“{fact}”为 0，按规定得满分"),
    nothing_withheld: |fact, other| format!("“{fact}”为 0，“{other}”也为 0，不得分"),
    no_fault: |all| format!("没有扣分的情形，得满分 {all} 分"),
    faults: |all, faults, unit, each| format!("满分 {all} 分，{faults}{unit}，每 1{unit}扣 {each} 分，扣完为止"),
    fault_list: |all, faults| format!("满分 {all} 分：{}，扣完为止", faults.join("，")),
    fault: |words, faults, unit, taken| format!("{words} {faults}{unit}扣 {taken} 分"),
    fault_list_open: |open, taken| format!("还有 {open} 个数字没填，已填的共扣 {taken} 分"),
    parts: |there, of, points| format!("{of} 项中做到 {there} 项，共得 {points} 分"),
    no_part: "一项也没有做到，不得分",
    text: "已写，不计分",
    assessed: |points| format!("直接给 {points} 分"),
    cut: |step| format!("，不足 {step} 分的舍去"),
    notes: |notes| format!("（{}）", notes.join("；")),
};

/// 算式：`（2 + 2 × ½）÷ 4`。
fn share(ratio: &RatioReason) -> String {
    let (counted, missing, divisor) = (ratio.counted(), ratio.missing(), ratio.divisor());
    match ratio.worth {
        Worth::Half if missing > 0 => format!("（{counted} + {missing} × ½）÷ {divisor}"),
        Worth::Full if missing > 0 => format!("（{counted} + {missing}）÷ {divisor}"),
        Worth::None | Worth::Half | Worth::Full => format!("{counted} ÷ {divisor}"),
    }
}

fn ratio(ratio: &RatioReason, further: &[String]) -> String {
    let (part, whole, missing) = (ratio.part, ratio.whole, ratio.missing());
    let mut notes = Vec::new();
    if part > whole {
        notes.push(format!("填了 {part}，多于 {whole}，按 {whole} 算"));
    }
    if missing > 0 {
        let divisor = ratio.divisor();
        notes.push(format!("不足 {divisor} 的按 {divisor} 算，现为 {whole}"));
        match ratio.worth {
            Worth::None => {}
            Worth::Half => notes.push(format!("没有的 {missing} 按一半算")),
            Worth::Full => notes.push(format!("没有的 {missing} 按做到算")),
        }
    }
    notes.extend_from_slice(further);
    let notes = if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("；")) };
    format!("{}{notes}，达到 {}% 即满分", share(ratio), ratio.target)
}

const RULE: RuleWords = RuleWords {
    between: "；",
    yes_no: |all| format!("是，得 {all} 分；否，不得分"),
    level: |mark, words, gives| format!("{mark}{words}，{gives} 分"),
    nothing: |fact, unless| format!("“{fact}”为 0 的，不得分{unless}"),
    nothing_half: |fact, unless| format!("“{fact}”为 0 的，得一半{unless}"),
    nothing_full: |fact, unless| format!("“{fact}”为 0 的，得满分{unless}"),
    count: |target, unit, all, year| format!("达到 {target}{unit}得 {all} 分，不足的按比例得分{year}"),
    per_months: "运行不满一年的按月折算",
    steps: |unit, [first, further, most]| {
        format!("第 1{unit}得 {first} 分，每增加 1{unit}加 {further} 分，最多 {most} 分")
    },
    ratio: |Share { part, whole, floor, target, all, rest }| {
        format!("{part} ÷ {whole}{floor}，达到 {target}% 得 {all} 分，不足的按比例得分{rest}")
    },
    floor: |floor, year| format!("（不足 {floor} 的按 {floor} 算{year}）"),
    unstated_half: "，不足部分按一半算",
    unstated_full: "，不足部分按做到算",
    provided: |fact| format!("（“{fact}”为 0 的除外）"),
    amount: |words| format!("“{words}”"),
    amount_at_least: |words, least| format!("“{words}”（至少 {least}）"),
    deduct: |all, unit, each| format!("满分 {all} 分，每 1{unit}扣 {each} 分，扣完为止"),
    fault_list: |all, faults| format!("满分 {all} 分。{faults}。扣完为止"),
    fault: |words, unit, each| format!("{words}，每 1 {unit}扣 {each} 分"),
    part: |mark, words, gives| format!("{mark}{words}，得 {gives} 分"),
    text: "不计分",
};

const LOST: LostWords = LostWords {
    minus: |points| format!("扣 {points} 分"),
    part: |part, whole| format!("{part} ÷ {whole}"),
    share,
    nothing: |fact| format!("“{fact}”为 0"),
    missing: |marks| format!("缺 {marks}"),
};

const ANSWER: AnswerWords = AnswerWords {
    between: "；",
    none_of_these: "以上都没有",
    short: |number, unit| format!("{number} {unit}"),
    each: |unit, each| format!("每 1 {unit}扣 {each} 分"),
};
