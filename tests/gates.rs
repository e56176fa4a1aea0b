//! Each gate on both sides of its boundary, in records that are otherwise full. A gate that fires one
//! step too early takes a star from a station that earned it; too late, it gives one away.

use crate::common::{Fill, changed, concerns, full, room, stars, station};
use xingzhan::model::record::Record;
use xingzhan::model::scoring::score::{Findings, Score, Truth};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::GateId;

/// Which gates fire for a full record with one change.
fn firing(standard: &Standard, change: impl FnOnce(&mut Record)) -> Vec<String> {
    let score = Score::of(standard, &changed(standard, change));
    score.gates.iter().filter(|(_, fires)| *fires == Truth::Yes).map(|(id, _)| id.to_string()).collect()
}

fn found(standard: &Standard, gate: &str) -> Option<String> {
    let findings = Findings { gates: [GateId::try_from(gate).unwrap()].into(), ..Findings::default() };
    let score = Score::with(standard, &full(standard), &findings);
    score.worst.line(standard).map(|line| line.id.to_string())
}

#[test]
fn no_gate_fires_for_a_full_record() {
    assert_eq!([station(), room()].map(|standard| firing(standard, |_| {})), [Vec::<String>::new(), vec![]]);
}

#[test]
fn v1_fires_without_fixed_premises_and_leaves_no_star() {
    for standard in [station(), room()] {
        let no = |record: &mut Record| _ = record.yes("C1", false);
        assert_eq!((firing(standard, no), stars(standard, no)), (vec!["V1".to_owned()], "none".to_owned()));
    }
}

#[test]
fn v2_fires_at_no_activity_and_leaves_no_star() {
    for standard in [station(), room()] {
        let idle = |record: &mut Record| _ = record.fact("activities_held", 0).fact("activities_recorded", 0);
        assert_eq!((firing(standard, idle), stars(standard, idle)), (vec!["V2".to_owned()], "none".to_owned()));
    }
}

#[test]
fn v2_does_not_fire_at_one_activity() {
    for standard in [station(), room()] {
        let one = firing(standard, |record| _ = record.fact("activities_held", 1).fact("activities_recorded", 1));
        assert_eq!(one, Vec::<String>::new());
    }
}

#[test]
fn v3_and_v4_leave_no_star_once_they_are_found() {
    let stars = [station(), room()].map(|standard| ["V3", "V4"].map(|gate| found(standard, gate)));
    assert_eq!(stars, [[None, None], [None, None]]);
}

#[test]
fn a_finding_on_a_gate_that_is_no_finding_changes_nothing() {
    assert_eq!([station(), room()].map(|standard| found(standard, "V1")), [Some("5".to_owned()), Some("5".to_owned())]);
}

#[test]
fn v5_fires_at_a_station_without_head_or_liaison_officer() {
    // levels of B2: nobody 0, head or liaison officer missing 1, deputy head missing 2
    let fires = [0, 1, 2].map(|level| firing(station(), |record| _ = record.level("B2", level)));
    assert_eq!(fires, [vec!["V5".to_owned()], vec!["V5".to_owned()], vec![]]);
}

#[test]
fn v5_fires_at_a_room_without_head_or_liaison_officer() {
    // levels of B2: nobody 0, one missing 3, both there but nobody on duty 6
    let fires = [0, 1, 2].map(|level| firing(room(), |record| _ = record.level("B2", level)));
    assert_eq!(fires, [vec!["V5".to_owned()], vec!["V5".to_owned()], vec![]]);
}

#[test]
fn v5_leaves_at_most_three_stars() {
    // 97 and 95 points would be five
    let stars = [station(), room()].map(|standard| stars(standard, |record| _ = record.level("B2", 1)));
    assert_eq!(stars, ["3", "3"]);
}

#[test]
fn v6_fires_at_a_station_when_one_of_the_four_activities_never_took_place() {
    for fact in ["study_sessions", "reception_days", "inspections", "reports_given"] {
        let fires = [0, 1].map(|times| firing(station(), |record| _ = record.fact(fact, times)));
        assert_eq!(fires, [vec!["V6".to_owned()], vec![]], "{fact}");
    }
}

#[test]
fn v6_fires_at_a_room_without_reception_or_policy_talk() {
    for fact in ["reception_days", "policy_talks"] {
        let fires = [0, 1].map(|times| firing(room(), |record| _ = record.fact(fact, times)));
        assert_eq!(fires, [vec!["V6".to_owned()], vec![]], "{fact}");
    }
}

#[test]
fn v6_leaves_at_most_three_stars() {
    // 97 points without a study session, 96 without a policy talk
    let stars = [
        stars(station(), |record| _ = record.fact("study_sessions", 0)),
        stars(room(), |record| _ = record.fact("policy_talks", 0)),
    ];
    assert_eq!(stars, ["3", "3"]);
}

#[test]
fn v7_fires_under_sixty_percent_answered() {
    for standard in [station(), room()] {
        let fires = [(100, 59), (100, 60), (5, 2), (5, 3)].map(|(of, n)| firing(standard, concerns(of, n)));
        assert_eq!(fires, [vec!["V7".to_owned()], vec![], vec!["V7".to_owned()], vec![]]);
    }
}

#[test]
fn v7_does_not_fire_when_nothing_was_received() {
    for standard in [station(), room()] {
        assert_eq!(firing(standard, concerns(0, 0)), Vec::<String>::new());
    }
}

#[test]
fn v7_leaves_out_what_is_not_due_yet() {
    // 10 received, 5 pending: 3 of 5 answered are sixty percent, 2 are forty
    let fires = [3, 2].map(|answered| {
        firing(station(), |record| {
            concerns(10, answered)(record);
            record.fact("concerns_pending", 5);
        })
    });
    assert_eq!(fires, [vec![], vec!["V7".to_owned()]]);
}

#[test]
fn v7_leaves_at_most_three_stars() {
    // station 100 − 4×41 % − 3×41 % is over 90
    assert_eq!(stars(station(), concerns(100, 59)), "3");
}
