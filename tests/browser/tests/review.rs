//! The desk of a township or a county: a review from its roster to its file, and what two people did merged.

use fantoccini::key::Key;
use std::fs;
use std::path::{Path, PathBuf};
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::facts::Count;
use xingzhan::model::standard::ids::FactId;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine, Profile};
use xingzhan_browser_tests::plan;

pub const TOWNSHIP: &str = "柳林镇";

/// A room's draft of this name in this village.
pub fn room(name: &str, village: &str) -> Draft {
    let mut draft = plan::room();
    name.clone_into(&mut draft.unit.name);
    village.clone_into(&mut draft.unit.village);
    TOWNSHIP.clone_into(&mut draft.unit.township);
    draft.unit.code.clear();
    draft
}

/// What it hands in.
pub fn submission(draft: &Draft) -> Submission {
    Submission::of(draft, UtcTime::parse("2026-12-04T08:00:00Z").expect("a time"))
}

/// Begins a township's review, with these rooms pasted as its roster: village and name.
pub async fn begin(browser: &Browser, rooms: &[(&str, &str)]) {
    browser.go("#/township").await;
    browser.fill("#review-township", TOWNSHIP).await;
    browser.click("button[data-do=begin-review]").await;
    let lines: Vec<String> = rooms.iter().map(|(village, name)| format!("{village},{name}")).collect();
    browser.fill("#roster-paste", &format!("村,名称\n{}", lines.join("\n"))).await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    let all = format!("document.querySelectorAll('[data-roster] tr').length === {}", rooms.len());
    browser.wait_until("all rooms are on the roster", &all).await;
    browser.saved().await;
}

/// Goes to a place of the open review.
pub async fn turn_to(browser: &Browser, place: &str) {
    browser.click(&format!(".review-bar [data-place={place}]")).await;
    browser.settle().await;
}

/// Takes in these files and waits for what came of it: the mark of each line.
pub async fn take_in(browser: &Browser, files: &[PathBuf]) -> Vec<String> {
    turn_to(browser, "intake").await;
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    browser.upload_all("#take-files", &paths).await;
    browser.find("[data-taken-in]").await;
    browser.saved().await;
    let marks = "[...document.querySelectorAll('[data-verdict]')].map((one) => one.dataset.verdict)";
    serde_json::from_value(browser.value_of(marks).await).expect("marks")
}

/// The states of the table's rows, in its order.
pub async fn states(browser: &Browser) -> Vec<String> {
    turn_to(browser, "table").await;
    browser.find("[data-table] [data-unit]").await;
    let states = "[...document.querySelectorAll('[data-table] [data-unit]')].map((row) => row.dataset.state)";
    serde_json::from_value(browser.value_of(states).await).expect("states")
}

/// Saves the open review as a file.
pub async fn save(browser: &Browser) -> PathBuf {
    turn_to(browser, "file").await;
    browser.download("button[data-do=save-review]").await
}

