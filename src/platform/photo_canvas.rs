//! Pictures that the browser decodes, and canvases that it writes as JPEG.

use crate::platform::wait::{FILE, PICTURE as PICTURE_TIME, within};
use gloo_file::ObjectUrl;
use gloo_file::futures::read_as_bytes;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlCanvasElement, HtmlImageElement};

/// A picture that the browser has decoded.
pub(super) struct Picture {
    image: HtmlImageElement,
    _address: ObjectUrl,
}

impl Picture {
    /// None where the browser cannot.
    pub(super) async fn decode(address: ObjectUrl) -> Option<Self> {
        let image = HtmlImageElement::new().ok()?;
        image.set_src(&address);
        within(PICTURE_TIME, JsFuture::from(image.decode())).await?.ok()?;
        Some(Self { image, _address: address })
    }

    pub(super) fn image(&self) -> &HtmlImageElement {
        &self.image
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // What was decoded is let go now and not whenever the browser gets round to it.
        self.image.set_src("");
    }
}

/// A canvas that stands nowhere on the page.
pub(super) fn canvas() -> Option<HtmlCanvasElement> {
    web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()
}

/// What is drawn on a canvas as JPEG of this quality, of 100.
pub(super) async fn jpeg(canvas: &HtmlCanvasElement, quality: u8) -> Option<Vec<u8>> {
    let written = Promise::new(&mut |done, _| {
        let quality = JsValue::from_f64(f64::from(quality) / 100.0);
        if canvas.to_blob_with_type_and_encoder_options(&done, "image/jpeg", &quality).is_err() {
            let _ = done.call0(&JsValue::UNDEFINED);
        }
    });
    let blob: web_sys::Blob = within(PICTURE_TIME, JsFuture::from(written)).await?.ok()?.dyn_into().ok()?;
    let blob = gloo_file::Blob::from(blob);
    within(FILE, async move { read_as_bytes(&blob).await.ok() }).await?
}
