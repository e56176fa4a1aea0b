//! What a county's year needs of a standard: the period that counts, who scores and to whom it goes, what every visit
//! looks at, stars that wait for a visit, and how much is answered before any are shown.

use crate::common::broken::{room as room_with, station as station_with, words};
use crate::common::{Fill, changed, full, issued, reissued, room, station};
use serde_json::{Value, json};
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::record::Record;
use xingzhan::model::scoring::score::{Findings, Score, Stars, Truth};
use xingzhan::model::scoring::staircase::staircase;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::receiver::Way;
use xingzhan::model::standard::words::{Lang, Words};

fn line(standard: &Standard, stars: Stars) -> Option<String> {
    stars.line(standard).map(|line| line.id.to_string())
}

fn visited(standard: &Standard, visited: Option<bool>) -> Option<String> {
    let findings = Findings { visited, ..Findings::default() };
    let score = Score::with(standard, &full(standard), &findings);
    assert_eq!(score.worst, score.best);
    line(standard, score.worst)
}

// What was decided about the built-in standards.

#[test]
fn both_standards_count_from_december_to_november() {
    let days = [station(), room()].map(|standard| standard.period.map(|period| (period.from, period.to)));
    let day = |text| xingzhan::model::date::CivilDate::parse(text).expect("a day");
    assert_eq!(days, [Some((day("2025-12-01"), day("2026-11-30"))); 2]);
}

#[test]
fn a_station_that_receives_each_month_has_twelve_days_within_the_period() {
    let period = station().period.expect("a period");
    let months = (0..24_u16).filter_map(|month| {
        let (year, month) = (2025 + month / 12, u8::try_from(month % 12 + 1).expect("a month"));
        xingzhan::model::date::CivilDate::new(year, month, 15)
    });
    assert_eq!(months.filter(|day| (period.from..=period.to).contains(day)).count(), 12);
}

#[test]
fn a_station_is_scored_by_itself_and_the_county_and_a_room_by_its_township_too() {
    let ids = |standard: &Standard| standard.assessors.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
    assert_eq!([ids(station()).join(" "), ids(room()).join(" ")], ["self county", "self township county"]);
    let steps = |standard: &Standard| standard.cycle.iter().filter_map(|step| step.by.clone()).count();
    assert_eq!([steps(station()), steps(room())], [2, 3]);
}

#[test]
fn a_station_goes_to_the_county_by_mail_and_a_room_to_its_township_in_a_chat() {
    assert_eq!(station().receiver.ways, [Way::Mail]);
    assert_eq!(room().receiver.ways, [Way::Chat, Way::Stick, Way::Mail]);
    assert_eq!((station().receiver.called(Lang::Zh), room().receiver.called(Lang::Zh)), ("县里", "乡镇（街道）"));
    assert!(room().deadline < station().deadline, "the township still has to look at its rooms");
}

#[test]
fn every_visit_looks_at_five_to_eight_items() {
    for standard in [station(), room()] {
        let many = standard.items().filter(|item| item.must_check).count();
        assert!((5..=8).contains(&many), "{many}");
    }
}

#[test]
fn no_help_of_a_number_speaks_of_the_calendar_year() {
    for fact in [station(), room()].iter().flat_map(|standard| &standard.facts) {
        let said: Vec<&str> = fact.help.iter().flat_map(Words::all).collect();
        let within = said.iter().filter(|help| help.contains("统计期") || help.contains("period")).count();
        assert!(said.iter().all(|help| !help.contains("1月至12月") && !help.contains("January")), "{said:?}");
        assert!(fact.in_period == (within > 0) || fact.id.as_str() == "satisfied", "{}", fact.id);
    }
}

// A visit.

#[test]
fn five_stars_of_a_room_wait_for_a_visit_and_the_estimate_does_not_fall() {
    assert_eq!(visited(room(), None).as_deref(), Some("5"));
    assert_eq!(visited(room(), Some(true)).as_deref(), Some("5"));
    assert_eq!(visited(room(), Some(false)).as_deref(), Some("4"));
    assert_eq!(visited(station(), Some(false)).as_deref(), Some("5"), "no line of a station asks for it");
}

#[test]
fn that_stars_wait_for_a_visit_is_said_beside_them() {
    let said = |standard: &Standard, record: &Record| {
        let score = Score::of(standard, record);
        (i18n::awaits_visit(text(Lang::Zh), standard, &score), i18n::stars_in_words(text(Lang::Zh), standard, &score))
    };
    let (below, beside) = said(room(), &full(room()));
    assert_eq!(below.as_deref(), Some("五星须经现场核实，由县里安排；这里按已核实预估。"));
    assert_eq!(beside, "★★★★★ 五星（五星须经现场核实）");
    let four = changed(room(), |record| _ = record.fact("reception_days", 3));
    assert_eq!(said(room(), &four), (None, "★★★★ 四星".to_owned()));
    assert_eq!(said(station(), &full(station())).0, None);
}

#[test]
fn the_staircase_names_the_visit_that_the_next_line_needs() {
    let record = changed(room(), |record| _ = record.fact("reception_days", 3));
    let score = Score::of(room(), &record);
    let step = staircase(room(), &score).next.expect("five stars are ahead");
    assert!(step.needs.iter().any(|(at, state)| *at == 0 && *state == Truth::Open), "{:?}", step.needs);
    let mut draft = crate::common::example();
    (draft.standard, draft.record) = (room().clone(), record);
    let needs = i18n::needs(text(Lang::Zh), &draft, &score, &step);
    assert!(needs.iter().any(|need| need.contains("经现场核实")), "{needs:?}");
}

