//! 中文。

use crate::i18n::review_summary::ReviewSummaryWords;

pub static REVIEW_SUMMARY: ReviewSummaryWords = ReviewSummaryWords {
    place: "汇总",
    title: "汇总与现场核实提示",
    none: "还没有收到这一类单位的填报。",
    of: |many| format!("按已收到的 {many} 家计算"),
    undecided: |many| format!("另有 {many} 家已报待核对（如两份材料不一致），没有计入"),
    titled: |unit, what| format!("{unit}：{what}"),
    stars: "自评预估星级",
    star: "星级",
    open: "还不能定",
    scores: "自评分分布",
    band: "分数段",
    between: |low, high| format!("{low} – {high} 分"),
    many: "家数",
    lost: "扣分最多的 10 项",
    item: "项目",
    lost_points: "合计扣分",
    losing: "扣分家数",
    nothing_lost: "没有扣分的项目。",
    won: "得分 / 满分",
    lit: "各项过半的家数",
    against: |one, other| format!("“{one}”与“{other}”对照"),
    corner: |one, other| format!("{one}（竖）、{other}（横）"),
    share: |tag, low, high| format!("{tag} {low}–{high}%"),
    outweighs: |one, other, units| match units {
        [] => format!("没有“{one}”得分在八成以上、“{other}”不到六成的单位。"),
        _ => format!(
            "“{one}”得分在八成以上、“{other}”不到六成的有 {} 家：{}。现场请先看“{other}”这几项的记录。",
            units.len(),
            units.join("、")
        ),
    },
    not_settled: |many| {
        if many == 0 { String::new() } else { format!("另有 {many} 家没有填完，不在表里。") }
    },
    unit: "单位",
    hints: "现场核实提示",
    hints_lead: "只供办公室和考核组看，说的是到现场先看什么，不是结论；不写进给别人的任何文件。",
    no_hints: "没有要先看的。",
    take: "催报",
    remind_group: "复制催报消息（发群里，不点名）",
    remind_names: "复制未报名单（发给负责人）",
};
