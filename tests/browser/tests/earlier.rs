//! Last year beside this year: from a file or from a draft on this computer, at every item, on the result page, and
//! answers taken over one by one.

use serde_json::json;
use xingzhan::i18n::text;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::json::canonical;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// Last year's draft of the station, by last year's version of its standard: one item was asked otherwise.
fn last_year() -> Draft {
    let mut draft = plan::station();
    draft.year -= 1;
    draft.declaration.date = None;
    let asked = json!({ "zh": "去年问的话", "en": "What was asked last year" });
    plan::reworded(&mut draft, |standard| standard["sections"][0]["items"][0]["words"] = asked);
    draft
}

/// A draft of this year of the same unit, in which only the name stands.
async fn this_year(browser: &Browser) -> String {
    let plan = plan::station();
    let mut draft = Draft::new(plan.id.clone(), plan.standard.clone(), plan.changed.clone());
    draft.unit = plan.unit.clone();
    browser.import_draft(&draft).await
}

#[tokio::test]
async fn last_years_file_stands_beside_every_item_and_each_answer_is_taken_over_by_itself() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = this_year(&browser).await;
        let last = last_year();
        let file = browser.file("去年.json", canonical(&last).as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("draft"));
        browser.click(&format!("a[data-put-beside='{id}']")).await;
        browser.arrive(&format!("#/d/{id}/earlier")).await;
        assert!(!browser.has("[data-beside]").await, "nothing changes before the button");
        browser.click("button[data-do=beside-file]").await;
        browser.find("[data-beside]").await;
        browser.saved().await;
        browser.reload().await;
        for lang in Lang::ALL {
            browser.speak(lang).await;
            browser.go(&format!("#/d/{id}/section/A")).await;
            for item in &last.standard.sections[0].items {
                assert!(browser.has(&format!("[data-beside-item='{}']", item.id)).await, "{engine:?} {}", item.id);
            }
            let other = browser.text("[data-beside-differs=A1]").await;
            assert!(other.contains(last.standard.sections[0].items[0].words.get(lang)), "{other}");
            assert!(!browser.has("[data-beside-differs=A2]").await, "asked as before");
        }
        browser.speak(Lang::Zh).await;
        // Nothing is answered until the button is pressed, and then that item alone.
        let open = "document.querySelectorAll('fieldset.item[data-open=true]').length";
        let before = browser.value_of(open).await.as_u64().expect("a number");
        assert_eq!(before, last.standard.sections[0].items.len() as u64);
        browser.click("button[data-reuse=A4]").await;
        browser.wait_until("one item is answered", &format!("{open} === {}", before - 1)).await;
        assert!(!browser.has("button[data-reuse=A4]").await, "it is said already");
        assert_eq!(browser.field("input[data-ledger=A4]").await, "", "what shows it is this year's");
        browser.click("button[data-do=undo]").await;
        browser.wait_until("nothing is answered", &format!("{open} === {before}")).await;
        browser.click("button[data-do=redo]").await;
        browser.wait_until("one item is answered", &format!("{open} === {}", before - 1)).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_result_page_shows_what_has_changed_since_a_draft_of_last_year() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let last = last_year();
        browser.import_draft(&last).await;
        let mut now = plan::station();
        now.id = serde_json::from_value(json!("thisyear")).expect("an id");
        for item in &now.standard.sections[2].items.clone() {
            now.choose(&item.id, worst(item));
        }
        let id = browser.import_draft(&now).await;
        browser.go(&format!("#/d/{id}/earlier")).await;
        browser.click("button[data-beside-draft]").await;
        browser.find("[data-beside]").await;
        browser.go(&format!("#/d/{id}/result")).await;
        let (then, score) = (last.score(), now.score());
        for section in &now.standard.sections {
            let expected = xingzhan::i18n::change(score.section(&section.id), then.section(&section.id));
            let css = format!("tr[data-section='{}'] [data-change]", section.id);
            assert_eq!(browser.text(&css).await, expected, "{engine:?} {}", section.id);
        }
        let total = browser.text("[data-change=total]").await;
        assert_eq!(total, xingzhan::i18n::change(score.total, then.total));
        assert!(total.starts_with('−'), "{total}");
        // It is no part of what is handed over.
        let kept = browser.save_draft(&id).await;
        assert_eq!(kept.earlier.as_ref().map(|earlier| earlier.year), Some(last.year));
        let written = Submission::of(&kept, kept.changed.clone()).written();
        assert!(!written.contains("\"earlier\":"));
        browser.go(&format!("#/d/{id}/earlier")).await;
        browser.click("button[data-do=beside-away]").await;
        browser.wait_until("it is away", "!document.querySelector('[data-beside]')").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.click("button[data-do=undo]").await;
        browser.arrive(&format!("#/d/{id}/earlier")).await;
        assert_eq!(browser.attribute("[data-beside]", "data-beside").await, Some(last.year.to_string()));
        browser.click("button[data-do=redo]").await;
        browser.wait_until("it is away again", "!document.querySelector('[data-beside]')").await;
        browser.go(&format!("#/d/{id}/result")).await;
        assert!(!browser.has("[data-change]").await);
        browser.close().await;
    }
}

