//! 中文。

use crate::i18n::tasks::Tasks;

pub const TASKS: Tasks = Tasks {
    title: "填写清单",
    lead: "按任意顺序填，随时可以停下，填过的自动保存。",
    lead_unsaved: "按任意顺序填；现在存不下，离开前请存成草稿文件。",
    time: |items, least, most| format!("共 {items} 项，台账在手边约 {least} 至 {most} 分钟。"),
    one_page: "一页填完",
    one_page_lead: "从上到下逐项填，按回车键到下一项。台账、照片和说明折叠在每项下面，需要时再加。",
    by_section: "按部分填写",
    basics: "基本情况",
    check: "所有作答一览",
    result: "得分与升星清单",
    send: "生成申报文件",
    texts: "文字材料",
    not_started: "未开始",
    open: |n| format!("还差 {n} 项"),
    done: "已填完",
    optional: "选填",
    fill: "填写",
    hand_in: "核对与报送",
    deadline: |day| format!("报送截止：{day}"),
    by: "依据标准：",
    theme: "年度主题：",
};
