//! The county takes in a township's bundle: at its own lines, once, and later only what is new.

use crate::common::review::{Township, Window, column, entered_fact, line, listed, not_sent, township, unit, who};
use crate::common::{fact, item, library, points, room, time};
use xingzhan::model::review::act::Act;
use xingzhan::model::review::assessment::Assessment;
use xingzhan::model::review::bundle::{Bundle, BundledUnit};
use xingzhan::model::review::entered_record::EnteredRecord;
use xingzhan::model::review::ids::{NameKey, UnitId};
use xingzhan::model::review::judged::Correction;
use xingzhan::model::review::judgements::Judgements;
use xingzhan::model::review::log::Holds;
use xingzhan::model::review::open_bundle::OpenedBundle;
use xingzhan::model::review::same_name::{LinesByName, key_of, matched, same_names, taken_off};
use xingzhan::model::review::take_bundle::{BundleActs, BundledPlace};
use xingzhan::model::review::units::ReviewUnits;

fn opened(township: &Township) -> OpenedBundle {
    Bundle::read(&township.bundle(1).expect("a bundle").written(), library()).expect("opens")
}

/// The county with lines of its own for the first three rooms.
fn county() -> Window {
    let mut county = Window::new(3);
    county.maker.set_who(who("county", "县办"));
    for (number, name) in [(101, "王庄村代表联络室"), (102, "李庄村联络室"), (103, "张庄村联络室")]
    {
        county.decide(listed(number, name));
    }
    county
}

/// The county's line for a room, as a person picked it.
fn place_of(bundled: &BundledUnit) -> BundledPlace {
    match bundled.village.as_str() {
        "王庄村" => BundledPlace::Line(unit(101), name_of(bundled)),
        "李庄村" => BundledPlace::Line(unit(102), name_of(bundled)),
        "张庄村" => BundledPlace::Line(unit(103), name_of(bundled)),
        _ => BundledPlace::Waits(name_of(bundled)),
    }
}

fn name_of(bundled: &BundledUnit) -> NameKey {
    NameKey::try_from(format!("room/柳林镇/{}/{}", bundled.village, bundled.name)).expect("a name")
}

/// Takes it in; returns how many entries that made.
fn take_in(county: &mut Window, before: Option<&OpenedBundle>, opened: &OpenedBundle) -> usize {
    let many = county.log.len();
    let BundleActs { acts, beside, .. } = BundleActs::of(opened, before, &county.log, &place_of, &[]);
    county.maker.decide_beside(&mut county.log, acts, beside, &who("township", "柳林镇"), &time());
    county.log.len() - many
}

#[test]
fn the_county_has_at_its_own_lines_what_the_township_typed_and_judged() {
    let (mut county, township) = (county(), township());
    let opened = opened(&township);
    assert_eq!(BundleActs::of(&opened, None, &county.log, &place_of, &[]).waiting, ["赵庄村联络室"]);
    take_in(&mut county, None, &opened);
    let typed = EnteredRecord::of(&county.log, unit(103));
    assert_eq!((&typed.record, typed.typed), (&township.record(3), 2));
    for (bundled, line) in opened.bundle.sealed.units.iter().zip([101, 102, 103]) {
        let judged = Judgements::up_to(&county.log, unit(line), room(), &column("township"));
        let record = opened.record(bundled).expect("a record");
        assert_eq!(Some(Assessment::of(room(), &record, &judged)), opened.assessment(bundled));
    }
    assert!(county.log.places_of(unit(104)).next().is_none());
}

#[test]
fn the_same_bundle_again_changes_nothing_and_a_later_one_brings_what_is_new() {
    let (mut county, mut township) = (county(), township());
    // Four at its lines; of the fourth room, which it does not know, why it sent nothing, and the name that this waits under.
    let first = opened(&township);
    assert_eq!(take_in(&mut county, None, &first), 6);
    assert_eq!(take_in(&mut county, Some(&first), &first), 0);
    township.judge(2, "G4", Correction::Points(points("0.5")));
    township.window.decide(entered_fact(3, "policy_talks", 1));
    assert_eq!(take_in(&mut county, Some(&first), &opened(&township)), 2);
}

