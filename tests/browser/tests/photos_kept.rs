//! What is kept of photos, for how long, and what is given back.

use crate::photos::pictures;
use serde_json::{Value, json};
use std::path::PathBuf;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::pictures::see_through;

/// Puts bytes that no draft refers to into the store, as if so many minutes ago.
async fn put_orphan(browser: &Browser, digest: &str, minutes: u32) {
    let put = "const [digest, ago, done] = arguments; const open = indexedDB.open('xingzhan.1.photos'); \
        open.onsuccess = () => { const base = open.result; const whole = base.transaction(['bytes', 'since'], 'readwrite'); \
          whole.objectStore('bytes').put(new Uint8Array(9), digest); \
          whole.objectStore('since').put(Math.floor(Date.now() / 60000) - ago, digest); \
          whole.oncomplete = () => { base.close(); done() } }";
    browser.script_until_called(put, vec![json!(digest), json!(minutes)]).await;
}

/// How many photos are stored.
async fn stored(browser: &Browser) -> usize {
    browser.stored_photos().await.as_object().map_or(0, serde_json::Map::len)
}

#[tokio::test]
async fn what_nothing_refers_to_goes_after_a_day_and_never_while_another_window_is_open() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    browser.choose_photos("C1", &[browser.file("一.png", &see_through())]).await;
    browser.has_photos("C1", 1).await;
    browser.saved().await;
    let [kept] = browser.photo_digests("C1").await.try_into().expect("one");
    let [old, fresh] = ["a", "b"].map(|character| character.repeat(64));
    put_orphan(&browser, &old, 2000).await;
    put_orphan(&browser, &fresh, 1000).await;
    // What a draft refers to stays however old it is.
    put_since(&browser, &kept, 9000).await;
    let client = browser.client();
    let first = client.window().await.expect("the window");
    let second = client.new_window(true).await.expect("a window").handle;
    client.switch_to_window(second).await.expect("the second");
    browser.open_app().await;
    // The lock of the start was refused and the shared one is held by both.
    let held = "const done = arguments[0]; const look = () => navigator.locks.query().then(all => \
        all.held.filter(one => one.name === 'xingzhan.1.photos').length === 2 ? done() : setTimeout(look, 20)); look()";
    browser.script_until_called(held, Vec::new()).await;
    assert_eq!(stored(&browser).await, 3, "another window is open");
    client.close_window().await.expect("closed");
    client.switch_to_window(first).await.expect("the first");
    browser.reload().await;
    let gone = format!(
        "!window.asked && (window.asked = true) && indexedDB.open('xingzhan.1.photos').addEventListener('success', (event) => \
         event.target.result.transaction('bytes').objectStore('bytes').getAllKeys().onsuccess = (keys) => \
         {{ event.target.result.close(); window.asked = false; window.gone = !keys.target.result.includes('{old}') }}), window.gone"
    );
    browser.wait_until("the old one is gone", &gone).await;
    let left = browser.stored_photos().await;
    let mut left: Vec<&String> = left.as_object().expect("photos").keys().collect();
    left.sort();
    let mut expected = [&fresh, &kept];
    expected.sort();
    assert_eq!(left, expected);
    browser.has_photos("C1", 1).await;
    assert!(!browser.has("[data-photo-trouble]").await);
    browser.close().await;
}

async fn put_since(browser: &Browser, digest: &str, ago: u32) {
    let put = "const [digest, ago, done] = arguments; const open = indexedDB.open('xingzhan.1.photos'); \
        open.onsuccess = () => { const base = open.result; const whole = base.transaction('since', 'readwrite'); \
          whole.objectStore('since').put(Math.floor(Date.now() / 60000) - ago, digest); \
          whole.oncomplete = () => { base.close(); done() } }";
    browser.script_until_called(put, vec![json!(digest), json!(ago)]).await;
}

