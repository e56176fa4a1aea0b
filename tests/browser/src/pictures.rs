//! Pictures as telephones make them, made here: large, turned, with the camera and the place in them.

use crate::browser::Browser;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use serde_json::{Value, json};
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The colours of the four quarters as they are stored: the left of the upper row, its right, then the lower row.
const QUARTERS: [[u8; 3]; 4] = [[200, 20, 20], [20, 160, 20], [20, 20, 200], [230, 230, 230]];

/// A picture of twelve million dots without anything of a camera in it.
fn plain() -> &'static [u8] {
    static PLAIN: OnceLock<Vec<u8>> = OnceLock::new();
    PLAIN.get_or_init(|| {
        let picture = RgbImage::from_fn(4000, 3000, |x, y| {
            let quarter = QUARTERS[usize::from(x >= 2000) + 2 * usize::from(y >= 1500)];
            // Some detail, so that it is as large as a real one and not as small as a drawing.
            let grain = u8::try_from((x * 7 + y * 13 + (x / 5) * (y / 3)) % 23).expect("small");
            Rgb(quarter.map(|colour| colour.saturating_add(grain)))
        });
        // By way of the disk: what writes there is compiled for speed, which what is compiled here is not.
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("picture.jpg");
        DynamicImage::from(picture).save(&file).expect("a JPEG");
        std::fs::read(file).expect("the JPEG")
    })
}

/// The same for each number below 72, and yet another picture to every decoder: up to three numbers in its tables of
/// brightness and of colour are others. Writing it anew each time would take minutes.
fn numbered(number: u8) -> Vec<u8> {
    let mut bytes = plain().to_vec();
    let tables: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, at)| *at == [0xff, 0xdb, 0, 67]).map(|(at, _)| at + 5).collect();
    let [light, colour] = tables[..] else { panic!("two tables") };
    bytes[light + 1 + usize::from(number % 12)] += 1;
    bytes[light] += number / 12 % 2;
    bytes[colour] += number / 24;
    bytes
}

/// What a camera writes: its name, that the picture is to be turned by a quarter to the right, and where it was.
fn exif() -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, many: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &many.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    // Three entries: the maker's name at 50, the turn, and the place at 60.
    tiff.extend(3_u16.to_le_bytes());
    tiff.extend([entry(0x010f, 2, 8, 50), entry(0x0112, 3, 1, 6), entry(0x8825, 4, 1, 60)].concat());
    tiff.extend([0; 4]);
    tiff.extend(b"TELEFON\0\0\0");
    tiff.extend(2_u16.to_le_bytes());
    tiff.extend([entry(1, 2, 2, u32::from(b'N')), entry(2, 5, 3, 90)].concat());
    tiff.extend([0; 4]);
    for (above, below) in [(31_u32, 1_u32), (14, 1), (159, 10)] {
        tiff.extend([above.to_le_bytes(), below.to_le_bytes()].concat());
    }
    [b"Exif\0\0".as_slice(), &tiff].concat()
}

/// The picture of this number: 4000 × 3000 dots as stored, to be shown 3000 × 4000, and unlike every other number.
pub fn phone(number: u8) -> Vec<u8> {
    let bytes = numbered(number);
    let exif = exif();
    let long = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    [&bytes[..2], &[0xff, 0xe1], &long, &exif, &bytes[2..]].concat()
}

/// A PNG whose left half shines through and whose right half is blue.
pub fn see_through() -> Vec<u8> {
    let dot = |x: u32, _| if x < 200 { Rgba([0, 0, 0, 0]) } else { Rgba([0, 0, 255, 255]) };
    written(&RgbaImage::from_fn(400, 300, dot).into(), ImageFormat::Png)
}

/// A screenshot of a chat, 1080 dots wide and 8000 high: dark strokes of four dots on white, as letters have them.
pub fn chat() -> Vec<u8> {
    let dot = |x: u32, y: u32| if x % 16 < 4 && y % 60 < 40 { Rgb([20, 20, 20]) } else { Rgb([245, 245, 245]) };
    written(&RgbImage::from_fn(1080, 8000, dot).into(), ImageFormat::Png)
}

/// A picture of a telephone with megabytes of its maker's notes before its size, and without the mark at its end.
pub fn talkative(number: u8) -> Vec<u8> {
    let whole = phone(number);
    let note = [&[0xff, 0xe2, 0xff, 0xff][..], &vec![7; 0xfffd]].concat().repeat(40);
    [&whole[..2], &note, &whole[2..whole.len() - 2]].concat()
}

/// A green WebP.
pub fn webp() -> Vec<u8> {
    written(&RgbImage::from_pixel(320, 200, Rgb([0, 128, 0])).into(), ImageFormat::WebP)
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// A picture that was made, by a decoder that is not the browser's.
pub fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).expect("a JPEG").to_rgb8()
}

/// Whether a dot has about this colour.
pub fn about(dot: &Rgb<u8>, colour: [u8; 3], off: u8) -> bool {
    dot.0.iter().zip(colour).all(|(has, wanted)| has.abs_diff(wanted) <= off)
}

/// What an independent reader finds of the camera; nothing where nothing is.
pub fn camera(picture: &[u8]) -> Option<(u32, bool)> {
    let read = exif::Reader::new().read_from_container(&mut Cursor::new(picture)).ok()?;
    let turned = read.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0)?;
    Some((turned, read.get_field(exif::Tag::GPSLatitude, exif::In::PRIMARY).is_some()))
}

impl Browser {
    /// Chooses these files for the photos of an item, all at once, and waits for nothing.
    pub async fn choose_photos(&self, item: &str, files: &[PathBuf]) {
        let field = self.find(&format!("input[data-photo-file='{item}']")).await;
        let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        field.send_keys(&names.join("\n")).await.unwrap_or_else(|error| panic!("{names:?}: {error}"));
    }

    /// Waits until the item has so many photos and nothing is being added any more. Each may take its time.
    pub async fn has_photos(&self, item: &str, many: usize) {
        let list = format!("document.querySelectorAll(\"[data-photos='{item}'] [data-photo]\").length");
        for number in 1..=many {
            self.wait_until(&format!("{item} has {number} photos"), &format!("{list} >= {number}")).await;
        }
        let drawn = format!(
            "{list} === {many} && [...document.querySelectorAll(\"[data-photos='{item}'] [data-photo]\")] \
             .every(one => one.querySelector('img, [data-photo-trouble]'))"
        );
        self.wait_until(&format!("{item} has its {many} photos, drawn"), &drawn).await;
    }

    /// The digests of an item's photos, as they stand in the page.
    pub async fn photo_digests(&self, item: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(`[data-photos='${arguments[0]}'] [data-photo]`)] \
            .map(one => one.dataset.photo)";
        serde_json::from_value(self.script(script, vec![json!(item)]).await).expect("a list of texts")
    }

    /// Everything in the store of photos, by digest: how many bytes each has.
    pub async fn stored_photos(&self) -> Value {
        let script = "const done = arguments[0]; const open = indexedDB.open('xingzhan.1.photos'); \
            open.onsuccess = () => { const base = open.result; \
              if (!base.objectStoreNames.contains('bytes')) { base.close(); return done({}) } \
              const store = base.transaction('bytes').objectStore('bytes'); const found = {}; \
              store.openCursor().onsuccess = (event) => { const at = event.target.result; \
                if (!at) { base.close(); return done(found) } \
                found[at.key] = at.value.length; at.continue() } }";
        self.script_until_called(script, Vec::new()).await
    }
}
