//! 中文。

use crate::i18n::review_sheets::ReviewSheetWords;

pub static REVIEW_SHEETS: ReviewSheetWords = ReviewSheetWords {
    of_year: |year, sheet| format!("{year}年度{sheet}"),
    summary: |unit, column| format!("{unit}星级{column}汇总表"),
    number: "序号",
    village: "村（社区）",
    head: "负责人",
    points: |who| format!("{who}分"),
    stars: |who| format!("{who}建议星级"),
    estimate: |who| format!("{who}预估"),
    difference: "差额",
    lost: "主要扣分项",
    origin: "自填或代录",
    own: "自填",
    entered: "代录",
    revision: "第几次",
    minus: |item, points| format!("{item} 扣 {points} 分"),
    township: "乡镇（街道）",
    counts: |all, sent| format!("应报 {all} 个，实报 {sent} 个"),
    not_sent: |units| format!("未报及原因：{}", units.join("；")),
    because: |unit, why| format!("{unit}（{why}）"),
    nothing: "未报",
    code: |code| format!("包校验码：{code}"),
    bundle: |number| format!("第 {number} 次上报"),
    signed: |by| format!("制表人：{by}　　　　　　负责人（签字）：　　　　　　　　　　年　　月　　日"),
    seal: "（盖章）",
    sample: |title| format!("{title}（示例）"),
    members: "人员",
    widths: [4, 9, 16, 7, 7, 9, 7, 6, 15, 9, 6, 5],
};
