//! An earlier year beside a draft: what is shown of it, what is taken over and by whom, and where it goes.

use crate::common::{example, fact, issued, item, reissued, station, time};
use serde_json::json;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::prior_answers::PriorYear;
use xingzhan::model::draft::prior_year::same_unit;
use xingzhan::model::files::json::canonical;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::record::facts::Count;
use xingzhan::model::record::unit::Unit;
use xingzhan::model::scoring::shown_score::ShownScore;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::standard::points::Points;
use xingzhan::model::standard::points::Range;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;

fn of(draft: &Draft) -> PriorYear {
    PriorYear::of(draft, ShownScore::of(&draft.standard, &draft.score()))
}

/// Last year's example beside an empty draft of this year.
fn beside() -> Draft {
    let mut last = example();
    last.year = 2025;
    let mut now = Draft::new(DraftId::try_from("d1").unwrap(), station().clone(), time());
    now.earlier = Some(of(&last));
    now
}

#[test]
fn every_item_that_was_answered_is_shown_in_words() {
    let draft = beside();
    let earlier = draft.earlier.as_ref().unwrap();
    for lang in Lang::ALL {
        let shown = |id: &str| i18n::beside(text(lang), &draft, earlier, draft.standard.item(&item(id)).unwrap());
        for one in draft.standard.items() {
            assert!(!shown(one.id.as_str()).is_empty(), "{}", one.id);
        }
        let level = draft.standard.item(&item("B2")).unwrap();
        let said = i18n::answer(text(lang), &example().standard, level, &example().record).unwrap();
        assert!(shown("B2").starts_with(&said), "{} does not begin with {said}", shown("B2"));
        assert!(shown("G4").contains("11"), "{}", shown("G4"));
    }
}

#[test]
fn nothing_of_it_counts_or_is_handed_over() {
    let (with, without) = (beside(), Draft { earlier: None, ..beside() });
    assert_eq!(with.score(), without.score());
    assert_eq!(with.record, without.record);
    let written = |draft: &Draft| Submission::of(draft, time()).written();
    assert_eq!(written(&with), written(&without));
}

#[test]
fn it_is_kept_with_the_draft() {
    let draft = beside();
    assert_eq!(Draft::read(&canonical(&draft)).unwrap(), draft);
    assert!(!canonical(&Draft { earlier: None, ..draft }).contains("\"earlier\":"));
}

#[test]
fn an_answer_is_taken_over_for_one_item_alone_and_without_what_showed_it() {
    let mut draft = beside();
    let one = draft.standard.item(&item("B2")).unwrap().clone();
    assert!(draft.may_reuse(&one));
    draft.reuse(&one);
    let answers: Vec<_> = draft.record.answers.iter().collect();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].1.choice, example().record.answers.choice(&one.id).cloned());
    assert!(answers[0].1.evidence.is_empty() && answers[0].1.note.is_empty());
    assert!(draft.record.facts.iter().next().is_none());
    assert!(!draft.may_reuse(&one), "it is said already");
    draft.choose(&one.id, Some(Choice::Level(0)));
    assert!(draft.may_reuse(&one), "something else is said now");
}

#[test]
fn of_numbers_those_are_taken_over_that_are_asked_there() {
    let mut draft = beside();
    let sharing = draft.standard.item(&item("G2")).unwrap().clone();
    draft.reuse(&sharing);
    let taken: Vec<_> = draft.record.facts.iter().map(|(id, count)| (id.clone(), count)).collect();
    assert_eq!(taken, [(fact("came"), Count::new(61).unwrap())], "persons are asked at F1");
}

