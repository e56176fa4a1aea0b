//! The store of photos is full, switched off or gives no answer: it is said, and nothing else is lost.

use serde_json::json;
use std::fs;
use std::path::Path;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::pictures::{phone, see_through};

/// How many photos are in a file that was saved, and of how many it says that they are not.
fn photos_in(file: &Path) -> (usize, usize) {
    let library = xingzhan::model::standard::library::StandardLibrary::built_in().expect("the built-in standards");
    let bytes = fs::read(file).expect("the draft");
    let (_, carried) = xingzhan::model::files::parsed::unpack(&bytes, &library).expect("opens");
    (carried.photos.len(), carried.findings.len())
}

/// An empty draft at its section C.
async fn at_c(config: BrowserConfig) -> (Browser, String) {
    let browser = Browser::config(config).await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    (browser, id)
}

#[tokio::test]
async fn photos_that_cannot_be_stored_are_told_at_once_and_are_in_the_file_all_the_same() {
    for engine in Engine::BOTH {
        let (browser, id) = at_c(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        let full = "window.kept = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (value, key) { \
            if (this.transaction.db.name.endsWith('photos')) throw new DOMException('full', 'QuotaExceededError'); \
            return window.kept.call(this, value, key) }";
        browser.script(full, Vec::new()).await;
        browser.choose_photos("C1", &[browser.file("一.png", &see_through())]).await;
        browser.has_photos("C1", 1).await;
        assert!(browser.text("[data-photos-unsaved]").await.contains("存储空间已满"));
        let asks = "const leaving = new Event('beforeunload', { cancelable: true }); \
            window.dispatchEvent(leaving); return leaving.defaultPrevented";
        assert_eq!(browser.script(asks, Vec::new()).await, json!(true), "it would be lost");
        browser.go(&format!("#/d/{id}/send")).await;
        assert_eq!(photos_in(&browser.download("main button[data-do=save-draft]").await), (1, 0));
        // There is room again: the next one takes the first along.
        browser.script("IDBObjectStore.prototype.put = window.kept", Vec::new()).await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.choose_photos("C2", &[browser.file("二.jpg", &phone(3))]).await;
        browser.has_photos("C2", 1).await;
        assert!(!browser.has("[data-photos-unsaved]").await);
        browser.saved().await;
        assert_eq!(browser.script(asks, Vec::new()).await, json!(false), "nothing would be lost");
        assert_eq!(browser.stored_photos().await.as_object().map(serde_json::Map::len), Some(2));
        browser.close().await;
    }
}

#[tokio::test]
async fn a_store_that_gives_no_answer_is_told_and_what_is_typed_is_saved_all_the_same() {
    for engine in Engine::BOTH {
        let (browser, id) = at_c(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        let files = [browser.file("一.png", &see_through()), browser.file("二.jpg", &phone(2))];
        browser.choose_photos("C1", &files).await;
        browser.has_photos("C1", 2).await;
        browser.saved().await;
        let silent = "window.kept = IDBDatabase.prototype.transaction; IDBDatabase.prototype.transaction = function (...asked) { \
            if (this.name.endsWith('photos')) throw new DOMException('gone', 'InvalidStateError'); \
            return window.kept.apply(this, asked) }";
        browser.script(silent, Vec::new()).await;
        browser.go(&format!("#/d/{id}/section/D")).await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.has_photos("C1", 2).await;
        let told = browser.texts("[data-photos=C1] [data-photo-trouble]").await;
        assert!(told.len() == 2 && told.iter().all(|told| told.contains("读不出照片")), "{told:?}");
        browser.fill("[data-note=C1]", "照片以外的都在").await;
        browser.saved().await;
        // A file that is saved now says what is not in it.
        browser.go(&format!("#/d/{id}/send")).await;
        assert_eq!(photos_in(&browser.download("main button[data-do=save-draft]").await), (0, 2));
        let said = browser.text("[data-file-without]").await;
        assert!(said.contains("2 张照片") && said.contains("存出的文件里没有这几张"), "{said}");
        // It answers again: nothing is lost.
        browser.script("IDBDatabase.prototype.transaction = window.kept", Vec::new()).await;
        assert_eq!(photos_in(&browser.download("main button[data-do=save-draft]").await), (2, 0));
        browser.wait_until("nothing is said any more", "!document.querySelector('[data-file-without]')").await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.has_photos("C1", 2).await;
        assert!(!browser.has("[data-photo-trouble]").await);
        assert_eq!(browser.field("[data-note=C1]").await, "照片以外的都在");
        browser.close().await;
    }
}

#[tokio::test]
async fn where_nothing_may_be_kept_photos_are_told_to_go_with_the_page_and_are_in_the_file() {
    for engine in Engine::BOTH {
        let (browser, id) = at_c(BrowserConfig { engine, storage: false, ..BrowserConfig::default() }).await;
        browser.choose_photos("C1", &[browser.file("一.png", &see_through())]).await;
        browser.has_photos("C1", 1).await;
        assert!(!browser.has("[data-photo-trouble]").await, "it is shown");
        assert!(browser.text("[data-photos-unsaved]").await.contains("浏览器不允许"));
        browser.go(&format!("#/d/{id}/send")).await;
        assert_eq!(photos_in(&browser.download("main button[data-do=save-draft]").await), (1, 0));
        assert!(!browser.has("[data-file-without]").await);
        browser.close().await;
    }
}
