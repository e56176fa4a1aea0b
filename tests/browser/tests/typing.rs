//! What is typed stays what was typed: input methods, spaces, the caret, dates, numbers.

use fantoccini::key::Key;
use serde_json::json;
use xingzhan::model::date::CivilDate;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::ids::ItemId;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// Types pinyin letter by letter as an input method does, then chooses the characters.
async fn compose(browser: &Browser, css: &str, before: &str) {
    for so_far in ["n", "ni", "nih", "ni ha", "ni hao"] {
        let end = so_far.chars().count();
        let composition = json!({ "text": so_far, "selectionStart": end, "selectionEnd": end });
        browser.devtools("Input.imeSetComposition", composition).await;
        browser.settle().await;
        assert_eq!(browser.field(css).await, format!("{before}{so_far}"), "{css} while pinyin is typed");
    }
    browser.devtools("Input.insertText", json!({ "text": "你好" })).await;
    browser.settle().await;
    assert_eq!(browser.field(css).await, format!("{before}你好"), "{css} after the characters were chosen");
}

fn item(id: &str) -> ItemId {
    ItemId::try_from(id).expect("an id")
}

#[tokio::test]
async fn chinese_typed_with_an_input_method_is_never_changed() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    let places = [
        ("/basics", "input[name='unit.name']"),
        ("/section/A", "input[data-ledger='A1']"),
        ("/section/A", "textarea[data-note='A5']"),
        ("/texts", "textarea[data-text='T1']"),
    ];
    for (path, css) in places {
        browser.go(&format!("#/d/{id}{path}")).await;
        browser.click(css).await;
        compose(&browser, css, "").await;
        // While the page saves in between, a second word is begun.
        browser.saved().await;
        compose(&browser, css, "你好").await;
    }
    browser.saved().await;
    let draft = browser.save_draft(&id).await;
    let twice = "你好你好";
    assert_eq!(draft.unit.name, twice);
    assert_eq!(draft.record.answers.get(&item("A1")).expect("an answer").evidence.ledger, twice);
    assert_eq!(draft.record.answers.get(&item("A5")).expect("an answer").note, twice);
    assert_eq!(draft.record.answers.choice(&item("T1")), Some(&Choice::Text(twice.to_owned())));
    browser.close().await;
}

#[tokio::test]
async fn a_composition_that_is_given_up_leaves_nothing_behind() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-room").await;
    browser.go(&format!("#/d/{id}/basics")).await;
    let css = "input[name='unit.name']";
    browser.fill(css, "柳河").await;
    browser.devtools("Input.imeSetComposition", json!({ "text": "cun", "selectionStart": 3, "selectionEnd": 3 })).await;
    browser.devtools("Input.imeSetComposition", json!({ "text": "", "selectionStart": 0, "selectionEnd": 0 })).await;
    browser.settle().await;
    assert_eq!(browser.field(css).await, "柳河");
    assert_eq!(browser.save_draft(&id).await.unit.name, "柳河");
    browser.close().await;
}

#[tokio::test]
async fn spaces_at_both_ends_stay_in_the_field() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    for (path, css) in [("/basics", "input[name='unit.name']"), ("/section/A", "textarea[data-note='A5']")] {
        browser.go(&format!("#/d/{id}{path}")).await;
        browser.fill(css, "  柏城 街道　").await;
        browser.press(Key::Tab).await;
        browser.saved().await;
        assert_eq!(browser.field(css).await, "  柏城 街道　", "{css} after it was left and saved");
    }
    browser.close().await;
}

#[tokio::test]
async fn the_caret_stays_where_a_person_types_in_the_middle() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    for (path, css) in [
        ("/basics", "input[name='unit.name']"),
        ("/section/A", "textarea[data-note='A5']"),
        ("/section/A", "input[data-fact='policy_talks']"),
        ("/texts", "textarea[data-text='T1']"),
    ] {
        browser.go(&format!("#/d/{id}{path}")).await;
        browser.fill(css, "14").await;
        browser.press(Key::Left).await;
        browser.type_keys("2").await;
        browser.settle().await;
        browser.type_keys("3").await;
        assert_eq!(browser.field(css).await, "1234", "{css}");
    }
    browser.close().await;
}

