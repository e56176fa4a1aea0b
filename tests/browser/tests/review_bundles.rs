//! A township's bundles on their way: what a later one says otherwise, the ways to the county, photos that are asked for,
//! archives that were made to do harm.

use crate::review::{begin, room, states, submission, take_in, turn_to};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use xingzhan::model::draft::Draft;
use xingzhan::model::photos::bundle::Packing;
use xingzhan::model::photos::photo::{Media, Photo, PhotoDigest};
use xingzhan::model::review::bundle::Bundle;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const ROOMS: [(&str, &str); 3] = [("王庄村", "王庄村联络室"), ("李庄村", "李庄村联络室"), ("赵庄村", "赵庄村联络室")];

fn file_of(browser: &Browser, name: &str, draft: &Draft) -> PathBuf {
    browser.file(name, submission(draft).written().as_bytes())
}

/// Makes the township's file and keeps it under a name of its own.
async fn made(browser: &Browser, name: &str) -> PathBuf {
    turn_to(browser, "hand-in").await;
    let file = browser.download("button[data-do=make-bundle]").await;
    browser.find("[data-bundle]").await;
    browser.saved().await;
    browser.file(name, &fs::read(file).expect("the bundle"))
}

/// Begins the county's review with the rooms on its roster.
async fn county(browser: &Browser) {
    browser.go("#/county").await;
    browser.click("button[data-do=begin-review]").await;
    browser.pick("#roster-kind", "room").await;
    let lines: Vec<String> = ROOMS.iter().map(|(village, name)| format!("柳林镇,{village},{name}")).collect();
    browser.fill("#roster-paste", &format!("乡镇,村,联络室\n{}\n", lines.join("\n"))).await;
    browser.click("button[data-do=read-roster]").await;
    browser.click("button[data-do=accept-roster]").await;
    browser
        .wait_until("the rooms are on the roster", "document.querySelectorAll('[data-roster] tr').length === 3")
        .await;
    browser.saved().await;
}

fn code_of(file: &Path) -> String {
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let opened = Bundle::read(&fs::read_to_string(file).expect("text"), &library).expect("a bundle");
    opened.bundle.code.to_string()
}

/// The first unit of the table is judged otherwise at one number.
async fn judge_the_first(browser: &Browser) {
    states(browser).await;
    browser.click("[data-table] tr[data-unit] a").await;
    browser.fill("[data-corrected='fact/files_kept']", "1").await;
    browser.press(Key::Enter).await;
    browser.find("[data-why]").await;
    // Out from under the bar, where a person sees it.
    browser.script("document.querySelector('[data-why]').scrollIntoView({ block: 'center' })", Vec::new()).await;
    browser.pick("[data-why]", "1").await;
    browser.saved().await;
}