#[test]
fn what_the_township_took_back_is_taken_back() {
    let (mut county, mut township) = (county(), township());
    let first = opened(&township);
    take_in(&mut county, None, &first);
    township.window.decide(Act::Assessed { unit: unit(1), column: column("township"), item: item("B3"), value: None });
    township.window.decide(Act::EnteredFact { unit: unit(3), fact: fact("reception_days"), value: None });
    // The county's own column and its own word on a unit that sends nothing are another matter.
    let Act::Assessed { value, item, .. } = crate::common::review::assessed(
        101,
        "C1",
        crate::common::review::no_claim(),
        Correction::Points(points("1")),
        "看过",
    ) else {
        panic!("a judgement")
    };
    county.decide(Act::Assessed { unit: unit(101), column: column("county"), item, value });
    // Beside these two the answer that is left, which rests on another paper and day than both together did.
    assert_eq!(take_in(&mut county, Some(&first), &opened(&township)), 3);
    assert!(Judgements::of(&county.log, unit(101), &column("township")).is_empty());
    assert!(!Judgements::of(&county.log, unit(101), &column("county")).is_empty());
    assert_eq!(EnteredRecord::of(&county.log, unit(103)).typed, 1);
}

#[test]
fn why_a_unit_sent_nothing_is_known_until_it_sends() {
    let (mut county, mut township) = (county(), township());
    township.window.decide(Act::EnteredFact { unit: unit(3), fact: fact("reception_days"), value: None });
    let b3 = item("B3");
    township.window.decide(Act::EnteredAnswer { unit: unit(3), item: b3.clone(), value: None });
    township.window.decide(Act::Assessed { unit: unit(3), column: column("township"), item: b3, value: None });
    township.window.decide(not_sent(3, "停用"));
    let first = opened(&township);
    take_in(&mut county, None, &first);
    let units = |county: &Window| ReviewUnits::of(&county.log);
    assert_eq!(units(&county).unit(unit(103)).expect("a unit").not_sent.as_deref(), Some("停用"));
    township.window.decide(entered_fact(3, "reception_days", 2));
    take_in(&mut county, Some(&first), &opened(&township));
    assert_eq!(units(&county).unit(unit(103)).expect("a unit").not_sent, None);
}

/// Takes in a bundle of which the county has no line for the third room, which the township typed.
fn waits() -> (Window, OpenedBundle, NameKey) {
    let (mut county, township) = (county(), township());
    let opened = opened(&township);
    let third = &opened.bundle.sealed.units[2];
    let name = name_of(third);
    let all_but_third = |bundled: &BundledUnit| match place_of(bundled) {
        BundledPlace::Line(line, _) if line == unit(103) => BundledPlace::Waits(name_of(bundled)),
        place => place,
    };
    let taken = BundleActs::of(&opened, None, &county.log, &all_but_third, &[]);
    assert_eq!(taken.waiting, [third.name.as_str(), "赵庄村联络室"]);
    county.decide_all(taken.acts);
    let made = county.log.len();
    county.decide_all(BundleActs::of(&opened, Some(&opened), &county.log, &all_but_third, &[]).acts);
    assert_eq!(county.log.len(), made, "the same again changes nothing");
    (county, opened, name)
}

fn waiting(county: &Window) -> Vec<NameKey> {
    ReviewUnits::of(&county.log).waiting_names.into_iter().map(|(name, _)| name).collect()
}

fn is_whole(county: &Window, opened: &OpenedBundle, line: UnitId) {
    let third = &opened.bundle.sealed.units[2];
    assert_eq!(EnteredRecord::of(&county.log, line).record, opened.record(third).expect("a record"));
    let judged = Judgements::up_to(&county.log, line, room(), &column("township"));
    let record = opened.record(third).expect("a record");
    assert_eq!(Some(Assessment::of(room(), &record, &judged)), opened.assessment(third));
}

