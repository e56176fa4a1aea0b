//! A fault of the program never leaves a page that looks alive. Tried in the program of the next format, which fails
//! when it is told to.

use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{Engine, Wish};
use xingzhan_browser_tests::site;

const NAME: &str = "input[name='unit.name']";

/// The program of the next format with a draft that is saved; its page.
async fn saved_draft(engine: Engine) -> (Browser, String) {
    let browser = Browser::wish(Wish { engine, ..Wish::default() }).await;
    browser.visit(&site::next_address()).await;
    browser.ready().await;
    let id = browser.new_draft("liaison-station").await;
    let place = format!("#/d/{id}/basics");
    browser.go(&place).await;
    browser.fill(NAME, "存好了的站").await;
    browser.saved().await;
    (browser, place)
}

/// After a fault: the page says so, nothing can be typed, and one button goes on with what was saved.
async fn stops_and_goes_on(browser: &Browser, what: &str) {
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
    assert_eq!(browser.field(NAME).await, "存好了的站", "{what}");
}

#[tokio::test]
async fn a_panic_or_a_trap_stops_typing_says_what_is_saved_and_one_button_goes_on() {
    for engine in Engine::BOTH {
        let (browser, _) = saved_draft(engine).await;
        for which in ["panic", "future", "timer", "trap"] {
            let script = format!(
                "setTimeout(() => window.dispatchEvent(new CustomEvent('xingzhan-trial', {{ detail: '{which}' }})))"
            );
            browser.script(&script, Vec::new()).await;
            stops_and_goes_on(&browser, which).await;
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn an_error_that_nobody_caught_stops_the_page_and_one_that_comes_back_at_once_does_not_hold_it_for_ever() {
    for engine in Engine::BOTH {
        let (browser, _) = saved_draft(engine).await;
        browser.script("setTimeout(() => { throw new Error('nobody caught it') })", Vec::new()).await;
        stops_and_goes_on(&browser, "an error").await;
        browser.script("setTimeout(() => { throw new Error('nobody caught it') })", Vec::new()).await;
        browser.settle().await;
        browser.fill(NAME, "接着填的站").await;
        browser.saved().await;
        browser.errors().await;
        browser.close().await;
        let (browser, _) = saved_draft(engine).await;
        browser.script("Promise.reject(new Error('nobody took it'))", Vec::new()).await;
        stops_and_goes_on(&browser, "a rejection").await;
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
