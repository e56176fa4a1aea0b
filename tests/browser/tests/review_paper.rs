//! What the desk prints: the sheets that rooms fill in by hand, and the table of all units.

use crate::review::{TOWNSHIP, turn_to};
use serde_json::json;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::paper::bare;

const PORTRAIT: (u32, u32) = (210, 297);
const LANDSCAPE: (u32, u32) = (297, 210);

/// For each leaf: the unit of its sheet, how small its letters are, how low the cell to write in, both in hundredths of a
/// pixel, and how far the table hangs out of the leaf's body.
const LEAVES: &str = "[...document.querySelectorAll('.leaves .leaf')].map((leaf) => { \
    const end = (of) => of.getBoundingClientRect(), body = end(leaf.querySelector('.leaf-body')), table = end(leaf.querySelector('table')); \
    const least = (all) => Math.min(...all.map((one) => Math.round(one * 100))); \
    return [(leaf.querySelector('.leaf-line') || { textContent: '' }).textContent, \
      least([...leaf.querySelectorAll('td, th, .leaf-line')].map((one) => parseFloat(getComputedStyle(one).fontSize))), \
      least([...leaf.querySelectorAll('td:last-child')].map((one) => end(one).height)), \
      Math.max(table.bottom - body.bottom, table.right - body.right)] })";

/// 9 points, and 7 millimetres less what a screen rounds away, in hundredths of a pixel.
const NINE_POINTS: i64 = 1200;
const SEVEN_MILLIMETRES: i64 = 2620;

/// Three rooms: one of which nothing is known, one with its people, one with more of them than have room in a line.
async fn three_rooms(browser: &Browser) {
    browser.open_app().await;
    browser.go("#/township").await;
    browser.fill("#review-township", TOWNSHIP).await;
    browser.click("button[data-do=begin-review]").await;
    let many = ["欧阳建"; 12].join("、");
    let rooms = format!(
        "村,名称,负责人,联络员,代表名单\n王庄村,王庄村联络室,,,\n李庄村,李庄村联络室,李四,王五,张三、李四\n赵庄社区,赵庄社区联络室,赵六,钱七,{many}"
    );
    browser.fill("#roster-paste", &rooms).await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser.wait_until("all are on the roster", "document.querySelectorAll('[data-roster] tr').length === 3").await;
    browser.saved().await;
}

#[tokio::test]
async fn each_room_fills_in_one_page_with_room_to_write_and_begins_a_new_one() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        three_rooms(&browser).await;
        // In English the words of the standard take half as much again: both sides of one leaf.
        for (lang, sides) in [(Lang::Zh, 1), (Lang::En, 2)] {
            browser.speak(lang).await;
            turn_to(&browser, "hand-in").await;
            browser.click("button[data-do=print-collection]").await;
            let drawn =
                "[...document.querySelectorAll('.leaves')].filter((one) => one.querySelector('.leaf')).length === 3";
            browser.wait_until("every room has its sheet", drawn).await;
            let leaves = browser.value_of(LEAVES).await;
            let leaves: Vec<(String, i64, i64, f64)> = serde_json::from_value(leaves).expect("leaves");
            assert_eq!(leaves.len(), 3 * sides, "{engine:?} {lang:?}: {leaves:?}");
            for (at, (unit, letters, cells, out)) in leaves.iter().enumerate() {
                assert!(*letters >= NINE_POINTS && *cells >= SEVEN_MILLIMETRES, "{engine:?} {lang:?} {at}: {leaves:?}");
                assert!(*out < 1.0, "{engine:?} {lang:?} {at}: {leaves:?}");
                assert_eq!(unit.is_empty(), at % sides != 0, "{engine:?} {lang:?} {at}: {leaves:?}");
            }
            let printed = browser.printed(&format!("collection-{}", lang.tag())).await;
            assert_eq!(printed.sizes, vec![PORTRAIT; 3 * sides], "{engine:?} {lang:?}");
            if engine == Engine::Chromium {
                let begins = ["王庄村联络室", "李庄村联络室", "赵庄社区联络室"];
                for (page, unit) in printed.pages.iter().step_by(sides).zip(begins) {
                    assert!(page.contains(unit), "{unit}: {page}");
                }
                // The names of all its people stand there to be corrected.
                assert_eq!(printed.count("欧阳建"), 12, "{lang:?}");
            }
            browser.click("button[data-do=on-screen]").await;
        }
        browser.close().await;
    }
}

