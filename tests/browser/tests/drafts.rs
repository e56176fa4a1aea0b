//! Several drafts in one browser, and a draft's file.

use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn several_drafts_side_by_side_keep_their_own_and_removing_one_leaves_the_others() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let mut ids = Vec::new();
    let starts = [
        ("liaison-station", "柏城街道联络站", "2026"),
        ("liaison-room", "柳河村联络室", "2026"),
        ("liaison-room", "杨庄村联络室", "2026"),
        ("liaison-station", "柏城街道联络站", "2025"),
    ];
    for (standard, name, year) in starts {
        let id = browser.new_draft(standard).await;
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.fill("input[name='unit.name']", name).await;
        browser.fill("input[name=year]", year).await;
        ids.push(id);
    }
    browser.saved().await;
    browser.reload().await;
    for (id, (standard, name, year)) in ids.iter().zip(starts) {
        let draft = browser.save_draft(id).await;
        let found = (draft.standard.id.as_str(), draft.unit.name.as_str(), draft.year.to_string());
        assert_eq!(found, (standard, name, year.to_owned()));
    }
    browser.go("#/mine").await;
    for (id, (_, name, year)) in ids.iter().zip(starts) {
        let card = browser.text(&format!("li[data-draft='{id}']")).await;
        assert!(card.contains(name) && card.contains(year), "{card}");
    }
    remove(&browser, &ids[1]).await;
    let gone = format!("!document.querySelector(\"li[data-draft='{}']\")", ids[1]);
    browser.wait_until("the removed draft is gone", &gone).await;
    browser.reload().await;
    browser.go("#/mine").await;
    assert!(!browser.has(&format!("li[data-draft='{}']", ids[1])).await, "it stays away");
    for at in [0, 2, 3] {
        let draft = browser.save_draft(&ids[at]).await;
        assert_eq!((draft.unit.name.as_str(), draft.year.to_string()), (starts[at].1, starts[at].2.to_owned()));
    }
    browser.close().await;
}

/// Removes a draft, and says yes when the page asks.
async fn remove(browser: &Browser, id: &str) {
    browser.click(&format!("li[data-draft='{id}'] button[data-do=remove]")).await;
}

#[tokio::test]
async fn a_draft_file_opened_elsewhere_is_the_same_draft() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    let first = browser.save_draft(&id).await;
    assert_same_content(&first, &plan);
    assert_eq!(first.declaration, plan.declaration);
    browser.close().await;

    let elsewhere = Browser::start().await;
    elsewhere.open_app().await;
    let id = elsewhere.import_draft(&first).await;
    elsewhere.saved().await;
    elsewhere.reload().await;
    let second = elsewhere.save_draft(&id).await;
    assert_same_content(&second, &plan);
    assert_eq!((second.revision, &second.declaration), (first.revision, &first.declaration));
    elsewhere.close().await;
}

#[tokio::test]
async fn opening_a_draft_file_beside_the_same_draft_loses_neither() {
    let plan = plan::room();
    let browser = Browser::start().await;
    browser.open_app().await;
    let first = browser.import_draft(&plan).await;
    browser.go(&format!("#/d/{first}/basics")).await;
    browser.fill("input[name='unit.name']", "后来改了名字的联络室").await;
    browser.saved().await;
    let second = browser.import_draft(&plan).await;
    browser.saved().await;
    assert_ne!(first, second, "the draft that was there is not written over");
    assert_eq!(browser.save_draft(&first).await.unit.name, "后来改了名字的联络室");
    assert_same_content(&browser.save_draft(&second).await, &plan);
    browser.close().await;
}
