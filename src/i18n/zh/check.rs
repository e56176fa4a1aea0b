//! 中文。

use crate::i18n::check::Check;

pub const CHECK: Check = Check {
    title: "所有作答一览",
    lead: "报送前从头看一遍。点“更改”回到该项。",
    item: "项目",
    answer: "作答",
    points: "得分",
    evidence: "佐证",
    change: "更改",
    open: "未填",
    change_of: |item| format!("更改 {item}"),
    clashes: "请核对这些数字",
    notes: "还需要写说明的项目",
};
