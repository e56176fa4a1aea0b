//! Whether this browser gives back what was drawn. One that protects against fingerprinting may put noise in its place,
//! into what it writes or into what is read, and says nothing: known dots go the way of every photo first.

use crate::model::photos::noise::{FIELD, SIDE, fields, is_noise};
use crate::model::photos::rules::Refused;
use crate::platform::photo_canvas::{Picture, canvas, jpeg};
use gloo_file::{Blob, ObjectUrl};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Refuses where known dots come back as others.
pub(super) async fn check() -> Result<(), Refused> {
    let drawn = Board(canvas().ok_or(Refused::Unreadable)?);
    let pen = sized(&drawn.0).ok_or(Refused::Unreadable)?;
    for (x, y, [red, green, blue]) in fields() {
        pen.set_fill_style_str(&format!("rgb({red},{green},{blue})"));
        pen.fill_rect(f64::from(x), f64::from(y), f64::from(FIELD), f64::from(FIELD));
    }
    let written = jpeg(&drawn.0, 90).await.ok_or(Refused::Unreadable)?;
    let blob = Blob::new_with_options(written.as_slice(), Some("image/jpeg"));
    // What it wrote and cannot read is noise as well.
    let picture = Picture::decode(ObjectUrl::from(blob)).await.ok_or(Refused::Noise)?;
    let again = Board(canvas().ok_or(Refused::Unreadable)?);
    let pen = sized(&again.0).ok_or(Refused::Unreadable)?;
    pen.draw_image_with_html_image_element(picture.image(), 0.0, 0.0).map_err(|_| Refused::Unreadable)?;
    let read = pen.get_image_data(0.0, 0.0, f64::from(SIDE), f64::from(SIDE)).map_err(|_| Refused::Noise)?;
    if is_noise(&read.data()) { Err(Refused::Noise) } else { Ok(()) }
}

/// A canvas whose memory is given back: it is when it has no size.
struct Board(HtmlCanvasElement);

impl Drop for Board {
    fn drop(&mut self) {
        self.0.set_width(0);
        self.0.set_height(0);
    }
}

fn sized(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.set_width(SIDE);
    canvas.set_height(SIDE);
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
