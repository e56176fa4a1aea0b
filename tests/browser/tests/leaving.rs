//! Leaving a shared computer, and removing: a download is handed to the browser and may be nowhere, so nothing is
//! cleared before its file was shown again; and what was taken away does not come back.

use crate::standards_kept::{AS_IT_IS, change_standards, of_a_county, standard_file};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use xingzhan::model::draft::Draft;
use xingzhan::model::standard::ids::DraftId;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine, Profile, WAYS};
use xingzhan_browser_tests::pictures::see_through;
use xingzhan_browser_tests::plan;

const CHOOSE: &str = "input#shown-again";

/// A room's draft of this name, with an id of its own.
fn room(nth: u32, name: &str) -> Draft {
    let mut draft = plan::room();
    draft.id = DraftId::try_from(format!("leaving{nth}")).expect("an id");
    name.clone_into(&mut draft.unit.name);
    draft
}

/// Waits until all that is here is known: until then the list may be drawn anew.
async fn known(browser: &Browser) {
    browser
        .wait_until("all is known", "document.querySelector('.unsure') && !document.querySelector('[data-unsure]')")
        .await;
    browser.settle().await;
}

/// Puts all drafts into one file and waits for it.
pub async fn save_all(browser: &Browser) -> PathBuf {
    browser.go("#/mine").await;
    known(browser).await;
    let file = browser.download("button[data-do=save-all]").await;
    browser.find("[data-handed]").await;
    file
}

/// Shows a file and waits for what is said of it.
pub async fn show(browser: &Browser, file: &Path) -> String {
    browser.upload(CHOOSE, file).await;
    browser
        .wait_until("it was compared", "(document.querySelector('[data-compared]') || {}).innerText?.length > 8")
        .await;
    browser.settle().await;
    browser.attribute("[data-compared]", "data-compared").await.expect("a word")
}

pub async fn clear(browser: &Browser) {
    browser.click("button[data-do=clear-all]").await;
    browser.find("[data-cleared]").await;
}

/// What is in a zip, by a program that is not ours: names and contents.
pub fn unzipped(file: &Path) -> Vec<(String, String)> {
    let script = "import sys, zipfile, json; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; \
        print(json.dumps([[i.filename, z.read(i).decode()] for i in z.infolist()]))";
    let told = std::process::Command::new("python3").args(["-c", script]).arg(file).output().expect("python3");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    serde_json::from_slice(&told.stdout).expect("a list")
}

