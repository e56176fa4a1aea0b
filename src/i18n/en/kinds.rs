//! What is said of items by their kind.

use crate::i18n::answer::AnswerWords;
use crate::i18n::kinds::KindWords;
use crate::i18n::lost::LostWords;
use crate::i18n::rule::{RuleWords, Share};
use crate::i18n::why::WhyWords;
use crate::model::standard::points::Points;
use crate::model::standard::scale::amount::Worth;
use crate::model::standard::scale::reason::RatioReason;

pub const KINDS: KindWords = KindWords { why: WHY, rule: RULE, lost: LOST, answer: ANSWER };

/// `Once`, `2 times`.
fn times(n: u64) -> String {
    if n == 1 { "Once".to_owned() } else { format!("{n} times") }
}

/// `1 point`, `2 points`, `0.5 points`.
fn points(points: Points) -> String {
    if points == Points::hundredths(100) { "1 point".to_owned() } else { format!("{points} points") }
}

const WHY: WhyWords = WhyWords {
    open: "Not answered yet",
    missing: |names| format!("Numbers missing: {}", names.join(", ")),
    not_applicable: |reason| format!("Does not apply ({reason}): full points, for the county to confirm"),
    yes: |all| format!("Yes: all points ({all})"),
    no: "No: no points",
    level: |words, gives| format!("“{words}” gives {gives}"),
    count: |actual, target| format!("{actual} of {target} wanted, points in proportion, full from {target} on"),
    steps: |count, [first, further, most]| {
        format!("{}: {first} for the first, {further} for each further one, {most} at most", times(count))
    },
    ratio,
    nothing: "Nothing to count: no points",
    nothing_half: "Nothing to count: half of the points, as the standard says",
    nothing_full: "Nothing to count: full points, as the standard says",
    faults: |all, faults, each| format!("{all} points less {each} for each of {faults}, never under 0"),
    fault_list: |all, faults, taken| format!("{all} points less {taken} for {}, never under 0", fault_count(faults)),
    fault_list_open: |open, taken| {
        let missing = if open == 1 { "1 number is missing".to_owned() } else { format!("{open} numbers are missing") };
        format!("{missing}; those that are there take {taken}")
    },
    parts: |there, of, points| format!("{there} of {of} are there: {points}"),
    no_part: "None of them is there: no points",
    text: "Written; gives no points",
};

fn fault_count(faults: u64) -> String {
    if faults == 1 { "1 fault".to_owned() } else { format!("{faults} faults") }
}

fn ratio(ratio: &RatioReason) -> String {
    let (part, whole, counted) = (ratio.part, ratio.whole, ratio.counted());
    let (divisor, missing, target) = (ratio.divisor(), ratio.missing(), ratio.target);
    let mut notes = Vec::new();
    if part > whole {
        notes.push(format!("{part} is more than {whole}, so {whole} count"));
    }
    if missing > 0 {
        notes.push(format!("counted as at least {divisor}, there were {whole}"));
    }
    let share = match ratio.worth {
        Worth::Half if missing > 0 => {
            notes.push(format!("the missing {missing} count half"));
            format!("({counted} + {missing} × ½)")
        }
        Worth::Full if missing > 0 => {
            notes.push(format!("the missing {missing} count in full"));
            format!("({counted} + {missing})")
        }
        Worth::None | Worth::Half | Worth::Full => counted.to_string(),
    };
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
    format!("{share} of {divisor}{notes}, full points from {target}% on")
}

const RULE: RuleWords = RuleWords {
    between: "; ",
    yes_no: |all| format!("Yes: {all}; no: 0"),
    level: |mark, words, gives| format!("{mark} {words}: {gives}"),
    nothing: |fact, unless| format!("no points where “{fact}” is 0{unless}"),
    nothing_half: |fact, unless| format!("half where “{fact}” is 0{unless}"),
    nothing_full: |fact, unless| format!("all where “{fact}” is 0{unless}"),
    count: |target, unit, all, year| format!("{} from {target}{unit} on, in proportion below{year}", points(all)),
    per_months: "less for part of a year",
    steps: |_, [first, further, most]| format!("{first} for the first, {further} for each further one, {most} at most"),
    ratio: |Share { part, whole, floor, target, all, rest }| {
        format!("{part} ÷ {whole}{floor}: {} from {target}% on, in proportion below{rest}", points(all))
    },
    floor: |floor, year| format!(" (counted as at least {floor}{year})"),
    unstated_half: "; what is missing to that counts half",
    unstated_full: "; what is missing to that counts in full",
    provided: |fact| format!(" (unless “{fact}” is 0)"),
    amount: |words| format!("“{words}”"),
    amount_at_least: |words, least| format!("“{words}” (at least {least})"),
    deduct: |all, _, each| format!("{} less {each} for each, never under 0", points(all)),
    fault_list: |all, faults| format!("{} less {faults}; never under 0", points(all)),
    fault: |words, _, each| format!("{each} for each: {words}"),
    part: |mark, words, gives| format!("{mark} {words}: {gives}"),
    text: "Gives no points",
};

const LOST: LostWords = LostWords {
    minus: |points| format!("−{points}"),
    part: |part, whole| format!("{part} of {whole}"),
    times,
    faults: fault_count,
    nothing: "nothing to count",
    missing: |marks| format!("without {marks}"),
};

const ANSWER: AnswerWords = AnswerWords {
    between: "; ",
    none_of_these: "None of these",
    each: |_, each| format!("{each} points less for each"),
};
