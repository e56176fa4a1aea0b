//! 空白自评表。

use crate::i18n::blank::BlankWords;

pub static BLANK: BlankWords = BlankWords {
    room: "＿＿＿＿",
    unit: "乡镇（街道）：＿＿＿＿＿＿＿＿　名称：＿＿＿＿＿＿＿＿＿＿＿＿",
    heads: ["编号", "项目", "满分", "填写", "佐证（台账名称、页码、日期）", "自评分"],
    texts: "文字说明",
    points: |points| format!("（{points}分）"),
    text: |at_most| format!("（{at_most}字以内，可另附纸）"),
    signed: |head, liaison| {
        format!(
            "自评总分：＿＿＿＿　{head}（签名）：＿＿＿＿＿＿＿＿　{liaison}（签名）：＿＿＿＿＿＿＿＿　日期：＿＿＿＿年＿＿月＿＿日"
        )
    },
};
