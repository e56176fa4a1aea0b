//! The sample county: the same from the same seed, and everything in it is told for what it is.

use crate::common::{library, room, station};
use std::collections::BTreeSet;
use std::sync::Arc;
use xingzhan::i18n::{file_of, text};
use xingzhan::model::draft::Draft;
use xingzhan::model::review::hints::{Hint, hints};
use xingzhan::model::review::ids::UnitId;
use xingzhan::model::review::known_files::{self, KnownFiles};
use xingzhan::model::review::likeness::likeness;
use xingzhan::model::review::roster_line::RosterLine;
use xingzhan::model::review::same_name::{self, LinesByName, code_of};
use xingzhan::model::review::sample_county::{SampleCounty, SampleKind, sample_county};
use xingzhan::model::review::table::{SendState, TableLine};
use xingzhan::model::review::take_in::{IntakeScope, IntakeVerdict};
use xingzhan::model::review::take_in_report::{FileSource, Intake, TakeInReport};
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::words::Lang;

fn county(seed: u64) -> SampleCounty {
    let zh = text(Lang::Zh);
    let name = |draft: &Draft| file_of(zh, draft, zh.send.what, draft.revision, "json");
    sample_county(seed, [station(), room()], Lang::Zh, &name)
}

fn taken(county: &SampleCounty, sample: bool) -> TakeInReport {
    let standards = [station().clone(), room().clone()];
    let nfkc = str::to_owned;
    let scope = IntakeScope { year: 2026, standards: &standards, library: library(), sample, nfkc: &nfkc };
    let mut intake = Intake::new(&scope, KnownFiles::default());
    for file in &county.files {
        let source = FileSource { name: file.name.clone(), within: None, day: Some(file.received) };
        intake.take(source, &file.bytes);
    }
    intake.end().0
}

#[test]
fn the_same_seed_gives_the_same_county_and_another_one_another() {
    let one = county(2026);
    assert_eq!(one, county(2026));
    assert_ne!(one, county(2027));
    let kinds = |standard: &str| one.roster.iter().filter(|(_, line)| line.kind.as_str() == standard).count();
    assert_eq!((kinds("station"), kinds("room")), (30, 60));
    let ids: BTreeSet<UnitId> = one.roster.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids.len(), 90, "each line has an id of its own");
    let names: BTreeSet<(&str, &str)> =
        one.roster.iter().map(|(_, line)| (line.township.as_str(), line.name.as_str())).collect();
    assert_eq!(names.len(), 90);
}

#[test]
fn every_file_of_it_is_told_for_what_it_is() {
    for seed in [1, 2026] {
        let county = county(seed);
        let report = taken(&county, true);
        assert_eq!((report.lines.len(), report.others), (county.files.len(), 0));
        let deadline = |line: &str| if line == "station" { station().deadline } else { room().deadline };
        for (file, line) in county.files.iter().zip(&report.lines) {
            let (kind, verdict) = (file.kind, &line.verdict);
            let fits = match kind {
                SampleKind::Plain | SampleKind::Late | SampleKind::OtherName | SampleKind::TooHigh => {
                    matches!(verdict, IntakeVerdict::New(_))
                }
                SampleKind::Doubled => matches!(verdict, IntakeVerdict::Again { .. }),
                SampleKind::Newer => matches!(verdict, IntakeVerdict::Newer(file, 1) if file.revision == 2),
                SampleKind::Clash => matches!(verdict, IntakeVerdict::Clash(_)),
                SampleKind::ChangedByHand => matches!(verdict, IntakeVerdict::ChangedByHand(..)),
                SampleKind::CutOff => matches!(verdict, IntakeVerdict::Damaged(_)),
                SampleKind::OtherYear => matches!(verdict, IntakeVerdict::OtherYear { year: 2025, .. }),
                SampleKind::Draft => matches!(verdict, IntakeVerdict::Draft { .. }),
            };
            assert!(fits, "{kind:?} is told as {verdict:?}");
            if let Some(taken) = verdict.taken() {
                assert!(taken.row.sample, "it is marked");
                let state = SendState::of_receipt(file.received, deadline(taken.kind.as_str()));
                assert_eq!(state == SendState::Late, kind == SampleKind::Late, "{}", file.name);
            }
        }
        let kinds: BTreeSet<SampleKind> = county.files.iter().map(|file| file.kind).collect();
        assert_eq!(kinds.len(), 11, "every kind is there");
    }
}

#[test]
fn every_file_is_named_as_a_sample_and_nothing_of_it_enters_a_real_review() {
    let county = county(2026);
    for file in &county.files {
        assert!(file.name.contains("示例"), "{}", file.name);
    }
    assert!(taken(&county, false).lines.iter().all(|line| line.verdict.taken().is_none()));
}

#[test]
fn its_units_are_found_on_its_roster_but_for_those_that_are_called_otherwise() {
    let county = county(2026);
    let nfkc = str::to_owned;
    let mut lines = LinesByName::default();
    for (unit, line) in &county.roster {
        lines.add(*unit, line, &nfkc);
    }
    let report = taken(&county, true);
    for (file, line) in county.files.iter().zip(&report.lines) {
        let Some(taken) = line.verdict.taken() else { continue };
        let called = known_files::key_of(&taken.kind, &taken.unit, &nfkc).unwrap();
        let found = lines.only(&called, code_of(&taken.kind, &taken.unit.code, &nfkc).as_ref());
        assert_eq!(found.is_none(), file.kind == SampleKind::OtherName, "{}", file.name);
        if found.is_none() {
            let like = |line: &RosterLine| same_name::key_of(line, &nfkc).map_or(0, |line| likeness(&called, &line));
            let (_, likest) = county.roster.iter().max_by_key(|(_, line)| like(line)).unwrap();
            assert_eq!(likest.township, taken.unit.township, "{} looks like {}", taken.unit.name, likest.name);
        }
    }
}

#[test]
fn its_scores_are_spread_and_the_claims_that_are_too_high_have_hints() {
    let county = county(2026);
    let report = taken(&county, true);
    let mut lines = Vec::new();
    for (at, (file, line)) in county.files.iter().zip(&report.lines).enumerate() {
        if let Some(taken) = line.verdict.taken().filter(|taken| taken.kind == room().unit.id) {
            let unit = UnitId::new((at as u64).to_be_bytes());
            let roster = county.roster.iter().find(|(_, line)| line.village == taken.unit.village).unwrap().1.clone();
            let received = Some(file.received);
            let (roster, row) = (Arc::new(roster), Some(Arc::new(taken.row.clone())));
            let (shares_name, state) = (false, SendState::Sent);
            lines.push((file.kind, TableLine { unit, roster, shares_name, state, received, row, assessed: None }));
        }
    }
    let rows: Vec<&TableLine> = lines.iter().map(|(_, line)| line).collect();
    let found = hints(room(), &rows);
    for (kind, line) in &lines {
        let clashes = found.get(&line.unit).into_iter().flatten().filter(|hint| matches!(hint, Hint::Contradiction(_)));
        assert_eq!(clashes.count() > 0, *kind == SampleKind::TooHigh, "{kind:?}");
    }
    let totals: Vec<u64> = rows.iter().filter_map(|line| line.row.as_ref()?.total.settled()).map(Points::get).collect();
    let (least, most) = (totals.iter().min().unwrap(), totals.iter().max().unwrap());
    assert!(totals.len() > 40 && *least < 7500 && *most > 9000, "{least} to {most}");
}
