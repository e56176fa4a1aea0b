//! A browser that answers late, or never: nothing is called missing before every place has answered, and waiting has
//! an end.

use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::plan;

/// Before the page runs: databases open so many milliseconds late; 0 for never.
async fn late(browser: &Browser, wait: u32) {
    let script = format!(
        "const open = indexedDB.open.bind(indexedDB); IDBFactory.prototype.open = function (...of) {{ \
         const asked = new EventTarget(); let kept; const names = ['onsuccess', 'onerror', 'onupgradeneeded', 'onblocked']; \
         Object.setPrototypeOf(asked, IDBOpenDBRequest.prototype); \
         if ({wait} === 0) return new Proxy({{}}, {{ set: () => true, get: () => () => undefined }}); \
         const hold = {{}}; \
         setTimeout(() => {{ kept = open(...of); for (const name of names) kept[name] = hold[name] ?? null; \
           for (const [type, run, how] of hold.more ?? []) kept.addEventListener(type, run, how) }}, {wait}); \
         return new Proxy({{}}, {{ \
           set: (_, name, value) => {{ if (kept) kept[name] = value; else hold[name] = value; return true }}, \
           get: (_, name) => {{ if (name === 'addEventListener') return (...of) => kept ? kept.addEventListener(...of) : (hold.more ??= []).push(of); \
             const value = kept ? kept[name] : hold[name]; return typeof value === 'function' && kept ? value.bind(kept) : value }} }}) }}"
    );
    browser.before_each_page(&script).await;
}

#[tokio::test]
async fn a_draft_that_only_a_late_place_has_opens_when_it_answers_and_is_never_called_missing() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let plan = plan::room();
    let id = browser.import_draft(&plan).await;
    browser.saved().await;
    browser.go("#/").await;
    // A killed browser does that.
    browser.script("localStorage.clear()", Vec::new()).await;
    late(&browser, 4000).await;
    let watch = "window.said = []; setInterval(() => said.push(document.querySelector('h1')?.innerText), 50)";
    browser.before_each_page(watch).await;
    browser.visit("about:blank").await;
    browser.visit(&format!("{}#/d/{id}/basics", browser.home())).await;
    browser.find("[data-waiting]").await;
    let there = format!("(document.querySelector(\"input[name='unit.name']\") || {{}}).value === {:?}", plan.unit.name);
    browser.wait_until("it opens by itself", &there).await;
    let said = browser.value_of("said.join()").await;
    assert!(!said.to_string().contains("没有这份草稿"), "{said}");
    browser.close().await;
}

#[tokio::test]
async fn lists_fill_in_when_a_late_place_answers_and_say_until_then_that_there_may_be_more() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let plan = plan::room();
    let id = browser.import_draft(&plan).await;
    browser.saved().await;
    browser.go("#/").await;
    browser.script("localStorage.clear()", Vec::new()).await;
    late(&browser, 6000).await;
    for place in ["#/mine", "#/"] {
        browser.visit("about:blank").await;
        browser.visit(&format!("{}{place}", browser.home())).await;
        browser.ready().await;
        browser.find("[data-unsure]").await;
        assert!(!browser.text("main").await.contains("还没有草稿"), "nothing is called empty yet");
        let row = format!("document.querySelector(\"[data-draft='{id}'], [data-here='{id}']\")");
        browser.wait_until("it is listed", &row).await;
        browser
            .wait_until("all is known", "document.querySelector('.unsure') && !document.querySelector('[data-unsure]')")
            .await;
    }
    browser.close().await;
}

#[tokio::test]
async fn where_databases_never_answer_a_draft_of_local_storage_opens_is_saved_and_removed() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.saved().await;
    late(&browser, 0).await;
    browser.reload().await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.hours']", "没有日志").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/send")).await;
    browser.download("main button[data-do=save-draft]").await;
    browser.go("#/mine").await;
    browser.click(&format!("li[data-draft='{id}'] button[data-do=remove]")).await;
    browser.wait_until("it is gone", &format!("!document.querySelector(\"li[data-draft='{id}']\")")).await;
    let file = browser.file("草稿.json", xingzhan::model::files::json::canonical(&plan::room()).as_bytes());
    browser.take_over(&file).await;
    browser.close().await;
}

#[tokio::test]
async fn a_clipboard_or_a_picture_that_never_answers_gives_a_sentence_and_a_way_on() {
    let browser = Browser::start().await;
    browser
        .before_each_page(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => new Promise(() => {}) } }); \
         document.execCommand = () => false; HTMLImageElement.prototype.decode = () => new Promise(() => {})",
        )
        .await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.go(&format!("#/d/{id}/send")).await;
    browser.submit().await;
    browser.click("[data-copy=subject]").await;
    browser
        .wait_until("it is said", "document.querySelector('[data-hand-off]').innerText.includes('不允许复制')")
        .await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    let picture = browser.file("一.png", &xingzhan_browser_tests::pictures::see_through());
    browser.upload("[data-item=C1] input[type=file]", &picture).await;
    browser
        .wait_until(
            "it is said",
            "document.querySelector('[data-item=C1] [role=alert], [data-item=C1] [role=status] :not(:empty)')",
        )
        .await;
    browser.close().await;
}

/// Before the page runs: what a person waits this long for, in milliseconds, is over at once.
async fn hurry(browser: &Browser, wait: u32) {
    let script = format!(
        "const later = window.setTimeout; \
         window.setTimeout = (act, time, ...more) => later(act, time === {wait} ? 200 : time, ...more)"
    );
    browser.before_each_page(&script).await;
}

#[tokio::test]
async fn sharing_that_never_ends_is_told_of_and_keeps_nobody_from_the_other_ways() {
    let browser = Browser::start().await;
    hurry(&browser, 30_000).await;
    browser
        .before_each_page("navigator.canShare = () => true; navigator.share = () => { window.asked = (window.asked || 0) + 1; return new Promise((_, end) => { window.end = end }) }")
        .await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.go(&format!("#/d/{id}/send")).await;
    browser.submit().await;
    browser.click("button[data-do=share]").await;
    let said = "document.querySelector('[data-hand-off]').innerText";
    browser.wait_until("it is said", &format!("{said}.includes('分享还没有完成')")).await;
    // What the system answers afterwards takes nothing away, and it can be asked again.
    browser.script("end(new DOMException('late', 'NotAllowedError'))", Vec::new()).await;
    browser.click("button[data-do=share]").await;
    browser.wait_until("it is asked again", "window.asked === 2").await;
    browser.download("button[data-do=mail]").await;
    browser.wait_until("the mail is told of", &format!("{said}.includes('已交给浏览器下载')")).await;
    browser.close().await;
}

#[tokio::test]
async fn a_mail_and_a_workbook_that_are_never_made_are_told_of() {
    let browser = Browser::start().await;
    hurry(&browser, 60_000).await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.go(&format!("#/d/{id}/send")).await;
    browser.submit().await;
    browser.script("window.xingzhanOffice = () => new Promise(() => {})", Vec::new()).await;
    for (button, said) in [("mail", "[data-hand-off]"), ("workbook", "[data-workbook-said]")] {
        browser.click(&format!("button[data-do={button}]")).await;
        let told = format!("document.querySelector('{said}').innerText.trim().length > 10");
        browser.wait_until(button, &told).await;
        let words = browser.text(said).await;
        assert!(!words.contains("已交给浏览器下载"), "{button}: {words}");
    }
    browser.close().await;
}