/// A review with a unit that has sent and one that has not: its places, each with a short name, and the draft of the one
/// that has.
pub async fn for_the_walk(browser: &Browser) -> (Vec<(String, String)>, Draft) {
    let draft = room("王庄村联络室", "王庄村");
    begin(browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    let own = browser.file("a.json", submission(&draft).written().as_bytes());
    let waiting = browser.file("b.json", submission(&room("赵庄室", "赵庄村")).written().as_bytes());
    assert_eq!(take_in(browser, &[own, waiting]).await, ["new", "new"]);
    states(browser).await;
    let unit = browser.attribute("[data-table] [data-unit] a", "href").await.expect("the unit's place");
    let (review, _) = unit.split_once("/unit/").expect("a place of a review");
    let place = |name: &str, path: &str| (format!("review-{name}"), format!("{review}{path}"));
    let mut places =
        vec![place("intake", ""), place("roster", "/roster"), place("entry", "/entry"), place("table", "/table")];
    places.extend([place("summary", "/summary"), place("hand-in", "/hand-in"), place("file", "/file")]);
    places.push(("review-unit".to_owned(), unit.clone()));
    (places, draft)
}

async fn whole_job(engine: Engine, delivery: Delivery) {
    let config = BrowserConfig { engine, delivery, profile: Profile::Own, ..BrowserConfig::default() };
    let browser = Browser::config(config).await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室"), ("赵庄村", "赵庄村联络室")]).await;

    let wang = submission(&room("王庄村联络室", "王庄村"));
    let li = submission(&room("李庄室", "李庄村"));
    let good = wang.written();
    let files = [
        browser.file("a.json", good.as_bytes()),
        browser.file("a(1).json", good.as_bytes()),
        browser.file("b.json", li.written().as_bytes()),
        browser.file("c.json", &good.as_bytes()[..good.len() / 2]),
        browser.file(
            "d.json",
            good.replacen("\"revision\":1", "\"revision\":2", 1).replace("王庄村联络室", "王庄村联络站").as_bytes(),
        ),
        browser.file("别人的通知.json", b"{\"notice\":true}"),
    ];
    let marks = take_in(&browser, &files).await;
    assert_eq!(marks, ["new", "again", "new", "damaged", "changed"]);
    let said = browser.text("[data-taken-in]").await;
    assert!(said.contains("另有 1 个无关文件") && !said.contains("别人的通知"), "{said}");

    // One names itself otherwise than the roster does: it is picked once.
    let option = browser.value_of("[...document.querySelectorAll('[data-waiting-name] option')].find((one) => one.textContent.includes('李庄村')).value").await;
    browser.pick("[data-waiting-name] select", option.as_str().expect("a unit")).await;
    browser.click("button[data-do=match]").await;
    browser.wait_until("nothing waits", "!document.querySelector('[data-waiting-files]')").await;
    browser.saved().await;
    assert_eq!(states(&browser).await, ["sent", "sent", "missing"]);
    assert!(browser.text("[data-sums]").await.contains("应报 3，已报 2，未报 1"));

    browser.click("[data-table] [data-unit] a").await;
    let shown = browser.text("[data-received]").await;
    assert!(shown.contains(&wang.codes.signed.to_string()), "{shown}");
    assert!(browser.texts("[data-handed-in] [data-row]").await.len() > 10);
    browser.click("button[data-do=on-paper]").await;
    let foot = browser.text(".leaf-foot").await;
    assert!(foot.contains(&wang.codes.signed.to_string()), "{foot}");

    // Whoever opens the file elsewhere has the same table; what both did comes together.
    let file = save(&browser).await;
    // One browser of its own at a time: two of them in two tests would wait for each other.
    let file = fs::read(&file).expect("the review");
    browser.close().await;
    let other = Browser::config(config).await;
    other.open_app().await;
    other.go("#/township").await;
    other.upload("#review-file", &other.file("评审.json", &file)).await;
    other.find("[data-table]").await;
    assert_eq!(states(&other).await, ["sent", "sent", "missing"]);
    let zhao = submission(&room("赵庄村联络室", "赵庄村"));
    let marks = take_in(&other, &[other.file("z.json", zhao.written().as_bytes())]).await;
    assert_eq!(marks, ["new"]);
    let theirs = save(&other).await;
    let theirs = fs::read(&theirs).expect("the review");
    other.close().await;
    let browser = Browser::config(config).await;
    browser.open_app().await;
    browser.go("#/township").await;
    browser.upload("#review-file", &browser.file("评审.json", &file)).await;
    browser.find("[data-table]").await;
    turn_to(&browser, "file").await;
    let theirs = browser.file("他们的评审.json", &theirs);
    browser.upload("#merge-review", &theirs).await;
    browser.wait_until("it is merged", "document.querySelector('[data-said]').innerText.includes('已合并')").await;
    browser.saved().await;
    assert_eq!(states(&browser).await, ["sent", "sent", "sent"]);

    // Nothing of it is lost when the window is closed.
    browser.reload().await;
    assert_eq!(states(&browser).await, ["sent", "sent", "sent"]);
    browser.close().await;
}

#[tokio::test]
async fn a_townships_review_goes_from_its_roster_to_one_file_that_merges_in_chromium() {
    whole_job(Engine::Chromium, Delivery::Hosted).await;
}

#[tokio::test]
async fn the_same_in_firefox_from_the_disk() {
    whole_job(Engine::Firefox, Delivery::File).await;
}

#[tokio::test]
async fn a_taking_in_is_undone_as_a_whole_and_comes_in_again() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    let file = browser.file("a.json", submission(&room("王庄村联络室", "王庄村")).written().as_bytes());
    assert_eq!(take_in(&browser, std::slice::from_ref(&file)).await, ["new"]);
    browser.click("button[data-do=undo-intake]").await;
    browser.find("[data-undone]").await;
    assert_eq!(states(&browser).await, ["missing"]);
    assert_eq!(take_in(&browser, &[file]).await, ["new"]);
    assert_eq!(states(&browser).await, ["sent"]);
    browser.close().await;
}

