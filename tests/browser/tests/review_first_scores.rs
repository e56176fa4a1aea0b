//! First scores in the grid, points that are given directly, and the sheet with which a room checks what was typed for it.

use crate::review::{begin, room, submission, take_in, turn_to};
use fantoccini::key::Key;
use serde_json::json;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::facts::Count;
use xingzhan::model::review::entry_grid::GridColumn;
use xingzhan::model::scoring::score::Score;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;

/// What stands in a row of the grid beside its unit: both scores and the difference.
async fn sums(browser: &Browser, row: usize) -> Vec<String> {
    let script = format!(
        "[...document.querySelectorAll('[data-grid=first] tbody tr:nth-child({row}) td')].slice(0, 3).map(cell => cell.textContent)"
    );
    serde_json::from_value(browser.value_of(&script).await).expect("cells")
}

/// The cell of a column in a row.
fn cell(row: usize, key: &str) -> String {
    format!("[data-grid=first] tbody tr:nth-child({row}) [data-corrected='{key}']")
}

/// A review with a room that sent a file and one of which a number was typed; the grid of first scores stands open.
async fn two_rooms(engine: Engine) -> (Browser, Draft) {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室")]).await;
    let draft = room("王庄村联络室", "王庄村");
    let file = browser.file("a.json", submission(&draft).written().as_bytes());
    assert_eq!(take_in(&browser, &[file]).await, ["new"]);
    turn_to(&browser, "entry").await;
    browser.click("[data-grid=numbers] [data-column='fact/files_kept']").await;
    browser.type_keys("9\n").await;
    browser.saved().await;
    browser.pick("#entry-task", "first").await;
    browser.find(&cell(1, "fact/files_kept")).await;
    (browser, draft)
}

async fn has_the_focus(browser: &Browser, what: &str, css: &str) {
    let has = format!("document.activeElement === document.querySelector(`{css}`)");
    browser.wait_until(&format!("{what} has the focus"), &has).await;
}

