//! Writes what programs in other languages need to do the same job and compare what comes out:
//! `cargo run -p xingzhan-browser-tests --bin material FOLDER`.
//! `station.json`: the steps that fill the whole station's plan in, and the file that must come out;
//! `draft.json`: that plan, filled in; `large.json`: a filled-in draft by a standard of 500 items; `photo-1.jpg` and
//! `photo-2.jpg`: pictures of a telephone, turned, with the camera and the place in them.
#![allow(clippy::expect_used, reason = "without a folder there is nothing to do but say so")]

use serde_json::json;
use std::path::PathBuf;
use std::{env, fs};
use xingzhan::model::files::json::canonical;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::pictures::phone;
use xingzhan_browser_tests::steps::Step;
use xingzhan_browser_tests::{plan, steps};

fn main() {
    let folder = PathBuf::from(env::args().nth(1).expect("Usage: material FOLDER"));
    fs::create_dir_all(&folder).expect("the folder");
    let keep = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("a file in the folder");
    let write = |name: &str, text: String| keep(name, text.as_bytes());
    let station = plan::station();
    let submission = Submission::of(&station, station.changed.clone());
    let written = |steps: Vec<Step>| steps.iter().map(Step::written).collect::<Vec<_>>();
    let material = json!({
        "standard": station.standard.id.as_str(),
        "steps": written(steps::draft(&station)),
        "declaration": written(steps::declaration(&station)),
        "submission": submission.written(),
        "code": submission.codes.signed.as_str(),
    });
    write("station.json", material.to_string());
    write("draft.json", canonical(&station));
    write("large.json", canonical(&plan::large()));
    for number in [1, 2] {
        keep(&format!("photo-{number}.jpg"), &phone(number));
    }
}
