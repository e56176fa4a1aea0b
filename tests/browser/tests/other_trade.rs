//! A standard from another trade: everything works, and no word of the first trade is left.

use crate::job;
use serde_json::json;
use xingzhan::model::scoring::tags::totals;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::BrowserConfig;
use xingzhan_browser_tests::{pages, plan};

fn practice() -> IssuedStandard {
    let problems = |problems: Vec<_>| panic!("the fixture has problems: {problems:?}");
    IssuedStandard::read(include_str!("../fixtures/practice-station.json")).unwrap_or_else(problems)
}

#[tokio::test]
async fn a_standard_of_another_trade_is_opened_filled_in_sent_and_opened_again() {
    let standard = practice();
    let mut plan = plan::plan(standard.clone(), "幸福社区文明实践站");
    for item in standard.items() {
        // The sentences that the other plans type speak of the other trade.
        plan.record.answers.edit(&item.id, |answer| {
            answer.note = answer.note.replace("接待", "值班");
            if let Some(xingzhan::model::record::answers::Choice::Text(text)) = &mut answer.choice {
                *text = "志愿者“上门”听心声，\n办好身边小事。".to_owned();
            }
        });
    }
    let browser = Browser::start().await;
    browser.open_app().await;
    job::take_over_standard(&browser, &standard).await;
    browser.reload().await;
    let id = browser.new_draft("practice-station").await;
    job::fill_with_a_reload_half_way(&browser, &id, &plan).await;
    job::see_the_score(&browser, &id, &plan).await;
    see_lamps(&browser, &id, &plan).await;

    let written = job::send(&browser, &id, &plan).await;
    job::assert_plain_name(&written.name);
    let mut library = StandardLibrary::built_in().expect("the built-in standards");
    library.add(standard.clone());
    job::assert_written(&browser, &written, &plan, &library).await;

    for (name, place) in pages::of_draft(&standard, &id) {
        browser.go(&place).await;
        let everything = "document.title + document.documentElement.outerHTML";
        let everything = browser.value_of(everything).await.as_str().expect("text").to_owned();
        for word in ["人大", "代表", "联络站", "联络室", "选民", "deput"] {
            assert!(!everything.contains(word), "{name} says {word}");
        }
    }
    browser.close().await;
    job::reopen_elsewhere(BrowserConfig::default(), &written, &plan, Some(&standard)).await;
}

/// The lamps of its tags are as the engine says.
async fn see_lamps(browser: &Browser, id: &str, plan: &xingzhan::model::draft::Draft) {
    browser.go(&format!("#/d/{id}/result")).await;
    for (scheme, won) in plan.standard.schemes.iter().zip(totals(&plan.standard, &plan.score())) {
        for tag in won.tags {
            assert!(scheme.lamps);
            let lit = browser.attribute(&format!("[data-lamp='{}']", tag.id), "data-lit").await;
            assert_eq!(json!(lit), json!(format!("{:?}", tag.lamp).to_lowercase()), "{}", tag.id);
        }
    }
}

#[tokio::test]
async fn a_standard_in_chinese_alone_can_be_filled_in_with_the_page_in_english() {
    let standard = practice();
    let browser = Browser::start().await;
    browser.open_app().await;
    job::take_over_standard(&browser, &standard).await;
    browser.speak(xingzhan::model::standard::words::Lang::En).await;
    let id = browser.new_draft("practice-station").await;
    for (name, place) in pages::of_draft(&standard, &id) {
        browser.go(&place).await;
        assert_ne!(browser.text("h1").await, "", "{name}");
    }
    browser.close().await;
}

#[tokio::test]
async fn parts_are_ticked_and_faults_are_counted_with_the_keyboard() {
    let standard = practice();
    let browser = Browser::start().await;
    browser.open_app().await;
    job::take_over_standard(&browser, &standard).await;
    let id = browser.new_draft("practice-station").await;
    let place = format!("#/d/{id}/section/X");
    browser.go(&place).await;
    let told = browser.told_of("[data-item=X3] .answer input, [data-item=X4] .answer input").await;
    let told: Vec<String> = told.into_iter().map(|one| format!("{} {}", one.role, one.name)).collect();
    let wanted = [
        "checkbox 有点单制度",
        "checkbox 有派单台账",
        "checkbox 有回访记录",
        "checkbox 以上都没有",
        "textbox 月报缺项",
        "textbox 制度未执行",
    ];
    assert_eq!(told.len(), wanted.len(), "{told:?}");
    assert!(told.iter().zip(wanted).all(|(told, wanted)| told.starts_with(wanted)), "{told:?}");
    let points = async |item: &str| browser.text(&format!("[data-points={item}]")).await;

    assert_eq!([points("X3").await, points("X4").await], ["0 – 3", "0 – 2"]);
    browser.enter_tick("X3", "part-2").await;
    assert_eq!(points("X3").await, "1");
    browser.enter_tick("X3", "none").await;
    assert_eq!(points("X3").await, "0");
    assert_eq!(browser.value_of("document.querySelectorAll('[data-item=X3] :checked').length").await, json!(1));
    browser.click("button[data-do=undo]").await;
    browser.wait_until("the part is ticked again", "document.querySelector('#X3-part-2').checked").await;
    assert_eq!(points("X3").await, "1");

    browser.enter_text("#X4-fault-0", "3").await;
    assert_eq!(points("X4").await, "0 – 1.4");
    browser.enter_text("#X4-fault-1", "两次").await;
    assert_eq!(browser.attribute("#X4-fault-1", "aria-invalid").await.as_deref(), Some("true"));
    assert_eq!([points("X4").await, browser.field("#X4-fault-0").await], ["0 – 1.4", "3"]);
    browser.reload().await;
    assert_eq!([browser.field("#X4-fault-0").await, browser.field("#X4-fault-1").await], ["3", "两次"]);
    browser.fill("#X4-fault-1", "1").await;
    assert_eq!([points("X3").await, points("X4").await], ["1", "0.4"]);
    browser.saved().await;

    browser.go(&format!("#/d/{id}/check")).await;
    let rows = [browser.text("tr[data-row=X3]").await, browser.text("tr[data-row=X4]").await];
    assert!(rows[0].contains("有回访记录") && rows[0].contains("1 / 3"), "{rows:?}");
    assert!(rows[1].contains("月报缺项 3 项；制度未执行 1 次") && rows[1].contains("0.4 / 2"), "{rows:?}");

    let (_, _) = browser.second_window(&place).await;
    browser.wait_until("it only reads", "document.querySelector('#X3-part-0').matches(':disabled')").await;
    assert_eq!(browser.value_of("document.querySelector('#X4-fault-0').matches(':disabled')").await, json!(true));
    browser.close().await;
}
