//! A review whose work is cut off or goes on twice: a profile that was copied, a full disk, a killed browser, a person who
//! stops.

use crate::review::{begin, room, save, states, submission, take_in, turn_to};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tokio::time::sleep;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine, Profile};

/// How many things of each sort are stored of all reviews: files, rows.
const STORED: &str = "const done = arguments[0]; const open = indexedDB.open('xingzhan.1.review'); \
    open.onsuccess = () => { const whole = open.result.transaction(['files', 'rows']); \
    const asked = ['files', 'rows'].map((name) => whole.objectStore(name).count()); \
    whole.oncomplete = () => { open.result.close(); done(asked.map((one) => one.result)) } }";

async fn stored(browser: &Browser) -> (u64, u64) {
    serde_json::from_value(browser.script_until_called(STORED, Vec::new()).await).expect("two numbers")
}

/// So many rooms, each with its name and its village.
fn names(many: usize) -> Vec<(String, String)> {
    (1..=many).map(|at| (format!("第{at}村"), format!("第{at}村联络室"))).collect()
}

/// Begins a township's review of these rooms; the files that they send.
async fn begun(browser: &Browser, rooms: &[(String, String)]) -> Vec<PathBuf> {
    browser.open_app().await;
    let lines: Vec<(&str, &str)> = rooms.iter().map(|(village, name)| (village.as_str(), name.as_str())).collect();
    begin(browser, &lines).await;
    files(browser, rooms)
}

fn files(browser: &Browser, rooms: &[(String, String)]) -> Vec<PathBuf> {
    let file = |(at, (village, name)): (usize, &(String, String))| {
        browser.file(&format!("{at}.json"), submission(&room(name, village)).written().as_bytes())
    };
    rooms.iter().enumerate().map(file).collect()
}

fn count(all: &[String], one: &str) -> usize {
    all.iter().filter(|state| *state == one).count()
}

/// How many were to send, have and have not.
async fn sums(browser: &Browser) -> String {
    turn_to(browser, "table").await;
    browser.find("[data-table] [data-unit]").await;
    browser.text("[data-sums]").await
}

fn said(all: usize, here: usize) -> String {
    format!("应报 {all}，已报 {here}，未报 {}", all - here)
}

/// Takes in so many files that their lines are drawn in turns: the marks of all of them.
async fn take_in_all(browser: &Browser, files: &[PathBuf]) -> Vec<String> {
    choose(browser, files).await;
    let all = format!("document.querySelectorAll('[data-verdict]').length === {}", files.len());
    browser.wait_until("each has its line", &all).await;
    browser.saved().await;
    let marks = "[...document.querySelectorAll('[data-verdict]')].map((one) => one.dataset.verdict)";
    serde_json::from_value(browser.value_of(marks).await).expect("marks")
}

/// Chooses files to be taken in, and does not wait.
async fn choose(browser: &Browser, files: &[PathBuf]) {
    turn_to(browser, "intake").await;
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    browser.upload_all("#take-files", &paths).await;
}

#[tokio::test]
async fn a_profile_that_was_copied_and_worked_on_in_both_comes_together_with_nothing_lost() {
    let config = BrowserConfig { profile: Profile::Own, ..BrowserConfig::default() };
    let mut browser = Browser::config(config).await;
    let rooms = names(3);
    let sent = begun(&browser, &rooms).await;
    assert_eq!(take_in(&browser, &sent[..1]).await, ["new"]);
    assert_eq!(states(&browser).await, ["sent", "missing", "missing"]);
    let unit = browser.attribute("[data-table] tr[data-unit] a", "href").await.expect("the unit's place");
    let table = browser.value_of("location.hash").await.as_str().expect("a place").to_owned();

    // In each copy: another room's file, and the same number of the first room corrected to another one.
    let kept = browser.file("kept", b"");
    fs::remove_file(&kept).expect("its name alone");
    browser.end_and_start_again(|profile| copy(profile, &kept)).await;
    let first = worked_on(&browser, &table, &unit, &sent[1], "1").await;
    let aside = kept.with_extension("first");
    browser
        .end_and_start_again(|profile| {
            fs::rename(profile, &aside).expect("put aside");
            fs::rename(&kept, profile).expect("the copy in its place");
        })
        .await;
    let second = worked_on(&browser, &table, &unit, &sent[2], "2").await;

    // Each takes in the other's file.
    let second_has = merged(&browser, &table, &unit, &first).await;
    browser
        .end_and_start_again(|profile| {
            fs::rename(profile, &kept).expect("put aside");
            fs::rename(&aside, profile).expect("the first in its place");
        })
        .await;
    let first_has = merged(&browser, &table, &unit, &second).await;
    assert_eq!(first_has, second_has, "both have the same");
    browser.close().await;
}

