//! Nothing that is typed at the desk is lost without a word: what is too long, cannot be read or is of no day stays in its
//! field over pages and reloads, is told beside it, and the header does not call all of it saved.

use crate::review::{begin, turn_to};
use fantoccini::key::Key;
use serde_json::json;
use xingzhan_browser_tests::browser::Browser;

const NAME: &str = "[data-roster] tr:first-child [data-field=name]";
const CELL: &str = "[data-grid=numbers] tbody tr:first-child [data-column='fact/files_kept']";
const FOUND: &str = "[data-grid=first] tbody tr:first-child [data-corrected='fact/files_kept']";
const WHY: &str = "[data-grid=first] tbody tr:first-child td.changed [data-why-words]";

async fn two_rooms() -> Browser {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    browser
}

async fn apart(browser: &Browser) {
    browser.wait_until("the header says that it does not count", "document.querySelector('[data-saved=apart]')").await;
}

#[tokio::test]
async fn a_reason_that_is_too_long_and_a_number_that_cannot_be_read_are_told_kept_and_known_again() {
    let browser = two_rooms().await;
    turn_to(&browser, "entry").await;
    browser.click(CELL).await;
    browser.type_keys("9\n").await;
    browser.saved().await;
    browser.pick("#entry-task", "first").await;
    browser.fill(FOUND, "1").await;
    browser.press(Key::Enter).await;
    let long = "现场没有看到".repeat(51);
    browser.fill(WHY, &long).await;
    browser.press(Key::Tab).await;
    let told = format!("document.querySelector(\"{WHY}\").closest('.why').querySelector('[data-too-long=\"6\"]')");
    browser.wait_until("it is told how much is too long", &told).await;
    apart(&browser).await;
    turn_to(&browser, "table").await;
    apart(&browser).await;
    browser.reload().await;
    // The way leads to where it is.
    browser.click("[data-do=to-apart]").await;
    browser.find("[data-first-score]").await;
    assert_eq!(browser.field(".changed [data-why-words]").await, long);
    let found = "[data-first-score] [data-corrected='fact/files_kept']";
    browser.fill(".changed [data-why-words]", "现场没有看到").await;
    browser.press(Key::Tab).await;
    browser.saved().await;

    browser.fill(found, "几本").await;
    browser.press(Key::Tab).await;
    apart(&browser).await;
    turn_to(&browser, "hand-in").await;
    browser.click("button[data-do=make-bundle]").await;
    assert!(browser.text("[data-hindered]").await.contains("没有计入"));
    browser.click("[data-hindered] a").await;
    assert_eq!(browser.field(found).await, "几本");
    browser.find(&format!("{found}[aria-invalid=true]")).await;
    browser.fill(found, "2").await;
    browser.press(Key::Enter).await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field(found).await, "2");
    browser.close().await;
}

#[tokio::test]
async fn what_is_too_long_or_of_no_day_is_there_again_when_its_page_is() {
    let browser = two_rooms().await;
    let long = "王庄村联络室".repeat(21);
    browser.fill(NAME, &long).await;
    browser.press(Key::Tab).await;
    apart(&browser).await;
    // Leaving another field does not make it well.
    browser.press(Key::Tab).await;
    browser.find("[data-saved=apart]").await;
    turn_to(&browser, "table").await;
    turn_to(&browser, "roster").await;
    assert_eq!(browser.field(NAME).await, long);
    browser.reload().await;
    assert_eq!(browser.field(NAME).await, long);
    browser.fill(NAME, "王庄\u{200b}室 ").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    assert_eq!(browser.field(NAME).await, "王庄室", "what nobody sees makes no other name");
    // A page that is gone within the second is no reason to lose anything.
    browser.fill(NAME, "王庄村室").await;
    turn_to_without_leaving(&browser, "table").await;
    turn_to(&browser, "roster").await;
    assert_eq!(browser.field(NAME).await, "王庄村室");
    browser.saved().await;

    turn_to(&browser, "entry").await;
    let day = browser.field("#entry-day").await;
    // Half a day is told and changes nothing; an emptied field is no day.
    browser.fill("#entry-day", "").await;
    browser.click(CELL).await;
    browser.wait_until("it is told", "document.querySelector('[data-half-day]').innerText !== ''").await;
    set_day(&browser, "#entry-day", "").await;
    browser.click(CELL).await;
    browser.type_keys("7\n").await;
    apart(&browser).await;
    browser.find("[data-no-day]").await;
    turn_to(&browser, "table").await;
    turn_to(&browser, "entry").await;
    assert_eq!(browser.field(CELL).await, "7");
    browser.find("[data-no-day]").await;
    assert_eq!(browser.field("#entry-day").await, "", "no day is put there that nobody chose");
    browser.click("#entry-day").await;
    set_day(&browser, "#entry-day", &day).await;
    browser.click(CELL).await;
    browser.saved().await;
    assert!(!browser.has("[data-no-day]").await);
    browser.close().await;
}

/// As a calendar does: what is typed into its field differs with the language of the system.
pub async fn set_day(browser: &Browser, css: &str, day: &str) {
    let set = "const field = document.querySelector(arguments[0]); field.value = arguments[1]; \
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))";
    browser.script(set, vec![json!(css), json!(day)]).await;
}

