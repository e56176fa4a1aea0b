//! 中文。

use crate::i18n::paper::PaperWords;

pub static PAPER: PaperWords = PaperWords {
    print: "打印",
    print_hint: "用 A4 纸，按 100% 打印，不加页眉页脚。也可以在打印窗口里另存为 PDF。",
    back: "回到得分与升星清单",
    sheets: "打印纸质表",
    approval: "申报审批表",
    points: "评分明细表",
    todo: "升星清单",
    page: |page, of| format!("第 {page} 页 共 {of} 页"),
    sample: |name| format!("{name}（示例）"),
    unit: "申报单位（盖章）",
    unit_of_village: "申报单位（村（居）委会代章）",
    post: |post| format!("{post}、职务、电话"),
    acting: |words| format!("{words}（代行职责）"),
    months: "本年度运行月数",
    submission: "申报次数",
    times: |n| format!("第 {n} 次"),
    open_items: "未填项目",
    open: |n| if n == 0 { "无".to_owned() } else { format!("{n} 项") },
    declared: "填报人、职务、填报时间",
    stars: "自评星级",
    whole: |points, bonus| {
        if bonus.is_empty() { points.to_owned() } else { format!("{points}（另有加分 {bonus}）") }
    },
    by: "填报人",
    character: |who| format!("{who}（签字）"),
    signature: "签字：",
    day: "年　　月　　日",
    number: "序号",
    item: "要做的事",
    gain: "可再得分",
    effort: "难易",
    prepare: "备好的佐证",
    who: "责任人",
    until: "完成时限",
    first: "先满足",
    fill_in: "先填完这些项目",
    stands: |points, stars| format!("现得 {points} 分，自评预估：{stars}"),
    todo_widths: [6, 31, 11, 11, 20, 10, 11],
};
