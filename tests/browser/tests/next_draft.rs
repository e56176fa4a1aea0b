//! One draft after another on the same computer: township and people are offered, the same unit twice is noticed, what
//! was handed in is told, and all of it is handed over as one file.

use serde_json::json;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::unit::Posts;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

async fn start(engine: Engine) -> Browser {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    browser
}

#[tokio::test]
async fn the_next_draft_takes_over_the_township_and_the_people_only_when_they_are_pressed() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let plan = plan::room();
        let first = browser.import_draft(&plan).await;
        browser.saved().await;
        browser.go("#/mine").await;
        browser.click(&format!("li[data-draft='{first}'] button[data-do=again]")).await;
        let next = browser.arrive_at_a_draft().await;
        assert_ne!(next, first);
        browser.go(&format!("#/d/{next}/basics")).await;
        assert_eq!(browser.field("input[name='unit.township']").await, plan.unit.township);
        assert_eq!(browser.field("input[name='unit.name']").await, "");
        assert_eq!(browser.field("input[name='posts.head.name']").await, "", "nobody is taken over by itself");
        browser.click("button[data-do=take-posts]").await;
        let people = "document.querySelector(\"input[name='posts.head.name']\").value";
        browser.wait_until("the people stand there", people).await;
        browser.saved().await;
        let saved = browser.save_draft(&next).await;
        assert_eq!((&saved.posts, &saved.unit.township), (&plan.posts, &plan.unit.township));
        // A new one from nothing is offered both.
        let other = browser.new_draft("liaison-room").await;
        browser.go(&format!("#/d/{other}/basics")).await;
        browser.click("button[data-do=take-township]").await;
        browser.wait_until("it is no more offered", "!document.querySelector('button[data-do=take-township]')").await;
        assert_eq!(browser.field("input[name='unit.township']").await, plan.unit.township);
        browser.saved().await;
        assert_eq!(browser.save_draft(&other).await.posts, Posts::default());
        browser.close().await;
    }
}

#[tokio::test]
async fn a_second_draft_for_the_same_unit_and_year_is_noticed_in_the_list_and_where_it_is_typed() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let plan = plan::room();
        let first = browser.import_draft(&plan).await;
        browser.saved().await;
        let second = browser.new_draft("liaison-room").await;
        browser.go(&format!("#/d/{second}/basics")).await;
        browser.fill("input[name='unit.township']", &plan.unit.township).await;
        browser.fill("input[name='unit.village']", &plan.unit.village).await;
        assert!(!browser.has("[data-same-unit]").await);
        // Letters of full width and spaces make no other unit.
        let name: String = plan.unit.name.chars().flat_map(|character| [character, ' ']).collect();
        browser.fill("input[name='unit.name']", &name).await;
        browser.wait_until("it is noticed", "document.querySelector('[data-same-unit]')").await;
        assert_eq!(browser.attribute("[data-same-unit]", "data-same-unit").await, Some(first.clone()));
        browser.saved().await;
        browser.go("#/mine").await;
        browser.wait_until("both say it", "document.querySelectorAll('[data-twice]').length === 2").await;
        browser.go(&format!("#/d/{second}/basics")).await;
        browser.fill("input[name=year]", "2025").await;
        browser.wait_until("another year is another", "!document.querySelector('[data-same-unit]')").await;
        browser.saved().await;
        browser.go("#/mine").await;
        browser.wait_until("nothing is said", "!document.querySelector('[data-twice]')").await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_list_says_which_submission_was_made_last_and_when() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let id = browser.import_draft(&plan::station()).await;
        browser.saved().await;
        browser.go("#/mine").await;
        let row = format!("li[data-draft='{id}']");
        assert!(!browser.text(&row).await.contains("申报文件"));
        browser.go(&format!("#/d/{id}/send")).await;
        browser.submit().await;
        browser.saved().await;
        browser.go("#/mine").await;
        let told = format!("document.querySelector(\"{row}\").innerText.includes('第 1 次申报文件已于')");
        browser.wait_until("it is told", &told).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn one_button_hands_over_one_draft_as_its_file_and_several_as_one_file() {
    for engine in Engine::BOTH {
        let browser = start(engine).await;
        let (room, station) = (plan::room(), plan::station());
        browser.import_draft(&room).await;
        browser.saved().await;
        browser.go("#/mine").await;
        let file = browser.download("button[data-do=hand-over]").await;
        assert!(
            browser.text("[data-handed-over]").await.contains(&*file.file_name().expect("a name").to_string_lossy())
        );
        let draft = Draft::read(&std::fs::read_to_string(file).expect("text")).expect("a draft");
        assert_same_content(&draft, &room);
        browser.import_draft(&station).await;
        browser.saved().await;
        browser.go("#/mine").await;
        let label = "document.querySelector('[data-do=hand-over]').innerText.includes('2')";
        browser.wait_until("it says how many", label).await;
        let file = browser.download("button[data-do=hand-over]").await;
        let elsewhere = start(engine).await;
        assert_eq!(elsewhere.open_file(&file).await.as_deref(), Ok("several"));
        elsewhere.click("button[data-do=take-all]").await;
        elsewhere.arrive("#/mine").await;
        elsewhere.wait_until("both are there", "document.querySelectorAll('li[data-draft]').length === 2").await;
        assert_eq!(elsewhere.value_of("document.querySelectorAll('[data-twice]').length").await, json!(0));
        elsewhere.close().await;
        browser.close().await;
    }
}
