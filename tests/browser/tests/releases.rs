//! An older and a newer release of the program side by side on one storage: the newer one takes the drafts
//! over, the older one never sees or writes what the newer one wrote, and what is typed in the older one
//! afterwards is offered.

use serde_json::{Value, json};
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::pictures::{phone, see_through};
use xingzhan_browser_tests::plan;

const NAME: &str = "input[name='unit.name']";

/// Everything stored under keys of the next format, in both places.
async fn of_the_next(browser: &Browser) -> String {
    let script = "const done = arguments[0]; const local = Object.entries(localStorage).filter(([key]) => key.startsWith('xingzhan.2')); \
        const open = indexedDB.open('xingzhan.2'); open.onsuccess = () => { const store = open.result.transaction('texts').objectStore('texts'); \
        const keys = store.getAllKeys(); const texts = store.getAll(); \
        texts.onsuccess = () => { open.result.close(); done(JSON.stringify([local.sort(), keys.result, texts.result])) } }";
    browser.script_until_called(script, Vec::new()).await.as_str().expect("text").to_owned()
}

/// In the newer release: takes what the older one went on with in this draft; the draft that it became.
async fn take_offer(browser: &Browser, id: &str) -> String {
    browser.visit(&browser.next_address()).await;
    browser.ready().await;
    browser.go("#/mine").await;
    browser.click(&format!("li[data-offer='{id}'] button[data-do=offer-take]")).await;
    browser.wait_until("the offered draft is open", "location.hash.startsWith('#/d/')").await;
    let taken = browser.value_of("location.hash.split('/')[2]").await.as_str().expect("an id").to_owned();
    assert_ne!(taken, id, "as a draft of its own");
    taken
}

#[tokio::test]
async fn an_older_release_beside_a_newer_one_never_overwrites_newer_data() {
    let plan = plan::room();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    browser.saved().await;

    // The newer release takes the draft over and goes on with it.
    browser.visit(&browser.next_address()).await;
    browser.ready().await;
    browser.go("#/mine").await;
    browser.find(&format!("li[data-draft='{id}']")).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill(NAME, "新版里改的").await;
    browser.saved().await;
    browser.go("#/").await;
    let newer = of_the_next(&browser).await;
    assert!(newer.contains("新版里改的"));

    // The older one shows what it wrote itself, and writes on.
    browser.open_app().await;
    browser.go(&format!("#/d/{id}/basics")).await;
    assert_eq!(browser.field(NAME).await, plan.unit.name);
    browser.fill(NAME, "旧版里后来写的").await;
    browser.saved().await;
    browser.go("#/").await;
    assert_eq!(of_the_next(&browser).await, newer, "the older release changed what the newer one wrote");

    // The newer one still has its own, and offers the other.
    let taken = take_offer(&browser, &id).await;
    browser.go(&format!("#/d/{taken}/basics")).await;
    assert_eq!(browser.field(NAME).await, "旧版里后来写的");
    browser.go(&format!("#/d/{id}/basics")).await;
    assert_eq!(browser.field(NAME).await, "新版里改的");
    browser.go("#/mine").await;
    browser.find(&format!("li[data-draft='{id}']")).await;
    browser.settle().await;
    assert!(!browser.has("li[data-offer]").await, "what was decided on is not offered again");

    // A file of the newer release opens in the older one to be looked at, and nothing else.
    browser.go(&format!("#/d/{id}/send")).await;
    let file = browser.download("button[data-do=save-draft]").await;
    browser.open_app().await;
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("newer"));
    // And one of the older release in the newer one.
    let old = browser.file("旧.json", xingzhan::model::files::json::canonical(&plan).as_bytes());
    browser.visit(&browser.next_address()).await;
    browser.ready().await;
    let carried = browser.take_over(&old).await;
    browser.go(&format!("#/d/{carried}/basics")).await;
    assert_eq!(browser.field(NAME).await, plan.unit.name);
    browser.open_app().await;
    browser.close().await;
}

#[tokio::test]
async fn a_bookmark_into_a_draft_brings_it_forward_with_standards_from_files() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let county = plan::reissued(&plan::room().standard, |county| county["id"] = json!("county-room"));
        let file = browser.file("县里的标准.json", county.text().as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("standard"));
        browser.click("button[data-do=accept]").await;
        browser.find("[data-added]").await;
        let plan = plan::room();
        let id = browser.import_draft(&plan).await;
        browser.saved().await;
        // Not by the list of drafts: right at the place that was remembered.
        browser.visit("about:blank").await;
        browser.visit(&format!("{}#/d/{id}/basics", browser.next_address())).await;
        browser.ready().await;
        assert_eq!(browser.field(NAME).await, plan.unit.name);
        browser.saved().await;
        browser.go("#/mine").await;
        browser.find("button[data-new='county-room']").await;
        browser.close().await;
    }
}

/// The digests in the store of photos of a format, and how many bytes each has.
async fn photos_of(browser: &Browser, format: u32) -> Value {
    let script = "const [name, done] = arguments; const open = indexedDB.open(name); \
        open.onsuccess = () => { const base = open.result; const found = {}; \
          if (!base.objectStoreNames.contains('bytes')) { base.close(); return done(found) } \
          base.transaction('bytes').objectStore('bytes').openCursor().onsuccess = (event) => { \
            const at = event.target.result; if (!at) { base.close(); return done(found) } \
            found[at.key] = at.value.length; at.continue() } }";
    browser.script_until_called(script, vec![json!(format!("xingzhan.{format}.photos"))]).await
}

#[tokio::test]
async fn photos_go_forward_with_their_draft_and_stay_where_they_were() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.choose_photos("C1", &[browser.file("一.png", &see_through()), browser.file("二.jpg", &phone(1))]).await;
        browser.has_photos("C1", 2).await;
        browser.saved().await;
        let digests = browser.photo_digests("C1").await;
        let before = photos_of(&browser, 1).await;

        // The newer release shows them from a store of its own.
        browser.visit(&browser.next_address()).await;
        browser.ready().await;
        browser.go("#/mine").await;
        browser.find(&format!("li[data-draft='{id}']")).await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.has_photos("C1", 2).await;
        assert_eq!(browser.photo_digests("C1").await, digests);
        assert!(!browser.has("[data-photo-trouble]").await);
        assert_eq!((photos_of(&browser, 2).await, photos_of(&browser, 1).await), (before.clone(), before.clone()));
        // What is taken away there is not taken away here.
        for _ in 0..2 {
            browser.click("[data-photos=C1] [data-do=remove-photo]").await;
            browser.settle().await;
        }
        browser.saved().await;
        browser.go("#/").await;

        // The older one still has its own, and adds another.
        browser.open_app().await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.has_photos("C1", 2).await;
        assert!(!browser.has("[data-photo-trouble]").await);
        browser.choose_photos("C1", &[browser.file("三.jpg", &phone(2))]).await;
        browser.has_photos("C1", 3).await;
        browser.saved().await;
        let digests = browser.photo_digests("C1").await;
        let before = photos_of(&browser, 1).await;
        browser.go("#/").await;

        // What the older one went on with is offered, and its photos come along.
        let taken = take_offer(&browser, &id).await;
        browser.go(&format!("#/d/{taken}/section/C")).await;
        browser.has_photos("C1", 3).await;
        assert_eq!(browser.photo_digests("C1").await, digests);
        assert!(!browser.has("[data-photo-trouble]").await);
        assert_eq!((photos_of(&browser, 2).await, photos_of(&browser, 1).await), (before.clone(), before));
        browser.open_app().await;
        browser.close().await;
    }
}
