//! What is said before a submission is made leads to where it is mended, and back again; the list of all answers is
//! narrowed; the next open item is the next one.

use serde_json::json;
use xingzhan::model::standard::ids::ItemId;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

const FOCUSED: &str = "document.activeElement.id";

/// Waits until the element of this id has the focus and is in view below the bar.
async fn focused(browser: &Browser, id: &str) {
    let there = format!(
        "(() => {{ const one = document.activeElement, bar = document.querySelector('.draft-bar'); \
        if (one.id !== {id:?}) return false; const box = one.getBoundingClientRect(); \
        return box.bottom > (bar ? bar.getBoundingClientRect().bottom : 0) && box.top < innerHeight }})()"
    );
    browser.wait_until(&format!("{id} has the focus"), &there).await;
}

/// Presses the link in the block whose words hold this.
async fn press_line(browser: &Browser, words: &str) {
    let script = format!(
        "(() => {{ const links = [...document.querySelectorAll('#remarks a')]; const one = links.find(link => link.textContent.includes({words:?})); \
        if (!one) return links.map(link => link.textContent).join(' | '); \
        for (let box = one.closest('details'); box; box = box.parentElement.closest('details')) box.open = true; one.click(); return '' }})()"
    );
    assert_eq!(browser.value_of(&script).await, json!(""), "{words}");
}

