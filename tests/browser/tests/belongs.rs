//! Somebody else's submission, opened where units fill in: it says where such files are taken in. One's own says nothing.

use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn the_submission_of_a_unit_without_a_draft_here_leads_to_the_doors_where_it_is_taken_in() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let own = plan::room();
        browser.import_draft(&own).await;
        let mut other = own.clone();
        "李庄村代表联络室".clone_into(&mut other.unit.name);
        // The county's code would make it the same unit under another name.
        other.unit.code.clear();
        let written = |draft| Submission::of(draft, own.changed.clone()).written();

        let file = browser.file("other.json", written(&other).as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
        let said = browser.text("[data-belongs]").await;
        assert!(said.contains("这台电脑上没有“李庄村代表联络室”的草稿"), "{said}");
        browser.click("[data-belongs] a[href='#/township']").await;
        browser.wait_until("the township's door stands", "location.hash === '#/township'").await;

        // The unit's own, and after it what leads to its draft.
        let file = browser.file("own.json", written(&own).as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
        browser.find("[data-merge-into]").await;
        assert!(!browser.has("[data-belongs]").await, "its draft is here");
        browser.close().await;
    }
}
