//! The page at four times its size in Firefox, whose window is not made narrow by a command. All other eyes, and the
//! other engine, are tried in `walk`.

use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::media::MediaEmulation;
use xingzhan_browser_tests::{pages, plan};

#[tokio::test]
async fn at_four_times_the_size_no_page_scrolls_sideways_in_firefox() {
    let plan = plan::station();
    let browser = Browser::config(BrowserConfig {
        engine: Engine::Firefox,
        media: MediaEmulation::Large,
        ..BrowserConfig::default()
    })
    .await;
    browser.open_app().await;
    browser.large().await;
    let id = browser.import_draft(&plan).await;
    let mut found = Vec::new();
    for lang in Lang::ALL {
        browser.speak(lang).await;
        for (name, place) in pages::all(&plan.standard, &id) {
            browser.go(&place).await;
            let wide = browser.sideways().await;
            found.extend(wide.map(|wide| format!("{name} in {}: {wide}", lang.tag())));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    browser.close().await;
}
