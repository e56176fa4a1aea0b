//! Whole stations and rooms, worked out by hand. The speech behind the standard complains of stations
//! with full boards and empty ledgers: such a one must get no star, and a modest living one must.

use crate::common::{line, points, record, room, station};
use xingzhan::model::record::Record;
use xingzhan::model::scoring::score::{Score, Truth};
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::points::{Points, Range};

/// Every section's total, as a person writes it.
fn sections(standard: &Standard, name: &str) -> Vec<String> {
    let score = Score::of(standard, &record(name));
    score.sections.iter().map(|(id, range)| format!("{id} {}", range.low)).collect()
}

fn total(standard: &Standard, name: &str) -> Option<Points> {
    Score::of(standard, &record(name)).total.settled()
}

fn gates(standard: &Standard, record: &Record) -> Vec<String> {
    let score = Score::of(standard, record);
    score.gates.iter().filter(|(_, fires)| *fires != Truth::No).map(|(id, _)| id.to_string()).collect()
}

// The paper station: full boards and files; of activity one study session, one reception day, one
// inspection, one report, one concern answered and solved. 1+4+14+55−12 = 62 deputies.

#[test]
fn the_paper_station_has_full_boards_and_little_use() {
    // A 1+0+2+0+2×2/2=5; B 2+4+2=8; C 3+1+2+1+2+1=10; D 4+2+2=8; E 2+1+2+1+(2×4/18=0.44, 0.4)=6.4;
    // F 3+2+3+2+3=13; G 3+(2×4000/5580=1.43, 1.4)+(3/4=0.75, 0.7)+(4/12=0.33, 0.3)+0+3/2+(3/13=0.23, 0.2)+0=7.1;
    // H 2+6=8; I (4/12, 0.3)+(2×100/1080=0.18, 0.1)+1+2+1+1+(3/12=0.25, 0.2)=5.6
    let by_hand = ["A 5", "B 8", "C 10", "D 8", "E 6.4", "F 13", "G 7.1", "H 8", "I 5.6"];
    assert_eq!(sections(station(), "paper_station"), by_hand);
}

#[test]
fn the_paper_station_has_71_1_points() {
    // 5+8+10+8+6.4+13+7.1+8+5.6
    assert_eq!(total(station(), "paper_station"), Some(points("71.1")));
}

#[test]
fn the_paper_station_gets_no_star() {
    assert_eq!(line(station(), &record("paper_station")), None);
}

#[test]
fn no_gate_is_needed_to_keep_the_paper_station_from_a_star() {
    assert_eq!(gates(station(), &record("paper_station")), Vec::<String>::new());
}

// The same with everything else claimed in full: the most that paper can reach.

#[test]
fn the_most_that_paper_can_claim_is_79_7_points() {
    // A 1+2+2+2+2=9; G 3+2+0.7+0.3+2+1.5+0.2+2=11.7; the rest as above: 9+8+10+8+6.4+13+11.7+8+5.6
    assert_eq!(total(station(), "paper_station_generous"), Some(points("79.7")));
}

#[test]
fn the_most_that_paper_can_claim_gets_no_star() {
    assert_eq!(line(station(), &record("paper_station_generous")), None);
}

// The modest living station: monthly reception, quarterly study, two inspections, 15 concerns of which
// 14 answered and 11 solved, plain boards, no bonus.

#[test]
fn the_modest_living_station_lives_from_its_use() {
    // A 1+(2×1/2)+1+1+(2×1/2)=5; B 2+3+2=7; C 3+0+1+1+1+0=6; D 4+2+1=7; E 2+1+1+1+(2×16/18=1.78, 1.7)=6.7;
    // F 3+1+(3×19/20=2.85, 2.8)+2+2=10.8; G 3+(2×4600/5580=1.65, 1.6)+3+4+(2×30/62=0.97, 0.9)+3
    // +(3×8/13=1.85, 1.8)+(2×2/5)=18.1; H 1+5+0=6; I (4×14/15=3.73, 3.7)+(2×900/1080=1.67, 1.6)+1+1+0+1+(3×11/15)=10.5
    let by_hand = ["A 5", "B 7", "C 6", "D 7", "E 6.7", "F 10.8", "G 18.1", "H 6", "I 10.5"];
    assert_eq!(sections(station(), "modest_station"), by_hand);
}

#[test]
fn the_modest_living_station_has_77_1_points() {
    // 5+7+6+7+6.7+10.8+18.1+6+10.5
    assert_eq!(total(station(), "modest_station"), Some(points("77.1")));
}

#[test]
fn the_modest_living_station_gets_at_least_three_stars() {
    let reached = Score::of(station(), &record("modest_station")).worst.line(station()).map(|line| line.stars);
    assert!(reached >= Some(3), "{reached:?}");
}

#[test]
fn a_living_station_has_more_points_than_a_paper_one() {
    assert!(total(station(), "modest_station") > total(station(), "paper_station"));
}

// The paper room: everything full, but one reception day, one policy talk, one concern. 1+3 = 4 deputies.

#[test]
fn the_paper_room_has_full_boards_and_one_reception_day() {
    // A 4+2+3=9; B 8+4=12; C 8+4+3+4=19; D 6; E 6+4=10; F 4+6+5+5=20; G 5+(5×1/4=1.25, 1.2)=6.2; H 4;
    // I D=4, three not stated at half: (5×2.5/4=3.125, 3.1)+2+(3×2.5/4=1.875, 1.8)=6.9
    let by_hand = ["A 9", "B 12", "C 19", "D 6", "E 10", "F 20", "G 6.2", "H 4", "I 6.9"];
    assert_eq!(sections(room(), "paper_room"), by_hand);
}

#[test]
fn the_paper_room_has_93_1_points() {
    // 9+12+19+6+10+20+6.2+4+6.9
    assert_eq!(total(room(), "paper_room"), Some(points("93.1")));
}

#[test]
fn the_paper_room_gets_no_star_for_all_its_points() {
    assert_eq!(line(room(), &record("paper_room")), None);
}

// The quiet room: four reception days to which nobody brought a concern.

#[test]
fn the_quiet_room_has_half_of_what_needs_a_concern() {
    // F 4+6+(5/2)+(5/2)=15; G 5+5=10; I (5/2)+2+(3/2)=6
    let by_hand = ["A 9", "B 12", "C 19", "D 6", "E 10", "F 15", "G 10", "H 4", "I 6"];
    assert_eq!(sections(room(), "quiet_room"), by_hand);
}

#[test]
fn the_quiet_room_has_91_points() {
    assert_eq!(total(room(), "quiet_room"), Some(points("91")));
}

#[test]
fn the_quiet_room_gets_five_stars() {
    assert_eq!(line(room(), &record("quiet_room")), Some("5".to_owned()));
}

#[test]
fn none_of_these_has_a_bonus() {
    let station = ["paper_station", "paper_station_generous", "modest_station"]
        .map(|name| Score::of(station(), &record(name)).bonus);
    let room = ["paper_room", "quiet_room"].map(|name| Score::of(room(), &record(name)).bonus);
    let none = Range::exact(Points::ZERO);
    assert_eq!((station, room), ([none; 3], [none; 2]));
}

#[test]
fn the_fixtures_fit_their_standards_and_contradict_themselves_nowhere() {
    for (standard, names) in [
        (station(), &["paper_station", "paper_station_generous", "modest_station"][..]),
        (room(), &["paper_room", "quiet_room"]),
    ] {
        for name in names {
            let record = record(name);
            assert_eq!((record.problems(standard), record.facts.clashes(standard)), (vec![], vec![]), "{name}");
        }
    }
}
