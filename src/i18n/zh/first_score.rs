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
    no_reason_points: "没有原因不计入：请选原因，或写一句说明。",
    unread: "读不出来，没有计入。",
    recheck: |many| format!("有 {many} 处初评以后单位又改了填报，请重新核对（须复核），核对前按自评计。"),
    clash: |many| format!("有 {many} 处两个人定得不一样，请在“核定”里重新定，之前按自评计。"),
    unexplained: |many| format!("有 {many} 项直接给了分，没有写原因，不计入。"),
    lost: "与自评不同的项目",
    give_points: "直接给分",
    give_points_lead: "只在改数字、改选项都说明不了的时候用。要选原因或写一句说明，没有原因不计入。",
    points_given: |points| format!("已直接给 {points} 分"),
    cut_most: |most| format!("这一项最多 {most} 分，按 {most} 分计。"),
    cut_step: |step| format!("得分以 {step} 分为一档，多出的不计。"),
    unit_said: |said| format!("自评 {said}"),
    task: "录什么",
    task_entry: "单位填报（代录）",
    grid_lead: "格里是单位自评的内容。只改与自评不一致的：改成核实的数字或选项的序号，回车后选原因（按原因前的序号），再回车往下。改回自评的内容就是不改；单位填报的内容不会变。",
    no_unit_here: "这一类单位还没有交来申报文件，也没有代录，没有要评的。",
    deviation: |kind| match kind {
        DeviationKind::NoRecord => "未见记录",
        DeviationKind::CountDiffers => "次数不符",
        DeviationKind::Incomplete => "要素不全",
        DeviationKind::Expired => "已过期",
        DeviationKind::Other => "其他",
    },
};
