//! Two windows on one draft: one writes, the other reads and can take over. Windows on different drafts do
//! not disturb each other.

use fantoccini::wd::WindowHandle;
use serde_json::json;
use xingzhan_browser_tests::browser::Browser;

const READS: &str = "document.querySelector('[data-saved=reads]')";

/// A second window at this place; the first one and it.
async fn second_window(browser: &Browser, place: &str) -> (WindowHandle, WindowHandle) {
    let first = browser.client().window().await.expect("this window");
    let second = browser.client().new_window(true).await.expect("a second window").handle;
    to(browser, &second).await;
    browser.open_app().await;
    browser.go(place).await;
    (first, second)
}

async fn to(browser: &Browser, window: &WindowHandle) {
    browser.client().switch_to_window(window.clone()).await.expect("a window");
}

/// Takes the locks away before the page runs, as on plain http.
async fn without_locks(browser: &Browser) {
    let script = json!({ "source": "Object.defineProperty(navigator, 'locks', { value: undefined })" });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", script).await;
}

async fn one_writes_and_the_other_takes_over(browser: &Browser, locks: bool) {
    if !locks {
        without_locks(browser).await;
    }
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    let basics = format!("#/d/{id}/basics");
    browser.go(&basics).await;
    browser.saved().await;
    let first = browser.client().window().await.expect("this window");
    let second = browser.client().new_window(true).await.expect("a second window").handle;
    to(browser, &second).await;
    if !locks {
        without_locks(browser).await;
    }
    browser.open_app().await;
    browser.go(&basics).await;
    browser.wait_until("the second window reads", READS).await;
    let disabled = browser.value_of("document.querySelector(\"input[name='unit.name']\").matches(':disabled')").await;
    assert_eq!(disabled, json!(true), "nothing can be typed there");

    to(browser, &first).await;
    browser.fill("input[name='unit.name']", "第一个窗口").await;
    browser.saved().await;
    to(browser, &second).await;
    let follows = "document.querySelector(\"input[name='unit.name']\").value === '第一个窗口'";
    browser.wait_until("the second window follows what the first one saves", follows).await;

    to(browser, &first).await;
    browser.fill("input[name='unit.hours']", "刚刚打的").await;
    // At once, before it is saved: the first window saves and lets go.
    to(browser, &second).await;
    browser.click("button[data-do=take-over]").await;
    browser.wait_until("the second window writes", &format!("!{READS}")).await;
    let there = "document.querySelector(\"input[name='unit.hours']\").value === '刚刚打的'";
    browser.wait_until("what the first had typed is there", there).await;
    browser.fill("input[name='unit.address']", "第二个窗口").await;
    browser.saved().await;
    to(browser, &first).await;
    browser.wait_until("the first window reads now", READS).await;
    let follows = "document.querySelector(\"input[name='unit.address']\").value === '第二个窗口'";
    browser.wait_until("and follows", follows).await;
}

#[tokio::test]
async fn the_second_window_on_a_draft_reads_and_takes_over_with_all_that_was_typed() {
    let browser = Browser::start().await;
    one_writes_and_the_other_takes_over(&browser, true).await;
    browser.close().await;
}

#[tokio::test]
async fn the_same_without_locks_as_on_plain_http() {
    let browser = Browser::start().await;
    one_writes_and_the_other_takes_over(&browser, false).await;
    browser.close().await;
}

#[tokio::test]
async fn when_the_window_that_wrote_is_closed_the_other_one_writes() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-room").await;
    browser.saved().await;
    let (first, second) = second_window(&browser, &format!("#/d/{id}/basics")).await;
    browser.wait_until("the second window reads", READS).await;
    to(&browser, &first).await;
    browser.client().close_window().await.expect("closed");
    to(&browser, &second).await;
    browser.wait_until("the second window writes", &format!("!{READS}")).await;
    browser.fill("input[name='unit.name']", "接着写").await;
    browser.saved().await;
    browser.close().await;
}

#[tokio::test]
async fn two_windows_on_different_drafts_do_not_disturb_each_other() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let one = browser.new_draft("liaison-station").await;
    let other = browser.new_draft("liaison-room").await;
    browser.saved().await;
    browser.go(&format!("#/d/{one}/basics")).await;
    let (first, second) = second_window(&browser, &format!("#/d/{other}/basics")).await;
    for (window, name) in [(&first, "甲"), (&second, "乙"), (&first, "丙"), (&second, "丁")] {
        to(&browser, window).await;
        browser.fill("input[name='unit.name']", name).await;
        browser.saved().await;
    }
    for (window, name) in [(&first, "丙"), (&second, "丁")] {
        to(&browser, window).await;
        browser.reload().await;
        assert_eq!(browser.field("input[name='unit.name']").await, name);
    }
    browser.close().await;
}

/// A window that is killed tells nobody what it wrote, and of the journal the browser tells nothing.
#[tokio::test]
async fn a_page_that_is_seen_again_shows_what_another_window_wrote_without_a_word() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    let basics = format!("#/d/{id}/basics");
    browser.go(&basics).await;
    browser.saved().await;
    let (first, second) = second_window(&browser, &basics).await;
    browser.wait_until("the second window reads", READS).await;
    to(&browser, &first).await;
    let silent = "BroadcastChannel.prototype.postMessage = () => {}; \
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    browser.script(silent, Vec::new()).await;
    browser.fill("input[name='unit.name']", "没人说的").await;
    browser.saved().await;
    to(&browser, &second).await;
    browser.script("document.dispatchEvent(new Event('visibilitychange'))", Vec::new()).await;
    let there = "document.querySelector(\"input[name='unit.name']\").value === '没人说的'";
    browser.wait_until("what the first one wrote is shown", there).await;
    browser.close().await;
}
