//! What leads a clerk through: where a number came from and what it touches, and that nobody is rated early.

use serde_json::json;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn a_number_says_where_it_came_from_and_correcting_it_says_what_it_touches_and_corrects_it_everywhere() {
    let plan = plan::station();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan).await;
        // Where it is asked.
        browser.go(&format!("#/d/{id}/section/F")).await;
        let told = browser.text("[data-item=F1] [data-touches]").await;
        for item in ["G1", "G2", "G5", "G7"] {
            assert!(told.contains(item), "{told}: {item}");
        }
        // Where it is used.
        browser.go(&format!("#/d/{id}/section/G")).await;
        let shown = "[data-item=G2] [data-fact-shown=persons]";
        let before = browser.text(&format!("{shown} .shown-number")).await;
        let from = browser.attribute(&format!("{shown} a"), "href").await.expect("a link");
        assert_eq!(from, format!("#/d/{id}/section/F/F1"));
        let field = format!("{shown} input[data-fact=seats_township]");
        browser.click(&field).await;
        let told = browser.text(&format!("{shown} .hint")).await;
        for item in ["F1", "G1", "G5", "G7"] {
            assert!(told.contains(item), "{told}: {item}");
        }
        browser.fill(&field, "41").await;
        let now = format!(
            "document.querySelector({}).innerText !== {}",
            json!(format!("{shown} .shown-number")),
            json!(before)
        );
        browser.wait_until("the sum is another one", &now).await;
        let same = "[...document.querySelectorAll('[data-fact-shown=persons] .shown-number')].every((one, _, all) => one.innerText === all[0].innerText)";
        assert_eq!(browser.value_of(same).await, json!(true), "everywhere on the page");
        browser.click(&format!("{shown} > a")).await;
        browser.wait_until("it is there", "document.querySelector('fieldset[data-item=F1]')").await;
        assert_eq!(browser.field("fieldset[data-item=F1] input[data-fact=seats_township]").await, "41");
        browser.close().await;
    }
}

#[tokio::test]
async fn the_names_of_ledgers_that_were_typed_are_offered_and_nothing_typed_is_changed() {
    let offered = "[...document.querySelectorAll('datalist option')].map(one => one.value)";
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        assert_eq!(browser.value_of(offered).await, json!([]));
        browser.fill("input[data-ledger=A1]", "《活动记录本》").await;
        browser.fill("input[data-ledger=A2]", " 签到册").await;
        browser.fill("input[data-ledger=A4]", "《活动记录本》").await;
        browser.click("h1").await;
        assert_eq!(browser.value_of(offered).await, json!(["《活动记录本》", "签到册"]), "each once");
        assert_eq!(browser.field("input[data-ledger=A2]").await, " 签到册");
        browser.go(&format!("#/d/{id}/section/B")).await;
        assert_eq!(browser.value_of(offered).await, json!(["《活动记录本》", "签到册"]), "on every page");
        let list =
            "(field => field.list === document.querySelector('datalist'))(document.querySelector('[data-ledger=B1]'))";
        assert_eq!(browser.value_of(list).await, json!(true));
        browser.close().await;
    }
}

/// The draft with its first so many items answered as badly as they can be, by choices alone, and no number.
fn badly(most: usize) -> Draft {
    let mut draft = plan::station();
    let empty = Draft::new(draft.id.clone(), draft.standard.clone(), draft.changed.clone());
    draft.record = empty.record;
    let worst = |item: &Item| match item.scale {
        Scale::YesNo => Some(Choice::Yes(false)),
        Scale::Levels(_) => Some(Choice::Level(0)),
        _ => None,
    };
    let items: Vec<Item> = draft.standard.scored().filter(|item| worst(item).is_some()).take(most).cloned().collect();
    for item in items {
        draft.choose(&item.id, worst(&item));
    }
    draft
}

#[tokio::test]
async fn before_four_fifths_are_answered_no_page_and_no_sheet_shows_a_star_or_what_is_lacking() {
    // No premises, no head: with these answers a whole draft would get no star at all.
    let draft = badly(30);
    let score = draft.score();
    assert!(!score.shows_stars() && score.answered * 2 > score.asked);
    assert!(score.worst.line(&draft.standard).is_none(), "the engine knows");
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&draft).await;
        for lang in Lang::ALL {
            browser.speak(lang).await;
            let standard = &draft.standard;
            let mut words: Vec<String> = standard
                .lines
                .iter()
                .map(|line| &line.words)
                .chain([&standard.no_line])
                .map(|words| words.get(lang).to_owned())
                .collect();
            let text = xingzhan::i18n::text(lang);
            words.extend(["★", "☆", text.result.staircase, text.result.gains].map(str::to_owned));
            for page in [
                "",
                "/section/B",
                "/section/C",
                "/check",
                "/result",
                "/send",
                "/print/approval",
                "/print/points",
                "/print/todo",
            ] {
                browser.go(&format!("#/d/{id}{page}")).await;
                // Without what only quotes the standard's title, and links by their names.
                let shown = "(() => { const page = document.body.cloneNode(true); \
                    for (const link of page.querySelectorAll('a, title, h1, .print-bar')) link.remove(); return page.innerText })()";
                let shown = browser.value_of(shown).await;
                let shown = shown.as_str().unwrap_or_default();
                // Gates are told by the sheet with what they would do.
                let shown: String = if page == "/print/points" {
                    shown.split(text.result.gates).next().unwrap_or_default().to_owned()
                } else {
                    shown.to_owned()
                };
                let found: Vec<&String> = words.iter().filter(|word| shown.contains(word.as_str())).collect();
                assert!(found.is_empty(), "{engine:?} {} {page}: {found:?}", lang.tag());
                assert!(!browser.has("[data-gate], .staircase, [data-state=yes]").await, "{page}");
            }
            browser.go(&format!("#/d/{id}/result")).await;
            assert!(browser.text("[data-total]").await.contains('–'), "only the range");
        }
        browser.close().await;
    }
}
