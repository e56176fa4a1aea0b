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

// A unit stands in the standard as it is said of many; here it may be one, and is left out.
const WHY: WhyWords = WhyWords {
    open: "Not answered yet",
    missing: |names| format!("Numbers missing: {}", names.join(", ")),
    anyway: |points| format!(" (gives {points} whatever they are)"),
    not_applicable: |reason| format!("Does not apply ({reason}): full points, for the county to confirm"),
    yes: |all| format!("Yes: all points ({all})"),
    no: "No: no points",
    level: |words, gives| format!("“{words}” gives {gives}"),
    level_percent: |words, percent, all| format!("“{words}” gives {percent}% of {all}"),
    count: |[actual, target], notes| format!("{actual} of {target} wanted{notes}, points in proportion"),
    count_full: |[actual, target], notes| format!("{actual}, and {target} are wanted{notes}: all points"),
    steps: |count, _, [first, further, most]| {
        format!("{}: {first} for the first, {further} for each further one, {most} at most", times(count))
    },
    ratio,
    follows: |fact, value| format!("“{fact}” is {value}"),
    yearly: |year, months, number| {
        let months = if months == 1 { "1 month".to_owned() } else { format!("{months} months") };
        format!("{year} in a whole year, {number} in {months}")
    },
    withheld: |fact| format!("“{fact}” is 0, so what is missing counts nothing"),
    nothing: |fact| format!("“{fact}” is 0: no points"),
    nothing_half: |fact| format!("“{fact}” is 0: half of the points, as the standard says"),
    nothing_full: |fact| format!("“{fact}” is 0: full points, as the standard says"),
    nothing_withheld: |fact, other| format!("“{fact}” is 0, and so is “{other}”: no points"),
    no_fault: |all| format!("No faults: all points ({all})"),
    faults: |all, faults, _, each| format!("{all} points less {each} for each of {faults}, never under 0"),
    fault_list: |all, faults| format!("{all} points less {}, never under 0", faults.join(" and ")),
    fault: |words, faults, _, taken| format!("{taken} for {faults} × {words}"),
    fault_list_open: |open, taken| {
        let missing = if open == 1 { "1 number is missing".to_owned() } else { format!("{open} numbers are missing") };
        format!("{missing}; those that are there take {taken}")
    },
    parts: |there, of, points| format!("{there} of {of} are there: {points}"),
    no_part: "None of them is there: no points",
    text: "Written; gives no points",
    assessed: |points| format!("{points} points given directly"),
    cut: |step| format!(", cut down to a multiple of {step}"),
    notes: |notes| format!(" ({})", notes.join("; ")),
};

/// The arithmetic: `(2 + 2 × ½) of 4`.
fn share(ratio: &RatioReason) -> String {
    let (counted, missing, divisor) = (ratio.counted(), ratio.missing(), ratio.divisor());
    match ratio.worth {
        Worth::Half if missing > 0 => format!("({counted} + {missing} × ½) of {divisor}"),
        Worth::Full if missing > 0 => format!("({counted} + {missing}) of {divisor}"),
        Worth::None | Worth::Half | Worth::Full => format!("{counted} of {divisor}"),
    }
}

fn ratio(ratio: &RatioReason, further: &[String]) -> String {
    let (part, whole, missing) = (ratio.part, ratio.whole, ratio.missing());
    let mut notes = Vec::new();
    if part > whole {
        notes.push(format!("{part} is more than {whole}, so {whole} count"));
    }
    if missing > 0 {
        notes.push(format!("counted as at least {}, there were {whole}", ratio.divisor()));
        match ratio.worth {
            Worth::None => {}
            Worth::Half => notes.push(format!("the missing {missing} count half")),
            Worth::Full => notes.push(format!("the missing {missing} count in full")),
        }
    }
    notes.extend_from_slice(further);
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
    format!("{}{notes}, full points from {}% on", share(ratio), ratio.target)
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
    share,
    nothing: |fact| format!("“{fact}” is 0"),
    missing: |marks| format!("without {marks}"),
};

const ANSWER: AnswerWords = AnswerWords {
    between: "; ",
    none_of_these: "None of these",
    short: |number, _| number.to_owned(),
    each: |_, each| format!("{each} points less for each"),
};