#[tokio::test]
async fn from_last_years_submission_this_year_is_begun_with_it_beside() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut last = plan::station();
        last.year -= 1;
        let submission = Submission::of(&last, last.changed.clone());
        let file = browser.file("去年.json", submission.written().as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
        let before = browser.stored().await;
        browser.find("button[data-do=begin-beside]").await;
        assert_eq!(browser.stored().await, before, "nothing changes before the button");
        browser.click("button[data-do=begin-beside]").await;
        let id = browser.arrive_at_a_draft().await;
        browser.saved().await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        for item in &last.standard.sections[0].items {
            assert!(browser.has(&format!("[data-beside-item='{}']", item.id)).await, "{engine:?} {}", item.id);
            assert!(browser.has(&format!("[data-item='{}'][data-open=true]", item.id)).await, "{engine:?} {}", item.id);
        }
        let begun = browser.save_draft(&id).await;
        assert_eq!((begun.year, begun.revision), (last.standard.year, 1));
        assert_eq!((&begun.unit, &begun.posts), (&last.unit, &last.posts));
        assert_eq!(begun.record, Draft::new(begun.id.clone(), last.standard.clone(), last.changed.clone()).record);
        let score = begun.earlier.expect("last year").score;
        assert_eq!(score.total, last.score().total);
        // Once there is one, the file goes beside it.
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
        browser.find(&format!("a[data-put-beside='{id}']")).await;
        assert!(!browser.has("button[data-do=begin-beside]").await);
        // It is undone as every draft is: it goes into the bin.
        browser.go("#/mine").await;
        browser.click(&format!("[data-draft='{id}'] button[data-do=remove]")).await;
        browser.find("[data-do=take-back]").await;
        browser.open_file(&file).await.expect("a submission");
        browser.find("button[data-do=begin-beside]").await;
        // This year's own submission begins nothing.
        let now = plan::station();
        let now = browser.file("今年.json", Submission::of(&now, now.changed.clone()).written().as_bytes());
        browser.open_file(&now).await.expect("a submission");
        browser.wait_until("it is looked at", "!document.querySelector('[data-do=begin-beside]')").await;
        browser.close().await;
    }
}

#[tokio::test]
async fn what_stands_beside_an_item_follows_when_many_places_are_undone_at_once() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let last = last_year();
        browser.import_draft(&last).await;
        let id = this_year(&browser).await;
        browser.saved().await;
        // The first state that is kept is without last year and without an answer.
        browser.go(&format!("#/d/{id}/history")).await;
        browser.find("[data-snapshot]").await;
        browser.go(&format!("#/d/{id}/earlier")).await;
        browser.click("button[data-beside-draft]").await;
        browser.find("[data-beside]").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.click("button[data-reuse=A4]").await;
        browser.saved().await;
        browser.go(&format!("#/d/{id}/history")).await;
        browser.click("[data-snapshot]:last-child button[data-do=restore]").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        assert!(!browser.has("[data-beside-item]").await, "{engine:?}: then there was nothing beside it");
        browser.click("button[data-do=undo]").await;
        browser.wait_until("last year is back", "document.querySelector('[data-beside-item=A2]')").await;
        browser.click("button[data-do=redo]").await;
        browser.wait_until("last year is away", "!document.querySelector('[data-beside-item]')").await;
        browser.close().await;
    }
}

fn worst(item: &Item) -> Option<Choice> {
    match item.scale {
        Scale::YesNo => Some(Choice::Yes(false)),
        Scale::Levels(_) => Some(Choice::Level(0)),
        _ => None,
    }
}

#[tokio::test]
async fn where_there_is_nothing_to_compare_with_the_page_says_where_to_get_it() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.open_example().await;
    browser.go(&format!("#/d/{id}")).await;
    browser.click("a[data-task=earlier]").await;
    let none = text(Lang::Zh).beside().none;
    browser.wait_until("it says so", &format!("document.body.innerText.includes({})", json!(none))).await;
    assert!(browser.has("main a[href='#/open']").await);
    browser.close().await;
}
