//! From a chosen picture to a photo of a draft: looked at, decoded, drawn, written as JPEG. The rule stands in
//! `crate::model::photos::rules`. One at a time, and what was decoded is given back at once, so that sixty pictures of
//! a telephone need no more memory than one.

use crate::model::photos::photo::{Media, Photo, PhotoDigest, safe_name};
use crate::model::photos::rules::{FIRST, Refused, WANTED, attempts, fits, glance, inspect, made};
use crate::platform::photo_canvas::{Picture, canvas, jpeg};
use crate::platform::photo_noise;
use crate::platform::photos::address;
use crate::platform::wait::{FILE, within};
use gloo_file::ObjectUrl;
use gloo_file::futures::read_as_bytes;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A photo that was made, and its bytes.
pub struct TakenPhoto {
    /// What a draft knows of it.
    pub photo: Photo,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A part of a photo that is to be covered, in whole dots: formatting fractions would cost more than all of this.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cover {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
}

/// JPEG works in blocks of so many dots. What is covered is widened to whole ones, so that nothing of what was
/// there shines through at the edges.
const BLOCK: f64 = 16.0;

/// Makes a photo of a chosen picture.
pub async fn take(file: &web_sys::File) -> Result<TakenPhoto, Refused> {
    let name = safe_name(&file.name());
    let file = gloo_file::File::from(file.clone());
    let media = {
        let first = read(file.slice(0, file.size().min(FIRST))).await?;
        glance(&first, file.size())?;
        inspect(&read(file.slice(0, file.size())).await?)?
    };
    let failed = if media.is_none() { Refused::Heic } else { Refused::Unreadable };
    let picture = Picture::decode(ObjectUrl::from(gloo_file::Blob::from(file))).await.ok_or(failed)?;
    picture.written(&[], name).await
}

/// Bytes of a chosen file; a memory stick that does not answer is not waited for.
async fn read(part: gloo_file::File) -> Result<Vec<u8>, Refused> {
    let bytes = within(FILE, async move { read_as_bytes(&part).await.ok() }).await.flatten();
    bytes.ok_or(Refused::Unreadable)
}

/// Makes another photo of one, in which these parts are black.
pub async fn cover(photo: &Photo, bytes: &[u8], covers: &[Cover]) -> Option<TakenPhoto> {
    let picture = Picture::decode(address(photo, bytes)?).await?;
    picture.written(covers, photo.name.clone()).await.ok()
}

impl Picture {
    /// Draws it upright and writes it, smaller and coarser until it is small enough.
    async fn written(&self, covers: &[Cover], name: String) -> Result<TakenPhoto, Refused> {
        let (width, height) = (self.image().natural_width(), self.image().natural_height());
        fits(width, height)?;
        photo_noise::check().await?;
        let canvas = canvas().ok_or(Refused::Unreadable)?;
        let mut last = Err(Refused::Unreadable);
        let mut drawn = None;
        for (to_width, to_height, quality) in attempts(width, height) {
            if drawn != Some((to_width, to_height)) {
                self.draw(&canvas, (to_width, to_height), covers).ok_or(Refused::Unreadable)?;
                drawn = Some((to_width, to_height));
            }
            let bytes = jpeg(&canvas, quality).await.ok_or(Refused::Unreadable)?;
            let (digest, long) = (PhotoDigest::of(&bytes), u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            let (name, caption) = (name.clone(), String::new());
            let photo =
                Photo { digest, media: Media::Jpeg, bytes: long, width: to_width, height: to_height, name, caption };
            let enough = bytes.len() <= WANTED;
            last = made(bytes.len()).map(|()| TakenPhoto { photo, bytes });
            if enough {
                break;
            }
        }
        // The memory of a canvas is given back when it has no size.
        canvas.set_width(0);
        canvas.set_height(0);
        last
    }

    fn draw(&self, canvas: &HtmlCanvasElement, (width, height): (u32, u32), covers: &[Cover]) -> Option<()> {
        canvas.set_width(width);
        canvas.set_height(height);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let (w, h) = (f64::from(width), f64::from(height));
        // JPEG knows nothing that shines through; without white it would be black.
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, w, h);
        context.set_image_smoothing_enabled(true);
        let _ = js_sys::Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into());
        context.draw_image_with_html_image_element_and_dw_and_dh(self.image(), 0.0, 0.0, w, h).ok()?;
        context.set_fill_style_str("#000");
        let (across, down) =
            (w / f64::from(self.image().natural_width()), h / f64::from(self.image().natural_height()));
        for cover in covers {
            let (left, right) = blocks(cover.x, cover.width, across);
            let (top, bottom) = blocks(cover.y, cover.height, down);
            context.fill_rect(left, top, right - left, bottom - top);
        }
        Some(())
    }
}

/// From the first block that is touched to the end of the last, in a photo that is drawn so many times as large.
fn blocks(from: i32, long: i32, times: f64) -> (f64, f64) {
    let (from, to) = (f64::from(from) * times, (f64::from(from) + f64::from(long)) * times);
    ((from / BLOCK).floor() * BLOCK, (to / BLOCK).ceil() * BLOCK)
}
