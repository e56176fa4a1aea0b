//! A page that is left in the same moment in which something was begun on it: it is done whole, or not at all.

use crate::photos::pictures;
use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// Presses a button and goes to another place in the same task.
async fn press_and_leave(browser: &Browser, button: &str, to: &str) {
    browser.find(button).await;
    let press = "document.querySelector(arguments[0]).click(); location.hash = arguments[1]";
    browser.script(press, vec![json!(button), json!(to)]).await;
}

/// Counts the files that are handed to the browser from now on.
async fn count_files(browser: &Browser) {
    let count = "window.handed = 0; const real = HTMLElement.prototype.click; \
        HTMLElement.prototype.click = function () { if (this.download) window.handed += 1; return real.call(this) }";
    browser.script(count, Vec::new()).await;
}

/// Declares what is to be declared, unless it is.
async fn declare(browser: &Browser) {
    browser.find("input[name='declaration.agreed']").await;
    if browser.value_of("document.getElementById('declaration.agreed').checked").await == json!(false) {
        browser.choose("input[name='declaration.agreed']").await;
    }
    browser.saved().await;
}

#[tokio::test]
async fn a_draft_knows_every_submission_that_was_handed_to_the_browser() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::station()).await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.choose_photos("C1", &pictures(&browser, 0, 3)).await;
        browser.has_photos("C1", 3).await;
        browser.saved().await;
        browser.go(&format!("#/d/{id}/send")).await;
        declare(&browser).await;
        count_files(&browser).await;
        // To another page of the draft: it is made, and known.
        press_and_leave(&browser, "button[data-do=submit]", &format!("#/d/{id}/check")).await;
        browser.wait_until("the file is there", "window.handed === 1").await;
        browser.saved().await;
        // Out of the draft: a file of which it knows nothing would be followed by another one with its number.
        browser.go(&format!("#/d/{id}/section/B")).await;
        browser.find("#item-B1 textarea").await;
        browser.fill("#item-B1 textarea", "改过").await;
        browser.saved().await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.find("[data-handed-over]").await;
        declare(&browser).await;
        press_and_leave(&browser, "button[data-do=submit]", "#/mine").await;
        browser.find("main h1").await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.find("[data-handed-over]").await;
        let handed = browser.value_of("window.handed").await;
        let changed = browser.has("[data-changed]").await;
        assert_eq!(handed, json!(if changed { 1 } else { 2 }), "{engine:?}: what was handed over is known");
        browser.close().await;
    }
}

#[tokio::test]
async fn an_earlier_state_that_is_restored_while_the_draft_is_left_stops_nothing() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::station()).await;
        browser.go(&format!("#/d/{id}/history")).await;
        press_and_leave(&browser, "[data-snapshot]:last-child button[data-do=restore]", "#/mine").await;
        browser.find("main h1").await;
        browser.go(&format!("#/d/{id}/history")).await;
        browser.find("[data-snapshot]").await;
        browser.click("[data-snapshot]:last-child button[data-do=look]").await;
        browser.saved().await;
        browser.close().await;
    }
}
