//! What is around the page: programs that translate it, extensions that change it, the size of letters that a person
//! has set, and style sheets of others.

use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// Every text, in elements as translating programs put them around texts; moved there or as a copy.
const WRAP: &str = "const [copied] = arguments; const texts = []; \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
    while (walk.nextNode()) texts.push(walk.currentNode); \
    for (const text of texts) { const outer = document.createElement('font'), inner = document.createElement('font'); \
      outer.append(inner); \
      if (copied) { inner.textContent = text.data; text.replaceWith(outer) } \
      else { text.parentNode.insertBefore(outer, text); inner.append(text) } }";

/// An element of an extension beside every element, in the page's head and at both ends of its body.
const INSERT: &str = "const foreign = () => Object.assign(document.createElement('span'), { hidden: true, textContent: 'foreign' }); \
    for (const one of document.querySelectorAll('main *, header *')) \
      if (!one.closest('svg, table, select, dl, ul, ol')) one.after(foreign()); \
    document.head.prepend(document.createElement('meta')); document.body.prepend(foreign()); document.body.append(foreign())";

/// What some extensions do to find words.
const JOIN: &str = "document.body.normalize()";

async fn is_well(browser: &Browser, what: &str) {
    assert!(!browser.has("#fault").await, "{what}: {}", browser.situation().await);
}

#[tokio::test]
async fn the_page_asks_not_to_be_translated() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let asks = "[document.documentElement.translate, document.querySelector('meta[name=google]').content]";
    assert_eq!(browser.value_of(asks).await, json!([false, "notranslate"]));
    browser.close().await;
}

#[tokio::test]
async fn whatever_others_do_to_the_page_it_goes_on_and_its_head_tells_the_truth() {
    for engine in Engine::BOTH {
        for (what, script, copied) in [
            ("texts are wrapped", WRAP, false),
            ("texts are replaced", WRAP, true),
            ("nodes are inserted", INSERT, false),
            ("texts are joined", JOIN, false),
        ] {
            let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
            browser.open_app().await;
            let id = browser.new_draft("liaison-station").await;
            browser.saved().await;
            let note = "textarea[data-note=A1]";
            let held = format!("(localStorage.getItem('xingzhan.1.draft.{id}') || '')");
            for (round, typed) in ["第一回", "第二回"].into_iter().enumerate() {
                browser.go(&format!("#/d/{id}/section/A")).await;
                browser.script(script, vec![json!(copied)]).await;
                browser.fill(note, typed).await;
                is_well(&browser, what).await;
                // What is called saved is stored, and what is shown says so in one place.
                browser
                    .wait_until(&format!("{what}: it is stored"), &format!("{held}.includes({})", json!(typed)))
                    .await;
                browser.saved().await;
                let head = browser.texts("[data-saved]").await;
                assert!(head.len() == 1 && head[0].starts_with("已保存"), "{engine:?} {what}: {head:?}");
                // Other pages come whole and alone, also while their texts are changed.
                for (place, other) in [("basics", "send"), ("result", "section/B")] {
                    browser.go(&format!("#/d/{id}/{place}")).await;
                    browser.script(script, vec![json!(copied)]).await;
                    browser.go(&format!("#/d/{id}/{other}")).await;
                    is_well(&browser, what).await;
                    let once = "[document.querySelectorAll('h1').length, document.querySelectorAll('main').length]";
                    assert_eq!(browser.value_of(once).await, json!([1, 1]), "{engine:?} {what}: {other}");
                }
                browser.go(&format!("#/d/{id}/section/A")).await;
                browser.script(script, vec![json!(copied)]).await;
                browser.click("button[data-do=undo]").await;
                if round == 0 {
                    browser.wait_until(&format!("{what}: it is undone"), &format!("!{held}.includes('第一回')")).await;
                    browser.fill(note, typed).await;
                    browser.wait_until("it is stored again", &format!("{held}.includes('第一回')")).await;
                } else {
                    let field = format!("document.querySelector('{note}').value !== {}", json!(typed));
                    browser.wait_until(&format!("{what}: the field follows"), &field).await;
                }
                is_well(&browser, what).await;
            }
            browser.saved().await;
            assert_eq!(browser.texts("[data-saved]").await.len(), 1, "{engine:?} {what}");
            browser.close().await;
        }
    }
}

#[tokio::test]
async fn the_head_says_unsaved_also_where_its_texts_were_changed() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/section/A")).await;
    browser.script(WRAP, vec![json!(true)]).await;
    // Both places refuse from now on.
    let refuse = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }; \
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }";
    browser.script(refuse, Vec::new()).await;
    browser.fill("textarea[data-note=A1]", "没有存上").await;
    browser.wait_until("it says so", "document.querySelector('[data-saved=unsaved]')").await;
    let head = browser.texts("[data-saved]").await;
    assert!(head.len() == 1 && !head[0].starts_with("已保存"), "{head:?}");
    browser.close().await;
}

