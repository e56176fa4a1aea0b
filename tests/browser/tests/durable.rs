//! What the page asks the browser and reminds the person of, so that nothing is lost in the long run.

use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn storage_is_asked_to_persist_once_after_the_first_words() {
    let browser = Browser::start().await;
    browser
        .before_each_page(
            "window.asked = 0; StorageManager.prototype.persist = () => { asked += 1; return new Promise(() => {}) }",
        )
        .await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    assert_eq!(browser.value_of("asked").await, json!(0), "nobody has typed yet");
    browser.go(&format!("#/d/{id}/basics")).await;
    for words in ["五里店", "五里店联络站", "五里店街道联络站"] {
        browser.fill("input[name='unit.name']", words).await;
        browser.saved().await;
    }
    assert_eq!(browser.value_of("asked").await, json!(1));
    browser.close().await;
}

#[tokio::test]
async fn a_draft_without_a_file_for_weeks_is_reminded_of_quietly_until_there_is_one() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.hours']", "改过了").await;
    browser.saved().await;
    browser.go("#/mine").await;
    browser.find(&format!("li[data-draft='{id}']")).await;
    assert!(!browser.has("[data-remind]").await, "it came from a file a moment ago");
    browser.before_each_page("const real = Date; window.Date = class extends real { constructor(...of) { of.length ? super(...of) : super(real.now() + 22 * 864e5) } \
        static now() { return real.now() + 22 * 864e5 } }").await;
    browser.reload().await;
    browser.go("#/mine").await;
    browser.click("[data-remind]").await;
    browser.arrive(&format!("#/d/{id}/send")).await;
    browser.download("main button[data-do=save-draft]").await;
    browser.go("#/mine").await;
    browser.find(&format!("li[data-draft='{id}']")).await;
    assert!(!browser.has("[data-remind]").await);
    browser.close().await;
}

#[tokio::test]
async fn inside_wechat_and_qq_the_page_says_before_one_types_that_saving_may_do_nothing() {
    for (agent, told) in [
        (
            "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36 MicroMessenger/8.0.50",
            true,
        ),
        (
            "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126 Mobile MQQBrowser/6.2 Safari/537.36 V1_AND_SQ_9.0 QQ/9.0.8",
            true,
        ),
        ("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126 MQQBrowser/15.1 Mobile Safari/537.36", false),
    ] {
        let browser = Browser::start().await;
        browser.devtools("Emulation.setUserAgentOverride", json!({ "userAgent": agent })).await;
        browser.open_app().await;
        for place in ["#/", "#/mine", "#/open"] {
            browser.go(place).await;
            browser.settle().await;
            assert_eq!(browser.has("[data-in-app]").await, told, "{agent} at {place}");
        }
        browser.close().await;
    }
}
