//! Photos go the whole way: from a telephone's pictures to the county's browser, the same to the last byte.

use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use xingzhan::model::draft::Draft;
use xingzhan::model::files::parsed::{ParsedFile, unpack};
use xingzhan::model::mail::as_mailed;
use xingzhan::model::photos::photo::PhotoDigest;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine, WAYS};
use xingzhan_browser_tests::pictures::{about, camera, decoded, phone, see_through, webp};
use xingzhan_browser_tests::plan;

// What a trip of many needs of memory and time differs by engine, and not by where the page is from; `photos_done`
// adds, saves and reads photos in each engine from each delivery.

#[tokio::test]
async fn one_photo_travels_in_webkit() {
    trip(Engine::WebKit, Delivery::Hosted, 1).await;
}

#[tokio::test]
async fn sixty_photos_travel_in_chromium_from_the_disk() {
    trip(Engine::Chromium, Delivery::File, 60).await;
}

#[tokio::test]
async fn sixty_photos_travel_in_firefox() {
    trip(Engine::Firefox, Delivery::Hosted, 60).await;
}

/// The photos in a file, by their digests, once all of them fit.
pub(crate) fn carried(text: &[u8]) -> (ParsedFile, BTreeMap<PhotoDigest, Vec<u8>>) {
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let (opened, carried) = unpack(text, &library).expect("the page wrote a file that opens");
    assert_eq!(carried.findings, vec![]);
    (opened, carried.photos.into_iter().collect())
}

/// Pictures of a telephone as files, numbered from `first`.
pub(crate) fn pictures(browser: &Browser, first: u8, many: u8) -> Vec<PathBuf> {
    let file = |number: u8| browser.file(&format!("接待日 {number}.jpg"), &phone(number));
    (first..first + many).map(file).collect()
}

async fn trip(engine: Engine, delivery: Delivery, many: u8) {
    let config = BrowserConfig { engine, delivery, ..BrowserConfig::default() };
    let browser = Browser::config(config).await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::station()).await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    assert_eq!(camera(&phone(0)), Some((6, true)), "the pictures have what is to be taken out");
    browser.choose_photos("C1", &pictures(&browser, 0, many)).await;
    let many = usize::from(many);
    browser.has_photos("C1", many).await;
    assert_eq!(browser.texts("[data-photo-failed]").await, Vec::<String>::new());
    let digests = browser.photo_digests("C1").await;
    browser.saved().await;

    browser.reload().await;
    browser.has_photos("C1", many).await;
    assert_eq!(browser.photo_digests("C1").await, digests);
    assert_eq!(browser.stored_photos().await.as_object().map(serde_json::Map::len), Some(many));

    browser.go(&format!("#/d/{id}/send")).await;
    let written = browser.submit().await;
    let (ParsedFile::Submission(opened), photos) = carried(written.text.as_bytes()) else { panic!("a submission") };
    let named: Vec<String> =
        opened.submission.attached.photos.values().flatten().map(|photo| photo.digest.as_str().to_owned()).collect();
    assert_eq!((&named, photos.len()), (&digests, many));
    for bytes in photos.values() {
        assert_small_upright_and_without_camera(bytes);
    }
    let limit = opened.standard.mail_limit;
    let over = as_mailed(written.text.len() as u64) > limit;
    assert_eq!(browser.has("[data-too-large]").await, over, "the size as mailed is held against the limit");

    let file = browser.download("button[data-do=save-draft]").await;
    let (ParsedFile::Draft(draft), in_draft) = carried(&fs::read(file).expect("the draft")) else { panic!("a draft") };
    assert_eq!((in_draft == photos, draft.photos_of(&"C1".try_into().expect("an id")).len()), (true, many));
    browser.close().await;

    let county = Browser::config(config).await;
    county.open_app().await;
    let file = county.file("收到的文件 (1).txt", written.text.as_bytes());
    assert_eq!(county.open_file(&file).await.as_deref(), Ok("submission"));
    assert!(county.text("[data-preview] dl").await.contains(&format!("{many} 张照片")));
    assert_eq!(county.stored_photos().await.as_object().map(serde_json::Map::len), Some(0), "nothing before");
    let there = county.take_over(&file).await;
    county.go(&format!("#/d/{there}/section/C")).await;
    county.has_photos("C1", many).await;
    assert_eq!(county.photo_digests("C1").await, digests);
    let again = save(&county, &there).await;
    assert!(carried(&again).1 == photos, "the same bytes");
    county.close().await;
}

async fn save(browser: &Browser, id: &str) -> Vec<u8> {
    browser.go(&format!("#/d/{id}/send")).await;
    fs::read(browser.download("button[data-do=save-draft]").await).expect("the draft")
}

fn assert_small_upright_and_without_camera(bytes: &[u8]) {
    assert!(bytes.len() <= 300 * 1024, "{} bytes", bytes.len());
    assert_eq!(camera(bytes), None);
    for word in [b"Exif".as_slice(), b"TELEFON", b"GPS", b"http"] {
        assert!(!bytes.windows(word.len()).any(|part| part == word), "{}", String::from_utf8_lossy(word));
    }
    let picture = decoded(bytes);
    assert_eq!(picture.dimensions(), (1200, 1600));
    // Turned by a quarter to the right: what is stored at the lower left is seen at the upper left.
    for ((x, y), colour) in [
        ((300, 400), [31, 31, 211]),
        ((900, 400), [211, 31, 31]),
        ((300, 1200), [241, 241, 241]),
        ((900, 1200), [31, 171, 31]),
    ] {
        let dot = picture.get_pixel(x, y);
        assert!(about(dot, colour, 40), "{dot:?} at {x}, {y} instead of {colour:?}");
    }
}

