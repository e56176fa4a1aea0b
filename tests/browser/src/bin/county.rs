//! Writes what a county takes in at once, for `make bench`: `cargo run -p xingzhan-browser-tests --bin county FOLDER MANY`.
//! `1.json` and so on: submissions of rooms of the sample county, each of another room, with notes as long as rooms
//! write them, some 20 KB each; all of them verify. `roster.csv`: the rooms.
#![allow(clippy::expect_used, reason = "without a folder there is nothing to do but say so")]

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};
use xingzhan::model::draft::Draft;
use xingzhan::model::record::answers::Answer;
use xingzhan::model::review::sample_county::{SampleKind, sample_county};
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::plan;

/// From how many counties the rooms are taken; each has some forty whose files have nothing odd about them.
const COUNTIES: u64 = 10;
/// How long a submission is made by its notes, in bytes.
const LONG: usize = 20_000;
/// What a note says, again and again.
const NOTE: &str =
    "每月十五日接待选民，代表轮流坐班，反映的事项当场登记，能办的当场答复，不能办的转交有关站所并跟踪督办。";

fn main() {
    let mut arguments = env::args().skip(1);
    let usage = "Usage: county FOLDER MANY";
    let folder = PathBuf::from(arguments.next().expect(usage));
    let many: usize = arguments.next().and_then(|many| many.parse().ok()).expect(usage);
    fs::create_dir_all(&folder).expect("the folder");
    let (station, room) = (plan::standard("liaison-station"), plan::standard("liaison-room"));
    let rooms: Vec<Draft> = (0..COUNTIES).flat_map(|seed| rooms(seed, [&station, &room])).collect();
    let mut roster = String::from("乡镇,村,联络室\n");
    for (at, draft) in (1..=many).zip(rooms.iter().cycle()) {
        let mut draft = draft.clone();
        draft.unit.township = format!("第{}镇", at % 26 + 1);
        draft.unit.village = format!("第{at}村");
        draft.unit.name = format!("第{at}村联络室");
        writeln!(roster, "{},{},{}", draft.unit.township, draft.unit.village, draft.unit.name).expect("a line");
        lengthen(&mut draft, at);
        let written = Submission::of(&draft, draft.changed.clone()).written();
        fs::write(folder.join(format!("{at}.json")), written).expect("a file in the folder");
    }
    fs::write(folder.join("roster.csv"), roster).expect("the roster");
}

/// The rooms of a county whose files have nothing odd about them, no longer as samples.
fn rooms(seed: u64, standards: [&IssuedStandard; 2]) -> Vec<Draft> {
    let library = StandardLibrary::built_in().expect("the built-in standards");
    let county = sample_county(seed, standards, Lang::Zh, &|draft| draft.unit.name.clone());
    let plain = county.files.iter().filter(|file| file.kind == SampleKind::Plain);
    let opened = plain.filter_map(|file| Submission::read(std::str::from_utf8(&file.bytes).ok()?, &library).ok());
    let rooms = opened.filter(|opened| opened.findings.is_empty() && opened.standard.unit.id == standards[1].unit.id);
    let id = DraftId::try_from("county".to_owned()).expect("an id");
    let draft = |submission: Submission| {
        let mut draft = submission.draft(standards[1], id.clone(), submission.time.clone());
        draft.sample = false;
        draft.revision = 1;
        draft.declaration = submission.signed.declaration;
        draft
    };
    rooms.map(|opened| draft(opened.submission)).collect()
}

/// Notes at every item, until the submission is as long as it should be.
fn lengthen(draft: &mut Draft, at: usize) {
    let short = Submission::of(draft, draft.changed.clone()).written().len();
    let items: Vec<_> = draft.standard.items().map(|item| item.id.clone()).collect();
    let each = LONG.saturating_sub(short) / items.len();
    for id in items {
        // Each is another one, as each room writes of its own.
        let mut note = format!("第{at}号，{id}。");
        while note.len() < each {
            note.push_str(NOTE);
        }
        note = note.chars().take(Answer::NOTE as usize).collect();
        draft.record.answers.edit(&id, |answer| answer.note = note);
    }
}
