//! A room on one page: everything that is asked from top to bottom with the keyboard, what shows it folded below.

use fantoccini::key::Key;
use serde_json::json;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::Months;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::ids::{FactId, ItemId};
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::fill::radio;
use xingzhan_browser_tests::plan;

/// What has the focus: its id, its kind, its item, and for a radio which of its group it is.
const NOW: &str = "(() => { const one = document.activeElement, item = one.closest('[data-item]'); \
    const group = one.type === 'radio' ? [...document.querySelectorAll(`[name='${one.name}']`)] : []; \
    return [one.id, one.type || '', item ? item.dataset.item : '', group.indexOf(one), group.map(one => one.value)] })()";

#[tokio::test]
async fn a_room_is_answered_on_one_page_from_top_to_bottom_with_few_keys() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let plan = plan::room();
        let id = browser.new_draft("liaison-room").await;
        browser.click("a[data-task=all]").await;
        browser.arrive(&format!("#/d/{id}/all")).await;
        let items =
            browser.value_of("[...document.querySelectorAll('[data-item]')].map(one => one.dataset.item)").await;
        let all: Vec<String> = plan.standard.items().map(|item| item.id.to_string()).collect();
        assert_eq!(items, json!(all), "{engine:?}: all of it, in order");
        let folded =
            "[...document.querySelectorAll('.more')].every(one => !one.open || one.querySelector('[data-lacks-note]'))";
        assert_eq!(browser.value_of(folded).await, json!(true), "{engine:?}: what shows it is folded");
        browser.tab_to(".answer input").await;
        let (mut keys, mut seen) = (0, Vec::new());
        loop {
            let now = browser.value_of(NOW).await;
            let (field, kind, item) =
                (now[0].as_str().expect("words"), now[1].as_str().expect("words"), now[2].as_str().expect("words"));
            if kind == "textarea" || seen.contains(&field.to_owned()) {
                break;
            }
            seen.push(field.to_owned());
            keys += answer(&browser, &plan, field, kind, item, &now).await + 1;
            browser.press(Key::Enter).await;
        }
        browser.saved().await;
        let mut whole_year = plan.clone();
        whole_year.record.months = Months::default();
        let score = whole_year.score();
        for item in plan.standard.scored() {
            let shown = browser.text(&format!("[data-points='{}']", item.id)).await;
            let wanted = xingzhan::i18n::range(score.item(&item.id).expect("scored").range);
            let answers = format!(
                "[...document.querySelectorAll(`[data-item='{}'] .answer input`)].map(one => [one.id, one.type === 'radio' ? one.checked : one.value])",
                item.id
            );
            assert_eq!(shown, wanted, "{engine:?}, {}: {}", item.id, browser.value_of(&answers).await);
        }
        assert!(keys < 150, "{engine:?}: {keys} keys");
        browser.close().await;
    }
}

/// Answers what has the focus as the draft says; how many keys it took.
async fn answer(
    browser: &Browser,
    plan: &Draft,
    field: &str,
    kind: &str,
    item: &str,
    now: &serde_json::Value,
) -> usize {
    let item = ItemId::try_from(item).expect("an item");
    let said = plan.record.answers.get(&item).and_then(|answer| answer.choice.clone());
    if kind == "radio" {
        let values: Vec<String> = serde_json::from_value(now[4].clone()).expect("values");
        let wanted = said.as_ref().and_then(radio).unwrap_or_else(|| "applies".to_owned());
        let from = usize::try_from(now[3].as_u64().expect("a place")).expect("a place");
        let to = values.iter().position(|value| *value == wanted);
        let Some(to) = to else { return 0 };
        if to == from {
            browser.press(Key::Space).await;
            return 1;
        }
        for _ in from..to {
            browser.press(Key::Down).await;
        }
        return to - from;
    }
    let number = if let (true, Some(Choice::Count(count))) = (field.ends_with("-count"), &said) {
        Some(*count)
    } else {
        let fact = field.strip_prefix(&format!("{item}-")).and_then(|fact| FactId::try_from(fact).ok());
        fact.and_then(|fact| plan.record.facts.asked(&fact))
    };
    let Some(number) = number.map(|number| number.to_string()) else { return 0 };
    browser.type_keys(&number).await;
    number.len()
}

#[tokio::test]
async fn links_lead_to_the_one_page_and_open_what_is_folded() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut plan = plan::room();
        let open = plan.standard.scored().last().expect("an item").id.clone();
        plan.choose(&open, None);
        for fact in plan
            .standard
            .needs(&plan.standard.item(&open).expect("it").clone())
            .iter()
            .map(|fact| fact.id.clone())
            .collect::<Vec<_>>()
        {
            plan.count(&fact, None);
        }
        let lacking = plan.standard.items().find(|item| item.note_required).map(|item| item.id.clone());
        if let Some(item) = &lacking {
            plan.note(item, String::new());
        }
        let id = browser.import_draft(&plan).await;
        browser.go(&format!("#/d/{id}/check")).await;
        browser.click(&format!("tr[data-row='{open}'] a")).await;
        browser.arrive(&format!("#/d/{id}/all/{open}")).await;
        browser.wait_until("the item has the focus", &format!("document.activeElement.id === 'item-{open}'")).await;
        // A line that leads to what is folded opens it.
        browser.go(&format!("#/d/{id}/check")).await;
        let press = "(() => { const one = [...document.querySelectorAll('#remarks details[data-remarks=Unshown] a')][0]; \
            if (!one) return ''; one.closest('details').open = true; one.click(); return one.textContent })()";
        let pressed = browser.value_of(press).await;
        if pressed != json!("") {
            let seen = "(() => { const one = document.activeElement; return one.matches('[data-ledger]') && one.offsetParent !== null })()";
            browser.wait_until("the ledger of that item has the focus and is seen", seen).await;
        }
        // Nothing lies beside the page on a telephone.
        if engine == Engine::Chromium {
            browser.resize(360, 740, 2).await;
            browser.go(&format!("#/d/{id}/all")).await;
            assert_eq!(browser.sideways().await, None, "{engine:?}");
            browser.usual_size().await;
        }
        browser.close().await;
    }
}
