//! 中文。

use crate::i18n::author::AuthorWords;
use crate::model::problem::{Fault, PartKind, Unwhole, ValueKind};

pub static AUTHOR: AuthorWords = AuthorWords {
    part: |of, number, id| {
        let id = if id.is_empty() { String::new() } else { format!("（{id}）") };
        match of {
            PartKind::Whole => String::new(),
            PartKind::Section => format!("第 {number} 部分{id}"),
            PartKind::Item => format!("第 {number} 项{id}"),
            PartKind::Bonus => format!("加分第 {number} 项{id}"),
            PartKind::Text => format!("文字材料第 {number} 项{id}"),
            PartKind::Fact => format!("第 {number} 个数字{id}"),
            PartKind::Gate => format!("否决与封顶第 {number} 条{id}"),
            PartKind::Line => format!("第 {number} 条星级线{id}"),
            PartKind::Scheme => format!("第 {number} 个角度{id}"),
        }
    },
    key,
    named: |key, means| if means.is_empty() { format!("“{key}”") } else { format!("“{key}（{means}）”") },
    nth: |n| format!("第 {n} 个"),
    within: "的",
    at: |part, place| format!("{part}的{place}"),
    missing: |place, key| if place.is_empty() { format!("缺少{key}。") } else { format!("{place}缺少{key}。") },
    said,
    no_words: |lang, many, first| {
        let language = super::fault::words_in(lang);
        format!(
            "有 {many} 处缺{language}，如{}。请补上；不用这种语言的，从“languages（语言）”里删去“{lang}”。",
            first.join("、")
        )
    },
};

fn said(fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::NotJson { cut_off: true, .. } => {
            "文件不完整：后半截缺失，或者末尾少了“}”“]”。请从末尾往前核对括号。".to_owned()
        }
        Fault::NotJson { line, column, .. } => {
            format!("第 {line} 行第 {column} 个字符处写法不对，多半是附近多了或少了逗号、引号或括号。")
        }
        Fault::BadSign { line, column } => format!("第 {line} 行第 {column} 个字符处有不能显示的符号，请删去重写。"),
        Fault::TooDeep => "括号套得太多层，请对照默认标准的写法。".to_owned(),
        Fault::TooMany { .. } => "内容的条目太多，请对照默认标准的写法。".to_owned(),
        Fault::DuplicateKey(key) => format!("“{key}”写了两次，请删去一个。"),
        Fault::NotWhole(Unwhole::Fraction) => {
            "要写整数，不能带小数点。分值以百分之一分为单位，2.5 分写 250。".to_owned()
        }
        Fault::NotWhole(Unwhole::Negative) => "不能小于 0。".to_owned(),
        Fault::NotWhole(Unwhole::Huge) => "这个数字太大。".to_owned(),
        Fault::NumberAsText(text) => format!("数字不加引号，请把“\"{text}\"”写成 {text}。"),
        Fault::UnknownKey(key) => format!("“{key}”这个名称不认识，请看是否写错了。"),
        Fault::UnknownName(name) => format!("“{name}”不是可以用的写法，请对照默认标准里同样的地方。"),
        Fault::OtherValue { wanted, .. } => match wanted {
            ValueKind::Number => "这里要写整数，不加引号。".to_owned(),
            ValueKind::Text => "这里要写文字，加英文双引号。".to_owned(),
            ValueKind::Flag => "这里只能写 true（是）或 false（否），不加引号。".to_owned(),
            ValueKind::List => "这里要写一个列表，用方括号“[ ]”括起来。".to_owned(),
            ValueKind::ListOf(many) => format!("这里要写 {many} 个一组的列表，用方括号“[ ]”括起来。"),
            ValueKind::Object => "这里要用花括号“{ }”括起来，里面逐行写名称和内容。".to_owned(),
            ValueKind::Choice | ValueKind::Name => "这里要写一个规定的名称，请对照默认标准里同样的地方。".to_owned(),
        },
        Fault::Shape(_) | Fault::DoesNotFit => "写法不对，请对照默认标准里同样的地方。".to_owned(),
        Fault::TooManyHere { most } => format!("这里最多 {most} 条。"),
        _ => return None,
    })
}

fn key(key: &str) -> &'static str {
    match key {
        "assessors" => "评分各方",
        "at_least" => "最低分",
        "basis" => "依据文件",
        "bonus" => "加分",
        "cap" => "最多计分",
        "cycle" => "进度安排",
        "date" => "日期",
        "deadline" => "截止日期",
        "effect" => "后果",
        "effort" => "难易",
        "evidence" => "佐证",
        "example" => "示例",
        "fact" | "facts" => "数字",
        "family" => "同一套标准的编号",
        "floor" => "最低基数",
        "format" => "格式",
        "gates" => "否决与封顶",
        "help" => "填写说明",
        "id" => "编号",
        "issuer" => "发布单位",
        "items" => "项目",
        "kind" => "文件种类",
        "languages" => "语言",
        "levels" => "档次",
        "lines" => "星级线",
        "mail_limit" => "邮件大小上限",
        "mailbox" => "邮箱",
        "needs" => "还要满足的条件",
        "number" => "数值出处",
        "office" => "单位名称",
        "opinions" => "意见栏",
        "parts" => "分项",
        "percent" => "百分比",
        "period" => "统计期间",
        "points" => "分值",
        "posts" => "职务名称",
        "quotes" => "原文摘句",
        "reasons" => "不适用的理由",
        "receiver" => "报送至",
        "scale" => "计分方式",
        "schemes" => "角度",
        "sections" => "部分",
        "sheet_title" => "表头",
        "source" => "出处",
        "stars" => "星数",
        "step" => "最小计分单位",
        "tags" => "标签",
        "target" => "目标",
        "texts" => "文字材料",
        "ties" => "同分排序",
        "title" => "标题",
        "unit" => "单位",
        "units" => "单位名单",
        "version" => "版次",
        "when" => "触发条件",
        "words" => "内容",
        "year" => "年度",
        _ => "",
    }
}
