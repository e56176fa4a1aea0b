//! 中文。

use crate::i18n::facts::FactsWords;

pub const FACTS: FactsWords = FactsWords {
    title: "基本数据",
    lead: "所有数字集中在这里填。每个数字只填一次，在这里填和在项目里填是同一个数。",
    filled: |filled, all| format!("已填 {filled}/{all} 个"),
    sheet: "打印基本数据查填表",
    blank_sheet: "打印空白表",
    paper_hint: "可以先打印空白表，对着台账逐个查填，再录到这里。",
    enter: "按回车键到下一个数字。",
};
