//! Bad pictures and a store that fails: a sentence each, and nothing else is lost.

use serde_json::json;
use std::fs;
use xingzhan::model::files::parsed::unpack;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::pictures::{phone, see_through};
use xingzhan_browser_tests::plan;

/// An empty draft at its section C.
async fn at_c(engine: Engine) -> (Browser, String) {
    let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/section/C")).await;
    (browser, id)
}

#[tokio::test]
async fn each_bad_picture_is_refused_with_its_name_and_the_good_one_beside_it_is_added() {
    for engine in Engine::BOTH {
        let (browser, _) = at_c(engine).await;
        let huge = [
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(),
            &40_000_u32.to_be_bytes(),
            &30_000_u32.to_be_bytes(),
            &[8, 2, 0, 0, 0],
        ]
        .concat();
        let whole = phone(1);
        let heavy = [whole.as_slice(), &vec![0; 64 << 20]].concat();
        let bad: [(&str, &[u8], &str); 10] = [
            ("空.jpg", b"", "文件是空的"),
            ("表格.jpg", b"name,number\n1,2\n", "不是能用的照片"),
            ("断.jpg", &whole[..whole.len() - 1000], "照片不完整"),
            ("大.png", &huge, "1200 百万像素"),
            // A whole picture of a telephone that says it has 12,000 by 9,000 dots.
            ("一亿.jpg", &resized(&whole, 12_000, 9_000), "108 百万像素"),
            ("苹果.heic", include_bytes!("../../fixtures/bad/photo.heic"), "兼容性最佳"),
            // Under the name that some programs give it when it is passed on.
            ("IMG_0001.jpg", include_bytes!("../../fixtures/bad/photo.heic"), "兼容性最佳"),
            ("重.jpg", &heavy, "超过 64 MB"),
            ("坏.webp", &spoilt(), "读不出这张照片"),
            (
                "图.svg",
                b"<svg xmlns='http://www.w3.org/2000/svg'><script>document.title = 'hacked'</script></svg>",
                "不是能用的照片",
            ),
        ];
        let mut files: Vec<_> = bad.iter().map(|(name, bytes, _)| browser.file(name, bytes)).collect();
        files.insert(3, browser.file("好.png", &see_through()));
        browser.choose_photos("C1", &files).await;
        browser.has_photos("C1", 1).await;
        let failed = "document.querySelectorAll('[data-photo-failed]').length === 10";
        browser.wait_until("all of them are told", failed).await;
        let told = browser.texts("[data-photo-failed]").await;
        for ((name, _, sentence), told) in bad.iter().zip(&told) {
            assert!(told.starts_with(name) && told.contains(sentence), "{name}: {told}");
        }
        browser.saved().await;
        assert_eq!(browser.stored_photos().await.as_object().map(serde_json::Map::len), Some(1));
        browser.close().await;
    }
}

/// The same JPEG with another size in its frame.
fn resized(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg.to_vec();
    let frame = bytes.windows(4).position(|at| at[..2] == [0xff, 0xc0] && at[2..] == [0, 17]).expect("a frame");
    bytes[frame + 5..frame + 9].copy_from_slice(&[height.to_be_bytes(), width.to_be_bytes()].concat());
    bytes
}

/// A WebP whose outside is whole and in which nothing can be drawn.
fn spoilt() -> Vec<u8> {
    let inside = [0, 0, 0, 1, 2, 3, 64, 0, 64, 0, 9, 9];
    [b"RIFF\x18\0\0\0WEBPVP8 \x0c\0\0\0".as_slice(), &inside].concat()
}

#[tokio::test]
async fn two_thousand_pictures_at_once_are_refused_as_one() {
    for engine in Engine::BOTH {
        let (browser, _) = at_c(engine).await;
        let many = "const chosen = new DataTransfer(); \
            for (let at = 0; at < 2000; at++) chosen.items.add(new File(['x'], `${at}.jpg`, { type: 'image/jpeg' })); \
            const field = document.querySelector('input[data-photo-file=C1]'); field.files = chosen.files; \
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.script(many, Vec::new()).await;
        browser.find("[data-photo-failed]").await;
        let told = browser.texts("[data-photo-failed]").await;
        assert!(told.len() == 1 && told[0].contains("2000") && told[0].contains("60"), "{told:?}");
        assert!(!browser.has("[data-photo]").await);
        browser.close().await;
    }
}

