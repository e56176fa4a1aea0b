//! The sheets on paper: their pages, the heads on each, everything once, nothing cut, in both languages and in the
//! engines that can be asked for a PDF.

use serde_json::json;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::print::rows::strips;
use xingzhan::model::print::table::Content;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::paper::{Printed, bare};
use xingzhan_browser_tests::plan;

/// What can be read again of a text in a PDF, spaces aside. Firefox writes them with cairo, which gives many signs
/// of a Chinese font a shape but no text; of these the Latin letters are looked at, in English.
fn kept(engine: Engine, text: &str) -> String {
    match engine {
        Engine::Firefox => text.chars().filter(char::is_ascii_alphabetic).collect(),
        Engine::Chromium | Engine::WebKit => bare(text),
    }
}

fn readable(engine: Engine, lang: Lang) -> bool {
    engine != Engine::Firefox || lang == Lang::En
}

fn count(printed: &Printed, engine: Engine, words: &str) -> usize {
    kept(engine, &printed.pages.concat()).matches(&kept(engine, words)).count()
}

/// `WebKitGTK`'s driver cannot print.
const PRINTERS: [Engine; 2] = Engine::BOTH;
const PORTRAIT: (u32, u32) = (210, 297);
const LANDSCAPE: (u32, u32) = (297, 210);

async fn sheet(browser: &Browser, id: &str, lang: Lang, name: &str) -> Printed {
    browser.go(&format!("#/d/{id}/print/{name}")).await;
    browser.find(".leaves .leaf").await;
    let printed = browser.printed(name).await;
    // Nothing hangs out of where it belongs, and the printed pages are the ones that are shown.
    let out = "[...document.querySelectorAll('.leaves .leaf-body')].flatMap(body => { \
        const end = body.getBoundingClientRect(); \
        return [...body.querySelectorAll('tr, .box, .box-said')].filter(one => { \
          const box = one.getBoundingClientRect(); \
          return box.bottom > end.bottom + 5 || box.right > end.right + 3 }).map(one => `${one.textContent.slice(0, 80)} (${one.getBoundingClientRect().bottom} > ${end.bottom})`) })";
    assert_eq!(browser.value_of(out).await, json!([]), "{name}");
    // The foot stands below it and on the leaf.
    let foot = "[...document.querySelectorAll('.leaves .leaf')].every(leaf => { \
        const foot = leaf.querySelector('.leaf-foot').getBoundingClientRect(); \
        return foot.top >= leaf.querySelector('.leaf-body').getBoundingClientRect().bottom - 1 \
          && foot.bottom <= leaf.getBoundingClientRect().bottom + 1 })";
    assert_eq!(browser.value_of(foot).await, json!(true), "{name}");
    // No word of Latin letters goes on in the next line.
    let broken = "[...document.querySelectorAll('.leaves .leaf')].flatMap(leaf => { \
        const texts = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT), broken = []; \
        for (let text; (text = texts.nextNode());) for (const word of text.data.matchAll(/[A-Za-z]+/g)) { \
          const range = document.createRange(); \
          range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length); \
          const tops = [...range.getClientRects()].map(box => Math.round(box.top)); \
          if (Math.max(...tops) - Math.min(...tops) > 3) broken.push(word[0]) } \
        return broken })";
    assert_eq!(browser.value_of(broken).await, json!([]), "{name}");
    let of = printed.pages.len();
    let numbers: Vec<String> = (1..=of).map(|at| (text(lang).paper().page)(at, of)).collect();
    assert_eq!(browser.texts(".leaves .leaf-number").await, numbers, "{name}");
    printed
}

fn assert_numbered(printed: &Printed, engine: Engine, lang: Lang, size: (u32, u32)) {
    let of = printed.pages.len();
    assert_eq!(printed.sizes, vec![size; of]);
    if !readable(engine, lang) {
        return;
    }
    for (at, page) in printed.pages.iter().enumerate() {
        let number = bare(&(text(lang).paper().page)(at + 1, of));
        let number = kept(engine, &number);
        assert!(kept(engine, page).contains(&number), "{number} is not on {page}");
    }
}

