//! Pictures that are unlike a camera's, browsers that spoil them, and a page that ends before one has come.

use serde_json::json;
use std::fs;
use xingzhan::model::files::parsed::unpack;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::media::MediaEmulation;
use xingzhan_browser_tests::pictures::{chat, decoded, see_through, talkative};
use xingzhan_browser_tests::plan;

async fn at_c(config: BrowserConfig) -> (Browser, String) {
    let browser = Browser::config(config).await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    (browser, id)
}

#[tokio::test]
async fn a_screenshot_of_a_chat_stays_legible_and_meets_the_sentence_about_personal_data() {
    let notice = plan::standard("liaison-station").photo_notice.clone().expect("it brings one");
    let notice = notice.get(xingzhan::model::standard::words::Lang::Zh).to_owned();
    for engine in Engine::BOTH {
        let (browser, id) = at_c(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.choose_photos("C1", &[browser.file("聊天.png", &chat())]).await;
        browser.has_photos("C1", 1).await;
        let told = browser.text("[data-photos=C1] [data-photo] [data-photo-notice]").await;
        assert!(told.contains(&notice) && told.contains("这张图很长"), "{told}");
        let said = "[data-photos=C1] [data-photo-said]";
        let words = format!("document.querySelector('{said}').innerText.includes({})", json!(notice));
        browser.wait_until("it is said as well", &words).await;
        // Another is not told so.
        browser.choose_photos("C2", &[browser.file("二.png", &see_through())]).await;
        browser.has_photos("C2", 1).await;
        assert!(!browser.has("[data-photos=C2] [data-photo] [data-photo-notice]").await);
        // In the window it is as wide as there is room, and one scrolls through it.
        browser.click("[data-photos=C1] [data-do=view-photo]").await;
        browser.wait_until("it is shown", "document.querySelector('dialog img')").await;
        let shown = "[...document.querySelectorAll('dialog canvas, dialog img')].map(one => { \
            const box = one.getBoundingClientRect(); return [box.width > 500, Math.round(box.height / box.width)] })";
        assert_eq!(browser.value_of(shown).await, json!([[true, 7], [true, 7]]), "{engine:?}");
        browser.click("[data-do=close-photo]").await;
        browser.saved().await;
        browser.go(&format!("#/d/{id}/send")).await;
        let file = browser.download("main button[data-do=save-draft]").await;
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let (_, carried) = unpack(&fs::read(file).expect("the draft"), &library).expect("opens");
        assert_eq!((carried.photos.len(), carried.findings.len()), (2, 0));
        let widths: Vec<u32> = carried.photos.iter().map(|(_, bytes)| decoded(bytes).width()).collect();
        assert!(widths.contains(&400) && widths.iter().any(|width| *width >= 600), "{widths:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_whole_picture_is_taken_whatever_stands_before_its_size_and_without_the_mark_at_its_end() {
    for engine in Engine::BOTH {
        let (browser, _) = at_c(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        let png = see_through();
        let files = [
            browser.file("多话.jpg", &talkative(1)),
            browser.file("无尾.png", &png[..png.len() - 12]),
            browser.file("断.jpg", &talkative(2)[..3_500_000]),
        ];
        browser.choose_photos("C1", &files).await;
        browser.find("[data-photo-failed]").await;
        browser.has_photos("C1", 2).await;
        let told = browser.texts("[data-photo-failed]").await;
        assert!(told.len() == 1 && told[0].starts_with("断.jpg") && told[0].contains("照片不完整"), "{told:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_browser_that_answers_a_drawing_with_noise_is_noticed_and_told() {
    let noise = "const noise = bytes => { for (let at = 0; at < bytes.length; at++) bytes[at] = Math.random() * 256 };";
    // What is read is spoilt; what is written is.
    let read = format!(
        "{noise} const of = CanvasRenderingContext2D.prototype, read = of.getImageData; \
        of.getImageData = function (...at) {{ const got = read.apply(this, at); noise(got.data); return got }}"
    );
    let written = "const of = HTMLCanvasElement.prototype, write = of.toBlob; of.toBlob = function (...to) { \
        const pen = this.getContext('2d'); for (let x = 0; x < this.width; x += 2) { \
          pen.fillStyle = `rgb(${[1, 2, 3].map(() => Math.random() * 256 | 0)})`; pen.fillRect(x, 0, 2, this.height) } \
        write.apply(this, to) }";
    for (engine, media, script) in [
        (Engine::Chromium, MediaEmulation::Usual, read.as_str()),
        (Engine::Chromium, MediaEmulation::Usual, written),
        (Engine::Firefox, MediaEmulation::Usual, written),
        (Engine::Firefox, MediaEmulation::Guarded, "void 0"),
    ] {
        let (browser, _) = at_c(BrowserConfig { engine, media, ..BrowserConfig::default() }).await;
        browser.script(script, Vec::new()).await;
        browser.choose_photos("C1", &[browser.file("一.png", &see_through())]).await;
        browser.find("[data-photo-failed]").await;
        let told = browser.texts("[data-photo-failed]").await;
        assert!(told.len() == 1 && told[0].contains("防指纹"), "{engine:?} {told:?}");
        assert!(!browser.has("[data-photo]").await);
        browser.close().await;
    }
}

const SAID: &str = "[data-photos=C2] [data-photo-failed]";

#[tokio::test]
async fn a_page_that_ended_while_the_camera_was_open_says_so_at_the_item_once() {
    for engine in Engine::BOTH {
        let (browser, _) = at_c(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        // The driver closes the system's window at once, so none opens here; what the page notes is the same.
        let press = "HTMLInputElement.prototype.click = () => {}; document.querySelector('[data-photos=C2] [data-do=take-photo]').click()";
        browser.script(press, Vec::new()).await;
        let noted = "Object.keys(localStorage).filter(key => key.includes('.picking.')).map(key => localStorage[key])";
        assert_eq!(browser.value_of(noted).await, json!(["C2"]), "{engine:?}");
        browser.reload().await;
        let told = browser.text(SAID).await;
        assert!(told.contains("本页中途关掉了"), "{told}");
        assert_eq!(browser.texts("[data-photo-failed]").await.len(), 1, "at no other item");
        browser.reload().await;
        browser.find("[data-photos=C2] [data-do=take-photo]").await;
        assert!(!browser.has(SAID).await, "once");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_person_who_took_no_photo_or_whose_photo_came_is_not_told() {
    for engine in Engine::BOTH {
        let (browser, _) = at_c(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        let press = "HTMLInputElement.prototype.click = () => {}; document.querySelector('[data-photos=C2] [data-do=take-photo]').click()";
        let cancel = "document.querySelector('[data-photos=C2] [capture]').dispatchEvent(new Event('cancel', { bubbles: true }))";
        for character in [cancel, "dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))"] {
            browser.script(press, Vec::new()).await;
            browser.script(character, Vec::new()).await;
            browser.reload().await;
            browser.find("[data-photos=C2] [data-do=take-photo]").await;
            assert!(!browser.has(SAID).await, "{character}");
        }
        browser.script(press, Vec::new()).await;
        browser.choose_photos("C2", &[browser.file("一.png", &see_through())]).await;
        browser.has_photos("C2", 1).await;
        browser.saved().await;
        browser.reload().await;
        browser.has_photos("C2", 1).await;
        assert!(!browser.has(SAID).await);
        browser.close().await;
    }
}
