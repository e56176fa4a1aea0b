//! 中文。

use crate::i18n::gate::GateWords;

pub static GATE: GateWords = GateWords {
    at_least: |number, unit| format!("不少于 {number}{unit}"),
    at_most: |number, unit| format!("不超过 {number}{unit}"),
    below: |number, unit| format!("低于 {number}{unit}"),
    points: " 分",
    now: |value| format!("（现 {value}）"),
    or: "；或 ",
};