/// The sample county's table of stations, some of them with a first score or none, in this language.
async fn sample_table(engine: Engine, lang: Lang) -> Browser {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    browser.speak(lang).await;
    browser.go("#/county").await;
    browser.click("button[data-do=sample-county]").await;
    browser.find("[data-table] [data-unit]").await;
    browser.settle().await;
    browser
}

#[tokio::test]
async fn the_table_of_all_units_is_printed_across_with_every_column_on_the_page() {
    for engine in Engine::BOTH {
        let browser = sample_table(engine, Lang::En).await;
        for kind in ["station", "room"] {
            browser.pick("#table-kind", kind).await;
            browser.settle().await;
            let printed = browser.printed(&format!("table-{kind}")).await;
            assert_eq!(printed.sizes, vec![LANDSCAPE; printed.pages.len()], "{engine:?} {kind}");
            // What lies beyond the edge of the paper is no text of the page.
            let heads = browser
                .value_of("[...document.querySelectorAll('.all-units th[scope=col]')].filter((one) => one.offsetWidth > 0).map((one) => one.textContent)")
                .await;
            let heads: Vec<String> = serde_json::from_value(heads).expect("heads");
            let first = &printed.pages[0];
            let lost: Vec<_> = heads.iter().filter(|head| !first.contains(&bare(head))).collect();
            assert!(lost.is_empty(), "{engine:?} {kind}: {lost:?} of {heads:?} in {first}");
        }
        if engine == Engine::Chromium {
            // 297 mm less the centimetre that browsers leave on both sides, at 96 pixels to the inch.
            browser.resize(1046, 720, 1).await;
            browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            browser.script("dispatchEvent(new Event('beforeprint'))", Vec::new()).await;
            let out = "[...document.querySelectorAll('.all-units thead th, .all-units .on-paper :is(td, th)')].filter((cell) => \
                cell.offsetWidth > 0 && (cell.getBoundingClientRect().right > innerWidth || cell.scrollWidth > cell.clientWidth + 1)).map((cell) => cell.textContent)";
            assert_eq!(browser.value_of(out).await, json!([]));
            let rows = "document.querySelectorAll('.all-units .on-paper tr').length";
            assert_eq!(browser.value_of(rows).await, json!(60));
            browser.script("dispatchEvent(new Event('afterprint'))", Vec::new()).await;
            browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
            browser.usual_size().await;
        }
        // Other places of the desk lie as before, and the table again as it did.
        turn_to(&browser, "summary").await;
        let printed = browser.printed("summary").await;
        assert_eq!(printed.sizes, vec![PORTRAIT; printed.pages.len()], "{engine:?}");
        turn_to(&browser, "table").await;
        let printed = browser.printed("table-again").await;
        assert_eq!(printed.sizes, vec![LANDSCAPE; printed.pages.len()], "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_unit_that_is_to_be_decided_is_counted_as_here_and_named_as_left_out_of_the_sums() {
    let browser = sample_table(Engine::Chromium, Lang::Zh).await;
    let undecided = "[...document.querySelectorAll('[data-table] [data-state=undecided]')].length";
    assert_eq!(browser.value_of(undecided).await, json!(1));
    let sums = browser.text("[data-sums]").await;
    let here =
        sums.split("已报 ").nth(1).and_then(|rest| rest.split('，').next()).expect("how many are here").to_owned();
    turn_to(&browser, "summary").await;
    assert!(browser.text("[data-sums-of=stars] p").await.starts_with("另有 1 家已报待核对"));
    let counted = "[...document.querySelectorAll('[data-sums-of=stars] td.numeric, [data-sums-of=stars] td:last-child')].reduce((sum, one) => sum + Number(one.textContent), 0)";
    let counted = browser.value_of(counted).await;
    assert_eq!(json!(here.parse::<u32>().expect("a number") - 1), counted);
    browser.close().await;
}