#[tokio::test]
async fn nothing_is_cleared_where_the_download_never_reached_a_disk() {
    let browser = Browser::config(BrowserConfig { profile: Profile::Own, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let first = browser.import_draft(&room(1, "甲村室")).await;
    browser.saved().await;
    browser.import_draft(&room(2, "乙村室")).await;
    browser.saved().await;
    browser.devtools("Page.setDownloadBehavior", json!({ "behavior": "deny" })).await;
    browser.go("#/mine").await;
    browser.click("button[data-do=save-all]").await;
    browser.find("[data-handed]").await;
    assert!(!browser.has("button[data-do=clear-all]").await, "nothing can be cleared yet");
    let said = browser.text("[data-leave]").await;
    for claim in ["已保存", "核对", "已存成"] {
        assert!(!said.contains(claim), "{said}");
    }
    // Another file is not this one, whatever its size.
    let other = browser.file("别的.zip", b"PK\x03\x04 something else");
    assert_eq!(show(&browser, &other).await, "other");
    assert!(!browser.has("button[data-do=clear-all]").await);
    // Leaving in between loses nothing.
    browser.go("#/").await;
    browser.reload().await;
    browser.go("#/mine").await;
    browser.find(&format!("li[data-draft='{first}']")).await;
    assert_eq!(browser.texts("li[data-draft]").await.len(), 2);
    browser.close().await;
}

#[tokio::test]
async fn a_shared_computer_is_left_with_one_file_shown_again_and_nothing_behind() {
    for (engine, delivery) in WAYS {
        let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let rooms = [room(1, "甲村室"), room(2, "乙村室")];
        let id = browser.import_draft(&rooms[0]).await;
        browser.saved().await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.choose_photos("C1", &[browser.file("一.png", &see_through())]).await;
        browser.has_photos("C1", 1).await;
        browser.saved().await;
        browser.import_draft(&rooms[1]).await;
        browser.saved().await;
        let removed = browser.import_draft(&room(3, "删掉的室")).await;
        browser.saved().await;
        browser.go("#/mine").await;
        known(&browser).await;
        browser.click(&format!("li[data-draft='{removed}'] button[data-do=remove]")).await;
        browser.find("li[data-binned]").await;
        browser.go("#/").await;
        browser.find("main [data-here]").await;
        assert!(browser.text("main").await.contains("甲村室"), "whose drafts are here is seen at the start");

        let file = save_all(&browser).await;
        let inside = unzipped(&file);
        assert_eq!(inside.len(), 3, "{:?}", inside.iter().map(|(name, _)| name).collect::<Vec<_>>());
        assert_eq!(inside.iter().filter(|(_, text)| text.contains("\"photos\":{\"")).count(), 1, "its photo is in it");
        let whole = fs::read(&file).expect("the file");
        let mut changed = whole.clone();
        *changed.last_mut().expect("a byte") ^= 1;
        assert_eq!(show(&browser, &browser.file("改过.zip", &changed)).await, "other");
        assert_eq!(show(&browser, &browser.file("截断.zip", &whole[..whole.len() - 1])).await, "other");
        assert!(!browser.has("button[data-do=clear-all]").await);
        assert_eq!(show(&browser, &file).await, "same");
        let goes = browser.text("[data-goes]").await;
        assert!(goes.contains("甲村室") && goes.contains("乙村室") && goes.contains("照片 1"), "{goes}");
        clear(&browser).await;
        browser.wait_until("the list is empty", "!document.querySelector('li[data-draft], li[data-binned]')").await;
        let left = browser.everything_stored().await;
        for trace in
            ["leaving", "村室", "删掉", "xingzhan.1.draft", "xingzhan.1.card", "xingzhan.1.snapshot", "xingzhan.1.bin"]
        {
            assert!(!left.contains(trace), "{trace} in {left}");
        }
        assert!(left.contains("bytes: [[],[]]"), "no photo: {left}");

        // The file opens again, and everything is as it was.
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("several"));
        let rows = browser.texts("[data-inside]").await;
        assert!(
            rows.len() == 3 && rows.iter().any(|row| row.contains("删掉的室") && row.contains("回收处")),
            "{rows:?}"
        );
        browser.click("button[data-do=take-all]").await;
        browser.arrive("#/mine").await;
        // What lay in the bin is looked at by itself.
        browser.wait_until("all are here", "document.querySelectorAll('li[data-draft]').length === 2").await;
        let ids = browser.script("return [...document.querySelectorAll('li[data-draft]')].map(row => [row.innerText, row.dataset.draft])", Vec::new()).await;
        for plan in &rooms {
            let row = ids
                .as_array()
                .expect("rows")
                .iter()
                .find(|row| row[0].as_str().expect("a text").contains(&plan.unit.name));
            let id = row.expect("a row")[1].as_str().expect("an id").to_owned();
            browser.go(&format!("#/d/{id}/send")).await;
            let saved = fs::read(browser.download("main button[data-do=save-draft]").await).expect("a file");
            let library =
                xingzhan::model::standard::library::StandardLibrary::built_in().expect("the built-in standards");
            let (opened, carried) = xingzhan::model::files::parsed::unpack(&saved, &library).expect("opens");
            let xingzhan::model::files::parsed::ParsedFile::Draft(again) = opened else { panic!("a draft") };
            assert_eq!(again.unit, plan.unit);
            assert_eq!(again.record.facts, plan.record.facts);
            assert_eq!(carried.photos.len(), again.photo_digests().len(), "with its photo");
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn a_draft_that_cannot_be_read_is_in_the_file_as_it_is_and_keeps_nothing_from_being_cleared() {
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.import_draft(&room(1, "甲村室")).await;
    browser.saved().await;
    browser.script("localStorage.setItem('xingzhan.1.draft.broken', '{\"unit\":\"坏了一半')", Vec::new()).await;
    let file = save_all(&browser).await;
    let inside = unzipped(&file);
    assert!(
        inside.iter().any(|(name, text)| name.ends_with("broken.txt") && text == "{\"unit\":\"坏了一半"),
        "{inside:?}"
    );
    assert_eq!(show(&browser, &file).await, "same");
    assert!(browser.text("[data-goes]").await.contains("读不出来的草稿 1"));
    clear(&browser).await;
    assert!(!browser.everything_stored().await.contains("坏了一半"));
    browser.close().await;
}

#[tokio::test]
async fn a_computer_with_only_a_bin_can_be_cleared() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&room(1, "甲村室")).await;
    browser.saved().await;
    browser.go("#/mine").await;
    known(&browser).await;
    browser.click(&format!("li[data-draft='{id}'] button[data-do=remove]")).await;
    browser.find("li[data-binned]").await;
    let file = save_all(&browser).await;
    assert_eq!(show(&browser, &file).await, "same");
    clear(&browser).await;
    assert!(!browser.everything_stored().await.contains("甲村室"));
    browser.close().await;
}

#[tokio::test]
async fn what_was_typed_after_the_file_was_made_is_not_cleared() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&room(1, "甲村室")).await;
    browser.saved().await;
    browser.go("#/mine").await;
    let (first, second) = browser.second_window(&format!("#/d/{id}/basics")).await;
    browser.look_at(&first).await;
    let file = save_all(&browser).await;
    browser.look_at(&second).await;
    browser.fill("input[name='unit.hours']", "后来填的").await;
    browser.saved().await;
    browser.look_at(&first).await;
    assert_eq!(show(&browser, &file).await, "same");
    browser.click("button[data-do=clear-all]").await;
    browser.wait_until("it says why not", "document.querySelector('[data-leave] [role=alert]')").await;
    assert!(browser.everything_stored().await.contains("后来填的"));
    browser.close().await;
}

