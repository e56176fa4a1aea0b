//! A draft or a submission under another version of its standard: what is asked as before is carried, what
//! is asked otherwise is marked, and nothing that was typed is dropped.

mod submissions;
mod versions;

use crate::common::arbitrary::{cases, standard_and_record};
use crate::common::{
    Fill, count, digest, example, fact, issued, item, read, reissued, room, small_fact, small_item, small_standard,
    time,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::orphans::{Orphan, OrphanValue, QuestionId};
use xingzhan::model::draft::upgrade::onto;
use xingzhan::model::files::json::canonical;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::{DraftId, ItemId};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::related;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::scale::steps::StepScale;
use xingzhan::model::standard::words::{Lang, Words};
use xingzhan::model::submission::Submission;

fn id() -> DraftId {
    DraftId::try_from("d1").expect("an id")
}

fn levels(words: &[&str]) -> Value {
    let last = words.len() - 1;
    let level = |(at, zh): (usize, &&str)| json!({"words": {"zh": zh}, "percent": at * 100 / last});
    json!({"levels": {"levels": words.iter().enumerate().map(level).collect::<Vec<_>>()}})
}

/// The first version: a question, three levels, a number, a text, and a share of two facts.
fn first() -> Value {
    let mut items = vec![
        small_item("yes", 100, &json!("yes_no")),
        small_item("steps", 200, &levels(&["没有", "有一些", "很完整"])),
        small_item("times", 100, &json!({"count": {"unit": {"zh": "次"}, "target": 4}})),
        small_item("share", 100, &json!({"ratio": {"part": "came", "whole": "all", "target": 100}})),
    ];
    items[0]["not_applicable"] = json!(["new"]);
    let mut standard = small_standard(&[small_fact("came"), small_fact("all")], &items);
    standard["reasons"] = json!([{"id": "new", "words": {"zh": "今年新建"}, "on": true}]);
    standard["texts"] = json!([small_item("words", 0, &json!({"text": {"at_most": 20}}))]);
    standard
}

/// Another version of it.
fn second(change: impl FnOnce(&mut Value)) -> IssuedStandard {
    let mut standard = first();
    standard["version"] = json!(2);
    change(&mut standard);
    let items = standard["sections"][0]["items"].as_array().expect("items");
    let sum: u64 = items.iter().map(|item| item["points"].as_u64().expect("points")).sum();
    standard["points"] = json!(sum);
    standard["sections"][0]["points"] = json!(sum);
    read(&standard.to_string())
}

/// A draft of the first version with everything filled in.
fn filled() -> Draft {
    let mut draft = Draft::new(id(), read(&first().to_string()), time());
    draft.record.yes("yes", true).level("steps", 2).number("times", 3).fact("came", 5).fact("all", 9);
    draft.record.choose("words", Some(Choice::Text("一句话".to_owned())));
    draft.show(&item("steps"), |evidence| evidence.page.push_str("第3页"));
    draft.note(&item("steps"), "说明".to_owned());
    draft.declaration.agreed = true;
    draft
}

fn carried(change: impl FnOnce(&mut Value)) -> Draft {
    let carried = onto(&filled(), &second(change)).expect("another version");
    assert_eq!(carried.problems(), vec![]);
    carried
}

/// What must be looked at, by name.
fn marked(draft: &Draft) -> Vec<String> {
    let name = |of: &QuestionId| match of {
        QuestionId::Item(id) => id.to_string(),
        QuestionId::Fact(id) => id.to_string(),
    };
    draft.reconfirm.iter().map(|mark| name(&mark.of)).collect()
}

/// What is left, by name.
fn left(draft: &Draft) -> Vec<String> {
    let name = |left: &Orphan| match &left.kept {
        OrphanValue::Answer { item, .. } => item.to_string(),
        OrphanValue::Number { fact, .. } => fact.to_string(),
    };
    draft.left.iter().map(name).collect()
}

/// Both, as one line each.
fn names(draft: &Draft) -> (String, String) {
    (marked(draft).join(" "), left(draft).join(" "))
}

fn both(marked: &str, left: &str) -> (String, String) {
    (marked.to_owned(), left.to_owned())
}
