//! The main job for a village's room. All of it is typed in `keyboard` and, on a telephone, in `narrow`.

use crate::job;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::BrowserConfig;
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn a_room_from_a_file_is_finished_checked_sent_and_opened_again() {
    let plan = plan::room();
    assert_eq!((plan.standard.scored().count(), plan.standard.texts.len()), (22, 2));
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = job::bring_most_and_type_the_rest(&browser, &plan).await;
    job::see_the_score(&browser, &id, &plan).await;
    let written = job::send(&browser, &id, &plan).await;
    job::assert_plain_name(&written.name);
    assert!(written.name.contains("柳河村"), "{}", written.name);
    let library = StandardLibrary::built_in().expect("the built-in standards");
    job::assert_written(&browser, &written, &plan, &library).await;
    browser.close().await;
    job::reopen_elsewhere(BrowserConfig::default(), &written, &plan, None).await;
}
