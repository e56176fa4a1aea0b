//! Units with one name are told apart, a filter that fits nothing any more filters nothing, a day of receipt that cannot be
//! is told; and the focus stays on its page.

use crate::review::{begin, room, states, submission, take_in, turn_to};
use crate::review_typed::set_day;
use fantoccini::key::Key;
use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};

const CALLED: &str = "[...document.querySelectorAll('[data-table] [data-unit] th')].map((one) => one.innerText.trim())";

#[tokio::test]
async fn units_with_one_name_are_told_apart_in_the_table_and_in_what_is_copied() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "第一联络室"), ("李庄村", "第一联络室"), ("李庄村", "第二联络室")]).await;
    states(&browser).await;
    let called = ["柳林镇 王庄村 第一联络室", "柳林镇 李庄村 第一联络室", "柳林镇 第二联络室"];
    assert_eq!(browser.value_of(CALLED).await, json!(called));
    browser.script("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); document.execCommand = () => false", Vec::new()).await;
    turn_to(&browser, "summary").await;
    browser.click("button[data-do=remind-names]").await;
    let copied = "[...document.querySelectorAll('.by-hand')].some((one) => \
        one.textContent.includes('王庄村 第一联络室、李庄村 第一联络室、第二联络室'))";
    browser.wait_until("each is named with its village where that is needed", copied).await;
    browser.close().await;
}

#[tokio::test]
async fn a_township_that_is_called_otherwise_since_does_not_empty_the_table() {
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.go("#/county").await;
    browser.click("button[data-do=begin-review]").await;
    browser.pick("#roster-kind", "room").await;
    browser.fill("#roster-paste", "乡镇,村,联络室\n柳林镇,王庄村,王庄室\n柏城镇,李庄村,李庄室\n").await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser.wait_until("both are on the roster", "document.querySelectorAll('[data-roster] tr').length === 2").await;
    assert_eq!(states(&browser).await.len(), 2);
    browser.pick("#table-township", "柳林镇").await;
    let rows = |many: u8| format!("document.querySelectorAll('[data-table] [data-unit]').length === {many}");
    browser.wait_until("one is shown", &rows(1)).await;
    turn_to(&browser, "roster").await;
    browser.fill("[data-roster] tr:first-child [data-field=township]", "柳林乡").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    turn_to(&browser, "table").await;
    browser.wait_until("both are shown", &rows(2)).await;
    assert_eq!(browser.field("#table-township").await, "", "all townships");
    browser.pick("#table-township", "柳林乡").await;
    browser.wait_until("one is shown", &rows(1)).await;
    browser.close().await;
}

#[tokio::test]
async fn a_day_of_receipt_that_cannot_be_is_told_and_hinders_nothing() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    turn_to(&browser, "intake").await;
    let told = "document.querySelector('[data-unlikely-day]').innerText !== ''";
    for day in ["1969-05-01", "2099-01-01"] {
        set_day(&browser, "#received-on", day).await;
        browser.wait_until(&format!("{day} is told"), told).await;
    }
    let file = browser.file("王庄.json", submission(&room("王庄村联络室", "王庄村")).written().as_bytes());
    assert_eq!(take_in(&browser, &[file]).await, ["new"]);
    let today =
        browser.value_of("new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)");
    let today = today.await.as_str().expect("a day").to_owned();
    set_day(&browser, "#received-on", &today).await;
    browser.wait_until("nothing is told of today", &format!("!({told})")).await;
    browser.close().await;
}

/// Presses a control with the keyboard that goes away by it, and waits until the focus is below the bar of its page.
async fn press(browser: &Browser, css: &str) {
    browser.find(css).await;
    browser.script("document.querySelector(arguments[0]).focus()", vec![json!(css)]).await;
    browser.press(Key::Enter).await;
    let stays = format!(
        "!document.querySelector({css:?})?.getClientRects().length && document.activeElement.closest('main') \
        && !document.activeElement.closest('.review-bar, [data-who]')"
    );
    browser.wait_until(&format!("after {css} the focus is on the page"), &stays).await;
}

#[tokio::test]
async fn what_goes_away_on_a_page_of_the_desk_leaves_the_focus_on_that_page() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
        browser.fill("#roster-paste", "村,名称\n赵庄村,赵庄室\n").await;
        browser.click("button[data-do=read-roster]").await;
        press(&browser, "button[data-do=cancel]").await;
        // What stays in the field is counted as not used yet.
        browser.fill("#roster-paste", "").await;
        browser.press(Key::Tab).await;
        browser.saved().await;
        turn_to(&browser, "entry").await;
        browser.fill("[data-grid=numbers] tbody tr:first-child input", "5").await;
        browser.press(Key::Enter).await;
        browser.saved().await;
        turn_to(&browser, "hand-in").await;
        press(&browser, "button[data-do=print-collection]").await;
        press(&browser, "button[data-do=on-screen]").await;
        let file = browser.file("王庄.json", submission(&room("王庄村联络室", "王庄村")).written().as_bytes());
        assert_eq!(take_in(&browser, &[file]).await, ["new"], "{engine:?}");
        states(&browser).await;
        browser.click("[data-table] [data-unit] a").await;
        press(&browser, "button[data-do=use-entered]").await;
        turn_to(&browser, "intake").await;
        press(&browser, "button[data-do=undo-intake]").await;
        browser.close().await;
    }
}
