//! English.

use crate::i18n::home::Home;

pub static HOME: Home = Home {
    title: "Star rating self-assessment",
    lead: "Go through your county's standard item by item, watch the score as you fill in, see what stands between you and the next star, and end with one file for the county or the township.",
    station: "I rate my unit",
    station_hint: "Start or go on, open a file, look at the example",
    township: "I collect for the township",
    township_hint: "Collect your units' files, give a first score, send one bundle",
    county: "I am the county",
    county_hint: "Receive, inspect, rank, answer",
    promises: [
        "Nothing to install, no account, no network needed.",
        "Saved as you type; stop at any time and go on tomorrow.",
        "A number is typed once and used wherever it is needed.",
    ],
};
