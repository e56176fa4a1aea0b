//! 中文。

use crate::i18n::first_score::FirstScoreWords;
use crate::model::review::judged::DeviationKind;

pub static FIRST_SCORE: FirstScoreWords = FirstScoreWords {
    lead: "只改与自评不一致的：在“核定”一格里改成核实的数字或选项的序号，改回自评的内容就是不改。得分由程序按同一标准重新计算。",
    own: "自评分",
    given: "评分",
    difference: "差额",
    none: "这一类单位由县里考核，这里不打分。",
    asked: "项目",
    claimed: "自评",
    corrected: "核定",
    why: "原因",
    why_words: "说明",
    choose: "请选择",
    no_reason: "请选原因，或写一句说明。",
    unread: "读不出来，没有计入。",
    recheck: |many| format!("有 {many} 处初评以后单位又改了填报，请重新核对（须复核），核对前按自评计。"),
    clash: |many| format!("有 {many} 处两个人定得不一样，请在“核定”里重新定，之前按自评计。"),
    lost: "与自评不同的项目",
    deviation: |kind| match kind {
        DeviationKind::NoRecord => "未见记录",
        DeviationKind::CountDiffers => "次数不符",
        DeviationKind::Incomplete => "要素不全",
        DeviationKind::Expired => "已过期",
        DeviationKind::Other => "其他",
    },
};
