//! What was decided about the built-in standards, so that an edit of their thousand lines of data
//! cannot undo it unnoticed.

use crate::common::{Fill, fact, item, reissued, room, station};
use serde_json::json;
use std::collections::BTreeMap;
use xingzhan::model::scoring::item_score::ItemScore;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::scoring::tags::totals;
use xingzhan::model::standard::ids::{ItemId, TagId};
use xingzhan::model::standard::item::{Item, Number};
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::scale::Scale;
use xingzhan::model::standard::{Scheme, Standard};

fn sums(standard: &Standard) -> String {
    let sums: Vec<String> =
        standard.sections.iter().map(|section| format!("{} {}", section.id, section.points)).collect();
    sums.join(", ")
}

/// The ids of the items, scored, bonus and texts, for which something holds.
fn items(standard: &Standard, holds: impl Fn(&Item) -> bool) -> String {
    let ids: Vec<&str> = standard.items().filter(|item| holds(item)).map(|item| item.id.as_str()).collect();
    ids.join(" ")
}

fn scheme<'a>(standard: &'a Standard, id: &str) -> &'a Scheme {
    standard.schemes.iter().find(|scheme| scheme.id.as_str() == id).expect("a scheme")
}

/// How often each scored item stands in a scheme.
fn times<'a>(standard: &'a Standard, scheme: &'a Scheme) -> BTreeMap<&'a ItemId, usize> {
    let mut times: BTreeMap<&ItemId, usize> = standard.scored().map(|item| (&item.id, 0)).collect();
    for id in scheme.tags.iter().flat_map(|tag| &tag.items) {
        times.entry(id).and_modify(|times| *times += 1);
    }
    times
}

#[test]
fn a_station_has_49_scored_items_4_for_the_bonus_and_5_texts() {
    let counts = (station().scored().count(), station().bonus.items.len(), station().texts.len());
    assert_eq!(counts, (49, 4, 5));
}

#[test]
fn a_room_has_22_scored_items_3_for_the_bonus_and_2_texts() {
    assert_eq!((room().scored().count(), room().bonus.items.len(), room().texts.len()), (22, 3, 2));
}

#[test]
fn the_sections_of_a_station_add_up_to_a_hundred() {
    assert_eq!(sums(station()), "A 9, B 8, C 10, D 8, E 8, F 13, G 22, H 8, I 14");
}

#[test]
fn the_sections_of_a_room_add_up_to_a_hundred() {
    // A 4+2+3, B 8+4, C 8+4+3+4, D 6, E 6+4, F 4+6+5+5, G 5+5, H 4, I 5+2+3
    assert_eq!(sums(room()), "A 9, B 12, C 19, D 6, E 10, F 20, G 10, H 4, I 10");
}

#[test]
fn every_scored_item_has_exactly_one_of_build_manage_and_use() {
    for standard in [station(), room()] {
        let wrong: Vec<_> =
            times(standard, scheme(standard, "pillar")).into_iter().filter(|(_, times)| *times != 1).collect();
        assert_eq!(wrong, vec![]);
    }
}

#[test]
fn every_scored_item_has_exactly_one_of_the_five_requirements() {
    for standard in [station(), room()] {
        let wrong: Vec<_> =
            times(standard, scheme(standard, "five")).into_iter().filter(|(_, times)| *times != 1).collect();
        assert_eq!(wrong, vec![]);
    }
}

#[test]
fn build_manage_and_use_share_the_hundred_points() {
    // station 17+36+47, room 23+38+39, added up by hand from the items
    let shared = [station(), room()].map(|standard| {
        let schemes = totals(standard, &Score::of(standard, &crate::common::full(standard)));
        let pillar = schemes.into_iter().find(|scheme| scheme.id.as_str() == "pillar").expect("建/管/用");
        pillar.tags.iter().map(|tag| tag.points.to_string()).collect::<Vec<_>>()
    });
    assert_eq!(shared, [["17", "36", "47"], ["23", "38", "39"]]);
}

#[test]
fn a_full_record_lights_all_nine_lamps() {
    for standard in [station(), room()] {
        let schemes = totals(standard, &Score::of(standard, &crate::common::full(standard)));
        let nine = schemes.into_iter().find(|scheme| scheme.id.as_str() == "nine").expect("九有");
        let lit = nine.tags.iter().filter(|tag| tag.lamp == xingzhan::model::scoring::score::Truth::Yes).count();
        assert_eq!((lit, nine.tags.len()), (9, 9));
    }
}

#[test]
fn signs_and_boards_are_c4_and_h1_to_h7() {
    let ids = |id: &str| scheme(station(), id).tags[0].items.iter().map(ItemId::as_str).collect::<Vec<_>>();
    assert_eq!(ids("board"), ["C4", "H1", "H2", "H3", "H4", "H5", "H6", "H7"]);
}

#[test]
fn no_photo_is_taken_of_ledgers_with_names() {
    let off = [station(), room()].map(|standard| items(standard, |item| !item.photos));
    assert_eq!(off, ["F4 F5 I1 I8", "F4 F5 I1 I8"]);
}

#[test]
fn a_practice_and_a_case_need_a_note() {
    let noted = [station(), room()].map(|standard| items(standard, |item| item.note_required));
    assert_eq!(noted, ["A5 D3", "A5"]);
}

