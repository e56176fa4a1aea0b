//! What is taken back at the desk, what stays to be taken back, and the sample county, whose things are marked.

use crate::review::{begin, room, save, states, submission, take_in, turn_to};
use std::fs;
use xingzhan_browser_tests::browser::Browser;

/// A township's review with two rooms, and a file of the first.
async fn begun() -> (Browser, std::path::PathBuf) {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    let file = browser.file("王庄.json", submission(&room("王庄村联络室", "王庄村")).written().as_bytes());
    (browser, file)
}

#[tokio::test]
async fn what_came_of_taking_in_stays_on_its_page_and_can_still_be_taken_back() {
    let (browser, file) = begun().await;
    assert_eq!(take_in(&browser, &[file]).await, ["new"]);
    assert_eq!(states(&browser).await, ["sent", "missing"]);
    turn_to(&browser, "intake").await;
    browser.find("[data-taken-in] [data-verdict=new]").await;
    browser.click("button[data-do=undo-intake]").await;
    browser.find("[data-undone]").await;
    browser.saved().await;
    assert_eq!(states(&browser).await, ["missing", "missing"]);
    turn_to(&browser, "intake").await;
    browser.find("[data-undone]").await;
    // Another copy of this review goes in with the rest.
    let review = save(&browser).await;
    assert_eq!(take_in(&browser, std::slice::from_ref(&review)).await, ["merged"]);
    // One that was cut off says that, and not that it is no review.
    let whole = fs::read_to_string(&review).expect("the review");
    let cut: String = whole.chars().take(20_000).collect();
    let cut = browser.file("评审-断.json", cut.as_bytes());
    turn_to(&browser, "file").await;
    browser.upload("#merge-review", &cut).await;
    browser.wait_until("it is told", "document.querySelector('main').innerText.includes('不完整')").await;
    browser.close().await;
}

#[tokio::test]
async fn what_was_decided_by_mistake_is_undone_step_by_step() {
    let (browser, _) = begun().await;
    turn_to(&browser, "entry").await;
    let number = "[data-grid=numbers] tbody tr:first-child input";
    browser.fill(number, "5").await;
    browser.press(fantoccini::key::Key::Enter).await;
    browser.saved().await;
    turn_to(&browser, "roster").await;
    browser.click("[data-roster] tr:first-child button[data-do=remove-line]").await;
    browser.wait_until("it is gone", "document.querySelectorAll('[data-roster] tr').length === 1").await;
    browser.click("button[data-do=undo-step]").await;
    browser.wait_until("it is back", "document.querySelectorAll('[data-roster] tr').length === 2").await;
    browser.saved().await;
    turn_to(&browser, "entry").await;
    assert_eq!(browser.field(number).await, "5", "with what was typed for it");
    browser.click("button[data-do=undo-step]").await;
    browser.wait_until("the number is gone", &format!("document.querySelector('{number}').value === ''")).await;
    browser.wait_until("it is said", "document.querySelector('[data-undone-step]').innerText === '已撤销'").await;
    // One press too many is no loss, until something else is decided.
    browser.click("button[data-do=undo-step]").await;
    browser.click("button[data-do=redo-step]").await;
    browser.click("button[data-do=redo-step]").await;
    browser.wait_until("the number is back", &format!("document.querySelector('{number}')?.value === '5'")).await;
    browser.saved().await;
    browser.close().await;
}

#[tokio::test]
async fn a_reply_whose_counting_was_undone_can_be_counted_again() {
    let (browser, _) = begun().await;
    turn_to(&browser, "entry").await;
    browser.click("[data-chat] summary").await;
    browser.fill("#chat-pasted", "【王庄村联络室】\n1. 3").await;
    browser.click("button[data-do=read-replies]").await;
    let number = "[data-grid=numbers] tbody tr:first-child input";
    let count = "button[data-do=count-reply]";
    for _ in 0..2 {
        browser.click(count).await;
        browser.find("[data-counted]").await;
        browser.saved().await;
        browser.wait_until("it is counted", &format!("document.querySelector('{count}').disabled")).await;
        assert_eq!(browser.field(number).await, "3");
        assert_eq!(browser.field("#chat-pasted").await, "", "all of it is counted");
        browser.click("button[data-do=undo-step]").await;
        browser.wait_until("it is not said any more", "!document.querySelector('[data-counted]')").await;
        assert_eq!(browser.field(number).await, "");
    }
    // Done again without a press on the reply it counts as well.
    browser.click("button[data-do=redo-step]").await;
    browser.find("[data-counted]").await;
    assert_eq!(browser.field(number).await, "3");
    browser.close().await;
}

