//! 中文。

use crate::i18n::review_summary::ReviewSummaryWords;

pub static REVIEW_SUMMARY: ReviewSummaryWords = ReviewSummaryWords {
    place: "汇总",
    title: "汇总与现场核实提示",
    kind: "单位类别",
    none: "还没有收到这一类单位的填报。",
    of: |many| format!("按已收到的 {many} 家计算。"),
    stars: "自评预估星级",
    open: "还不能定",
    scores: "自评分分布",
    between: |low, high| format!("{low} – {high} 分"),
    units: |many| format!("{many} 家"),
    lost: "扣分最多的项目",
    lost_at: |points, units| format!("共扣 {points} 分，{units} 家"),
    nothing_lost: "没有扣分的项目。",
    lit: |lit, of| format!("{of} 家中 {lit} 家各项都过半"),
    hints: "现场核实提示",
    hints_lead: "只供办公室和考核组看，说的是到现场先看什么，不是结论；不写进给别人的任何文件。",
    no_hints: "没有要先看的。",
    take: "复制与导出",
    copy_table: "复制总表（粘贴到 WPS、Excel）",
    workbook: "存成 Excel 工作簿",
    remind_group: "复制催报消息（发群里，不点名）",
    remind_names: "复制未报名单（发给负责人）",
    copied: "已复制，到要用的地方粘贴。",
    not_copied: "浏览器不让复制，请选中后按 Ctrl+C：",
    what: "总表",
};