#[tokio::test]
async fn pictures_are_decoded_one_at_a_time_and_everything_is_given_back() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        let watch = "window.seen = { now: 0, most: 0, addresses: 0, canvases: [] }; \
            const decode = HTMLImageElement.prototype.decode; \
            HTMLImageElement.prototype.decode = function () { seen.most = Math.max(seen.most, ++seen.now); \
              return decode.call(this).finally(() => seen.now--) }; \
            const [make, end] = [URL.createObjectURL, URL.revokeObjectURL]; \
            URL.createObjectURL = (of) => { seen.addresses++; return make.call(URL, of) }; \
            URL.revokeObjectURL = (of) => { seen.addresses--; return end.call(URL, of) }; \
            const create = Document.prototype.createElement; \
            Document.prototype.createElement = function (name, ...more) { const made = create.call(this, name, ...more); \
              if (name === 'canvas') seen.canvases.push(made); return made }";
        browser.script(watch, Vec::new()).await;
        browser.choose_photos("C1", &pictures(&browser, 0, 5)).await;
        browser.has_photos("C1", 5).await;
        let seen =
            browser.value_of("[seen.most, seen.addresses, seen.canvases.filter(one => one.width * one.height > 0).length, seen.canvases.length >= 5]").await;
        assert_eq!(seen, json!([1, 5, 0, true]), "an address for each that is shown, and nothing drawn");
        browser.go("#/").await;
        assert_eq!(browser.value_of("seen.addresses").await, Value::from(0), "nothing is shown any more");
        browser.close().await;
    }
}

#[tokio::test]
async fn sixty_photos_take_hardly_more_memory_than_two() {
    let browser = Browser::start().await;
    // The module's memory is seen by nobody but who started it.
    let watch = "for (const name of ['instantiate', 'instantiateStreaming']) { const original = WebAssembly[name]; \
        WebAssembly[name] = (...args) => original.apply(WebAssembly, args).then((result) => { \
          const { memory } = (result.instance || result).exports; if (memory) window.module = memory; return result }) }";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    let taken = async || {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let heap = browser.devtools("Runtime.getHeapUsage", json!({})).await;
        let module = browser.value_of("window.module.buffer.byteLength").await;
        [module, heap["usedSize"].clone(), heap["backingStorageSize"].clone()]
            .map(|bytes| bytes.as_f64().expect("a number") / f64::from(1 << 20))
    };
    browser.choose_photos("C1", &pictures(&browser, 0, 2)).await;
    browser.has_photos("C1", 2).await;
    let before = taken().await;
    browser.choose_photos("C1", &pictures(&browser, 2, 58)).await;
    browser.has_photos("C1", 60).await;
    browser.saved().await;
    let after = taken().await;
    // One picture of a telephone as a file has 1.5 MB, decoded 48 MB, and all of them as photos have 2 MB.
    for (before, after) in before.iter().zip(&after) {
        assert!(after - before < 12.0, "from {before} to {after} MB");
    }
    browser.close().await;
}

/// Chooses these pictures, and is gone to another place before the first of them is there.
async fn choose_and_leave(browser: &Browser, item: &str, files: &[PathBuf], to: &str) {
    let leave = "document.addEventListener('change', () => { location.hash = arguments[0] }, { once: true })";
    browser.script(leave, vec![json!(to)]).await;
    browser.choose_photos(item, files).await;
}

#[tokio::test]
async fn pictures_that_were_chosen_are_added_also_where_the_page_is_left_and_else_it_is_told() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.saved().await;
        let (own, next) = (format!("#/d/{id}/section/C"), format!("#/d/{id}/section/D"));
        browser.go(&own).await;
        choose_and_leave(&browser, "C1", &pictures(&browser, 1, 8), &next).await;
        browser.find("#item-D1").await;
        browser.go(&own).await;
        browser.has_photos("C1", 8).await;
        browser.saved().await;
        assert!(!browser.has("[data-photo-failed]").await, "{engine:?}");
        assert!(browser.text("[data-photos=C1] [data-photo-said]").await.contains('8'), "{engine:?}: how it ended");
        // From page to page it is told once.
        browser.go(&next).await;
        browser.go(&own).await;
        assert_eq!(browser.text("[data-photos=C1] [data-photo-said]").await, "", "{engine:?}");

        // Who leaves the draft takes nothing along; what may be missing is told where it was chosen.
        choose_and_leave(&browser, "C1", &pictures(&browser, 20, 8), "#/").await;
        browser.find("main h1").await;
        browser.go(&own).await;
        browser.find("[data-photo-failed]").await;
        let told = browser.text("[data-photo-failed]").await;
        assert!(told.contains("照片可能没有加进来"), "{engine:?}: {told}");
        browser.close().await;
    }
}