#[tokio::test]
async fn every_line_before_handing_in_leads_to_its_field_and_back_to_the_lines() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut draft = plan::station();
        let standard = draft.standard.clone();
        draft.unit.name.clear();
        draft.posts.deputy.name.clear();
        draft.declaration.agreed = false;
        draft.unit.address = "路".repeat(121);
        let relation = standard.at_most.first().expect("a relation").clone();
        let most = draft.record.facts.value(&standard, &relation.most).expect("a number");
        draft.count(&relation.fact, xingzhan::model::record::facts::Count::new(most + 2));
        let note = standard.items().find(|item| item.note_required).expect("an item with a note").id.clone();
        draft.note(&note, String::new());
        draft.choose(&ItemId::try_from("B1").expect("an item"), None);
        let id = browser.import_draft(&draft).await;
        let asked = standard.asked_at(&relation.fact).expect("asked").id.clone();
        let fact = format!("{asked}-{}", relation.fact);
        for page in ["check", "send"] {
            let lines = [
                ("单位名称", "unit.name".to_owned()),
                ("副站长", "posts.deputy.name".to_owned()),
                ("地址：文字超过 120 字", "unit.address".to_owned()),
                ("多于", fact.clone()),
                ("还缺一句说明", format!("{note}-note")),
                ("B1 ", "item-B1".to_owned()),
            ];
            for (words, field) in lines {
                browser.go(&format!("#/d/{id}/{page}")).await;
                press_line(&browser, words).await;
                focused(&browser, &field).await;
                browser.click("a[data-back]").await;
                browser.arrive(&format!("#/d/{id}/{page}")).await;
                focused(&browser, "remarks").await;
                assert!(!browser.has("a[data-back]").await, "nothing leads back any more");
            }
        }
        // The button that cannot act yet leads to the lines.
        browser.go(&format!("#/d/{id}/send")).await;
        assert!(browser.text("[data-not-yet]").await.contains('3'), "three things stop it");
        browser.click("button[data-do=submit]").await;
        focused(&browser, "remarks").await;
        // On the page itself a line leads straight to the field.
        press_line(&browser, "声明").await;
        focused(&browser, "declaration.agreed").await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_list_of_all_answers_shows_the_basics_and_is_narrowed_and_searched() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut draft = plan::station();
        draft.choose(&ItemId::try_from("B1").expect("an item"), None);
        let id = browser.import_draft(&draft).await;
        browser.go(&format!("#/d/{id}/check")).await;
        let shown = "[...document.querySelectorAll('tr[id^=row-]')].filter(row => row.offsetParent).map(row => row.id.slice(4))";
        let all = browser.value_of(&format!("{shown}.length")).await.as_u64().expect("a number");
        assert!(all > 49 + 10, "{all} rows with the basics");
        assert!(browser.text("[id='row-unit.name']").await.contains(draft.unit.name.trim()));
        browser.choose("input[name=rows][value=open]").await;
        assert_eq!(browser.value_of(shown).await, json!(["B1"]));
        browser.choose("input[name=rows][value=all]").await;
        browser.fill("#search-answers", "b1").await;
        let found = browser.value_of(shown).await;
        assert!(found.as_array().is_some_and(|found| found.contains(&json!("B1")) && found.len() < 5), "{found}");
        browser.fill("#search-answers", "没有这样的字").await;
        assert_eq!(browser.value_of(shown).await, json!([]));
        let headings = "[...document.querySelectorAll('main h2')].filter(one => one.offsetParent && one.id !== 'remarks-title').length";
        assert_eq!(browser.value_of(headings).await, json!(0), "nor a heading without rows");
        browser.fill("#search-answers", "").await;
        // One step back to the row.
        browser.click("tr[data-row=G8] a").await;
        focused(&browser, "item-G8").await;
        browser.click("a[data-back]").await;
        focused(&browser, "row-G8").await;
        browser.click("[id='row-unit.name'] a").await;
        focused(&browser, "unit.name").await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_next_open_item_comes_after_the_one_a_person_is_at_and_is_named() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut draft = plan::station();
        for item in ["A1", "B1", "B2"] {
            draft.choose(&ItemId::try_from(item).expect("an item"), None);
        }
        let open: Vec<String> = {
            let score = draft.score();
            score.items.iter().take(score.asked).filter(|one| one.is_open()).map(|one| one.id.to_string()).collect()
        };
        let (first, last) = (open.first().expect("one"), open.last().expect("one"));
        let id = browser.import_draft(&draft).await;
        let link = async || browser.text("a[data-next]").await;
        assert_eq!(open, ["A1", "B1", "B2"]);
        assert!(link().await.contains(&format!("{first}，还有 {} 项", open.len())), "{}", link().await);
        // The focus says where a person is.
        browser.go(&format!("#/d/{id}/section/{}/{first}", &first[..1])).await;
        focused(&browser, &format!("item-{first}")).await;
        browser
            .wait_until(
                "the next one is named",
                &format!("document.querySelector('a[data-next]').textContent.includes({:?})", open[1]),
            )
            .await;
        browser.click("a[data-next]").await;
        focused(&browser, &format!("item-{}", open[1])).await;
        // Round from the last to the first.
        browser.go(&format!("#/d/{id}/section/{}/{last}", &last[..1])).await;
        browser
            .wait_until(
                "round to the first",
                &format!("document.querySelector('a[data-next]').textContent.includes({first:?})"),
            )
            .await;
        // Pressing the link does not change where it leads, though the focus leaves the item and another one stands
        // above it in view.
        browser.go(&format!("#/d/{id}/section/B")).await;
        browser.script("document.querySelector('input[name=B2]').focus({ preventScroll: true })", Vec::new()).await;
        browser.wait_until("behind B2", "document.querySelector('a[data-next]').textContent.includes('A1')").await;
        let above = "document.querySelector('[data-item=B1]').getBoundingClientRect().bottom > 100";
        assert_eq!(browser.value_of(above).await, json!(true), "B1 is in view above it");
        browser.click("a[data-next]").await;
        focused(&browser, "item-A1").await;
        // Where nothing has the focus, it is what is in view.
        let away = "document.activeElement.blur(); document.querySelector('[data-item=H1]') && document.querySelector('[data-item=H1]').scrollIntoView()";
        browser.go(&format!("#/d/{id}/section/H")).await;
        browser.script(away, Vec::new()).await;
        browser
            .wait_until(
                "behind the last open one",
                &format!("document.querySelector('a[data-next]').textContent.includes({first:?})"),
            )
            .await;
        assert_ne!(browser.value_of(FOCUSED).await, json!("item-H1"));
        browser.close().await;
    }
}
