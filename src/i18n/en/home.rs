//! English.

use crate::i18n::home::Home;

pub static HOME: Home = Home {
    title: "Star rating self-assessment",
    lead: "Go through your county's standard item by item, watch the score as you fill in, see what stands between you and the next star, and end with one file for the county or the township.",
    station: "I rate my unit",
    station_hint: "Start or go on, open a file, look at the example",
    township: "I collect for the township",
    township_hint: "Collect your units' files, give a first score, send one bundle",
    township_later: "Collecting is being built. It will gather the files of all units of a township, let you give each item a first score, and send the county one bundle. Until then, have every unit keep its submission file.",
    county: "I am the county",
    county_hint: "Receive, inspect, rank, answer",
    county_later: "The county's review is being built. It will open all submissions, show who is missing, set the county's score beside the unit's own, rank, and write a return file for each unit. Until then, open submissions one at a time with “Open a file”.",
    promises: [
        "Nothing to install, no account, no network needed.",
        "Saved as you type; stop at any time and go on tomorrow.",
        "A number is typed once and used wherever it is needed.",
    ],
    meanwhile: "Open a file",
};
