//! From the saved file to the county's mailbox.

use mail_parser::{MessageParser, MimeHeaders as _};
use serde_json::json;
use std::fs;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine, WAYS};
use xingzhan_browser_tests::plan;

async fn to_the_mailbox(engine: Engine, delivery: Delivery) {
    let mut plan = plan::room();
    plan::reworded(&mut plan, |standard| standard["receiver"]["mailbox"] = json!("xian@example.org"));
    let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    browser.go(&format!("#/d/{id}/send")).await;
    let written = browser.submit().await;
    let said = browser.text("[data-done]").await;
    assert!(said.contains(&written.name) && said.contains("请不要用 WPS、Word 打开或修改"), "{said}");
    let before = browser.downloads();
    browser.click("button[data-do=mail]").await;
    let file = browser.downloaded(&before).await;
    let bytes = fs::read(&file).expect("the mail");
    let mail = MessageParser::default().parse(&bytes).expect("a mail");
    let to = mail.to().and_then(|to| to.first()).expect("a recipient");
    assert_eq!(to.address(), Some("xian@example.org"));
    assert_eq!(to.name(), Some(plan.standard.receiver.office.get(Lang::Zh)));
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"));
    let attached = mail.attachment(0).expect("the file");
    assert_eq!(attached.attachment_name(), Some(written.name.as_str()));
    assert_eq!(attached.contents(), written.text.as_bytes(), "the very bytes that were saved");
    let code = browser.text("[data-code]").await;
    let body = mail.body_text(0).expect("a text").into_owned();
    assert!(body.contains(&code) && body.contains(&plan.unit.name), "{body}");

    // What the buttons put on the clipboard.
    let listen = "window.copied = []; navigator.clipboard.writeText = async (text) => { window.copied.push(text) }";
    browser.script(listen, Vec::new()).await;
    for button in ["to", "subject", "body"] {
        browser.click(&format!("button[data-copy={button}]")).await;
    }
    browser.wait_until("all is copied", "window.copied.length === 3").await;
    let copied = browser.value_of("window.copied").await;
    assert_eq!(copied[0], json!("xian@example.org"));
    assert_eq!(copied[1].as_str(), mail.subject());
    assert_eq!(copied[2].as_str().map(str::trim_end), Some(body.trim_end()));
    let address = browser.attribute("a[data-mailto]", "href").await.expect("an address");
    assert!(address.starts_with("mailto:xian@example.org?subject="), "{address}");
    browser.close().await;
}

#[tokio::test]
async fn a_mail_draft_holds_the_same_file_under_its_chinese_name_and_what_to_paste_is_copied() {
    to_the_mailbox(Engine::Chromium, Delivery::Hosted).await;
}

#[tokio::test]
async fn the_same_in_chromium_from_the_disk() {
    to_the_mailbox(Engine::Chromium, Delivery::File).await;
}

#[tokio::test]
async fn the_same_in_firefox() {
    to_the_mailbox(Engine::Firefox, Delivery::Hosted).await;
}

#[tokio::test]
async fn the_same_in_firefox_from_the_disk() {
    to_the_mailbox(Engine::Firefox, Delivery::File).await;
}

#[tokio::test]
async fn a_file_over_the_countys_limit_is_told_before_it_is_mailed() {
    let mut plan = plan::room();
    plan::reworded(&mut plan, |standard| standard["mail_limit"] = json!(1000));
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    browser.go(&format!("#/d/{id}/send")).await;
    browser.submit().await;
    browser.find("[data-too-large]").await;
    browser.close().await;
}

#[tokio::test]
async fn a_phone_that_shares_files_gets_the_very_file_and_one_that_does_not_is_not_asked() {
    for (engine, delivery) in WAYS {
        let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::room()).await;
        browser.go(&format!("#/d/{id}/send")).await;
        browser.script("navigator.canShare = () => false", Vec::new()).await;
        let first = browser.submit().await;
        assert!(!browser.has("button[data-do=share]").await);
        let shares = "navigator.canShare = (what) => what.files.length === 1; \
            navigator.share = async (what) => { const [file] = what.files; \
              window.shared = [file.name, file.type, await file.text()] }";
        browser.script(shares, Vec::new()).await;
        browser.go(&format!("#/d/{id}/basics")).await;
        browser.go(&format!("#/d/{id}/send")).await;
        // It is at hand without being made again.
        browser.click("button[data-do=share]").await;
        browser.wait_until("it is shared", "window.shared").await;
        let shared = browser.value_of("window.shared").await;
        assert_eq!(shared, json!([format!("{}.txt", first.name), "text/plain", first.text]));
        // Whoever receives it opens it by that name.
        let file = browser.file(&format!("{}.txt", first.name), first.text.as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
        browser.close().await;
    }
}
