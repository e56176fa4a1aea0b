//! 中文。

use crate::i18n::reply::ReplyText;

pub static REPLY: ReplyText = ReplyText {
    head: |unit, year| format!("【{unit}】{year} 年度星级自评数据"),
    how: "请在每行的冒号后面填写：填数字，或填选项前面的数字；没有的填 0。填好后整段发回。",
    with_options: |asked, options| format!("{asked}（{options}）"),
    option: |number, words| format!("{number} {words}"),
    between: "；",
    several: "；可填几个，用空格隔开，都没有填 0",
    none: "没有 无 零 〇 没 暂无",
    yes: "有 √ 对 已有",
    no: "没有 无 × 没 不是",
};
