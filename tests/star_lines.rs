//! Each star line on both sides of its boundary, in records that are otherwise full: points, section G,
//! reception days, reply rate, and what the months in operation make of them.

use crate::common::{Fill, changed, concerns, line, months, points, room, stars, station};
use xingzhan::model::record::Record;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::scale::Scale;

// Star lines of the station.

#[test]
fn a_station_needs_twelve_eight_and_four_reception_days() {
    let stars = [12, 11, 8, 7, 4, 3].map(|days| stars(station(), |record| _ = record.fact("reception_days", days)));
    assert_eq!(stars, ["5", "4", "4", "3", "3", "none"]);
}

#[test]
fn the_reception_days_of_a_station_shrink_with_the_months() {
    // 12, 8, 4 × m/12 rounded up: 6 months 6, 4, 2; 5 months 5, 4, 2; one month 1, 1, 1
    let cases = [(6, 6), (6, 5), (6, 4), (6, 3), (6, 2), (6, 1), (5, 5), (5, 4), (5, 3), (5, 2), (5, 1), (1, 1)];
    let stars = cases.map(|(open, days)| {
        stars(station(), |record| {
            record.months = months(open);
            record.fact("reception_days", days);
        })
    });
    assert_eq!(stars, ["5", "4", "4", "3", "3", "none", "5", "4", "3", "3", "none", "5"]);
}

#[test]
fn a_station_needs_18_15_and_11_points_in_section_g() {
    // 22 less: G5 2 and G2 2 is 18; G8 19 of 20, 1.9, is 17.9; less G1 3 instead 15; 14.9; less G7 3 and
    // half of G8 as well 11; one more tenth 10.9
    let none = |record: &mut Record, facts: &[&str]| {
        for fact in facts {
            record.fact(fact, 0);
        }
    };
    let suggestions = |record: &mut Record, of: u64, n: u64| _ = record.fact("groups", of).fact("suggestions", n);
    let given = |record: &mut Record| _ = record.fact("reports_due", 1_000_000).fact("reports_given", 1);
    let lines = [
        stars(station(), |record| none(record, &["met_contact_norm", "came"])),
        stars(station(), |record| {
            none(record, &["met_contact_norm", "came"]);
            suggestions(record, 20, 19);
        }),
        stars(station(), |record| none(record, &["met_contact_norm", "came", "registered"])),
        stars(station(), |record| {
            none(record, &["met_contact_norm", "came", "registered"]);
            suggestions(record, 20, 19);
        }),
        stars(station(), |record| {
            none(record, &["met_contact_norm", "came", "registered"]);
            given(record);
            suggestions(record, 2, 1);
        }),
        stars(station(), |record| {
            none(record, &["met_contact_norm", "came", "registered"]);
            given(record);
            suggestions(record, 20, 9);
        }),
    ];
    assert_eq!(lines, ["5", "4", "4", "3", "3", "none"]);
}

#[test]
fn five_stars_need_ninety_percent_answered() {
    let stars = [(100, 90), (100, 89), (10, 9)].map(|(of, n)| stars(station(), concerns(of, n)));
    assert_eq!(stars, ["5", "4", "5"]);
}

#[test]
fn a_station_that_received_nothing_stays_at_four_stars() {
    // 100 − I1 4 − I8 3 = 93 points would be five
    let record = changed(station(), concerns(0, 0));
    let total = Score::of(station(), &record).total.settled();
    assert_eq!((total, line(station(), &record)), (Some(points("93")), Some("4".to_owned())));
}

/// Ten points less in ten: H1 to H7 8, A5 2.
fn less_ten(record: &mut Record) {
    record.level("H1", 0).level("A5", 0);
    for id in ["H2", "H3", "H4", "H5", "H6", "H7"] {
        record.yes(id, false);
    }
}

/// Ten more: D1 4, D2 2, D3 2, B3 2.
fn less_twenty(record: &mut Record) {
    less_ten(record);
    record.number("D1", 0).yes("D2", false).level("D3", 0).yes("B3", false);
}

/// Ten more: F1 3, F2 2, F3 3, A6 2.
fn less_thirty(record: &mut Record) {
    less_twenty(record);
    record.fact("files_kept", 0).level("F2", 0).fact("activities_recorded", 0).fact("rooms_set_up", 0);
}

/// A tenth of a point: E5, 19 of 20 planned.
fn less_a_tenth(record: &mut Record) {
    record.fact("activities_planned", 20).fact("activities_carried_out", 19);
}

#[test]
fn ninety_eighty_and_seventy_points_are_the_lines() {
    let lines = [less_ten, less_twenty, less_thirty].map(|less| {
        let at = stars(station(), less);
        let under = stars(station(), |record| {
            less(record);
            less_a_tenth(record);
        });
        (at, under)
    });
    let expected = [("5", "4"), ("4", "3"), ("3", "none")].map(|(at, under)| (at.to_owned(), under.to_owned()));
    assert_eq!(lines, expected);
}

// Star lines of the room.

#[test]
fn a_room_needs_four_three_and_two_reception_days() {
    let stars = [4, 3, 2, 1].map(|days| stars(room(), |record| _ = record.fact("reception_days", days)));
    assert_eq!(stars, ["5", "4", "3", "none"]);
}

#[test]
fn the_reception_days_of_a_room_shrink_with_the_months() {
    // 4, 3, 2 × m/12 rounded up: 6 months 2, 2, 1; 4 months 2, 1, 1; 3 months 1, 1, 1
    let stars = [(6, 2), (6, 1), (4, 2), (4, 1), (3, 1)].map(|(open, days)| {
        stars(room(), |record| {
            record.months = months(open);
            record.fact("reception_days", days);
        })
    });
    assert_eq!(stars, ["5", "3", "5", "4", "5"]);
}

#[test]
fn a_room_that_received_nothing_can_have_five_stars() {
    assert_eq!(stars(room(), concerns(0, 0)), "5");
}

#[test]
fn a_room_that_received_something_needs_ninety_percent_answered_for_five() {
    let stars = [(10, 9), (100, 89)].map(|(of, n)| stars(room(), concerns(of, n)));
    assert_eq!(stars, ["5", "4"]);
}

/// Whether stars are shown with so many of a station's 49 items still unanswered.
fn shown(unanswered: usize) -> bool {
    let yes_or_no: Vec<&str> =
        station().scored().filter(|item| item.scale == Scale::YesNo).map(|item| item.id.as_str()).collect();
    let record = changed(station(), |record| {
        for id in &yes_or_no[..unanswered] {
            record.choose(id, None);
        }
    });
    Score::of(station(), &record).shows_stars()
}

#[test]
fn stars_are_shown_from_four_fifths_of_the_answers_on() {
    // 40 of 49 are 81.6 percent, 39 are 79.6
    assert_eq!([0, 9, 10].map(shown), [true, true, false]);
}
