//! Two languages: each of them whole.

use serde_json::{Value, json};
use xingzhan::model::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{Engine, Wish};
use xingzhan_browser_tests::{pages, plan};

/// Every piece of text on the page that a person sees, hears or gets as a hint: outside of what is marked
/// as Chinese, if `outside_chinese`.
async fn pieces(browser: &Browser, outside_chinese: bool) -> Vec<String> {
    let script = "const [outside] = arguments, found = []; \
        const skip = element => outside && element.closest('[lang|=zh]:not(html)'); \
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
        while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, style') \
          && !skip(walk.currentNode.parentElement)) found.push(walk.currentNode.data); \
        for (const element of document.querySelectorAll('body, body *')) if (!skip(element)) \
          for (const name of ['title', 'aria-label', 'placeholder', 'alt']) \
            if (element.hasAttribute(name)) found.push(element.getAttribute(name)); \
        return [document.title, ...found].map(piece => piece.trim()).filter(Boolean)";
    let pieces = browser.script(script, vec![json!(outside_chinese)]).await;
    serde_json::from_value(pieces).expect("a list of texts")
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3002}' | '\u{ff01}'..='\u{ff1f}')
}

#[tokio::test]
async fn chinese_comes_first_and_the_choice_of_english_is_remembered() {
    for engine in Engine::BOTH {
        let browser = Browser::wish(Wish { engine, language: "en-US", ..Wish::default() }).await;
        browser.open_app().await;
        assert_eq!(browser.value_of("document.documentElement.lang").await, "zh-Hans");
        browser.click("button[data-do=lang]").await;
        browser.wait_until("the page is in English", "document.documentElement.lang === 'en'").await;
        browser.reload().await;
        assert_eq!(browser.value_of("document.documentElement.lang").await, "en");
        assert!(!browser.text("h1").await.contains(is_han));
        browser.click("button[data-do=lang]").await;
        browser.wait_until("the page is in Chinese", "document.documentElement.lang === 'zh-Hans'").await;
        browser.reload().await;
        assert_eq!(browser.value_of("document.documentElement.lang").await, "zh-Hans");
        browser.close().await;
    }
}

#[tokio::test]
async fn switching_the_language_in_the_middle_of_a_page_loses_nothing_that_was_typed() {
    for engine in Engine::BOTH {
        let browser = Browser::wish(Wish { engine, ..Wish::default() }).await;
        browser.open_app().await;
        let id = browser.new_draft("liaison-station").await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        browser.fill("textarea[data-note=A5]", "还没有保存的一句").await;
        browser.choose("input[name=A1][value=yes]").await;
        browser.speak(Lang::En).await;
        assert_eq!(browser.value_of("location.hash").await, json!(format!("#/d/{id}/section/A")));
        assert_eq!(browser.field("textarea[data-note=A5]").await, "还没有保存的一句");
        assert_eq!(browser.value_of("document.querySelector('input[name=A1][value=yes]').checked").await, json!(true));
        browser.close().await;
    }
}

#[tokio::test]
async fn no_english_page_shows_a_chinese_word_but_names_and_quotes() {
    for (engine, plan) in
        [(Engine::Chromium, plan::station()), (Engine::Firefox, plan::station()), (Engine::Chromium, plan::room())]
    {
        let browser = Browser::wish(Wish { engine, ..Wish::default() }).await;
        browser.open_app().await;
        let id = browser.bring(&plan).await;
        browser.speak(Lang::En).await;
        let typed = typed(&plan);
        let mut found = Vec::new();
        for (name, place) in pages::all(&plan.standard, &id) {
            browser.go(&place).await;
            for piece in pieces(&browser, true).await {
                let rest = typed.iter().fold(piece.clone(), |rest, typed| rest.replace(typed.as_str(), ""));
                if rest.contains(is_han) {
                    found.push(format!("{name}: {piece}"));
                }
            }
        }
        assert!(found.is_empty(), "{found:#?}");
        browser.close().await;
    }
}

/// Everything that a person typed, the longest first.
fn typed(plan: &xingzhan::model::draft::Draft) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.extend(text.lines().chain([text.as_str()]).map(str::to_owned)),
            Value::Array(list) => list.iter().for_each(|value| collect(value, texts)),
            Value::Object(object) => object.values().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for value in [json!(plan.unit), json!(plan.posts), json!(plan.record), json!(plan.declaration)] {
        collect(&value, &mut texts);
    }
    texts.retain(|text| text.contains(is_han));
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

#[tokio::test]
async fn no_page_shows_a_missing_word_or_a_word_of_the_program() {
    let plan = plan::station();
    for engine in Engine::BOTH {
        let browser = Browser::wish(Wish { engine, ..Wish::default() }).await;
        browser.open_app().await;
        let id = browser.bring(&plan).await;
        let mut found = Vec::new();
        for lang in Lang::ALL {
            browser.speak(lang).await;
            for (name, place) in pages::all(&plan.standard, &id) {
                browser.go(&place).await;
                for piece in pieces(&browser, false).await {
                    let wrong = ["undefined", "null", "NaN", "{", "}", "JSON", "Schema", "SHA", "digest", "Some("];
                    if wrong.iter().any(|wrong| piece.contains(wrong)) {
                        found.push(format!("{} {name}: {piece}", lang.code()));
                    }
                }
                let unnamed = "[...document.querySelectorAll('a, button, h1, h2, h3, label, legend, summary, th, option')] \
                .filter(one => !one.textContent.trim() && !one.getAttribute('aria-label') \
                  && !one.querySelector('img[alt], svg[aria-label]')).map(one => one.outerHTML.slice(0, 120))";
                let unnamed: Vec<String> = serde_json::from_value(browser.value_of(unnamed).await).expect("a list");
                found.extend(unnamed.iter().map(|one| format!("{} {name}: nothing in {one}", lang.code())));
            }
        }
        assert!(found.is_empty(), "{found:#?}");
        browser.close().await;
    }
}

#[tokio::test]
async fn chinese_sentences_are_written_with_chinese_punctuation() {
    let plan = plan::station();
    for engine in Engine::BOTH {
        let browser = Browser::wish(Wish { engine, ..Wish::default() }).await;
        browser.open_app().await;
        let id = browser.bring(&plan).await;
        let mut found = Vec::new();
        for (name, place) in pages::all(&plan.standard, &id) {
            browser.go(&place).await;
            for piece in pieces(&browser, false).await {
                let signs: Vec<char> = piece.chars().collect();
                let western = |at: usize| {
                    matches!(signs[at], ',' | ';' | ':' | '?' | '!')
                        && at > 0
                        && (is_han(signs[at - 1]) || signs.get(at + 1).is_some_and(|next| is_han(*next)))
                };
                if (0..signs.len()).any(western) {
                    found.push(format!("{name}: {piece}"));
                }
            }
        }
        assert!(found.is_empty(), "{found:#?}");
        browser.close().await;
    }
}