#[tokio::test]
async fn every_page_of_the_points_has_all_heads_its_number_and_its_foot_and_every_row_stands_once() {
    let draft = plan::long();
    for engine in PRINTERS {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&draft).await;
        for lang in Lang::ALL {
            browser.speak(lang).await;
            let printed = sheet(&browser, &id, lang, "points").await;
            let wanted = i18n::sheet(text(lang), &draft, &draft.score(), None);
            let cells = wanted.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.content.as_ref());
            let said: Vec<&str> = cells
                .filter_map(|content| match content {
                    Content::Text(words) => Some(words.as_str()),
                    _ => None,
                })
                .collect();
            assert!(printed.pages.len() > 10, "{}", printed.pages.len());
            assert_numbered(&printed, engine, lang, LANDSCAPE);
            if !readable(engine, lang) {
                continue;
            }
            for page in &printed.pages {
                let heads = wanted.columns.iter().map(|column| &column.words).chain(&wanted.foot);
                let page = kept(engine, page);
                let lost: Vec<_> = heads.filter(|words| !page.contains(&kept(engine, words))).collect();
                assert!(lost.is_empty(), "{engine:?} {}: {lost:?} is not on {page}", lang.tag());
            }
            for item in draft.standard.items().filter(|item| !item.is_text()) {
                // Once in its row, and where a gate or a star line names it.
                // By its beginning: where a row is split, so are its longer words.
                let words: String = item.words.get(lang).chars().take(36).collect();
                let words = words.as_str();
                let named = said.iter().filter(|cell| kept(engine, cell).contains(&kept(engine, words))).count();
                assert!(named > 0);
                assert_eq!(count(&printed, engine, words), named, "{engine:?} {}: {words}", lang.tag());
            }
            assert_eq!(
                count(&printed, engine, text(lang).paper().print_hint),
                0,
                "what is for the screen is not printed"
            );
            if engine == Engine::Firefox {
                continue;
            }
            for mark in plan::marks() {
                assert_eq!(printed.count(&mark), 1, "{engine:?} {}: {mark}", lang.tag());
            }
            // A cell that is higher than a page goes on in the next row: its beginning once, and every sign of it.
            let ledgers =
                said.iter().filter(|cell| cell.starts_with("台账")).filter_map(|cell| cell.split('：').next());
            for begin in ledgers {
                assert_eq!(printed.count(&format!("{begin}：")), 1, "{engine:?} {}: {begin}", lang.tag());
            }
            let every = said.iter().map(|cell| cell.matches('馈').count()).sum::<usize>();
            assert_eq!(printed.count("馈"), every, "{engine:?} {}", lang.tag());
        }
        browser.close().await;
    }
}

