//! The grid in which a township types for rooms without a computer: by keyboard, pasted from a sheet, and what cannot be
//! read.

use crate::review::begin;
use serde_json::json;
use xingzhan::i18n::text;
use xingzhan::model::record::Record;
use xingzhan::model::record::facts::Count;
use xingzhan::model::review::bundle::Bundle;
use xingzhan::model::review::entry_grid::GridColumn;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// A sheet's cells, pasted into the field with the focus. Whether the page took them.
pub const PASTE: &str = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, data: arguments[0], dataType: 'text/plain', clipboardData: data }); \
    document.activeElement.dispatchEvent(event); return event.defaultPrevented";

/// What stands in a table's cells, line by line.
async fn cells(browser: &Browser, grid: &str) -> Vec<Vec<String>> {
    let script = format!(
        "[...document.querySelectorAll(\"[data-grid='{grid}'] tbody tr\")].map(row => [...row.querySelectorAll('input')].map(cell => cell.value))"
    );
    serde_json::from_value(browser.value_of(&script).await).expect("cells")
}

fn rooms(many: usize) -> Vec<(String, String)> {
    (1..=many).map(|number| (format!("第{number}村"), format!("第{number}村联络室"))).collect()
}

async fn began(engine: Engine, many: usize) -> Browser {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let rooms = rooms(many);
    let rooms: Vec<(&str, &str)> = rooms.iter().map(|(village, name)| (village.as_str(), name.as_str())).collect();
    begin(&browser, &rooms).await;
    browser.click(".review-bar [data-place=entry]").await;
    browser.find("[data-grid=numbers] input").await;
    browser
}

/// What a room of this number on the roster answers in a column.
fn answer(column: &GridColumn, standard: &Standard, room: usize) -> String {
    match column {
        GridColumn::Fact(id) if id.as_str().starts_with("seats") || id.as_str() == "persons" => (room % 3).to_string(),
        GridColumn::Fact(_) | GridColumn::Number(_) | GridColumn::Fault(..) => (room % 9).to_string(),
        GridColumn::Option(_) | GridColumn::Parts(_) => {
            let item = column.item(standard).expect("an item");
            let xingzhan::model::standard::scale::question::Question::Choose(options) = item.ask() else {
                return "1".to_owned();
            };
            (room % options.len() + 1).to_string()
        }
    }
}

