//! A telephone's width. That no page has to be scrolled sideways there is looked at in `walk`.

use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::BrowserConfig;
use xingzhan_browser_tests::plan;

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

#[tokio::test]
async fn nothing_is_scrolled_sideways_where_letters_are_large_and_a_name_has_no_place_to_break() {
    let browser = Browser::config(BrowserConfig { letters: Some((18, 24)), ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::station()).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.name']", &"W".repeat(118)).await;
    browser.saved().await;
    for wide in [360, 320] {
        browser.resize(wide, 740, 2).await;
        let draft = ["", "/basics", "/section/A", "/facts", "/check", "/result", "/send", "/history"];
        let places = draft.iter().map(|place| format!("#/d/{id}{place}"));
        for place in ["#/".to_owned(), "#/mine".to_owned()].into_iter().chain(places) {
            browser.go(&place).await;
            assert_eq!(browser.sideways().await, None, "{place} at {wide}");
        }
    }
    browser.close().await;
}
