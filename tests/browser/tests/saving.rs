//! What the page says of saving is true, and what it cannot read it leaves alone.

use serde_json::json;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::BrowserConfig;
use xingzhan_browser_tests::plan;

/// Every place is full: local storage, and the journal.
const FULL: &str = "window.kept = [Storage.prototype.setItem, IDBObjectStore.prototype.put]; \
    Storage.prototype.setItem = IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }";

/// Whether the page would ask a person who leaves it.
async fn asks_before_leaving(browser: &Browser) -> bool {
    let script = "const leaving = new Event('beforeunload', { cancelable: true }); \
        window.dispatchEvent(leaving); return leaving.defaultPrevented";
    browser.script(script, Vec::new()).await == json!(true)
}

#[tokio::test]
async fn a_full_storage_is_told_at_once_with_a_way_to_save_a_file() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.script(FULL, Vec::new()).await;
    browser.fill("input[name='unit.name']", "装满了的联络站").await;
    let told = "document.querySelector('[data-saved=unsaved][role=alert]')";
    browser.wait_until("the page says that it could not save", told).await;
    let before = browser.downloads();
    browser.click("[data-saved=unsaved] button[data-do=save-draft]").await;
    let file = browser.downloaded(&before).await;
    let text = std::fs::read_to_string(file).expect("the file that was saved");
    assert!(text.contains("装满了的联络站"));
    assert!(asks_before_leaving(&browser).await, "only now something would be lost");
    browser.script("[Storage.prototype.setItem, IDBObjectStore.prototype.put] = window.kept", Vec::new()).await;
    browser.fill("input[name='unit.name']", "又有地方了").await;
    browser.saved().await;
    assert!(!asks_before_leaving(&browser).await, "nothing would be lost");
    browser.reload().await;
    assert_eq!(browser.field("input[name='unit.name']").await, "又有地方了");
    browser.close().await;
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_is_told_so_and_can_still_be_worked_with() {
    let plan = plan::room();
    let browser = Browser::config(BrowserConfig { storage: false, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    browser.go("#/mine").await;
    assert!(browser.has("main [role=alert]").await, "the page says that nothing is kept");
    let id = browser.import_draft(&plan).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.hours']", "每周三").await;
    browser.find("[data-saved=unsaved]").await;
    // Another page of the same window costs nothing.
    browser.go("#/mine").await;
    browser.find(&format!("li[data-draft='{id}']")).await;
    assert!(asks_before_leaving(&browser).await, "it is in memory alone");
    browser.go(&format!("#/d/{id}/basics")).await;
    assert_eq!(browser.field("input[name='unit.hours']").await, "每周三");
    assert_eq!(browser.save_draft(&id).await.unit.hours, "每周三");
    browser.close().await;
}

#[tokio::test]
async fn a_full_local_storage_alone_costs_nothing_as_the_journal_has_it() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/basics")).await;
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    browser.script(full, Vec::new()).await;
    browser.fill("input[name='unit.name']", "只在日志里").await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field("input[name='unit.name']").await, "只在日志里");
    browser.close().await;
}

/// Cuts off what is stored of a draft: in local storage, and in the journal too if everywhere. The key.
async fn spoil(browser: &Browser, id: &str, everywhere: bool) -> serde_json::Value {
    let script = "const [id, everywhere, done] = arguments; const key = `xingzhan.1.draft.${id}`; \
        const whole = localStorage.getItem(key), cut = whole.slice(0, whole.length / 2); localStorage.setItem(key, cut); \
        if (!everywhere) done(key); else indexedDB.open('xingzhan.1').onsuccess = (event) => { \
          const all = event.target.result.transaction('texts', 'readwrite'); \
          all.objectStore('texts').put(cut, key); all.oncomplete = () => done(key) }";
    browser.script_until_called(script, vec![json!(id), json!(everywhere)]).await
}

#[tokio::test]
async fn where_one_copy_cannot_be_read_the_other_opens_and_the_unreadable_one_is_set_aside() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.saved().await;
    browser.go("#/").await;
    let key = spoil(&browser, &id, false).await;
    let cut = browser.script("return localStorage.getItem(arguments[0])", vec![key]).await;
    browser.reload().await;
    assert_same_content(&browser.save_draft(&id).await, &plan::room());
    browser.saved().await;
    browser.go("#/mine").await;
    let file = browser.download("li[data-aside] button[data-do=aside-save]").await;
    assert_eq!(json!(std::fs::read_to_string(file).expect("a file")), cut, "it can be saved as it was");
    browser.close().await;
}

#[tokio::test]
async fn a_stored_draft_that_cannot_be_read_is_told_and_left_as_it_is() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let good = browser.import_draft(&plan::room()).await;
    let broken = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go("#/").await;
    let key = spoil(&browser, &broken, true).await;
    let as_it_is = browser.script("return localStorage.getItem(arguments[0])", vec![key.clone()]).await;
    browser.reload().await;
    browser.go("#/mine").await;
    browser.find(&format!("li[data-draft='{broken}']")).await;
    for place in ["", "/basics", "/section/A", "/send"] {
        browser.go(&format!("#/d/{broken}{place}")).await;
        browser.find("button[data-do=save-raw]").await;
        assert_ne!(browser.text("main h1").await, "");
    }
    let file = browser.download("button[data-do=save-raw]").await;
    assert_eq!(json!(std::fs::read_to_string(file).expect("a file")), as_it_is, "it can be saved as it is");
    assert_eq!(browser.script("return localStorage.getItem(arguments[0])", vec![key]).await, as_it_is);
    assert_same_content(&browser.save_draft(&good).await, &plan::room());
    browser.close().await;
}

#[tokio::test]
async fn what_a_newer_copy_of_the_application_stored_is_left_alone() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let script = "localStorage.setItem('xingzhan.2.draft.a1b2', '{\"format\":2}'); localStorage.setItem('other', 'x')";
    browser.script(script, Vec::new()).await;
    browser.reload().await;
    let id = browser.new_draft("liaison-room").await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.name']", "柳河村联络室").await;
    browser.saved().await;
    browser.go("#/mine").await;
    browser.click(&format!("li[data-draft='{id}'] button[data-do=remove]")).await;
    let left = browser.value_of("[localStorage.getItem('xingzhan.2.draft.a1b2'), localStorage.getItem('other')]").await;
    assert_eq!(left, json!(["{\"format\":2}", "x"]));
    browser.close().await;
}