/// Also what cannot be read, and all of it read again, over http and from the disk.
#[tokio::test]
async fn in_webkit_files_are_taken_in_and_are_in_the_table_after_a_reload() {
    for delivery in [Delivery::Hosted, Delivery::File] {
        let browser =
            Browser::config(BrowserConfig { engine: Engine::WebKit, delivery, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
        let file = browser.file("a.json", submission(&room("王庄村联络室", "王庄村")).written().as_bytes());
        assert_eq!(take_in(&browser, std::slice::from_ref(&file)).await, ["new"], "{delivery:?}");
        assert_eq!(take_in(&browser, &[file]).await, ["again"], "{delivery:?}");
        assert_eq!(states(&browser).await, ["sent", "missing"], "{delivery:?}");
        turn_to(&browser, "entry").await;
        browser.fill("[data-grid=numbers] tbody tr:first-child input", "几").await;
        browser.press(Key::Tab).await;
        browser.find("[data-saved=apart]").await;
        browser.reload().await;
        assert_eq!(states(&browser).await, ["sent", "missing"], "{delivery:?}");
        browser.click("[data-do=to-apart]").await;
        assert_eq!(browser.field("[data-grid=numbers] tbody tr:first-child input").await, "几", "{delivery:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn what_two_windows_decide_of_one_review_is_in_both() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    let address = browser.value_of("location.href").await;
    let first = browser.client().window().await.expect("a window");
    let second = browser.client().new_window(false).await.expect("another").handle;
    browser.client().switch_to_window(second).await.expect("it");
    browser.visit(address.as_str().expect("an address")).await;
    browser.ready().await;
    browser.wait_until("the roster is here", "document.querySelectorAll('[data-roster] tr').length === 2").await;
    browser.click("[data-roster] tr:first-child button[data-do=remove-line]").await;
    browser.saved().await;
    browser.client().switch_to_window(first).await.expect("it");
    browser
        .wait_until("the other window's decision is here", "document.querySelectorAll('[data-roster] tr').length === 1")
        .await;
    browser.click("button[data-do=add-line]").await;
    browser.saved().await;
    browser.reload().await;
    browser.wait_until("both decisions are here", "document.querySelectorAll('[data-roster] tr').length === 2").await;
    browser.close().await;
}

#[tokio::test]
async fn what_a_review_called_saved_is_there_after_the_browser_was_killed() {
    let mut browser = Browser::config(BrowserConfig { profile: Profile::Own, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    let place = browser.value_of("location.hash").await;
    for round in 1..=3 {
        let name = format!("王庄村联络室{round}");
        let field = "[data-roster] input[data-field=name]";
        browser.fill(field, &name).await;
        browser.saved().await;
        browser.kill_and_start_again().await;
        browser.open_app().await;
        browser.go(place.as_str().expect("a place")).await;
        assert_eq!(browser.field(field).await, name, "kill {round}");
    }
    browser.close().await;
}

#[tokio::test]
async fn where_nothing_can_be_kept_a_review_works_in_memory_and_says_so() {
    let config = BrowserConfig { storage: false, ..BrowserConfig::default() };
    let browser = Browser::config(config).await;
    browser.open_app().await;
    browser.go("#/township").await;
    browser.find("[data-blocked]").await;
    browser.fill("#review-township", TOWNSHIP).await;
    browser.click("button[data-do=begin-review]").await;
    browser.find("[data-saved=unsaved]").await;
    browser.click("button[data-do=add-line]").await;
    browser.find("[data-roster] tr").await;
    let file = save(&browser).await;
    assert!(fs::read_to_string(file).expect("the file").contains("\"kind\":\"review\""));
    browser.close().await;
}

#[tokio::test]
async fn a_name_on_the_roster_that_is_too_long_is_neither_cut_nor_called_saved() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    let long = "王庄村联络室".repeat(40);
    let css = "[data-roster] tr:first-child [data-field=name]";
    browser.fill(css, &long).await;
    browser.press(Key::Tab).await;
    browser
        .wait_until("it is told", &format!("document.querySelector(\"{css}\").closest('td').innerText.includes('120')"))
        .await;
    assert_eq!(browser.field(css).await, long);
    assert!(!browser.has("[data-saved=saved]").await);
    browser.fill(css, "王庄室").await;
    browser.press(Key::Tab).await;
    browser.saved().await;
    browser.reload().await;
    assert_eq!(browser.field(css).await, "王庄室");
    browser.close().await;
}

#[tokio::test]
async fn a_first_score_changes_only_what_differs_and_stands_beside_the_self_score() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &[("王庄村", "王庄村联络室")]).await;
        let draft = room("王庄村联络室", "王庄村");
        let file = browser.file("a.json", submission(&draft).written().as_bytes());
        assert_eq!(take_in(&browser, &[file]).await, ["new"]);
        states(&browser).await;
        browser.click("[data-table] [data-unit] a").await;
        browser.find("[data-first-score]").await;
        let own = xingzhan::i18n::range(draft.score().total);
        assert_eq!(browser.text("[data-own]").await, own, "{engine:?}");
        assert_eq!(browser.text("[data-given]").await, own, "{engine:?}: nothing is changed yet");

        // One number less, with a reason; the engine scores it.
        let fact: FactId = "files_kept".try_into().expect("a fact");
        let mut found = draft.record.clone();
        found.facts.set(fact, Count::new(1));
        let given = xingzhan::model::scoring::score::Score::of(&draft.standard, &found);
        let cell = "[data-corrected='fact/files_kept']";
        browser.fill(cell, "1").await;
        browser.press(Key::Enter).await;
        browser.find("[data-why]").await;
        // Out from under the bar, where a person sees it.
        browser.script("document.querySelector('[data-why]').scrollIntoView({ block: 'center' })", Vec::new()).await;
        browser.pick("[data-why]", "1").await;
        browser.saved().await;
        let shown = xingzhan::i18n::range(given.total);
        browser
            .wait_until("it is scored", &format!("document.querySelector('[data-given]').textContent === '{shown}'"))
            .await;
        assert_eq!(browser.text("[data-own]").await, own, "{engine:?}");
        assert_ne!(browser.text("[data-difference]").await, "", "{engine:?}");
        assert!(browser.has("[data-differ] li").await);
        browser.reload().await;
        browser.find("[data-first-score]").await;
        assert_eq!((browser.field(cell).await, browser.field("[data-why]").await), ("1".to_owned(), "1".to_owned()));

        // What cannot be read is not taken for anything; the unit's own number takes the change back.
        browser.fill(cell, "几本").await;
        browser.press(Key::Enter).await;
        assert_eq!(browser.attribute(cell, "aria-invalid").await.as_deref(), Some("true"));
        assert_eq!(browser.text("[data-given]").await, shown, "{engine:?}");
        let said = draft.record.facts.asked(&"files_kept".try_into().expect("a fact")).expect("a number");
        browser.fill(cell, &said.to_string()).await;
        browser.press(Key::Enter).await;
        browser
            .wait_until(
                "it is as the unit says",
                &format!("document.querySelector('[data-given]').textContent === '{own}'"),
            )
            .await;
        assert!(!browser.has("[data-why]").await, "{engine:?}");
        browser.close().await;
    }
}