#[tokio::test]
async fn what_shines_through_becomes_white_and_webp_is_taken() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        let files = [("透明.png", see_through()), ("绿.webp", webp())].map(|(name, bytes)| browser.file(name, &bytes));
        browser.choose_photos("C1", &files).await;
        browser.has_photos("C1", 2).await;
        browser.saved().await;
        let digests = browser.photo_digests("C1").await;
        let (_, photos) = carried(&save(&browser, &id).await);
        let [first, second] =
            [0, 1].map(|at| decoded(&photos[&PhotoDigest::try_from(digests[at].clone()).expect("a digest")]));
        assert_eq!((first.dimensions(), second.dimensions()), ((400, 300), (320, 200)), "never enlarged");
        assert!(
            about(first.get_pixel(50, 150), [255, 255, 255], 4) && about(first.get_pixel(350, 150), [0, 0, 255], 8)
        );
        assert!(about(second.get_pixel(160, 100), [0, 128, 0], 8));
        browser.close().await;
    }
}

#[tokio::test]
async fn a_telephones_draft_is_merged_into_the_one_on_the_computer_with_its_photos() {
    for (engine, delivery) in WAYS {
        let config = BrowserConfig { engine, delivery, ..BrowserConfig::default() };
        let phone = Browser::config(config).await;
        phone.open_app().await;
        let id = phone.import_draft(&plan::station()).await;
        phone.go(&format!("#/d/{id}/section/C")).await;
        phone.choose_photos("C1", &pictures(&phone, 0, 2)).await;
        phone.has_photos("C1", 2).await;
        phone.saved().await;
        let on_phone = save(&phone, &id).await;
        phone.close().await;

        let computer = Browser::config(config).await;
        computer.open_app().await;
        let id = computer.import_draft(&plan::station()).await;
        computer.go(&format!("#/d/{id}/section/C")).await;
        computer.choose_photos("C1", &pictures(&computer, 1, 2)).await;
        computer.has_photos("C1", 2).await;
        computer.saved().await;
        let before = computer.photo_digests("C1").await;
        let file = computer.file("手机.json", &on_phone);
        computer.open_file(&file).await.expect("a draft");
        computer.click(&format!("a[data-merge-into='{id}']")).await;
        computer.click("button[data-do=merge]").await;
        computer.wait_until("it is merged", "document.querySelector('[data-merged]').textContent").await;
        computer.saved().await;
        computer.go(&format!("#/d/{id}/section/C")).await;
        computer.has_photos("C1", 3).await;
        let merged = computer.photo_digests("C1").await;
        assert_eq!(merged[..2], before, "what was here stays where it was");
        let (ParsedFile::Draft(draft), photos) = carried(&save(&computer, &id).await) else { panic!("a draft") };
        assert_eq!((photos.len(), Draft::photo_room(&draft)), (3, 57));
        // One step takes it back.
        computer.click("button[data-do=undo]").await;
        computer.go(&format!("#/d/{id}/section/C")).await;
        computer.has_photos("C1", 2).await;
        assert_eq!(computer.photo_digests("C1").await, before);
        computer.close().await;
    }
}

#[tokio::test]
async fn a_mail_draft_carries_the_submission_with_its_photos() {
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan::station()).await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    browser.choose_photos("C1", &pictures(&browser, 0, 2)).await;
    browser.has_photos("C1", 2).await;
    browser.go(&format!("#/d/{id}/send")).await;
    let written = browser.submit().await;
    let before = browser.downloads();
    browser.click("button[data-do=mail]").await;
    let bytes = fs::read(browser.downloaded(&before).await).expect("the mail");
    let mail = mail_parser::MessageParser::default().parse(&bytes).expect("a mail");
    let attached = mail.attachment(0).expect("the file");
    assert!(attached.contents() == written.text.as_bytes(), "the very bytes that were saved");
    assert_eq!(carried(attached.contents()).1.len(), 2);
    let size = browser.text("[data-mail-size]").await;
    let mailed = xingzhan::model::mail::megabytes(as_mailed(written.text.len() as u64));
    assert!(size.contains(&mailed), "{size} is not {mailed}");
    browser.close().await;
}

#[tokio::test]
async fn a_bar_says_how_large_the_submission_gets_against_what_the_county_takes() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let mut plan = plan::station();
        plan::reworded(&mut plan, |standard| standard["mail_limit"] = json!(300 << 10));
        let id = browser.import_draft(&plan).await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        assert!(!browser.has("[data-photo-size]").await, "nothing is said before there is a photo");
        browser.choose_photos("C1", &pictures(&browser, 0, 1)).await;
        browser.has_photos("C1", 1).await;
        browser.find("[data-photos=C1] [data-over=false] progress").await;
        assert!(browser.text("[data-photos=C1] [data-photo-size]").await.contains("规定最多 0.3 MB"));
        browser.choose_photos("C2", &pictures(&browser, 1, 5)).await;
        browser.has_photos("C2", 5).await;
        browser.find("[data-photos=C1] [data-over=true] progress").await;
        let said = browser.text("[data-photos=C2] [data-photo-size]").await;
        assert!(said.contains("超过规定的 0.3 MB"), "{said}");
        // What it says beforehand is what is mailed.
        browser.go(&format!("#/d/{id}/send")).await;
        let written = browser.submit().await;
        let mailed = xingzhan::model::mail::megabytes(as_mailed(written.text.len() as u64));
        assert!(said.contains(&format!("约 {mailed} MB")), "{said} is not {mailed}");
        assert!(browser.has("[data-too-large]").await);
        browser.close().await;
    }
}
