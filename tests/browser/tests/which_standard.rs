//! Which standard is mine: a county's stands first and takes the default's place, each can be looked at, saved and
//! removed; what cannot be told apart is refused, what is newer is told, what is wrong with a file is told to its author.

use serde_json::json;
use std::fs;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// A county's own standard for rooms: one item is asked otherwise.
fn county() -> IssuedStandard {
    plan::reissued(&plan::standard("liaison-room"), |standard| {
        standard["id"] = json!("a-county");
        standard["version"] = json!(3);
        standard["issuer"]["zh"] = json!("青山县人大常委会");
        standard["receiver"]["mailbox"] = json!("qsrd@example.com");
        standard["sections"][0]["items"][0]["words"]["zh"] = json!("青山县问的第一件事");
    })
}

async fn start(engine: Engine) -> Browser {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    browser
}

/// Opens the file of a standard and adds it.
async fn add(browser: &Browser, standard: &IssuedStandard) {
    let file = browser.file("standard.json", standard.text().as_bytes());
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("standard"));
    browser.click("button[data-do=accept]").await;
    browser.wait_until("it is added", "document.querySelector('[data-added]')").await;
}

const OFFERED: &str = "[...document.querySelectorAll('[data-new]')].filter(one => !one.closest('details')) \
    .map(one => one.dataset.new).join(' ')";

#[tokio::test]
async fn a_countys_standard_stands_first_says_what_it_differs_in_and_folds_the_default_away() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        browser.go("#/mine").await;
        assert_eq!(browser.value_of(OFFERED).await, json!("liaison-station liaison-room"));
        add(&browser, &county()).await;
        browser.reload().await;
        browser.go("#/mine").await;
        assert_eq!(browser.value_of(OFFERED).await, json!("a-county liaison-station"));
        let row = format!("li[data-standard='{}']", county().reference().digest.as_str());
        let said = browser.text(&row).await;
        for part in ["青山县人大常委会", "2026 年标准，第 3 版", "报送截止：2026年12月5日", "与默认标准相比：1 项不同"]
        {
            assert!(said.contains(part), "{part} in {said}");
        }
        assert!(!said.contains("青山县问的第一件事"), "the details are folded");
        browser.click(&format!("{row} [data-differs] li:last-child")).await;
        assert!(browser.text(&row).await.contains("青山县问的第一件事"));
        assert!(browser.has("[data-other-standards]:not([open]) [data-new=liaison-room]").await);
        browser.close().await;
    }
}

#[tokio::test]
async fn each_standard_can_be_looked_at_and_saved_as_the_file_that_it_is() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let county = county();
        add(&browser, &county).await;
        browser.go("#/mine").await;
        let digest = county.reference().digest.as_str().to_owned();
        browser.click(&format!("li[data-standard='{digest}'] [data-do=look-standard]")).await;
        browser.arrive(&format!("#/standard/{digest}")).await;
        let page = browser.text("main").await;
        for part in ["青山县人大常委会", "qsrd@example.com", "青山县问的第一件事", "五星", "1 项不同"]
        {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert_eq!(browser.texts("main tr[data-row]").await.len(), county.items().count());
        for standard in [county, plan::standard("liaison-station")] {
            browser.go(&format!("#/standard/{}", standard.reference().digest.as_str())).await;
            let file = browser.download("button[data-do=save-standard]").await;
            let saved = IssuedStandard::read(&fs::read_to_string(file).expect("a file")).expect("a standard");
            assert_eq!(saved.reference(), standard.reference());
        }
        browser.go("#/standard/0123456789abcdef").await;
        assert!(browser.text("main").await.contains("没有这份标准"));
        browser.close().await;
    }
}

