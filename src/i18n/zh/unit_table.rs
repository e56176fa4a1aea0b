//! 中文。

use crate::i18n::unit_table::UnitTableWords;
use crate::model::review::table::SendState;

pub static TABLE: UnitTableWords = UnitTableWords {
    title: |unit, year| format!("{unit}{year} 年度星级自评情况表"),
    sample: "（示例）",
    counts: |units, here, late| {
        format!("应报 {units} 个，已报 {here} 个，其中迟报 {late} 个，未报 {} 个", units.saturating_sub(here))
    },
    narrowed: |chosen, listed, all| format!("仅列：{}；共 {listed} 家，全部 {all} 家", chosen.join("；")),
    with_word: |word| format!("含“{word}”"),
    internal: "内部使用，不公开",
    number: "序号",
    state: "报送",
    revision: "第几次",
    received: "收到",
    total: "自评分",
    bonus: "加分",
    stars: "自评预估",
    gates: "否决或封顶",
    assessed: |by| format!("{by}分"),
    difference: "差额",
    state_of: |state| match state {
        SendState::Missing => "未报",
        SendState::ToDecide => "待核对",
        SendState::Late => "迟报",
        SendState::Sent => "已报",
        SendState::Entered => "代录",
        SendState::NotSent => "不报",
    },
    copy: "复制表格",
    save: "存成 Excel 表",
    copied: "已复制，带表格线，到 WPS、Word 或 Excel 里粘贴。",
    not_copied: "浏览器不让复制，请选中后按 Ctrl+C：",
    recheck: "须复核",
    // A hyphen at the beginning would be taken for a formula.
    lower: |lower, by| if lower { format!("低 {by}") } else { by.to_owned() },
};
