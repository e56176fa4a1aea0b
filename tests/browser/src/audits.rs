//! What is looked at on a page as it is now. Each audit gives a line for everything that is wrong, so that one visit is
//! enough for many of them and one fault hides no other.

use crate::browser::Browser;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::sleep;

/// Words of the program, and what is shown where a word is missing.
const NOBODYS: [&str; 10] = ["undefined", "null", "NaN", "{", "}", "JSON", "Schema", "SHA", "digest", "Some("];

/// Chinese characters and signs.
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3002}' | '\u{ff01}'..='\u{ff1f}')
}

/// Whether a western sign stands at a Chinese one.
fn has_western_signs(piece: &str) -> bool {
    let characters: Vec<char> = piece.chars().collect();
    let western = |at: usize| {
        matches!(characters[at], ',' | ';' | ':' | '?' | '!')
            && at > 0
            && (is_han(characters[at - 1]) || characters.get(at + 1).is_some_and(|next| is_han(*next)))
    };
    (0..characters.len()).any(western)
}

/// Every text that a person typed into what is written as these values, the longest first.
pub fn typed(values: &[Value]) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.extend(text.lines().chain([text.as_str()]).map(str::to_owned)),
            Value::Array(list) => list.iter().for_each(|value| collect(value, texts)),
            Value::Object(object) => object.values().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for value in values {
        collect(value, &mut texts);
    }
    texts.retain(|text| text.contains(is_han));
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

impl Browser {
    /// A line for each text in the list that an expression gives.
    async fn lines(&self, what: &str, expression: &str) -> Vec<String> {
        let found: Vec<String> = serde_json::from_value(self.value_of(expression).await).expect("a list of texts");
        found.iter().map(|one| format!("{what}: {one}")).collect()
    }

    /// The focus is at the page's only heading, and the window is named after it. The window's title, and the faults.
    pub async fn audit_heading(&self) -> (String, Vec<String>) {
        let seen = "[document.activeElement === document.querySelector('h1'), document.querySelectorAll('h1').length, \
            document.title, document.querySelector('h1')?.innerText.trim() ?? '']";
        let mut found = self.value_of(seen).await;
        // The page is drawn; the focus may be a moment behind. Waited for in full only where something is wrong.
        for _ in 0..100 {
            if found[0] == json!(true) {
                break;
            }
            sleep(Duration::from_millis(50)).await;
            found = self.value_of(seen).await;
        }
        let (title, heading) = (found[2].as_str().unwrap_or_default(), found[3].as_str().unwrap_or_default());
        let mut faults = Vec::new();
        if found[0] != json!(true) {
            faults.push("the heading does not have the focus".to_owned());
        }
        if found[1] != json!(1) {
            faults.push(format!("{} headings of the page", found[1]));
        }
        if heading.is_empty() || !title.contains(heading) {
            faults.push(format!("the window is called “{title}”, the page “{heading}”"));
        }
        (title.to_owned(), faults)
    }

    /// Every piece of text on the page that a person sees, hears or gets as a hint: outside of what is marked
    /// as Chinese, if `outside_chinese`.
    async fn pieces(&self, outside_chinese: bool) -> Vec<String> {
        let script = "const [outside] = arguments, found = []; \
            const skip = element => outside && element.closest('[lang|=zh]:not(html)'); \
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
            while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, style') \
              && !skip(walk.currentNode.parentElement)) found.push(walk.currentNode.data); \
            for (const element of document.querySelectorAll('body, body *')) if (!skip(element)) \
              for (const name of ['title', 'aria-label', 'placeholder', 'alt']) \
                if (element.hasAttribute(name)) found.push(element.getAttribute(name)); \
            return [document.title, ...found].map(piece => piece.trim()).filter(Boolean)";
        let pieces = self.script(script, vec![json!(outside_chinese)]).await;
        serde_json::from_value(pieces).expect("a list of texts")
    }

    /// No word is missing, none is of the program, nothing that needs words has none.
    pub async fn audit_words(&self) -> Vec<String> {
        let pieces = self.pieces(false).await.into_iter();
        let mut found: Vec<String> = pieces
            .filter(|piece| NOBODYS.iter().any(|wrong| piece.contains(wrong)))
            .map(|piece| format!("nobody's word: {piece}"))
            .collect();
        let unnamed = "[...document.querySelectorAll('a, button, h1, h2, h3, label, legend, summary, th, option')] \
            .filter(one => !one.textContent.trim() && !one.getAttribute('aria-label') \
              && !one.querySelector('img[alt], svg[aria-label]')).map(one => one.outerHTML.slice(0, 120))";
        found.extend(self.lines("nothing in it", unnamed).await);
        found
    }

    /// Chinese sentences have Chinese signs.
    pub async fn audit_chinese(&self) -> Vec<String> {
        let wrong = self.pieces(false).await.into_iter().filter(|piece| has_western_signs(piece));
        wrong.map(|piece| format!("western signs: {piece}")).collect()
    }

    /// An English page has no Chinese word but what was typed and what is marked as Chinese.
    pub async fn audit_english(&self, typed: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        for piece in self.pieces(true).await {
            let rest = typed.iter().fold(piece.clone(), |rest, typed| rest.replace(typed.as_str(), ""));
            if rest.contains(is_han) {
                found.push(format!("Chinese: {piece}"));
            }
        }
        found
    }

    /// A page in the language that only tests speak, whose sentences have no plain letters: what is left of the page
    /// without these texts is in none. Single letters name items and sizes of paper; a Chinese text may stand in parts.
    pub async fn audit_pseudo(&self, known: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        for piece in self.pieces(false).await {
            let rest = known.iter().fold(piece.clone(), |rest, known| rest.replace(known.as_str(), " "));
            let plain = |word: &str| {
                word.chars().filter(char::is_ascii_alphabetic).count() > 1
                    || (word.contains(is_han) && !known.iter().any(|known| known.contains(word)))
            };
            if rest.split(|character: char| !character.is_alphanumeric()).any(plain) {
                found.push(format!("no sentence of the language: {piece}"));
            }
        }
        found
    }

    /// Nothing moves.
    pub async fn audit_rest(&self) -> Vec<String> {
        let moving = "[...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one); \
            const any = times => times.split(',').some(time => parseFloat(time) > 0); \
            return any(style.transitionDuration) || any(style.animationDuration) }).map(one => one.outerHTML.slice(0, 120))";
        self.lines("it moves", moving).await
    }

    /// With forced colours, where backgrounds and shadows are gone: what can be used has an edge, an underline, or is
    /// what the browser draws itself.
    pub async fn audit_edges(&self) -> Vec<String> {
        let lost = "[...document.querySelectorAll('button, a[href], input:not([type=radio], [type=checkbox], [type=file]), select, textarea, summary')] \
            .filter(one => one.getClientRects().length && !one.matches('.skip')).filter(one => { \
              const style = getComputedStyle(one); \
              const edge = ['Top', 'Bottom', 'Left'].some(side => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0 \
                && style[`border${side}Color`] !== 'rgba(0, 0, 0, 0)'); \
              return !edge && !style.textDecorationLine.includes('underline') && one.tagName !== 'SUMMARY' \
                && !one.closest('nav, .brand, .draft-bar, header') }).map(one => one.outerHTML.slice(0, 120))";
        self.lines("not told from text", lost).await
    }

    /// Opens everything that is folded.
    pub async fn unfold(&self) {
        self.script("for (const fold of document.querySelectorAll('details')) fold.open = true", Vec::new()).await;
        self.settle().await;
    }
}