/// What a person does in one of the copies; the review's file.
async fn worked_on(browser: &Browser, table: &str, unit: &str, sent: &Path, found: &str) -> PathBuf {
    browser.open_app().await;
    browser.go(table).await;
    assert_eq!(take_in(browser, &[sent.to_owned()]).await, ["new"]);
    browser.go(unit).await;
    let cell = "[data-corrected='fact/files_kept']";
    browser.fill(cell, found).await;
    browser.press(Key::Enter).await;
    browser.find("[data-why]").await;
    browser.script("document.querySelector('[data-why]').scrollIntoView({ block: 'center' })", Vec::new()).await;
    browser.pick("[data-why]", "1").await;
    browser.saved().await;
    assert!(!browser.has("[data-again]").await, "nobody else has decided it");
    let name = format!("评审{found}.json");
    let file = save(browser).await;
    browser.file(&name, &fs::read(file).expect("the review"))
}

/// Takes in the file of the other copy, and sees everything of both. The entries that are here now.
async fn merged(browser: &Browser, table: &str, unit: &str, other: &Path) -> Vec<String> {
    browser.open_app().await;
    browser.go(table).await;
    turn_to(browser, "file").await;
    browser.upload("#merge-review", other).await;
    browser.wait_until("it is merged", "document.querySelector('[data-said]').innerText.includes('已合并')").await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(states(browser).await, ["sent", "sent", "sent"]);
    browser.go(unit).await;
    let told = browser.text("[data-again]").await;
    assert!(told.contains("1 处两个人定得不一样"), "{told}");
    let file = fs::read_to_string(save(browser).await).expect("the review");
    let file: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let mut entries: Vec<String> =
        file["entries"].as_array().expect("entries").iter().map(ToString::to_string).collect();
    entries.sort();
    entries
}

/// Copies a folder as it is, with its links.
fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").args([from, to]).status().expect("cp");
    assert!(copied.success());
}

#[tokio::test]
async fn a_disk_that_is_full_in_the_middle_is_told_and_nothing_that_was_taken_in_is_lost() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        let rooms = names(120);
        let sent = begun(&browser, &rooms).await;
        // There is room for seventy files.
        let full = "window.kept = IDBObjectStore.prototype.put; let files = 0; \
            IDBObjectStore.prototype.put = function (...args) { \
            if (this.name === 'files' && (files += 1) > 70) throw new DOMException('full', 'QuotaExceededError'); \
            return window.kept.apply(this, args) }";
        browser.script(full, Vec::new()).await;
        choose(&browser, &sent).await;
        browser.find("[data-taken-in]").await;
        browser.find("[data-saved=unsaved]").await;
        assert!(browser.text("[data-saved=unsaved]").await.contains("满"), "{engine:?}");
        // What goes together is stored together: of the second fifty there is nothing.
        assert_eq!(stored(&browser).await, (50, 50), "{engine:?}");
        let all = sums(&browser).await;
        assert!(all.contains(&said(120, 120)), "{engine:?}: it is all in this window: {all}");
        let file = fs::read_to_string(save(&browser).await).expect("the review");
        assert_eq!(file.matches(r#"\"kind\":\"submission\""#).count(), 120, "{engine:?}: the file has it all");
        // There is room again.
        browser.script("IDBObjectStore.prototype.put = window.kept", Vec::new()).await;
        browser.click("button[data-do=store-again]").await;
        browser.saved().await;
        assert_eq!(stored(&browser).await, (120, 120), "{engine:?}");
        browser.reload().await;
        let all = sums(&browser).await;
        assert!(all.contains(&said(120, 120)), "{engine:?}: {all}");
        browser.close().await;
    }
}

#[tokio::test]
async fn what_was_stored_of_hundreds_of_files_before_the_browser_was_killed_is_there_and_the_rest_comes_in_again() {
    let mut browser = Browser::config(BrowserConfig { profile: Profile::Own, ..BrowserConfig::default() }).await;
    let rooms = names(220);
    let sent = begun(&browser, &rooms).await;
    let place = browser.value_of("location.hash").await.as_str().expect("a place").to_owned();
    // The disk gives no more after 130 files, so that the end comes in the middle.
    let slow = "const read = FileReader.prototype.readAsArrayBuffer; let files = 0; \
        FileReader.prototype.readAsArrayBuffer = function (blob) { if ((files += 1) <= 130) read.call(this, blob) }";
    browser.script(slow, Vec::new()).await;
    choose(&browser, &sent).await;
    let mut before = (0, 0);
    while before.0 < 100 {
        sleep(Duration::from_millis(20)).await;
        before = stored(&browser).await;
    }
    assert_eq!(before, (100, 100));
    browser.kill_and_start_again().await;
    browser.open_app().await;
    browser.go(&place).await;
    let there = sums(&browser).await;
    assert!(there.contains(&said(220, 100)), "{there}");
    let again = take_in_all(&browser, &sent).await;
    assert_eq!((count(&again, "again"), count(&again, "new")), (100, 120));
    assert_eq!(stored(&browser).await, (220, 220));
    let all = sums(&browser).await;
    assert!(all.contains(&said(220, 220)), "{all}");
    browser.close().await;
}

