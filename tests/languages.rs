//! The languages of a standard: any that it brings are kept, also those that the program does not speak, and there is
//! always something to show.

use crate::common::broken::{station as station_with, told};
use crate::common::{digest, fact, item, read, reissued, station, words};
use serde_json::{Value, json};
use xingzhan::i18n::{fault, text};
use xingzhan::model::files::json::canonical;
use xingzhan::model::problem::{Fault, Problem};
use xingzhan::model::standard::library::BUILT_IN;
use xingzhan::model::standard::words::{Lang, LangTag};

/// What is told of a standard whose title is this.
fn title(value: Value) -> Vec<String> {
    station_with("/title", value)
}

#[test]
fn words_come_in_the_language_of_the_screens_then_in_those_of_the_program_then_in_that_of_the_first_tag() {
    let all = [("bo", "བོད"), ("en", "English"), ("ug", "ئۇيغۇر"), ("zh", "中文")];
    let without = |tags: &[&str]| {
        let left: Vec<_> = all.into_iter().filter(|(tag, _)| !tags.contains(tag)).collect();
        words(&left)
    };
    for (missing, in_chinese, in_english) in [
        (&[][..], "中文", "English"),
        (&["zh"], "English", "English"),
        (&["en"], "中文", "中文"),
        (&["zh", "en"], "བོད", "བོད"),
        (&["zh", "en", "bo"], "ئۇيغۇر", "ئۇيغۇر"),
        (&["zh", "en", "bo", "ug"], "", ""),
    ] {
        let words = without(missing);
        assert_eq!((words.get(Lang::Zh), words.get(Lang::En)), (in_chinese, in_english), "without {missing:?}");
    }
}

