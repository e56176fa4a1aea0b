//! A check code typed from the signed sheet, held against the file that was opened.

use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine};
use xingzhan_browser_tests::plan;

async fn paper_and_file(engine: Engine, delivery: Delivery) {
    let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let plan = plan::room();
    let id = browser.import_draft(&plan).await;
    browser.go(&format!("#/d/{id}/send")).await;
    let first = browser.submit().await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.hours']", "每周三上午").await;
    browser.go(&format!("#/d/{id}/send")).await;
    let second = browser.submit().await;
    browser.saved().await;
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let code = |text: &str| Submission::read(text, &library).expect("a submission").submission.codes.signed.to_string();
    let (of_first, of_second) = (code(&first.text), code(&second.text));
    assert_ne!(of_first, of_second);

    let file = browser.file(&second.name, second.text.as_bytes());
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
    assert_eq!(browser.attribute("#typed-code-said", "data-paper").await.as_deref(), Some("blank"));
    for (typed, kind) in [
        (of_second.to_lowercase().replace('-', ""), "same"),
        (of_first.clone(), "other"),
        ("7K2M-9QXA-0D4T".to_owned(), "unknown"),
        ("7K2M".to_owned(), "no-code"),
    ] {
        browser.fill("#typed-code", &typed).await;
        browser.find(&format!("#typed-code-said[data-paper={kind}]")).await;
        let said = browser.text("#typed-code-said").await;
        assert!(!said.is_empty());
        let differs = matches!(kind, "other" | "unknown");
        assert_eq!(said.contains(&plan.unit.name), differs, "whose the file is: {said}");
        assert_eq!(said.contains("第 1 次"), kind == "other", "which one the paper is of: {said}");
    }
    // A value that was changed in the file is told where it is opened.
    let changed = second.text.replacen("每周三上午", "每周四上午", 1);
    assert_ne!(changed, second.text);
    assert_eq!(browser.open_file(&browser.file("改过的.json", changed.as_bytes())).await.as_deref(), Ok("submission"));
    let notes = browser.texts("[data-preview] .note").await;
    assert!(notes.iter().any(|note| note.contains(&of_second) && note.contains("被改动过")), "{notes:?}");
    browser.close().await;
}

#[tokio::test]
async fn a_code_from_paper_says_whether_it_is_of_this_file_or_of_which_other() {
    paper_and_file(Engine::Chromium, Delivery::Hosted).await;
}

#[tokio::test]
async fn the_same_in_chromium_from_the_disk() {
    paper_and_file(Engine::Chromium, Delivery::File).await;
}

#[tokio::test]
async fn the_same_in_firefox() {
    paper_and_file(Engine::Firefox, Delivery::Hosted).await;
}

#[tokio::test]
async fn the_same_in_firefox_from_the_disk() {
    paper_and_file(Engine::Firefox, Delivery::File).await;
}
