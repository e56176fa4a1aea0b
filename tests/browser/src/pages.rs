//! The places of the page.

use xingzhan::model::standard::Standard;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::BUILT_IN;

/// The places that belong to no draft, and one that does not exist.
pub const OUTSIDE: [(&str, &str); 6] = [
    ("home", "#/"),
    ("mine", "#/mine"),
    ("open", "#/open"),
    ("township", "#/township"),
    ("county", "#/county"),
    ("nowhere", "#/nowhere"),
];

/// The places of a draft, each with a short name.
pub fn of_draft(standard: &Standard, id: &str) -> Vec<(String, String)> {
    let place = |name: &str, path: &str| (name.to_owned(), format!("#/d/{id}{path}"));
    let mut places = vec![place("tasks", ""), place("basics", "/basics")];
    places
        .extend(standard.sections.iter().map(|section| place(section.id.as_str(), &section_path(section.id.as_str()))));
    places.extend(
        ["bonus", "texts", "check", "result", "head", "send", "earlier", "history"]
            .map(|name| place(name, &format!("/{name}"))),
    );
    places
        .extend(["approval", "points", "todo"].map(|name| place(&format!("print-{name}"), &format!("/print/{name}"))));
    places
}

/// Every place, with a draft.
pub fn all(standard: &Standard, id: &str) -> Vec<(String, String)> {
    let outside = OUTSIDE.map(|(name, place)| (name.to_owned(), place.to_owned()));
    let digest = IssuedStandard::read(BUILT_IN[0]).expect("a standard").reference().digest.clone();
    let read = ("standard".to_owned(), format!("#/standard/{}", digest.as_str()));
    outside.into_iter().chain([read]).chain(of_draft(standard, id)).collect()
}

fn section_path(section: &str) -> String {
    format!("/section/{section}")
}
