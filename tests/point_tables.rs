//! Point tables of other counties, worked out by hand: if one of them could not be written down, or
//! came out differently on paper, a county could not trust the program with its own table.

use crate::common::{Fill, gives, points};
use serde_json::{Value, json};

/// First time, each further time, cap; for 0, 1, 2 … times.
fn steps(first: &str, further: &str, cap: &str, most: u64) -> Vec<String> {
    let (first, further) = (points(first).get(), points(further).get());
    let scale = json!({"steps": {"unit": {"zh": "次"}, "first": first, "further": further}});
    (0..=most).map(|times| gives(cap, &scale, &[], |record| _ = record.number("X", times))).collect()
}

/// Full points less so much for each fault; for 0, 1, 2 … faults.
fn deducted(each: &str, full: &str, most: u64) -> Vec<String> {
    let scale = json!({"deduct": {"unit": {"zh": "人"}, "each": points(each).get()}});
    (0..=most).map(|faults| gives(full, &scale, &[], |record| _ = record.number("X", faults))).collect()
}

/// Grades in percent, from the lowest.
fn grades(percent: &[u64], full: &str) -> Vec<String> {
    let levels: Vec<Value> = percent.iter().map(|p| json!({"percent": p, "words": {"zh": "档"}})).collect();
    let scale = json!({"levels": {"levels": levels}});
    let grades = u8::try_from(percent.len()).unwrap();
    (0..grades).map(|grade| gives(full, &scale, &[], |record| _ = record.level("X", grade))).collect()
}

// 汝州: 首次加递增封顶, written first/further/cap.

#[test]
fn receiving_constituents_gives_4_then_2_each_and_at_most_12() {
    // 0; 4; 4+2=6; 6+2=8; 8+2=10; 10+2=12; 14 is over the cap
    assert_eq!(steps("4", "2", "12", 6), ["0", "4", "6", "8", "10", "12", "12"]);
}

#[test]
fn study_gives_3_then_1_each_and_at_most_5() {
    // 0; 3; 3+1=4; 4+1=5; 6 is over the cap
    assert_eq!(steps("3", "1", "5", 4), ["0", "3", "4", "5", "5"]);
}

#[test]
fn a_suggestion_gives_6_then_2_each_and_at_most_10() {
    // 0; 6; 6+2=8; 8+2=10; 12 is over the cap
    assert_eq!(steps("6", "2", "10", 4), ["0", "6", "8", "10", "10"]);
}

#[test]
fn attending_the_congress_gives_15_once_however_often() {
    assert_eq!(steps("15", "0", "15", 3), ["0", "15", "15", "15"]);
}

#[test]
fn research_gives_4_then_1_each_and_at_most_6() {
    // 0; 4; 4+1=5; 5+1=6; 7 is over the cap
    assert_eq!(steps("4", "1", "6", 4), ["0", "4", "5", "6", "6"]);
}

#[test]
fn an_inspection_gives_6_then_1_each_and_at_most_10() {
    // 0; 6; 7; 8; 9; 10; 11 is over the cap
    assert_eq!(steps("6", "1", "10", 6), ["0", "6", "7", "8", "9", "10", "10"]);
}

#[test]
fn settling_a_dispute_gives_5_then_1_each_and_at_most_8() {
    // 0; 5; 6; 7; 8; 9 is over the cap
    assert_eq!(steps("5", "1", "8", 5), ["0", "5", "6", "7", "8", "8"]);
}

#[test]
fn a_report_on_work_gives_3_and_a_second_one_nothing_more() {
    assert_eq!(steps("3", "0", "5", 2), ["0", "3", "3"]);
}

#[test]
fn seconding_a_suggestion_gives_1_each_and_at_most_4() {
    assert_eq!(steps("1", "1", "4", 6), ["0", "1", "2", "3", "4", "4", "4"]);
}

#[test]
fn a_million_times_give_no_more_than_the_cap() {
    let scale = json!({"steps": {"unit": {"zh": "次"}, "first": 1200, "further": 1200}});
    assert_eq!(gives("12", &scale, &[], |record| _ = record.number("X", 1_000_000)), "12");
}

// 肃南皇城镇: 每少一人扣.

#[test]
fn each_deputy_who_does_not_take_part_costs_5_of_20() {
    // 20; 20-5=15; 10; 5; 0; never under 0
    assert_eq!(deducted("5", "20", 5), ["20", "15", "10", "5", "0", "0"]);
}

#[test]
fn each_absence_costs_2_of_20() {
    // 20-2n: 20 18 16 14 12 10 8 6 4 2 0; never under 0
    assert_eq!(deducted("2", "20", 11), ["20", "18", "16", "14", "12", "10", "8", "6", "4", "2", "0", "0"]);
}

#[test]
fn half_a_day_of_leave_costs_1_of_10() {
    // 重庆江北: 请假半天扣1分
    assert_eq!(deducted("1", "10", 3), ["10", "9", "8", "7"]);
}

