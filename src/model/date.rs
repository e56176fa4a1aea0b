//! Dates and times as they are written in files. The model never asks what time it is.

use serde::{Deserialize, Serialize};
use std::fmt;

// By hand because a date crate costs a third of the whole page; checked in tests on every single day.
/// A day of the civil calendar, written `2026-12-10`, years 1900 to 2999. The local day of whoever
/// wrote it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(test, schemars(with = "String", extend("pattern" = "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")))]
pub struct CivilDate {
    year: u16,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// This day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let longest = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        ((1900..=2999).contains(&year) && (1..=longest).contains(&day)).then_some(Self { year, month, day })
    }

    /// Read from `2026-12-10`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, long: usize| part.len() == long && part.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// How many days after this one the other is; fewer than 0 where it lies before.
    pub fn days_until(self, other: Self) -> i32 {
        other.number() - self.number()
    }

    /// The day after it, as long as there is one before the year 3000.
    pub fn next(self) -> Option<Self> {
        Self::new(self.year, self.month, self.day + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
    }

    /// The number of the day, counted from a day long before all of them.
    fn number(self) -> i32 {
        // Years begin with March, so that the leap day is the last of one.
        let (year, month) = if self.month > 2 {
            (i32::from(self.year), i32::from(self.month) - 3)
        } else {
            (i32::from(self.year) - 1, i32::from(self.month) + 9)
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(self.day)
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<CivilDate> for String {
    fn from(date: CivilDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for CivilDate {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a day written like 2026-12-10")
    }
}

/// A moment in UTC to the second, written `2026-12-10T08:05:00Z`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(test, schemars(with = "String", extend("pattern" = "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}Z$")))]
pub struct UtcTime(String);

impl UtcTime {
    /// Read from `2026-12-10T08:05:00Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, clock) = text.split_once('T')?;
        CivilDate::parse(day)?;
        let mut parts = clock.strip_suffix('Z')?.split(':');
        let limits = [24u8, 60, 60];
        for most in limits {
            let part = parts.next()?;
            if part.len() != 2 || !part.bytes().all(|b| b.is_ascii_digit()) || part.parse::<u8>().ok()? >= most {
                return None;
            }
        }
        parts.next().is_none().then(|| Self(text.to_owned()))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for UtcTime {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<UtcTime> for String {
    fn from(time: UtcTime) -> Self {
        time.0
    }
}

impl TryFrom<String> for UtcTime {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a time written like 2026-12-10T08:05:00Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The civil date of the nth day since 1 March of the year 0, by the published era arithmetic (400
    /// years are 146,097 days): no leap rule and no table of months, so nothing is shared with the above.
    fn civil(day: u32) -> (u32, u32, u32) {
        let (era, day) = (day / 146_097, day % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        (era * 400 + year + u32::from(month < 3), month, of_year - (153 * march + 2) / 5 + 1)
    }

    /// Every day of the years 1900 to 2999.
    fn days() -> impl Iterator<Item = (u32, u32, u32)> {
        (693_901..1_095_668).map(civil)
    }

    #[test]
    fn every_day_of_eleven_centuries_is_one_and_nothing_else_is() {
        let taken: Vec<(u32, u32, u32)> = (1899..=3000_u16)
            .flat_map(|year| (0..=13).flat_map(move |month| (0..=32).map(move |day| (year, month, day))))
            .filter_map(|(year, month, day)| CivilDate::new(year, month, day))
            .map(|date| (u32::from(date.year()), u32::from(date.month()), u32::from(date.day())))
            .collect();
        assert!(taken.into_iter().eq(days()));
    }

    #[test]
    fn from_each_day_to_the_next_is_one_day() {
        let mut days = days().map(|(year, month, day)| {
            let small = |number: u32| u8::try_from(number).expect("a month or day");
            CivilDate::new(u16::try_from(year).expect("a year"), small(month), small(day)).expect("a day")
        });
        let first = days.next().expect("a day");
        let (mut last, mut many) = (first, 0);
        for day in days {
            assert_eq!((last.days_until(day), day.days_until(last)), (1, -1), "{last}");
            (last, many) = (day, many + 1);
        }
        assert_eq!(first.days_until(last), many);
    }

    #[test]
    fn eleven_centuries_have_267_leap_days() {
        // 1900 to 2996 are 275 years divisible by four, less 11 centuries, of which 2000, 2400, 2800 stay
        let leap = (1900..=2999).filter(|year| CivilDate::new(*year, 2, 29).is_some()).count();
        assert_eq!(leap, 275 - 11 + 3);
    }

    #[test]
    fn a_day_is_written_as_it_was_read() {
        let written = days().step_by(7).map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
        let wrong: Vec<String> =
            written.filter(|text| CivilDate::parse(text).is_none_or(|date| date.to_string() != *text)).collect();
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn a_day_in_any_other_form_is_refused() {
        for text in
            ["", "2026-1-02", "26-01-02", "2026/01/02", "2026-01-02 ", "２０２６-01-02", "2026-01-02-", "+026-01-02"]
        {
            assert_eq!(CivilDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_ordered_as_in_time() {
        let days = ["1999-12-31", "2000-01-01", "2000-02-29", "2000-12-01"].map(CivilDate::parse);
        assert!(days.is_sorted());
    }

    #[test]
    fn a_time_is_read_to_the_second_and_no_further() {
        assert!(UtcTime::parse("2026-12-10T23:59:59Z").is_some());
    }

    #[test]
    fn a_time_in_any_other_form_is_refused() {
        for text in [
            "2026-12-10",
            "2026-12-10T08:05Z",
            "2026-12-10T08:05:00",
            "2026-12-10T08:05:00+08:00",
            "2026-12-10T24:00:00Z",
            "2026-12-10T08:60:00Z",
            "2026-12-10T08:05:60Z",
            "2026-12-10T08:05:00.0Z",
            "2026-02-30T08:05:00Z",
            "2026-12-10 08:05:00Z",
        ] {
            assert_eq!(UtcTime::parse(text), None, "{text}");
        }
    }
}
