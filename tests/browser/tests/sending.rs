//! Making the submission: looking at the page changes nothing, the same submission can be had again to the last byte,
//! and its number counts up only when something changed.

use serde_json::json;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::app::Written;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine, WAYS};
use xingzhan_browser_tests::plan;

/// Every page of a draft.
const PAGES: [&str; 16] = [
    "",
    "/basics",
    "/section/A",
    "/section/F",
    "/bonus",
    "/texts",
    "/check",
    "/result",
    "/send",
    "/history",
    "/merge",
    "/earlier",
    "/print/approval",
    "/print/points",
    "/print/todo",
    "/send",
];

#[tokio::test]
async fn looking_at_any_page_changes_nothing_and_takes_no_step_of_undoing_away() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut plan = plan::room();
        plan.declaration.date = None;
        let id = browser.import_draft(&plan).await;
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.fill("input[name='unit.hours']", "改了一次").await;
        browser.click("button[data-do=undo]").await;
        browser.saved().await;
        let before = browser.counter(&id).await;
        for page in PAGES {
            browser.go(&format!("#/d/{id}{page}")).await;
            browser.settle().await;
        }
        browser.saved().await;
        assert_eq!(browser.counter(&id).await, before, "in {engine:?}");
        let redo = browser.value_of("!document.querySelector('button[data-do=redo]').disabled").await;
        assert_eq!(redo, json!(true), "what was undone can still be done again");
        browser.close().await;
    }
}

#[tokio::test]
async fn the_day_of_the_declaration_is_that_of_the_press_and_an_odd_one_is_asked_about() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let mut plan = plan::room();
    plan.declaration.date = None;
    let id = browser.import_draft(&plan).await;
    // The page stands from the day before on.
    browser.go(&format!("#/d/{id}/send")).await;
    assert_eq!(browser.field("input[name='declaration.date']").await, "");
    browser.script("const real = Date; window.Date = class extends real { constructor(...of) { of.length ? super(...of) : super(real.now() + 864e5) } \
        static now() { return real.now() + 864e5 } }", Vec::new()).await;
    let tomorrow = browser.value_of("(() => { const day = new Date(); return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((one) => String(one).padStart(2, '0')).join('-') })()").await;
    let written = browser.submit().await;
    assert!(written.text.contains(&format!("\"date\":{tomorrow}")), "{tomorrow} in {}", written.text);
    assert_eq!(browser.field("input[name='declaration.date']").await, "", "the next one has a day of its own");
    browser.script("const field = document.querySelector(\"input[name='declaration.date']\"); field.value = '2062-01-01'; field.dispatchEvent(new Event('input'))", Vec::new()).await;
    assert!(browser.text("[data-odd-day]").await.contains("还没有到"));
    browser.script("const field = document.querySelector(\"input[name='declaration.date']\"); field.value = '2019-01-01'; field.dispatchEvent(new Event('input'))", Vec::new()).await;
    browser
        .wait_until("it is asked about", "document.querySelector('[data-odd-day]').innerText.includes('早于')")
        .await;
    browser.close().await;
}

#[tokio::test]
async fn a_submission_can_be_had_again_to_the_last_byte_until_something_changes() {
    for (engine, delivery) in WAYS {
        let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        let send = format!("#/d/{id}/send");
        browser.go(&send).await;
        assert!(!browser.has("[data-done]").await);
        // The workbook needs no submission.
        browser.download("button[data-do=workbook]").await;
        let first = browser.submit().await;
        let said = browser.text("[data-handed]").await;
        assert!(said.contains("交给浏览器下载") && !said.contains("已保存"), "{said}");
        let code = browser.text("[data-code]").await;
        let again = async |what: &str| {
            browser.find("[data-done]").await;
            assert_eq!(browser.text("[data-code]").await, code, "{what}");
            let before = browser.downloads();
            browser.click("button[data-do=submit]").await;
            let file = browser.downloaded(&before).await;
            let written = Written::read(&file);
            // A browser gives the second file of a name a number.
            assert_eq!(written.text, first.text, "{what}");
            browser.settle().await;
        };
        again("at once").await;
        browser.reload().await;
        again("after a reload").await;
        browser.go(&format!("#/d/{id}/print/approval")).await;
        browser.go(&send).await;
        again("after paper").await;
        browser.speak(Lang::En).await;
        again("in another language").await;
        browser.speak(Lang::Zh).await;
        assert!(browser.text("[data-handed-over]").await.contains("第 1 次"), "nothing was counted");
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.fill("input[name='unit.hours']", "改了开放时间").await;
        browser.go(&send).await;
        assert!(!browser.has("[data-done]").await, "what was handed over is not what stands here");
        assert!(browser.text("button[data-do=submit]").await.contains("第 2 次"));
        browser.click("button[data-do=undo]").await;
        browser.go(&send).await;
        again("after the change was undone").await;
        browser.close().await;
    }
}