#[test]
fn what_was_typed_of_a_unit_without_a_line_waits_until_a_person_picks_one() {
    let (mut county, opened, name) = waits();
    let units = ReviewUnits::of(&county.log);
    assert_eq!(waiting(&county), [name.clone(), name_of(&opened.bundle.sealed.units[3])]);
    assert!(units.units.iter().all(|unit| !unit.entered), "it is in no table");
    let acts = matched(&name, unit(103), &county.log);
    county.decide_all(acts);
    is_whole(&county, &opened, unit(103));
    assert_eq!(waiting(&county), [name_of(&opened.bundle.sealed.units[3])]);
    let left = county.log.places_of(UnitId::of_name(&name)).filter(|place| county.log.value(place) != Holds::Nothing);
    assert_eq!(left.count(), 0);
    let before = county.log.len();
    take_in(&mut county, Some(&opened), &opened);
    assert_eq!(county.log.len(), before, "and the same bundle changes nothing there");
}

#[test]
fn what_waits_is_given_to_a_line_that_is_added_with_its_name() {
    let (mut county, opened, name) = waits();
    let mut lines = LinesByName::default();
    let mut added = line("张庄村联络室");
    added.township = "柳林镇".to_owned();
    added.village = "张庄村".to_owned();
    lines.add(unit(104), &added, &str::to_owned);
    county.decide(Act::Unit { unit: unit(104), value: Some(added.into()) });
    let acts = same_names(&ReviewUnits::of(&county.log), &lines, &county.log, &|_| None);
    county.decide_all(acts);
    assert_eq!(county.log.value(&Act::Matched { name, value: None }.place()).acts().count(), 1);
    is_whole(&county, &opened, unit(104));
}

#[test]
fn what_was_typed_for_a_line_that_is_taken_off_waits_and_is_there_when_it_is_written_once_more() {
    let (mut county, township) = (county(), township());
    let opened = opened(&township);
    take_in(&mut county, None, &opened);
    let mut gone = line("张庄村联络室");
    gone.township = "柳林镇".to_owned();
    let name = key_of(&gone, &str::to_owned).expect("a name");
    // Of one that shares its name, nobody knows whose it would be then.
    assert_eq!(taken_off(unit(103), None, &county.log).len(), 1);
    let step = county.decide_all(taken_off(unit(103), Some(name.clone()), &county.log));
    assert!(waiting(&county).contains(&name));
    county.undo(step);
    assert!(!waiting(&county).contains(&name));
    county.decide_all(taken_off(unit(103), Some(name.clone()), &county.log));
    let mut again = LinesByName::default();
    again.add(unit(105), &gone, &str::to_owned);
    county.decide(Act::Unit { unit: unit(105), value: Some(gone.into()) });
    let acts = same_names(&ReviewUnits::of(&county.log), &again, &county.log, &|_| None);
    county.decide_all(acts);
    is_whole(&county, &opened, unit(105));
    assert!(!waiting(&county).contains(&name));
    // Of a line for which nothing was said nothing waits.
    county.decide(listed(106, "空室"));
    assert_eq!(taken_off(unit(106), Some(name), &county.log).len(), 1);
}

#[test]
fn what_a_later_bundle_does_not_say_any_more_waits_no_longer() {
    let (mut county, opened, name) = waits();
    let waiting_units = |county: &Window| {
        ReviewUnits::of(&county.log).waiting_names.into_iter().map(|(_, unit)| unit).collect::<Vec<_>>()
    };
    assert!(waiting_units(&county).contains(&UnitId::of_name(&name)));
    // By now the county has a line for the third room, which the bundle finds: nothing of it waits beside that.
    let taken = BundleActs::of(&opened, Some(&opened), &county.log, &place_of, &waiting_units(&county));
    county.decide_all(taken.acts);
    is_whole(&county, &opened, unit(103));
    assert!(!waiting(&county).contains(&name));
    assert!(waiting(&county).contains(&name_of(&opened.bundle.sealed.units[3])), "what it says of others waits on");
}