#[test]
fn what_was_asked_otherwise_is_told_and_what_does_not_fit_is_not_offered() {
    let standard = reissued(station(), |standard| {
        standard["version"] = json!(station().version + 1);
        let words = json!({"zh": "字", "en": "Words"});
        let levels = json!([{"points": 0, "words": words}, {"points": 100, "words": words}]);
        standard["sections"][0]["items"][0]["scale"] = json!({"levels": {"levels": levels}});
    });
    let draft = Draft { standard, ..beside() };
    let changed = draft.standard.item(&item("A1")).unwrap();
    let earlier = draft.earlier.as_ref().unwrap();
    let asked = &earlier.answer(&changed.id).unwrap().asked;
    assert_ne!(asked.digest, crate::common::digest(&draft.standard, &changed.id));
    assert_eq!(asked.words, station().item(&changed.id).unwrap().words);
    assert!(!draft.may_reuse(changed));
    assert!(!i18n::beside(text(Lang::Zh), &draft, earlier, changed).is_empty(), "it is shown all the same");
}

#[test]
fn only_an_earlier_years_draft_of_a_version_of_the_same_standard_may_stand_there() {
    let now = beside();
    let year = |year| Draft { year, ..example() };
    assert!(year(now.year - 1).is_before(&now));
    assert!(!year(now.year).is_before(&now));
    let room = Draft { standard: crate::common::room().clone(), ..year(now.year - 1) };
    assert!(!room.is_before(&now));
}

#[test]
fn the_year_after_begins_with_the_unit_and_last_year_beside_it_and_nothing_answered() {
    let last = Draft { year: station().year - 1, ..example() };
    let id = || DraftId::try_from("d2").unwrap();
    let next = |last: &Draft, today| last.next_year(of(last), station().clone(), id(), time(), today);
    let begun = next(&last, last.year).unwrap();
    assert_eq!((begun.year, begun.revision), (station().year, 1));
    assert_eq!((&begun.unit, &begun.posts), (&last.unit, &last.posts));
    assert_eq!(begun.earlier, Some(of(&last)));
    assert_eq!(begun.record, Draft::new(id(), station().clone(), time()).record);
    assert_eq!(begun.declaration, Draft::new(id(), station().clone(), time()).declaration);
    assert_eq!(begun.problems(), Vec::new());
    // Where no newer standard is at hand the next year is the one that has come.
    let last = Draft { year: station().year, ..last };
    assert_eq!(next(&last, last.year), None);
    assert_eq!(next(&last, last.year + 1).unwrap().year, last.year + 1);
    let room = Draft { standard: crate::common::room().clone(), ..last };
    assert_eq!(next(&room, room.year + 1), None);
}

#[test]
fn the_standard_that_goes_on_is_the_latest_of_its_kind() {
    let mut library = StandardLibrary::built_in().unwrap();
    let newer =
        issued(&Standard { year: station().year + 1, version: station().version + 1, ..Standard::clone(station()) });
    assert_eq!(library.latest_of(&newer), Some(station()));
    library.add(newer.clone());
    assert_eq!(library.latest_of(station()), Some(&newer));
    assert_eq!(library.latest_of(crate::common::room()), Some(crate::common::room()));
}

#[test]
fn a_unit_is_the_same_by_its_code_or_else_by_its_names() {
    let unit = |code: &str, name: &str| Unit { code: code.into(), name: name.into(), ..Unit::default() };
    assert!(same_unit(&unit("", "柏城站"), &unit("X1", " 柏城站 ")));
    assert!(same_unit(&unit("X1", "柏城站"), &unit("X1", "柏城街道联络站")));
    assert!(!same_unit(&unit("X1", "柏城站"), &unit("X2", "柏城站")));
    assert!(!same_unit(&unit("", "柏城站"), &unit("", "柏亭站")));
}

#[test]
fn a_change_is_told_once_both_scores_are_settled() {
    let exact = |points| Range::exact(Points::hundredths(points));
    assert_eq!(i18n::change(exact(8550), exact(8200)), "+3.5");
    assert_eq!(i18n::change(exact(8200), exact(8550)), "−3.5");
    assert_eq!(i18n::change(exact(100), exact(100)), "0");
    assert_eq!(i18n::change(Range::up_to(Points::hundredths(100)), exact(100)), "");
}

#[test]
fn the_photos_of_an_earlier_year_stay_with_its_draft() {
    let mut last = example();
    last.add_photo(&item("A1"), crate::common::photo(1).0);
    assert!(last.record.photos().next().is_some());
    assert!(of(&last).said.iter().all(|left| left.photos().is_empty()));
}