#[tokio::test]
async fn a_standard_is_removed_unless_a_draft_uses_it_and_stays_for_a_draft_that_may_come_back() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        add(&browser, &county()).await;
        let id = browser.new_draft("a-county").await;
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.fill("input[name='unit.name']", "王庄村联络室").await;
        browser.saved().await;
        browser.go("#/mine").await;
        browser.wait_until("it is in use", "document.querySelector('[data-in-use]')").await;
        assert!(!browser.has("button[data-do=remove-standard]").await);
        browser.click(&format!("li[data-draft='{id}'] button[data-do=remove]")).await;
        browser.wait_until("nobody uses it", "document.querySelector('button[data-do=remove-standard]')").await;
        browser.click("button[data-do=remove-standard]").await;
        let gone = "!document.querySelector(\"[data-new='a-county']\")";
        browser.wait_until("it is gone", gone).await;
        assert_eq!(browser.value_of(OFFERED).await, json!("liaison-station liaison-room"));
        // It can be put back at once, and taken away again.
        browser.click("button[data-do=put-standard-back]").await;
        browser.click("button[data-do=remove-standard]").await;
        browser.wait_until("it is gone", gone).await;
        browser.reload().await;
        browser.go("#/mine").await;
        assert!(browser.value_of(gone).await == json!(true), "it stays away");
        browser.click("button[data-do=take-back]").await;
        let again = browser.arrive_at_a_draft().await;
        browser.go(&format!("#/d/{again}/basics")).await;
        assert_eq!(browser.field("input[name='unit.name']").await, "王庄村联络室");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_standard_that_is_removed_in_one_window_goes_in_the_other_and_never_comes_back_by_itself() {
    let browser = start(Engine::Chromium).await;
    add(&browser, &county()).await;
    browser.go("#/mine").await;
    let (first, second) = browser.second_window("#/mine").await;
    browser.find("button[data-do=remove-standard]").await;
    // A third one is on another page meanwhile.
    let (_, third) = browser.second_window("#/mine").await;
    browser.find("button[data-do=remove-standard]").await;
    browser.go("#/open").await;
    browser.look_at(&first).await;
    browser.click("button[data-do=remove-standard]").await;
    let gone = "!document.querySelector(\"[data-new='a-county']\")";
    browser.wait_until("it is gone here", gone).await;
    browser.look_at(&second).await;
    browser.wait_until("it is gone there", gone).await;
    browser.look_at(&third).await;
    browser.go("#/mine").await;
    browser.wait_until("it is gone when the page is opened again", gone).await;
    browser.look_at(&second).await;
    browser.reload().await;
    browser.go("#/mine").await;
    assert_eq!(browser.value_of(gone).await, json!(true));
    browser.close().await;
}

#[tokio::test]
async fn the_same_id_and_version_with_other_content_is_refused_with_a_sentence() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        add(&browser, &county()).await;
        let other = plan::reissued(&county(), |standard| standard["title"]["zh"] = json!("改了名字的标准"));
        let before = browser.stored().await;
        let file = browser.file("other.json", other.text().as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("standard"));
        let said = browser.text("[data-preview]").await;
        assert!(said.contains("没有加入") && said.contains("a-county") && said.contains("第 3 版"), "{said}");
        assert!(!browser.has("button[data-do=accept]").await);
        assert_eq!(browser.stored().await, before);
        browser.close().await;
    }
}

#[tokio::test]
async fn a_newer_version_is_told_at_the_top_of_a_draft_and_where_the_submission_is_made() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let id = browser.import_draft(&plan::room()).await;
        assert!(!browser.has("[data-version]").await);
        let newer = plan::reissued(&plan::standard("liaison-room"), |standard| standard["version"] = json!(9));
        add(&browser, &newer).await;
        browser.go(&format!("#/d/{id}")).await;
        let first = "document.querySelector('h1').compareDocumentPosition(document.querySelector('[data-version=\"9\"]')) & 4 \
            && document.querySelector('[data-version=\"9\"]').compareDocumentPosition(document.querySelector('.tasks')) & 4";
        browser.wait_until("it is told between the heading and the tasks", first).await;
        browser.go(&format!("#/d/{id}/send")).await;
        assert!(browser.text("[data-version='9']").await.contains("第 9 版"));
        browser.close().await;
    }
}

#[tokio::test]
async fn a_submission_by_a_standard_that_is_not_at_hand_says_whose_and_which() {
    let browser = start(Engine::Chromium).await;
    let draft = plan::room();
    let draft = xingzhan::model::draft::Draft { standard: county(), ..draft };
    let submission = Submission::of(&draft, draft.changed.clone());
    let file = browser.file("submission.json", submission.written().as_bytes());
    let said = browser.open_file(&file).await.expect_err("refused").join("\n");
    for part in [draft.unit.name.trim(), "2026", "a-county", "第 3 版"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    browser.close().await;
}

#[tokio::test]
async fn an_author_is_told_item_and_key_and_one_missing_language_in_one_sentence() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let mut standard: serde_json::Value =
            serde_json::from_str(plan::standard("liaison-room").text()).expect("JSON");
        standard["sections"][0]["items"][1].as_object_mut().expect("an item").remove("points");
        let file = browser.file("standard.json", standard.to_string().as_bytes());
        let said = browser.open_file(&file).await.expect_err("refused");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("第 2 项（") && said[0].ends_with("缺少“points（分值）”。"), "{said:?}");
        let tibetan: Vec<serde_json::Value> = vec![json!("zh"), json!("en"), json!("bo")];
        let mut standard: serde_json::Value =
            serde_json::from_str(plan::standard("liaison-room").text()).expect("JSON");
        standard["languages"] = json!(tibetan);
        let file = browser.file("standard.json", standard.to_string().as_bytes());
        let said = browser.open_file(&file).await.expect_err("refused");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("“bo”"), "{said:?}");
        browser.close().await;
    }
}
