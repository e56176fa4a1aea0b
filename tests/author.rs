//! What is wrong with a county's standard is told to who writes it: by item and key, in words that say what to do.

use crate::common::broken::put;
use serde_json::{Value, json};
use xingzhan::i18n::{faults_in_words, text};
use xingzhan::model::files::parsed::open;
use xingzhan::model::standard::library::{BUILT_IN, StandardLibrary};
use xingzhan::model::standard::words::Lang;

fn told(bytes: &[u8], lang: Lang) -> Vec<String> {
    let problems = open(bytes, &StandardLibrary::default()).expect_err("refused");
    faults_in_words(text(lang), &problems)
}

/// What is told of the station's standard with these values changed; null takes one out.
fn changed(changes: &[(&str, Value)], lang: Lang) -> Vec<String> {
    let mut standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
    for (place, value) in changes {
        put(&mut standard, place, value.clone());
    }
    told(standard.to_string().as_bytes(), lang)
}

fn zh(place: &str, value: Value) -> Vec<String> {
    changed(&[(place, value)], Lang::Zh)
}

#[test]
fn a_key_that_is_missing_is_named_with_its_item() {
    let item = "/sections/C/items/C3";
    assert_eq!(zh(&format!("{item}/points"), Value::Null), ["第 11 项（C3）缺少“points（分值）”。"]);
    assert_eq!(changed(&[(&format!("{item}/points"), Value::Null)], Lang::En), ["Item 11 (C3): “points” is missing."]);
    assert_eq!(zh("/issuer", Value::Null), ["缺少“issuer（发布单位）”。"]);
    assert_eq!(
        zh("/sections/A/items/A4/scale/levels/levels", Value::Null),
        ["第 3 项（A4）的“scale（计分方式）”的“levels（档次）”缺少“levels（档次）”。"]
    );
    assert_eq!(zh("/gates/V1/words", Value::Null), ["否决与封顶第 1 条（V1）缺少“words（内容）”。"]);
    assert_eq!(zh("/bonus/items/J1/evidence", Value::Null), ["加分第 1 项（J1）缺少“evidence（佐证）”。"]);
}

#[test]
fn what_stands_in_the_wrong_form_is_told_with_what_to_write() {
    let points = "/sections/A/items/A1/points";
    let place = "第 1 项（A1）的“points（分值）”：";
    for (value, said) in [
        (json!("300"), "数字不加引号，请把“\"300\"”写成 300。"),
        (json!("三分"), "这里要写整数，不加引号。"),
        (json!(2.5), "要写整数，不能带小数点。分值以百分之一分为单位，2.5 分写 250。"),
        (json!(-1), "不能小于 0。"),
    ] {
        assert_eq!(zh(points, value), [format!("{place}{said}")]);
    }
    let misspelled = changed(&[(points, Value::Null), ("/sections/A/items/A1/pionts", json!(300))], Lang::Zh);
    assert_eq!(
        misspelled,
        ["第 1 项（A1）：“pionts”这个名称不认识，请看是否写错了。", "第 1 项（A1）缺少“points（分值）”。"]
    );
    assert_eq!(
        zh("/sections/A/items/A1/scale", json!("yes")),
        ["第 1 项（A1）的“scale（计分方式）”：“yes”不是可以用的写法，请对照默认标准里同样的地方。"]
    );
    assert_eq!(zh("/sections", json!({})), ["“sections（部分）”：这里要写一个列表，用方括号“[ ]”括起来。"]);
}

#[test]
fn one_language_that_is_missing_is_one_sentence() {
    let mut standard: Value = serde_json::from_str(BUILT_IN[0]).expect("JSON");
    without_english(&mut standard);
    let said = told(standard.to_string().as_bytes(), Lang::Zh);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("有 ") && said[0].contains("缺英文，如“title（标题）”"), "{}", said[0]);
    assert!(said[0].contains("删去“en”"), "{}", said[0]);
    // A single one is told where it stands.
    assert_eq!(zh("/sections/A/items/A1/words", json!({"zh": "字"})), ["第 1 项（A1）的“words（内容）”：缺英文。"]);
}

fn without_english(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.contains_key("zh") {
                object.remove("en");
            }
            object.values_mut().for_each(without_english);
        }
        Value::Array(list) => list.iter_mut().for_each(without_english),
        _ => {}
    }
}

#[test]
fn no_author_is_told_to_ask_for_another_file() {
    let whole = BUILT_IN[0];
    let at = whole.find("\"points\"").expect("points");
    let mut texts = vec![
        // A comma is missing; the end is missing; a key stands twice; a sign that no text holds.
        whole.replacen("\"points\"", "\"points\" \"points\"", 1),
        whole[..whole.len() * 9 / 10].to_owned(),
        whole.replacen("\"points\"", "\"points\": 100, \"points\"", 1),
        format!("{}\"\u{1}\": 1, {}", &whole[..at], &whole[at..]),
        whole.replacen("\"points\"", &format!("\"x\": {}, \"points\"", "[".repeat(200)), 1),
    ];
    for value in [json!(1.5), json!("1"), json!(null), json!([]), json!({"a": 1}), json!(true)] {
        let mut standard: Value = serde_json::from_str(whole).expect("JSON");
        for place in ["/year", "/title", "/sections/A/items", "/deadline", "/gates/V1/when"] {
            put(&mut standard, place, value.clone());
        }
        texts.push(standard.to_string());
    }
    for written in texts {
        for lang in Lang::ALL {
            let said = told(written.as_bytes(), lang);
            assert!(!said.is_empty());
            for sentence in said {
                for never in ["重新生成", "对方", "被改动", "make it again", "sender", "was changed"] {
                    assert!(!sentence.contains(never), "{sentence}");
                }
            }
        }
    }
}

#[test]
fn a_slip_in_the_brackets_is_told_by_line_and_character() {
    let whole = BUILT_IN[0];
    let broken = whole.replacen("\"points\":", "\"points\"", 1);
    let said = told(broken.as_bytes(), Lang::Zh);
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("第 ") && said[0].contains("逗号、引号或括号"), "{}", said[0]);
}
