//! The photo of a paper form beside the row that is typed from it: it stays in this browser, and nothing else is lost
//! where it cannot be kept.

use crate::leaving::{clear, save_all, show};
use crate::review::{begin, save, turn_to};
use serde_json::json;
use std::path::{Path, PathBuf};
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::pictures::{chat, see_through};

/// What every JPEG of a browser begins with, in base64.
const JPEG: &str = "/9j/";

async fn at_grid(engine: Engine) -> Browser {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    turn_to(&browser, "entry").await;
    browser.find("[data-grid=numbers] input").await;
    browser
}

async fn choose(browser: &Browser, files: &[PathBuf]) {
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    browser.upload_all("[data-form-file]", &files).await;
}

async fn has_forms(browser: &Browser, many: usize) {
    let drawn = format!(
        "(all => all.length === {many} && all.every(one => one.complete && one.naturalWidth > 0))([...document.querySelectorAll('.form-scroll img')])"
    );
    browser.wait_until(&format!("{many} photos are shown"), &drawn).await;
}

/// How many photos of forms are stored.
async fn stored(browser: &Browser) -> i64 {
    let script = "const done = arguments[0]; const open = indexedDB.open('xingzhan.1.review'); \
        open.onsuccess = () => { const base = open.result; \
          base.transaction('forms').objectStore('forms').count().onsuccess = (event) => { base.close(); done(event.target.result) } }";
    browser.script_until_called(script, Vec::new()).await.as_i64().expect("a number")
}

/// Waits until so many are stored.
async fn are_stored(browser: &Browser, many: i64) {
    for _ in 0..200 {
        if stored(browser).await == many {
            return;
        }
    }
    panic!("{} photos of forms are stored, not {many}", stored(browser).await);
}

fn row(number: usize) -> String {
    format!("[data-grid=numbers] tbody tr:nth-child({number}) td:nth-of-type(1) input")
}

#[tokio::test]
async fn a_forms_photo_stands_beside_its_row_larger_and_turned_and_is_in_no_file() {
    for engine in Engine::BOTH {
        let browser = at_grid(engine).await;
        browser.click(&row(1)).await;
        choose(&browser, &[browser.file("一.png", &see_through()), browser.file("二.png", &chat())]).await;
        has_forms(&browser, 2).await;
        are_stored(&browser, 2).await;
        let size = "(one => [one.naturalWidth, one.naturalHeight, Math.round(one.getBoundingClientRect().width)])(document.querySelector('.form-scroll img'))";
        let before = browser.value_of(size).await;
        browser.click("button[data-do=form-larger]").await;
        let after = browser.value_of(size).await;
        assert!(after[2].as_i64() > before[2].as_i64(), "{engine:?}: {before} {after}");
        browser.click("button[data-do=turn-form]").await;
        let turned = format!("document.querySelector('.form-scroll img').naturalWidth === {}", before[1]);
        browser.wait_until("it is turned", &turned).await;
        let barriers = browser.barriers().await;
        assert!(barriers.is_empty(), "{engine:?}: {barriers:?}");

        // Beside another row stands its own, and what is typed there goes on.
        browser.click(&row(2)).await;
        has_forms(&browser, 0).await;
        browser.type_keys("7\n").await;
        browser.saved().await;
        // A picture that is pasted is the form of the row with the focus.
        let paste = "const done = arguments[0]; const canvas = document.createElement('canvas'); canvas.width = 700; canvas.height = 900; \
            canvas.getContext('2d').fillRect(0, 0, 300, 300); \
            canvas.toBlob((blob) => { const data = new DataTransfer(); data.items.add(new File([blob], '截图.png', { type: 'image/png' })); \
              const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }); \
              if (!event.clipboardData || !event.clipboardData.files.length) Object.defineProperty(event, 'clipboardData', { value: data }); \
              document.activeElement.dispatchEvent(event); done(event.defaultPrevented) })";
        browser.click(&row(2)).await;
        assert_eq!(browser.script_until_called(paste, Vec::new()).await, json!(true), "{engine:?}");
        has_forms(&browser, 1).await;
        are_stored(&browser, 3).await;

        // All of it is there after a reload, turned as it was.
        browser.reload().await;
        has_forms(&browser, 2).await;
        browser.wait_until("it is still turned", &turned).await;
        if engine == Engine::Chromium {
            browser.resize(360, 740, 1).await;
            assert_eq!(browser.sideways().await, None);
            browser.usual_size().await;
        }

        // Neither the county's file nor the review's has any of it, also with photos.
        let review = save(&browser).await;
        browser.click("#review-photos").await;
        let with_photos = browser.download("button[data-do=save-review]").await;
        turn_to(&browser, "hand-in").await;
        let bundle = browser.download("button[data-do=make-bundle]").await;
        for file in [review, with_photos, bundle] {
            let text = std::fs::read_to_string(&file).expect("the file");
            assert!(text.len() > 1000 && !text.contains(JPEG), "{engine:?}: {}", file.display());
        }

        // One by one they are taken away.
        turn_to(&browser, "entry").await;
        has_forms(&browser, 2).await;
        browser.click("button[data-do=remove-form]").await;
        has_forms(&browser, 1).await;
        are_stored(&browser, 2).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn a_forms_photo_goes_with_its_unit_and_with_the_review() {
    let browser = at_grid(Engine::Chromium).await;
    for number in [1, 2] {
        browser.click(&row(number)).await;
        has_forms(&browser, 0).await;
        choose(&browser, &[browser.file("一.png", &see_through())]).await;
        has_forms(&browser, 1).await;
    }
    are_stored(&browser, 2).await;
    turn_to(&browser, "roster").await;
    browser.click("[data-roster] tr:first-child button[data-do=remove-line]").await;
    browser.saved().await;
    // As long as its removal can be undone here it stays.
    assert_eq!(stored(&browser).await, 2);
    browser.reload().await;
    browser.find("[data-roster] tr").await;
    are_stored(&browser, 1).await;
    // A shared computer is left: the review is saved, shown again, and all of it is gone.
    let file = save_all(&browser).await;
    assert_eq!(show(&browser, &file).await, "same");
    clear(&browser).await;
    are_stored(&browser, 0).await;
    browser.close().await;
}

#[tokio::test]
async fn where_there_is_no_room_for_a_forms_photo_it_is_said_and_what_is_typed_is_saved() {
    for engine in Engine::BOTH {
        let browser = at_grid(engine).await;
        let full = "window.kept = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (value, key) { \
            if (this.name === 'forms') throw new DOMException('full', 'QuotaExceededError'); \
            return window.kept.call(this, value, key) }";
        browser.script(full, Vec::new()).await;
        browser.click(&row(1)).await;
        choose(&browser, &[browser.file("一.png", &see_through())]).await;
        has_forms(&browser, 1).await;
        let said = browser.text("[data-form-said]").await;
        assert!(said.contains("已满") && said.contains("不受影响"), "{engine:?}: {said}");
        browser.click(&row(1)).await;
        browser.type_keys("5\n").await;
        browser.saved().await;
        browser.reload().await;
        browser.find("[data-grid=numbers] input").await;
        assert_eq!(browser.field(&row(1)).await, "5", "{engine:?}");
        // What is no picture is said by its name.
        choose(&browser, &[browser.file("通知.png", b"no picture")]).await;
        browser.find("[data-form-said]").await;
        assert!(browser.text("[data-form-said]").await.contains("通知.png"), "{engine:?}");
        browser.close().await;
    }
}
