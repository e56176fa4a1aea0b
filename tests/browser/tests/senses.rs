//! The page for eyes of all kinds: dark and light, forced colours, reduced motion, four times the size.

use serde_json::json;
use xingzhan::model::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{Engine, Wish};
use xingzhan_browser_tests::eyes::Eyes;
use xingzhan_browser_tests::{pages, plan};

const BOTH: [Engine; 2] = Engine::BOTH;

/// A browser that looks with these eyes, and must notice it.
async fn looking(engine: Engine, eyes: Eyes, query: &str) -> Browser {
    let browser = Browser::wish(Wish { engine, eyes, ..Wish::default() }).await;
    browser.open_app().await;
    assert!(browser.sees(query).await, "{engine:?}: {query}");
    browser
}

#[tokio::test]
async fn nothing_is_hard_to_read_in_the_dark() {
    let plan = plan::station();
    for engine in BOTH {
        let browser = looking(engine, Eyes::Dark, "(prefers-color-scheme: dark)").await;
        let id = browser.bring(&plan).await;
        let mut found = Vec::new();
        for (name, place) in pages::all(&plan.standard, &id) {
            browser.go(&place).await;
            found.extend(browser.barriers().await.iter().map(|one| format!("{name}: {one}")));
        }
        assert!(found.is_empty(), "{engine:?}: {} barriers: {found:#?}", found.len());
        browser.close().await;
    }
}

/// Backgrounds and shadows are gone then: what can be used must have an edge, an underline, or be what the
/// browser draws itself.
#[tokio::test]
async fn with_forced_colours_everything_that_can_be_used_is_still_told_from_text() {
    let plan = plan::station();
    let lost = "[...document.querySelectorAll('button, a[href], input:not([type=radio], [type=checkbox], [type=file]), select, textarea, summary')] \
        .filter(one => one.getClientRects().length && !one.matches('.skip')).filter(one => { \
          const style = getComputedStyle(one); \
          const edge = ['Top', 'Bottom', 'Left'].some(side => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0 \
            && style[`border${side}Color`] !== 'rgba(0, 0, 0, 0)'); \
          return !edge && !style.textDecorationLine.includes('underline') && one.tagName !== 'SUMMARY' \
            && !one.closest('nav, .brand, .draft-bar, header') }).map(one => one.outerHTML.slice(0, 120))";
    for engine in BOTH {
        let browser = looking(engine, Eyes::Forced, "(forced-colors: active)").await;
        let id = browser.bring(&plan).await;
        let mut found = Vec::new();
        for (name, place) in pages::all(&plan.standard, &id) {
            browser.go(&place).await;
            let lost: Vec<String> = serde_json::from_value(browser.value_of(lost).await).expect("a list");
            found.extend(lost.iter().map(|one| format!("{name}: {one}")));
        }
        assert!(found.is_empty(), "{engine:?}: {found:#?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn with_reduced_motion_nothing_moves() {
    let plan = plan::station();
    let moving = "[...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one); \
        const any = times => times.split(',').some(time => parseFloat(time) > 0); \
        return any(style.transitionDuration) || any(style.animationDuration) }).length";
    for engine in BOTH {
        let still = looking(engine, Eyes::Usual, "(prefers-reduced-motion: reduce)").await;
        let id = still.bring(&plan).await;
        for (name, place) in pages::all(&plan.standard, &id) {
            still.go(&place).await;
            assert_eq!(still.value_of(moving).await, json!(0), "{engine:?}: {name}");
        }
        still.close().await;
        let lively = looking(engine, Eyes::Moving, "(prefers-reduced-motion: no-preference)").await;
        let moves = lively.value_of(moving).await.as_u64();
        assert!(moves > Some(0), "{engine:?}: there is something to keep still");
        lively.close().await;
    }
}

#[tokio::test]
async fn at_four_times_the_size_no_page_scrolls_sideways() {
    let plan = plan::station();
    for engine in BOTH {
        let browser = looking(engine, Eyes::Large, "all").await;
        browser.large().await;
        let id = browser.bring(&plan).await;
        let mut found = Vec::new();
        for lang in Lang::ALL {
            browser.speak(lang).await;
            for (name, place) in pages::all(&plan.standard, &id) {
                browser.go(&place).await;
                let wide = browser.sideways().await;
                found.extend(wide.map(|wide| format!("{name} in {}: {wide}", lang.code())));
            }
        }
        assert!(found.is_empty(), "{engine:?}: {found:#?}");
        browser.close().await;
    }
}
