//! Small things that cost a clerk time: cells pasted into one line, fields that are too small, a ledger that shows several
//! items, a tick that outlives what it was for.

use serde_json::json;
use xingzhan::model::standard::ids::ItemId;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// Pastes or drops a text into a field, as a browser tells of it.
const BRING: &str = "const [css, kind, text] = arguments; const field = document.querySelector(css); field.focus(); field.select(); \
    const data = new DataTransfer(); data.setData('text/plain', text); \
    const init = { bubbles: true, cancelable: true, data: text, dataType: 'text/plain' }; \
    const event = kind === 'paste' ? new ClipboardEvent('paste', { ...init, clipboardData: data }) : new DragEvent('drop', { ...init, dataTransfer: data }); \
    return field.dispatchEvent(event)";

#[tokio::test]
async fn what_is_pasted_from_cells_into_a_field_of_one_line_is_parted_by_spaces_and_stored() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::station()).await;
        let fields = [
            ("basics", "input[name='posts.head.name']", "张三\t主席\r\n", "张三 主席"),
            ("basics", "input[name='unit.address']", "第一行\n第二行", "第一行 第二行"),
            ("section/A", "input[data-ledger]", "《名册》\t第3页", "《名册》 第3页"),
            ("section/A", "input[data-fact]", "12\t\r\n", "12"),
            ("section/A", "input[data-fact]", "3\n120", "3; 120"),
            ("send", "input[name='declaration.name']", "王\t某", "王 某"),
        ];
        for kind in ["paste", "drop"] {
            for (place, css, brought, is) in fields {
                browser.go(&format!("#/d/{id}/{place}")).await;
                let args = vec![json!(css), json!(kind), json!(brought)];
                assert_eq!(browser.script(BRING, args).await, json!(false), "{engine:?}: {kind} into {css} is taken");
                assert_eq!(browser.field(css).await, is, "{engine:?}: {kind} into {css}");
                browser.saved().await;
                browser.reload().await;
                assert_eq!(browser.field(css).await, is, "{engine:?}: {kind} into {css} is stored");
            }
            // What is one line is left to the browser.
            let args = vec![json!("input[name='declaration.name']"), json!(kind), json!("王 某")];
            assert_eq!(browser.script(BRING, args).await, json!(true), "{engine:?}: {kind}");
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn a_note_grows_with_what_is_typed_into_it_and_nothing_of_it_is_hidden() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-room").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.fill("textarea[data-note]", &"每月的固定日接待选民，意见当场登记，交办到人。\n".repeat(8)).await;
        let whole = "(() => { const one = document.querySelector('textarea[data-note]'); return one.scrollHeight <= one.clientHeight + 1 })()";
        assert_eq!(browser.value_of(whole).await, json!(true), "{engine:?}: while it is typed");
        browser.reload().await;
        browser.find("textarea[data-note]").await;
        browser.script("document.querySelector('textarea[data-note]').focus()", vec![]).await;
        browser.wait_until("all of it is seen again", whole).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_tick_of_the_declaration_goes_when_what_it_was_for_changes() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        let ticked = "document.getElementById('declaration.agreed').checked";
        browser.go(&format!("#/d/{id}/send")).await;
        if browser.value_of(ticked).await == json!(false) {
            browser.click("[id='declaration.agreed']").await;
        }
        // A note is not what is declared.
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.fill("textarea[data-note]", "补一句说明").await;
        browser.go(&format!("#/d/{id}/send")).await;
        assert_eq!(browser.value_of(ticked).await, json!(true), "{engine:?}");
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.fill("input[data-fact]", "3").await;
        browser.go(&format!("#/d/{id}/send")).await;
        assert_eq!(browser.value_of(ticked).await, json!(false), "{engine:?}");
        assert!(browser.text("#remarks").await.contains("声明"), "{engine:?}: it is among what stops the submission");
        // Taken back, it is the content that was declared.
        browser.click("[data-do=undo]").await;
        browser.go(&format!("#/d/{id}/send")).await;
        assert_eq!(browser.value_of(ticked).await, json!(true), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn the_same_ledger_is_put_down_for_several_items_in_one_step() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut draft = plan::station();
        let item = |id: &str| ItemId::try_from(id).expect("an id");
        draft.show(&item("H2"), |evidence| evidence.ledger = "《接待登记簿》".to_owned());
        draft.show(&item("H3"), |evidence| evidence.ledger = "另一本".to_owned());
        draft.show(&item("H4"), |evidence| evidence.ledger.clear());
        let id = browser.import_draft(&draft).await;
        browser.go(&format!("#/d/{id}/section/H")).await;
        let block = "[data-item=H2] .ledger-for-more";
        browser.click(&format!("{block} summary")).await;
        // Drawn once it is unfolded.
        let said = format!("(document.querySelector({block:?})?.innerText ?? '').includes('另一本')");
        browser.wait_until("what would be replaced is said", &said).await;
        for other in ["H3", "H4"] {
            browser.click(&format!("[id='H2-ledger-for-{other}']")).await;
        }
        browser.click(&format!("{block} [data-do=ledger-for-more]")).await;
        for other in ["H3", "H4"] {
            assert_eq!(browser.field(&format!("[data-ledger={other}]")).await, "《接待登记簿》", "{engine:?}, {other}");
        }
        browser.click("[data-do=undo]").await;
        browser.settle().await;
        assert_eq!(browser.field("[data-ledger=H3]").await, "另一本", "{engine:?}: one step");
        assert_eq!(browser.field("[data-ledger=H4]").await, "", "{engine:?}: one step");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_room_which_has_no_office_telephone_may_name_a_mobile_number() {
    let browser = Browser::start().await;
    browser.open_app().await;
    for (standard, may) in [("liaison-room", true), ("liaison-station", false)] {
        browser.new_draft(standard).await;
        let basics = browser.value_of("location.hash + '/basics'").await;
        browser.go(basics.as_str().expect("a place")).await;
        let said = browser.text("#posts-privacy").await;
        assert_eq!(said.contains("没有办公电话的填手机号"), may, "{said}");
        assert_eq!(browser.text(".posts").await.contains("办公电话\n"), !may);
    }
    browser.close().await;
}
