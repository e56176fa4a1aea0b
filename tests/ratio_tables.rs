//! Shares with a floor, worked out by hand: n of the stated, D = the larger of stated and floor, and
//! points × (n + w × (D − stated)) ÷ (target × D). One or two concerns must not score like a full year.

use crate::common::{Fill, gives, read, small_fact, small_item, small_standard};
use serde_json::{Value, json};
use xingzhan::i18n;
use xingzhan::model::record::Record;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::words::Lang;

/// 4 points for the answered of the received with a floor of 12, unless changed.
fn scale(change: impl FnOnce(&mut Value)) -> Value {
    let mut scale = json!({"ratio": {"part": "answered", "whole": "received", "floor": 12, "target": 100}});
    change(&mut scale["ratio"]);
    scale
}

/// What so many answered of so many received give, out of 4 points.
fn answered(scale: &Value, received: u64, answered: u64) -> String {
    gives("4", scale, &["received", "answered"], |record| {
        record.fact("received", received).fact("answered", answered);
    })
}

fn unstated(worth: &str) -> Value {
    scale(|scale| scale["unstated"] = json!({"worth": worth}))
}

/// Why so many answered of so many received give what they give.
fn said(scale: &Value, received: u64, answered: u64) -> [String; 2] {
    let facts = [small_fact("received"), small_fact("answered")];
    let standard = read(&small_standard(&facts, &[small_item("X", 400, scale)]).to_string());
    let mut record = Record::default();
    record.fact("received", received).fact("answered", answered);
    let score = Score::of(&standard, &record);
    let item = standard.scored().next().expect("an item");
    let why = &score.item(&item.id).expect("rated").why;
    [Lang::Zh, Lang::En].map(|lang| i18n::why(i18n::text(lang), &standard, item, why))
}

#[test]
fn the_reason_of_a_share_is_the_arithmetic_that_was_done() {
    let plain = scale(|_| {});
    assert_eq!(said(&plain, 20, 15), ["15 ÷ 20，达到 100% 即满分", "15 of 20, full points from 100% on"]);
    assert_eq!(
        said(&plain, 8, 6),
        [
            "6 ÷ 12（不足 12 的按 12 算，现为 8），达到 100% 即满分",
            "6 of 12 (counted as at least 12, there were 8), full points from 100% on"
        ]
    );
    // 4 × (8 + 4 × ½) ÷ 12 = 3.33: neither 8 ÷ 12 nor what was typed beyond the whole.
    assert_eq!(answered(&unstated("half"), 8, 10), "3.3");
    assert_eq!(
        said(&unstated("half"), 8, 10),
        [
            "（8 + 4 × ½）÷ 12（填了 10，多于 8，按 8 算；不足 12 的按 12 算，现为 8；没有的 4 按一半算），达到 100% 即满分，不足 0.1 分的舍去",
            "(8 + 4 × ½) of 12 (10 is more than 8, so 8 count; counted as at least 12, there were 8; the missing 4 count half), full points from 100% on, cut down to a multiple of 0.1"
        ]
    );
    assert_eq!(
        said(&unstated("full"), 0, 0),
        [
            "（0 + 12）÷ 12（不足 12 的按 12 算，现为 0；没有的 12 按做到算），达到 100% 即满分",
            "(0 + 12) of 12 (counted as at least 12, there were 0; the missing 12 count in full), full points from 100% on"
        ]
    );
    assert_eq!(said(&plain, 20, 25)[0], "20 ÷ 20（填了 25，多于 20，按 20 算），达到 100% 即满分");
}

#[test]
fn under_the_floor_the_floor_divides() {
    // D=12: 4×0/12=0; 4×1/12=0.33 cut to 0.3; 4×6/12=2; 4×11/12=3.67 cut to 3.6
    let given = [0, 1, 6, 11].map(|n| answered(&scale(|_| {}), n, n));
    assert_eq!(given, ["0", "0.3", "2", "3.6"]);
}

