//! The whole job with the keyboard alone.

use crate::job;
use fantoccini::key::Key;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::app::Written;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine};
use xingzhan_browser_tests::fill::{lines, parts, radio};
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn a_room_is_filled_in_and_sent_with_the_keyboard_alone() {
    let plan = plan::room();
    for (engine, delivery) in [(Engine::Chromium, Delivery::File), (Engine::Firefox, Delivery::Hosted)] {
        let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        browser.enter("a[data-door=station]").await;
        browser.arrive("#/mine").await;
        browser.enter("button[data-new=liaison-room]").await;
        browser.wait_until("the task list is open", r"/^#\/d\/[^/]+$/.test(location.hash)").await;
        let tasks = browser.value_of("location.hash").await.as_str().expect("an address").to_owned();
        let id = tasks.trim_start_matches("#/d/").to_owned();

        go_to_task(&browser, &tasks, "basics").await;
        for (name, text) in lines(&plan) {
            browser.enter_text(&format!("input[name='{name}']"), text).await;
        }
        if plan.posts.acting {
            browser.tab_to("input[name='posts.acting']").await;
            browser.press(Key::Space).await;
        }
        browser.tab_to("select[name=months]").await;
        let months = plan.record.months.get().to_string();
        for _ in 0..12 {
            if browser.field("select[name=months]").await != months {
                browser.press(Key::Down).await;
            }
        }
        assert_eq!(browser.field("select[name=months]").await, months);
        back_to_tasks(&browser, &tasks).await;

        for part in parts(&plan.standard) {
            // A room is filled in on one page; section by section is folded.
            browser.tab_to(".parts summary").await;
            browser.press(Key::Enter).await;
            go_to_task(&browser, &tasks, part.path.rsplit('/').next().expect("a name")).await;
            for item in &part.items {
                fill_item(&browser, item, &plan).await;
            }
            back_to_tasks(&browser, &tasks).await;
        }

        for read in ["check", "result"] {
            go_to_task(&browser, &tasks, read).await;
            back_to_tasks(&browser, &tasks).await;
        }
        go_to_task(&browser, &tasks, "send").await;
        let written = send(&browser, &plan).await;
        job::assert_written(&browser, &written, &plan, &StandardLibrary::built_in().expect("the built-in standards"))
            .await;
        assert!(written.text.contains(&plan.unit.name), "{id}");
        browser.close().await;
    }
}

async fn go_to_task(browser: &Browser, tasks: &str, task: &str) {
    browser.enter(&format!("a[data-task='{task}']")).await;
    browser.wait_until("the page changes", &format!("location.hash !== '{tasks}'")).await;
    browser.settle().await;
    let heading = "document.activeElement === document.querySelector('h1')";
    browser.wait_until("the heading has the focus", heading).await;
}

async fn back_to_tasks(browser: &Browser, tasks: &str) {
    browser.enter("a[data-go=tasks]").await;
    browser.arrive(tasks).await;
}

async fn fill_item(browser: &Browser, item: &Item, plan: &Draft) {
    let id = &item.id;
    for fact in plan.standard.needs(item) {
        if plan.standard.asked_at(&fact.id).is_some_and(|first| first.id == *id) {
            let number = plan.record.facts.asked(&fact.id).expect("a number for every fact").to_string();
            let css = format!("fieldset[data-item='{id}'] input[data-fact='{}']", fact.id);
            browser.enter_text(&css, &number).await;
        }
    }
    let Some(answer) = plan.record.answers.get(id) else { return };
    match &answer.choice {
        None => {}
        Some(Choice::Count(count)) => {
            browser.enter_text(&format!("input[data-count='{id}']"), &count.to_string()).await;
        }
        Some(Choice::Parts(there)) => {
            for part in there {
                browser.enter_tick(id.as_str(), &format!("part-{part}")).await;
            }
        }
        Some(Choice::Faults(found)) => {
            for (at, count) in found.iter().enumerate() {
                let count = count.expect("every fault is counted").to_string();
                browser.enter_text(&format!("input[id='{id}-fault-{at}']"), &count).await;
            }
        }
        Some(Choice::Text(text)) => browser.enter_text(&format!("textarea[data-text='{id}']"), text).await,
        Some(choice) => browser.enter_choice(id.as_str(), &radio(choice).expect("chosen with a radio")).await,
    }
    for (field, text) in [("ledger", &answer.evidence.ledger), ("page", &answer.evidence.page)] {
        if !text.is_empty() {
            browser.enter_text(&format!("input[data-{field}='{id}']"), text).await;
        }
    }
    if let Some(date) = answer.evidence.date {
        enter_date(browser, &format!("input[data-date='{id}']"), date).await;
    }
    if !answer.note.is_empty() {
        browser.enter_text(&format!("textarea[data-note='{id}']"), &answer.note).await;
    }
}

async fn enter_date(browser: &Browser, css: &str, date: xingzhan::model::date::CivilDate) {
    browser.tab_to(css).await;
    for _ in 0..3 {
        browser.press(Key::Left).await;
    }
    // The order in which Chromium shows a day in the only language that is always installed with it.
    browser.type_keys(&format!("{:02}{:02}{}", date.month(), date.day(), date.year())).await;
    assert_eq!(browser.field(css).await, date.to_string(), "{css}");
}

async fn send(browser: &Browser, plan: &Draft) -> Written {
    browser.enter_text("input[name='declaration.name']", &plan.declaration.name).await;
    browser.enter_text("input[name='declaration.post']", &plan.declaration.post).await;
    enter_date(browser, "input[name='declaration.date']", plan.declaration.date.expect("a day")).await;
    browser.tab_to("input[name='declaration.agreed']").await;
    browser.press(Key::Space).await;
    browser.wait_until("nothing is lacking", "!document.querySelector('[data-lack]')").await;
    let before = browser.downloads();
    browser.enter("button[data-do=submit]").await;
    Written::read(&browser.downloaded(&before).await)
}