#[test]
fn only_the_pilots_and_the_six_boards_have_their_number_from_the_speech() {
    let speech = [station(), room()].map(|standard| items(standard, |item| item.source.number == Number::Speech));
    assert_eq!(speech, ["A6 H1 H2 H3 H4 H5 H6", ""]);
}

#[test]
fn each_reason_not_to_apply_is_allowed_where_it_was_decided() {
    let allowed =
        |reason: &str| items(station(), |item| item.not_applicable.iter().any(|allowed| allowed.as_str() == reason));
    let reasons = ["not_installed", "not_on_wall", "no_platform", "no_theme", "founded_late"].map(allowed);
    let decided = ["C4 H1 H2 H3 H4 H5 H6", "H1 H2 H3 H4 H5 H6", "I4", "A4 E4", "E1"];
    assert_eq!(reasons, decided);
}

#[test]
fn a_reason_that_the_county_switched_off_leaves_the_item_open() {
    let mut standard = Standard::clone(station());
    for reason in &mut standard.reasons {
        reason.on = false;
    }
    let mut record = crate::common::full(&standard);
    record.not_applicable("C4", "not_installed");
    let open = Score::of(&standard, &record).item(&item("C4")).map(ItemScore::is_open);
    assert_eq!(open, Some(true));
}

#[test]
fn every_count_but_the_rules_and_the_pilots_is_yearly() {
    let yearly = |item: &Item| matches!(&item.scale, Scale::Count(kind) if kind.per_year);
    let not = |item: &Item| matches!(&item.scale, Scale::Count(kind) if !kind.per_year);
    assert_eq!((items(station(), yearly).as_str(), items(station(), not).as_str()), ("A2 G3 G4 G6 G8", "A6 D1"));
}

#[test]
fn every_floor_but_the_reports_is_yearly() {
    let floored = |wanted: bool| {
        items(station(), |item| match &item.scale {
            Scale::Ratio(kind) => kind.floor.is_some() && kind.per_year == wanted,
            _ => false,
        })
    };
    let floors = [true, false].map(floored);
    assert_eq!(floors, ["E5 I1 I2 I8", "G7"]);
}

#[test]
fn only_a_room_has_half_for_what_nobody_brought() {
    let half = |item: &Item| match &item.scale {
        Scale::Ratio(kind) => kind.unstated.is_some(),
        Scale::Levels(kind) => kind.nothing.is_some(),
        _ => false,
    };
    assert_eq!([station(), room()].map(|standard| items(standard, half)), ["", "F4 F5 I1 I8"]);
}

#[test]
fn station_and_room_are_linked_by_their_family() {
    assert_eq!(station().family, room().family);
}

#[test]
fn only_a_room_asks_for_its_village() {
    assert_eq!((station().unit.village, room().unit.village), (false, true));
}

#[test]
fn every_tag_of_a_room_is_one_of_a_station() {
    let tags = |standard: &Standard| -> Vec<TagId> {
        standard.schemes.iter().flat_map(|scheme| &scheme.tags).map(|tag| tag.id.clone()).collect()
    };
    let station = tags(station());
    let own: Vec<TagId> = tags(room()).into_iter().filter(|tag| !station.contains(tag)).collect();
    assert_eq!(own, vec![]);
}

#[test]
fn a_number_used_by_many_items_is_asked_at_the_first_of_them() {
    let at = ["seats_county", "concerns_received", "reception_days"]
        .map(|id| station().asked_at(&fact(id)).map(|item| item.id.to_string()));
    assert_eq!(at, ["F1", "I1", "G4"].map(|id| Some(id.to_owned())));
}

#[test]
fn an_item_is_asked_for_the_parts_of_a_derived_number() {
    let first = station().item(&item("G1")).expect("G1");
    let asked: Vec<&str> = station().needs(first).iter().map(|fact| fact.id.as_str()).collect();
    let parts = ["seats_province", "seats_city", "seats_county", "seats_township", "seats_twice", "registered"];
    assert_eq!(asked, parts);
}

#[test]
fn the_year_stands_in_the_title_of_the_sheet() {
    let title = station().sheet_title(xingzhan::model::standard::words::Lang::Zh, 2027);
    assert!(title.starts_with("2027年度"), "{title}");
}

#[test]
fn a_standard_from_a_file_never_takes_the_place_of_a_built_in_one() {
    let mut library = StandardLibrary::built_in().expect("the built-in standards");
    let other = reissued(station(), |value| value["title"] = json!({"zh": "别的标准", "en": "Another"}));
    assert_eq!((&other.id, other.version), (&station().id, station().version));
    library.add(other);
    assert_eq!(library.find(station().reference()), Some(station()));
}

#[test]
fn the_same_standard_stands_on_the_shelf_once() {
    let mut library = StandardLibrary::built_in().expect("the built-in standards");
    library.add(station().clone());
    assert_eq!(library.iter().count(), 2);
}

#[test]
fn the_newest_version_of_a_standard_is_found() {
    let mut library = StandardLibrary::built_in().expect("the built-in standards");
    library.add(reissued(station(), |value| value["version"] = json!(7)));
    assert_eq!(library.newest(&station().id).map(|standard| standard.version), Some(7));
}
