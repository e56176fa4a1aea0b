//! What a clerk intends to fill in, made from the standard itself: a whole draft with something of
//! everything, and not everything at full points. The tests type it and compare what comes out.

use serde_json::Value;
use std::collections::BTreeMap;
use xingzhan::model::date::{CivilDate, UtcTime};
use xingzhan::model::draft::Draft;
use xingzhan::model::record::answers::{Choice, Evidence};
use xingzhan::model::record::facts::Count;
use xingzhan::model::record::unit::{Declaration, LINE, Post, Posts, Unit};
use xingzhan::model::record::{Months, Record};
use xingzhan::model::review::entry_grid::CellValue;
use xingzhan::model::standard::gate::Condition;
use xingzhan::model::standard::ids::{DraftId, FactId, ItemId, SectionId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::scale::deduct::DeductScale;
use xingzhan::model::standard::scale::question::Question;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::standard::{Section, Standard};

/// A built-in standard.
pub fn standard(id: &str) -> IssuedStandard {
    let library = StandardLibrary::built_in().expect("the built-in standards hold together");
    let found = library.iter().find(|standard| standard.id.as_str() == id);
    found.unwrap_or_else(|| panic!("no standard {id}")).clone()
}

/// A street's station.
pub fn station() -> Draft {
    plan(standard("liaison-station"), "柏城街道联络站")
}

/// A village's room.
pub fn room() -> Draft {
    plan(standard("liaison-room"), "柳河村联络室")
}

/// A station by a standard of 500 items: the built-in one ten times over, and two of its sections once more.
pub fn large() -> Draft {
    let mut standard = Standard::clone(&standard("liaison-station"));
    let once = standard.sections.clone();
    let again = |section: &Section, time: usize| {
        let mut section = section.clone();
        section.id = SectionId::try_from(format!("{}-{time}", section.id)).expect("a section's id");
        for item in &mut section.items {
            item.id = ItemId::try_from(format!("{}-{time}", item.id)).expect("an item's id");
        }
        section
    };
    for time in 2..=10 {
        standard.sections.extend(once.iter().map(|section| again(section, time)));
    }
    let last = once.iter().filter(|section| ["B", "H"].contains(&section.id.as_str()));
    standard.sections.extend(last.map(|section| again(section, 11)));
    standard.points = standard.sections.iter().map(|section| section.points).sum();
    plan(issued(&standard), "五百项联络站")
}

/// A station with the longest of everything: names, ledgers, texts, and a note that is higher than a page.
pub fn long() -> Draft {
    lengthened(station())
}

/// A room with the longest of everything.
pub fn long_room() -> Draft {
    lengthened(room())
}

fn lengthened(mut draft: Draft) -> Draft {
    let line = |words: &str| words.chars().cycle().take(LINE as usize).collect::<String>();
    draft.unit = Unit {
        code: "XP-0107-".chars().cycle().take(LINE as usize).collect(),
        name: line("柏城街道人大代表联络中心站"),
        township: line("柏城街道"),
        village: if draft.standard.unit.village { line("柳河村民委员会") } else { String::new() },
        address: line("建设路便民大厅"),
        hours: line("每月十五日上午"),
    };
    let post =
        || Post {
            name: line("买买提艾力阿卜杜拉"), office: line("人大工委主任"), phone: line("0394-4212345；")
        };
    draft.posts = Posts {
        head: post(),
        acting: true,
        deputy: if draft.standard.posts.deputy.is_some() { post() } else { Post::default() },
        liaison: post(),
    };
    draft.declaration.name = line("阿卜杜拉买买提艾力");
    draft.declaration.post = line("联络员");
    let items: Vec<_> = draft.standard.scored().map(|item| item.id.clone()).collect();
    for (at, item) in items.iter().enumerate().step_by(7) {
        let ledger = format!("台账{at}：{}", "接待登记与问题交办反馈".repeat(20));
        draft.show(item, |evidence| {
            *evidence =
                Evidence { ledger: ledger.chars().take(200).collect(), page: "第 1 页".to_owned(), date: None };
        });
    }
    let short =
        draft.standard.scored().find(|item| Lang::ALL.iter().all(|lang| item.words.get(*lang).chars().count() < 40));
    let short = short.expect("an item with few words").id.clone();
    // It may be split behind each of them.
    draft.note(&short, marks().map(|mark| format!("{mark}群众反映的事逐件登记 ")).collect::<Vec<_>>().concat());
    for item in draft.standard.texts.clone() {
        if let Question::Text { at_most } = item.ask() {
            let said = "代表进站听民声".chars().cycle().take(at_most as usize).collect();
            draft.choose(&item.id, Some(Choice::Text(said)));
        }
    }
    assert_eq!(draft.problems(), Vec::new());
    draft
}

/// What tells the parts of the long note apart.
pub fn marks() -> impl Iterator<Item = String> {
    (100..220).map(|number| format!("【{number}】"))
}

/// A whole draft by this standard for a unit of this name.
pub fn plan(standard: IssuedStandard, name: &str) -> Draft {
    let time = UtcTime::parse("2026-11-23T08:00:00Z").expect("a time");
    let mut draft = Draft::new(DraftId::try_from("plan").expect("an id"), standard, time);
    let standard = draft.standard.clone();
    draft.unit = Unit {
        code: "XP-0107".to_owned(),
        name: name.to_owned(),
        township: "柏城街道".to_owned(),
        village: if standard.unit.village { "柳河村".to_owned() } else { String::new() },
        address: "建设路 18 号（便民大厅二楼）".to_owned(),
        hours: "每月 15 日上午".to_owned(),
    };
    let post = |name: &str, office: &str, phone: &str| Post {
        name: name.to_owned(),
        office: office.to_owned(),
        phone: phone.to_owned(),
    };
    draft.posts = Posts {
        head: post("王建国", "工委主任", "0394-4212345"),
        acting: true,
        deputy: if standard.posts.deputy.is_some() { post("赵敏", "副书记", "") } else { Post::default() },
        liaison: post("李晓梅", "秘书", "0394-4212346"),
    };
    draft.record.months = Months::try_from(10).expect("ten months");
    for (fact, number) in numbers(&standard) {
        draft.count(&fact, Count::new(number));
    }
    let needed = gated(&standard);
    for (at, item) in standard.items().enumerate() {
        draft.choose(&item.id, choice(item, at, needed.contains(&item.id)));
        let is_text = item.is_text();
        if item.note_required || (!is_text && at % 9 == 4) {
            draft.note(&item.id, format!("{}：每月“固定日”接待，\n意见当场登记。", item.id));
        }
        if !is_text && at % 3 == 1 {
            draft.show(&item.id, |evidence| {
                *evidence = Evidence {
                    ledger: "接待登记簿".to_owned(),
                    page: format!("第 {}—{} 页", at, at + 2),
                    date: (at % 6 == 1).then(|| CivilDate::new(2026, 5, 18).expect("a day")),
                };
            });
        }
    }
    draft.declaration = Declaration {
        name: "李晓梅".to_owned(),
        post: "秘书".to_owned(),
        date: CivilDate::new(2026, 11, 20),
        agreed: true,
    };
    draft
}

/// A number for each fact that is asked: different ones, none larger than another allows.
fn numbers(standard: &Standard) -> Vec<(FactId, u64)> {
    let asked = standard.facts.iter().filter(|fact| fact.sum.is_none());
    let mut numbers: BTreeMap<FactId, u64> =
        asked.clone().zip([17, 23, 14, 31, 12, 19, 16]).map(|(fact, number)| (fact.id.clone(), number)).collect();
    for (at, fact) in asked.clone().enumerate() {
        numbers.entry(fact.id.clone()).or_insert(10 + (at as u64 * 5) % 7);
    }
    // What is taken away from a sum is a small part of it.
    for fact in standard.facts.iter().filter_map(|fact| fact.sum.as_ref()).flat_map(|sum| &sum.minus) {
        numbers.insert(fact.clone(), 3);
    }
    let value = |numbers: &BTreeMap<FactId, u64>, fact: &FactId| -> u64 {
        let Some(sum) = standard.fact(fact).and_then(|fact| fact.sum.as_ref()) else { return numbers[fact] };
        let total = |parts: &[FactId]| parts.iter().map(|part| numbers[part]).sum::<u64>();
        total(&sum.plus) - total(&sum.minus)
    };
    for _ in 0..standard.at_most.len() {
        for relation in &standard.at_most {
            let most = value(&numbers, &relation.most);
            let number = numbers.get_mut(&relation.fact).expect("an asked fact");
            *number = (*number).min(most.saturating_sub(1).max(1));
        }
    }
    asked.map(|fact| (fact.id.clone(), numbers[&fact.id])).collect()
}

/// The items that a gate or a star line looks at. Nothing there would leave no star to compare.
fn gated(standard: &Standard) -> Vec<ItemId> {
    fn items(condition: &Condition) -> Vec<ItemId> {
        match condition {
            Condition::Item { item, .. } => vec![item.clone()],
            Condition::Any(of) => of.iter().flat_map(items).collect(),
            _ => Vec::new(),
        }
    }
    let gates = standard.gates.iter().map(|gate| &gate.when);
    gates.chain(standard.lines.iter().flat_map(|line| &line.needs)).flat_map(items).collect()
}

fn choice(item: &Item, at: usize, needed: bool) -> Option<Choice> {
    if let Some(reason) = item.not_applicable.first()
        && at.is_multiple_of(2)
    {
        return Some(Choice::NotApplicable(reason.clone()));
    }
    let count = |number: u64| Some(Choice::Count(Count::new(number).expect("a count")));
    match &item.scale {
        Scale::YesNo => Some(Choice::Yes(needed || at % 14 != 5)),
        Scale::Levels(kind) => {
            let best = kind.levels.len() - 1;
            let level = if needed {
                best
            } else if at % 16 == 2 {
                0
            } else {
                best - at % 2
            };
            Some(Choice::Level(u8::try_from(level).expect("few levels")))
        }
        Scale::Count(kind) if kind.counts.is_none() => count(4),
        Scale::Steps(kind) if kind.counts.is_none() => count(1 + at as u64 % 2),
        Scale::Deduct(DeductScale { faults: Some(faults), .. }) => {
            let counts = (0..faults.len() as u64).map(|fault| Count::new(u64::from(fault == 0)));
            Some(Choice::Faults(counts.collect()))
        }
        Scale::Deduct(kind) if kind.counts.is_none() => count(1),
        // All but the second.
        Scale::Parts(kind) => {
            let parts = (0..u8::try_from(kind.parts.len()).expect("few parts")).filter(|part| *part != 1);
            Some(Choice::Parts(parts.collect()))
        }
        Scale::Text(_) => Some(Choice::Text(format!("{}：代表“进站”听民声，\n解民忧办实事。", item.id))),
        Scale::Count(_) | Scale::Steps(_) | Scale::Ratio(_) | Scale::Deduct(_) => None,
    }
}

/// Words the standard of a draft anew, or gives it other numbers.
pub fn reworded(draft: &mut Draft, change: impl FnOnce(&mut Value)) {
    draft.standard = reissued(&draft.standard, change);
}

/// A standard with one change of what was issued.
pub fn reissued(standard: &IssuedStandard, change: impl FnOnce(&mut Value)) -> IssuedStandard {
    let mut value = serde_json::from_str(standard.text()).expect("JSON");
    change(&mut value);
    IssuedStandard::of(value).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A standard that was put together in a test, as a county would issue it: what may be left out is left out.
pub fn issued(standard: &Standard) -> IssuedStandard {
    IssuedStandard::of(serde_json::to_value(standard).expect("JSON")).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Puts what a cell says into what a unit answers.
pub fn keep(record: &mut Record, value: CellValue) {
    match value {
        CellValue::Fact(fact, count) => record.facts.set(fact, count),
        CellValue::Answer(item, choice) => record.answers.edit(&item, |answer| answer.choice = choice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xingzhan::model::standard::scale::reason::ScoreReason;

    #[test]
    fn a_plan_is_complete_and_has_something_of_everything() {
        for plan in [station(), room()] {
            let score = plan.score();
            assert_eq!(plan.problems(), Vec::new());
            assert_eq!(plan.record.facts.clashes(&plan.standard), Vec::new());
            assert!(plan.lacks().is_empty() && plan.notes_missing().is_empty());
            assert_eq!(score.answered, score.asked);
            let points = |item: &ItemId| score.item(item).expect("scored").range.low;
            let scored = || plan.standard.scored().map(|item| (points(&item.id), item.points));
            assert!(scored().any(|(got, of)| got == of), "some have all points");
            assert!(scored().any(|(got, _)| got.get() == 0), "some have none");
            assert!(scored().any(|(got, of)| got.get() > 0 && got < of), "some have a part");
            assert!(
                score.items.iter().any(|item| matches!(item.why, ScoreReason::NotApplicable(_))),
                "some do not apply"
            );
            assert_eq!(score.worst, score.best);
            assert!(score.worst.line(&plan.standard).is_some(), "{}", score.total.low);
        }
    }
    #[test]
    fn the_large_one_has_500_items_and_holds_together() {
        let plan = large();
        assert_eq!(plan.standard.scored().count(), 500);
        assert_eq!(plan.problems(), Vec::new());
        assert_eq!(plan.score().answered, plan.score().asked);
    }
}
