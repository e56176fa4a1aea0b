//! The main job for a station, whole, in every engine and from both deliveries.

use crate::job;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine};
use xingzhan_browser_tests::plan;

#[tokio::test]
async fn a_station_is_filled_in_checked_sent_and_opened_again_in_chromium_from_the_disk() {
    the_whole_job(Engine::Chromium, Delivery::File, true).await;
}

#[tokio::test]
async fn the_same_in_firefox() {
    the_whole_job(Engine::Firefox, Delivery::Hosted, true).await;
}

#[tokio::test]
async fn a_station_from_a_file_is_finished_checked_sent_and_opened_again_in_chromium() {
    the_whole_job(Engine::Chromium, Delivery::Hosted, false).await;
}

#[tokio::test]
async fn it_is_finished_in_firefox_from_the_disk() {
    the_whole_job(Engine::Firefox, Delivery::File, false).await;
}

#[tokio::test]
async fn it_is_finished_in_webkit() {
    the_whole_job(Engine::WebKit, Delivery::Hosted, false).await;
}

#[tokio::test]
async fn it_is_finished_in_webkit_from_the_disk() {
    the_whole_job(Engine::WebKit, Delivery::File, false).await;
}

/// All of it typed, or a section and the texts, each kind of field among them, and the rest brought in a file.
async fn the_whole_job(engine: Engine, delivery: Delivery, typed: bool) {
    let config = BrowserConfig { engine, delivery, ..BrowserConfig::default() };
    let plan = plan::station();
    assert_eq!((plan.standard.scored().count(), plan.standard.texts.len()), (49, 5));
    let browser = Browser::config(config).await;
    browser.open_app().await;
    let id = if typed {
        let id = browser.new_draft("liaison-station").await;
        job::fill_with_a_reload_half_way(&browser, &id, &plan).await;
        id
    } else {
        job::bring_most_and_type_the_rest(&browser, &plan).await
    };
    job::see_the_score(&browser, &id, &plan).await;
    let written = job::send(&browser, &id, &plan).await;
    assert_eq!(written.name, "2026_柏城街道_柏城街道联络站_自评申报_第1次.json");
    job::assert_plain_name(&written.name);
    let library = StandardLibrary::built_in().expect("the built-in standards");
    job::assert_written(&browser, &written, &plan, &library).await;
    browser.close().await;
    job::reopen_elsewhere(config, &written, &plan, None).await;
}