#[test]
fn from_the_floor_on_what_is_stated_divides() {
    // 12 of 12: 4; 12 of 13: 4×12/13=3.69 cut to 3.6; 14 of 15: 3.73 cut to 3.7; 100 of 200: 2
    let given = [(12, 12), (13, 12), (15, 14), (200, 100)].map(|(whole, part)| answered(&scale(|_| {}), whole, part));
    assert_eq!(given, ["4", "3.6", "3.7", "2"]);
}

#[test]
fn a_target_under_a_hundred_is_reached_earlier() {
    // 90 %: 10 of 12: 4×1000/1080=3.70 cut to 3.7; 11 of 12: 1100 is over 1080, so 4; 9 of 12: 4×900/1080=3.33 cut to 3.3
    let ninety = scale(|scale| scale["target"] = json!(90));
    let given = [10, 11, 9].map(|part| answered(&ninety, 12, part));
    assert_eq!(given, ["3.7", "4", "3.3"]);
}

#[test]
fn the_unstated_is_worth_nothing_unless_the_standard_says_so() {
    assert_eq!(answered(&unstated("none"), 0, 0), "0");
}

#[test]
fn half_of_what_is_not_stated_counts_as_done() {
    // D=12, unstated 12, 11, 6, 1: 4×6/12=2; 4×(1+5.5)/12=2.17 cut to 2.1; 4×(6+3)/12=3; 4×(11+0.5)/12=3.83 cut to 3.8
    let given = [0, 1, 6, 11].map(|n| answered(&unstated("half"), n, n));
    assert_eq!(given, ["2", "2.1", "3", "3.8"]);
}

#[test]
fn half_worth_still_tells_answered_from_not_answered() {
    // D=12, stated 6, unstated 6 worth 3: none answered 4×3/12=1; three 4×6/12=2; six 4×9/12=3
    let given = [0, 3, 6].map(|part| answered(&unstated("half"), 6, part));
    assert_eq!(given, ["1", "2", "3"]);
}

#[test]
fn all_of_what_is_not_stated_counts_as_done() {
    // D=12: none stated 4; 1 of 1: 4×(1+11)/12=4; 0 of 1: 4×11/12=3.67 cut to 3.6; 3 of 6: 4×(3+6)/12=3
    let given = [(0, 0), (1, 1), (1, 0), (6, 3)].map(|(whole, part)| answered(&unstated("full"), whole, part));
    assert_eq!(given, ["4", "4", "3.6", "3"]);
}

#[test]
fn without_a_floor_and_with_nothing_stated_only_the_worth_is_left() {
    // D=0: w × points = 0, 2, 4
    let given = ["none", "half", "full"].map(|worth| {
        let scale = scale(|scale| {
            scale["floor"] = json!(0);
            scale["unstated"] = json!({"worth": worth});
        });
        answered(&scale, 0, 0)
    });
    assert_eq!(given, ["0", "2", "4"]);
}

#[test]
fn more_answered_than_received_is_a_slip_that_gains_nothing() {
    // 5 of 3 counts as 3 of 3: D=12, 4×3/12=1
    assert_eq!(answered(&scale(|_| {}), 3, 5), "1");
}

#[test]
fn the_floor_shrinks_with_the_months_and_is_rounded_up() {
    // 1 of 1 in 1, 2, 4, 7, 12 months: floors 12×m/12 = 1, 2, 4, 7, 12: 4; 2; 1; 0.57 cut to 0.5; 0.33 cut to 0.3
    let yearly = scale(|scale| scale["per_year"] = json!(true));
    let given = [1, 2, 4, 7, 12].map(|months| {
        gives("4", &yearly, &["received", "answered"], |record| {
            record.months = crate::common::months(months);
            record.fact("received", 1).fact("answered", 1);
        })
    });
    assert_eq!(given, ["4", "2", "1", "0.5", "0.3"]);
}

