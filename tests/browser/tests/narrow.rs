//! A telephone's width. That no page has to be scrolled sideways there is looked at in `walk`.

use xingzhan_browser_tests::browser::Browser;
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
