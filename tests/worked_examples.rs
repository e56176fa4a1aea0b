//! Two whole units, filled in from what is public of them and calculated by hand on a page beside their
//! answers. The first is the example that the application itself shows.

use crate::common::{Fill, fixture, item, room, station};
use std::collections::BTreeMap;
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::draft::example::{Example, built_in};
use xingzhan::model::scoring::score::{Score, Truth};
use xingzhan::model::scoring::staircase::staircase;
use xingzhan::model::scoring::tags::totals;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::points::Range;
use xingzhan::model::standard::words::Lang;

/// An example, its standard, and the page on which it was calculated.
struct Worked {
    standard: &'static Standard,
    example: Example,
    page: Page,
}

/// The last cell of every row of a page's tables, by the first, under the heading of the table.
type Page = BTreeMap<String, BTreeMap<String, String>>;

fn page(text: &str) -> Page {
    let mut page = Page::new();
    let mut heading = String::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            title.clone_into(&mut heading);
        } else if let Some(row) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) {
            let cells: Vec<&str> = row.split(" | ").collect();
            let (first, last) = (cells[0].to_owned(), cells[cells.len() - 1].to_owned());
            page.entry(heading.clone()).or_default().insert(first, last);
        }
    }
    for table in page.values_mut() {
        table.retain(|first, _| !["item", "section", "tag", "what"].contains(&first.as_str()));
    }
    page
}

fn lidun() -> Worked {
    Worked { standard: station(), example: built_in().expect("an example"), page: page(&fixture("examples/lidun.md")) }
}

fn longquan() -> Worked {
    Worked {
        standard: room(),
        example: serde_json::from_str(&fixture("examples/longquan.json")).expect("an example"),
        page: page(&fixture("examples/longquan.md")),
    }
}

impl Worked {
    fn score(&self) -> Score {
        Score::of(self.standard, &self.example.record)
    }

    fn by_hand(&self, what: &str) -> &str {
        &self.page["Result"][what]
    }
}

/// As the page writes it: one number, or nothing that the page could say.
fn written(range: Range) -> String {
    range.settled().map_or_else(|| format!("{} to {}", range.low, range.high), |points| points.to_string())
}

fn items(worked: &Worked) -> BTreeMap<String, String> {
    worked.score().items.iter().map(|item| (item.id.to_string(), written(item.range))).collect()
}

fn sections(worked: &Worked) -> BTreeMap<String, String> {
    worked.score().sections.iter().map(|(id, range)| (id.to_string(), written(*range))).collect()
}

fn pillars(worked: &Worked) -> BTreeMap<String, String> {
    let schemes = totals(worked.standard, &worked.score());
    let pillar = schemes.iter().find(|scheme| scheme.id.as_str() == "pillar").expect("建/管/用");
    pillar.tags.iter().map(|tag| (tag.id.to_string(), written(tag.won))).collect()
}

fn list(ids: Vec<String>) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

fn gates(worked: &Worked) -> String {
    let score = worked.score();
    list(score.gates.iter().filter(|(_, fires)| *fires != Truth::No).map(|(id, _)| id.to_string()).collect())
}

fn lamps_out(worked: &Worked) -> String {
    let schemes = totals(worked.standard, &worked.score());
    let nine = schemes.iter().find(|scheme| scheme.id.as_str() == "nine").expect("九有");
    list(nine.tags.iter().filter(|tag| tag.lamp != Truth::Yes).map(|tag| tag.id.to_string()).collect())
}

fn stars(worked: &Worked) -> Option<String> {
    crate::common::line(worked.standard, &worked.example.record)
}

fn missing(worked: &Worked) -> Option<String> {
    staircase(worked.standard, &worked.score()).next.map(|step| step.points.to_string())
}

/// What in an example does not fit its standard, contradicts itself or is left open.
fn faults(worked: &Worked) -> Vec<String> {
    let Example { unit, posts, record, declaration } = &worked.example;
    let mut problems = record.problems(worked.standard);
    problems.extend(unit.problems("unit"));
    problems.extend(posts.problems("posts"));
    problems.extend(declaration.problems("declaration"));
    let clashes = record.facts.clashes(worked.standard);
    let open = worked.score().items.into_iter().filter(xingzhan::model::scoring::item_score::ItemScore::is_open);
    let lacks = |id| {
        let answer = record.answers.get(id);
        worked.standard.item(id).is_some_and(|item| answer.is_some_and(|answer| answer.lacks_note(item)))
    };
    let notes = worked.standard.items().filter(|item| lacks(&item.id));
    problems
        .iter()
        .map(ToString::to_string)
        .chain(clashes.iter().map(|clash| format!("{} over {}", clash.fact, clash.than)))
        .chain(open.map(|item| format!("{} is open", item.id)))
        .chain(notes.map(|item| format!("{} lacks its note", item.id)))
        .collect()
}

#[test]
fn the_station_of_lidun_is_filled_in_completely_and_without_contradiction() {
    assert_eq!(faults(&lidun()), Vec::<String>::new());
}

#[test]
fn every_item_of_lidun_gives_what_was_calculated_by_hand() {
    assert_eq!(items(&lidun()), lidun().page["Items"]);
}

#[test]
fn every_section_of_lidun_gives_what_was_calculated_by_hand() {
    assert_eq!(sections(&lidun()), lidun().page["Sections"]);
}

#[test]
fn build_manage_and_use_of_lidun_give_what_was_calculated_by_hand() {
    assert_eq!(pillars(&lidun()), lidun().page["Tags"]);
}