#[test]
fn what_waits_never_replaces_by_itself_what_its_line_says() {
    let (mut county, opened, name) = waits();
    let mut third = line("张庄村联络室");
    (third.township, third.village) = ("柳林镇".to_owned(), "张庄村".to_owned());
    let mut lines = LinesByName::default();
    lines.add(unit(103), &third, &str::to_owned);
    county.decide(Act::EnteredFact { unit: unit(103), fact: fact("reception_days"), value: None });
    let mut own = entered_fact(103, "reception_days", 77);
    let same = |county: &Window| same_names(&ReviewUnits::of(&county.log), &lines, &county.log, &|_| None);
    assert!(!same(&county).is_empty());
    county.decide(own.clone());
    assert!(same(&county).is_empty(), "a person decides");
    own = own.emptied();
    county.decide(own);
    county.decide_all(same(&county));
    is_whole(&county, &opened, unit(103));
    assert!(!waiting(&county).contains(&name));
}

#[test]
fn a_name_that_stands_for_another_line_goes_on_standing_for_it() {
    let mut county = county();
    let name = name_of(&opened(&township()).bundle.sealed.units[2]);
    county.decide(Act::Matched { name: name.clone(), value: Some(unit(101)) });
    county.decide(entered_fact(103, "reception_days", 2));
    assert_eq!(taken_off(unit(103), Some(name), &county.log), [Act::Unit { unit: unit(103), value: None }]);
}

#[test]
fn what_the_county_decided_since_stays_unless_the_township_changed_it_too() {
    let (mut county, mut township) = (county(), township());
    // Before the first bundle, of a room of which the bundle says nothing there.
    county.decide(entered_fact(102, "policy_talks", 5));
    let first = opened(&township);
    take_in(&mut county, None, &first);
    let fact_of =
        |county: &Window, unit: UnitId, id: &str| EnteredRecord::of(&county.log, unit).record.facts.asked(&fact(id));
    let of = |number: u64| crate::common::count(number);
    assert_eq!(fact_of(&county, unit(102), "policy_talks"), Some(of(5)), "nobody else said anything there");
    let said = fact_of(&county, unit(103), "reception_days");
    county.decide(entered_fact(103, "reception_days", 7));
    county.decide(entered_fact(103, "policy_talks", 8));
    // The same file comes once more, with all others of the folder.
    assert_eq!(take_in(&mut county, Some(&first), &first), 0);
    assert_eq!(fact_of(&county, unit(103), "reception_days"), Some(of(7)));
    // The township adds another number, of another day: what it did not change stays.
    township.window.decide(entered_fact(3, "files_kept", 4));
    let second = opened(&township);
    take_in(&mut county, Some(&first), &second);
    assert_eq!(fact_of(&county, unit(103), "files_kept"), Some(of(4)));
    assert_eq!((said.is_some(), fact_of(&county, unit(103), "reception_days")), (true, Some(of(7))));
    assert_eq!(fact_of(&county, unit(103), "policy_talks"), Some(of(8)));
    assert_eq!(county.log.clashes().len(), 0);
    // And one that the county has changed: a person decides between them, and sees whose they are.
    township.window.decide(entered_fact(3, "reception_days", 9));
    let step = county.maker.next();
    take_in(&mut county, Some(&second), &opened(&township));
    let [place] = county.log.clashes().try_into().expect("one");
    let Holds::Clash(entries) = county.log.value(place) else { panic!("a clash") };
    assert!(entries.iter().any(|entry| entry.by.name == "柳林镇"));
    county.undo(step);
    assert_eq!((county.log.clashes().len(), fact_of(&county, unit(103), "reception_days")), (0, Some(of(7))));
}

#[test]
fn what_was_typed_of_a_unit_that_the_township_has_no_longer_is_taken_back() {
    let (mut county, mut township) = (county(), township());
    let first = opened(&township);
    take_in(&mut county, None, &first);
    assert_eq!(EnteredRecord::of(&county.log, unit(103)).typed, 2);
    township.window.decide(Act::Unit { unit: unit(3), value: None });
    take_in(&mut county, Some(&first), &opened(&township));
    assert_eq!(EnteredRecord::of(&county.log, unit(103)).typed, 0);
    assert_eq!(county.log.clashes().len(), 0);
}