#[tokio::test]
async fn a_day_that_stands_there_can_be_typed_over() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    for (path, css) in [("/section/A", "input[data-date='A1']"), ("/send", "input[name='declaration.date']")] {
        browser.go(&format!("#/d/{id}{path}")).await;
        for (year, month, day) in [(2026, 5, 18), (2025, 12, 31)] {
            browser.fill_date(css, CivilDate::new(year, month, day).expect("a day")).await;
        }
    }
    let draft = browser.save_draft(&id).await;
    assert_eq!(draft.declaration.date, CivilDate::new(2025, 12, 31));
    browser.close().await;
}

#[tokio::test]
async fn half_a_day_stays_is_told_changes_nothing_that_is_stored_and_keeps_the_submission_back() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::station()).await;
        let day = CivilDate::new(2026, 11, 2).expect("a day");
        for (path, css, told) in [
            ("section/A", "input[data-date='A1']", "#A1-date-half"),
            ("send", "input[name='declaration.date']", "#declaration\\.date-half"),
        ] {
            browser.go(&format!("#/d/{id}/{path}")).await;
            browser.fill_date(css, day).await;
            browser.saved().await;
            // The first part is taken away; the browser has no value then, and says that something stands there.
            let begin = "const field = document.querySelector(arguments[0]); field.blur(); field.focus()";
            browser.script(begin, vec![json!(css)]).await;
            browser.press(Key::Delete).await;
            let half = format!("document.querySelector({css:?}).validity.badInput");
            browser.wait_until("half a day stands there", &half).await;
            let says = browser.value_of(&format!("document.querySelector({told:?}).textContent")).await;
            assert_eq!(says, json!(""), "{engine:?}: nothing is told while it is typed");
            browser.script("document.activeElement.blur()", vec![]).await;
            browser.wait_until("it is told", &format!("document.querySelector({told:?}).textContent")).await;
            assert_eq!(browser.attribute(css, "aria-invalid").await.as_deref(), Some("true"), "{engine:?}");
            assert_eq!(browser.value_of(&half).await, json!(true), "{engine:?}: it stays as it was typed");
            if path == "send" {
                let submit = "button[data-do=submit]";
                assert_eq!(browser.attribute(submit, "aria-disabled").await.as_deref(), Some("true"), "{engine:?}");
                let stops = "document.querySelector('#remarks').textContent.includes('完整的填报日期')";
                browser.wait_until("it stands in the way", stops).await;
            }
            browser.reload().await;
            assert_eq!(browser.field(css).await, day.to_string(), "{engine:?}: what is stored is what was");
            // A day that no calendar of this program has.
            let write = "const [css, text] = arguments; const field = document.querySelector(css); field.value = text; \
                for (const name of ['input', 'change', 'blur']) field.dispatchEvent(new Event(name, { bubbles: true }))";
            for out in ["1800-01-01", "3026-05-04"] {
                browser.script(write, vec![json!(css), json!(out)]).await;
                browser.wait_until("it is told", &format!("document.querySelector({told:?}).textContent")).await;
                assert_eq!(browser.field(css).await, out, "{engine:?}: it stays");
            }
            browser.script(write, vec![json!(css), json!("")]).await;
            browser.wait_until("nothing is told", &format!("!document.querySelector({told:?}).textContent")).await;
            browser.saved().await;
            browser.reload().await;
            assert_eq!(browser.field(css).await, "", "{engine:?}: an emptied field takes the day back");
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn a_number_that_cannot_be_read_is_told_beside_its_field_and_stays_to_be_mended() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        let css = "fieldset[data-item=A2] input[data-fact=policy_talks]";
        browser.fill(css, "两次").await;
        browser.press(Key::Tab).await;
        assert_eq!(browser.field(css).await, "两次");
        assert_ne!(browser.text("fieldset[data-item=A2] [data-error]").await, "");
        browser.fill(css, "２").await;
        browser.press(Key::Tab).await;
        assert_eq!(browser.text("fieldset[data-item=A2] [data-error]").await, "");
        assert_eq!(browser.text("[data-points=A2]").await, "2");
        browser.close().await;
    }
}

