//! A standard is stored once in each place, beside the drafts that name it; what damages it is mended, or told and
//! brought by its file.

use serde_json::{Value, json};
use std::path::PathBuf;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::json::canonical;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::plan;

/// A county's own version of the standard, which no copy of the program has in it, and a filled draft by it.
pub(crate) fn of_a_county() -> (IssuedStandard, Draft) {
    let plan = plan::room();
    let version = json!(plan.standard.version + 7);
    let standard = plan::reissued(&plan.standard, |standard| standard["version"] = version);
    (standard.clone(), Draft { standard, ..plan })
}

pub(crate) fn standard_file(browser: &Browser, standard: &IssuedStandard) -> PathBuf {
    browser.file("标准.json", standard.text().as_bytes())
}

/// Does something with each standard in both places: `change` is given its text and gives another, or nothing where it
/// is to be taken away. How many there were in each place.
pub(crate) async fn change_standards(browser: &Browser, places: &[&str], change: &str) -> (u64, u64) {
    let script = format!(
        "const [places, done] = arguments; const change = {change}; const is = key => key.includes('.standard.'); \
         const local = Object.keys(localStorage).filter(is); \
         if (places.includes('local')) for (const key of local) {{ const text = change(localStorage.getItem(key)); \
           text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text) }} \
         indexedDB.open('xingzhan.1').onsuccess = ({{ target: {{ result }} }}) => {{ \
           const all = result.transaction('texts', 'readwrite'), store = all.objectStore('texts'); let many = 0; \
           store.openCursor().onsuccess = ({{ target: {{ result: at }} }}) => {{ if (!at) return; \
             if (is(at.key)) {{ many += 1; if (places.includes('journal')) {{ const text = change(at.value); \
               text === null ? at.delete() : at.update(text) }} }} at.continue() }}; \
           all.oncomplete = () => {{ result.close(); done([local.length, many]) }} }}"
    );
    let many = browser.script_until_called(&script, vec![json!(places)]).await;
    let [local, journal] = many.as_array().map(Vec::as_slice).unwrap_or_default() else { panic!("{many}") };
    (local.as_u64().expect("a number"), journal.as_u64().expect("a number"))
}

const GONE: &str = "text => null";
const DAMAGED: &str = "text => text.replace('2026', '2027')";
pub(crate) const AS_IT_IS: &str = "text => text";
const BOTH: [&str; 2] = ["local", "journal"];

#[tokio::test]
async fn many_drafts_have_one_standard_in_each_place() {
    let browser = Browser::start().await;
    browser.open_app().await;
    for _ in 0..3 {
        browser.new_draft("liaison-station").await;
        browser.saved().await;
    }
    assert_eq!(change_standards(&browser, &BOTH, AS_IT_IS).await, (1, 1));
    let stored =
        "Object.entries(localStorage).filter(([key]) => key.includes('.draft.')).map(([, text]) => text.length)";
    let long = browser.value_of(stored).await;
    let long: Vec<u64> = long.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    assert!(long.len() == 3 && long.iter().all(|long| *long < 1000), "{long:?}");
    browser.close().await;
}

#[tokio::test]
async fn a_standard_that_is_missing_everywhere_is_told_and_brought_by_its_file() {
    let (standard, draft) = of_a_county();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    browser.saved().await;
    for spoil in [GONE, DAMAGED] {
        browser.go("#/").await;
        assert_eq!(change_standards(&browser, &BOTH, spoil).await, (1, 1));
        browser.reload().await;
        let before = browser.stored().await;
        for place in ["", "/basics", "/send"] {
            browser.go(&format!("#/d/{id}{place}")).await;
            browser.find("#bring-standard").await;
            let told = browser.text("main").await;
            assert!(told.contains(standard.id.as_str()) && told.contains(&standard.version.to_string()), "{told}");
        }
        let text = std::fs::read(browser.download("button[data-do=save-raw]").await).expect("a file");
        // Another version, another kind of file, no file of ours.
        for (name, wrong) in [
            ("别的.json", plan::room().standard.text().to_owned()),
            ("申报.json", "{}".to_owned()),
            ("原样.json", String::from_utf8(text).expect("text")),
        ] {
            browser.upload("#bring-standard", &browser.file(name, wrong.as_bytes())).await;
            browser.wait_until("it is refused", "document.querySelector('main [role=alert]').innerText").await;
        }
        assert_eq!(browser.stored().await, before, "nothing is changed before the right file comes");
        browser.upload("#bring-standard", &standard_file(&browser, &standard)).await;
        browser.wait_until("the draft is open", "document.querySelector('[data-saved=saved]')").await;
        assert_same_content(&browser.save_draft(&id).await, &draft);
        browser.saved().await;
    }
    browser.close().await;
}

#[tokio::test]
async fn a_draft_file_with_the_same_standard_brings_it_as_well() {
    let (_, draft) = of_a_county();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    browser.saved().await;
    browser.go("#/").await;
    change_standards(&browser, &BOTH, GONE).await;
    browser.reload().await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.find("#bring-standard").await;
    let other = browser.file("草稿.json", canonical(&Draft { year: 2027, ..draft.clone() }).as_bytes());
    browser.upload("#bring-standard", &other).await;
    browser.wait_until("the draft is open", "document.querySelector('[data-saved=saved]')").await;
    assert_same_content(&browser.save_draft(&id).await, &draft);
    browser.close().await;
}

/// Changes something and changes it back.
async fn save_once_more(browser: &Browser, id: &str, draft: &Draft) {
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.hours']", "一时").await;
    browser.saved().await;
    browser.fill("input[name='unit.hours']", &draft.unit.hours).await;
    browser.saved().await;
}

#[tokio::test]
async fn a_standard_that_is_damaged_in_one_place_is_taken_from_the_other_and_mended() {
    let (_, draft) = of_a_county();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    browser.saved().await;
    for (place, spoil) in [("local", DAMAGED), ("local", GONE), ("journal", DAMAGED), ("journal", GONE)] {
        browser.go("#/").await;
        change_standards(&browser, &[place], spoil).await;
        browser.reload().await;
        // What is mended is written; the page is quiet after that.
        browser.go(&format!("#/d/{id}/send")).await;
        browser.saved().await;
        assert_same_content(&browser.save_draft(&id).await, &draft);
        save_once_more(&browser, &id, &draft).await;
        browser.go("#/").await;
        // The other place alone has to do now.
        let other = if place == "local" { "journal" } else { "local" };
        change_standards(&browser, &[other], GONE).await;
        browser.reload().await;
        // What is mended is written; the page is quiet after that.
        browser.go(&format!("#/d/{id}/send")).await;
        browser.saved().await;
        assert_same_content(&browser.save_draft(&id).await, &draft);
        save_once_more(&browser, &id, &draft).await;
    }
    browser.close().await;
}

#[tokio::test]
async fn a_standard_that_is_taken_away_under_an_open_draft_is_put_back() {
    let (_, draft) = of_a_county();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.saved().await;
    change_standards(&browser, &BOTH, GONE).await;
    // As another window's change is told.
    browser.script("window.dispatchEvent(new StorageEvent('storage', { key: null }))", Vec::new()).await;
    let there = "Object.keys(localStorage).some(key => key.includes('.standard.'))";
    browser.wait_until("it is back", there).await;
    browser.wait_until("the page is quiet", "document.querySelector('[data-saved=saved]')").await;
    browser.reload().await;
    assert_same_content(&browser.save_draft(&id).await, &draft);
    browser.close().await;
}