#[test]
fn a_visit_is_asked_for_by_star_lines_alone() {
    let place = "gates[V1].when";
    assert_eq!(station_with("/gates/V1/when", json!("visited")), [format!("{place}: does not belong here")]);
    let any = json!({"any": ["visited"]});
    assert_eq!(station_with("/lines/5/needs/0", any), ["lines[5].needs[0].any[0]: does not belong here"]);
    assert_eq!(station_with("/lines/5/needs/-", json!("visited")), Vec::<String>::new());
}

// How much is answered.

fn with_share(percent: u64) -> IssuedStandard {
    reissued(station(), |value| value["answered_for_stars"] = json!(percent))
}

#[test]
fn the_standard_says_how_much_is_answered_before_stars_are_shown() {
    let shown = |percent: u64, unanswered: usize| {
        let standard = with_share(percent);
        let open: Vec<String> = standard
            .scored()
            .filter(|item| item.scale == xingzhan::model::standard::scale::Scale::YesNo)
            .map(|item| item.id.to_string())
            .take(unanswered)
            .collect();
        let record = changed(&standard, |record| {
            for id in &open {
                record.choose(id, None);
            }
        });
        let score = Score::of(&standard, &record);
        (score.shows_stars(), score.answers_until_stars())
    };
    // 49 items: 100 percent are 49, 98 are 48.02 and so 49, 97 are 48, 80 are 40
    assert_eq!(
        [(100, 1), (98, 1), (97, 1), (80, 9)].map(|(percent, open)| shown(percent, open)),
        [(false, 1), (false, 1), (true, 0), (true, 0)]
    );
    assert_eq!(shown(80, 10), (false, 1));
}

#[test]
fn a_share_outside_one_to_a_hundred_is_refused() {
    for percent in [json!(0), json!(101), json!(336), json!("80")] {
        let told = station_with("/answered_for_stars", percent.clone());
        assert!(told.len() == 1 && told[0].starts_with("answered_for_stars: "), "{percent}: {told:?}");
    }
    assert_eq!(station_with("/answered_for_stars", Value::Null), Vec::<String>::new());
}

// What an author can get wrong.

#[test]
fn the_period_ends_before_the_unit_rates_itself() {
    let told = station_with("/period/to", json!("2026-12-10"));
    assert_eq!(told, ["cycle[0].date: does not lie after 2026-12-10", "deadline: does not lie after 2026-12-10"]);
    assert_eq!(station_with("/period/to", json!("2026-12-09")), Vec::<String>::new());
    assert_eq!(station_with("/period/from", json!("2026-12-01")), ["period.to: does not lie after 2026-12-01"]);
    let of_the_county = station_with("/cycle/1/date", json!("2026-06-30"));
    assert_eq!(of_the_county, Vec::<String>::new(), "others may come during the year");
}

#[test]
fn a_standard_that_counts_within_a_period_names_it() {
    assert_eq!(room_with("/period", Value::Null), ["period: must not be empty"]);
}

#[test]
fn marks_of_the_year_are_refused_where_they_mean_nothing() {
    for (place, value, told) in [
        ("/facts/persons/in_period", json!(true), "facts[persons].in_period: persons is a derived fact"),
        ("/texts/T1/must_check", json!(true), "texts[T1].must_check: does not belong here"),
        ("/cycle/0/by", json!("city"), "cycle[0].by: there is no city"),
        ("/receiver/ways", json!([]), "receiver.ways: must not be empty"),
        ("/receiver/ways", json!(["chat", "mail", "chat"]), "receiver.ways: chat stands twice"),
    ] {
        assert_eq!(station_with(place, value), [told]);
    }
    let mut called = words();
    called["en"] = json!(" ");
    assert_eq!(station_with("/receiver/called", called), ["receiver.called: no words in en"]);
}

#[test]
fn what_stands_on_one_page_has_to_fit_there() {
    assert!(room().one_page && !station().one_page);
    assert_eq!(station_with("/one_page", json!(true)), Vec::<String>::new());
    let mut value: Value = serde_json::from_str(station().text()).expect("JSON");
    let text = value["texts"][0].clone();
    for number in 0..3 {
        let mut text = text.clone();
        text["id"] = json!(format!("U{number}"));
        value["texts"].as_array_mut().expect("texts").push(text);
    }
    value["one_page"] = json!(true);
    // 49 items, 4 of the bonus, 8 texts
    assert_eq!(crate::common::broken::told(&value), ["one_page: more than 60 entries"]);
}

// A standard that says nothing of all this.

#[test]
fn a_standard_that_names_no_year_of_its_own_asks_for_four_fifths_and_goes_by_mail() {
    let standard = crate::common::read(&crate::common::fixture("formats/standard-1.json"));
    assert_eq!((standard.period, standard.one_page), (None, false));
    assert_eq!(standard.answered_for_stars.of(100), 80);
    assert_eq!(standard.receiver.ways, [Way::Mail]);
    assert_eq!(standard.receiver.called(Lang::Zh), standard.receiver.office.get(Lang::Zh));
    assert_eq!(i18n::period_line(text(Lang::Zh), &standard), "");
}

#[test]
fn a_standard_of_format_1_with_its_year_opens_with_everything_in_it() {
    let written = crate::common::fixture("formats/standard-1-year.json");
    let standard = crate::common::read(&written);
    // By serde's derived reader, which shares no line with ours.
    let expected: Standard = serde_json::from_str(&written).expect("a standard");
    assert_eq!(*standard, expected);
    assert_eq!(issued(&standard).text(), written, "nothing of it is left out");
    assert_eq!((standard.one_page, standard.answered_for_stars.of(10)), (true, 7));
    assert_eq!(standard.receiver.ways, [Way::Stick, Way::Chat, Way::Mail]);
    assert!(standard.lines[0].needs[0].is_visit());
    assert!(standard.facts[0].in_period && standard.items().all(|item| item.in_period && item.must_check));
}
