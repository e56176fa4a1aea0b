//! Odd places to open the single file from, and odd windows to open either delivery in.

use serde_json::json;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use xingzhan::model::draft::Draft;
use xingzhan::model::record::unit::Declaration;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine, Profile};
use xingzhan_browser_tests::{plan, site, steps};

const BOTH: [Delivery; 2] = [Delivery::Hosted, Delivery::File];
const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

fn from_the_disk(engine: Engine) -> BrowserConfig {
    BrowserConfig { engine, delivery: Delivery::File, ..BrowserConfig::default() }
}

/// A copy of the single file in a folder of this browser, under the names that are given.
fn copy(browser: &Browser, folder: &str, name: &str) -> PathBuf {
    let file = browser.place(folder).join(name);
    fs::copy(site::single(), &file).expect("a copy of the single file");
    file
}

async fn open(browser: &Browser, file: &Path) {
    browser.visit(&site::file_address(file)).await;
    browser.ready().await;
}

/// A shorter job: a room's draft from a file, a change by hand, a submission that is what the model makes of it.
async fn a_job(browser: &Browser) {
    let mut plan = plan::room();
    let undeclared = Draft { declaration: Declaration::default(), ..plan.clone() };
    let id = browser.import_draft(&undeclared).await;
    browser.go(&format!("#/d/{id}/basics")).await;
    "每周三".clone_into(&mut plan.unit.hours);
    browser.fill("input[name='unit.hours']", &plan.unit.hours).await;
    browser.take(&id, steps::declaration(&plan)).await;
    let written = browser.submit().await;
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let opened = Submission::read(&written.text, &library).expect("a file that holds together");
    assert_eq!(opened.findings, Vec::new());
    assert_eq!(written.text, Submission::of(&plan, opened.submission.time.clone()).written());
    plan.revision += 1;
    assert_same_content(&browser.save_draft(&id).await, &plan);
}

