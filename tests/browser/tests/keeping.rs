//! Nothing that was typed is lost: one of two places is enough, every step can be undone, earlier states and
//! removed drafts come back, files are merged place by place.

use serde_json::json;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, WAYS};
use xingzhan_browser_tests::plan;

const NAME: &str = "input[name='unit.name']";

#[tokio::test]
async fn either_place_alone_is_enough() {
    for (what, script) in [
        ("local storage", "localStorage.clear()"),
        ("the journal", "new Promise(done => { indexedDB.deleteDatabase('xingzhan.1').onsuccess = done })"),
    ] {
        let plan = plan::room();
        let browser = Browser::start().await;
        browser.open_app().await;
        let id = browser.import_draft(&plan).await;
        browser.saved().await;
        browser.go("#/").await;
        let run = format!("const done = arguments[0]; Promise.resolve({script}).then(() => done())");
        browser.script_until_called(&run, Vec::new()).await;
        browser.reload().await;
        browser.go("#/mine").await;
        browser.find(&format!("li[data-draft='{id}']")).await;
        assert_same_content(&browser.save_draft(&id).await, &plan);
        browser.saved().await;
        assert!(!browser.errors().await.iter().any(|error| error.contains("panicked")), "without {what}");
        browser.close().await;
    }
}

#[tokio::test]
async fn storage_that_is_cleared_while_the_page_is_open_costs_nothing() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill(NAME, "清空之前").await;
    browser.saved().await;
    let clear = "const done = arguments[0]; localStorage.clear(); \
        indexedDB.deleteDatabase('xingzhan.1').onsuccess = () => done()";
    browser.script_until_called(clear, Vec::new()).await;
    browser.fill("input[name='unit.hours']", "清空之后").await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field(NAME).await, "清空之前");
    assert_eq!(browser.field("input[name='unit.hours']").await, "清空之后");
    browser.close().await;
}

#[tokio::test]
async fn edits_are_undone_and_done_again_where_they_were_made() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill(NAME, "五里店").await;
    browser.go(&format!("#/d/{id}/section/A")).await;
    browser.choose("#A1-yes, [id^='A1-level']").await;
    let answered = browser.text("[data-answered]").await;
    browser.go(&format!("#/d/{id}/result")).await;
    browser.click("button[data-do=undo]").await;
    browser.wait_until("the page of the item", "location.hash.includes('/section/A')").await;
    browser.wait_until("it is open again", "document.querySelector('[data-item=A1]').dataset.open === 'true'").await;
    browser.click("button[data-do=redo]").await;
    browser
        .wait_until("it is answered again", "document.querySelector('[data-item=A1]').dataset.open === 'false'")
        .await;
    assert_eq!(browser.text("[data-answered]").await, answered);
    browser.click("button[data-do=undo]").await;
    browser.click("button[data-do=undo]").await;
    browser.wait_until("the basics", "location.hash.endsWith('/basics')").await;
    browser.wait_until("the name is gone", &format!("document.querySelector(\"{NAME}\").value === ''")).await;
    browser.wait_until("nothing is left to undo", "document.querySelector('button[data-do=undo]').disabled").await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field(NAME).await, "", "undoing is saved like any edit");
    browser.close().await;
}

#[tokio::test]
async fn an_earlier_state_can_be_looked_at_gone_back_to_and_undone() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/history")).await;
    browser.find("li[data-snapshot]").await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill(NAME, "改过的名字").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/history")).await;
    browser.find("li[data-snapshot]").await;
    browser.click("li[data-snapshot]:last-child button[data-do=look]").await;
    browser.find("li[data-snapshot]:last-child [data-difference]").await;
    let table = browser.text("li[data-snapshot]:last-child .differences").await;
    assert!(table.contains("改过的名字") && table.contains(&plan::room().unit.name), "{table}");
    browser.click("li[data-snapshot]:last-child button[data-do=restore]").await;
    browser.wait_until("it says so", "document.querySelector('[data-restored]').innerText").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/basics")).await;
    assert_eq!(browser.field(NAME).await, plan::room().unit.name);
    browser.click("button[data-do=undo]").await;
    browser.wait_until("undone", &format!("document.querySelector(\"{NAME}\").value === '改过的名字'")).await;
    browser.close().await;
}

#[tokio::test]
async fn a_removed_draft_comes_back_out_of_the_bin() {
    let plan = plan::room();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    browser.saved().await;
    browser.go("#/mine").await;
    browser.click(&format!("li[data-draft='{id}'] button[data-do=remove]")).await;
    browser.wait_until("it is gone", &format!("!document.querySelector(\"li[data-draft='{id}']\")")).await;
    browser.reload().await;
    assert!(!browser.has("li[data-draft]").await);
    browser.click("li[data-binned] button[data-do=take-back]").await;
    browser.wait_until("it is open", "location.hash.startsWith('#/d/')").await;
    assert_same_content(&browser.save_draft(&id).await, &plan);
    browser.close().await;
}

