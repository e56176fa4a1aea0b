//! What is said of an earlier year that stands beside this one.

use crate::i18n::Text;
use crate::model::draft::Draft;
use crate::model::draft::orphans::{Orphan, OrphanValue};
use crate::model::draft::prior_answers::PriorYear;
use crate::model::record::answers::{Answer, Choice};
use crate::model::standard::item::Item;
use crate::model::standard::points::{Points, Range};
use crate::model::standard::words::Lang;

/// The sentences in one language.
pub struct PriorYearWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub stands: fn(u16, &str) -> String,
    pub take_away: &'static str,
    pub here: &'static str,
    pub none: &'static str,
    pub open_file: &'static str,
    pub put: fn(&str) -> String,
    pub put_beside: fn(&str) -> String,
    pub begin: fn(u16, u16) -> String,
    pub begin_hint: &'static str,
    pub other_unit: &'static str,
    pub done: fn(u16) -> String,
    pub year: fn(u16) -> String,
    pub differs: fn(&str) -> String,
    pub reuse: fn(u16) -> String,
    pub change: &'static str,
    pub bonus: fn(&str) -> String,
}

static ZH: PriorYearWords = PriorYearWords {
    title: "与往年对照",
    lead: "放上往年的申报后，填写时每一项旁边都能看到当年的回答，得分页能看到每部分的增减。往年的内容只供参考，不计分，也不写入申报文件；要沿用哪一项，由您在那一项上逐项点选。",
    stands: |year, points| format!("正在对照：{year}年的申报，当年得 {points} 分。"),
    take_away: "不再对照",
    here: "本机上同一单位往年的草稿",
    none: "本机上没有同一单位往年的草稿。",
    open_file: "打开往年的申报文件",
    put: |name| format!("对照：{name}"),
    put_beside: |name| format!("放在“{name}”旁边作对照"),
    begin: |year, then| format!("开始填写{year}年，与这份{then}年的对照"),
    begin_hint: "单位和人员照这份填好，可以再改；各项回答和数字一概不带过来，要沿用哪一项，由您在那一项上点选。",
    other_unit: "注意：这份文件的单位名称和这份草稿不一样。",
    done: |year| format!("已放上{year}年的申报，填写时每一项旁边都能看到。"),
    year: |year| format!("{year}年"),
    differs: |was| {
        if was.is_empty() {
            "今年的问法和当年不同，请按今年的问法核对。".to_owned()
        } else {
            format!("今年的问法和当年不同，当年问的是：{was}")
        }
    },
    reuse: |year| format!("沿用{year}年的回答"),
    change: "增减",
    bonus: |points| format!("另有加分 {points}"),
};

static EN: PriorYearWords = PriorYearWords {
    title: "Beside an earlier year",
    lead: "With an earlier submission beside it, each item shows what was answered then, and the result page what has changed in each section. It is only to look at: it counts for nothing and is not handed over. Which answer is used again you decide item by item.",
    stands: |year, points| format!("Beside it stands the submission for {year}, with {points} points."),
    take_away: "Take it away",
    here: "Earlier drafts of the same unit on this computer",
    none: "There is no earlier draft of the same unit on this computer.",
    open_file: "Open an earlier submission",
    put: |name| format!("Put beside: {name}"),
    put_beside: |name| format!("Put beside “{name}” to compare"),
    begin: |year, then| format!("Begin {year}, with this one of {then} beside it"),
    begin_hint: "The unit and its people are taken from this file and can be changed. No answer and no number is: which one is used again you decide item by item.",
    other_unit: "Note: the unit in this file is called otherwise than the one in this draft.",
    done: |year| format!("The submission for {year} stands beside it; each item shows what was answered."),
    year: |year| year.to_string(),
    differs: |was| {
        if was.is_empty() {
            "It is asked otherwise this year; check it against this year's words.".to_owned()
        } else {
            format!("It is asked otherwise this year. Then it was: {was}")
        }
    },
    reuse: |year| format!("Use the answer of {year}"),
    change: "Change",
    bonus: |points| format!("bonus apart: {points}"),
};

impl Text {
    /// The sentences about an earlier year.
    pub fn beside(&self) -> &'static PriorYearWords {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

/// What was said of an item then: the answer with what showed it, or the numbers; nothing where nothing was said.
pub fn beside(text: &Text, draft: &Draft, earlier: &PriorYear, item: &Item) -> String {
    let answer = earlier.answer(&item.id);
    // The numbers that are asked here; where none is, all that it needs.
    let (mut facts, asked) = (draft.standard.needs(item), draft.numbers_beside(item));
    if !asked.is_empty() {
        facts.retain(|fact| asked.iter().any(|(here, _)| here.id == fact.id));
    }
    let numbers = facts.into_iter().filter_map(|fact| {
        let (count, _) = earlier.number(&fact.id)?;
        let words = format!("{} {count} {}", fact.words.get(text.lang), fact.unit.get(text.lang));
        Some(words.trim_end().to_owned())
    });
    let mut parts: Vec<String> = numbers.collect();
    if let Some(Orphan { said, kept: OrphanValue::Answer { answer, .. }, .. }) = answer {
        parts.insert(0, chosen(text, answer, said.get(text.lang)));
        parts.extend([answer.evidence.ledger.trim().to_owned(), answer.evidence.page.trim().to_owned()]);
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn chosen(text: &Text, answer: &Answer, said: &str) -> String {
    match &answer.choice {
        None => String::new(),
        Some(Choice::Yes(yes)) => if *yes { text.form.yes } else { text.form.no }.to_owned(),
        Some(Choice::NotApplicable(_)) => (text.form.not_applicable)(said),
        Some(Choice::Count(count)) => format!("{count} {said}").trim_end().to_owned(),
        Some(Choice::Parts(there)) if there.is_empty() => text.kinds.answer.none_of_these.to_owned(),
        Some(Choice::Level(_) | Choice::Parts(_) | Choice::Faults(_)) => said.to_owned(),
        Some(Choice::Text(words)) => words.clone(),
    }
}

/// How many points more or less than then; nothing while one of them is open.
pub fn change(now: Range, then: Range) -> String {
    let (Some(now), Some(then)) = (now.settled(), then.settled()) else { return String::new() };
    let (more, less) = (now.less(then), then.less(now));
    match (more == Points::ZERO, less == Points::ZERO) {
        (false, _) => format!("+{more}"),
        (_, false) => format!("−{less}"),
        _ => "0".to_owned(),
    }
}
