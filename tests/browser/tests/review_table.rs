//! The table of all units of a review, hundreds of them: what of it stands in the document, how a person goes through it, what
//! is taken along of it, and what stands beside the self score.

use crate::review::{begin, room, states, submission, take_in, turn_to};
use fantoccini::key::Key;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use xingzhan::model::date::UtcTime;
use xingzhan::model::record::facts::Count;
use xingzhan::model::review::act::Act;
use xingzhan::model::review::basics::{DeskKind, ReviewBasics};
use xingzhan::model::review::entry_maker::EntryMaker;
use xingzhan::model::review::ids::{ReviewId, UnitId, WriterId};
use xingzhan::model::review::log::Log;
use xingzhan::model::review::review_file::ReviewFile;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::ids::FactId;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};

/// A county's review with so many rooms on its roster, of twenty townships; `name` names each.
fn county(many: u32, name: impl Fn(u32) -> String) -> String {
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let standards: Vec<_> = library.iter().cloned().collect();
    let (year, kind) = (standards[0].year, standards[1].unit.id.clone());
    let basics = ReviewBasics { id: ReviewId::new([7; 8]), year, desk: DeskKind::County, sample: false, standards };
    let mut maker = EntryMaker::new(WriterId::new([1; 8]), basics.who().expect("a column"));
    let (mut log, now) = (Log::default(), UtcTime::parse("2026-12-04T08:00:00Z").expect("a time"));
    let acts = (0..many).map(|at| {
        let line = RosterLine {
            order: at + 1,
            township: format!("第{}乡", at / many.div_ceil(20) + 1),
            ..RosterLine::new(kind.clone(), &name(at))
        };
        let [_, _, _, _, bytes @ ..] = u64::from(at + 1).to_be_bytes();
        let unit = UnitId::new([0, 0, 0, 0, bytes[0], bytes[1], bytes[2], bytes[3]]);
        Act::Unit { unit, value: Some(Arc::new(line)) }
    });
    maker.decide(&mut log, acts.collect::<Vec<_>>(), &now);
    ReviewFile::of(basics, &log, now, []).written()
}

async fn open(browser: &Browser, review: &str) {
    browser.open_app().await;
    browser.go("#/county").await;
    browser.upload("#review-file", &browser.file("评审.json", review.as_bytes())).await;
    browser.find("[data-table] [data-unit]").await;
}

async fn rows(browser: &Browser) -> usize {
    let many = browser.value_of("document.querySelectorAll('[data-table] tr').length").await;
    usize::try_from(many.as_u64().expect("a number")).expect("a number")
}

/// The names that a script collects on its way through the table.
async fn collected(browser: &Browser, script: &str) -> BTreeSet<String> {
    let found: Value = browser.script_until_called(script, Vec::new()).await;
    serde_json::from_value(found).expect("names")
}

const SCROLLED: &str = "
    const done = arguments[arguments.length - 1], seen = new Set();
    const pause = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    (async () => {
      scrollTo(0, 0);
      for (let at = -1; at !== scrollY;) {
        at = scrollY;
        await pause(); await pause();
        for (const row of document.querySelectorAll('[data-unit]')) {
          const { top, bottom } = row.getBoundingClientRect();
          if (bottom > 0 && top < innerHeight) seen.add(row.querySelector('a').textContent);
        }
        scrollBy(0, innerHeight / 2);
        await pause();
      }
      done([...seen]);
    })();";

const BY_KEYS: &str = "
    const done = arguments[arguments.length - 1], seen = new Set();
    const pause = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    (async () => {
      for (let before = null; document.activeElement !== before;) {
        before = document.activeElement;
        if (!before.closest('[data-unit]')) break;
        seen.add(before.textContent);
        before.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
        await pause();
      }
      done([...seen]);
    })();";

const FOCUSED: &str = "document.activeElement.textContent";

