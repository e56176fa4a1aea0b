//! The list of units that a standard may bring: it shows the unit whose code stands there, and nothing that is not stored.

use fantoccini::key::Key;
use serde_json::json;
use xingzhan::model::draft::Draft;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

const LIST: &str = "select[name='unit.pick']";

#[tokio::test]
async fn the_list_of_units_shows_what_is_stored_however_its_code_was_typed() {
    let plan = plan::station();
    let standard = plan::reissued(&plan.standard, |standard| {
        standard["id"] = json!("with-a-list");
        standard["units"] = json!([
            { "code": "LZ-001", "name": "柳林站", "township": "柳林镇" },
            { "code": "LZ-002", "name": "城关站", "township": "城关镇" },
        ]);
    });
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&Draft { standard: standard.clone(), ..plan.clone() }).await;
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.find(LIST).await;
        assert_eq!(browser.field(LIST).await, "", "{engine:?}: its code is none of the list");
        browser.pick(LIST, "LZ-001").await;
        browser.saved().await;
        assert_eq!(browser.field("input[name='unit.name']").await, "柳林站", "{engine:?}");
        for (typed, shown) in [("ＬＺ－００２", "LZ-002"), (" LZ-002 ", "LZ-002"), ("自编7", "")] {
            browser.fill("input[name='unit.code']", typed).await;
            browser.press(Key::Tab).await;
            browser.saved().await;
            assert_eq!(browser.field(LIST).await, shown, "{engine:?} {typed}");
        }
        browser.reload().await;
        browser.find(LIST).await;
        assert_eq!(browser.field(LIST).await, "", "{engine:?}: and says that it is none of them");
        let chosen = format!("document.querySelector(\"{LIST}\").selectedIndex");
        assert_eq!(browser.value_of(&chosen).await, json!(0), "{engine:?}");
        // Choosing none takes away what came from the list, as one step.
        browser.pick(LIST, "LZ-002").await;
        browser.pick(LIST, "").await;
        browser.saved().await;
        assert_eq!(browser.field("input[name='unit.code']").await, "", "{engine:?}");
        assert_eq!(browser.field("input[name='unit.name']").await, "", "{engine:?}");
        browser.click("button[data-do=undo]").await;
        browser.wait_until("it is back", &format!("document.querySelector(\"{LIST}\").value === 'LZ-002'")).await;
        assert_eq!(browser.field("input[name='unit.name']").await, "城关站", "{engine:?}");
        browser.close().await;
    }
}