/// As the keys do that go back: the field keeps the focus until it is gone.
async fn turn_to_without_leaving(browser: &Browser, place: &str) {
    let away = format!(
        "document.querySelector('.review-bar [data-place={place}]').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, view: window }}))"
    );
    browser.value_of(&away).await;
    browser.settle().await;
}

#[tokio::test]
async fn names_that_are_too_long_or_not_to_be_seen_begin_nothing_and_sign_nothing() {
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.go("#/township").await;
    browser.fill("#review-township", &"柳林镇".repeat(41)).await;
    browser.click("button[data-do=begin-review]").await;
    browser.wait_until("it is told", "document.querySelector('#long-review-township[data-too-long=\"3\"]')").await;
    assert!(!browser.has(".review-bar").await);
    browser.fill("#review-township", "\u{200b}\u{feff} ").await;
    browser.click("button[data-do=begin-review]").await;
    browser.wait_until("a name is asked", "document.querySelector('[data-said]').textContent").await;
    assert!(!browser.has(".review-bar").await);
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;

    let nobody = browser.text("[data-who] summary").await;
    browser.click("[data-who] summary").await;
    browser.fill("#who-name", "\u{200b}\u{2060}").await;
    browser.press(Key::Tab).await;
    assert_eq!(browser.text("[data-who] summary").await, nobody);
    let long = "张三".repeat(61);
    browser.fill("#who-name", &long).await;
    apart(&browser).await;
    turn_to(&browser, "hand-in").await;
    browser.click("[data-who] summary").await;
    assert_eq!(browser.field("#who-name").await, long);

    // What was typed for the file stays while something is printed.
    browser.fill("#bundle-by", "李四").await;
    browser.fill("#bundle-number", "４").await;
    browser.click("button[data-do=print-collection]").await;
    browser.click("button[data-do=on-screen]").await;
    assert_eq!(
        (browser.field("#bundle-by").await.as_str(), browser.field("#bundle-number").await.as_str()),
        ("李四", "４")
    );
    browser.fill("#bundle-by", &long).await;
    browser.click("button[data-do=make-bundle]").await;
    browser.wait_until("it is told", "document.querySelector('#long-bundle-by[data-too-long=\"2\"]')").await;
    assert!(!browser.has("[data-bundle]").await);
    browser.close().await;
}

#[tokio::test]
async fn lines_of_a_pasted_roster_that_do_not_fit_are_told_and_still_stand_there() {
    let browser = two_rooms().await;
    let list = format!("村,名称\n张庄村,张庄室\n赵庄村,{}\n", "赵".repeat(121));
    browser.fill("#roster-paste", &list).await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser.wait_until("one is added", "document.querySelectorAll('[data-roster] tr').length === 3").await;
    assert_eq!(browser.field("#roster-paste").await, list);
    assert!(browser.texts("[data-said]").await.iter().any(|said| said.contains("1 行没有加入")));
    // It is told until somebody has seen to it, wherever one goes.
    apart(&browser).await;
    turn_to(&browser, "table").await;
    browser.reload().await;
    browser.click("[data-do=to-apart]").await;
    assert_eq!(browser.field("#roster-paste").await, list);
    turn_to_without_leaving(&browser, "table").await;
    turn_to(&browser, "roster").await;
    browser.fill("#roster-paste", "村,名称\n赵庄村,赵庄室\n").await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser.saved().await;
    assert_eq!(browser.field("#roster-paste").await, "");
    browser.close().await;
}

#[tokio::test]
async fn replies_that_are_not_counted_stay_over_pages_and_reloads_and_hinder_handing_in() {
    let browser = two_rooms().await;
    turn_to(&browser, "entry").await;
    browser.click("[data-chat] summary").await;
    browser.fill("#chat-pasted", "【王庄村联络室】\n1. 3").await;
    // Going back takes the page away within the second.
    turn_to_without_leaving(&browser, "hand-in").await;
    apart(&browser).await;
    browser.click("button[data-do=make-bundle]").await;
    browser.find("[data-hindered] a").await;
    turn_to(&browser, "entry").await;
    browser.pick("#entry-task", "first").await;
    browser.reload().await;
    turn_to(&browser, "table").await;
    browser.click("[data-do=to-apart]").await;
    // It leads to the grid of answers, with the field unfolded.
    browser.wait_until("it is seen", "document.querySelector('#chat-pasted').offsetHeight > 0").await;
    browser.click("button[data-do=read-replies]").await;
    browser.click("button[data-do=count-reply]").await;
    browser.saved().await;
    assert_eq!(browser.field("#chat-pasted").await, "", "all of it is counted");

    browser.fill("#chat-pasted", "收到").await;
    apart(&browser).await;
    browser.click("button[data-do=empty-chat-pasted]").await;
    browser.saved().await;
    let focus = "document.activeElement.id === 'chat-pasted'";
    browser.wait_until("the focus is in the field", focus).await;
    browser.close().await;
}

