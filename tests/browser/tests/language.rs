//! Two languages: which is spoken, and that changing it loses nothing. The words of every page are looked at in `walk`.

use serde_json::json;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::audits::is_han;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};

#[tokio::test]
async fn chinese_comes_first_and_the_choice_of_english_is_remembered() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, language: "en-US", ..BrowserConfig::default() }).await;
        browser.open_app().await;
        assert_eq!(browser.value_of("document.documentElement.lang").await, "zh-Hans");
        assert_eq!(browser.texts("button[data-do=lang]").await, ["English"]);
        browser.click("button[data-do=lang]").await;
        browser.wait_until("the page is in English", "document.documentElement.lang === 'en'").await;
        browser.reload().await;
        assert_eq!(browser.value_of("document.documentElement.lang").await, "en");
        assert!(!browser.text("h1").await.contains(is_han));
        browser.click("button[data-do=lang]").await;
        browser.wait_until("the page is in Chinese", "document.documentElement.lang === 'zh-Hans'").await;
        browser.reload().await;
        assert_eq!(browser.value_of("document.documentElement.lang").await, "zh-Hans");
        browser.close().await;
    }
}

#[tokio::test]
async fn switching_the_language_in_the_middle_of_a_page_loses_nothing_that_was_typed() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.fill("textarea[data-note=A5]", "还没有保存的一句").await;
        browser.choose("input[name=A1][value=yes]").await;
        browser.speak(Lang::En).await;
        assert_eq!(browser.value_of("location.hash").await, json!(format!("#/d/{id}/section/A")));
        assert_eq!(browser.field("textarea[data-note=A5]").await, "还没有保存的一句");
        assert_eq!(browser.value_of("document.querySelector('input[name=A1][value=yes]').checked").await, json!(true));
        browser.close().await;
    }
}
