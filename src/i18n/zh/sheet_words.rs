//! 中文。

use crate::i18n::sheet_words::Heads;

pub static SHEET: Heads = Heads {
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
    breaks_anywhere: true,
    shares: [26, 32, 23],
};