#[tokio::test]
async fn what_is_typed_in_another_window_is_in_the_table_and_in_its_field() {
    let browser = two_rooms().await;
    turn_to(&browser, "entry").await;
    let choice = "[data-grid=choices] tbody tr:first-child input";
    browser.click(choice).await;
    browser.type_keys("2").await;
    browser.saved().await;
    let entry = browser.value_of("location.hash").await.as_str().expect("a place").to_owned();
    let (first, second) = browser.second_window(&entry.replace("/entry", "/table")).await;
    browser.pick("#table-kind", "room").await;
    let score = "[...document.querySelectorAll('[data-table] tr[data-unit]')].map(row => row.innerText).join()";
    browser
        .wait_until("the table is there", "document.querySelectorAll('[data-table] tr[data-unit]').length === 2")
        .await;
    // A score that is open is seen whole, from the least to the most, in a row as high as the others.
    let cut = "[...document.querySelectorAll('[data-table] td.numeric')].filter(cell => cell.scrollWidth > cell.clientWidth).length";
    let heights =
        "new Set([...document.querySelectorAll('[data-table] tr[data-unit]')].map(row => row.offsetHeight)).size";
    assert_eq!((browser.value_of(cut).await, browser.value_of(heights).await), (json!(0), json!(1)));
    let before = browser.value_of(score).await;
    browser.look_at(&first).await;
    browser.fill(choice, "1").await;
    browser.saved().await;
    browser.look_at(&second).await;
    let before = before.as_str().expect("a text");
    browser.wait_until("the other score is here", &format!("{score} !== {}", json!(before))).await;

    // What cannot be read is told there as well, and what is put right in one window is so in both.
    browser.look_at(&first).await;
    browser.fill(CELL, "几本").await;
    browser.press(Key::Tab).await;
    apart(&browser).await;
    browser.look_at(&second).await;
    apart(&browser).await;
    browser.click("[data-do=to-apart]").await;
    browser.find(&format!("{CELL}[aria-invalid=true]")).await;
    assert_eq!(browser.field(CELL).await, "几本");
    browser.fill(CELL, "5").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    browser.look_at(&first).await;
    browser.saved().await;
    browser.wait_until("it is put right here", &format!("document.querySelector(\"{CELL}\").value === '5'")).await;

    // A field that nobody types in shows what stands in it in the other window.
    turn_to(&browser, "roster").await;
    browser.look_at(&second).await;
    turn_to(&browser, "roster").await;
    let long = "王庄村联络室".repeat(21);
    browser.fill(NAME, &long).await;
    browser.press(Key::Tab).await;
    apart(&browser).await;
    browser.look_at(&first).await;
    browser.wait_until("it is here", &format!("document.querySelector(\"{NAME}\").value === {}", json!(long))).await;
    browser.find("[data-too-long='6']").await;
    browser.fill(NAME, "王庄室").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    browser.look_at(&second).await;
    browser.wait_until("it is put right here", &format!("document.querySelector(\"{NAME}\").value === '王庄室'")).await;
    browser.saved().await;
    browser.close().await;
}

#[tokio::test]
async fn what_was_set_on_a_page_is_set_when_one_comes_back_to_it() {
    let browser = two_rooms().await;
    turn_to(&browser, "entry").await;
    browser.pick("#entry-rests-on", "spoken").await;
    set_day(&browser, "#entry-day", "2026-11-02").await;
    turn_to(&browser, "intake").await;
    set_day(&browser, "#received-on", "2026-11-03").await;
    turn_to(&browser, "table").await;
    browser.pick("#table-kind", "room").await;
    browser.fill("#table-search", "王庄").await;
    browser.pick("#table-sort", "name").await;
    browser.wait_until("one is shown", "document.querySelectorAll('[data-table] tr[data-unit]').length === 1").await;
    browser.click("[data-table] tr[data-unit] a").await;
    browser.find("[data-unit-page], h1").await;
    browser.value_of("history.back()").await;
    browser.wait_until("one is shown", "document.querySelectorAll('[data-table] tr[data-unit]').length === 1").await;
    assert_eq!(browser.field("#table-kind").await, "room");
    assert_eq!(
        (browser.field("#table-search").await.as_str(), browser.field("#table-sort").await.as_str()),
        ("王庄", "name")
    );
    turn_to(&browser, "entry").await;
    assert_eq!(
        (browser.field("#entry-rests-on").await.as_str(), browser.field("#entry-day").await.as_str()),
        ("spoken", "2026-11-02")
    );
    turn_to(&browser, "intake").await;
    assert_eq!(browser.field("#received-on").await, "2026-11-03");
    // Of another review nothing of it is set.
    browser.go("#/township").await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    turn_to(&browser, "entry").await;
    assert_eq!(browser.field("#entry-rests-on").await, "paper");
    assert_ne!(browser.field("#entry-day").await, "2026-11-02");
    turn_to(&browser, "table").await;
    browser.pick("#table-kind", "room").await;
    assert_eq!(browser.field("#table-search").await, "");
    browser.wait_until("both are shown", "document.querySelectorAll('[data-table] tr[data-unit]').length === 2").await;
    browser.close().await;
}
