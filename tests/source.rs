//! Rules about the source that the compiler cannot know.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push(entry);
        }
    }
}

/// Lines of the source that hold one of these words, outside of the files with these names.
fn holding(words: &[&str], but: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    sources(Path::new("src"), &mut all);
    assert!(all.len() > 100, "the source is where it is looked for");
    let mut lines = Vec::new();
    for path in all.iter().filter(|path| !but.iter().any(|name| path.ends_with(name))) {
        let text = fs::read_to_string(path).unwrap_or_default();
        assert!(!text.is_empty(), "{} cannot be read", path.display());
        let wrong = text.lines().filter(|line| words.iter().any(|word| line.contains(word)));
        lines.extend(wrong.map(|line| format!("{}: {}", path.display(), line.trim())));
    }
    lines
}

/// What is not named there is not compiled, and would not be missed.
#[test]
fn every_file_of_tests_is_part_of_the_one_program() {
    let named = fs::read_to_string("tests/native.rs").unwrap_or_default();
    let mut lost = Vec::new();
    for entry in fs::read_dir("tests").into_iter().flatten().flatten().map(|entry| entry.path()) {
        let has_sources = entry.extension().is_some_and(|ending| ending == "rs") || entry.join("mod.rs").is_file();
        let name = entry.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if has_sources && name != "native" && !named.contains(&format!("mod {name};")) {
            lost.push(name);
        }
    }
    assert_eq!(lost, Vec::<String>::new());
    assert!(named.contains("mod source;"), "what is looked for is found where it is named");
}

#[test]
fn a_value_is_written_into_a_field_by_the_fields_alone() {
    let allowed = ["src/components/form/fields.rs"];
    let none: Vec<String> = Vec::new();
    assert_eq!(holding(&["prop:value", "bind:value", "bind:checked", "set_value(&"], &allowed), none);
    assert!(!holding(&["prop:value"], &[]).is_empty(), "what is looked for is found where it may stand");
}

/// A language is a folder of sentences and a line in each of two lists.
#[test]
fn no_language_is_told_apart_but_in_the_lists_of_languages() {
    let none: Vec<String> = Vec::new();
    let lists = ["src/model/standard/words.rs", "src/i18n.rs", "src/i18n/zh/text.rs", "src/i18n/en/text.rs"];
    assert_eq!(holding(&["Lang::Zh", "Lang::En", "if zh", "crate::i18n::en", "crate::i18n::zh"], &lists), none);
    assert!(!holding(&["Lang::Zh"], &[]).is_empty(), "what is looked for is found where it may stand");
}

/// Each kind of thing that the library sorts brings its own sort into what is loaded, some 4 KB.
#[test]
fn there_is_one_sort_for_all_kinds_of_things() {
    let (none, own) = (Vec::<String>::new(), ["src/model/sorting.rs", "src/model/standard/item_number.rs"]);
    assert_eq!(holding(&[".sort(", ".sort_by", ".sort_unstable", "::sort("], &own), none);
    assert!(!holding(&[".sort_by("], &[]).is_empty(), "what is looked for is found where it may stand");
}

/// What to look at on a visit is for the office alone: no sheet, mail or file for others is made of it.
#[test]
fn hints_are_made_for_the_page_of_the_office_and_for_nothing_else() {
    let own =
        ["src/i18n/sum_tables.rs", "src/i18n/hints.rs", "src/model/review/hints.rs", "src/pages/review/summary.rs"];
    let none: Vec<String> = Vec::new();
    assert_eq!(holding(&["hint_table(", "review::hints::", " hints(", " hint("], &own), none);
    assert!(!holding(&["hint_table("], &[]).is_empty(), "what is looked for is found where it may stand");
}

#[test]
fn no_markup_is_made_of_text_and_no_style_stands_in_the_page() {
    let none: Vec<String> = Vec::new();
    assert_eq!(holding(&["inner_html", "style=", "style:"], &[]), none);
}

#[test]
fn every_part_that_asks_for_what_stands_around_it_says_so_when_it_is_not_there() {
    let none: Vec<String> = Vec::new();
    // These know what to do without: the language before the first page, a page outside of a draft, an item without a list.
    let know = ["src/components.rs", "src/components/frame/update.rs", "src/components/item/evidence.rs"];
    assert_eq!(holding(&["use_context"], &know), none);
}

/// Features are united over everything that a build compiles: what a dependency asks for, the program gets.
#[test]
fn nothing_asks_serde_json_for_what_would_change_the_canonical_form() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--locked",
            "-p",
            "xingzhan",
            "-e",
            "normal,features",
            "-i",
            "serde_json",
            "--target",
        ])
        .arg("wasm32-unknown-unknown")
        .output()
        .expect("cargo tells what it would build");
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    assert!(tree.contains("serde_json feature \"raw_value\""), "what is looked for is found: {tree}");
    for feature in ["preserve_order", "arbitrary_precision", "float_roundtrip", "unbounded_depth"] {
        assert!(!tree.contains(&format!("serde_json feature \"{feature}\"")), "{feature}: {tree}");
    }
}
