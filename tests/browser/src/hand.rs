//! What a hand does on the page: clicks, chooses, types, picks.

use crate::browser::Browser;
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use std::path::Path;

impl Browser {
    /// Clicks, as with a mouse: what is covered or hidden cannot be clicked. Opens every folded part around
    /// it first, by clicking its summary.
    pub async fn click(&self, css: &str) -> Element {
        self.click_on(css).await.0
    }

    /// The same, with what the element holds if it is a field.
    async fn click_on(&self, css: &str) -> (Element, Value) {
        let script = "(() => { let next = found; \
            for (let at = found.parentElement; at; at = at.parentElement) \
              if (at.tagName === 'DETAILS' && !at.open) next = at.querySelector(':scope > summary'); \
            next.scrollIntoView({ block: 'center' }); \
            return [next, next === found, found.value] })()";
        loop {
            let mut found = self.of(css, script).await;
            let id = found[0].as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
            let id = ElementRef::from(id.expect("an element").to_owned());
            let element = Element::from_element_id(self.client().clone(), id);
            if let Err(error) = element.click().await {
                panic!("could not click {css}: {error}\n{}", self.situation().await);
            }
            if found[1] == json!(true) {
                return (element, found[2].take());
            }
        }
    }

    /// Chooses a radio button or ticks a box, and sees it chosen.
    pub async fn choose(&self, css: &str) {
        self.click(css).await;
        let chosen = format!("document.querySelector({}).checked", json!(css));
        self.wait_until(&format!("{css} is chosen"), &chosen).await;
    }

    /// Types into an empty or filled field with the keyboard, and sees exactly that in it.
    pub async fn fill(&self, css: &str, text: &str) {
        let (field, held) = self.click_on(css).await;
        let select_all_and_delete = if held == json!("") { "" } else { "\u{e009}a\u{e000}\u{e017}" };
        // Apart, since drivers differ in what a key that is let go means for the rest of the text.
        let text_keys = text.replace('\n', "\u{e007}");
        for keys in [select_all_and_delete, &text_keys].into_iter().filter(|keys| !keys.is_empty()) {
            field.send_keys(keys).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        }
        assert_eq!(self.field(css).await, text, "{css} holds something else than was typed");
    }

    /// Picks an option by its value.
    pub async fn pick(&self, css: &str, value: &str) {
        self.find(css).await.select_by_value(value).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        assert_eq!(self.field(css).await, value, "{css} holds something else than was picked");
    }

    /// Chooses a file in a file field.
    pub async fn upload(&self, css: &str, file: &Path) {
        let field = self.find(css).await;
        field.send_keys(&file.display().to_string()).await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }
}