#[tokio::test]
async fn letters_are_as_large_as_the_person_has_set() {
    for engine in Engine::BOTH {
        let browser =
            Browser::config(BrowserConfig { engine, letters: Some((0, 24)), ..BrowserConfig::default() }).await;
        browser.open_app().await;
        assert_eq!(browser.value_of("getComputedStyle(document.body).fontSize").await, json!("24px"), "{engine:?}");
        assert_eq!(browser.sideways().await, None);
        browser.close().await;
    }
}

/// A style sheet of an extension as the first of the page, and one as the last.
const FOREIGN: &str = "for (const where of ['prepend', 'append']) { const style = document.createElement('style'); \
    document.head[where](style); \
    if (style.sheet) style.sheet.insertRule('@page { size: A5; margin: 3cm }', 0) }";

#[tokio::test]
async fn paper_lies_as_it_should_beside_a_style_sheet_of_others() {
    let browser = Browser::start().await;
    // Extensions are not held by the page's policy.
    browser.devtools("Page.setBypassCSP", json!({ "enabled": true })).await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    // Before the sheet is shown, and again while it is.
    browser.script(FOREIGN, Vec::new()).await;
    for (name, size) in [("points", (297, 210)), ("approval", (210, 297)), ("points", (297, 210))] {
        browser.go(&format!("#/d/{id}/print/{name}")).await;
        browser.find(".leaves .leaf").await;
        let printed = browser.printed(name).await;
        assert!(printed.sizes.iter().all(|printed| *printed == size), "{name}: {:?}", printed.sizes);
        browser.script(FOREIGN, Vec::new()).await;
    }
    browser.go(&format!("#/d/{id}/result")).await;
    // The rule of the sheet is gone with it, and those of others are left alone.
    let rules = "[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]) \
            .filter(rule => rule instanceof CSSPageRule && rule.cssText.includes('important')).length";
    assert_eq!(browser.value_of(rules).await, json!(0));
    browser.close().await;
}

#[tokio::test]
async fn paper_stays_whole_where_no_letter_may_be_small() {
    for engine in Engine::BOTH {
        let browser =
            Browser::config(BrowserConfig { engine, letters: Some((18, 18)), ..BrowserConfig::default() }).await;
        browser.open_app().await;
        for draft in [plan::room(), plan::long()] {
            let id = browser.import_draft(&draft).await;
            for name in ["approval", "points"] {
                browser.go(&format!("#/d/{id}/print/{name}")).await;
                browser.find(".leaves .leaf").await;
                let printed = browser.printed(name).await;
                let leaves = browser.value_of("document.querySelectorAll('.leaves .leaf').length").await;
                assert_eq!(json!(printed.pages.len()), leaves, "{engine:?} {name}: a page for each leaf");
                assert!(name != "approval" || printed.pages.len() == 1);
                let out = "[...document.querySelectorAll('.leaves .leaf')].flatMap(leaf => { \
                    const page = leaf.getBoundingClientRect(), end = leaf.querySelector('.leaf-body').getBoundingClientRect(); \
                    const foot = leaf.querySelector('.leaf-foot').getBoundingClientRect(), out = []; \
                    if (foot.top < end.bottom - 1 || foot.bottom > page.bottom + 1) out.push(['foot', foot.top, end.bottom]); \
                    for (const one of leaf.querySelectorAll('.leaf-body tr, .leaf-body .box, .leaf-body .box-said, .leaf-body p')) { \
                      const box = one.getBoundingClientRect(); \
                      if (box.bottom > end.bottom + 5 || box.right > end.right + 3) out.push([one.textContent.slice(0, 30), box.bottom - end.bottom, box.right - end.right]) } \
                    for (const one of leaf.querySelectorAll('td, th')) if (one.scrollWidth > one.clientWidth + 2) out.push(['wide', one.textContent.slice(0, 30)]); \
                    return out })";
                assert_eq!(browser.value_of(out).await, json!([]), "{engine:?} {name}");
            }
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn paper_is_black_on_white_however_dark_the_screen_is() {
    // Engines of 2020 print what the screen has: no rule for the dark holds for paper.
    let browser = Browser::start().await;
    browser.open_app().await;
    let dark = "const found = []; const look = rules => { for (const rule of rules) { \
        if (rule.media && /dark/.test(rule.media.mediaText) && !/^screen and/.test(rule.media.mediaText)) found.push(rule.media.mediaText); \
        if (rule.cssRules) look(rule.cssRules) } }; \
        for (const sheet of document.styleSheets) look(sheet.cssRules); return found";
    assert_eq!(browser.script(dark, Vec::new()).await, json!([]));
    browser.close().await;
}
