//! What time it is, and names that nothing else has.

use crate::model::date::{CivilDate, UtcTime};
use crate::model::standard::ids::DraftId;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::Function;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The second that was asked for last, since 1970, as it is written: it is asked for with every key.
    static LAST: RefCell<Option<(u64, UtcTime)>> = const { RefCell::new(None) };
}

/// Now, in UTC to the second.
pub fn now() -> Option<UtcTime> {
    let second = milliseconds() / 1000;
    LAST.with_borrow_mut(|last| {
        if last.as_ref().is_none_or(|(known, _)| *known != second) {
            *last = written(second).map(|time| (second, time));
        }
        last.as_ref().map(|(_, time)| time.clone())
    })
}

/// A second since 1970 as it is written.
fn written(second: u64) -> Option<UtcTime> {
    // In two parts, so that the clock of a computer may be wrong by eight thousand years.
    let (minutes, rest) = (u32::try_from(second / 60).ok()?, u32::try_from(second % 60).ok()?);
    let milliseconds = f64::from(minutes) * 60_000.0 + f64::from(rest) * 1000.0;
    let written: String = js_sys::Date::new(&JsValue::from_f64(milliseconds)).to_iso_string().into();
    UtcTime::parse(&format!("{}Z", written.get(..19)?))
}

/// Today, on the calendar of this computer.
pub fn today() -> Option<CivilDate> {
    let now = js_sys::Date::new_0();
    CivilDate::new(
        u16::try_from(now.get_full_year()).ok()?,
        u8::try_from(now.get_month() + 1).ok()?,
        u8::try_from(now.get_date()).ok()?,
    )
}

/// A moment on the calendar and clock of this computer: `2026-12-10 16:05`.
pub fn local(time: &UtcTime) -> String {
    let date = js_sys::Date::new(&time.as_str().into());
    let (month, day) = (date.get_month() + 1, date.get_date());
    format!("{}-{month:02}-{day:02} {:02}:{:02}", date.get_full_year(), date.get_hours(), date.get_minutes())
}

/// Now on the calendar and clock of this computer: `2026-12-10 16:05`.
pub fn local_now() -> String {
    now().map_or(String::new(), |now| local(&now))
}

/// A minute since 1970 on the calendar and clock of this computer: `2026-12-10 16:05`.
pub fn local_minute(minutes: u64) -> String {
    written(minutes.saturating_mul(60)).map_or(String::new(), |time| local(&time))
}

/// Does something after so long, once what runs now has ended. Whatever becomes of the page that asked: Leptos' own
/// timers end with the part of the page that set them, and with them a save would.
pub fn later(act: impl FnOnce() + 'static, wait: Duration) {
    Timeout::new(u32::try_from(wait.as_millis()).unwrap_or(u32::MAX), act).forget();
}

/// Does something once the browser has nothing else to do; after a second where it cannot tell.
pub fn when_idle(act: impl FnOnce() + 'static) {
    let act: Function = Closure::once_into_js(act).unchecked_into();
    let Some(window) = web_sys::window() else { return };
    if window.request_idle_callback(&act).is_err() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&act, 1000);
    }
}

/// Waits so many milliseconds.
pub async fn pause(wait: u32) {
    TimeoutFuture::new(wait).await;
}

/// A name for a new draft: 16 random hexadecimal digits.
pub fn new_id() -> Option<DraftId> {
    DraftId::try_from(format!("{:016x}", random()?)).ok()
}

/// Minutes since 1970, by this computer's clock.
pub fn minutes() -> u64 {
    whole(js_sys::Date::now() / 60_000.0)
}

/// Milliseconds since 1970, by this computer's clock.
pub fn milliseconds() -> u64 {
    whole(js_sys::Date::now())
}

/// The minutes since 1970 of a moment.
pub fn minutes_of(time: &UtcTime) -> u64 {
    whole(js_sys::Date::new(&time.as_str().into()).get_time() / 60_000.0)
}

/// Milliseconds by a clock that never jumps, since the page began.
pub fn running() -> u64 {
    whole(web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now()))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "times are far below 2^53 and not negative"
)]
fn whole(number: f64) -> u64 {
    number as u64
}

thread_local! {
    static WINDOW: u64 = random().unwrap_or(1);
}

/// The name of this window: a random number drawn when the page was loaded.
pub fn window_name() -> u64 {
    WINDOW.with(|window| *window)
}

fn random() -> Option<u64> {
    random_bytes().map(u64::from_be_bytes)
}

/// Eight random bytes, for a name that nothing else has.
pub fn random_bytes() -> Option<[u8; 8]> {
    let mut bytes = [0_u8; 8];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