#[test]
fn lidun_has_85_5_points_as_calculated_by_hand() {
    assert_eq!((written(lidun().score().total).as_str(), lidun().by_hand("total")), ("85.5", "85.5"));
}

#[test]
fn lidun_has_a_bonus_of_3_5_as_calculated_by_hand() {
    assert_eq!((written(lidun().score().bonus).as_str(), lidun().by_hand("bonus")), ("3.5", "3.5"));
}

#[test]
fn no_gate_fires_for_lidun() {
    assert_eq!(gates(&lidun()), lidun().by_hand("gates"));
}

#[test]
fn lidun_gets_four_stars() {
    assert_eq!((stars(&lidun()).as_deref(), lidun().by_hand("stars")), (Some("4"), "4"));
}

#[test]
fn lidun_lacks_4_5_points_to_the_next_line() {
    assert_eq!(missing(&lidun()).as_deref(), Some(lidun().by_hand("missing to the next line")));
}

#[test]
fn the_lamp_of_the_information_board_is_out_in_lidun() {
    assert_eq!(lamps_out(&lidun()), lidun().by_hand("lamps that are out"));
}

#[test]
fn the_staircase_of_lidun_names_the_reception_day_that_is_missing() {
    // needs of the line: section G, reception days, reply rate; 11 days are one short of 12
    let step = staircase(station(), &lidun().score()).next.expect("five stars are still ahead");
    assert_eq!((step.line.as_str(), step.needs, step.gates), ("5", vec![(1, Truth::No)], vec![]));
}

#[test]
fn the_staircase_of_lidun_begins_with_the_most_points_for_the_least_effort() {
    // a whole point each: effort 1 C5 E3 H7, effort 2 B2 C3 F2 F5 I4 I5, effort 3 A5; then 0.9 G7 and so on
    let gains = staircase(station(), &lidun().score()).gains;
    let order: Vec<&str> = gains.iter().map(|gain| gain.item.as_str()).collect();
    let by_hand = [
        "C5", "E3", "H7", "B2", "C3", "F2", "F5", "I4", "I5", "A5", "G7", "I8", "G8", "G5", "G4", "I1", "F3", "I2",
        "E5", "G2",
    ];
    assert_eq!(order, by_hand);
}

#[test]
fn the_village_point_of_longquan_is_filled_in_completely_and_without_contradiction() {
    assert_eq!(faults(&longquan()), Vec::<String>::new());
}

#[test]
fn every_item_of_longquan_gives_what_was_calculated_by_hand() {
    assert_eq!(items(&longquan()), longquan().page["Items"]);
}

#[test]
fn every_section_of_longquan_gives_what_was_calculated_by_hand() {
    assert_eq!(sections(&longquan()), longquan().page["Sections"]);
}

#[test]
fn build_manage_and_use_of_longquan_give_what_was_calculated_by_hand() {
    assert_eq!(pillars(&longquan()), longquan().page["Tags"]);
}

#[test]
fn longquan_has_84_2_points_as_calculated_by_hand() {
    assert_eq!((written(longquan().score().total).as_str(), longquan().by_hand("total")), ("84.2", "84.2"));
}

#[test]
fn longquan_has_a_bonus_of_1_as_calculated_by_hand() {
    assert_eq!((written(longquan().score().bonus).as_str(), longquan().by_hand("bonus")), ("1", "1"));
}

#[test]
fn no_gate_fires_for_longquan() {
    assert_eq!(gates(&longquan()), longquan().by_hand("gates"));
}

#[test]
fn longquan_gets_four_stars() {
    assert_eq!((stars(&longquan()).as_deref(), longquan().by_hand("stars")), (Some("4"), "4"));
}

#[test]
fn longquan_lacks_5_8_points_to_the_next_line() {
    assert_eq!(missing(&longquan()).as_deref(), Some(longquan().by_hand("missing to the next line")));
}

#[test]
fn every_lamp_is_lit_in_longquan() {
    assert_eq!(lamps_out(&longquan()), longquan().by_hand("lamps that are out"));
}

#[test]
fn an_answer_names_what_is_asked_elsewhere_as_the_one_number_that_it_is() {
    let Worked { standard, example, .. } = lidun();
    let said = |id: &str| i18n::answer(text(Lang::Zh), standard, standard.item(&item(id)).unwrap(), &example.record);
    assert_eq!(said("G1").unwrap(), "代表总人数 70 名；编入本站的代表 70 名");
    assert!(
        said("F1").unwrap().starts_with("省人大代表 0 名；市人大代表 0 名；"),
        "where they are asked they are told"
    );
}

#[test]
fn english_reasons_count_one_as_one() {
    let Worked { standard, example, .. } = lidun();
    let score = Score::of(standard, &example.record);
    let mut twice = example.record.clone();
    twice.number("J3", 2);
    let twice = Score::of(standard, &twice);
    let of = |score: &Score, id: &str| {
        let (one, rated) = (standard.item(&item(id)).unwrap(), score.item(&item(id)).unwrap());
        i18n::why(text(Lang::En), standard, one, &rated.why)
    };
    let why = |id: &str| of(&score, id);
    assert!(why("C5").ends_with("gives 1 point"), "{}", why("C5"));
    assert!(why("A4").ends_with("gives 2 points"), "{}", why("A4"));
    assert!(why("J3").starts_with("Once: "), "{}", why("J3"));
    assert!(of(&twice, "J3").starts_with("2 times: "), "{}", of(&twice, "J3"));
}
