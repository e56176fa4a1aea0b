//! Writes a picture of every page, wide and narrow, in both languages:
//! `cargo run -p xingzhan-browser-tests --bin shots FOLDER`.
#![allow(clippy::expect_used, reason = "without a folder or a browser there is nothing to do but say so")]

use serde_json::Value;
use std::path::PathBuf;
use std::{env, fs};
use xingzhan::model::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::pages;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = PathBuf::from(env::args().nth(1).expect("Usage: shots FOLDER"));
    fs::create_dir_all(&folder).expect("the folder for the pictures");
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.open_example().await;
    let example = browser.save_draft(&id).await;
    for lang in Lang::ALL {
        browser.speak(lang).await;
        for (width, least) in [(1280, 900), (360, 740)] {
            for (name, place) in pages::all(&example.standard, &id) {
                browser.resize(width, least, 1).await;
                browser.go(&place).await;
                let high = browser.value_of("document.documentElement.scrollHeight").await;
                let high = high.as_u64().and_then(|high| u32::try_from(high).ok()).unwrap_or(least);
                browser.resize(width, high.max(least), 1).await;
                browser.settle().await;
                let picture = browser.client().screenshot().await.expect("a picture");
                let file = folder.join(format!("{}-{width}-{name}.png", lang.code()));
                fs::write(file, picture).expect("a file for the picture");
            }
        }
    }
    println!("{} pictures in {}", count(&folder), folder.display());
    assert_eq!(browser.value_of("document.readyState").await, Value::from("complete"));
    browser.close().await;
}

fn count(folder: &PathBuf) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}