#[test]
fn a_floor_that_is_not_yearly_stays_in_a_short_year() {
    let given = gives("4", &scale(|_| {}), &["received", "answered"], |record| {
        record.months = crate::common::months(1);
        record.fact("received", 1).fact("answered", 1);
    });
    assert_eq!(given, "0.3");
}

#[test]
fn a_fifth_of_the_deputies_is_rounded_up_as_a_floor() {
    // 3 points, one report of one due; persons 0, 5, 6, 62: D = max(1, 0)=1, 1, 2, 13: 3; 3; 1.5; 3/13=0.23 cut to 0.2
    let scale =
        json!({"ratio": {"part": "given", "whole": "due", "floor": {"of": "persons", "over": 5}, "target": 100}});
    let given = [0, 5, 6, 62].map(|persons| {
        gives("3", &scale, &["persons", "due", "given"], |record| {
            record.fact("persons", persons).fact("due", 1).fact("given", 1);
        })
    });
    assert_eq!(given, ["3", "3", "1.5", "0.2"]);
}

#[test]
fn nobody_to_report_and_nobody_due_gives_nothing() {
    let scale =
        json!({"ratio": {"part": "given", "whole": "due", "floor": {"of": "persons", "over": 5}, "target": 100}});
    let given = gives("3", &scale, &["persons", "due", "given"], |record| {
        record.fact("persons", 0).fact("due", 0).fact("given", 0);
    });
    assert_eq!(given, "0");
}

#[test]
fn half_worth_can_need_a_reception_day() {
    // nothing received: without a reception day 0, with one half of 4
    let scale = scale(|scale| scale["unstated"] = json!({"worth": "half", "needs": "days"}));
    let given = [0, 1].map(|days| {
        gives("4", &scale, &["received", "answered", "days"], |record| {
            record.fact("received", 0).fact("answered", 0).fact("days", days);
        })
    });
    assert_eq!(given, ["0", "2"]);
}

#[test]
fn a_share_stays_open_until_all_numbers_are_there_that_can_change_it() {
    let scale = scale(|scale| scale["unstated"] = json!({"worth": "half", "needs": "days"}));
    // What is missing to the floor counts half only with a reception day; with 12 nothing is missing.
    let given = [11, 12].map(|number| {
        gives("4", &scale, &["received", "answered", "days"], |record| {
            record.fact("received", number).fact("answered", number);
        })
    });
    assert_eq!(given, ["open", "4"]);
}

/// Levels 0, 2.5 and 5 that give half at 0 received, if there was a reception day.
fn register(received: u64, days: u64, level: Option<u8>) -> String {
    let levels = [0, 250, 500].map(|points| json!({"points": points, "words": {"zh": "档"}}));
    let nothing = json!({"fact": "received", "worth": "half", "needs": "days"});
    let scale = json!({"levels": {"levels": levels, "nothing": nothing}});
    gives("5", &scale, &["received", "days"], |record| {
        record.fact("received", received).fact("days", days);
        if let Some(level) = level {
            record.level("X", level);
        }
    })
}

#[test]
fn with_nothing_to_register_a_level_gives_half_whatever_was_chosen() {
    let given = [None, Some(0), Some(1), Some(2)].map(|level| register(0, 1, level));
    assert_eq!(given, ["2.5", "2.5", "2.5", "2.5"]);
}

#[test]
fn with_nothing_to_register_and_no_reception_day_a_level_gives_nothing() {
    assert_eq!(register(0, 0, Some(2)), "0");
}

#[test]
fn with_one_to_register_the_chosen_level_counts() {
    let given = [0, 1, 2].map(|level| register(1, 1, Some(level)));
    assert_eq!(given, ["0", "2.5", "5"]);
}

#[test]
fn with_one_to_register_and_no_level_chosen_the_item_is_open() {
    assert_eq!(register(1, 1, None), "open");
}