#[tokio::test]
async fn everything_that_leaves_the_sample_county_is_marked() {
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.go("#/county").await;
    browser.click("button[data-do=sample-county]").await;
    browser.find("[data-table] [data-unit]").await;
    assert!(browser.text("main h1").await.contains("示例"), "also where the page is printed");
    browser.script("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); document.execCommand = () => false", Vec::new()).await;
    turn_to(&browser, "summary").await;
    for button in ["remind-group", "remind-names"] {
        browser.click(&format!("button[data-do={button}]")).await;
        let marked = "[...document.querySelectorAll('.by-hand')].some((one) => one.textContent.includes('（示例）'))";
        browser.wait_until("the text to be copied is marked", marked).await;
    }
    turn_to(&browser, "roster").await;
    let book = browser.download("[data-do=save-table]").await;
    assert!(book.to_string_lossy().contains("示例"), "{book:?}");
    browser.close().await;
}

#[tokio::test]
async fn of_a_workbook_with_several_sheets_it_is_said_which_one_was_read_and_which_were_not() {
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.go("#/township").await;
    browser.fill("#review-township", crate::review::TOWNSHIP).await;
    browser.click("button[data-do=begin-review]").await;
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/../../office/read/tests/fixtures/roster.xlsx");
    browser.upload("#roster-file", &fs::canonicalize(fixture).expect("the workbook")).await;
    browser.wait_until("it is said", "document.querySelector('[data-said]').innerText !== ''").await;
    let said = browser.text("[data-said]").await;
    assert!(said.starts_with("读的是“花名册”这张表；没有读：third"), "{said}");
    browser.close().await;
}

#[tokio::test]
async fn steps_at_one_place_are_undone_one_by_one_and_what_another_window_decided_stays() {
    let (browser, _) = begun().await;
    turn_to(&browser, "entry").await;
    let number = "[data-grid=numbers] tbody tr:first-child input";
    for typed in ["3", "4", "5"] {
        browser.fill(number, typed).await;
        browser.press(fantoccini::key::Key::Enter).await;
        browser.saved().await;
    }
    for left in ["4", "3", ""] {
        browser.click("button[data-do=undo-step]").await;
        browser.wait_until("the one before", &format!("document.querySelector('{number}').value === '{left}'")).await;
    }
    for again in ["3", "4", "5"] {
        browser.click("button[data-do=redo-step]").await;
        browser.wait_until("done again", &format!("document.querySelector('{number}').value === '{again}'")).await;
    }
    browser.saved().await;
    let place = browser.value_of("location.hash").await.as_str().expect("a place").to_owned();
    let (first, second) = browser.second_window(&place).await;
    browser.find(number).await;
    browser.look_at(&second).await;
    browser.find(number).await;
    browser.fill(number, "9").await;
    browser.press(fantoccini::key::Key::Enter).await;
    browser.saved().await;
    browser.look_at(&first).await;
    browser.wait_until("it is known here", &format!("document.querySelector('{number}').value === '9'")).await;
    browser.click("button[data-do=undo-step]").await;
    let said = "document.querySelector('[data-undone-step]').innerText.includes('没有撤销')";
    browser.wait_until("it is told that this stays", said).await;
    assert_eq!(browser.field(number).await, "9");
    turn_to(&browser, "roster").await;
    assert_eq!(browser.texts("[data-roster] tr").await.len(), 2, "nothing else was taken back");
    browser.close().await;
}