#[tokio::test]
async fn a_later_bundle_is_told_at_both_ends_and_an_earlier_one_changes_nothing() {
    for engine in Engine::BOTH {
        let browser = Browser::config(BrowserConfig { engine, ..BrowserConfig::default() }).await;
        browser.open_app().await;
        begin(&browser, &ROOMS).await;
        let wang = file_of(&browser, "王庄.json", &room("王庄村联络室", "王庄村"));
        let li = file_of(&browser, "李庄.json", &room("李庄村联络室", "李庄村"));
        assert_eq!(take_in(&browser, &[wang]).await, ["new"], "{engine:?}");
        let first = made(&browser, "第1次.json").await;
        assert!(!browser.has("[data-bundle] [data-unfolded]").await, "there is none before it");

        // The same ways as for a unit's file.
        browser.find("[data-bundle] [data-way=mail] button[data-do=mail]").await;
        let copies = "[...document.querySelectorAll('[data-bundle] [data-copy]')].map(one => one.dataset.copy)";
        assert_eq!(browser.value_of(copies).await, json!(["subject", "body"]), "the standard has no mailbox");
        let address = browser.attribute("[data-bundle] [data-mailto]", "href").await.expect("an address");
        assert!(address.starts_with("mailto:?subject=2026%20"), "{address}");

        // Another room, and a first score that is another one.
        assert_eq!(take_in(&browser, &[li]).await, ["new"], "{engine:?}");
        judge_the_first(&browser).await;
        turn_to(&browser, "hand-in").await;
        assert_eq!(browser.field("#bundle-number").await, "2", "{engine:?}");
        let second = made(&browser, "第2次.json").await;
        let said = browser.text("[data-bundle] [data-unfolded] summary").await;
        assert!(said.contains("与第 1 次上报相比：1 家相同、1 家新增、1 家初评有变动"), "{said}");

        // The county: in a packed file; later; again; and the first after the second.
        county(&browser).await;
        let packed = browser.file("柳林镇.zip", &zipped(&[("第1次.json", &fs::read(&first).expect("it"), 1)]));
        assert_eq!(take_in(&browser, &[packed]).await, ["bundle", "new"], "{engine:?}");
        assert_eq!(states(&browser).await.iter().filter(|state| *state == "sent").count(), 1, "{engine:?}");
        assert_eq!(take_in(&browser, std::slice::from_ref(&second)).await, ["bundle", "again", "new"], "{engine:?}");
        let said = browser.text("[data-verdict=bundle]").await;
        assert!(said.contains("与第 1 次相比：1 家相同、1 家新增、1 家初评有变动"), "{said}");
        browser.click("[data-verdict=bundle] summary").await;
        let lines = browser.texts("[data-verdict=bundle] li").await;
        assert!(lines[0].starts_with("初评有变动：王庄村联络室（初评 ") && lines[0].contains(" → "), "{lines:?}");
        assert_eq!(lines[1], "新增：李庄村联络室");
        let kept = "document.querySelector('[data-kept-bundles] ul').innerText";
        let before = browser.value_of(kept).await;
        assert_eq!(take_in(&browser, std::slice::from_ref(&second)).await[0], "again", "{engine:?}");
        assert_eq!(take_in(&browser, std::slice::from_ref(&first)).await, ["older"], "{engine:?}");
        assert_eq!(browser.value_of(kept).await, before, "{engine:?}");
        assert_eq!(browser.texts("[data-kept-bundle]").await.len(), 2, "{engine:?}");

        // The code on the sealed sheet, and the sheet itself.
        browser.fill("#sealed-code", &code_of(&first).to_lowercase()).await;
        assert_eq!(browser.text("#sealed-code-said").await, "一致：是柳林镇第 1 次的汇总表。");
        browser.fill("#sealed-code", "0000-0000-0000").await;
        assert!(browser.text("#sealed-code-said").await.contains("都没有这个校验码"));
        browser.click("[data-kept-bundle] button[data-do=look-at-summary]").await;
        browser.find(".leaves .leaf").await;
        assert!(browser.text(".leaves").await.contains(&code_of(&second)), "{engine:?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn a_sealed_sheet_is_printed_without_the_page_around_it() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &ROOMS[..1]).await;
    made(&browser, "a.json").await;
    browser.click("[data-kept-bundle] button[data-do=look-at-summary]").await;
    browser.find(".leaves .leaf").await;
    let printed = browser.printed("sealed").await;
    assert_eq!(printed.sizes, vec![(297, 210)]);
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let seen =
        "[...document.querySelectorAll('main > *')].filter(one => one.offsetHeight > 0).map(one => one.className)";
    assert_eq!(browser.value_of(seen).await, json!(["leaves"]));
    browser.close().await;
}

/// A room's file with a photo in it.
fn with_a_photo(mut draft: Draft) -> String {
    let picture = image::DynamicImage::new_rgb8(64, 48);
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    let bytes = bytes.into_inner();
    let photo = Photo {
        digest: PhotoDigest::of(&bytes),
        media: Media::Png,
        bytes: u32::try_from(bytes.len()).expect("small"),
        width: 64,
        height: 48,
        name: "牌子.png".to_owned(),
        caption: String::new(),
    };
    let item = draft.standard.sections.iter().flat_map(|section| &section.items).next().expect("an item").id.clone();
    draft.add_photo(&item, photo.clone());
    let mut packing = Packing::begin(submission(&draft).written(), bytes.len());
    packing.add(&photo.digest, &bytes);
    packing.end()
}

#[tokio::test]
async fn the_county_asks_for_one_units_photos_and_sees_them_when_they_come() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &ROOMS[..1]).await;
    let whole = with_a_photo(room("王庄村联络室", "王庄村"));
    let file = browser.file("王庄.json", whole.as_bytes());
    assert_eq!(take_in(&browser, &[file]).await, ["new"]);
    let bundle = made(&browser, "上报.json").await;
    states(&browser).await;
    browser.click("[data-table] tr[data-unit] a").await;
    browser.find("[data-original]").await;
    let original = browser.download("button[data-do=save-original]").await;
    assert_eq!(fs::read_to_string(&original).expect("the file"), whole, "as it was received");

    county(&browser).await;
    assert_eq!(take_in(&browser, &[bundle]).await, ["bundle", "new"]);
    states(&browser).await;
    let unit = browser.attribute("[data-table] tr[data-state=sent] a", "href").await.expect("the unit's place");
    browser.go(&unit).await;
    browser.find("[data-photos-away]").await;
    assert!(browser.has("button[data-copy=photos]").await && !browser.has(".received-photo").await);
    let original = browser.file("原样.json", whole.as_bytes());
    assert_eq!(take_in(&browser, std::slice::from_ref(&original)).await, ["photos"]);
    assert_eq!(take_in(&browser, &[original]).await, ["again"]);
    browser.go(&unit).await;
    browser.find(".received-photo").await;
    browser.reload().await;
    browser.find(".received-photo").await;
    assert!(!browser.has("[data-photos-away]").await);
    browser.close().await;
}

/// Packs files, each of a piece that is repeated.
fn zipped(files: &[(&str, &[u8], usize)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, piece, times) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).expect("a file");
        for _ in 0..*times {
            writer.write_all(piece).expect("its content");
        }
    }
    writer.finish().expect("an end").into_inner()
}

#[tokio::test]
async fn a_bomb_among_good_files_costs_itself_alone() {
    let browser = Browser::start().await;
    browser.open_app().await;
    begin(&browser, &ROOMS).await;
    let good = [room("王庄村联络室", "王庄村"), room("李庄村联络室", "李庄村")].map(|one| submission(&one).written());
    let blank = vec![b' '; 1 << 16];
    let bomb = zipped(&[
        ("one.json", good[0].as_bytes(), 1),
        ("2026_柳林镇_赵庄村联络室_自评申报_第1次.json", &blank, 210 * 16),
        ("two.json", good[1].as_bytes(), 1),
        ("inner.zip", &zipped(&[("deep.json", b"{}", 1)]), 1),
    ]);
    assert!(bomb.len() < 1 << 20);
    let file = browser.file("来件.zip", &bomb);
    assert_eq!(take_in(&browser, &[file]).await, ["new", "damaged", "new", "damaged"]);
    let said = browser.texts("[data-verdict=damaged]").await;
    assert!(said[0].contains("解开以后超过 200 MB，没有打开"), "{said:?}");
    assert!(said[1].contains("压缩包里套着压缩包，没有打开"), "{said:?}");
    assert_eq!(states(&browser).await, ["sent", "sent", "missing"]);
    browser.close().await;
}