#[test]
fn a_language_that_the_program_does_not_speak_is_kept_written_again_and_digested() {
    let with = |said: &'static str| {
        reissued(station(), move |value| {
            value["sections"][0]["items"][0]["words"]["bo"] = json!(said);
            value["facts"][0]["words"]["zh-hant"] = json!("繁體");
        })
    };
    let one = with("བོད");
    let (asked, counted) = (&one.sections[0].items[0], &one.facts[0]);
    assert_eq!(asked.words.all().collect::<Vec<_>>()[0], "བོད", "bo stands before en");
    assert_eq!(counted.words.all().last(), Some("繁體"), "zh-hant stands after zh");
    assert!(one.text().contains(r#""bo":"བོད""#));
    assert_eq!(canonical(&asked.words), canonical(&serde_json::from_str::<Value>(&canonical(&asked.words)).unwrap()));
    assert!(canonical(&asked.words).starts_with(r#"{"bo":"བོད","en":"#), "written in the order of the tags");
    assert_ne!(digest(&one, &asked.id), digest(station(), &asked.id), "who changes it asks something else");
    assert_ne!(digest(&one, &asked.id), digest(&with("གཞན"), &asked.id));
    assert_ne!(one.digested_fact(&fact(counted.id.as_str())), station().digested_fact(&fact(counted.id.as_str())));
    assert_eq!(digest(&one, &item("A2")), digest(station(), &item("A2")), "what was not touched asks the same");
    assert_eq!(read(one.text()), one);
}

#[test]
fn words_of_today_are_written_with_the_same_bytes_as_before() {
    for text in BUILT_IN {
        let issued: Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(read(text).text(), serde_json::to_string(&issued).expect("JSON"));
    }
    assert_eq!(canonical(&words(&[("zh", "字"), ("en", "word")])), r#"{"en":"word","zh":"字"}"#);
    assert_eq!(canonical(&words(&[])), "{}");
}

#[test]
fn a_tag_is_a_short_one_of_bcp_47_in_lower_case() {
    for good in ["zh", "en", "bo", "ug", "iii", "zh-hant", "mn-mong-cn", "de-1996", "sl-x-a1", "qps", "ab-12345678"] {
        assert_eq!(LangTag::try_from(good).map(|tag| tag.to_string()), Ok(good.to_owned()));
    }
    let longest = "zh-12345678-12345678-12345678-12345"; // 35
    assert!(longest.len() == 35 && LangTag::try_from(longest).is_ok());
    for bad in [
        "",
        "z",
        "-",
        "zh-",
        "-zh",
        "zh--hant",
        "ZH",
        "Zh",
        "zh-Hant",
        "zh_hant",
        "zh hant",
        " zh",
        "1zh",
        "z1",
        "x-one",
        "toolongone",
        "zh-123456789",
        "中文",
        "zh\n",
        "zh\u{0}",
        "constructor",
        "__proto__",
        "toString",
        "hasOwnProperty",
        "zh-12345678-12345678-12345678-123456",
    ] {
        assert!(LangTag::try_from(bad).is_err(), "{bad:?}");
        let said = title(json!({"zh": "字", "en": "word", bad: "x"}));
        // No key of any file has signs that are not ASCII.
        let expected = if bad.is_ascii() {
            format!("title.{bad}: not a language tag in lower case, such as zh, bo, zh-hant")
        } else {
            "title: a key that is not ASCII".to_owned()
        };
        assert_eq!(said, [expected]);
    }
}

#[test]
fn a_tag_twice_or_something_else_than_a_text_is_told_with_its_place() {
    let twice = BUILT_IN[0].replacen(r#""title":"#, r#""title": {"zh": "一", "zh": "二"}, "was":"#, 1);
    assert_ne!(twice, BUILT_IN[0]);
    assert_eq!(told_of(&twice), [r#"title: the key "zh" stands twice"#]);
    assert_eq!(title(json!({"zh": "字", "en": null})), ["title.en: invalid type: null, expected a string"]);
    assert_eq!(title(json!({"zh": "字", "en": "a", "bo": 1})), ["title.bo: invalid type: number 1, expected a string"]);
    assert_eq!(title(json!(["zh", "字"])), ["title: invalid type: a list, expected an object"]);
}

fn told_of(text: &str) -> Vec<String> {
    let refused = xingzhan::model::standard::issued::IssuedStandard::read(text).expect_err("it is refused");
    refused.iter().map(ToString::to_string).collect()
}

#[test]
fn more_languages_than_any_standard_needs_are_refused() {
    let many = |most: usize| {
        let tags = (0..most).map(|number| (format!("zh-{number}"), json!("字")));
        tags.collect::<serde_json::Map<_, _>>()
    };
    let with = |most: usize| {
        let mut said = many(most - 2);
        said.extend([("zh".to_owned(), json!("字")), ("en".to_owned(), json!("word"))]);
        title(Value::Object(said))
    };
    assert_eq!(with(100), Vec::<String>::new());
    assert_eq!(with(101), ["title: more than 100 languages"]);
    let claimed: Vec<String> = many(101).into_iter().map(|(tag, _)| tag).collect();
    assert_eq!(station_with("/languages", json!(claimed)), ["languages: more than 100 entries"]);
}

#[test]
fn what_a_standard_claims_is_held_against_its_words_in_any_language() {
    let mut standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
    standard["languages"] = json!(["zh", "en", "bo"]);
    let said = told(&standard);
    assert!(said.len() > 200 && said.iter().all(|line| line.ends_with(": no words in bo")), "{said:#?}");
    assert!(said.contains(&"sections[A].items[A1].words: no words in bo".to_owned()));
    standard["languages"] = json!(["zh", "zh"]);
    assert_eq!(told(&standard), ["languages: zh stands twice"]);
    standard["languages"] = json!(["zh", "EN"]);
    assert_eq!(told(&standard), ["languages[1]: not a language tag in lower case, such as zh, bo, zh-hant"]);
}

#[test]
fn a_standard_in_one_language_that_the_program_does_not_speak_is_shown_in_it() {
    fn only_bo(value: &mut Value) {
        match value {
            Value::Object(object) => {
                if object.remove("en").is_some()
                    && let Some(Value::String(said)) = object.remove("zh")
                {
                    object.insert("bo".to_owned(), json!(format!("བོད {said}")));
                }
                object.values_mut().for_each(only_bo);
            }
            Value::Array(list) => list.iter_mut().for_each(only_bo),
            _ => {}
        }
    }
    let standard = reissued(station(), |value| {
        only_bo(value);
        value["languages"] = json!(["bo"]);
    });
    for lang in Lang::ALL {
        assert!(standard.title.get(lang).starts_with("བོད "));
        assert!(standard.items().all(|item| item.words.get(lang).starts_with("བོད ")));
    }
}

#[test]
fn the_missing_words_are_told_in_the_language_that_is_meant() {
    let missing = |tag: &str| Problem::at("title", Fault::NoWords(LangTag::try_from(tag).expect("a tag")));
    let said = |lang: Lang, tag: &str| fault(text(lang), &missing(tag));
    assert_eq!(said(Lang::Zh, "zh"), "title：缺中文。");
    assert_eq!(said(Lang::Zh, "bo"), "title：缺“bo”这种语言的文字。");
    assert_eq!(said(Lang::En, "en"), "title: There are no words in English.");
    assert_eq!(said(Lang::En, "bo"), "title: There are no words in the language “bo”.");
}
