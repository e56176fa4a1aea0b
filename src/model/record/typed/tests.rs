//! What is read of a text that was typed or pasted, and what is not.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Result<Option<u32>, NotACount> {
    count(text, &["场次", "场", "次", "sessions"]).map(|count| count.map(Count::get))
}

#[test]
fn cells_and_lines_that_are_pasted_into_one_line_are_parted_by_spaces() {
    for (pasted, is) in [
        ("张三\t主席", "张三 主席"),
        ("张三\t\t主席\r\n", "张三 主席"),
        ("第一行\r\n第二行\n第三行", "第一行 第二行 第三行"),
        ("a\u{2028}b\u{b}c\u{85}d", "a b c d"),
        ("\t12\n", "12"),
        ("\n", ""),
    ] {
        assert_eq!(one_line(pasted, " ").as_deref(), Some(is), "{pasted:?}");
    }
    assert_eq!(one_line("一行 就是  一行", " "), None, "what is one line stays as it is");
}

#[test]
fn full_width_large_letters_and_what_nobody_sees_make_no_other_word_to_search_for() {
    for (text, is) in [
        ("ＡＢ１２", "ab12"),
        (" \u{feff}Ab\u{200b}１2\u{3000}", "ab12"),
        ("王庄\u{fe0f}室\u{7}", "王庄室"),
        ("王庄\u{3000}第１室", "王庄 第1室"),
        ("\u{2060}", ""),
    ] {
        assert_eq!(searched(text), is, "{text:?}");
    }
}

#[test]
fn two_numbers_that_are_pasted_into_the_field_of_one_are_never_read_as_one() {
    for (pasted, is) in
        [("3\n120", "3; 120"), ("3\t120\r\n", "3; 120"), ("１\n２３４", "１; ２３４"), ("2\n026", "2; 026")]
    {
        let line = one_line(pasted, NUMBERS_APART).expect("parts");
        assert_eq!(line, is);
        assert_eq!((read(&line), year(&line)), (Err(NotACount::NotDigits), None), "{pasted:?}");
        assert_eq!((read(pasted), year(pasted)), (Err(NotACount::NotDigits), None), "{pasted:?} as it is");
    }
    let line = one_line("12\t次\n", NUMBERS_APART).expect("parts");
    assert_eq!((line.as_str(), read(&line)), ("12 次", Ok(Some(12))), "a number and its unit are one number");
}

#[test]
fn points_are_read_with_their_places_and_cut_to_hundredths() {
    let read = |text: &str| points(text).map(|points| points.map(Points::get));
    for (text, is) in
        [("2.5", 250), ("２。５分", 250), ("3", 300), ("0", 0), ("1.239", 123), ("99999999999", 1_000_000)]
    {
        assert_eq!(read(text), Ok(Some(is)), "{text}");
    }
    assert_eq!(read(" "), Ok(None));
    for text in ["-1", "分", ".5", "两分", "1.2.3"] {
        assert_eq!(read(text), Err(NotACount::NotDigits), "{text}");
    }
}

#[test]
fn a_number_is_understood_however_it_came() {
    for text in [
        "12",
        " 12 ",
        "１２",
        "12场",
        "12 场次",
        "１２　次",
        "\u{feff}12\u{200b}",
        "1\u{ad}2",
        "\u{202a}12\u{202c}",
        "12 sessions",
        "0012",
    ] {
        assert_eq!(read(text), Ok(Some(12)), "{text:?}");
    }
    for text in ["1,234", "1，234", "1 234", "1'234", "１，２３４次", "1\u{a0}234", "1\u{2009}234"] {
        assert_eq!(read(text), Ok(Some(1234)), "{text:?}");
    }
    assert_eq!(read("1,000,000"), Ok(Some(1_000_000)));
    for text in ["", "  ", "\u{200b}", "\u{3000}\u{feff}"] {
        assert_eq!(read(text), Ok(None), "{text:?}");
    }
}

