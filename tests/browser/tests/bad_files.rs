//! Files that cannot be opened: a sentence that a clerk can act on, and nothing changes.

use serde_json::json;
use std::collections::BTreeSet;
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::Draft;
use xingzhan::model::photos::bundle::Packing;
use xingzhan::model::photos::photo::{Media, Photo, PhotoDigest};
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::ids::ItemId;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::pictures::see_through;
use xingzhan_browser_tests::plan;

fn submission(draft: &Draft) -> String {
    Submission::of(draft, UtcTime::parse("2026-11-23T08:00:00Z").expect("a time")).written()
}

/// The same with so many megabytes of spaces behind it.
fn padded(file: &str, megabytes: usize) -> Vec<u8> {
    [file.as_bytes(), &vec![b' '; megabytes << 20]].concat()
}

/// Each bad file: what it is, its name, its bytes.
fn bad_files() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let good = submission(&plan::station());
    let gbk_for_deputies = [0xc8, 0xcb, 0xb4, 0xf3, 0xb4, 0xfa, 0xb1, 0xed];
    let gbk = [&b"{\"kind\":\"submission\",\"name\":\""[..], &gbk_for_deputies, b"\"}"].concat();
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(good.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89".to_vec();
    let twice = good.replacen("\"months\":10", "\"months\":10,\"months\":12", 1);
    let mut elsewhere = plan::station();
    plan::reworded(&mut elsewhere, |standard| standard["id"] = json!("another-county"));
    let mut wrong = plan::station();
    wrong.choose(&ItemId::try_from("B2").expect("an id"), Some(Choice::Level(9)));
    assert!(twice != good);
    vec![
        ("empty", "空.json", Vec::new()),
        ("cut off", "断.json", good.as_bytes()[..good.len() / 2].to_vec()),
        ("GBK", "gbk.json", gbk),
        ("UTF-16", "utf16.json", utf16),
        ("a picture", "照片.png", png),
        ("a key twice", "重复.json", twice.into_bytes()),
        ("unknown standard", "别处.json", submission(&elsewhere).into_bytes()),
        ("a wrong choice", "错.json", submission(&wrong).into_bytes()),
        ("another program's", "其他.json", b"{\"name\":\"package\"}".to_vec()),
        ("nested deeply", "深.json", "[".repeat(100_000).into_bytes()),
        ("too large a submission", "大.json", padded(&good, 32)),
        ("too large a draft", "大草稿.json", padded(&xingzhan::model::files::json::canonical(&plan::room()), 64)),
        ("a kind of later", "评审.json", b"{\"kind\":\"review\",\"format\":1}".to_vec()),
    ]
}

#[tokio::test]
async fn every_bad_file_gets_a_sentence_in_chinese_and_changes_nothing() {
    refuses_all(Engine::Chromium).await;
}

#[tokio::test]
async fn the_same_in_firefox() {
    refuses_all(Engine::Firefox).await;
}

async fn refuses_all(engine: Engine) {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::room()).await;
    browser.saved().await;
    let before = browser.stored().await;
    let mut sentences = Vec::new();
    for (what, name, bytes) in bad_files() {
        let file = browser.file(name, &bytes);
        let told = match browser.open_file(&file).await {
            Err(told) => told,
            Ok(kind) => panic!("a file that is {what} was previewed as a {kind}"),
        };
        assert!(!told.is_empty() && told.iter().all(|sentence| !sentence.is_empty()), "{what}: {told:?}");
        for sentence in &told {
            assert!(sentence.chars().any(|character| ('一'..='鿿').contains(&character)), "{what}: {sentence}");
            for word in ["JSON", "Schema", "UTF", "SHA", "expected", "invalid", "missing", "unknown"] {
                assert!(!sentence.contains(word), "{what}: a clerk reads {word:?} in {sentence}");
            }
        }
        assert!(!browser.has("button[data-do=accept]").await, "{what}: there is nothing to accept");
        assert_eq!(browser.stored().await, before, "{what} changed local storage");
        sentences.push((what, told.join(" ")));
    }
    let alike = ["GBK", "UTF-16", "a picture"];
    let different: BTreeSet<&str> =
        sentences.iter().filter(|(what, _)| !alike.contains(what)).map(|(_, told)| told.as_str()).collect();
    assert_eq!(different.len(), sentences.len() - alike.len(), "different faults need different words: {sentences:#?}");
    assert_eq!(browser.save_draft(&id).await.unit.name, plan::room().unit.name);
    browser.close().await;
}