#[tokio::test]
async fn the_same_picture_twice_is_stored_once_and_told() {
    for engine in Engine::BOTH {
        let (browser, id) = at_c(engine).await;
        let files = [browser.file("一.png", &see_through()), browser.file("二.png", &see_through())];
        browser.choose_photos("C1", &files).await;
        browser.find("[data-photo-failed]").await;
        browser.has_photos("C1", 1).await;
        browser.choose_photos("C2", &files[..1]).await;
        browser.has_photos("C2", 1).await;
        assert_eq!(browser.stored_photos().await.as_object().map(serde_json::Map::len), Some(1));
        assert_eq!(browser.photo_digests("C1").await, browser.photo_digests("C2").await);
        // Local storage refers to it and never holds it.
        browser.saved().await;
        let long = browser.value_of(&format!("localStorage.getItem('xingzhan.1.draft.{id}').length")).await;
        let without =
            browser.value_of(&format!("localStorage.getItem('xingzhan.1.draft.{id}').includes('iVBOR')")).await;
        assert!(long.as_u64().expect("a length") < 200_000 && without == json!(false));
        browser.close().await;
    }
}

#[tokio::test]
async fn a_damaged_photo_and_one_that_is_gone_are_told_and_cost_nothing_else() {
    for engine in Engine::BOTH {
        let (browser, id) = at_c(engine).await;
        let files = [browser.file("一.png", &see_through()), browser.file("二.jpg", &phone(2))];
        browser.choose_photos("C1", &files).await;
        browser.has_photos("C1", 2).await;
        browser.saved().await;
        let spoil = "const done = arguments[0]; const open = indexedDB.open('xingzhan.1.photos'); \
            open.onsuccess = () => { const base = open.result; const whole = base.transaction('bytes', 'readwrite'); \
              const store = whole.objectStore('bytes'); store.openCursor().onsuccess = (event) => { \
                const at = event.target.result; if (!at) return; const bytes = at.value; bytes[40] ^= 1; \
                store.put(bytes, at.key); at.continue() }; \
              whole.oncomplete = () => { base.close(); done() } }";
        browser.script_until_called(spoil, Vec::new()).await;
        browser.reload().await;
        browser.has_photos("C1", 2).await;
        let told = browser.texts("[data-photo-trouble]").await;
        assert!(told.len() == 2 && told.iter().all(|told| told.contains("损坏")), "{told:?}");
        // Adding it again mends it.
        browser.choose_photos("C2", &files[..1]).await;
        browser.has_photos("C2", 1).await;
        browser.reload().await;
        browser.has_photos("C1", 2).await;
        assert_eq!(browser.texts("[data-photo-trouble]").await.len(), 1);
        browser.saved().await;

        let gone = "const done = arguments[0]; indexedDB.deleteDatabase('xingzhan.1.photos').onsuccess = () => done()";
        browser.script_until_called(gone, Vec::new()).await;
        browser.reload().await;
        browser.has_photos("C1", 2).await;
        let told = browser.texts("[data-photos=C1] [data-photo-trouble]").await;
        assert!(told.len() == 2 && told.iter().all(|told| told.contains("不在这台电脑上")), "{told:?}");
        // The file names them and opens without them.
        browser.go(&format!("#/d/{id}/send")).await;
        let file = browser.download("main button[data-do=save-draft]").await;
        assert!(browser.text("[data-file-without]").await.contains("2 张照片不在这台电脑上"));
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let (_, carried) = unpack(&fs::read(file).expect("the draft"), &library).expect("opens");
        assert_eq!((carried.photos.len(), carried.findings.len()), (0, 3));
        browser.close().await;
    }
}

#[tokio::test]
async fn a_submission_is_made_without_a_photo_that_is_gone_and_says_so_to_both_sides() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        let id = browser.import_draft(&plan::station()).await;
        browser.go(&format!("#/d/{id}/section/C")).await;
        browser.choose_photos("C1", &[browser.file("一.png", &see_through())]).await;
        browser.has_photos("C1", 1).await;
        browser.saved().await;
        browser.go("#/").await;
        let gone = "const done = arguments[0]; indexedDB.deleteDatabase('xingzhan.1.photos').onsuccess = () => done()";
        browser.script_until_called(gone, Vec::new()).await;
        browser.reload().await;
        browser.go(&format!("#/d/{id}/send")).await;
        let written = browser.submit().await;
        assert!(browser.text("[data-without]").await.contains("1 张照片不在这台电脑上"));
        let file = browser.file("收到的.json", written.text.as_bytes());
        assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
        let notes = browser.texts("[data-preview] .note").await;
        let told: Vec<&String> = notes.iter().filter(|note| note.contains("照片没有随文件一起来")).collect();
        assert!(told.len() == 1 && told[0].starts_with("项目 C1 (1) 的照片"), "{notes:?}");
        assert!(!notes.iter().any(|note| note.contains("改动过")), "nothing is held against the unit: {notes:?}");
        browser.close().await;
    }
}
