//! 中文。

use crate::i18n::remarks::Remarks;

pub const REMARKS: Remarks = Remarks {
    title: "报送前请看",
    stops: "先补齐或改正这些，才能生成申报文件：",
    asks: "请核对：",
    unreadable: |field, typed| format!("“{field}”里填的“{typed}”读不出数字"),
    half_day: |item| format!("{item}：日期没有填完整，没有保存"),
    note_missing: |item| format!("{item}：还缺一句说明"),
    unconfirmed: |question| format!("{question}：换了标准以后还没有确认"),
    unnamed: |post| format!("{post}还没有填姓名"),
    other_year: |year, standard| format!("草稿填的是 {year} 年，标准是 {standard} 年的"),
    evidence_to_come: |item, day| format!("{item}：佐证的日期 {day} 还没有到"),
    evidence_old: |item, day| format!("{item}：佐证的日期是 {day}，是否填错"),
    evidence_before: |item, day| format!("{item}：佐证的日期 {day} 在统计期之前，请核对"),
    evidence_after: |item, day| format!("{item}：佐证的日期 {day} 在统计期之后，应计入下一年度"),
    unshown: |many| format!("{many} 项得了分，还没有佐证"),
    not_yet: |many| format!("还差 {many} 处，看“报送前请看”。"),
    show: "显示",
    show_all: "全部",
    show_open: "只看未填",
    show_unshown: "只看没有佐证",
    show_lost: "只看失分",
    search: "查找",
    back: "回到刚才的位置",
};
