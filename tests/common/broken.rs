//! Standards that are broken in one place, and what is told of them.

use serde_json::{Value, json};
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::BUILT_IN;

/// What is told of a standard, with the ids of what stands in its lists in place of their numbers.
pub fn told(value: &Value) -> Vec<String> {
    match IssuedStandard::read(&value.to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => {
            problems.iter().map(|problem| format!("{}: {}", named(value, &problem.place), problem.fault)).collect()
        }
    }
}

/// `sections[0].items[2].scale` as `sections[A].items[A4].scale`.
fn named(standard: &Value, place: &str) -> String {
    let mut here = standard;
    let mut steps = Vec::new();
    for step in place.replace('[', ".[").split('.') {
        let number = step.strip_prefix('[').and_then(|step| step.strip_suffix(']'));
        here = match number {
            Some(number) => &here[number.parse::<usize>().expect("a number")],
            None => &here[step],
        };
        let id = number.and(here["id"].as_str());
        steps.push(id.map_or_else(|| step.to_owned(), |id| format!("[{id}]")));
    }
    steps.join(".").replace(".[", "[")
}

/// What is told of the station's standard with one value changed.
pub fn station(place: &str, value: Value) -> Vec<String> {
    changed(BUILT_IN[0], place, value)
}

/// What is told of the room's standard with one value changed.
pub fn room(place: &str, value: Value) -> Vec<String> {
    changed(BUILT_IN[1], place, value)
}

fn changed(text: &str, place: &str, value: Value) -> Vec<String> {
    let mut standard: Value = serde_json::from_str(text).expect("JSON");
    put(&mut standard, place, value);
    told(&standard)
}

/// Puts a value at a place such as `/sections/A/items/A4/points`; `-` is one past the end of a list, and
/// null takes a value out.
pub fn put(standard: &mut Value, place: &str, value: Value) {
    let mut here = standard;
    let (parent, last) = place.rsplit_once('/').expect("a place");
    for step in parent.split('/').skip(1) {
        here = match here {
            Value::Array(list) => {
                let at = number(list, step);
                &mut list[at]
            }
            object => object.get_mut(step).unwrap_or_else(|| panic!("no {step} in {place}")),
        };
    }
    match here {
        Value::Object(object) if value.is_null() => _ = object.remove(last).expect(place),
        Value::Object(object) => _ = object.insert(last.to_owned(), value),
        Value::Array(list) if last == "-" => list.push(value),
        Value::Array(list) => {
            let at = number(list, last);
            list[at] = value;
        }
        _ => panic!("{place} leads into a value"),
    }
}

/// The place in a list of what has this id, or the number itself.
fn number(list: &[Value], id: &str) -> usize {
    let named = list.iter().position(|entry| entry["id"] == id);
    named.or_else(|| id.parse().ok()).unwrap_or_else(|| panic!("nothing has the id {id}"))
}

/// Words in both languages.
pub fn words() -> Value {
    json!({"zh": "字", "en": "word"})
}