#[tokio::test]
async fn of_520_units_only_those_in_view_are_in_the_document_and_each_is_reached() {
    let review = county(520, |at| format!("第{}室", 520 - at));
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        open(&browser, &review).await;
        assert_eq!(browser.attribute(".all-units", "aria-rowcount").await.as_deref(), Some("521"), "{engine:?}");
        assert!(rows(&browser).await < 80, "{engine:?}: {}", rows(&browser).await);
        assert_eq!(collected(&browser, SCROLLED).await.len(), 520, "{engine:?}: by scrolling");
        assert!(rows(&browser).await < 80, "{engine:?}: {}", rows(&browser).await);

        // From unit to unit by keys.
        browser.script("scrollTo(0, 0)", Vec::new()).await;
        browser.tab_to("[data-table] a").await;
        browser.press(Key::Home).await;
        browser.wait_until("the first", &format!("{FOCUSED} === '第1乡 第520室'")).await;
        assert_eq!(collected(&browser, BY_KEYS).await.len(), 520, "{engine:?}: by keys");
        for (key, name) in [
            (Key::Home, "第1乡 第520室"),
            (Key::Down, "第1乡 第519室"),
            (Key::End, "第20乡 第1室"),
            (Key::Up, "第20乡 第2室"),
        ] {
            browser.press(key).await;
            browser.wait_until(name, &format!("{FOCUSED} === '{name}'")).await;
        }
        browser.press(Key::PageUp).await;
        browser
            .wait_until(
                "a page up",
                &format!(
                    "document.activeElement.closest('tr').getAttribute('aria-rowindex') !== '520' && {FOCUSED} !== ''"
                ),
            )
            .await;
        let seen = "(() => { const { top, bottom } = document.activeElement.getBoundingClientRect(); \
            return top >= document.querySelector('.draft-bar').getBoundingClientRect().bottom - 1 && bottom <= innerHeight })()";
        browser.wait_until("it is in view", seen).await;
        assert!(rows(&browser).await < 80, "{engine:?}");

        // On paper are all of them. Of Firefox's file only how long it is can be told: its Chinese is no text.
        let pages = browser.printed("table").await.pages;
        assert!(pages.len() > 8, "{engine:?}: {} pages", pages.len());
        if engine == Engine::Chromium {
            for at in [1, 77, 260, 411, 520] {
                let on = pages.iter().filter(|page| page.contains(&format!("第{at}室"))).count();
                assert_eq!(on, 1, "{at}");
            }
        }
        browser.wait_until("the window again", "!document.querySelector('.on-paper tr')").await;
        let name = browser.value_of(FOCUSED).await;
        browser.press(Key::Enter).await;
        browser.wait_until("the unit", "!!document.querySelector('[data-not-sent]')").await;
        assert_eq!(browser.value_of("document.querySelector('h1').textContent").await, name, "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn sorting_and_searching_make_no_cell_anew_and_a_narrow_window_has_few_rows_too() {
    let review = county(2000, |at| format!("第{}室", 5000 - at));
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        open(&browser, &review).await;
        let mark = "document.querySelectorAll('[data-table] td').forEach((cell) => { cell.marked = true })";
        browser.script(mark, Vec::new()).await;
        // The first unit and others of the first rows stay, the rest goes.
        browser.fill("#table-search", "第499").await;
        browser.wait_until("those", "document.querySelector('[data-shown]').textContent.includes('10')").await;
        let anew = "[...document.querySelectorAll('[data-unit] td')].filter((cell) => !cell.marked).length";
        assert_eq!(browser.value_of(anew).await, 0, "{engine:?}");
        assert_eq!(rows(&browser).await, 12, "{engine:?}: and the room above and below");
        browser.pick("#table-sort", "name").await;
        browser.wait_until("sorted", "document.querySelector('[data-unit] a').textContent === '第1乡 第4990室'").await;
        assert_eq!(browser.value_of(anew).await, 0, "{engine:?}");
        assert_eq!(browser.attribute("[data-unit]", "aria-rowindex").await.as_deref(), Some("2"));

        browser.fill("#table-search", " ").await;
        if engine == Engine::Chromium {
            browser.resize(360, 740, 1).await;
        }
        browser
            .wait_until("all of them", "document.querySelector('.all-units').getAttribute('aria-rowcount') === '2001'")
            .await;
        browser.script("scrollTo(0, document.documentElement.scrollHeight)", Vec::new()).await;
        browser
            .wait_until(
                "the last",
                "[...document.querySelectorAll('[data-unit] a')].pop().textContent === '第1乡 第5000室'",
            )
            .await;
        assert!(rows(&browser).await < 80, "{engine:?}");
        let wide = browser.value_of("document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(wide, true, "{engine:?}");
        browser.close().await;
    }
}

/// A field that reads what is pasted into it as another program would.
const PASTED: &str = "
    document.getElementById('paste')?.remove();
    const field = document.createElement('textarea');
    field.id = 'paste';
    document.querySelector('main').prepend(field);
    window.pasted = document.implementation.createHTMLDocument();
    field.addEventListener('paste', (event) => {
      window.pasted = new DOMParser().parseFromString(event.clipboardData.getData('text/html'), 'text/html');
      window.plain = event.clipboardData.getData('text/plain');
      event.preventDefault();
    });
    field.focus();";

#[tokio::test]
async fn a_table_is_pasted_with_its_lines_also_where_there_is_no_clipboard_for_it() {
    let review = county(3, |at| ["<b>甲</b>室", "=1+1", "丙室"][at as usize].to_owned());
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        open(&browser, &review).await;
        let alone = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })";
        for script in ["", alone] {
            browser.script(script, Vec::new()).await;
            browser.click("[data-do=copy-table]").await;
            browser
                .wait_until("it is said", "document.querySelector('[data-taken]').textContent.startsWith('已复制')")
                .await;
            browser.script(PASTED, Vec::new()).await;
            browser.press_with(&[Key::Control], 'v').await;
            browser.wait_until("it is pasted", "!!window.pasted.querySelector('table')").await;
            let cells = "[...window.pasted.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))";
            let cells: Vec<Vec<String>> = serde_json::from_value(browser.value_of(cells).await).expect("cells");
            assert_eq!(cells.len(), 4, "{engine:?}");
            assert_eq!(
                (cells[1][3].as_str(), cells[2][3].as_str(), cells[3][3].as_str()),
                ("<b>甲</b>室", "'=1+1", "丙室"),
                "{engine:?}"
            );
            let lines = "window.pasted.querySelector('table').getAttribute('border')";
            assert_eq!(browser.value_of(lines).await, "1", "{engine:?}");
            let plain = browser.value_of("window.plain").await;
            assert!(plain.as_str().is_some_and(|plain| plain.contains("\t'=1+1\t")), "{engine:?}: {plain}");
        }
        let book = browser.download("[data-do=save-table]").await;
        assert!(std::fs::read(book).expect("a workbook").starts_with(b"PK"), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_table_of_chosen_units_says_on_paper_and_where_it_is_pasted_which_these_are() {
    let review = county(40, |at| format!("Ａ区第{}室", at + 1));
    let browser = Browser::start().await;
    open(&browser, &review).await;
    // As typed with a keyboard of the other width, and with what a copy brings along.
    browser.fill("#table-search", " a区第１２\u{200b} ").await;
    let said = "仅列：含“a区第１２”；共 1 家，全部 40 家";
    browser.wait_until("that one", &format!("document.querySelector('[data-shown]').textContent === '{said}'")).await;
    assert_eq!(browser.printed("chosen").await.count(said), 1);
    browser.click("[data-do=copy-table]").await;
    browser.wait_until("it is said", "document.querySelector('[data-taken]').textContent.startsWith('已复制')").await;
    browser.script(PASTED, Vec::new()).await;
    browser.press_with(&[Key::Control], 'v').await;
    browser.wait_until("it is pasted", "!!window.pasted.querySelector('table')").await;
    let plain = browser.value_of("window.plain").await;
    assert!(plain.as_str().is_some_and(|plain| plain.starts_with(&format!("{said}\r\n"))), "{plain}");
    let above = browser.value_of("[...window.pasted.querySelectorAll('p')].map((one) => one.textContent)").await;
    assert!(above.as_array().is_some_and(|lines| lines.contains(&said.into())), "{above}");
    browser.script("document.getElementById('paste').remove()", Vec::new()).await;

    browser.fill("#table-search", " ").await;
    browser.wait_until("all", "document.querySelector('[data-shown]').textContent === '列出 40 个'").await;
    assert_eq!(browser.printed("whole").await.count("仅列"), 0);
    browser.close().await;
}

#[tokio::test]
async fn a_first_score_stands_in_the_table_and_far_from_the_self_score_it_is_a_hint() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &[("王庄村", "王庄村联络室")]).await;
    let draft = room("王庄村联络室", "王庄村");
    let file = browser.file("a.json", submission(&draft).written().as_bytes());
    assert_eq!(take_in(&browser, &[file]).await, ["new"]);
    states(&browser).await;
    assert_eq!(browser.attribute(".all-units", "data-judged").await.as_deref(), Some("false"));
    browser.click("[data-table] [data-unit] a").await;
    browser.find("[data-first-score]").await;
    let mut found = draft.record.clone();
    for id in ["policy_talks", "reception_days", "files_kept", "registered"] {
        let fact: FactId = id.try_into().expect("a fact");
        found.facts.set(fact, Count::new(0));
        browser.fill(&format!("[data-corrected='fact/{id}']"), "0").await;
        browser.press(Key::Enter).await;
    }
    browser.saved().await;
    let own = draft.score().total.settled().expect("settled");
    let given = Score::of(&draft.standard, &found).total.settled().expect("settled");
    assert!(own.get() >= given.get() + 1000, "{own} {given}");
    states(&browser).await;
    browser
        .wait_until(
            "it is worked out",
            &format!("document.querySelector('[data-unit] .judged').textContent === '{given}'"),
        )
        .await;
    assert_eq!(browser.attribute(".all-units", "data-judged").await.as_deref(), Some("true"));
    turn_to(&browser, "summary").await;
    browser
        .wait_until("the hint", "document.querySelector('[data-sums-of=hints]').innerText.includes('、初评 ')")
        .await;
    let said = browser.text("[data-sums-of=hints]").await;
    assert!(said.contains("现场请先看这两项"), "{said}");
    browser.close().await;
}
