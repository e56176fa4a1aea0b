//! Two reviews in one window: what was begun in one ends in that one, and what could not be stored of one is still there
//! after another one was opened.

use crate::leaving::{clear, save_all, show, unzipped};
use crate::review::{begin, room, save, submission, turn_to};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};

/// Where the browser is.
async fn place(browser: &Browser) -> String {
    browser.value_of("location.hash.split('/').slice(0, 3).join('/')").await.as_str().expect("a place").to_owned()
}

/// Of how many files each review has an entry, by its id.
const FILES: &str = "const done = arguments[0]; const open = indexedDB.open('xingzhan.1.review'); \
    open.onsuccess = () => { const whole = open.result.transaction(['rows']); \
    const asked = whole.objectStore('rows').getAllKeys(); \
    whole.oncomplete = () => { open.result.close(); const many = {}; \
    for (const [review] of asked.result) many[review] = (many[review] ?? 0) + 1; done(many) } }";

#[tokio::test]
async fn what_is_taken_in_comes_into_its_own_review_also_where_another_one_is_opened_meanwhile() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &[("李庄村", "李庄村联络室")]).await;
        let other = place(&browser).await;
        let rooms: Vec<(String, String)> =
            (1..=150).map(|at| (format!("第{at}村"), format!("第{at}村联络室"))).collect();
        let lines: Vec<(&str, &str)> = rooms.iter().map(|(village, name)| (village.as_str(), name.as_str())).collect();
        begin(&browser, &lines).await;
        let own = place(&browser).await;
        let file = |(at, (village, name)): (usize, &(String, String))| {
            browser.file(&format!("{at}.json"), submission(&room(name, village)).written().as_bytes())
        };
        let files: Vec<PathBuf> = rooms.iter().enumerate().map(file).collect();
        turn_to(&browser, "intake").await;
        // Gone to the other one in the same task in which the files were chosen.
        let leave = "document.addEventListener('change', () => { location.hash = arguments[0] }, { once: true })";
        browser.script(leave, vec![json!(format!("{other}/table"))]).await;
        let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        browser.upload_all("#take-files", &paths).await;
        browser.find("[data-table] [data-unit]").await;
        assert_eq!(place(&browser).await, other, "{engine:?}");
        // Its own page says how far it is, and in the end what came of it.
        browser.go(&own).await;
        let all = "document.querySelectorAll('[data-verdict]').length === 150";
        browser.wait_until("each file has its line, where it was chosen", all).await;
        browser.saved().await;
        let many = browser.script_until_called(FILES, Vec::new()).await;
        assert_eq!(many, json!({ own.trim_start_matches("#/r/"): 150 }), "{engine:?}: the other one has none");
        browser.go(&format!("{other}/table")).await;
        browser.find("[data-table] [data-unit]").await;
        assert_eq!(browser.text("[data-sums]").await.matches("应报 1，已报 0").count(), 1, "{engine:?}");
        browser.close().await;
    }
}

/// From here on the browser stores nothing of this review any more: its disk is full.
async fn fill_up(browser: &Browser, review: &str) {
    let full = "const id = arguments[0].split('/').pop(); window.kept ??= {}; for (const name of ['put', 'add']) { \
        const real = window.kept[name] ??= IDBObjectStore.prototype[name]; \
        IDBObjectStore.prototype[name] = function (value, key) { \
        if ([key].flat()[0] === id) throw new DOMException('full', 'QuotaExceededError'); \
        return real.call(this, value, key) } }";
    browser.script(full, vec![json!(review)]).await;
}

/// There is room again.
async fn make_room(browser: &Browser) {
    browser.script("Object.assign(IDBObjectStore.prototype, window.kept)", Vec::new()).await;
}

/// Whether the browser would ask before it closes the window.
const ASKS: &str = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";

