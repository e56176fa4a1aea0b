//! Several people at one review: who decided what, and what two of them decided apart.

use crate::review::{begin, save, turn_to};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use xingzhan::model::review::review_file::ReviewFile;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};

const NAME: &str = "[data-roster] tr:first-child [data-field=name]";

/// Says who works on the review.
async fn sign(browser: &Browser, name: &str) {
    browser.click("[data-who] summary").await;
    browser.fill("#who-name", name).await;
    browser.saved().await;
}

/// Gives the first unit another name.
async fn rename(browser: &Browser, name: &str) {
    turn_to(browser, "roster").await;
    browser.fill(NAME, name).await;
    browser.press(Key::Tab).await;
    browser.saved().await;
}

#[tokio::test]
async fn what_two_people_decided_apart_is_shown_with_who_decided_it_and_one_press_decides() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &[("王庄村", "王庄村联络室")]).await;
        sign(&browser, "张三").await;
        let common = fs::read(save(&browser).await).expect("the review");
        rename(&browser, "王庄村代表联络室").await;
        let ours = fs::read(save(&browser).await).expect("the review");
        browser.close().await;

        // Somebody else goes on with the copy that they were given.
        let other = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        other.open_app().await;
        other.go("#/township").await;
        other.upload("#review-file", &other.file("评审.json", &common)).await;
        other.find(".review-bar").await;
        sign(&other, "李四").await;
        rename(&other, "王庄室").await;
        turn_to(&other, "file").await;
        other.upload("#merge-review", &other.file("我们的.json", &ours)).await;
        other.find("[data-clashes]").await;
        other.click("[data-clashes] summary").await;
        let said = other.text("[data-clash-at]").await;
        for wanted in ["名册上的这一行", "王庄村代表联络室", "王庄室", "张三", "李四"] {
            assert!(said.contains(wanted), "{engine:?} {said}");
        }
        let values = other.texts("[data-clash-at] li").await;
        let theirs = values.iter().position(|value| value.contains("张三")).expect("theirs") + 1;
        other.click(&format!("[data-clash-at] li:nth-child({theirs}) button[data-do=decide]")).await;
        other.wait_until("it is decided", "!document.querySelector('[data-clashes]')").await;
        other.click("button[data-do=undo-step]").await;
        other.find("[data-clashes]").await;
        other.click("button[data-do=redo-step]").await;
        other.wait_until("it is decided again", "!document.querySelector('[data-clashes]')").await;
        other.saved().await;
        other.reload().await;
        turn_to(&other, "roster").await;
        assert_eq!(other.field(NAME).await, "王庄村代表联络室", "{engine:?}");
        assert!(other.text("[data-who] summary").await.contains("李四"), "{engine:?}");
        let decided = fs::read_to_string(save(&other).await).expect("the review");
        let review = ReviewFile::open(&serde_json::from_str(&decided).expect("JSON")).expect("a review");
        let last = review.entries.iter().find(|entry| entry.replaces.len() == 2).expect("the entry that decides");
        assert_eq!((review.log().clashes().len(), last.by.name.as_str()), (0, "李四"), "{engine:?}");
        other.close().await;
    }
}

#[tokio::test]
async fn who_works_on_it_and_where_it_is_listed_is_one_thing_in_all_windows() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    let place = browser.value_of("location.hash").await.as_str().expect("a place").to_owned();
    let (first, second) = browser.second_window(&place).await;
    browser.find("[data-who]").await;
    browser.look_at(&first).await;
    sign(&browser, "张三").await;
    browser.look_at(&second).await;
    let known = "document.querySelector('[data-who] summary').innerText.includes('张三')";
    browser.wait_until("who works on it is known here", known).await;
    browser.click("[data-who] summary").await;
    assert_eq!(browser.field("#who-name").await, "张三");
    browser.fill("#who-group", "办公室").await;
    browser.saved().await;
    rename(&browser, "王庄村代表联络室").await;
    // Put away there, while the first window goes on.
    browser.go("#/township").await;
    browser.find("button[data-do=archive]").await;
    // A list that waits for the disk could still show what was, and never look again.
    let press = "document.querySelector('button[data-do=archive]').click(); \
                 setTimeout(() => arguments[0](!!document.querySelector('button[data-do=unarchive]')))";
    assert_eq!(browser.script_until_called(press, Vec::new()).await, json!(true), "it is seen there at once");
    browser.look_at(&first).await;
    browser.wait_until("the group is known", "document.querySelector('#who-group').value === '办公室'").await;
    browser.fill("#who-name", "张三丰").await;
    browser.saved().await;
    let saved = fs::read_to_string(save(&browser).await).expect("the review");
    let review = ReviewFile::open(&serde_json::from_str(&saved).expect("JSON")).expect("a review");
    let by_both =
        review.entries.iter().any(|entry| (entry.by.name.as_str(), entry.by.group.as_str()) == ("张三", "办公室"));
    assert!(by_both, "what the second window decided");
    browser.reload().await;
    browser.wait_until("both hold", &known.replace("张三", "张三丰")).await;
    // Whoever goes on with one that another window removed is told where it lies, and when it is taken back.
    browser.look_at(&second).await;
    browser.click("button[data-do=unarchive]").await;
    browser.click("button[data-do=remove]").await;
    browser.look_at(&first).await;
    browser.find("[data-lies-removed]").await;
    browser.look_at(&second).await;
    browser.click("[data-removed] summary").await;
    browser.click("[data-removed] button[data-do=take-back]").await;
    browser.find("button[data-do=archive]").await;
    browser.look_at(&first).await;
    browser.wait_until("it is taken back", "!document.querySelector('[data-lies-removed]')").await;
    browser.go("#/township").await;
    browser.find("button[data-do=archive]").await;
    browser.close().await;
}
