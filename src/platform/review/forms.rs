//! Photos of the paper forms that a township types (录表): kept beside a review in this browser alone. No entry names
//! them and no file holds them; they go with the review, and with the unit that was taken from the roster.

use crate::model::photos::photo::Media;
use crate::model::review::ids::{ReviewId, UnitId};
use crate::persistence::backend::Failure;
use crate::platform::database::{end, in_time, why};
use crate::platform::photo_canvas::{Picture, canvas, jpeg};
use crate::platform::photos::address_as;
use crate::platform::review::store::{FORMS, all_under, list, name, open, part, store};
use gloo_file::ObjectUrl;
use idb::{Query, TransactionMode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CanvasRenderingContext2d;

/// How coarse a form is written that was turned, in percent.
const QUALITY: u8 = 85;

/// When a photo was put there, in milliseconds since 1970: its name among those of its unit.
pub type FormMoment = u64;

fn key(review: &str, unit: &str, at: FormMoment) -> JsValue {
    let key = Array::from(&list(&[review, unit]));
    #[expect(clippy::cast_precision_loss, reason = "milliseconds are far below 2^53")]
    key.push(&JsValue::from_f64(at as f64));
    key.into()
}

/// The photos of a unit's form, in the order in which they were put there.
pub async fn of(review: ReviewId, unit: UnitId) -> Result<Vec<(FormMoment, Vec<u8>)>, Failure> {
    let under = [review.to_string(), unit.to_string()];
    in_time(name(), async move {
        let [review, unit] = &under;
        let whole = open(&[FORMS], TransactionMode::ReadOnly).await?;
        let (forms, range) = (store(&whole, FORMS)?, || all_under(&[review, unit]).map(Query::KeyRange));
        let keys = forms.get_all_keys(Some(range()?), None).map_err(why)?.await.map_err(why)?;
        let all = forms.get_all(Some(range()?), None).map_err(why)?.await.map_err(why)?;
        let found = keys.iter().zip(all).filter_map(|(key, bytes)| {
            let at = key.dyn_ref::<Array>()?.get(2).as_f64()?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was written here")]
            Some((at as FormMoment, bytes.dyn_into::<Uint8Array>().ok()?.to_vec()))
        });
        Ok(found.collect())
    })
    .await
}

/// Whether there is any of this review.
pub async fn are_any(review: ReviewId) -> Result<bool, Failure> {
    let review = review.to_string();
    in_time(name(), async move {
        let whole = open(&[FORMS], TransactionMode::ReadOnly).await?;
        let range = Query::KeyRange(all_under(&[&review])?);
        Ok(store(&whole, FORMS)?.count(Some(range)).map_err(why)?.await.map_err(why)? > 0)
    })
    .await
}

/// Puts a photo there, or takes it away where there are no bytes.
pub async fn put(review: ReviewId, unit: UnitId, at: FormMoment, bytes: Option<Vec<u8>>) -> Result<(), Failure> {
    let key = key(&review.to_string(), &unit.to_string(), at);
    in_time(name(), async move {
        let whole = open(&[FORMS], TransactionMode::ReadWrite).await?;
        let forms = store(&whole, FORMS)?;
        match bytes {
            Some(bytes) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                _ = forms.put(&bytes, Some(&key)).map_err(why)?.await.map_err(why)?;
            }
            None => forms.delete(Query::from(key)).map_err(why)?.await.map_err(why)?,
        }
        end(whole).await
    })
    .await
}

/// Takes away the photos of units that are not on the roster any more.
pub async fn sweep(review: ReviewId, units: Vec<String>) -> Result<(), Failure> {
    let review = review.to_string();
    in_time(name(), async move {
        let whole = open(&[FORMS], TransactionMode::ReadWrite).await?;
        let (forms, range) = (store(&whole, FORMS)?, Query::KeyRange(all_under(&[&review])?));
        for key in forms.get_all_keys(Some(range), None).map_err(why)?.await.map_err(why)? {
            if part(&key, 1).is_some_and(|unit| !units.contains(&unit)) {
                forms.delete(Query::from(key)).map_err(why)?.await.map_err(why)?;
            }
        }
        end(whole).await
    })
    .await
}

/// The address of a photo within this page.
pub fn address(bytes: &[u8]) -> Option<ObjectUrl> {
    address_as(Media::Jpeg, bytes)
}

/// The same photo turned by a quarter to the right.
pub async fn turned(bytes: &[u8]) -> Option<Vec<u8>> {
    let picture = Picture::decode(address(bytes)?).await?;
    let (width, height) = (picture.image().natural_width(), picture.image().natural_height());
    let canvas = canvas()?;
    canvas.set_width(height);
    canvas.set_height(width);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.translate(f64::from(height), 0.0).ok()?;
    context.rotate(std::f64::consts::FRAC_PI_2).ok()?;
    context.draw_image_with_html_image_element(picture.image(), 0.0, 0.0).ok()?;
    let written = jpeg(&canvas, QUALITY).await;
    // The memory of a canvas is given back when it has no size.
    canvas.set_width(0);
    canvas.set_height(0);
    written
}