#[tokio::test]
async fn escape_brings_back_what_stood_in_a_first_score() {
    for engine in Engine::BOTH {
        let (browser, _) = two_rooms(engine).await;
        let found = cell(2, "fact/files_kept");
        browser.click(&found).await;
        browser.type_keys("1").await;
        browser.press(Key::Escape).await;
        browser.saved().await;
        assert_eq!(browser.field(&found).await, "9", "{engine:?}");
        assert_eq!(browser.texts("[data-grid=first] td.changed").await, Vec::<String>::new(), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_first_score_is_given_in_the_grid_by_keys_alone_and_the_units_own_stays() {
    for engine in Engine::BOTH {
        let (browser, draft) = two_rooms(engine).await;
        let own = xingzhan::i18n::range(draft.score().total);
        assert_eq!(sums(&browser, 1).await, [own.as_str(), own.as_str(), "0"], "{engine:?}: nothing is changed yet");
        let mut found = draft.record.clone();
        found.facts.set("files_kept".try_into().expect("a fact"), Count::new(1));
        let given = xingzhan::i18n::range(Score::of(&draft.standard, &found).total);
        assert_ne!(own, given);

        // The number that was found, Enter, the reason by its number, Enter: the same column of the next room.
        browser.tab_to(&cell(1, "fact/files_kept")).await;
        browser.type_keys("1\n").await;
        has_the_focus(&browser, "the reason", "[data-grid=first] tbody tr:first-child [data-why]").await;
        browser.type_keys("2\n").await;
        has_the_focus(&browser, "the next room", &cell(2, "fact/files_kept")).await;
        browser.saved().await;
        assert_eq!(browser.field("[data-grid=first] [data-why]").await, "2", "{engine:?}");
        let shown = sums(&browser, 1).await;
        assert_eq!(shown[..2], [own.as_str(), given.as_str()], "{engine:?}");
        assert!(shown[2].starts_with('\u{2212}') || shown[2].contains('低'), "{engine:?}: {shown:?}");
        let marked = "[...document.querySelectorAll('[data-grid=first] td.changed')].map(cell => cell.querySelector('.hint').textContent)";
        let said = draft.record.facts.asked(&"files_kept".try_into().expect("a fact")).expect("a number");
        assert_eq!(browser.value_of(marked).await, json!([format!("自评 {said}")]), "{engine:?}");
        // Of what was typed for a room the same holds.
        assert_eq!(browser.field(&cell(2, "fact/files_kept")).await, "9", "{engine:?}");

        // It is there after a reload, in the unit's page as well; what cannot be read is not taken for anything.
        browser.reload().await;
        browser.pick("#entry-task", "first").await;
        browser.find(&cell(1, "fact/files_kept")).await;
        assert_eq!(sums(&browser, 1).await, shown, "{engine:?}");
        browser.fill(&cell(1, "fact/files_kept"), "几本").await;
        browser.press(Key::Tab).await;
        assert_eq!(
            browser.attribute(&cell(1, "fact/files_kept"), "aria-invalid").await.as_deref(),
            Some("true"),
            "{engine:?}"
        );
        assert_eq!(sums(&browser, 1).await, shown, "{engine:?}");
        // The unit's own number takes the change back.
        browser.fill(&cell(1, "fact/files_kept"), &said.to_string()).await;
        browser.press(Key::Enter).await;
        browser.wait_until("nothing is changed", "!document.querySelector('[data-grid=first] td.changed')").await;
        assert_eq!(sums(&browser, 1).await[1], own, "{engine:?}");
        browser.saved().await;
        browser.close().await;
    }
}

#[tokio::test]
async fn points_given_directly_are_opened_on_purpose_need_a_reason_and_are_cut() {
    for engine in Engine::BOTH {
        let (browser, draft) = two_rooms(engine).await;
        let own = xingzhan::i18n::range(draft.score().total);
        let column =
            GridColumn::choices(&draft.standard).into_iter().find(|column| matches!(column, GridColumn::Option(_)));
        let column = column.expect("a choice");
        let item = column.item(&draft.standard).expect("its item").clone();
        assert!(!browser.find("[data-give-points]").await.is_displayed().await.expect("a state"), "{engine:?}");
        browser.click(&cell(1, &column.key())).await;
        browser.find("[data-give-points]:not([hidden])").await;
        let field = format!("[data-corrected='points/{}']", item.id);
        browser.fill(&field, "99").await;
        browser.press(Key::Enter).await;
        browser.saved().await;
        // Cut to what the item has, and said; without a reason nothing counts.
        assert_eq!(browser.field(&field).await, item.points.to_string(), "{engine:?}");
        let told = browser.text("[data-give-points]").await;
        assert!(
            told.contains(&format!("最多 {} 分", item.points)) && told.contains("没有原因不计入"),
            "{engine:?}: {told}"
        );
        browser.fill(&field, "0").await;
        browser.press(Key::Enter).await;
        browser.saved().await;
        assert_eq!(sums(&browser, 1).await[1], own, "{engine:?}: not without a reason");
        browser.pick("[data-give-points] [data-why]", "1").await;
        browser.saved().await;
        let less = xingzhan::i18n::points(
            draft.score().total.low.less(draft.score().item(&item.id).expect("a score").range.low),
        );
        let counts = format!(
            "document.querySelector('[data-grid=first] tbody tr:first-child td:nth-of-type(2)').textContent === '{less}'"
        );
        browser.wait_until("they count", &counts).await;
        assert!(browser.text("[data-grid=first] tbody tr:first-child [data-points-given]").await.contains("0 分"));
        let barriers = browser.barriers().await;
        assert!(barriers.is_empty(), "{engine:?}: {barriers:?}");

        // The same on the unit's page, folded: there a half of the step is cut off.
        turn_to(&browser, "table").await;
        browser.click("[data-table] tr[data-unit] a").await;
        browser.find("[data-first-score]").await;
        assert_eq!(browser.text("[data-given]").await, less, "{engine:?}");
        assert!(!browser.has(&field).await, "{engine:?}: folded");
        browser.click("[data-give-points] summary").await;
        browser.find(&field).await;
        assert_eq!(browser.field(&field).await, "0", "{engine:?}");
        browser.fill(&field, "").await;
        browser.press(Key::Enter).await;
        browser.saved().await;
        assert_eq!(browser.text("[data-given]").await, own, "{engine:?}: taken back");
        let barriers = browser.barriers().await;
        assert!(barriers.is_empty(), "{engine:?}: {barriers:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn the_grid_of_first_scores_fits_a_narrow_window() {
    let (browser, _) = two_rooms(Engine::Chromium).await;
    browser.fill(&cell(1, "fact/files_kept"), "1").await;
    browser.press(Key::Enter).await;
    browser.find("[data-grid=first] [data-why]").await;
    browser.resize(360, 740, 1).await;
    assert_eq!(browser.sideways().await, None);
    browser.usual_size().await;
    browser.close().await;
}

#[tokio::test]
async fn each_room_that_was_entered_gets_one_leaf_of_two_sides_to_check_and_sign() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &[("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室"), ("赵庄村", "赵庄村联络室")]).await;
        turn_to(&browser, "entry").await;
        let standard = plan::standard("liaison-room");
        for (grid, columns, digit) in
            [("numbers", GridColumn::numbers(&standard), "12"), ("choices", GridColumn::choices(&standard), "1")]
        {
            browser.click(&format!("[data-grid={grid}] tbody tr:first-child td:nth-of-type(1) input")).await;
            let line = vec![digit; columns.len()].join("\t");
            let paste = crate::review_entry::PASTE;
            assert_eq!(browser.script(paste, vec![json!(format!("{line}\n{line}\n"))]).await, json!(true));
        }
        browser.saved().await;
        browser.click("button[data-do=print-check]").await;
        let two = "document.querySelectorAll('.leaves').length === 2 && [...document.querySelectorAll('.leaves')].every(one => one.querySelector('.leaf'))";
        browser.wait_until("both that were entered have a sheet", two).await;
        let printed = browser.printed("check").await;
        assert_eq!(printed.sizes, [(210, 297); 4], "{engine:?}: two sides each");
        // What Firefox writes cannot be read as text.
        let readable = if engine == Engine::Chromium { printed.pages.as_slice() } else { &[] };
        for (sides, name) in readable.chunks(2).zip(["王庄村联络室", "李庄村联络室"]) {
            let (front, back) = (&sides[0], &sides[1]);
            assert!(front.contains(name) && front.contains("统计期间"), "{engine:?}: {front}");
            assert!(front.contains("纸质表") && back.contains("签字"), "{engine:?}: {front} {back}");
            assert!(!front.contains("校验码") && !back.contains("校验码"), "{engine:?}: {front} {back}");
        }
        browser.click("button[data-do=on-screen]").await;
        browser.find("[data-grid=numbers] input").await;
        // And of one alone.
        turn_to(&browser, "table").await;
        browser.click("[data-table] tr[data-unit]:nth-child(3) a").await;
        browser.click("button[data-do=print-check]").await;
        browser.find(".leaves .leaf").await;
        let text = browser.text(".leaves").await;
        assert!(text.contains("李庄村联络室") && !text.contains("王庄村联络室"), "{engine:?}: {text}");
        browser.click("button[data-do=on-screen]").await;
        browser.find("[data-first-score]").await;
        browser.close().await;
    }
}
