//! 中文。

use crate::i18n::format::Signs;

pub const SIGNS: Signs = Signs {
    colon: "：",
    and: "、",
    comma: "，",
    gap: "",
    plus: " + ",
    minus: " − ",
    beside: |first, second| format!("{first}（{second}）"),
    amount: |count, unit| format!("{count} {unit}"),
    counted: |words, count, unit| format!("{words} {count} {unit}"),
    day: |date| format!("{}年{}月{}日", date.year(), date.month(), date.day()),
};
