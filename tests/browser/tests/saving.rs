//! What the page says of saving is true, and what it cannot read it leaves alone.

use serde_json::json;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::Wish;
use xingzhan_browser_tests::plan;

const FULL: &str = "window.kept = Storage.prototype.setItem; \
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";

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
    browser.script("Storage.prototype.setItem = window.kept", Vec::new()).await;
    browser.fill("input[name='unit.name']", "又有地方了").await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field("input[name='unit.name']").await, "又有地方了");
    browser.close().await;
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_is_told_so_and_can_still_be_worked_with() {
    let plan = plan::room();
    let browser = Browser::wish(Wish { storage: false, ..Wish::default() }).await;
    browser.open_app().await;
    browser.go("#/mine").await;
    assert!(browser.has("main [role=alert]").await, "the page says that nothing is kept");
    let id = browser.bring(&plan).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.hours']", "每周三").await;
    browser.find("[data-saved=unsaved]").await;
    assert_eq!(browser.save_draft(&id).await.unit.hours, "每周三");
    browser.close().await;
}

#[tokio::test]
async fn of_two_windows_on_one_draft_the_last_never_wins_silently() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    let basics = format!("#/d/{id}/basics");
    browser.go(&basics).await;
    let first = browser.client().window().await.expect("this window");
    let second = browser.client().new_window(true).await.expect("a second window").handle;
    browser.client().switch_to_window(second).await.expect("the second window");
    browser.open_app().await;
    browser.go(&basics).await;
    browser.client().switch_to_window(first.clone()).await.expect("the first window");
    browser.fill("input[name='unit.name']", "第一个窗口").await;
    browser.saved().await;
    let second = browser.client().windows().await.expect("windows").into_iter().find(|one| *one != first);
    browser.client().switch_to_window(second.expect("a second one")).await.expect("the second window");
    let seen = browser.field("input[name='unit.name']").await == "第一个窗口";
    browser.fill("input[name='unit.hours']", "第二个窗口写的").await;
    if !seen {
        browser.find("[data-saved=unsaved][role=alert]").await;
    }
    browser.client().switch_to_window(first).await.expect("the first window");
    browser.reload().await;
    assert_eq!(browser.field("input[name='unit.name']").await, "第一个窗口", "what was saved first is still there");
    browser.close().await;
}

#[tokio::test]
async fn a_stored_draft_that_cannot_be_read_is_told_and_left_as_it_is() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let good = browser.bring(&plan::room()).await;
    let broken = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go("#/").await;
    let spoil = "const key = Object.keys(localStorage).find(key => key.includes('draft') && key.endsWith(arguments[0])); \
        localStorage.setItem(key, localStorage.getItem(key).slice(0, 500)); return key";
    let key = browser.script(spoil, vec![json!(broken)]).await;
    let as_it_is = browser.script("return localStorage.getItem(arguments[0])", vec![key.clone()]).await;
    browser.reload().await;
    browser.go("#/mine").await;
    assert!(browser.has(&format!("li[data-draft='{broken}']")).await, "it is still listed");
    for place in ["", "/basics", "/section/A", "/send"] {
        browser.go(&format!("#/d/{broken}{place}")).await;
        assert_ne!(browser.text("main h1").await, "");
    }
    let file = browser.download("main button").await;
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
