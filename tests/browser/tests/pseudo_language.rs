//! One walk through every page in the language that the build makes of the folder of another one, its sentences in other
//! letters. A plain word is a sentence of the program that stands outside of the folders.

use serde_json::{Value, json};
use xingzhan::i18n::frame;
use xingzhan::model::draft::Draft;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::{pages, plan};

/// Its tag, as `build.rs` gives it.
const TAG: &str = "qps";

/// The plan by a standard that says everything in Chinese alone, so that its words are the same in any language.
fn in_chinese() -> Draft {
    fn without_english(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.remove("en");
                object.values_mut().for_each(without_english);
            }
            Value::Array(list) => list.iter_mut().for_each(without_english),
            _ => {}
        }
    }
    let mut plan = plan::station();
    plan::reworded(&mut plan, |standard| {
        without_english(standard);
        standard["languages"] = json!(["zh"]);
    });
    plan
}

/// Every text in these values.
fn texts(values: &[Value]) -> Vec<String> {
    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.extend(text.lines().chain([text.as_str()]).map(|line| line.trim().to_owned())),
            Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
            Value::Object(object) => object.values().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for value in values {
        collect(value, &mut found);
    }
    found
}

/// What stands on pages in no language: what is in the standard and what was typed, languages by their own names, units
/// of sizes.
fn known(plan: &Draft) -> Vec<String> {
    let offered = StandardLibrary::built_in().expect("the built-in standards");
    let mut known = texts(&[json!(plan)]);
    known.extend(offered.iter().flat_map(|standard| texts(&[json!(standard)])));
    known.extend(Lang::ALL.map(|lang| frame(lang).language.to_owned()));
    known.push(plan.standard.sheet_title(Lang::Zh, plan.year));
    known.extend(["MB", "KB"].map(str::to_owned));
    known.retain(|text| !text.is_empty());
    // What holds another text is taken away before it.
    known.sort_by_key(|text| std::cmp::Reverse(text.len()));
    known
}

#[tokio::test]
async fn no_page_shows_a_sentence_that_stands_outside_of_the_folder_of_its_language() {
    let plan = in_chinese();
    let browser = Browser::start().await;
    browser.visit(&browser.next_address()).await;
    browser.ready().await;
    let id = browser.import_draft(&plan).await;
    browser.saved().await;
    let known = known(&plan);
    assert!(!browser.audit_pseudo(&known).await.is_empty(), "Chinese sentences of the program are found");
    browser.speak_tag(TAG).await;
    // Each other language is offered by its own name.
    assert_eq!(browser.texts("button[data-do=lang]").await, ["中文", "English"]);
    let mut found = Vec::new();
    let mut marked = 0;
    for (name, place) in pages::all(&plan.standard, &id) {
        browser.go(&place).await;
        browser.unfold().await;
        marked += browser.value_of("document.body.innerText.split('⟦').length - 1").await.as_u64().expect("a number");
        found.extend(browser.audit_pseudo(&known).await.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(found.is_empty(), "{} faults: {found:#?}", found.len());
    assert!(marked > 500, "{marked} sentences");
    browser.close().await;
}
