//! Where nothing can be stored: no page says that it is.

use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};

#[tokio::test]
async fn a_draft_that_is_in_this_window_alone_is_listed_as_that() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let full = "const no = () => { throw new DOMException('full', 'QuotaExceededError') }; \
            Storage.prototype.setItem = no; IDBObjectStore.prototype.put = no; IDBObjectStore.prototype.add = no";
        browser.script(full, Vec::new()).await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}")).await;
        let lead = "document.querySelector('main .lead').innerText";
        browser.wait_until("the list promises nothing", &format!("{lead}.includes('现在存不下')")).await;
        for place in ["#/mine", "#/"] {
            browser.go(place).await;
            browser.find("[data-unsaved]").await;
            assert!(browser.text("[data-unsaved]").await.contains("没有保存"), "{engine:?} {place}");
            browser.find("[data-keeps-nothing]").await;
        }
        browser.go("#/mine").await;
        browser.find("[data-keeps-nothing]").await;
        let said = browser.text("main .lead").await;
        assert!(!said.contains("草稿保存在这台电脑"), "{engine:?}: {said}");
        browser.close().await;
    }
}

#[tokio::test]
async fn where_one_of_two_places_is_denied_nothing_is_said_to_be_lost() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let denied =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    browser.script(denied, Vec::new()).await;
    browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go("#/mine").await;
    browser.find("li[data-draft]").await;
    browser.settle().await;
    assert!(!browser.has("[data-keeps-nothing]").await);
    assert!(!browser.has("[data-unsaved]").await);
    browser.close().await;
}
