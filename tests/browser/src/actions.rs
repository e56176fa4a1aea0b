//! What a hand does on the page: clicks, chooses, types, picks.

use crate::browser::Browser;
use crate::engine::Engine;
use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
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
            const box = next.getClientRects()[0] ?? new DOMRect(-1, -1); \
            const middle = (from, to, most) => Math.floor((Math.max(0, from) + Math.min(most, to)) / 2); \
            const at = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)]; \
            const hit = document.elementFromPoint(...at); \
            const covered = next.contains(hit) ? null : hit ? hit.outerHTML.slice(0, 200) : 'nothing'; \
            return { element: next, meant: next === found, holds: found.value, at, covered } })()";
        loop {
            let mut found = self.of(css, script).await;
            let id = found["element"].as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
            let id = ElementRef::from(id.expect("an element").to_owned());
            let element = Element::from_element_id(self.client().clone(), id);
            let clicked = if self.engine() == Engine::Chromium {
                if let Some(covered) = found["covered"].as_str() {
                    panic!("could not click {css}: {covered} is there instead\n{}", self.situation().await);
                }
                self.client().perform_actions(press(&found["at"])).await
            } else {
                element.click().await
            };
            if let Err(error) = clicked {
                panic!("could not click {css}: {error}\n{}", self.situation().await);
            }
            if found["meant"] == json!(true) {
                return (element, found["holds"].take());
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
        self.upload_all(css, &[file]).await;
    }

    /// Chooses several files in a file field.
    pub async fn upload_all(&self, css: &str, files: &[&Path]) {
        let field = self.find(css).await;
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        field.send_keys(&files.join("\n")).await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }
}

/// The mouse goes to a place of the window and is pressed there. Chromium's driver asks the page fifty questions for
/// a click of its own, which takes three times as long.
fn press(at: &Value) -> MouseActions {
    let [x, y] = [0, 1].map(|axis| at[axis].as_f64().expect("a place"));
    let button = MOUSE_BUTTON_LEFT;
    MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveTo { duration: None, x, y })
        .then(PointerAction::Down { button })
        .then(PointerAction::Up { button })
}