#[tokio::test]
async fn a_file_is_merged_place_by_place_and_that_can_be_undone() {
    let ours = plan::room();
    let mut theirs = ours.clone();
    theirs.unit.hours = "每周五下午".to_owned();
    theirs.unit.code = "R-07".to_owned();
    let mut here = ours.clone();
    here.unit.code = String::new();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&here).await;
    browser.saved().await;
    let file = browser.file("手机.json", xingzhan::model::files::json::canonical(&theirs).as_bytes());
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("draft"));
    browser.click(&format!("[data-merge-into='{id}']")).await;
    browser.find("[data-difference]").await;
    let rows = browser.texts("[data-difference]").await;
    assert_eq!(rows.len(), 2, "{rows:?}");
    let ticked = browser.value_of("[...document.querySelectorAll('.differences input')].map(box => box.checked)").await;
    assert_eq!(ticked, json!([true, false]), "what is new is taken, what differs is not");
    browser.click("button[data-do=merge]").await;
    browser.wait_until("it says so", "document.querySelector('[data-merged]').innerText").await;
    let merged = browser.save_draft(&id).await;
    assert_eq!((merged.unit.code.as_str(), &merged.unit.hours), ("R-07", &ours.unit.hours));
    browser.click("button[data-do=undo]").await;
    browser.settle().await;
    assert_eq!(browser.save_draft(&id).await.unit.code, "");
    browser.close().await;
}

#[tokio::test]
async fn another_version_of_the_standard_carries_what_is_asked_as_before_and_marks_what_is_not() {
    let plan = plan::station();
    let (changed, dropped) = (plan.standard.sections[0].items[0].clone(), plan.standard.texts.last().expect("a text"));
    let asked = dropped.words.get(Lang::Zh).to_owned();
    let (changed, dropped) = (changed.id, dropped.id.clone());
    let newer = plan::reissued(&plan.standard, |newer| {
        newer["version"] = json!(plan.standard.version + 1);
        let words = &mut newer["sections"][0]["items"][0]["words"]["zh"];
        *words = json!(format!("{}（新说法）", words.as_str().expect("words")));
        newer["texts"].as_array_mut().expect("texts").pop();
        for scheme in newer["schemes"].as_array_mut().expect("schemes") {
            for tag in scheme["tags"].as_array_mut().expect("tags") {
                tag["items"].as_array_mut().expect("items").retain(|item| *item != json!(dropped));
            }
        }
    });
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    browser.saved().await;
    let file = browser.file("新标准.json", newer.text().as_bytes());
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("standard"));
    browser.click("button[data-do=accept]").await;
    browser.find("[data-added]").await;
    browser.go(&format!("#/d/{id}")).await;
    browser.click("[data-version] button[data-do=change-version]").await;
    // What has no place any more stays until the person lets it go.
    let left = browser.text("[data-left]").await;
    assert!(left.contains(&asked) && !left.contains(&format!("{dropped} ")), "{left}");
    browser.go(&format!("#/d/{id}/section/A")).await;
    let marked = browser.script("return [...document.querySelectorAll('[data-reconfirm]')].map(mark => mark.closest('[data-item]').dataset.item)", Vec::new()).await;
    assert_eq!(marked, json!([changed.as_str()]), "only what is worded otherwise is marked");
    browser.click("[data-reconfirm] button[data-do=confirm]").await;
    browser.wait_until("the mark is gone", "!document.querySelector('[data-reconfirm]')").await;
    browser.go(&format!("#/d/{id}")).await;
    browser.click("[data-left] button[data-do=let-go]").await;
    browser.wait_until("it is let go", "!document.querySelector('[data-left]')").await;
    let carried = browser.save_draft(&id).await;
    assert_eq!(carried.standard.version, newer.version);
    assert_eq!(carried.record.facts, plan.record.facts);
    for item in plan.standard.scored() {
        assert_eq!(carried.record.answers.get(&item.id), plan.record.answers.get(&item.id), "{}", item.id);
    }
    browser.close().await;
}

#[tokio::test]
async fn a_draft_says_what_was_handed_over_and_that_it_was_changed_since() {
    for (engine, delivery) in WAYS {
        let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/send")).await;
        assert!(!browser.has("[data-handed-over]").await);
        let written = browser.submit().await;
        browser.find("[data-handed-over]").await;
        assert!(!browser.has("[data-changed]").await);
        let code = browser.text("[data-code]").await;
        assert!(browser.text("[data-handed-over]").await.contains(&code) && written.text.contains(&code));
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.fill("input[name='unit.hours']", "改了开放时间").await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.find("[data-changed]").await;
        browser.close().await;
    }
}