#[tokio::test]
async fn whoever_stops_keeps_what_was_taken_in_and_is_told_how_many_were_not_looked_at() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        let rooms = names(60);
        let sent = begun(&browser, &rooms).await;
        // Some files are read ahead of the one that is looked at.
        let slow = "window.read = ReadableStreamDefaultReader.prototype.read; \
            ReadableStreamDefaultReader.prototype.read = async function () { \
            await new Promise((done) => setTimeout(done, 300)); return window.read.call(this) }";
        browser.script(slow, Vec::new()).await;
        choose(&browser, &sent).await;
        browser
            .wait_until(
                "some were looked at",
                "/第 (?!1 )[0-9]+ 个，共 60 个/.test(document.querySelector('[data-reading]')?.innerText)",
            )
            .await;
        browser.click("button[data-do=stop]").await;
        let told = browser.text("[data-taken-in] p").await;
        browser.saved().await;
        let taken = usize::try_from(stored(&browser).await.0).expect("few");
        assert!((1..60).contains(&taken), "{engine:?}: {taken}");
        assert!(told.contains(&format!("看过 {taken} 个")), "{engine:?}: {told}");
        assert!(told.contains(&format!("其余 {} 个没有看", 60 - taken)), "{engine:?}: {told}");
        browser.script("ReadableStreamDefaultReader.prototype.read = window.read", Vec::new()).await;
        browser.reload().await;
        let there = sums(&browser).await;
        assert!(there.contains(&said(60, taken)), "{engine:?}: what was taken in stays: {there}");
        let again = take_in_all(&browser, &sent).await;
        assert_eq!((count(&again, "again"), count(&again, "new")), (taken, 60 - taken), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn what_the_table_shows_of_a_file_is_made_anew_where_it_is_lacking_or_cannot_be_read() {
    let browser = Browser::start().await;
    let rooms = names(2);
    let sent = begun(&browser, &rooms).await;
    assert_eq!(take_in(&browser, &sent).await, ["new", "new"]);
    states(&browser).await;
    let scores = "[...document.querySelectorAll('[data-table] [data-score]')].map((cell) => cell.textContent)";
    let before = browser.value_of(scores).await;
    assert_ne!(before, json!(["", ""]));
    let spoil = "const done = arguments[0]; const open = indexedDB.open('xingzhan.1.review'); open.onsuccess = () => { \
        const whole = open.result.transaction('rows', 'readwrite'), rows = whole.objectStore('rows'); \
        rows.getAllKeys().onsuccess = ({ target }) => { const [one, other] = target.result; \
        rows.delete(one); rows.put('{\"of\":\"another release\"}', other) }; \
        whole.oncomplete = () => { open.result.close(); done(true) } }";
    browser.script_until_called(spoil, Vec::new()).await;
    browser.reload().await;
    states(&browser).await;
    assert_eq!(browser.value_of(scores).await, before);
    let file = fs::read_to_string(save(&browser).await).expect("the review");
    assert_eq!(file.matches(r#"\"kind\":\"submission\""#).count(), 2, "both go with the review");
    browser.close().await;
}

#[tokio::test]
async fn a_roster_of_two_thousand_rows_with_merged_townships_and_a_doubled_name_is_read() {
    let browser = Browser::start().await;
    browser.open_app().await;
    browser.go("#/county").await;
    browser.click("button[data-do=begin-review]").await;
    browser.pick("#roster-kind", "room").await;
    // A cell that is merged over twenty rows stands in the first of them.
    let township = |at: usize| if at % 20 == 1 { format!("第{}镇", at / 20 + 1) } else { String::new() };
    let mut list: Vec<String> = (1..=2000).map(|at| format!("{}\t第{at}村\t第{at}村联络室", township(at))).collect();
    list.push("第100镇\t第2000村\t第2000村联络室".to_owned());
    let put = "const field = document.querySelector('#roster-paste'); field.value = arguments[0]; \
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.script(put, vec![json!(format!("乡镇\t村\t联络室\n{}", list.join("\n")))]).await;
    browser.click("button[data-do=read-roster]").await;
    let told = browser.texts("[data-preview=roster] .notice li").await;
    assert!(told.len() == 1 && told[0].contains("第2000村联络室"), "{told:?}");
    browser.click("button[data-do=accept-roster]").await;
    for many in [1000, 2000] {
        let drawn = format!("document.querySelectorAll('[data-roster] tr').length >= {many}");
        browser.wait_until(&format!("{many} are on it"), &drawn).await;
    }
    assert_eq!(browser.value_of("document.querySelectorAll('[data-roster] tr').length").await, json!(2000));
    // The doubled row is not taken; it stands in the field until somebody has seen to it.
    browser.find("[data-saved=apart]").await;
    browser.click("button[data-do=empty-roster-paste]").await;
    browser.saved().await;
    let last = browser.field("[data-roster] tr:last-child input[data-field=township]").await;
    assert_eq!(last, "第100镇", "the township of a merged cell is every row's");
    browser.close().await;
}
