//! The worked example.

use crate::job;
use xingzhan_browser_tests::browser::Browser;

#[tokio::test]
async fn the_worked_example_opens_in_one_click_with_the_score_the_engine_gives_it() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.open_example().await;
    let example = browser.save_draft(&id).await;
    assert!(example.sample, "it is marked as the example");
    let score = example.score();
    assert!(score.is_settled(), "nothing is left open in it");
    assert!(score.worst.line(&example.standard).is_some(), "it has a star");
    job::see_the_score(&browser, &id, &example).await;
    browser.close().await;
}

#[tokio::test]
async fn a_file_made_from_the_worked_example_says_so_in_its_name() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.open_example().await;
    browser.go(&format!("#/d/{id}/send")).await;
    let before = browser.downloads();
    browser.click("button[data-do=save-draft]").await;
    let file = browser.downloaded(&before).await;
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    job::assert_plain_name(&name);
    assert!(name.contains("示例"), "{name}");
    browser.close().await;
}
