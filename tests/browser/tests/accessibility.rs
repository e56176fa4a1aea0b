//! Barriers that a program can find, about half of all there are, in what `walk` does not come by: an empty draft, a
//! preview, an error, a submission that was made.

use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::{pages, plan};

#[tokio::test]
async fn axe_finds_no_barrier_in_an_empty_draft_a_preview_an_error_and_a_made_submission() {
    let plan = plan::room();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut found = Vec::new();
        let broken = browser.file("断.json", b"{\"kind\":");
        let draft = browser.file("draft.json", xingzhan::model::files::json::canonical(&plan).as_bytes());
        for lang in Lang::ALL {
            browser.speak(lang).await;
            let empty = browser.new_draft("liaison-room").await;
            // What stands in another draft is offered in its own words.
            let offered = [plan.unit.name.clone(), plan.unit.township.clone(), plan.unit.village.clone()];
            for (name, place) in pages::of_draft(&plan.standard, &empty) {
                browser.go(&place).await;
                let mut faults = browser.barriers().await;
                // The walk goes through a station; this is the other standard.
                faults.extend(browser.audit_words().await);
                faults.extend(match lang {
                    Lang::Zh => browser.audit_chinese().await,
                    Lang::En => browser.audit_english(&offered).await,
                });
                found.extend(faults.iter().map(|one| format!("empty {name} in {}: {one}", lang.tag())));
            }
            browser.go(&format!("#/d/{empty}/section/A")).await;
            browser.fill("fieldset[data-item=A2] input[data-fact]", "两次").await;
            found.extend(browser.barriers().await.iter().map(|one| format!("an error at a number: {one}")));
            browser.open_file(&broken).await.expect_err("cut off");
            found.extend(browser.barriers().await.iter().map(|one| format!("a bad file: {one}")));
            browser.open_file(&draft).await.expect("a draft");
            found.extend(browser.barriers().await.iter().map(|one| format!("a preview: {one}")));
            let id = browser.take_over(&draft).await;
            browser.go(&format!("#/d/{id}/send")).await;
            browser.submit().await;
            browser.find("[data-done]").await;
            found.extend(browser.barriers().await.iter().map(|one| format!("a made submission: {one}")));
        }
        assert!(found.is_empty(), "{} barriers: {found:#?}", found.len());
        browser.close().await;
    }
}
