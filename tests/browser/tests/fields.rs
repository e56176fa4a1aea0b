//! What a field shows and what it stores, whoever writes into it.

use fantoccini::key::Key;
use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// Writes into a field as a password manager or a script does, and tells it by these events alone.
const WRITE: &str = "const [css, text, ...events] = arguments; const field = document.querySelector(css); \
    const of = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement; \
    Object.getOwnPropertyDescriptor(of.prototype, 'value').set.call(field, text); \
    for (const name of events) field.dispatchEvent(new Event(name, { bubbles: true }))";

#[tokio::test]
async fn what_arrives_without_an_input_event_is_stored() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        let fields = [
            ("basics", "input[name='unit.hours']", ["周一", "周二"]),
            ("basics", "input[name='year']", ["2027", "2025"]),
            ("section/A", "input[data-ledger]", ["台账一", "台账二"]),
            ("section/A", "input[data-page]", ["第 7 页", "第 8 页"]),
            ("section/A", "input[data-date]", ["2026-05-04", "2026-05-05"]),
            ("section/A", "textarea[data-note]", ["说明", "别的说明"]),
            ("section/A", "input[data-fact]", ["8", "9"]),
            ("texts", "textarea[data-text]", ["总结", "别的总结"]),
            ("send", "input[name='declaration.date']", ["2026-11-02", "2026-11-03"]),
        ];
        for (at, event) in ["change", "blur"].into_iter().enumerate() {
            for (place, css, texts) in fields {
                let text = texts[at];
                browser.go(&format!("#/d/{id}/{place}")).await;
                browser.script(WRITE, vec![json!(css), json!(text), json!(event)]).await;
                browser.saved().await;
                // Drawn anew from what is stored.
                browser.go(&format!("#/d/{id}/check")).await;
                browser.go(&format!("#/d/{id}/{place}")).await;
                assert_eq!(browser.field(css).await, text, "{engine:?}, {event}, {css}");
            }
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn a_field_that_nobody_types_in_shows_what_is_stored_after_undoing_and_redoing() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        let fields = [
            ("basics", "input[name='unit.hours']", "改过的"),
            ("basics", "input[name='year']", "2027"),
            ("basics", "select[name=months]", "5"),
            ("section/A", "input[data-ledger]", "改过的台账"),
            ("section/A", "input[data-date]", "2026-05-04"),
            ("section/A", "textarea[data-note]", "改过的说明"),
            ("section/A", "input[data-fact]", "9"),
            ("send", "input[name='declaration.date']", "2026-11-02"),
        ];
        for (place, css, text) in fields {
            browser.go(&format!("#/d/{id}/{place}")).await;
            let before = browser.field(css).await;
            if css.starts_with("select") {
                browser.pick(css, text).await;
            } else {
                browser.script(WRITE, vec![json!(css), json!(text), json!("input")]).await;
            }
            browser.saved().await;
            assert_eq!(browser.field(css).await, text, "{engine:?}, {css}");
            browser.click("[data-do=undo]").await;
            browser.settle().await;
            assert_eq!(browser.field(css).await, before, "{engine:?}, {css} after undoing");
            browser.click("[data-do=redo]").await;
            browser.settle().await;
            assert_eq!(browser.field(css).await, text, "{engine:?}, {css} after redoing");
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn a_field_in_a_second_window_shows_what_was_stored_once_it_is_taken_over() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.saved().await;
    let (first, second) = browser.second_window(&format!("#/d/{id}/section/A")).await;
    browser.look_at(&first).await;
    browser.go(&format!("#/d/{id}/section/A")).await;
    browser.script(WRITE, vec![json!("input[data-date]"), json!("2026-05-04"), json!("input")]).await;
    browser.script(WRITE, vec![json!("textarea[data-note]"), json!("第一个窗口"), json!("input")]).await;
    browser.saved().await;
    assert_eq!(browser.field("input[data-date]").await, "2026-05-04", "in the window where it was typed");
    browser.look_at(&second).await;
    browser.click("[data-do=take-over]").await;
    browser.wait_until("it may write", "document.querySelector('[data-saved=saved]')").await;
    // A place may answer late; what it holds is shown then.
    browser.wait_until("the day", "document.querySelector('input[data-date]').value === '2026-05-04'").await;
    browser.wait_until("the note", "document.querySelector('textarea[data-note]').value === '第一个窗口'").await;
    browser.close().await;
}

#[tokio::test]
async fn text_is_dragged_into_fields_files_are_taken_or_refused_and_a_small_photo_is_no_new_one() {
    let drag = "const [css, type, files, own] = arguments; const data = new DataTransfer(); \
        if (files) data.items.add(new File(['x'], 'x.txt', { type: 'text/plain' })); else data.setData('text/plain', '字'); \
        const target = document.querySelector(css); \
        if (own) target.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: data })); \
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }); \
        target.dispatchEvent(event); return event.defaultPrevented";
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        let ask = |css: &'static str, kind: &'static str, files: bool, own: bool| {
            let args = vec![json!(css), json!(kind), json!(files), json!(own)];
            browser.script(drag, args)
        };
        for field in ["input[data-ledger]", "textarea[data-note]", "input[data-fact]"] {
            for kind in ["dragover", "drop"] {
                assert_eq!(ask(field, kind, false, false).await, json!(false), "text into {field}: {kind}");
            }
        }
        for place in ["h1", "body", "header", "input[data-ledger]"] {
            for kind in ["dragover", "drop"] {
                assert_eq!(ask(place, kind, true, false).await, json!(true), "a file over {place}: {kind}");
            }
        }
        browser.wait_until("it is told", "!document.querySelector('[data-item] .photo')").await;
        // From within the page it is no file from outside.
        let told = "[...document.querySelectorAll('[data-photo-failed]')].length";
        let before = browser.value_of(told).await;
        assert_eq!(ask("[data-item]", "drop", true, true).await, json!(true));
        browser.settle().await;
        assert_eq!(browser.value_of(told).await, before, "nothing was taken or refused");
        browser.close().await;
    }
}

#[tokio::test]
async fn what_is_being_composed_is_left_alone_while_the_draft_changes_under_it() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.go(&format!("#/d/{id}/section/A")).await;
    for css in ["input[data-ledger]", "textarea[data-note]"] {
        browser.fill(css, "前").await;
        browser.saved().await;
        browser.click(css).await;
        browser.press(Key::End).await;
        let composing = |text: &'static str| {
            let end = text.chars().count();
            browser.devtools(
                "Input.imeSetComposition",
                json!({ "text": text, "selectionStart": end, "selectionEnd": end }),
            )
        };
        composing("n").await;
        composing("ni").await;
        browser.settle().await;
        // A script, or what fills in forms, changes the draft all the same, and everything that follows it is told.
        for (other, text) in [("input[data-page]", "第 3 页"), ("input[data-fact]", "5")] {
            browser.script(WRITE, vec![json!(other), json!(text), json!("input")]).await;
        }
        browser.settle().await;
        assert_eq!(browser.field(css).await, "前ni", "{css}: what is composed stays while the draft changes");
        composing("ni h").await;
        browser.devtools("Input.insertText", json!({ "text": "你好" })).await;
        browser.settle().await;
        assert_eq!(browser.field(css).await, "前你好", "{css}: no character is lost");
        browser.saved().await;
        browser.go(&format!("#/d/{id}/check")).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        assert_eq!(browser.field(css).await, "前你好", "{css}: and what was chosen is stored");
    }
    assert_eq!(browser.errors().await, Vec::<String>::new());
    browser.close().await;
}
