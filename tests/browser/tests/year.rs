//! What the standard says of the year, as a person meets it: to whom the file goes and until when, the period at the
//! numbers and before sending, a phone that shares first, stars that wait for a visit, the sheet that a room's head signs.

use serde_json::json;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::date::CivilDate;
use xingzhan::model::record::Record;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::facts::Count;
use xingzhan::model::standard::ids::ItemId;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

async fn started(engine: Engine) -> Browser {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    browser
}

/// Whether all of these stand there, in this order.
fn in_order(said: &str, parts: &[&str]) -> bool {
    let places: Vec<Option<usize>> = parts.iter().map(|part| said.find(part)).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

#[tokio::test]
async fn the_task_list_of_a_room_speaks_of_its_township_its_steps_and_the_days_that_are_left() {
    for engine in Engine::BOTH {
        let browser = started(engine).await;
        // A clock that is always the same.
        let still = "const Real = Date; window.Date = class extends Real { \
            constructor(...of) { if (of.length) super(...of); else super(2026, 10, 29, 9) } }";
        browser.script(still, Vec::new()).await;
        let id = browser.new_draft("liaison-room").await;
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.go(&format!("#/d/{id}")).await;
        let said = browser.text("[data-year]").await;
        let parts = [
            "报送至：乡镇人大主席团（街道人大工委）",
            "报送截止：2026年12月5日，还有 6 天",
            "自评：2026年12月5日",
            "初评：2026年12月10日",
            "县级考核（抽查）：2026年12月25日",
        ];
        assert!(in_order(&said, &parts), "{engine:?} {said}");
        let lead = browser.text("main").await;
        assert!(lead.contains("共 22 项，台账在手边约 15 至 30 分钟"), "{lead}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_rooms_file_goes_to_its_township_in_a_chat_on_a_stick_or_by_mail() {
    for engine in Engine::BOTH {
        let browser = started(engine).await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.script("navigator.canShare = () => false", Vec::new()).await;
        browser.submit().await;
        let said = browser.text("[data-where-to]").await;
        assert!(said.contains("请用微信、U 盘或邮箱把这个文件交给乡镇（街道）。"), "{said}");
        assert!(!browser.text("main").await.contains("县里"), "{engine:?}");
        let ways = "[...document.querySelectorAll('[data-way]')].map(one => one.dataset.way)";
        assert_eq!(browser.value_of(ways).await, json!(["chat", "stick", "mail"]), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn on_a_phone_that_shares_files_sharing_comes_first() {
    for engine in Engine::BOTH {
        let browser = started(engine).await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/send")).await;
        let phone = "navigator.canShare = (what) => what.files.length === 1; const real = window.matchMedia; \
            window.matchMedia = (query) => query === '(pointer: coarse)' ? { matches: true } : real.call(window, query)";
        browser.script(phone, Vec::new()).await;
        browser.submit().await;
        let ways = "[...document.querySelectorAll('[data-way]')].map(one => one.dataset.way)";
        assert_eq!(browser.value_of(ways).await, json!(["phone", "chat", "stick", "mail"]), "{engine:?}");
        let shares =
            "[...document.querySelectorAll('button[data-do=share]')].map(one => one.closest('[data-way]').dataset.way)";
        assert_eq!(browser.value_of(shares).await, json!(["phone"]), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn the_period_stands_at_each_number_that_counts_and_a_day_after_it_is_asked_about() {
    let mut draft = plan::station();
    let item = ItemId::try_from("G4").expect("an item");
    draft.show(&item, |evidence| evidence.date = CivilDate::parse("2025-11-30"));
    for engine in Engine::BOTH {
        let browser = started(engine).await;
        let id = browser.import_draft(&draft).await;
        browser.go(&format!("#/d/{id}/section/G")).await;
        browser.find("#item-G4 [data-period]").await;
        let said = browser.text("#item-G4 [data-period]").await;
        assert_eq!(said, "统计期间：2025年12月1日至2026年11月30日，之后的计入下一年度。", "{engine:?}");
        browser.go(&format!("#/d/{id}/section/F")).await;
        let own =
            "[...document.querySelectorAll('#item-F1 .fact')].filter(one => one.querySelector('[data-period]')).length";
        assert_eq!(browser.value_of(own).await, json!(0), "who is in office is counted on the day");
        browser.go(&format!("#/d/{id}/send")).await;
        let asked = "[...document.querySelectorAll('#remarks a')].filter(one => one.textContent.includes('在统计期之前')).map(one => one.click())";
        assert_eq!(browser.value_of(asked).await.as_array().map(Vec::len), Some(1), "{engine:?}");
        browser.wait_until("the day has the focus", "document.activeElement.id === 'G4-date'").await;
        browser.close().await;
    }
}

#[tokio::test]
async fn five_stars_of_a_room_say_that_a_visit_confirms_them_and_its_head_signs_a_data_sheet() {
    let count = |number| Count::new(number).expect("a count");
    let mut draft = plan::room();
    draft.record = Record::default();
    for fact in draft.standard.facts.clone().iter().filter(|fact| fact.sum.is_none()) {
        let number = if ["concerns_pending", "seats_twice"].contains(&fact.id.as_str()) { 0 } else { 6 };
        draft.count(&fact.id, Some(count(number)));
    }
    for fact in ["registered", "files_kept"] {
        draft.count(&fact.try_into().expect("a fact"), Some(count(24)));
    }
    for item in draft.standard.scored().cloned().collect::<Vec<_>>() {
        let best = match &item.scale {
            Scale::YesNo => Choice::Yes(true),
            Scale::Levels(kind) => Choice::Level(u8::try_from(kind.levels.len() - 1).expect("few levels")),
            Scale::Count(kind) if kind.counts.is_none() => Choice::Count(count(3)),
            _ => continue,
        };
        draft.choose(&item.id, Some(best));
    }
    let score = draft.score();
    assert_eq!(score.worst.line(&draft.standard).map(|line| line.id.as_str()), Some("5"), "{:?}", score.total);
    for engine in Engine::BOTH {
        let browser = started(engine).await;
        let id = browser.import_draft(&draft).await;
        browser.go(&format!("#/d/{id}/result")).await;
        assert_eq!(
            browser.text("[data-visit]").await,
            i18n::awaits_visit(text(Lang::Zh), &draft.standard, &score).unwrap()
        );
        browser.click("a[data-sheet=approval]").await;
        browser.find("[data-numbers]").await;
        let leaf = browser.text(".leaves").await;
        assert!(leaf.contains("人大代表联络室基本数据采集表"), "{engine:?} {leaf}");
        assert!(leaf.contains("6 天") && !leaf.contains("盖章") && !leaf.contains("意见（"), "{engine:?} {leaf}");
        assert_eq!(browser.value_of("document.querySelectorAll('.boxes').length").await, json!(1), "{engine:?}");
        browser.close().await;
    }
}
