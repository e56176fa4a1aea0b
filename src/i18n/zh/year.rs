//! 中文。

use crate::i18n::year::YearWords;

pub static YEAR: YearWords = YearWords {
    period: "统计期间",
    from_to: |from, to| format!("{from}至{to}"),
    later: |period| format!("{period}，之后的计入下一年度。"),
    within: |rule| format!("统计期内，{rule}"),
    must_check: "必查",
    must_check_hint: "现场核实时每个单位都查这一项，请把台账放在手边。",
    checked: |rule| format!("{rule}（必查）"),
    awaits_visit: |line| format!("{line}须经现场核实，由县里安排；这里按已核实预估。"),
    only_visited: |line| format!("{line}须经现场核实"),
    visited: "经现场核实（由县里安排，不用填）",
    left: |days| format!("还有 {days} 天"),
    today: "就是今天",
    over: |days, to| format!("已过 {days} 天，仍可报送，请先跟{to}说一声"),
    steps: "时间安排",
};
