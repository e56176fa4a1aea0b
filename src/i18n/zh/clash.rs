//! 中文。

use crate::i18n::clash::ClashWords;

pub static CLASH: ClashWords = ClashWords {
    clashes: |many| format!("有 {many} 处两人填得不一样，请选定用哪一个"),
    use_this: "用这个",
    by: |name, time| format!("{name}，{time}"),
    somebody: "未署名",
    emptied: "（去掉了）",
    line: "名册上的这一行",
    not_sent: "不报的原因",
    in_force: "用哪一份",
    entered: "代录",
    file: "收到的文件",
    bundle: "打包文件",
    name_of: "对号",
    points: |points| format!("给 {points} 分"),
    who: |name| format!("录入人：{name}"),
    nobody: "录入人：还没有填",
    name: "姓名",
    group: "身份或小组",
    who_hint: "以后在这里录入、初评的内容都记在这个名下，几个人的评审合并时分得清是谁填的。不填也能用。",
};
