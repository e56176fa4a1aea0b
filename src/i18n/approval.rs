//! The sheet that is signed, one page: the unit, its scores, one text, and boxes for those who sign. Where others have
//! an opinion it is an application (申报审批表); where nobody has, the unit's head signs what was counted (基本数据采集表). Title, sections and boxes are the standard's words, the rest ours.

use crate::i18n::Text;
use crate::i18n::sheet::sheet;
use crate::model::draft::Draft;
use crate::model::record::unit::Post;
use crate::model::scoring::score::Score;
use crate::model::standard::Standard;
use crate::model::standard::scale::question::Question;

/// What stands on it, from the top.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Approval {
    /// What it is headed with.
    pub title: String,
    /// What kind of sheet it is.
    pub name: String,
    /// Who applies: a name and what it names.
    pub unit: (&'static str, String),
    /// More of it, in pairs.
    pub basics: Vec<(String, String)>,
    /// What was counted, in pairs; nothing where others have an opinion.
    pub numbers: Vec<(String, String)>,
    /// The heads above the sections.
    pub heads: [&'static str; 3],
    /// For each section its words, its points and those won.
    pub sections: Vec<[String; 3]>,
    /// The sum of them.
    pub total: [String; 3],
    /// The stars, as the unit sees them.
    pub stars: (&'static str, String),
    /// One of the standard's texts: what it asks, and what was written.
    pub said: Option<(String, String)>,
    /// Boxes for those who sign, then for those who have an opinion.
    pub boxes: [Vec<String>; 2],
    /// Lines at the foot.
    pub foot: Vec<String>,
}

/// The sheet. Its check code stands on it if nothing has changed since it was exported; else it is a draft.
pub fn approval(text: &Text, draft: &Draft, score: &Score, code: Option<&crate::model::digest::CheckCode>) -> Approval {
    let (paper, standard) = (text.paper(), &draft.standard);
    let sections = standard.sections.iter().map(|section| {
        let words = section.words.get(text.lang).to_owned();
        [words, section.points.to_string(), crate::i18n::range(score.section(&section.id))]
    });
    let bonus = if standard.bonus.items.is_empty() { String::new() } else { crate::i18n::range(score.bonus) };
    let stars = if score.shows_stars() { crate::i18n::stars_in_words(text, standard, score) } else { String::new() };
    let opinions = standard.opinions.iter().map(|opinion| opinion.get(text.lang).to_owned());
    Approval {
        title: standard.sheet_title(text.lang, draft.year),
        name: crate::i18n::paper::name(text, draft, &approval_name(text, standard)),
        unit: (
            match (standard.opinions.is_empty(), standard.unit.village) {
                // It is signed by the unit's head and sealed by nobody.
                (true, _) => text.open.unit,
                (false, true) => paper.unit_of_village,
                (false, false) => paper.unit,
            },
            draft.unit.name.trim().to_owned(),
        ),
        basics: basics(text, draft).into_iter().chain(claims(text, draft, score, code.is_some())).collect(),
        numbers: if standard.opinions.is_empty() { numbers(text, draft) } else { Vec::new() },
        heads: [text.result.section, text.result.possible, text.result.won],
        sections: sections.collect(),
        total: [
            text.result.total.to_owned(),
            standard.points.to_string(),
            (paper.whole)(&crate::i18n::range(score.total), &bonus),
        ],
        stars: (paper.stars, stars),
        said: said(text, draft),
        boxes: [
            vec![(paper.character)(paper.by), (paper.character)(standard.posts.head.get(text.lang))],
            opinions.collect(),
        ],
        foot: sheet(text, draft, score, code).foot,
    }
}

/// What the sheet that is signed is called.
pub fn approval_name(text: &Text, standard: &Standard) -> String {
    let paper = text.paper();
    if standard.opinions.is_empty() {
        (paper.data_sheet)(standard.unit.words.get(text.lang))
    } else {
        paper.approval.to_owned()
    }
}

/// Every number that a person is asked for, as it was given.
fn numbers(text: &Text, draft: &Draft) -> Vec<(String, String)> {
    let asked = draft.standard.facts.iter().filter(|fact| fact.sum.is_none());
    let numbers = asked.map(|fact| {
        let number = draft.record.facts.value(&draft.standard, &fact.id);
        let said = number.map_or(String::new(), |number| crate::i18n::amount(text, number, fact.unit.get(text.lang)));
        (fact.words.get(text.lang).to_owned(), said)
    });
    numbers.collect()
}

fn basics(text: &Text, draft: &Draft) -> Vec<(String, String)> {
    let (unit, posts, names) = (&draft.unit, &draft.posts, &draft.standard.posts);
    let post = |words: &str, post: &Post| {
        let said = [post.name.trim(), post.office.trim(), post.phone.trim()];
        let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
        ((text.paper().post)(words), said.join(text.comma()))
    };
    let line = |words: &str, said: &str| (words.to_owned(), said.trim().to_owned());
    let mut basics = Vec::new();
    if let Some(days) = crate::i18n::period(text, &draft.standard) {
        basics.push((text.year().period.to_owned(), days));
    }
    basics.push(line(text.basics.township, &unit.township));
    if draft.standard.unit.village {
        basics.push(line(text.basics.village, &unit.village));
    }
    if !unit.code.trim().is_empty() {
        basics.push(line(text.basics.code, &unit.code));
    }
    basics.push(line(text.basics.address, &unit.address));
    basics.push(line(text.basics.hours, &unit.hours));
    basics.push(line(text.paper().months, &draft.record.months.get().to_string()));
    basics.push(post(names.head.get(text.lang), &posts.head));
    if let Some(deputy) = &names.deputy {
        let (words, said) = post(deputy.get(text.lang), &posts.deputy);
        basics.push((words, if posts.acting { (text.paper().acting)(&said) } else { said }));
    }
    basics.push(post(names.liaison.get(text.lang), &posts.liaison));
    basics
}

/// Which submission it is, how many items are open, who declares it and when: what a head asks before signing.
fn claims(text: &Text, draft: &Draft, score: &Score, made: bool) -> [(String, String); 3] {
    let (paper, by) = (text.paper(), &draft.declaration);
    let last = draft.last_export().filter(|_| made).map(|last| last.revision);
    let day = draft.declared_on(made).map_or(String::new(), |day| crate::i18n::day(text, day));
    let by = [by.name.trim(), by.post.trim(), &day];
    let by: Vec<&str> = by.into_iter().filter(|part| !part.is_empty()).collect();
    [
        (paper.submission.to_owned(), (paper.times)(last.unwrap_or(draft.revision))),
        (paper.open_items.to_owned(), (paper.open)(score.asked.saturating_sub(score.answered))),
        (paper.declared.to_owned(), by.join(text.comma())),
    ]
}

/// The longest text that the page has room for beside its boxes, in signs.
const ROOM: u32 = 300;

/// The last of the standard's texts that there is room for is the one that those who sign should read.
fn said(text: &Text, draft: &Draft) -> Option<(String, String)> {
    let item = draft
        .standard
        .texts
        .iter()
        .rfind(|item| matches!(item.ask(), Question::Text { at_most } if at_most <= ROOM))?;
    let answer = crate::i18n::answer(text, &draft.standard, item, &draft.record).unwrap_or_default();
    Some((item.words.get(text.lang).to_owned(), answer.trim().to_owned()))
}