#[test]
fn what_is_no_whole_number_is_told_apart_from_what_is_none() {
    for text in ["12.5", "12．5", "-2", "−2", "－2", "- 2", "12.0", "1,234.5", "-0.5", "12.5场"] {
        assert_eq!(read(text), Err(NotACount::NotWhole), "{text:?}");
    }
    for text in [
        "12人",
        "十二",
        "12a",
        "约12",
        "12-13",
        "1,23",
        "12,",
        "12 13",
        "场",
        "..",
        "12、345",
        "1、234",
        "3\n120",
        "3\t120",
        "3\r\n120",
        "3\u{2028}120",
        "-",
        "1.2.3",
        "1234,567",
    ] {
        assert_eq!(read(text), Err(NotACount::NotDigits), "{text:?}");
    }
    for text in ["1000001", "99999999999999999999999", "1,000,001次"] {
        assert_eq!(read(text), Err(NotACount::TooMany), "{text:?}");
    }
}

#[test]
fn a_year_is_understood_however_it_came() {
    for text in
        ["2026", " 2026年 ", "２０２６", "2026年度", "\u{200b}2026", "2,026", "2，026", "2 026", "2026年。", "2026。"]
    {
        assert_eq!(year(text), Some(2026), "{text:?}");
    }
    for text in ["", "26", "20261", "20,26", "2、026", "2\n026", "02,026", "1989", "2200", "-2026", "2026.5", "+2026"]
    {
        assert_eq!(year(text), None, "{text:?}");
    }
}

#[test]
fn what_nobody_sees_fills_nothing_and_makes_no_difference() {
    assert!(is_blank("\u{200b}\u{feff} \u{3000}\u{2060}") && !is_blank("甲"));
    for unseen in
        "\u{200c}\u{200d}\u{3164}\u{2800}\u{fe0f}\u{34f}\u{115f}\u{1160}\u{ffa0}\u{e0020}\0\u{7}\u{1f}\u{7f}\u{9b}"
            .chars()
    {
        let alone = String::from(unseen);
        assert!(is_blank(&alone) && tidy(&alone).is_empty() && signs(&alone).next().is_none(), "{unseen:?}");
        assert_eq!(compared(&format!("五里{unseen}店 {unseen}")), "五里店", "{unseen:?}");
    }
    assert_eq!(tidy("\u{feff} 五里\u{200b}店 \u{ad}"), "五里店");
    assert_eq!(code_signs("７k2m — 9qxa\u{200b} 0d4t"), "7K2M9QXA0D4T".chars().collect::<Vec<_>>());
}

#[test]
fn what_joins_the_parts_of_a_picture_sign_stays_and_what_looks_like_a_space_parts_numbers() {
    for note in ["👨\u{200d}👩\u{200d}👧 来访", "❤\u{fe0f}", "葛\u{e0100}城"] {
        assert_eq!(tidy(note), note);
    }
    assert_eq!((read("12\u{200d}"), read("\u{200c}1\u{fe0f}2")), (Ok(Some(12)), Ok(Some(12))));
    for text in ["3\u{2800}120", "3\u{3164}120", "3\u{1f}120"] {
        assert_eq!(read(text), Err(NotACount::NotDigits), "{text:?}");
    }
}

#[test]
fn what_is_too_long_is_never_cut_and_what_nobody_sees_makes_nothing_longer() {
    assert_eq!(fitting(" 王庄\u{200b}室\u{feff} ", 3).as_deref(), Some("王庄室"));
    assert_eq!(fitting("王庄村室", 3), None);
    assert_eq!(fitting("\u{200b}\u{3000}", 0).as_deref(), Some(""));
}

proptest! {
    #[test]
    fn nothing_that_is_typed_is_read_as_more_than_it_says(text in "\\PC{0,30}") {
        if let Ok(Some(number)) = count(&text, &["次"]) {
            let digits: String = plain(&text).chars().filter(char::is_ascii_digit).collect();
            let number = number.to_string();
            prop_assert_eq!(digits.trim_start_matches('0'), number.trim_start_matches('0'));
        }
        prop_assert_eq!(is_blank(&text), tidy(&text).is_empty());
    }
}

proptest! {
    #[test]
    fn the_pieces_of_a_text_hold_its_signs_in_their_order(text in "[ a1\u{200b}\n\u{3000}代表，。\u{fe0f}\u{3164}]{0,20}") {
        let held: String = pieces(&text).collect();
        prop_assert_eq!(held, signs(&text).collect::<String>());
        prop_assert!(pieces(&text).all(|piece| !piece.is_empty()));
    }
}
