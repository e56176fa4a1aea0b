//! What stands on the sheets of paper beside the standard's own words, and around them on the screen.

use crate::i18n::Text;
use crate::model::draft::Draft;
use crate::model::standard::words::Lang;

/// The sentences of the print places in one language.
pub struct PaperWords {
    pub print: &'static str,
    pub print_hint: &'static str,
    pub back: &'static str,
    pub sheets: &'static str,
    pub approval: &'static str,
    pub points: &'static str,
    pub todo: &'static str,
    pub page: fn(usize, usize) -> String,
    pub sample: fn(&str) -> String,
    pub unit: &'static str,
    pub unit_of_village: &'static str,
    pub post: fn(&str) -> String,
    pub acting: fn(&str) -> String,
    pub months: &'static str,
    pub stars: &'static str,
    pub whole: fn(&str, &str) -> String,
    pub by: &'static str,
    pub character: fn(&str) -> String,
    pub signature: &'static str,
    pub day: &'static str,
    pub number: &'static str,
    pub item: &'static str,
    pub gain: &'static str,
    pub effort: &'static str,
    pub prepare: &'static str,
    pub who: &'static str,
    pub until: &'static str,
    pub first: &'static str,
    pub stands: fn(&str, &str) -> String,
}

static ZH: PaperWords = PaperWords {
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
    stands: |points, stars| format!("现得 {points} 分，自评预估：{stars}"),
};

static EN: PaperWords = PaperWords {
    print: "Print",
    print_hint: "On A4 paper at 100 %, without the browser's headers and footers. The print window can also save a PDF.",
    back: "Back to score and staircase",
    sheets: "Sheets to print",
    approval: "Application for approval",
    points: "Points by item",
    todo: "Staircase: what to do",
    page: |page, of| format!("Page {page} of {of}"),
    sample: |name| format!("{name} (example)"),
    unit: "Unit (seal)",
    unit_of_village: "Unit (seal of its village)",
    post: |post| format!("{post}, office, telephone"),
    acting: |words| format!("{words} (acting)"),
    months: "Months in operation this year",
    stars: "Stars by self-assessment",
    whole: |points, bonus| {
        if bonus.is_empty() { points.to_owned() } else { format!("{points} (bonus apart: {bonus})") }
    },
    by: "Filled in by",
    character: |who| format!("{who} (signature)"),
    signature: "Signature:",
    day: "Date: \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/",
    number: "No.",
    item: "What to do",
    gain: "Points to win",
    effort: "Effort",
    prepare: "Evidence to prepare",
    who: "Who",
    until: "Until",
    first: "Needed first",
    stands: |points, stars| format!("{points} points now, self-assessed estimate: {stars}"),
};

impl Text {
    /// The sentences of the print places.
    pub fn paper(&self) -> &'static PaperWords {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

/// The name of a sheet, which says so where the draft is the worked example.
pub(super) fn name(text: &Text, draft: &Draft, name: &str) -> String {
    if draft.is_example() { (text.paper().sample)(name) } else { name.to_owned() }
}
