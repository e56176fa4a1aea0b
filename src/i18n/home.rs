//! The sentences of the start page.
#![expect(missing_docs, reason = "each field is the sentence of its name; the languages say it")]

/// The start page.
pub struct Home {
    pub title: &'static str,
    pub lead: &'static str,
    pub station: &'static str,
    pub station_hint: &'static str,
    pub township: &'static str,
    pub township_hint: &'static str,
    pub county: &'static str,
    pub county_hint: &'static str,
    pub promises: [&'static str; 3],
}