#[test]
fn publicity_that_is_not_complete_gives_half_of_30() {
    // 不宣传不得分, 不全面扣15: 0; 30-15=15; 30
    let levels = [0, 1500, 3000].map(|points| json!({"points": points, "words": {"zh": "档"}}));
    let scale = json!({"levels": {"levels": levels}});
    let given: Vec<String> =
        (0..3).map(|level| gives("30", &scale, &[], |record| _ = record.level("X", level))).collect();
    assert_eq!(given, ["0", "15", "30"]);
}

// 街道文明测评细则: A 100 %, B 66 %, C 33 %, D 0, cut down to a tenth of a point.

#[test]
fn grades_of_three_points_are_cut_down_to_a_tenth() {
    // D 0; C 33 % of 3 = 0.99, cut to 0.9; B 66 % of 3 = 1.98, cut to 1.9; A 3
    assert_eq!(grades(&[0, 33, 66, 100], "3"), ["0", "0.9", "1.9", "3"]);
}

#[test]
fn grades_of_ten_points_need_no_cut() {
    assert_eq!(grades(&[0, 33, 66, 100], "10"), ["0", "3.3", "6.6", "10"]);
}

#[test]
fn grades_of_one_point_are_cut_down_to_a_tenth() {
    // 0; 0.33 cut to 0.3; 0.66 cut to 0.6; 1
    assert_eq!(grades(&[0, 33, 66, 100], "1"), ["0", "0.3", "0.6", "1"]);
}

// Counts with a target.

#[test]
fn a_count_gives_its_share_of_the_target_and_no_more() {
    // 4 points, target 12: 4×0/12=0; 4×1/12=0.33 cut to 0.3; 4×7/12=2.33 cut to 2.3; 4×11/12=3.67 cut to 3.6; 4; 4
    let scale = json!({"count": {"counts": "days", "target": 12}});
    let given = [0, 1, 7, 11, 12, 13].map(|days| gives("4", &scale, &["days"], |record| _ = record.fact("days", days)));
    assert_eq!(given, ["0", "0.3", "2.3", "3.6", "4", "4"]);
}

#[test]
fn a_yearly_target_of_12_is_rounded_up_for_the_months_in_operation() {
    // 4 points for 2 days in 1, 2, 5, 7, 12 months: targets 12×m/12 = 1, 2, 5, 7, 12:
    // 4; 4; 4×2/5=1.6; 4×2/7=1.14 cut to 1.1; 4×2/12=0.67 cut to 0.6
    let scale = json!({"count": {"counts": "days", "target": 12, "per_year": true}});
    let given = [1, 2, 5, 7, 12].map(|months| {
        gives("4", &scale, &["days"], |record| {
            record.months = crate::common::months(months);
            record.fact("days", 2);
        })
    });
    assert_eq!(given, ["4", "4", "1.6", "1.1", "0.6"]);
}

#[test]
fn a_yearly_target_of_4_is_rounded_up_for_the_months_in_operation() {
    // 3 points for one session in 1, 3, 4, 6, 7, 10 months: 4×m/12 rounded up = 1, 1, 2, 2, 3, 4:
    // 3; 3; 1.5; 1.5; 1; 0.75 cut to 0.7
    let scale = json!({"count": {"counts": "sessions", "target": 4, "per_year": true}});
    let given = [1, 3, 4, 6, 7, 10].map(|months| {
        gives("3", &scale, &["sessions"], |record| {
            record.months = crate::common::months(months);
            record.fact("sessions", 1);
        })
    });
    assert_eq!(given, ["3", "3", "1.5", "1.5", "1", "0.7"]);
}

#[test]
fn a_target_that_follows_a_number_is_at_least_one() {
    // 2 points for one suggestion, target max(1, groups): groups 0, 1, 2, 3: 2; 2; 1; 0.67 cut to 0.6
    let target = json!({"of": "groups", "at_least": 1});
    let scale = json!({"count": {"counts": "suggestions", "target": target}});
    let given = [0, 1, 2, 3].map(|groups| {
        gives("2", &scale, &["groups", "suggestions"], |record| {
            record.fact("groups", groups).fact("suggestions", 1);
        })
    });
    assert_eq!(given, ["2", "2", "1", "0.6"]);
}

#[test]
fn two_a_month_for_each_group_is_a_target_of_twenty_four() {
    // 屯子镇: 每月2次; 24 for one group, 6 points for 18 days: 6×18/24 = 4.5
    let target = json!({"of": "groups", "times": 24, "at_least": 24});
    let scale = json!({"count": {"counts": "days", "target": target}});
    let given = gives("6", &scale, &["groups", "days"], |record| {
        record.fact("groups", 1).fact("days", 18);
    });
    assert_eq!(given, "4.5");
}
