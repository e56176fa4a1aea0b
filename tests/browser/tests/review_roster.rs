//! The roster in place: everything of a line, a corrected list pasted again, and why a unit sends nothing.

use crate::review::{begin, states, turn_to};
use fantoccini::key::Key;
use std::fs;
use xingzhan_browser_tests::browser::Browser;

/// Reads a list into the roster.
async fn paste(browser: &Browser, list: &str) {
    browser.fill("#roster-paste", list).await;
    browser.click("button[data-do=read-roster]").await;
    browser.find("button[data-do=accept-roster]").await;
}

#[tokio::test]
async fn who_heads_a_unit_is_corrected_in_place_and_by_a_later_list() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    let head = "[data-roster] tr:first-child [data-field=head]";
    browser.fill(head, "张三").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    browser.reload().await;
    browser.find(head).await;
    assert_eq!(browser.field(head).await, "张三");
    // The office sends its list once more, with somebody else and a room that is new.
    paste(&browser, "村,名称,负责人\n王庄村,王庄村联络室,李四\n李庄村,李庄村联络室,\n赵庄村,赵庄村联络室,赵五").await;
    let told = browser.text("[data-differs]").await;
    assert!(told.contains("有 1 个单位名册上已有"), "{told}");
    browser.click("button[data-do=accept-roster]").await;
    browser.wait_until("the new one is there", "document.querySelectorAll('[data-roster] tr').length === 3").await;
    browser.wait_until("the line follows", &format!("document.querySelector('{head}').value === '李四'")).await;
    let said = browser.text("[data-said]").await;
    assert!(said.contains("已加入 1 个单位") && said.contains("其中 1 个"), "{said}");
    browser.click("button[data-do=undo-step]").await;
    browser.wait_until("all of it is one step", "document.querySelectorAll('[data-roster] tr').length === 2").await;
    assert_eq!(browser.field(head).await, "张三");
    browser.close().await;
}

#[tokio::test]
async fn why_a_unit_sends_nothing_is_typed_on_its_page_and_stands_in_the_summary() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    assert_eq!(states(&browser).await, ["missing", "missing"]);
    browser.click("[data-table] [data-unit] a").await;
    browser.fill("#not-sent-why", "联络室正在改建").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    assert_eq!(states(&browser).await, ["not-sent", "missing"]);
    browser.reload().await;
    browser.find("[data-table] [data-unit]").await;
    browser.click("[data-table] [data-unit] a").await;
    browser.find("#not-sent-why").await;
    assert_eq!(browser.field("#not-sent-why").await, "联络室正在改建");
    turn_to(&browser, "hand-in").await;
    let bundle = browser.download("button[data-do=make-bundle]").await;
    browser.find("[data-bundle]").await;
    browser.saved().await;
    let written = fs::read_to_string(bundle).expect("the bundle");
    assert!(written.contains("联络室正在改建"), "the county is told why");
    // What is too long stays in its field, is counted, and changes nothing.
    states(&browser).await;
    browser.click("[data-table] [data-unit] a").await;
    let long = "改".repeat(300);
    browser.fill("#not-sent-why", &long).await;
    browser.press(Key::Tab).await;
    browser.find("[data-saved=apart]").await;
    browser.reload().await;
    browser.find("#not-sent-why").await;
    assert_eq!(browser.field("#not-sent-why").await, long);
    browser.fill("#not-sent-why", "").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    assert_eq!(states(&browser).await, ["missing", "missing"]);
    browser.close().await;
}