#[tokio::test]
async fn what_a_page_logs_as_an_error_is_seen_in_every_engine() {
    for engine in ALL {
        let browser = Browser::config(from_the_disk(engine)).await;
        browser.open_app().await;
        assert_eq!(browser.errors().await, Vec::<String>::new());
        let log = "console.error('told by the page'); setTimeout(() => { throw new Error('thrown by the page') })";
        browser.script(log, Vec::new()).await;
        browser.settle().await;
        let mut seen = Vec::new();
        for _ in 0..100 {
            seen.extend(browser.errors().await);
            if seen.len() >= 2 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        let seen = seen.join("\n");
        // Of a file on the disk `WebKit` tells that something was thrown, but not what.
        let thrown = if engine == Engine::WebKit { "Script error" } else { "thrown by the page" };
        assert!(seen.contains("told by the page") && seen.contains(thrown), "{engine:?}: {seen}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_read_only_folder_under_any_name_is_enough_and_stays_as_it_is() {
    for engine in ALL {
        let browser = Browser::config(from_the_disk(engine)).await;
        let file = copy(&browser, "只读 U盘 #1 100%", "星站 (1) 副本#2.html");
        let folder = file.parent().expect("a folder");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("a read-only file");
        fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).expect("a read-only folder");
        open(&browser, &file).await;
        a_job(&browser).await;
        browser.reload().await;
        browser.go("#/mine").await;
        assert_eq!(browser.texts("li[data-draft]").await.len(), 1, "{engine:?}: the draft is there after a reload");
        assert_eq!(fs::read_dir(folder).expect("the folder").count(), 1, "{engine:?}: nothing is written beside it");
        assert_eq!(fs::read(&file).expect("the file"), fs::read(site::single()).expect("the file"));
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("a folder that can be removed");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_temporary_folder_may_be_gone_once_the_page_is_open() {
    for engine in ALL {
        let browser = Browser::config(from_the_disk(engine)).await;
        let file = copy(&browser, "Temp1_xingzhan.zip", site::SINGLE);
        open(&browser, &file).await;
        fs::remove_dir_all(file.parent().expect("a folder")).expect("a folder that can be removed");
        a_job(&browser).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn in_chromium_two_copies_at_once_see_the_same_drafts_and_neither_spoils_the_other() {
    let browser = Browser::config(from_the_disk(Engine::Chromium)).await;
    let (here, there) = (copy(&browser, "旧", "xingzhan.html"), copy(&browser, "新", "星站.html"));
    open(&browser, &here).await;
    let first = browser.client().window().await.expect("this window");
    let one = browser.new_draft("liaison-room").await;
    browser.go(&format!("#/d/{one}/basics")).await;
    browser.fill("input[name='unit.name']", "旧文件里的联络室").await;
    let second = browser.client().new_window(true).await.expect("a second window").handle;
    browser.client().switch_to_window(second.clone()).await.expect("the second window");
    open(&browser, &there).await;
    let other = browser.new_draft("liaison-station").await;
    browser.go(&format!("#/d/{other}/basics")).await;
    // By turns, so that each writes while the other has something open.
    for (window, text) in [(&first, "甲"), (&second, "乙"), (&first, "丙"), (&second, "丁")] {
        browser.client().switch_to_window(window.clone()).await.expect("a window");
        browser.fill("input[name='unit.name']", text).await;
        browser.saved().await;
    }
    for window in [&first, &second] {
        browser.client().switch_to_window(window.clone()).await.expect("a window");
        browser.reload().await;
        assert_eq!(browser.save_draft(&one).await.unit.name, "丙");
        assert_eq!(browser.save_draft(&other).await.unit.name, "丁");
        browser.go("#/mine").await;
        assert_eq!(browser.texts("li[data-draft]").await.len(), 2);
    }
    browser.close().await;
}

#[tokio::test]
async fn in_firefox_a_copy_elsewhere_starts_empty_and_a_draft_file_carries_over() {
    let plan = plan::room();
    let browser = Browser::config(from_the_disk(Engine::Firefox)).await;
    let (here, there) = (copy(&browser, "下载", "xingzhan.html"), copy(&browser, "桌面", "xingzhan.html"));
    open(&browser, &here).await;
    let id = browser.import_draft(&plan).await;
    browser.saved().await;
    let draft = browser.save_draft(&id).await;
    open(&browser, &there).await;
    browser.go("#/mine").await;
    assert!(!browser.has("li[data-draft]").await, "it has a storage of its own");
    // Nothing is called missing before every place has answered.
    let known = "document.querySelector('.unsure') && !document.querySelector('[data-unsure], main .unknown')";
    browser.wait_until("all is known", known).await;
    let said = browser.text("main [data-elsewhere]").await;
    assert!(said.contains("文件") && said.contains("浏览器"), "it says why a draft may be missing: {said}");
    assert!(browser.has("main [data-elsewhere] a[href='#/open']").await, "and offers to open a file there and then");
    let id = browser.import_draft(&draft).await;
    assert_same_content(&browser.save_draft(&id).await, &plan);
    // The first one still has its own.
    open(&browser, &here).await;
    browser.go("#/mine").await;
    assert_eq!(browser.texts("li[data-draft]").await.len(), 1);
    browser.close().await;
}

#[tokio::test]
async fn a_private_window_does_the_job() {
    for engine in Engine::BOTH {
        for delivery in BOTH {
            let browser = Browser::config(BrowserConfig {
                engine,
                delivery,
                profile: Profile::Private,
                ..BrowserConfig::default()
            })
            .await;
            browser.open_app().await;
            a_job(&browser).await;
            browser.close().await;
        }
    }
}

#[tokio::test]
async fn where_storage_is_blocked_the_page_says_so_and_the_job_is_done_all_the_same() {
    for engine in Engine::BOTH {
        for delivery in BOTH {
            let browser =
                Browser::config(BrowserConfig { engine, delivery, storage: false, ..BrowserConfig::default() }).await;
            browser.open_app().await;
            let kept = "(() => { try { localStorage.setItem('x', 'y'); return localStorage.length > 0 } catch { return false } })()";
            assert_eq!(browser.value_of(kept).await, json!(false), "{engine:?} {delivery:?}: nothing can be kept");
            browser.go("#/mine").await;
            // The page says that nothing is kept, as soon as both places have said so.
            browser.find("main [role=alert][data-keeps-nothing]").await;
            a_job(&browser).await;
            browser.find("[data-saved=unsaved][role=alert]").await;
            browser.close().await;
        }
    }
}
