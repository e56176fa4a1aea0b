//! Every place can be printed as it is: on A4, and no page of it is blank or cut.

use serde_json::json;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::pages;
use xingzhan_browser_tests::plan;

const A4: [(u32, u32); 2] = [(210, 297), (297, 210)];

/// Whether anything hangs out to the right of the window.
const HANGS_OUT: &str = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth";

#[tokio::test]
async fn every_place_is_printed_on_a4_and_no_page_of_it_is_blank() {
    let draft = plan::station();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&draft).await;
        browser.speak(Lang::En).await;
        for (name, place) in pages::all(&draft.standard, &id) {
            browser.go(&place).await;
            browser.settle().await;
            if name.starts_with("print-") {
                browser.find(".leaves .leaf").await;
            }
            let printed = browser.printed(&format!("place-{name}")).await;
            assert!(printed.sizes.iter().all(|size| A4.contains(size)), "{engine:?} {name}: {:?}", printed.sizes);
            for (at, page) in printed.pages.iter().enumerate() {
                // Firefox writes what pdftotext reads as Latin letters, and of these a page has more than its number.
                let letters = page.chars().filter(char::is_ascii_alphabetic).count();
                assert!(letters > 3, "{engine:?} {name}: page {} of {}: {page}", at + 1, printed.pages.len());
            }
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn no_place_is_wider_than_the_paper() {
    let draft = plan::long();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    // 210 mm less a centimetre on both sides, at 96 pixels to the inch.
    browser.resize(718, 1000, 1).await;
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    // The leaves have the margins of their own and are looked at in `paper`.
    let places = pages::all(&draft.standard, &id).into_iter().filter(|(name, _)| !name.starts_with("print-"));
    for (name, place) in places {
        browser.go(&place).await;
        browser.settle().await;
        assert_eq!(browser.value_of(HANGS_OUT).await, json!(false), "{name}");
    }
    browser.close().await;
}

#[tokio::test]
async fn the_blank_sheets_are_printed_on_a4() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        browser.script("location.href = 'blank.html'", Vec::new()).await;
        browser
            .wait_until(
                "the sheets stand",
                "document.readyState === 'complete' && document.querySelector('.blank table')",
            )
            .await;
        let printed = browser.printed("blank").await;
        assert!(printed.sizes.len() > 3 && printed.sizes.iter().all(|size| *size == A4[0]), "{:?}", printed.sizes);
        // Firefox writes Chinese so that nobody can read it again.
        assert!(engine == Engine::Firefox || printed.pages.iter().all(|page| !page.is_empty()), "{:?}", printed.pages);
        browser.close().await;
    }
}
