//! A telephone's width, and letters at twice their size: nothing has to be scrolled sideways.

use xingzhan::model::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::{pages, plan};

#[tokio::test]
async fn no_page_scrolls_sideways_on_a_telephone_or_at_twice_the_size() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.bring(&plan).await;
    let mut found = Vec::new();
    // 640 pixels of two real ones each are a window of 1280 at 200 %. 400 % is tried in `senses`.
    for (width, height, zoom) in [(360, 740, 2), (640, 400, 2)] {
        browser.resize(width, height, zoom).await;
        for lang in Lang::ALL {
            browser.speak(lang).await;
            for (name, place) in pages::all(&plan.standard, &id) {
                browser.go(&place).await;
                let wide = browser.sideways().await;
                found.extend(wide.map(|wide| format!("{name} at {width} px in {}: {wide}", lang.code())));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    browser.close().await;
}

#[tokio::test]
async fn a_room_can_be_answered_on_a_telephone() {
    let plan = plan::room();
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.resize(360, 740, 2).await;
    let id = browser.new_draft("liaison-room").await;
    browser.fill_draft(&id, &plan).await;
    xingzhan_browser_tests::app::assert_same_content(&browser.save_draft(&id).await, &plan);
    browser.close().await;
}
