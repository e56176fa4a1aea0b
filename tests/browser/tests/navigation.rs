//! Places: links, back and forward, and no request after the start. Every page by itself is looked at in `walk`.

use fantoccini::key::Key;
use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn the_way_on_leads_from_the_basics_through_every_page_to_the_submission() {
    let plan = plan::station();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan).await;
        browser.go(&format!("#/d/{id}/basics")).await;
        let sections = plan.standard.sections.iter().map(|section| format!("section/{}", section.id));
        let pages = std::iter::once("facts".to_owned()).chain(sections);
        for page in pages.chain(["bonus", "texts", "check", "result", "send"].map(str::to_owned)) {
            let words = browser.text("a[data-go=next]").await;
            browser.click("a[data-go=next]").await;
            browser.arrive(&format!("#/d/{id}/{page}")).await;
            if ["check", "result", "send"].contains(&page.as_str()) {
                assert_eq!(words, browser.text("h1").await, "it says where it leads");
            }
        }
        browser.submit().await;
        browser
            .wait_until("the focus is at what to do with the file", "document.activeElement.matches('[data-done]')")
            .await;
        let seen = "document.querySelector('[data-done] h2').getBoundingClientRect().top >= \
        document.querySelector('.draft-bar').getBoundingClientRect().bottom";
        browser.wait_until("its heading is seen", seen).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn back_and_forward_lead_through_the_places_that_were_visited() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        browser.click("a[data-door=station]").await;
        browser.arrive("#/mine").await;
        let id = browser.new_draft("liaison-station").await;
        browser.click("a[data-task=A]").await;
        browser.arrive(&format!("#/d/{id}/section/A")).await;
        let section = browser.text("h1").await;
        browser.client().back().await.expect("back");
        browser.arrive(&format!("#/d/{id}")).await;
        assert_ne!(browser.text("h1").await, section);
        browser.client().back().await.expect("back");
        browser.arrive("#/mine").await;
        browser.client().forward().await.expect("forward");
        browser.client().forward().await.expect("forward");
        browser.arrive(&format!("#/d/{id}/section/A")).await;
        assert_eq!(browser.text("h1").await, section);
        browser.close().await;
    }
}

#[tokio::test]
async fn an_unknown_place_or_draft_shows_a_page_with_a_way_on() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let known = browser.new_draft("liaison-room").await;
    let places = ["#/nowhere", "#/d/0123456789abcdef", "#/d/0123456789abcdef/section/A", "#/d/%E7%AB%99/send"];
    let lost = [format!("#/d/{known}/section/Z"), format!("#/d/{known}/nowhere")];
    for place in places.into_iter().chain(lost.iter().map(String::as_str)) {
        browser.go(place).await;
        assert_ne!(browser.text("main h1").await, "", "{place}");
        let ways =
            browser.value_of("[...document.querySelectorAll('main a')].map(way => way.getAttribute('href'))").await;
        let ways: Vec<String> = serde_json::from_value(ways).expect("a list");
        assert!(ways.iter().any(|way| way == "#/" || way == "#/mine" || way == "#/open"), "{place}: {ways:?}");
    }
    browser.close().await;
}

#[tokio::test]
async fn a_link_to_an_item_brings_it_into_view_with_the_focus() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/check")).await;
        browser.click("tr[data-row=G8] a").await;
        browser.arrive(&format!("#/d/{id}/section/G/G8")).await;
        let there = "(() => { const item = document.querySelector('fieldset[data-item=G8]'), box = item.getBoundingClientRect(); \
        return item.contains(document.activeElement) && box.top >= 0 && box.top < innerHeight / 2 })()";
        browser.wait_until("the item is in view and has the focus", there).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_link_to_the_next_open_item_leads_there() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.click("a[data-next]").await;
        browser.arrive(&format!("#/d/{id}/section/A/A1")).await;
        browser.choose("input[name=A1][value=yes]").await;
        browser.settle().await;
        browser.click("a[data-next]").await;
        browser.arrive(&format!("#/d/{id}/section/A/A2")).await;
        assert!(browser.text("[data-answered]").await.contains("1/49"), "one of 49 is answered");
        // One key does the same from wherever the focus is; which ones are held with it is the browser's matter.
        let held: &[Key] = if engine == Engine::Firefox { &[Key::Alt, Key::Shift] } else { &[Key::Alt] };
        browser.fill("input[data-fact=policy_talks]", "2").await;
        browser.press_with(held, 'n').await;
        browser.arrive(&format!("#/d/{id}/section/A/A4")).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn nothing_moves_while_a_person_types() {
    let browser = Browser::config(BrowserConfig::default()).await;
    browser.open_app().await;
    // The last open answer comes and goes, and with it what the bar says of it.
    let id = browser.import_draft(&plan::station()).await;
    browser.go(&format!("#/d/{id}/section/A")).await;
    let number = "fieldset[data-item=A2] input[data-fact]";
    let watch = "window.seen = []; document.querySelector('fieldset[data-item=A2] input[data-fact]').scrollIntoView({ block: 'center' }); \
        new ResizeObserver(([one]) => window.seen.push([Math.round(one.contentRect.height), Math.round(scrollY)]))\
        .observe(document.querySelector('.draft-bar'))";
    for width in [1366, 1280, 1024, 780, 600, 390, 360] {
        browser.resize(width, 768, 1).await;
        for text in ["", "1"] {
            browser.fill(number, text).await;
            browser.saved().await;
        }
        browser.script(watch, Vec::new()).await;
        browser.wait_until("the bar was measured once", "window.seen.length === 1").await;
        for text in ["", "2", "", "1"] {
            browser.fill(number, text).await;
            browser.settle().await;
        }
        let seen = browser.value_of("window.seen").await;
        assert_eq!(seen.as_array().map(Vec::len), Some(1), "at {width} px: {seen}");
    }
    browser.close().await;
}

#[tokio::test]
async fn nothing_is_requested_by_what_is_done_after_the_start() {
    let plan = plan::station();
    let browser = Browser::config(BrowserConfig { requests: true, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let resources =
        "performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith('blob:'))";
    // Paper and files come by themselves, once the browser has nothing else to do.
    let here = format!("{resources}.some(name => name.includes('exchange'))");
    browser.wait_until("all that comes by itself is here", &here).await;
    let before = browser.value_of(resources).await;
    assert!(!browser.requests().await.is_empty(), "the requests of the start are seen");
    let id = browser.import_draft(&plan).await;
    browser.click("button[data-do=lang]").await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.name']", "改名联络站").await;
    browser.saved().await;
    browser.save_draft(&id).await;
    browser.submit().await;
    assert_eq!(browser.requests().await, Vec::<String>::new());
    assert_eq!(browser.value_of(resources).await, before);
    let foreign = browser.value_of("performance.getEntriesByType('resource').filter(one => !one.name.startsWith(location.origin) && !one.name.startsWith('blob:')).length").await;
    assert_eq!(foreign, json!(0), "everything came from where the page came from");
    browser.close().await;
}

#[tokio::test]
async fn leaving_at_once_after_typing_loses_nothing() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.go(&format!("#/d/{id}/texts")).await;
    browser.fill("textarea[data-text=T1]", "刚写完就走").await;
    browser.visit("about:blank").await;
    browser.open_app().await;
    browser.go(&format!("#/d/{id}/texts")).await;
    assert_eq!(browser.field("textarea[data-text=T1]").await, "刚写完就走");
    browser.close().await;
}
