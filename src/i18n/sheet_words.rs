//! The words of the sheet of all items that no standard brings.

use crate::i18n::Text;
use crate::model::standard::points::Points;
use crate::model::standard::words::Lang;

/// What is said of all sheets of this kind, in one language.
pub(super) struct Heads {
    pub name: &'static str,
    pub title: fn(&str, &str) -> String,
    pub number: &'static str,
    pub section: &'static str,
    pub asked: &'static str,
    pub rule: &'static str,
    pub points: &'static str,
    pub given: fn(&str) -> String,
    pub evidence: &'static str,
    pub photos: fn(usize) -> String,
    pub remarks: &'static str,
    pub subtotal: fn(&str) -> String,
    pub bonus: fn(&str, Points) -> String,
    pub bonus_total: fn(Points) -> String,
    pub stars: &'static str,
    pub unit: &'static str,
    pub by: &'static str,
    pub phone: &'static str,
    pub on: &'static str,
    pub code: fn(&str) -> String,
    pub draft: &'static str,
    pub standard: fn(&str, u32) -> String,
    pub page: &'static str,
}

static ZH: Heads = Heads {
    name: "评分明细表",
    title: |title, name| format!("{title} {name}"),
    number: "序号",
    section: "项目",
    asked: "考核内容",
    rule: "评分标准",
    points: "分值",
    given: |who| format!("{who}得分"),
    evidence: "佐证材料\n（台账名称、页码）",
    photos: |many| format!("照片{many}张"),
    remarks: "备注\n（扣分原因）",
    subtotal: |section| format!("{section} 小计"),
    bonus: |words, cap| format!("{words}（单独列出，最多计 {cap} 分）"),
    bonus_total: |cap| format!("加分合计（最多计 {cap} 分，不计入总分）"),
    stars: "星级",
    unit: "填报单位（盖章）",
    by: "填报人",
    phone: "联系电话",
    on: "填报时间",
    code: |code| format!("校验码：{code}"),
    draft: "草稿，内容还可能改动，不作为报送依据",
    standard: |title, version| format!("依据：{title}，第 {version} 版"),
    page: "第 {page} 页 共 {pages} 页",
};

static EN: Heads = Heads {
    name: "Points by item",
    title: |title, name| format!("{title}, {name}"),
    number: "No.",
    section: "Section",
    asked: "What is assessed",
    rule: "How it is scored",
    points: "Points",
    given: |who| format!("{who} points"),
    evidence: "Evidence\n(ledger, page)",
    photos: |many| if many == 1 { "1 photo".to_owned() } else { format!("{many} photos") },
    remarks: "Remarks\n(why points were lost)",
    subtotal: |section| format!("{section}: subtotal"),
    bonus: |words, cap| format!("{words} (apart, {cap} points at most)"),
    bonus_total: |cap| format!("Bonus in all ({cap} points at most, not part of the total)"),
    stars: "Stars",
    unit: "Unit (seal)",
    by: "Filled in by",
    phone: "Telephone",
    on: "Date",
    code: |code| format!("Check code: {code}"),
    draft: "Draft: it may still change and is not for handing in",
    standard: |title, version| format!("By: {title}, version {version}"),
    page: "Page {page} of {pages}",
};

/// In the language of the text.
pub(super) fn heads(text: &Text) -> &'static Heads {
    match text.lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}
