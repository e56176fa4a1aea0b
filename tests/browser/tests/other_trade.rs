//! A standard from another trade: everything works, and no word of the first trade is left.

use crate::job;
use serde_json::json;
use xingzhan::model::scoring::tags::totals;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::BrowserConfig;
use xingzhan_browser_tests::{pages, plan};

fn practice() -> IssuedStandard {
    let problems = |problems: Vec<_>| panic!("the fixture has problems: {problems:?}");
    IssuedStandard::read(include_str!("../fixtures/practice-station.json")).unwrap_or_else(problems)
}

#[tokio::test]
async fn a_standard_of_another_trade_is_opened_filled_in_sent_and_opened_again() {
    let standard = practice();
    let mut plan = plan::plan(standard.clone(), "幸福社区文明实践站");
    for item in standard.items() {
        // The sentences that the other plans type speak of the other trade.
        plan.record.answers.edit(&item.id, |answer| {
            answer.note = answer.note.replace("接待", "值班");
            if let Some(xingzhan::model::record::answers::Choice::Text(text)) = &mut answer.choice {
                *text = "志愿者“上门”听心声，\n办好身边小事。".to_owned();
            }
        });
    }
    let browser = Browser::start().await;
    browser.open_app().await;
    job::take_over_standard(&browser, &standard).await;
    browser.reload().await;
    let id = browser.new_draft("practice-station").await;
    job::fill_with_a_reload_half_way(&browser, &id, &plan).await;
    job::see_the_score(&browser, &id, &plan).await;
    see_lamps(&browser, &id, &plan).await;

    let written = job::send(&browser, &id, &plan).await;
    job::assert_plain_name(&written.name);
    let mut library = StandardLibrary::built_in().expect("the built-in standards");
    library.add(standard.clone());
    job::assert_written(&browser, &written, &plan, &library).await;

    for (name, place) in pages::of_draft(&standard, &id) {
        browser.go(&place).await;
        let everything = "document.title + document.documentElement.outerHTML";
        let everything = browser.value_of(everything).await.as_str().expect("text").to_owned();
        for word in ["人大", "代表", "联络站", "联络室", "选民", "deput"] {
            assert!(!everything.contains(word), "{name} says {word}");
        }
    }
    browser.close().await;
    job::reopen_elsewhere(BrowserConfig::default(), &written, &plan, Some(&standard)).await;
}

/// The lamps of its tags are as the engine says.
async fn see_lamps(browser: &Browser, id: &str, plan: &xingzhan::model::draft::Draft) {
    browser.go(&format!("#/d/{id}/result")).await;
    for (scheme, won) in plan.standard.schemes.iter().zip(totals(&plan.standard, &plan.score())) {
        for tag in won.tags {
            assert!(scheme.lamps);
            let lit = browser.attribute(&format!("[data-lamp='{}']", tag.id), "data-lit").await;
            assert_eq!(json!(lit), json!(format!("{:?}", tag.lamp).to_lowercase()), "{}", tag.id);
        }
    }
}

#[tokio::test]
async fn a_standard_in_chinese_alone_can_be_filled_in_with_the_page_in_english() {
    let standard = practice();
    let browser = Browser::start().await;
    browser.open_app().await;
    job::take_over_standard(&browser, &standard).await;
    browser.speak(xingzhan::model::standard::words::Lang::En).await;
    let id = browser.new_draft("practice-station").await;
    for (name, place) in pages::of_draft(&standard, &id) {
        browser.go(&place).await;
        assert_ne!(browser.text("h1").await, "", "{name}");
    }
    browser.close().await;
}
