//! A fault of the program never leaves a page that looks alive. Tried in the program of the next format, which fails
//! when it is told to.

use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};

const NAME: &str = "input[name='unit.name']";

/// The program of the next format with a draft that is saved; its page.
async fn saved_draft(engine: Engine) -> (Browser, String) {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.visit(&browser.next_address()).await;
    browser.ready().await;
    let id = browser.new_draft("liaison-station").await;
    let place = format!("#/d/{id}/basics");
    browser.go(&place).await;
    browser.fill(NAME, "存好了的站").await;
    browser.saved().await;
    (browser, place)
}

/// After a fault: the page says so, nothing can be typed, and one button goes on with what was saved.
async fn stops_and_goes_on(browser: &Browser, place: &str, what: &str) {
    browser.wait_until(&format!("it stops after {what}"), "document.querySelector('#fault')").await;
    let said = browser.text("#fault").await;
    assert!(said.contains("已经停下") && said.contains("都已保存"), "{what}: {said}");
    let typed = browser
        .script(
            "const field = document.querySelector(arguments[0]); const key = new InputEvent('beforeinput', \
             { data: 'x', inputType: 'insertText', bubbles: true, cancelable: true }); field.dispatchEvent(key); \
             return [key.defaultPrevented, document.activeElement.textContent]",
            vec![json!(NAME)],
        )
        .await;
    assert_eq!(typed[0], json!(true), "{what}: nothing can be typed");
    assert_eq!(typed[1], json!("重新打开"), "{what}: the focus is on the way on");
    // The console has all there is to know; here that is no failure of the test.
    browser.errors().await;
    browser.click("#fault button").await;
    browser.ready().await;
    assert!(!browser.has("#fault").await);
    browser.errors().await;
    // What stopped right after it was opened goes on at the start page.
    browser.go(place).await;
    assert_eq!(browser.field(NAME).await, "存好了的站", "{what}");
}

/// Makes the program fail in this way.
async fn fail(browser: &Browser, which: &str) {
    let script = "setTimeout(() => window.dispatchEvent(new CustomEvent('xingzhan-trial', { detail: arguments[0] })))";
    browser.script(script, vec![json!(which)]).await;
}

#[tokio::test]
async fn a_fault_stops_typing_says_what_is_saved_and_one_button_goes_on() {
    for engine in Engine::BOTH {
        let (browser, place) = saved_draft(engine).await;
        for which in ["panic", "future", "timer", "trap", "throw", "reject"] {
            fail(&browser, which).await;
            stops_and_goes_on(&browser, &place, which).await;
        }
        // An error that comes back in the same session may be of something else on the page, unless it is ours.
        fail(&browser, "throw").await;
        stops_and_goes_on(&browser, &place, "an error of ours that comes back").await;
        // What a driver's script throws does not reach the page in every engine.
        let foreign = "window.dispatchEvent(new ErrorEvent('error', { message: 'of something else' }))";
        browser.script(foreign, Vec::new()).await;
        stops_and_goes_on(&browser, &place, "an error of something else").await;
        browser.script(foreign, Vec::new()).await;
        browser.settle().await;
        browser.fill(NAME, "接着填的站").await;
        browser.saved().await;
        // A panic is always the program's own.
        fail(&browser, "panic").await;
        browser.find("#fault").await;
        browser.errors().await;
        browser.close().await;
    }
}

#[tokio::test]
async fn what_is_not_yet_saved_is_said_and_nothing_half_changed_is_written() {
    let (browser, place) = saved_draft(Engine::Chromium).await;
    let at_once = "const field = document.querySelector(arguments[0]); field.value = '还没存'; \
        field.dispatchEvent(new InputEvent('input', { bubbles: true })); \
        setTimeout(() => window.dispatchEvent(new CustomEvent('xingzhan-trial', { detail: 'panic' })))";
    browser.script(at_once, vec![json!(NAME)]).await;
    browser.wait_until("it stops", "document.querySelector('#fault')").await;
    let said = browser.text("#fault").await;
    assert!(said.contains("可能没有保存") && said.contains("最后一次保存是"), "{said}");
    browser.errors().await;
    browser.click("#fault button").await;
    browser.ready().await;
    browser.go(&place).await;
    assert_eq!(browser.field(NAME).await, "存好了的站");
    browser.errors().await;
    browser.close().await;
}
