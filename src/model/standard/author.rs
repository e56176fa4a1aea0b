//! Where in a standard something is wrong, as its author knows the place: the twelfth item, C3, instead of
//! `sections[2].items[1]`.

use crate::model::problem::{PartKind, Problem, StandardPart};
use serde_json::Value;

/// What is wrong with the file of a standard, each with the part of it in which it is.
pub(in crate::model) fn located(standard: &Value, problems: Vec<Problem>) -> Vec<Problem> {
    let with_part = |problem: Problem| Problem { part: Some(Box::new(part_of(standard, &problem.place))), ..problem };
    problems.into_iter().map(with_part).collect()
}

fn part_of(standard: &Value, place: &str) -> StandardPart {
    let whole = || StandardPart { of: PartKind::Whole, number: 0, id: String::new(), rest: place.to_owned() };
    let Some((list, at, rest)) = entry(place) else { return whole() };
    let found = standard.get(list).and_then(|list| list.get(at));
    let part = |of, number: usize, found: Option<&Value>, rest: &str| StandardPart {
        of,
        number: number.saturating_add(1),
        id: found.and_then(|found| found.get("id")?.as_str()).unwrap_or_default().chars().take(40).collect(),
        rest: rest.to_owned(),
    };
    match list {
        "sections" => match entry(rest) {
            Some(("items", nth, rest)) => {
                let sections = standard.get(list).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                let before = sections.iter().take(at).map(|section| items(section).map_or(0, Vec::len)).sum::<usize>();
                let item = found.and_then(items).and_then(|items| items.get(nth));
                part(PartKind::Item, before.saturating_add(nth), item, rest)
            }
            _ => part(PartKind::Section, at, found, rest),
        },
        "bonus.items" => {
            let item = standard.get("bonus").and_then(items).and_then(|items| items.get(at));
            part(PartKind::Bonus, at, item, rest)
        }
        "texts" => part(PartKind::Text, at, found, rest),
        "facts" => part(PartKind::Fact, at, found, rest),
        "gates" => part(PartKind::Gate, at, found, rest),
        "lines" => part(PartKind::Line, at, found, rest),
        "schemes" => part(PartKind::Scheme, at, found, rest),
        _ => whole(),
    }
}

fn items(of: &Value) -> Option<&Vec<Value>> {
    of.get("items")?.as_array()
}

/// `sections[2].items[1].points` as `sections`, 2 and `items[1].points`; nothing where no list is named first.
fn entry(place: &str) -> Option<(&str, usize, &str)> {
    let (list, after) = place.split_once('[')?;
    let (number, rest) = after.split_once(']')?;
    Some((list, number.parse().ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::problem::Fault;
    use crate::model::standard::library::BUILT_IN;

    fn part(place: &str) -> (PartKind, usize, String, String) {
        let standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
        let found = located(&standard, vec![Problem::at(place, Fault::NothingHere)]);
        let part = *found[0].part.clone().expect("a part");
        (part.of, part.number, part.id, part.rest)
    }

    #[test]
    fn every_place_of_a_standard_is_named_by_its_part_and_counted_over_the_whole() {
        let standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
        let (before, nth) = (standard["sections"][0]["items"].as_array().expect("items").len(), 1);
        for (place, of, number, id, rest) in [
            ("title", PartKind::Whole, 0, "", "title"),
            ("", PartKind::Whole, 0, "", ""),
            ("receiver.mailbox", PartKind::Whole, 0, "", "receiver.mailbox"),
            ("sections[1]", PartKind::Section, 2, "B", ""),
            ("sections[1].items[1].scale.points", PartKind::Item, before + nth + 1, "B2", "scale.points"),
            ("bonus.items[0].words", PartKind::Bonus, 1, "J1", "words"),
            ("texts[0].words", PartKind::Text, 1, "T1", "words"),
            ("gates[0].when", PartKind::Gate, 1, "V1", "when"),
            ("lines[0].needs[2]", PartKind::Line, 1, "3", "needs[2]"),
            ("schemes[1].tags[0].items", PartKind::Scheme, 2, "nine", "tags[0].items"),
            ("cycle[1]", PartKind::Whole, 0, "", "cycle[1]"),
        ] {
            assert_eq!(part(place), (of, number, id.to_owned(), rest.to_owned()), "{place}");
        }
    }

    #[test]
    fn a_place_beyond_what_is_there_is_counted_all_the_same() {
        assert_eq!(part("gates[99].when").1, 100);
        assert_eq!(part("sections[99].items[0]").2, "");
    }
}