#[tokio::test]
async fn a_file_of_a_newer_format_can_be_looked_at_and_nothing_else() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let newer = submission(&plan::station()).replacen("\"format\":1", "\"format\":99", 1);
    let file = browser.file("新版.json", newer.as_bytes());
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("newer"));
    assert!(browser.text("[data-preview=newer]").await.contains(&plan::station().unit.name));
    assert!(!browser.text("[data-preview=newer] [role=alert]").await.is_empty(), "it says why");
    assert!(!browser.has("button[data-do=accept]").await);
    browser.close().await;
}

#[tokio::test]
async fn a_byte_order_mark_in_front_of_a_good_file_is_no_fault() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let text = format!("\u{feff}{}", submission(&plan::room()));
    let file = browser.file("bom.json", text.as_bytes());
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
    browser.close().await;
}

#[tokio::test]
async fn a_preview_that_is_turned_down_changes_nothing() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let before = browser.stored().await;
    for (name, text) in [
        ("submission", submission(&plan::room())),
        ("draft", xingzhan::model::files::json::canonical(&plan::room())),
        ("standard", xingzhan::model::files::json::canonical(&plan::standard("liaison-room"))),
    ] {
        let file = browser.file("file.json", text.as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok(name));
        browser.click("button[data-do=cancel]").await;
        browser.wait_until("the preview is gone", "!document.querySelector('[data-preview]')").await;
        assert_eq!(browser.stored().await, before, "a {name} that was not accepted");
    }
    browser.close().await;
}

#[tokio::test]
async fn hostile_text_in_a_file_is_shown_as_text() {
    let mut draft = plan::room();
    draft.unit.name = "<img src=x onerror=document.title='hacked'><script>document.title='hacked'</script>".to_owned();
    draft.unit.township = "\u{202e}道街\u{0}".to_owned();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&draft).await;
    for place in ["#/mine".to_owned(), format!("#/d/{id}"), format!("#/d/{id}/check"), format!("#/d/{id}/send")] {
        browser.go(&place).await;
        assert_ne!(browser.client().title().await.expect("a title"), "hacked");
        assert_eq!(browser.value_of("document.querySelectorAll('main img, main script').length").await, 0);
    }
    assert_eq!(browser.save_draft(&id).await.unit.name, draft.unit.name);
    browser.close().await;
}

#[tokio::test]
async fn words_of_a_photo_that_are_a_program_are_shown_as_words() {
    let hostile =
        "\"><img src=x onerror=document.title='hacked'><script>document.title='hacked'</script>\u{202e}gpj.exe";
    let bytes = see_through();
    let (name, caption) = (hostile.to_owned(), hostile.to_owned());
    let size = u32::try_from(bytes.len()).expect("small");
    let photo = Photo {
        digest: PhotoDigest::of(&bytes),
        media: Media::Png,
        bytes: size,
        width: 400,
        height: 300,
        name,
        caption,
    };
    let mut draft = plan::station();
    draft.add_photo(&ItemId::try_from("C1").expect("an id"), photo.clone());
    let mut packing = Packing::begin(submission(&draft), bytes.len());
    packing.add(&photo.digest, &bytes);
    let file = packing.end();
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.take_over(&browser.file("照片.json", file.as_bytes())).await;
        let harmless = "[document.querySelectorAll('main script, dialog script, [onerror]').length, \
            [...document.images].filter((one) => !one.src.startsWith('blob:')).length]";
        for place in ["section/C", "check", "send", "print/points"] {
            browser.go(&format!("#/d/{id}/{place}")).await;
            assert_eq!(browser.value_of(harmless).await, json!([0, 0]), "{place}");
        }
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.has_photos("C1", 1).await;
        // The sign that turns the letters after it round is gone: a name ends as it looks.
        let seen = browser.field("[data-photos=C1] [data-photo] input").await;
        assert_eq!(seen, hostile.replace('\u{202e}', ""));
        browser.click("[data-do=view-photo]").await;
        browser.find("dialog img").await;
        assert_eq!(browser.value_of(harmless).await, json!([0, 0]), "seen large");
        assert_ne!(browser.client().title().await.expect("a title"), "hacked");
        browser.close().await;
    }
}