/// The worked example has 49 items in nine sections, seven gates and a bonus.
#[tokio::test]
async fn the_points_of_the_example_are_few_pages_in_letters_of_ten_and_a_half_points() {
    for engine in PRINTERS {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.open_example().await;
        for (lang, most) in [(Lang::Zh, 9), (Lang::En, 12)] {
            browser.speak(lang).await;
            let printed = sheet(&browser, &id, lang, "points").await;
            assert!(printed.pages.len() <= most, "{engine:?} {}: {}", lang.tag(), printed.pages.len());
            // In pixels, of which there are 96 to the inch, in hundredths.
            let smallest = "Math.min(...[...document.querySelectorAll('.leaves :is(td, th, .leaf-line)')] \
                .map(one => Math.round(parseFloat(getComputedStyle(one).fontSize) * 100)))";
            assert_eq!(browser.value_of(smallest).await, json!(1400), "{engine:?} {}", lang.tag());
            // Each row once: a number that is in the first column of a page is on no other.
            let numbers = browser.texts(".leaves tr[data-role=item] td:first-child").await;
            let once: std::collections::BTreeSet<&String> = numbers.iter().collect();
            assert_eq!(once.len(), numbers.len(), "{engine:?} {}: {numbers:?}", lang.tag());
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn the_sheet_that_is_signed_is_one_page_however_long_its_words_are() {
    for engine in PRINTERS {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        for draft in [plan::room(), plan::long(), plan::long_room()] {
            let id = browser.import_draft(&draft).await;
            for lang in Lang::ALL {
                browser.speak(lang).await;
                let printed = sheet(&browser, &id, lang, "approval").await;
                let wanted = i18n::approval(text(lang), &draft, &draft.score(), None);
                assert_eq!(printed.pages.len(), 1);
                assert_numbered(&printed, engine, lang, PORTRAIT);
                if !readable(engine, lang) {
                    continue;
                }
                let (asked, said) = wanted.said.expect("a text");
                let basics = wanted.basics.iter().flat_map(|(words, said)| [words, said]);
                let numbers = wanted.numbers.iter().flat_map(|(words, said)| [words, said]);
                let boxes = wanted.boxes.iter().flatten();
                let lines = [&wanted.title, &wanted.unit.1, &wanted.stars.1, &asked, &said];
                for words in lines.into_iter().chain(basics).chain(numbers).chain(boxes).chain(&wanted.foot) {
                    assert!(
                        count(&printed, engine, words) > 0,
                        "{engine:?} {}: {words}: {:?}",
                        lang.tag(),
                        printed.pages
                    );
                }
                let days = wanted.boxes.iter().flatten().count();
                assert_eq!(count(&printed, engine, text(lang).paper().day), days, "a day in every box");
            }
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn the_list_of_what_to_do_has_its_heads_on_every_page_and_before_four_fifths_what_is_to_be_filled_in() {
    let draft = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    for lang in Lang::ALL {
        browser.speak(lang).await;
        let printed = sheet(&browser, &id, lang, "todo").await;
        let wanted = i18n::todo(text(lang), &draft, &draft.score(), None);
        assert_numbered(&printed, Engine::Chromium, lang, PORTRAIT);
        for page in &printed.pages {
            assert!(wanted.columns.iter().all(|column| page.contains(&bare(&column.words))), "{page}");
        }
        for row in strips(&wanted).iter().filter(|row| row.cells.len() > 4) {
            assert_eq!(printed.count(&row.cells[1].words), 1, "{}", row.cells[1].words);
        }
    }
    let empty = browser.new_draft("liaison-station").await;
    browser.speak(Lang::Zh).await;
    let printed = sheet(&browser, &empty, Lang::Zh, "todo").await;
    assert_numbered(&printed, Engine::Chromium, Lang::Zh, PORTRAIT);
    assert_eq!(printed.count(text(Lang::Zh).paper().fill_in), 1);
    assert_eq!(printed.count("★"), 0);
    for item in draft.standard.scored() {
        assert!(printed.count(item.words.get(Lang::Zh)) > 0, "{}", item.id);
    }
    browser.close().await;
}

#[tokio::test]
async fn a_sheet_is_a_draft_until_it_is_exported_and_again_when_an_answer_changes() {
    let draft = plan::room();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    let foot = "document.querySelector('.leaf-foot').textContent";
    let place = format!("#/d/{id}/print/approval");
    browser.go(&place).await;
    browser.wait_until("it is a draft", &format!("{foot}.includes('草稿')")).await;
    browser.go(&format!("#/d/{id}/send")).await;
    browser.submit().await;
    let code = browser.text("[data-code]").await;
    browser.click("a[data-sheet=approval]").await;
    browser.wait_until("its code stands there", &format!("{foot}.includes({})", json!(code))).await;
    assert_eq!(browser.value_of(&format!("{foot}.includes('草稿')")).await, json!(false));
    browser.go(&format!("#/d/{id}/basics")).await;
    browser.fill("input[name='unit.hours']", "每周三").await;
    browser.go(&place).await;
    browser.wait_until("it is a draft again", &format!("{foot}.includes('草稿')")).await;
    browser.close().await;
}

#[tokio::test]
async fn the_button_opens_the_print_window_and_other_places_are_printed_on_a4_with_the_browsers_margins() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.go(&format!("#/d/{id}/result")).await;
    browser.click("a[data-sheet=points]").await;
    browser.script("window.print = () => { window.asked = true }", Vec::new()).await;
    browser.click("button[data-do=print]").await;
    browser.wait_until("the window is asked for", "window.asked").await;
    // How it lies is said once, by the place with leaves, beside what is said for all places.
    let rules = "[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSPageRule).length";
    assert_eq!(browser.value_of(rules).await, json!(2));
    browser.go(&format!("#/d/{id}/print/approval")).await;
    assert_eq!(browser.value_of(rules).await, json!(2));
    browser.go(&format!("#/d/{id}/result")).await;
    assert_eq!(browser.value_of(rules).await, json!(1));
    browser.close().await;
}
