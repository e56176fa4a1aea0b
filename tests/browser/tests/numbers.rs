//! All numbers in one sitting: typed with the keyboard alone, the same as at their items, each with what it counts for; and
//! on paper, blank and filled in.

use serde_json::json;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::progress::NumbersFilled;
use xingzhan::model::record::facts::Count;
use xingzhan::model::standard::ids::{DraftId, FactId, ItemId};
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::scale::question::Question;
use xingzhan::routes::{Page, Route};
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

fn fact(id: &str) -> FactId {
    FactId::try_from(id).expect("an id")
}

#[tokio::test]
async fn all_numbers_are_typed_on_one_page_with_the_keyboard_and_stand_at_their_items() {
    for (engine, plan) in [(Engine::Chromium, plan::station()), (Engine::Firefox, plan::room())] {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft(plan.standard.id.as_str()).await;
        browser.click("a[data-task=facts]").await;
        browser.arrive(&format!("#/d/{id}/facts")).await;
        let NumbersFilled { asked, .. } = NumbersFilled::of(&plan);
        let fields =
            browser.value_of("[...document.querySelectorAll('main input.number')].map(field => field.id)").await;
        let fields: Vec<String> = serde_json::from_value(fields).expect("ids");
        assert_eq!(fields.len(), asked, "{engine:?}: a field for each number");
        browser.tab_to("input.number").await;
        for field in &fields {
            browser.wait_until(field, &format!("document.activeElement.id === '{field}'")).await;
            let typed = typed_of(&plan, field);
            browser.type_keys(&typed).await;
            browser.press(fantoccini::key::Key::Enter).await;
        }
        assert!(browser.text("[data-filled]").await.contains(&format!("{asked}/{asked}")), "{engine:?}");
        browser.saved().await;
        for field in &fields {
            let item = ItemId::try_from(field.split('-').next().expect("an item")).expect("an id");
            let place =
                Route::Draft(DraftId::try_from(id.as_str()).expect("an id"), Page::of_item(&plan.standard, &item));
            browser.go(&place.href()).await;
            assert_eq!(browser.field(&format!("[id='{field}']")).await, typed_of(&plan, field), "{engine:?}, {field}");
        }
        // One source: what is corrected at the item stands on the page.
        let first = fields.first().expect("a field");
        browser.go(&format!("#/d/{id}/section/{}", &first[..1])).await;
        browser.fill(&format!("[id='{first}']"), "7").await;
        browser.go(&format!("#/d/{id}/facts")).await;
        assert_eq!(browser.field(&format!("[id='{first}']")).await, "7", "{engine:?}");
        browser.close().await;
    }
}

/// What a person types into a field of this id, by a draft.
fn typed_of(plan: &Draft, field: &str) -> String {
    let (item, number) = field.split_once('-').expect("an item and a number");
    let count = if number == "count" {
        let typed = plan.count_typed(&ItemId::try_from(item).expect("an item"));
        typed.parts().0
    } else {
        plan.record.facts.asked(&fact(number))
    };
    count.expect("a number in the plan").to_string()
}

#[tokio::test]
async fn a_clash_is_said_at_both_numbers_and_leads_from_one_to_the_other() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut draft = plan::station();
        let persons = draft.record.facts.value(&draft.standard, &fact("persons")).expect("a sum");
        draft.count(&fact("registered"), Count::new(persons + 2));
        let asked = |id: &str| {
            let item = draft.standard.asked_at(&fact(id)).expect("asked").id.clone();
            (item.as_str()[..1].to_owned(), format!("{item}-{id}"))
        };
        let (registered, total) = (asked("registered"), asked("seats_twice"));
        let sum = total.1.replace("seats_twice", "persons");
        let id = browser.import_draft(&draft).await;
        // The total stands below what it is made of, where its parts are typed, and says what clashes with it.
        browser.go(&format!("#/d/{id}/section/{}", total.0)).await;
        let shown = browser.text(&format!("[id='{sum}']")).await;
        assert!(shown.contains(&persons.to_string()) && shown.contains("编入本站的代表"), "{shown}");
        let below = format!(
            "document.getElementById('{}').compareDocumentPosition(document.getElementById('{sum}')) & 4",
            total.1
        );
        assert_eq!(browser.value_of(&below).await, json!(4));
        browser.click(&format!("[id='{sum}'] [data-clash] a")).await;
        browser.wait_until("the other number", &format!("document.activeElement.id === '{}'", registered.1)).await;
        let there = browser.text(&format!("div:has(> .typed [id='{}'])", registered.1)).await;
        assert!(there.contains("代表总人数"), "{there}");
        // On the page of all numbers the way does not leave it.
        browser.go(&format!("#/d/{id}/facts")).await;
        browser.click("[data-fact-total=persons] [data-clash] a").await;
        browser.wait_until("the other number", &format!("document.activeElement.id === '{}'", registered.1)).await;
        assert_eq!(browser.value_of("location.hash").await, json!(format!("#/d/{id}/facts")));
        // Mended, nothing is said any more, at neither.
        browser.fill(&format!("[id='{}']", registered.1), &persons.to_string()).await;
        browser.wait_until("nothing clashes", "!document.querySelector('[data-clash]')").await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_numbers_are_printed_blank_and_filled_in_on_a4_with_room_to_write() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        for plan in [plan::station(), plan::room()] {
            let id = browser.import_draft(&plan).await;
            let mut pages = Vec::new();
            for name in ["data", "data-blank"] {
                browser.go(&format!("#/d/{id}/print/{name}")).await;
                browser.find(".leaves .leaf").await;
                let rows = browser.value_of("[...document.querySelectorAll('.leaves tr[data-role=item]')].map(row => row.cells[3].textContent.trim())").await;
                let rows: Vec<String> = serde_json::from_value(rows).expect("cells");
                let asked = NumbersFilled::of(&plan).asked;
                // A room's has its choices as well.
                let choices = |item: &&Item| matches!(item.ask(), Question::Choose(_) | Question::Tick(_));
                let choices = plan.standard.items().filter(choices).count();
                let choices = if plan.standard.one_page { choices } else { 0 };
                assert_eq!(rows.len(), asked + choices, "{engine:?}, {name}");
                let (numbers, chosen) = rows.split_at(asked);
                let filled = numbers.iter().filter(|cell| cell.chars().any(|one| one.is_ascii_digit())).count();
                assert_eq!(filled, if name == "data" { asked } else { 0 }, "{engine:?}, {name}: {rows:?}");
                let said = chosen.iter().filter(|cell| !cell.is_empty()).count();
                assert_eq!(said, if name == "data" { choices } else { 0 }, "{engine:?}, {name}: {rows:?}");
                let printed = browser.printed(name).await;
                assert_eq!(printed.sizes, vec![(297, 210); printed.pages.len()], "{engine:?}, {name}");
                pages.push(printed.pages.len());
            }
            assert!(pages.iter().all(|many| (1..=3).contains(many)), "{engine:?}: {pages:?} pages");
        }
        browser.close().await;
    }
}
