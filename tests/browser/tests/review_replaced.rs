//! What was typed for a unit and is said otherwise later, by a file or by a reply: both are seen, and nothing is lost.

use crate::review::{begin, room, states, submission, take_in, turn_to};
use fantoccini::key::Key;
use serde_json::json;
use xingzhan::i18n::text;
use xingzhan::model::record::Record;
use xingzhan::model::record::facts::Count;
use xingzhan::model::review::entry_grid::GridColumn;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// A township's review of one room, of which the first number of the form was typed.
async fn typed(engine: Engine, number: &str) -> (Browser, String) {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    turn_to(&browser, "entry").await;
    let first = GridColumn::numbers(&plan::standard("liaison-room")).first().expect("a number").key();
    let cell = format!("[data-grid=numbers] tbody tr:first-child [data-column='{first}']");
    browser.click(&cell).await;
    browser.type_keys(&format!("{number}\n")).await;
    browser.saved().await;
    (browser, cell)
}

#[tokio::test]
async fn a_file_that_comes_after_what_was_typed_counts_and_both_are_seen() {
    for engine in Engine::BOTH {
        let (browser, cell) = typed(engine, "4321").await;
        assert_eq!(states(&browser).await, ["entered"], "{engine:?}");
        let file = submission(&room("王庄村联络室", "王庄村"));
        let file = browser.file("王庄.json", file.written().as_bytes());
        assert_eq!(take_in(&browser, &[file]).await, ["new"], "{engine:?}");
        assert!(browser.text("[data-over-entered]").await.contains("王庄村联络室"), "{engine:?}");
        assert_eq!(states(&browser).await, ["sent"], "{engine:?}");
        browser.click("[data-table] [data-unit] a").await;
        browser.find("[data-received]").await;
        let said = browser.text("[data-also-entered]").await;
        assert!(said.contains("代录过 1 项") && said.contains("4321"), "{engine:?}: {said}");
        browser.click("button[data-do=use-entered]").await;
        browser.find("[data-also-received]").await;
        browser.saved().await;
        assert_eq!(states(&browser).await, ["entered"], "{engine:?}");
        turn_to(&browser, "entry").await;
        assert_eq!(browser.field(&cell).await, "4321", "{engine:?}");
        turn_to(&browser, "table").await;
        browser.click("[data-table] [data-unit] a").await;
        browser.click("[data-also-received] button[data-do=use-file]").await;
        browser.find("[data-also-entered]").await;
        browser.saved().await;
        assert_eq!(states(&browser).await, ["sent"], "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_reply_says_what_it_replaces_before_it_counts() {
    for engine in Engine::BOTH {
        let (browser, cell) = typed(engine, "4321").await;
        let standard = plan::standard("liaison-room");
        let mut record = Record::default();
        let numbers = GridColumn::numbers(&standard);
        let Some(GridColumn::Fact(fact)) = numbers.first() else { panic!("a number") };
        record.facts.set(fact.clone(), Some(Count::new(7).expect("a count")));
        let reply = xingzhan::i18n::reply_template(text(Lang::Zh), &standard, 2026, "王庄村联络室", &record);
        browser.click("[data-chat] summary").await;
        let put = "const field = document.querySelector('#chat-pasted'); field.value = arguments[0]; \
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        browser.script(put, vec![json!(reply)]).await;
        browser.click("button[data-do=read-replies]").await;
        browser.find("[data-reply]").await;
        let replaced = "[...document.querySelectorAll('[data-replaces]')].map((one) => one.textContent).filter((said) => said !== '')";
        assert_eq!(browser.value_of(replaced).await, json!(["（原录 4321，将被替换）"]), "{engine:?}");
        browser.click("button[data-do=count-reply]").await;
        browser.find("[data-counted]").await;
        assert_eq!(browser.field(&cell).await, "7", "{engine:?}");
        assert_eq!(browser.value_of(replaced).await, json!([]), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn escape_brings_back_what_stood_in_a_cell_when_it_was_entered() {
    for engine in Engine::BOTH {
        let (browser, cell) = typed(engine, "4321").await;
        browser.click(&cell).await;
        browser.type_keys("99").await;
        assert_eq!(browser.field(&cell).await, "99", "{engine:?}");
        browser.press(Key::Escape).await;
        assert_eq!(browser.field(&cell).await, "4321", "{engine:?}");
        // Also what was stored meanwhile: it is a second after the last key.
        browser.type_keys("99").await;
        browser.saved().await;
        browser.press(Key::Escape).await;
        browser.saved().await;
        browser.reload().await;
        browser.find("[data-grid=numbers] input").await;
        assert_eq!(browser.field(&cell).await, "4321", "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn what_was_typed_for_a_line_that_was_taken_off_is_there_when_it_is_written_again() {
    let (browser, cell) = typed(Engine::Chromium, "4321").await;
    turn_to(&browser, "roster").await;
    browser.click("[data-roster] button[data-do=remove-line]").await;
    browser.wait_until("it is gone", "document.querySelectorAll('[data-roster] tr').length === 0").await;
    turn_to(&browser, "intake").await;
    assert!(browser.text("[data-waiting-name]").await.contains("王庄村联络室"));
    turn_to(&browser, "roster").await;
    browser.fill("#roster-paste", "村,名称\n王庄村,王庄村联络室\n").await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser.wait_until("it is back", "document.querySelectorAll('[data-roster] tr').length === 1").await;
    browser.saved().await;
    turn_to(&browser, "entry").await;
    browser.find(&cell).await;
    assert_eq!(browser.field(&cell).await, "4321");
    turn_to(&browser, "intake").await;
    assert_eq!(browser.texts("[data-waiting-name]").await, Vec::<String>::new());
    browser.close().await;
}

#[tokio::test]
async fn the_lines_that_a_waiting_file_may_be_are_those_of_the_moment_in_which_one_comes_to_the_list() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    let sent = ["王庄室", "王庄老室"]
        .map(|name| browser.file(&format!("{name}.json"), submission(&room(name, "王庄村")).written().as_bytes()));
    assert_eq!(take_in(&browser, &sent).await, ["new", "new"]);
    let line = "[...document.querySelectorAll('[data-waiting-name*=王庄老室] option')].find((one) => one.textContent.includes('王庄村联络室'))";
    assert_eq!(browser.value_of(&format!("{line}.textContent.includes('已有材料')")).await, json!(false));
    let other = "[...document.querySelectorAll('[data-waiting-name*=王庄老室] option')].find((one) => one.textContent.includes('李庄')).value";
    let other = browser.value_of(other).await.as_str().expect("a unit").to_owned();
    browser.pick("[data-waiting-name*=王庄老室] select", &other).await;
    let own = browser.value_of(&format!("{line}.value")).await.as_str().expect("a unit").to_owned();
    browser.pick("[data-waiting-name*=王庄室] select", &own).await;
    browser.click("[data-waiting-name*=王庄室] button[data-do=match]").await;
    browser.wait_until("one waits", "document.querySelectorAll('[data-waiting-name]').length === 1").await;
    // By keys or by the mouse: whoever comes to the list sees what stands there by now, and what was chosen.
    browser.script("document.querySelector('[data-waiting-name] select').focus()", Vec::new()).await;
    browser.wait_until("it is told what is there already", &format!("{line}.textContent.includes('已有材料')")).await;
    assert_eq!(browser.field("[data-waiting-name] select").await, other);
    browser.close().await;
}
