//! What time it is, and names that nothing else has.

use crate::model::date::{CivilDate, UtcTime};
use crate::model::id::DraftId;

/// Now, in UTC to the second.
pub fn now() -> Option<UtcTime> {
    let written: String = js_sys::Date::new_0().to_iso_string().into();
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

/// A name for a new draft: 16 random hexadecimal digits.
pub fn new_id() -> Option<DraftId> {
    let mut bytes = [0_u8; 8];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    DraftId::try_from(format!("{:016x}", u64::from_be_bytes(bytes))).ok()
}
