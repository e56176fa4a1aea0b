//! Writes a picture of every page, wide and narrow, light and dark, in both languages, and of what is empty, long or
//! wrong: `cargo run -p xingzhan-browser-tests --bin shots FOLDER`. With `--readme` before the folder, the few pictures of
//! README and nothing else.
#![allow(clippy::expect_used, reason = "without a folder or a browser there is nothing to do but say so")]

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::{env, fs};
use xingzhan::model::files::json::canonical;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::{pages, plan};

const SIZES: [(u32, u32); 2] = [(1280, 900), (360, 740)];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (flags, folders): (Vec<String>, Vec<String>) = env::args().skip(1).partition(|word| word.starts_with("--"));
    let folder = PathBuf::from(folders.first().expect("Usage: shots [--readme] FOLDER"));
    fs::create_dir_all(&folder).expect("the folder for the pictures");
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.open_example().await;
    if flags.contains(&"--readme".to_owned()) {
        readme(&browser, &folder, &id).await;
        return browser.close().await;
    }
    let example = browser.save_draft(&id).await;
    for scheme in ["light", "dark"] {
        let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        browser.devtools("Emulation.setEmulatedMedia", feature).await;
        for lang in Lang::ALL {
            browser.speak(lang).await;
            for (name, place) in pages::all(&example.standard, &id) {
                browser.resize(1280, 900, 1).await;
                browser.go(&place).await;
                shoot(&browser, &folder, &format!("{}-{scheme}", lang.tag()), &name).await;
            }
        }
    }
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
    browser.speak(Lang::Zh).await;
    states(&browser, &folder).await;
    println!("{} pictures in {}", count(&folder), folder.display());
    assert_eq!(browser.value_of("document.readyState").await, Value::from("complete"));
    browser.close().await;
}

/// What is empty, long or wrong, and last year beside this year.
async fn states(browser: &Browser, folder: &Path) {
    let mut last = plan::station();
    last.year -= 1;
    let mut this = plan::station();
    for item in this.standard.scored().skip(8).map(|item| item.id.clone()).collect::<Vec<_>>() {
        this.choose(&item, None);
    }
    let last_file = browser.file("last.json", canonical(&last).as_bytes());
    let this_id = browser.import_draft(&this).await;
    browser.open_file(&last_file).await.expect("a draft");
    shoot(browser, folder, "state", "preview").await;
    browser.click(&format!("a[data-put-beside='{this_id}']")).await;
    browser.arrive(&format!("#/d/{this_id}/earlier")).await;
    browser.click("button[data-do=beside-file]").await;
    for page in ["earlier", "section/A", "section/G", "result"] {
        browser.go(&format!("#/d/{this_id}/{page}")).await;
        shoot(browser, folder, "beside", &page.replace('/', "-")).await;
    }
    let empty = browser.new_draft("liaison-station").await;
    let long = browser.import_draft(&plan::long()).await;
    for (state, id) in [("empty", empty), ("long", long)] {
        for page in ["", "/basics", "/section/A", "/texts", "/check", "/result", "/send", "/print/approval"] {
            browser.go(&format!("#/d/{id}{page}")).await;
            shoot(browser, folder, state, &page.replace('/', "-")).await;
        }
    }
    for page in ["mine", ""] {
        browser.go(&format!("#/{page}")).await;
        shoot(browser, folder, "long", &format!("outside-{page}")).await;
    }
    let wrong = browser.import_draft(&plan::station()).await;
    browser.go(&format!("#/d/{wrong}/section/I")).await;
    browser.fill("input[data-fact=concerns_answered]", "999").await;
    browser.fill("input[data-fact=concerns_solved]", "很多").await;
    shoot(browser, folder, "wrong", "section-I").await;
    let broken = browser.file("断.json", b"{\"kind\":");
    browser.open_file(&broken).await.expect_err("cut off");
    shoot(browser, folder, "wrong", "file").await;
}

async fn shoot(browser: &Browser, folder: &Path, state: &str, name: &str) {
    for (width, least) in SIZES {
        browser.resize(width, least, 1).await;
        browser.settle().await;
        let high = browser.value_of("document.documentElement.scrollHeight").await;
        let high = high.as_u64().and_then(|high| u32::try_from(high).ok()).unwrap_or(least);
        browser.resize(width, high.max(least), 1).await;
        browser.settle().await;
        let picture = browser.client().screenshot().await.expect("a picture");
        let file = folder.join(format!("{state}-{width}-{name}.png"));
        fs::write(file, picture).expect("a file for the picture");
    }
}

/// The pictures of README: the worked example, as one sees it without scrolling.
async fn readme(browser: &Browser, folder: &Path, id: &str) {
    let pictures = [
        ("tasks", "", (900, 703)),
        ("section", "/section/G", (900, 703)),
        ("result", "/result", (900, 703)),
        ("views", "/result", (900, 703)),
        ("phone", "/section/A", (360, 740)),
    ];
    browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    for (name, page, (width, height)) in pictures {
        browser.resize(width, height, 1).await;
        browser.go(&format!("#/d/{id}{page}")).await;
        browser.saved().await;
        let to = "const views = document.querySelector('.schemes'); \
            scrollTo(0, arguments[0] === 'views' ? views.previousElementSibling.offsetTop - 60 : 0)";
        browser.script(to, vec![json!(name)]).await;
        small(browser, folder, name).await;
    }
    // The sample county, of which both desks show a part.
    browser.resize(900, 703, 1).await;
    browser.go("#/county").await;
    browser.click("button[data-do=sample-county]").await;
    browser.find("[data-table] [data-unit]").await;
    browser.saved().await;
    small(browser, folder, "county").await;
    browser.click(".review-bar [data-place=entry]").await;
    browser.find("[data-grid] input").await;
    small(browser, folder, "township").await;
}

/// What is seen now, as a small file.
async fn small(browser: &Browser, folder: &Path, name: &str) {
    browser.settle().await;
    let taken = browser.client().screenshot().await.expect("a picture");
    let picture = image::load_from_memory(&taken).expect("a PNG").to_rgb8();
    let file = fs::File::create(folder.join(format!("{name}.png"))).expect("a file for the picture");
    let small = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
    picture.write_with_encoder(small).expect("a PNG");
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}
