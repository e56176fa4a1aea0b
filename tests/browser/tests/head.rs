//! What the head reads before signing, and paper where there is no printer.

use serde_json::json;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

async fn start(engine: Engine) -> Browser {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    browser
}

#[tokio::test]
async fn the_heads_page_says_what_is_claimed_and_lost_and_leads_to_the_sheet_that_is_signed() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let mut draft = plan::station();
        let open = draft.standard.scored().next().expect("an item").id.clone();
        draft.choose(&open, None);
        let score = draft.score();
        let lost = |item: &&xingzhan::model::standard::item::Item| {
            score.item(&item.id).is_some_and(|rated| rated.range.high < item.points)
        };
        let lost: Vec<String> = draft.standard.scored().filter(lost).map(|item| item.id.to_string()).collect();
        assert!(!lost.is_empty(), "the plan loses points");
        let id = browser.import_draft(&draft).await;
        let before = browser.counter(&id).await;
        browser.click("a[data-task=head]").await;
        browser.arrive(&format!("#/d/{id}/head")).await;
        assert!(browser.text("h1").await.contains("站长"));
        assert_eq!(browser.text("[data-total]").await, xingzhan::i18n::range(score.total));
        let told = "[...document.querySelectorAll('tr[data-lost]')].map(row => row.dataset.lost)";
        assert_eq!(browser.value_of(told).await, json!(lost));
        assert!(browser.text(&format!("tr[data-lost='{}']", lost[0])).await.contains('/'));
        assert!(browser.text("#remarks").await.contains(open.as_str()), "what is open is told");
        assert!(browser.has("[data-no-year]").await);
        // A line leads to its field, and one step back to this page.
        browser.click(&format!("tr[data-lost='{}'] a", lost[0])).await;
        browser.find(&format!("#item-{}", lost[0])).await;
        browser.go(&format!("#/d/{id}/head")).await;
        browser.click("a[data-do=sign]").await;
        browser.arrive(&format!("#/d/{id}/print/approval")).await;
        assert_eq!(browser.counter(&id).await, before, "looking changed the draft");
        browser.close().await;
    }
}

#[tokio::test]
async fn last_year_stands_beside_what_is_lost_on_the_heads_page() {
    let browser = start(Engine::Chromium).await;
    let (mut last, this) = (plan::station(), plan::station());
    last.year -= 1;
    let id = browser.import_draft(&this).await;
    browser.import_draft(&last).await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/earlier")).await;
    browser.click("button[data-beside-draft]").await;
    browser.go(&format!("#/d/{id}/head")).await;
    assert!(!browser.has("[data-no-year]").await);
    let label = browser.attribute("tr[data-lost] td:nth-of-type(2)", "data-label").await;
    assert_eq!(label, Some(format!("{}年得分", last.year)));
    assert!(browser.has("td[data-then]").await, "each section stands beside that of last year");
    browser.close().await;
}

#[tokio::test]
async fn where_there_is_no_printer_three_lines_say_what_to_do_and_none_of_it_is_printed() {
    let browser = start(Engine::Chromium).await;
    let id = browser.import_draft(&plan::station()).await;
    for sheet in ["approval", "points", "todo"] {
        browser.go(&format!("#/d/{id}/print/{sheet}")).await;
        browser.click("[data-no-printer] summary").await;
        assert_eq!(browser.texts("[data-no-printer] li").await.len(), 3);
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let height =
            browser.value_of("document.querySelector('[data-no-printer]').getBoundingClientRect().height").await;
        assert_eq!(height, json!(0), "{sheet}");
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    }
    browser.close().await;
}

#[tokio::test]
async fn of_the_ways_of_grouping_the_first_two_stand_open_and_the_others_are_folded() {
    let browser = start(Engine::Chromium).await;
    let plan = plan::station();
    let id = browser.import_draft(&plan).await;
    browser.go(&format!("#/d/{id}/result")).await;
    let open = "[...document.querySelectorAll('.scheme')].filter(one => !one.closest('details')) \
        .map(one => one.querySelector('h3').innerText)";
    assert_eq!(browser.value_of(open).await, json!(["建、管、用", "九有"]));
    let all = browser.value_of("document.querySelectorAll('.scheme').length").await;
    assert_eq!(all, json!(plan.standard.schemes.len()));
    browser.close().await;
}