#[tokio::test]
async fn a_window_that_still_has_a_cleared_draft_open_says_so_and_writes_nothing_back() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&room(1, "甲村室")).await;
        browser.saved().await;
        browser.go("#/mine").await;
        let (first, second) = browser.second_window(&format!("#/d/{id}/basics")).await;
        browser.saved().await;
        browser.look_at(&first).await;
        let file = save_all(&browser).await;
        assert_eq!(show(&browser, &file).await, "same");
        clear(&browser).await;
        browser.look_at(&second).await;
        browser.wait_until("it says so", "document.querySelector('[data-gone]')").await;
        assert!(!browser.has("input[name='unit.name']").await, "nothing can be typed there any more");
        assert!(!browser.text("body").await.contains("甲村室"), "the next person does not read it");
        browser.reload().await;
        browser.find("[data-gone]").await;
        browser.look_at(&first).await;
        let left = browser.everything_stored().await;
        assert!(!left.contains("甲村室") && !left.contains(&id), "{left}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_draft_removed_in_one_window_does_not_come_back_from_another_and_can_be_taken_back() {
    for (engine, delivery) in WAYS {
        let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let plan = room(1, "甲村室");
        let id = browser.import_draft(&plan).await;
        browser.saved().await;
        browser.go("#/mine").await;
        let (first, second) = browser.second_window(&format!("#/d/{id}/basics")).await;
        browser.saved().await;
        browser.look_at(&first).await;
        known(&browser).await;
        browser.click(&format!("li[data-draft='{id}'] button[data-do=remove]")).await;
        browser.find("li[data-binned]").await;
        browser.look_at(&second).await;
        browser.wait_until("it says so", "document.querySelector('[data-gone]')").await;
        browser.go("#/mine").await;
        browser.find("li[data-binned]").await;
        assert!(!browser.has("li[data-draft]").await, "not in the list and in the bin at once");
        browser.look_at(&first).await;
        browser.reload().await;
        browser.find("li[data-binned]").await;
        assert!(!browser.has("li[data-draft]").await);
        browser.click("summary").await;
        browser.click("li[data-binned] button[data-do=take-back]").await;
        browser.wait_until("it is open", "location.hash.startsWith('#/d/')").await;
        assert_same_content(&browser.save_draft(&id).await, &plan);
        browser.look_at(&second).await;
        browser.reload().await;
        browser.find(&format!("li[data-draft='{id}']")).await;
        assert!(!browser.has("li[data-binned]").await);
        browser.close().await;
    }
}

#[tokio::test]
async fn where_the_store_of_photos_gives_no_answer_drafts_are_saved_removed_and_cleared_all_the_same() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&room(1, "甲村室")).await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    browser.choose_photos("C1", &[browser.file("一.png", &see_through())]).await;
    browser.has_photos("C1", 1).await;
    browser.saved().await;
    browser
        .before_each_page(
            "const open = indexedDB.open.bind(indexedDB); IDBFactory.prototype.open = function (name, ...rest) { \
         return name.endsWith('photos') ? {} : open(name, ...rest) }",
        )
        .await;
    browser.reload().await;
    browser.go(&format!("#/d/{id}/send")).await;
    let file = browser.download("main button[data-do=save-draft]").await;
    assert!(fs::read_to_string(file).expect("a file").contains("甲村室"));
    browser.find("[data-file-without]").await;
    let all = save_all(&browser).await;
    assert!(browser.text("[data-without]").await.contains('1'));
    assert_eq!(show(&browser, &all).await, "same");
    clear(&browser).await;
    assert!(browser.text("[data-cleared]").await.contains("照片还在"), "it claims no more than it did");
    assert!(!browser.everything_stored_in_local().await.contains("甲村室"));
    browser.close().await;
}

#[tokio::test]
async fn clearing_a_shared_computer_takes_the_standards_of_its_drafts_and_leaves_those_that_were_opened() {
    let (standard, draft) = of_a_county();
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.import_draft(&draft).await;
    browser.saved().await;
    let version = json!(standard.version + 1);
    let other = plan::reissued(&standard, |other| other["version"] = version);
    assert_eq!(browser.open_file(&standard_file(&browser, &other)).await.as_deref(), Ok("standard"));
    browser.click("button[data-do=accept]").await;
    browser.find("[data-added]").await;
    assert_eq!(change_standards(&browser, &[], AS_IT_IS).await, (2, 1));
    let file = save_all(&browser).await;
    assert_eq!(show(&browser, &file).await, "same");
    clear(&browser).await;
    assert_eq!(change_standards(&browser, &[], AS_IT_IS).await, (1, 0));
    browser.reload().await;
    browser.go("#/mine").await;
    assert!(browser.text("main").await.contains(&other.version.to_string()), "what was opened is still offered");
    browser.close().await;
}