#[tokio::test]
async fn a_review_that_cannot_be_stored_is_still_there_after_another_one_was_opened() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &[("王庄村", "王庄村联络室")]).await;
        let own = place(&browser).await;
        fill_up(&browser, &own).await;
        let name = "[data-roster] tr:first-child [data-field=name]";
        browser.fill(name, "王庄村代表联络室").await;
        browser.press(Key::Tab).await;
        browser.find("[data-saved=unsaved]").await;

        // Its door says so, and so does every page of the one that is begun next, which is well.
        browser.go("#/township").await;
        let told = browser.text("[data-unsaved-review]").await;
        assert!(told.contains("柳林镇") && told.contains("存储空间已满"), "{engine:?}: {told}");
        begin(&browser, &[("李庄村", "李庄村联络室")]).await;
        let other = place(&browser).await;
        assert!(browser.text("[data-unsaved-review]").await.contains("存储空间已满"), "{engine:?}");
        assert_eq!(browser.script(ASKS, Vec::new()).await, json!(true), "{engine:?}: asks before the window is closed");

        // The way to its file; what was decided is in it.
        browser.click("[data-unsaved-review] a").await;
        browser.find("button[data-do=save-review]").await;
        assert_eq!(place(&browser).await, own, "{engine:?}");
        let file = fs::read_to_string(save(&browser).await).expect("the review");
        assert!(file.contains("王庄村代表联络室"), "{engine:?}");
        turn_to(&browser, "roster").await;
        assert_eq!(browser.field(name).await, "王庄村代表联络室", "{engine:?}");

        // There is room again.
        make_room(&browser).await;
        browser.click("button[data-do=store-again]").await;
        browser.saved().await;
        browser.go(&format!("{other}/roster")).await;
        browser.find(name).await;
        assert!(!browser.has("[data-unsaved-review]").await, "{engine:?}");
        browser.reload().await;
        browser.go(&format!("{own}/roster")).await;
        browser
            .wait_until("it is stored", &format!("document.querySelector('{name}')?.value === '王庄村代表联络室'"))
            .await;
        browser.close().await;
    }
}

#[tokio::test]
async fn a_door_says_what_is_put_away_and_what_could_not_be() {
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.go("#/township").await;
    assert!(browser.text("[data-reviews] .empty").await.contains("还没有评审"));
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    let own = place(&browser).await;
    // As whoever comes back tomorrow: it is open in no window.
    browser.go("#/township").await;
    browser.reload().await;
    fill_up(&browser, &own).await;
    browser.click("button[data-do=archive]").await;
    browser.wait_until("it is told", "document.querySelector('[data-not-put]').innerText.includes('柳林镇')").await;
    assert!(browser.has("button[data-do=archive]").await, "it stays where it was");
    make_room(&browser).await;
    browser.click("button[data-do=archive]").await;
    browser.find("[data-archived]").await;
    assert_eq!(browser.text("[data-not-put]").await, "");
    let none = browser.text("[data-reviews] .empty").await;
    assert!(none.contains("没有正在进行的评审"), "{none}");
    browser.close().await;
}

/// How many entries are stored of all reviews.
const ENTRIES: &str = "const done = arguments[0]; const open = indexedDB.open('xingzhan.1.review'); \
    open.onsuccess = () => { const asked = open.result.transaction('entries').objectStore('entries').count(); \
    asked.onsuccess = () => { open.result.close(); done(asked.result) } }";

#[tokio::test]
async fn who_leaves_a_computer_takes_along_what_could_not_be_stored_of_a_review() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    let own = place(&browser).await;
    fill_up(&browser, &own).await;
    browser.fill("[data-roster] tr:first-child [data-field=name]", "王庄村代表联络室").await;
    browser.press(Key::Tab).await;
    browser.find("[data-saved=unsaved]").await;
    let file = save_all(&browser).await;
    let inside = unzipped(&file);
    let [(name, text)] = inside.as_slice() else { panic!("one file: {inside:?}") };
    assert!(name.contains("评审") && text.contains("王庄村代表联络室"), "{name}");
    assert_eq!(show(&browser, &file).await, "same");
    clear(&browser).await;
    // Nothing of it is in this window any more, and nothing comes back once there is room.
    assert_eq!(browser.script(ASKS, Vec::new()).await, json!(false), "nothing would be lost");
    browser.go(&own).await;
    browser.find("main h1").await;
    assert!(!browser.has(".review-bar").await);
    make_room(&browser).await;
    assert_eq!(browser.script_until_called(ENTRIES, Vec::new()).await, json!(0));
    browser.close().await;
}
