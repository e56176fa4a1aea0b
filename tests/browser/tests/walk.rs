//! One walk through every page of a whole draft in both languages, in each engine, and everything that can be looked at
//! on a page at each: what is wrong is told together at the end, with language, page and audit.

use crate::review;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use xingzhan::model::draft::Draft;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::audits::typed;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine, Profile};
use xingzhan_browser_tests::media::MediaEmulation;
use xingzhan_browser_tests::{pages, plan};

/// A telephone; a window of 1280 pixels at 200 %, and at 400 %. The last number: real pixels for each.
const NARROW: [(u32, u32, u32); 3] = [(360, 740, 2), (640, 400, 2), (320, 225, 4)];

const RESOURCES: &str =
    "performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith('blob:'))";

#[tokio::test]
async fn every_page_passes_every_audit_in_chromium() {
    walk(Engine::Chromium).await;
}

#[tokio::test]
async fn every_page_passes_every_audit_in_firefox() {
    walk(Engine::Firefox).await;
}

/// What was seen on the way.
#[derive(Default)]
struct Seen {
    found: Vec<String>,
    titles: BTreeSet<String>,
    /// Controls that the tree tells of, and elements that tell of themselves.
    controls: [usize; 2],
}

async fn walk(engine: Engine) {
    let plan = plan::station();
    let chromium = engine == Engine::Chromium;
    // Firefox looks with other eyes by settings of the whole profile.
    let config = BrowserConfig { engine, requests: chromium, profile: Profile::Own, ..BrowserConfig::default() };
    let browser = Browser::config(config).await;
    browser.open_app().await;
    // The last module comes by itself once nobody waits for anything.
    browser
        .wait_until(
            "all has come that comes by itself",
            &format!("{RESOURCES}.some(one => one.includes('/exchange-'))"),
        )
        .await;
    // The desk comes when its door is opened.
    let (review, room) = review::for_the_walk(&browser).await;
    let start: Vec<Value> = list(browser.value_of(RESOURCES).await);
    if chromium {
        assert!(!browser.requests().await.is_empty(), "the requests of the start are seen");
    }
    browser.look_with(MediaEmulation::Moving).await;
    assert!(!browser.audit_rest().await.is_empty(), "there is something to keep still");
    browser.look_with(MediaEmulation::Usual).await;

    let id = browser.import_draft(&plan).await;
    browser.saved().await;
    let edits = browser.counter(&id).await;
    let typed = typed(&[
        json!([plan.unit, plan.posts, plan.record, plan.declaration]),
        json!([room.unit, room.posts, room.record, room.declaration]),
        // Of the other units of the review.
        json!(["李庄村联络室", "李庄村", "赵庄室", "赵庄村"]),
    ]);
    let mut seen = Seen::default();
    for lang in Lang::ALL {
        browser.speak(lang).await;
        for (name, place) in pages::all(&plan.standard, &id).into_iter().chain(review.clone()) {
            browser.go(&place).await;
            let faults = look(&browser, lang, &typed, &mut seen).await;
            seen.found.extend(faults.iter().map(|fault| format!("{} {name}: {fault}", lang.tag())));
        }
    }
    assert!(seen.found.is_empty(), "{engine:?}: {} faults: {:#?}", seen.found.len(), seen.found);
    let titles = 2 * (pages::all(&plan.standard, &id).len() + review.len());
    assert_eq!(seen.titles.len(), titles, "names of windows: {:#?}", seen.titles);
    assert!(seen.controls[1] > 500 && (!chromium || seen.controls[0] > 500), "{:?}", seen.controls);
    unchanged(&browser, &id, &plan, &edits).await;
    assert_eq!(list(browser.value_of(RESOURCES).await), start, "what was requested");
    if chromium {
        assert_eq!(browser.requests().await, Vec::<String>::new());
    }
    browser.close().await;
}

fn list(value: Value) -> Vec<Value> {
    serde_json::from_value(value).expect("a list")
}

/// Looking is no edit.
async fn unchanged(browser: &Browser, id: &str, plan: &Draft, edits: &Value) {
    browser.saved().await;
    assert_eq!(&browser.counter(id).await, edits, "looking changed the draft");
    xingzhan_browser_tests::app::assert_same_content(&browser.save_draft(id).await, plan);
}

/// Everything that is looked at on one page.
async fn look(browser: &Browser, lang: Lang, typed: &[String], seen: &mut Seen) -> Vec<String> {
    let (title, mut faults) = browser.audit_heading().await;
    seen.titles.insert(title);
    faults.extend(browser.audit_rest().await);
    faults.extend(browser.audit_words().await);
    match lang {
        Lang::En => faults.extend(browser.audit_english(typed).await),
        Lang::Zh => {
            faults.extend(browser.audit_chinese().await);
            let (controls, wrong) = browser.audit_roles().await;
            seen.controls[1] += controls;
            faults.extend(wrong);
        }
    }
    browser.unfold().await;
    faults.extend(browser.barriers().await);
    if browser.engine() == Engine::Chromium {
        let (controls, wrong) = browser.audit_tree().await;
        seen.controls[0] += controls;
        faults.extend(wrong);
    }
    if lang == Lang::Zh {
        browser.look_with(MediaEmulation::Dark).await;
        faults.extend(browser.barriers_of_colours().await.iter().map(|one| format!("in the dark: {one}")));
        browser.look_with(MediaEmulation::Forced).await;
        faults.extend(browser.audit_edges().await);
        browser.look_with(MediaEmulation::Usual).await;
    }
    if browser.engine() == Engine::Chromium {
        // Firefox has a test of its own, `senses`: it has no narrow window by command.
        for (width, height, zoom) in NARROW {
            browser.resize(width, height, zoom).await;
            browser.settle().await;
            faults.extend(browser.sideways().await.map(|wide| format!("at {width} px: {wide}")));
        }
        browser.usual_size().await;
        browser.settle().await;
    }
    faults
}