#[tokio::test]
async fn what_was_typed_into_a_number_stays_over_a_reload_is_counted_and_keeps_the_submission_back() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::station()).await;
        let (section, css) = (format!("#/d/{id}/section/A"), "fieldset[data-item=A2] input[data-fact=policy_talks]");
        browser.go(&section).await;
        browser.fill(css, "约12场").await;
        browser.press(Key::Tab).await;
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.fill("input[name=year]", "明年").await;
        browser.press(Key::Tab).await;
        browser.saved().await;
        browser.reload().await;
        assert_eq!(browser.field("input[name=year]").await, "明年");
        assert_ne!(browser.text("#error-year").await, "");
        browser.go(&format!("#/d/{id}/send")).await;
        let told = browser.texts("[data-lack]").await;
        let unreadable = |typed: &str| told.iter().any(|lack| lack.contains(typed) && lack.contains("读不出数字"));
        assert!(unreadable("约12场") && unreadable("明年"), "each is told with what was typed: {told:?}");
        assert_eq!(browser.attribute("button[data-do=submit]", "aria-disabled").await.as_deref(), Some("true"));
        browser.go(&section).await;
        assert_eq!(browser.field(css).await, "约12场", "it is not dropped");
        // What came with a paste is understood; a field that nobody types in shows what is stored.
        browser.fill(css, "１２\u{200b} 场").await;
        browser.press(Key::Tab).await;
        assert_eq!(browser.text("fieldset[data-item=A2] [data-error]").await, "");
        assert_eq!(browser.field(css).await, "12");
        browser.fill(css, "12.5").await;
        assert!(browser.text("fieldset[data-item=A2] [data-error]").await.contains("整数"));
        // Typing in one field is one step: what could not be read comes back as it was, and says so again.
        browser.click("button[data-do=undo]").await;
        let back = format!("document.querySelector('{css}').value === '约12场'");
        browser.wait_until("it shows what was typed there before", &back).await;
        assert_ne!(browser.text("fieldset[data-item=A2] [data-error]").await, "");
        browser.close().await;
    }
}

#[tokio::test]
async fn what_is_too_long_for_its_field_is_not_cut_and_keeps_the_submission_back() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::station()).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    let long = "长".repeat(125);
    browser.fill("input[name='unit.hours']", &long).await;
    assert!(browser.text("#room-unit\\.hours").await.contains("超出 5 字"));
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field("input[name='unit.hours']").await, long);
    browser.go(&format!("#/d/{id}/send")).await;
    assert_eq!(browser.attribute("button[data-do=submit]", "aria-disabled").await.as_deref(), Some("true"));
    browser.close().await;
}

#[tokio::test]
async fn a_value_that_comes_without_an_input_event_is_stored_all_the_same() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.go(&format!("#/d/{id}/basics")).await;
    // As password managers and some input methods do.
    let fill = "const field = document.querySelector(\"input[name='unit.name']\"); field.value = '自动填的站'; \
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.script(fill, Vec::new()).await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field("input[name='unit.name']").await, "自动填的站");
    browser.close().await;
}

#[tokio::test]
async fn nothing_moves_while_a_person_types_and_chooses() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        // Firefox has no command for so narrow a window; there it is as wide as it opens.
        let widths: &[u32] = if engine == Engine::Chromium { &[1280, 360] } else { &[1280] };
        for width in widths {
            if engine == Engine::Chromium {
                browser.resize(*width, 800, 1).await;
            }
            for page in ["section/A", "section/G", "texts"] {
                browser.go(&format!("#/d/{id}/{page}")).await;
                let tops = "[...document.querySelectorAll('fieldset.item')].map(item => Math.round(item.getBoundingClientRect().top + scrollY))";
                let before = browser.value_of(tops).await;
                for (css, text) in [
                    ("fieldset[data-item=A2] input[data-fact]", "12"),
                    ("input[data-ledger=A2]", "宣讲记录本"),
                    ("textarea[data-note=A2]", "全年十二场"),
                    ("fieldset[data-item=G3] input[data-fact]", "3"),
                    ("textarea[data-text=T1]", "每月接待，逐件登记"),
                ] {
                    if browser.has(css).await {
                        browser.fill(css, text).await;
                        browser.settle().await;
                        assert_eq!(browser.value_of(tops).await, before, "{css} at {width} px");
                    }
                }
            }
        }
        browser.close().await;
    }
}
