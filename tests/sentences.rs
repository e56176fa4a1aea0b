//! Every sentence that a person reads, as it stands in the source and in the standards: also those that no page shows
//! before something goes wrong. What pages make of them is looked at in a browser (`walk` of the browser tests).

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Chinese characters and signs.
fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3002}' | '\u{ff01}'..='\u{ff1f}')
}

/// Whether a western sign stands at a Chinese one.
fn has_western_signs(sentence: &str) -> bool {
    let characters: Vec<char> = sentence.chars().collect();
    (1..characters.len()).any(|at| {
        let beside = [Some(&characters[at - 1]), characters.get(at + 1)];
        matches!(characters[at], ',' | ';' | ':' | '?' | '!')
            && beside.into_iter().flatten().any(|character| is_han(*character))
    })
}

/// What a clerk must not read: words of the program, and a value as programs write it.
fn is_nobodys(sentence: &str) -> bool {
    ["undefined", "null", "NaN", "JSON", "Schema", "SHA", "digest", "Some(", ":?}"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// Every text between quotes in a source, with what is put into it left out; comments are none.
fn sentences(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut characters = source.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '/' if characters.peek() == Some(&'/') => {
                while characters.next_if(|character| *character != '\n').is_some() {}
            }
            // A sign by itself may be a quote; a lifetime has no second one.
            '\'' => {
                let one = characters.next();
                if one == Some('\\') {
                    characters.next();
                }
                characters.next_if_eq(&'\'');
            }
            '"' => {
                let mut text = String::new();
                while let Some(character) = characters.next_if(|character| *character != '"') {
                    match character {
                        // A line that goes on in the next, or a character that is written otherwise.
                        '\\' => match characters.next() {
                            Some('\n') => while characters.next_if(|character| character.is_whitespace()).is_some() {},
                            Some('n') => text.push('\n'),
                            other => text.extend(other),
                        },
                        character => text.push(character),
                    }
                }
                characters.next();
                found.push(text);
            }
            _ => {}
        }
    }
    found
}

/// The sources of all texts, by their paths below `src/i18n`.
fn sources() -> Vec<(String, String)> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                below(&entry.path(), found);
            } else {
                found.push(entry.path());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n");
    let mut files = Vec::new();
    below(&root, &mut files);
    let named = |file: &PathBuf| {
        let name = file.strip_prefix(&root).expect("below it").display().to_string();
        (name, fs::read_to_string(file).expect("a source"))
    };
    files.iter().map(named).collect()
}

/// Every place of the standards with words in two languages: where it is, the Chinese and the English.
fn words() -> Vec<(String, String, Option<String>)> {
    fn collect(place: &str, value: &Value, found: &mut Vec<(String, String, Option<String>)>) {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(zh)) = object.get("zh") {
                    let en = object.get("en").and_then(Value::as_str).map(str::to_owned);
                    found.push((place.to_owned(), zh.clone(), en));
                }
                object.iter().for_each(|(key, value)| collect(&format!("{place}/{key}"), value, found));
            }
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(at, value)| collect(&format!("{place}/{at}"), value, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for name in ["station", "room"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("standards/{name}.json"));
        let standard = fs::read_to_string(file).expect("a standard");
        collect(name, &serde_json::from_str(&standard).expect("JSON"), &mut found);
    }
    found
}

#[test]
fn every_sentence_of_the_program_is_written_for_those_who_read_it() {
    let (mut wrong, mut chinese, mut english) = (Vec::new(), 0, 0);
    for (file, source) in sources() {
        let is_english = file.starts_with("en/");
        for sentence in sentences(&source) {
            // A language calls itself by its own name; English names what Chinese files are called.
            let has_han = sentence.replace("“自评申报”", "").contains(is_han);
            chinese += usize::from(has_han);
            english += usize::from(is_english);
            if (is_english && has_han) || has_western_signs(&sentence) || is_nobodys(&sentence) {
                wrong.push(format!("{file}: {sentence}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(chinese > 500 && english > 300, "{chinese}, {english}");
}

/// Whether a text is more than signs, what is put in, and the name of something in a file.
fn says_something(text: &str) -> bool {
    let mut depth = 0;
    let outside = text.chars().filter(|character| {
        depth += i32::from(*character == '{') - i32::from(*character == '}');
        depth == 0 && *character != '}'
    });
    let said: String = outside.collect();
    let letters = |word: &str| word.chars().filter(|character| character.is_alphabetic()).count();
    said.contains(is_han) || said.split_whitespace().filter(|word| letters(word) > 1).count() > 1
}

#[test]
fn a_sentence_stands_in_the_folder_of_its_language_alone() {
    let mut wrong = Vec::new();
    let (mut folders, mut topics) = (BTreeMap::<String, BTreeSet<String>>::new(), 0);
    for (file, source) in sources() {
        if let Some((language, name)) = file.split_once('/') {
            folders.entry(language.to_owned()).or_default().insert(name.to_owned());
        } else {
            topics += 1;
            let source: Vec<&str> = source.lines().filter(|line| !line.starts_with("#![")).collect();
            let said = sentences(&source.join("\n")).into_iter().filter(|text| says_something(text));
            wrong.extend(said.map(|text| format!("{file}: {text}")));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(topics > 20, "{topics} topics");
    // Each language has the same files.
    assert_eq!(folders["zh"], folders["en"]);
    assert_eq!(folders.keys().collect::<Vec<_>>(), ["en", "zh"]);
    assert!(says_something("已保存") && says_something("Saved here {n}") && !says_something("{item} {words} · {what}"));
    assert!(!says_something("application/json") && !says_something(" (unless {x})"));
}

#[test]
fn every_sentence_of_the_built_in_standards_is_in_both_languages_and_well_written() {
    let words = words();
    let wrong: Vec<_> = words
        .iter()
        .filter(|(_, zh, en)| {
            let english = en.as_deref().unwrap_or_default();
            !zh.contains(is_han)
                || has_western_signs(zh)
                || is_nobodys(zh)
                || english.is_empty()
                || english.contains(is_han)
                || is_nobodys(english)
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(words.len() > 200, "{}", words.len());
}

#[test]
fn a_wrong_sentence_is_found_wherever_it_stands() {
    let source =
        "// \"没有,关系\"\nlet one = '\"'; let two = \"好的,走\\\n    吧\"; fn of<'a>() { \"完\" } \"a \\\"b\\\"\"";
    assert_eq!(sentences(source), ["好的,走吧", "完", "a \"b\""]);
    assert!(has_western_signs("好的,走吧") && !has_western_signs("好的，走吧") && !has_western_signs("12:30"));
    assert!(is_nobodys("{:?}") && is_nobodys("undefined") && !is_nobodys("{name}"));
}