/// A township's twenty rooms in Chromium, three in Firefox: 32 entries each, and what that takes is counted.
#[tokio::test]
async fn rooms_are_typed_by_keys_alone_and_counted_like_those_that_sent_a_file() {
    for (engine, many) in [(Engine::Chromium, 20), (Engine::Firefox, 3)] {
        let browser = began(engine, many).await;
        let standard = plan::standard("liaison-room");
        let (mut keys, mut clicks, mut read) = (0, 2, 0);
        let mut expected = vec![Record::default(); many];
        for (grid, columns) in
            [("numbers", GridColumn::numbers(&standard)), ("choices", GridColumn::choices(&standard))]
        {
            browser.click(&format!("[data-grid={grid}] tbody tr:first-child td:nth-of-type(1) input")).await;
            for column in &columns {
                let typed: Vec<String> = (0..many).map(|room| answer(column, &standard, room)).collect();
                // A number of an option leads on by itself.
                let after = if grid == "choices" { "" } else { "\n" };
                let text: String = typed.iter().flat_map(|said| [said.as_str(), after]).collect();
                keys += text.chars().count();
                read += typed.iter().map(|said| said.chars().count()).sum::<usize>();
                browser.type_keys(&text).await;
                for (record, said) in expected.iter_mut().zip(&typed) {
                    let value = column.read(&standard, record, said).expect("it is read");
                    xingzhan_browser_tests::plan::keep(record, value);
                }
            }
            browser.saved().await;
            let shown = cells(&browser, grid).await;
            for (row, record) in shown.iter().zip(&expected) {
                let wanted: Vec<String> = columns.iter().map(|column| column.shown(&standard, record)).collect();
                assert_eq!(row, &wanted, "{engine:?}, {grid}");
            }
        }
        let scores = "[...document.querySelectorAll('[data-grid=numbers] [data-score]')].map(cell => cell.textContent)";
        let scores: Vec<String> = serde_json::from_value(browser.value_of(scores).await).expect("scores");
        for (shown, record) in scores.iter().zip(&expected) {
            let score = xingzhan::model::scoring::score::Score::of(&standard, record);
            assert_eq!(*shown, xingzhan::i18n::range(score.total), "{engine:?}");
        }
        // The first score of three rooms differs: the number that was found, and why.
        browser.pick("#entry-task", "first").await;
        clicks += 2;
        let fact = GridColumn::numbers(&standard).first().expect("a number").key();
        for row in 1..=3 {
            let cell = format!("[data-grid=first] tbody tr:nth-child({row}) [data-corrected='{fact}']");
            browser.click(&cell).await;
            let found = if browser.field(&cell).await == "1" { "0\n" } else { "1\n" };
            browser.type_keys(found).await;
            let reason =
                format!("document.activeElement.matches('[data-grid=first] tbody tr:nth-child({row}) [data-why]')");
            browser.wait_until("its reason is asked", &reason).await;
            browser.type_keys("2\n").await;
            (keys, clicks, read) = (keys + 4, clicks + 1, read + 1);
        }
        browser.saved().await;
        let reasons = "[...document.querySelectorAll('[data-grid=first] [data-why]')].map(one => one.value)";
        assert_eq!(browser.value_of(reasons).await, json!(["2", "2", "2"]), "{engine:?}");
        let (numbers, choices) = (GridColumn::numbers(&standard).len(), GridColumn::choices(&standard).len());
        let entries = many * (numbers + choices);
        // Whoever types reads each sign on paper first.
        let seconds = crate::first_run::seconds(keys, clicks, entries + 6, read);
        println!(
            "{many} rooms, {entries} entries and three first scores: {keys} keys, {clicks} clicks, {} minutes",
            seconds.div_ceil(60)
        );
        // A digit and Enter for a number, a digit for a choice, four keys for a first score; a click for each beginning.
        assert!(keys <= many * (2 * numbers + choices) + 12 && clicks <= 7, "{keys} keys, {clicks} clicks");
        assert!(seconds <= 3 * 60 * 60, "{seconds} s are more than an afternoon");
        browser.click(".review-bar [data-place=table]").await;
        browser.find("[data-table] [data-unit]").await;
        let states =
            "[...new Set([...document.querySelectorAll('[data-table] [data-unit]')].map(row => row.dataset.state))]";
        assert_eq!(browser.value_of(states).await, json!(["entered"]), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn cells_of_a_sheet_fill_the_grid_and_what_cannot_be_read_stays_as_it_was() {
    for engine in Engine::BOTH {
        let browser = began(engine, 3).await;
        let standard = plan::standard("liaison-room");
        let first = GridColumn::numbers(&standard).first().expect("a number").key();
        browser.click(&format!("[data-grid=numbers] tbody tr:nth-child(2) [data-column='{first}']")).await;
        assert_eq!(
            browser.script(PASTE, vec![json!("１２ 场\t3\t十来个\r\n7\t\t4\r\n9\t9\t9\r\n")]).await,
            json!(true)
        );
        browser.find("[data-pasted]").await;
        assert!(browser.text("[data-outside]").await.contains("3 格"), "{engine:?}: none is dropped without a word");
        browser.find("[data-saved=apart]").await;
        let shown = cells(&browser, "numbers").await;
        assert!(shown[0].iter().all(String::is_empty), "{engine:?}: what stands above is left alone");
        assert_eq!(shown[1][..3], ["12", "3", "十来个"], "{engine:?}");
        assert_eq!(shown[2][..3], ["7", "", "4"], "{engine:?}: a third line has no room to go to");
        assert!(browser.text("[data-unread]").await.contains("1 格"), "{engine:?}");
        // It is still there after a reload, and counts for nothing until it is mended.
        browser.reload().await;
        browser.find("[data-unread]").await;
        assert_eq!(cells(&browser, "numbers").await, shown, "{engine:?}");
        let third = GridColumn::numbers(&standard)[2].key();
        let css = format!("[data-grid=numbers] tbody tr:nth-child(2) [data-column='{third}']");
        assert_eq!(browser.attribute(&css, "aria-invalid").await.as_deref(), Some("true"));
        browser.fill(&css, "10").await;
        browser.press(fantoccini::key::Key::Enter).await;
        browser.wait_until("nothing is unread", "!document.querySelector('[data-unread]')").await;
        browser.saved().await;
        browser.reload().await;
        browser.find("[data-grid=numbers] input").await;
        assert_eq!(cells(&browser, "numbers").await[1][..3], ["12", "3", "10"], "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_number_that_is_more_than_another_one_allows_is_marked_in_both_cells() {
    let browser = began(Engine::Chromium, 1).await;
    let standard = plan::standard("liaison-room");
    let relation = standard.at_most.iter().find(|one| {
        standard.fact(&one.fact).is_some_and(|fact| fact.sum.is_none())
            && standard.fact(&one.most).is_some_and(|fact| fact.sum.is_none())
    });
    let relation = relation.expect("two numbers of which one is at most the other");
    let cell = |fact: &xingzhan::model::standard::ids::FactId| {
        format!("[data-column='{}']", GridColumn::Fact(fact.clone()).key())
    };
    let (less, more) = (Count::new(4).expect("few"), Count::new(9).expect("few"));
    browser.fill(&cell(&relation.most), &less.to_string()).await;
    browser.fill(&cell(&relation.fact), &more.to_string()).await;
    browser.press(fantoccini::key::Key::Enter).await;
    browser.wait_until("both are marked", "document.querySelectorAll('[data-grid] [aria-invalid]').length === 2").await;
    browser.click(&cell(&relation.fact)).await;
    let said = browser.text("#cell-said").await;
    assert!(said.contains('9') && said.contains("请核对"), "{said}");
    browser.close().await;
}

#[tokio::test]
async fn replies_from_a_chat_are_read_by_their_lines_and_count_once_somebody_looked_at_them() {
    for engine in Engine::BOTH {
        let browser = began(engine, 2).await;
        let standard = plan::standard("liaison-room");
        let record = plan::room().record;
        let of = |name: &str| xingzhan::i18n::reply_template(text(Lang::Zh), &standard, 2026, name, &record);
        // The second is from somebody who wrote a name of their own, and one line that says nothing.
        let replies = format!("张三 12月3日\n{}\n{}\n99. 别的事\n", of("第1村联络室"), of("二村的室"));
        browser.click("[data-chat] summary").await;
        let put = "const field = document.querySelector('#chat-pasted'); field.value = arguments[0]; \
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        browser.script(put, vec![json!(replies)]).await;
        browser.click("button[data-do=read-replies]").await;
        browser.wait_until("both are shown", "document.querySelectorAll('[data-reply]').length === 2").await;
        assert!(
            browser.text("[data-reply]:last-of-type [data-unread-lines]").await.contains("99. 别的事"),
            "{engine:?}"
        );
        assert!(
            cells(&browser, "numbers").await.concat().iter().all(String::is_empty),
            "{engine:?}: nothing counts yet"
        );
        // Of the first it is known whose it is; of the other the person says so.
        let whose = "[...document.querySelectorAll('.whose')].map(field => field.value !== '')";
        assert_eq!(browser.value_of(whose).await, json!([true, false]), "{engine:?}");
        browser.click("[data-reply]:first-of-type button[data-do=count-reply]").await;
        browser.find("[data-counted]").await;
        // The other is not counted yet, and is told.
        browser.find("[data-saved=apart]").await;
        let shown = cells(&browser, "numbers").await;
        let wanted: Vec<String> =
            GridColumn::numbers(&standard).iter().map(|column| column.shown(&standard, &record)).collect();
        assert_eq!(shown[0], wanted, "{engine:?}");
        assert!(shown[1].iter().all(String::is_empty), "{engine:?}");
        assert_eq!(browser.field("#entry-rests-on").await, "chat", "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_township_hands_in_one_file_and_one_summary_with_its_code() {
    let browser = began(Engine::Chromium, 2).await;
    let standard = plan::standard("liaison-room");
    let first = GridColumn::numbers(&standard).first().expect("a number").key();
    browser.click(&format!("[data-grid=numbers] tbody tr:first-child [data-column='{first}']")).await;
    // Down to the second room.
    browser.type_keys("12\n34\n").await;
    browser.saved().await;
    browser.click(".review-bar [data-place=hand-in]").await;
    browser.fill("#bundle-by", "张三").await;
    let file = browser.download("button[data-do=make-bundle]").await;
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let written = std::fs::read_to_string(&file).expect("the bundle");
    let opened = Bundle::read(&written, &library).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!((opened.findings.len(), opened.bundle.sealed.units.len(), opened.bundle.sealed.number), (0, 2, 1));
    assert_eq!(opened.bundle.sealed.by, "张三");
    let code = opened.bundle.code.to_string();
    assert!(browser.text("[data-bundle]").await.contains(&code));
    browser.click("button[data-do=print-summary]").await;
    browser.find(".leaves .leaf").await;
    assert!(browser.text(".leaves").await.contains(&code));
    let printed = browser.printed("summary").await;
    assert_eq!(printed.sizes, vec![(297, 210); printed.pages.len()]);
    browser.click("button[data-do=on-screen]").await;
    browser.click("button[data-do=print-collection]").await;
    browser.wait_until("both rooms have a sheet", "document.querySelectorAll('.leaves').length === 2 && [...document.querySelectorAll('.leaves')].every(one => one.querySelector('.leaf'))").await;
    assert!(browser.text(".leaves").await.contains("第1村联络室"));

    // The county takes it in at its own roster; twice is once.
    browser.go("#/county").await;
    browser.click("button[data-do=begin-review]").await;
    browser.pick("#roster-kind", "room").await;
    browser.fill("#roster-paste", "乡镇,村,联络室\n柳林镇,第1村,第1村联络室\n").await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser.wait_until("the room is on the roster", "document.querySelectorAll('[data-roster] tr').length === 1").await;
    for _ in 0..2 {
        browser.click(".review-bar [data-place=intake]").await;
        browser.upload("#take-files", &file).await;
        browser.find("[data-not-listed]").await;
        assert!(browser.text("[data-not-listed]").await.contains("第2村联络室"));
        browser.saved().await;
        browser.click(".review-bar [data-place=table]").await;
        browser.find("[data-table] [data-unit]").await;
        let states = "[...document.querySelectorAll('[data-table] [data-unit]')].map(row => row.dataset.state)";
        assert_eq!(browser.value_of(states).await, json!(["entered"]));
    }

    // What was typed for the other one waits until a person says which line it is.
    browser.click(".review-bar [data-place=roster]").await;
    browser.pick("#roster-kind", "room").await;
    browser.fill("#roster-paste", "乡镇,村,联络室\n柳林镇,第2村,二村室\n").await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser.wait_until("both are on the roster", "document.querySelectorAll('[data-roster] tr').length === 2").await;
    browser.click(".review-bar [data-place=intake]").await;
    let options = "[...document.querySelectorAll('[data-waiting-name*=第2村] option')]";
    let likest = browser.value_of(&format!("{options}[1].textContent")).await;
    assert_eq!(likest, json!("柳林镇 第2村 二村室"));
    let option = browser.value_of(&format!("{options}[1].value")).await;
    browser.pick("[data-waiting-name] select", option.as_str().expect("a unit")).await;
    browser.click("button[data-do=match]").await;
    browser.wait_until("nothing waits", "!document.querySelector('[data-waiting-files]')").await;
    browser.saved().await;
    assert_eq!(crate::review::states(&browser).await, ["entered", "entered"]);
    browser.close().await;
}
