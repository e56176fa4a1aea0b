//! What a person does with photos: words, order, removing, covering, pasting and dropping, by keys and on a telephone.

use crate::photos::{carried, pictures};
use serde_json::json;
use std::fs;
use xingzhan::model::files::parsed::ParsedFile;
use xingzhan::model::photos::photo::PhotoDigest;
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Delivery, Engine, WAYS};
use xingzhan_browser_tests::pictures::{about, decoded, phone, see_through};

/// An empty draft at this section.
async fn at((engine, delivery): (Engine, Delivery), section: &str) -> (Browser, String) {
    let browser = Browser::config(BrowserConfig { engine, delivery, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let id = browser.new_draft("liaison-station").await;
    browser.saved().await;
    browser.go(&format!("#/d/{id}/section/{section}")).await;
    (browser, id)
}

#[tokio::test]
async fn words_order_and_removing_are_kept_and_taken_back() {
    for way in WAYS {
        let (browser, id) = at(way, "C").await;
        browser.choose_photos("C1", &pictures(&browser, 0, 3)).await;
        browser.has_photos("C1", 3).await;
        let [one, two, three] = browser.photo_digests("C1").await.try_into().expect("three");
        browser.fill(&format!("[data-photo='{two}'] input"), "门口的牌子").await;
        browser.click(&format!("[data-photo='{two}'] [data-do=earlier]")).await;
        browser.settle().await;
        assert_eq!(browser.photo_digests("C1").await, [two.clone(), one.clone(), three.clone()]);
        let focused = browser.value_of("document.activeElement.closest('[data-photo]').dataset.photo").await;
        assert_eq!(focused, json!(two), "the keys go on where they were");
        browser.click(&format!("[data-photo='{one}'] [data-do=remove-photo]")).await;
        browser.settle().await;
        assert_eq!(browser.photo_digests("C1").await, [two.clone(), three.clone()]);
        browser.click("button[data-do=undo]").await;
        browser.has_photos("C1", 3).await;
        assert_eq!(browser.photo_digests("C1").await, [two.clone(), one.clone(), three.clone()]);
        assert!(!browser.has("[data-photo-trouble]").await, "its bytes are still here");
        browser.saved().await;
        browser.reload().await;
        browser.has_photos("C1", 3).await;
        assert_eq!(browser.field(&format!("[data-photo='{two}'] input")).await, "门口的牌子");
        browser.go(&format!("#/d/{id}/check")).await;
        assert!(browser.text("[data-row=C1]").await.contains("3 张照片"));
        browser.close().await;
    }
}

#[tokio::test]
async fn a_box_is_burnt_into_the_dots_and_the_photo_as_it_was_is_in_no_file() {
    for way in WAYS {
        let (browser, id) = at(way, "C").await;
        browser.choose_photos("C1", &pictures(&browser, 0, 1)).await;
        browser.has_photos("C1", 1).await;
        let [before] = browser.photo_digests("C1").await.try_into().expect("one");
        browser.fill(&format!("[data-photo='{before}'] input"), "台账").await;
        browser.click("[data-do=view-photo]").await;
        browser.click("dialog [data-do=cover]").await;
        let drawn = "document.querySelector('dialog img') && document.querySelector('.photo-boxes').getBoundingClientRect().height > 99";
        browser.wait_until("there is something to draw on", drawn).await;
        // One by the pointer over the middle, one by keys.
        let drag = "const at = document.querySelector('.photo-boxes').getBoundingClientRect(); \
            const send = (type, x, y) => document.querySelector('.photo-boxes').dispatchEvent(new PointerEvent(type, \
              { bubbles: true, cancelable: true, pointerId: 1, clientX: at.left + at.width * x, clientY: at.top + at.height * y })); \
            const capture = Element.prototype.setPointerCapture; Element.prototype.setPointerCapture = () => {}; \
            send('pointerdown', 0.25, 0.25); send('pointermove', 0.5, 0.5); send('pointerup', 0.5, 0.5); \
            Element.prototype.setPointerCapture = capture";
        browser.script(drag, Vec::new()).await;
        browser.click("dialog [data-do=cover-add]").await;
        browser.wait_until("it has the focus", "document.activeElement.id === 'photo-view-2'").await;
        let boxed = browser.find("#photo-view-2").await;
        boxed.send_keys(&"\u{e013}".repeat(20)).await.expect("arrow keys");
        let place = browser
            .value_of("['x', 'y'].map(side => +document.querySelector('#photo-view-2').getAttribute(side))")
            .await;
        assert_eq!(place, json!([480, 400]), "moved up by twenty steps of sixteen dots");
        browser.click("dialog [data-do=cover-apply]").await;
        browser.wait_until("it is covered", "!document.querySelector('dialog')").await;
        browser.has_photos("C1", 1).await;
        let [after] = browser.photo_digests("C1").await.try_into().expect("one");
        assert_ne!(before, after);
        assert_eq!(browser.field(&format!("[data-photo='{after}'] input")).await, "台账");
        browser.saved().await;
        browser.go(&format!("#/d/{id}/send")).await;
        let file = browser.download("main button[data-do=save-draft]").await;
        let (ParsedFile::Draft(_), photos) = carried(&fs::read(file).expect("the draft")) else { panic!("a draft") };
        assert_eq!(photos.keys().map(PhotoDigest::as_str).collect::<Vec<_>>(), [&after]);
        let picture = decoded(photos.values().next().expect("one"));
        assert_eq!(picture.dimensions(), (1200, 1600));
        for (x, y) in [(305, 405), (450, 600), (595, 795), (482, 402), (600, 480), (719, 559)] {
            let dot = picture.get_pixel(x, y);
            assert!(about(dot, [0; 3], 2), "{dot:?} at {x}, {y}");
        }
        assert!(!about(picture.get_pixel(200, 300), [0; 3], 100) && !about(picture.get_pixel(900, 900), [0; 3], 100));
        browser.close().await;
    }
}

#[tokio::test]
async fn pictures_are_pasted_and_dropped_and_text_is_left_to_its_field() {
    for way in WAYS {
        let (browser, _) = at(way, "C").await;
        let bytes: Vec<u8> = see_through();
        let send = "const [bytes, type, item, text] = arguments; const data = new DataTransfer(); \
            data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' })); \
            if (text) data.setData('text/plain', text); \
            const event = new Event(type, { bubbles: true, cancelable: true }); \
            Object.defineProperty(event, type === 'paste' ? 'clipboardData' : 'dataTransfer', { value: data }); \
            document.querySelector(`[data-item=${item}]`).dispatchEvent(event); \
            return event.defaultPrevented";
        let taken = browser.script(send, vec![json!(bytes), json!("drop"), json!("C1"), json!("")]).await;
        assert_eq!(taken, json!(true), "dropped in {way:?}");
        browser.has_photos("C1", 1).await;
        let taken = browser.script(send, vec![json!(bytes), json!("paste"), json!("C2"), json!("")]).await;
        assert_eq!(taken, json!(true), "pasted in {way:?}");
        browser.has_photos("C2", 1).await;
        let taken = browser.script(send, vec![json!(bytes), json!("paste"), json!("C3"), json!("一格")]).await;
        assert_eq!(taken, json!(false), "a table's text is meant, not its picture");
        assert!(!browser.has("[data-photos=C3] [data-photo]").await);
        // What the camera of a telephone gives comes by a field of its own.
        let camera = browser.find("[data-item=C3] input[capture=environment][accept='image/*']").await;
        let file = browser.file("IMG.jpg", &phone(1));
        camera.send_keys(&file.display().to_string()).await.expect("a picture");
        browser.has_photos("C3", 1).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn items_whose_ledgers_name_people_take_photos_only_when_asked() {
    let (browser, _) = at(WAYS[0], "F").await;
    assert!(browser.has("[data-photos=F1] [data-do=add-photo]").await);
    for item in ["F4", "F5"] {
        assert!(!browser.has(&format!("[data-photos={item}] [data-do=add-photo]")).await, "{item}");
    }
    browser.click("[data-photos=F4] [data-do=photos-on]").await;
    browser.find("[data-photos=F4] [data-do=add-photo]").await;
    assert!(browser.text("[data-photos=F4]").await.contains("照片中不得出现选民姓名、电话、证件号码"));
    browser.close().await;
}

#[tokio::test]
async fn photos_are_used_without_barriers_and_fit_a_telephone() {
    let (browser, id) = at(WAYS[0], "C").await;
    browser.choose_photos("C1", &pictures(&browser, 0, 2)).await;
    browser.has_photos("C1", 2).await;
    let mut found = Vec::new();
    for lang in Lang::ALL {
        browser.speak(lang).await;
        browser.has_photos("C1", 2).await;
        found.extend(browser.barriers().await.into_iter().map(|one| format!("{} list: {one}", lang.tag())));
        // From its card straight to the boxes.
        browser.click("[data-do=cover-photo]").await;
        browser.click("dialog [data-do=cover-add]").await;
        found.extend(browser.barriers().await.into_iter().map(|one| format!("{} window: {one}", lang.tag())));
        browser.click("dialog [data-do=close-photo]").await;
        browser.wait_until("it is closed", "!document.querySelector('dialog')").await;
    }
    browser.resize(360, 740, 2).await;
    let small = "[...document.querySelectorAll('.photos button, .photos a')].filter(one => { \
        const at = one.getBoundingClientRect(); return at.width && (at.width < 24 || at.height < 24) }).map(one => one.outerHTML)";
    let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    for place in ["section/C", "send"] {
        browser.go(&format!("#/d/{id}/{place}")).await;
        found.extend((browser.value_of(wide).await != json!(0)).then(|| format!("{place} scrolls sideways")));
        found.extend((browser.value_of(small).await != json!([])).then(|| format!("{place} has small targets")));
    }
    browser.go(&format!("#/d/{id}/section/C")).await;
    browser.has_photos("C1", 2).await;
    browser.click("[data-do=view-photo]").await;
    browser.find("dialog img").await;
    browser.settle().await;
    found.extend((browser.value_of(wide).await != json!(0)).then(|| "the window scrolls sideways".to_owned()));
    browser.click("dialog [data-do=close-photo]").await;
    assert!(found.is_empty(), "{found:#?}");
    browser.close().await;
}
