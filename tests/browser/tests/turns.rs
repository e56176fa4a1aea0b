//! A long page is drawn from its top down, bit by bit, and what stands already can be used.

use serde_json::json;
use xingzhan::model::draft::Draft;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::ItemId;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// In the page: goes to a place and does something in the first frame in which a number can be typed.
const IN_THE_FIRST_FRAME: &str = "const [place, done] = arguments; \
    const look = () => document.querySelector('.answer input[data-fact]') ? done(act()) : requestAnimationFrame(look); \
    location.hash = place; requestAnimationFrame(look);";

/// A station whose first section has ten times as many items as in the built-in standard.
fn many() -> Draft {
    let mut standard = Standard::clone(&plan::standard("liaison-station"));
    let section = &mut standard.sections[0];
    let once = section.items.clone();
    for time in 2..=10 {
        section.items.extend(once.iter().cloned().map(|mut item| {
            item.id = ItemId::try_from(format!("{}-{time}", item.id)).expect("an item's id");
            item
        }));
    }
    section.points = section.items.iter().map(|item| item.points).sum();
    standard.points = standard.sections.iter().map(|section| section.points).sum();
    plan::plan(plan::issued(&standard), "多项联络站")
}

#[tokio::test]
async fn what_stands_of_a_long_page_can_be_answered_before_the_rest_is_drawn() {
    let plan = many();
    let items: Vec<String> = plan.standard.sections[0].items.iter().map(|item| item.id.to_string()).collect();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan).await;
        let act = "const act = () => { \
            const fields = document.querySelectorAll('.answer input[data-fact]'); \
            const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; \
            set.call(fields[0], '7'); fields[0].dispatchEvent(new Event('input', { bubbles: true })); \
            return [document.querySelectorAll('fieldset[data-item]').length, fields[0].dataset.fact]; };";
        let place = json!(format!("#/d/{id}/section/A"));
        let found = browser.script_until_called(&format!("{act} {IN_THE_FIRST_FRAME}"), vec![place]).await;
        let stood = usize::try_from(found[0].as_u64().expect("a number")).expect("a small number");
        assert!(stood < items.len(), "{stood} of {} items stood when the first number could be typed", items.len());
        browser.settle().await;
        let stands =
            browser.value_of("[...document.querySelectorAll('fieldset[data-item]')].map((one) => one.dataset.item)");
        assert_eq!(stands.await, json!(items), "all of them, in their order");
        let fact = found[1].as_str().expect("the fact that was typed");
        assert_eq!(browser.field(&format!("input[data-fact='{fact}']")).await, "7", "what was typed still stands");
        browser.saved().await;
        let kept = browser.save_draft(&id).await;
        let kept = kept.record.facts.iter().find(|(known, _)| known.as_str() == fact).map(|(_, count)| count.get());
        assert_eq!(kept, Some(7), "and is kept");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_link_into_a_long_page_leads_to_its_item_and_stays_there() {
    let plan = many();
    let last = plan.standard.sections[0].items.last().expect("an item").id.to_string();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan).await;
        browser.go(&format!("#/d/{id}/section/A/{last}")).await;
        browser.wait_until("the item has the focus", &format!("document.activeElement.id === 'item-{last}'")).await;
        let place = "[Math.round(document.activeElement.getBoundingClientRect().top), scrollY]";
        let before = browser.value_of(place).await;
        assert!(before[1].as_f64() > Some(1000.0), "it is far down: {before}");
        browser.settle().await;
        assert_eq!(browser.value_of(place).await, before, "nothing comes above it afterwards");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_long_page_that_is_left_while_it_is_drawn_leaves_nothing_behind() {
    let plan = many();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan).await;
        let act = format!("const act = () => {{ location.hash = '#/d/{id}'; return 0 }};");
        let place = json!(format!("#/d/{id}/section/A"));
        browser.script_until_called(&format!("{act} {IN_THE_FIRST_FRAME}"), vec![place]).await;
        browser.arrive(&format!("#/d/{id}")).await;
        assert_eq!(browser.value_of("document.querySelectorAll('fieldset[data-item]').length").await, 0);
        assert!(browser.has("a[data-task=A]").await, "the page that was gone to stands");
        assert_eq!(browser.errors().await, Vec::<String>::new());
        // And the next long page is whole again.
        browser.go(&format!("#/d/{id}/section/A")).await;
        let many = plan.standard.sections[0].items.len();
        assert_eq!(browser.value_of("document.querySelectorAll('fieldset[data-item]').length").await, many);
        browser.close().await;
    }
}

#[tokio::test]
async fn a_long_page_that_is_printed_while_it_is_drawn_is_whole() {
    let plan = many();
    let many = u64::try_from(plan.standard.sections[0].items.len()).expect("a number");
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan).await;
        // What is drawn when the listeners and what they have begun have ended is on the paper: less than a turn later.
        let act = "const count = () => document.querySelectorAll('fieldset[data-item]').length; \
            const act = () => { const before = count(); window.dispatchEvent(new Event('beforeprint')); \
              const { port1, port2 } = new MessageChannel(); port2.postMessage(0); \
              return new Promise((ready) => (port1.onmessage = () => ready([before, count()]))) };";
        let look = IN_THE_FIRST_FRAME.replace("done(act())", "act().then(done)");
        let place = json!(format!("#/d/{id}/section/A"));
        let found = browser.script_until_called(&format!("{act} {look}"), vec![place]).await;
        assert!(found[0].as_u64() < Some(many), "not all of it stood: {found}");
        assert_eq!(found[1], json!(many), "{engine:?}: all of it does when it is printed");
        browser.close().await;
    }
}
