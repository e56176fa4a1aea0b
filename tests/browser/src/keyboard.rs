//! The keyboard alone: keys go to whatever has the focus, and nothing is ever clicked.

use crate::browser::Browser;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// More presses of Tab than any page has stops.
const STOPS: usize = 600;

impl Browser {
    /// Presses a key and lets it go.
    pub async fn press(&self, key: Key) {
        self.press_all(&[char::from(key)]).await;
    }

    /// Presses a key while others are held.
    pub async fn press_with(&self, held: &[Key], key: impl Into<char>) {
        let key = key.into();
        let held = || held.iter().copied().map(char::from);
        let down = held().chain([key]).map(|value| KeyAction::Down { value });
        let up = [key].into_iter().chain(held()).map(|value| KeyAction::Up { value });
        self.act(down.chain(up)).await;
    }

    /// Types a text into whatever has the focus.
    pub async fn type_keys(&self, text: &str) {
        let enter = char::from(Key::Enter);
        let keys: Vec<char> = text.chars().map(|character| if character == '\n' { enter } else { character }).collect();
        self.press_all(&keys).await;
    }

    async fn press_all(&self, keys: &[char]) {
        self.act(keys.iter().flat_map(|key| [KeyAction::Down { value: *key }, KeyAction::Up { value: *key }])).await;
    }

    async fn act(&self, keys: impl Iterator<Item = KeyAction>) {
        let actions = keys.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client().perform_actions(actions).await.expect("keys");
    }

    /// Presses Tab, or Shift and Tab when it lies behind, until this has the focus.
    pub async fn tab_to(&self, css: &str) {
        self.find(css).await;
        for _ in 0..STOPS {
            // A radio group is one stop: whichever of its radios is reached, arrows do the rest.
            let script = "const wanted = document.querySelector(arguments[0]), now = document.activeElement; \
                if (now === wanted || (now.type === 'radio' && wanted.type === 'radio' && now.name === wanted.name)) return 0; \
                return now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1";
            match self.script(script, vec![json!(css)]).await.as_i64() {
                Some(0) => {
                    self.assert_focus_is_seen(css).await;
                    return;
                }
                Some(-1) => self.press_with(&[Key::Shift], Key::Tab).await,
                _ => self.press(Key::Tab).await,
            }
        }
        panic!("{css} cannot be reached with Tab\n{}", self.situation().await);
    }

    /// What has the focus must be marked and in view.
    async fn assert_focus_is_seen(&self, css: &str) {
        let script = "const now = document.activeElement, style = getComputedStyle(now), box = now.getBoundingClientRect(); \
            const label = now.labels?.[0], other = label ? getComputedStyle(label) : style; \
            const marked = [style, other].some(style => \
              (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'); \
            const seen = box.bottom > 0 && box.top < innerHeight; \
            return [marked, seen]";
        let found = self.script(script, Vec::new()).await;
        assert_eq!(found, json!([true, true]), "{css} has the focus: whether it is marked, whether it is in view");
    }

    /// Goes to this link or button and presses Enter.
    pub async fn enter(&self, css: &str) {
        self.tab_to(css).await;
        self.press(Key::Enter).await;
    }

    /// Goes to this field and types.
    pub async fn enter_text(&self, css: &str, text: &str) {
        self.tab_to(css).await;
        self.type_keys(text).await;
        assert_eq!(self.field(css).await, text, "{css} holds something else than was typed");
    }

    /// Goes to a box and ticks it, or takes the tick away, with Space.
    pub async fn enter_tick(&self, name: &str, value: &str) {
        let css = format!("input[type=checkbox][name='{name}'][value='{value}']");
        self.tab_to(&css).await;
        let ticked = format!("document.querySelector({}).checked", json!(css));
        let before = self.value_of(&ticked).await;
        self.press(Key::Space).await;
        self.wait_until(&format!("{css} is ticked or not"), &format!("{ticked} !== {before}")).await;
    }

    /// Goes to a group of radios and chooses one with Space and the arrows.
    pub async fn enter_choice(&self, name: &str, value: &str) {
        let css = format!("input[type=radio][name='{name}'][value='{value}']");
        self.tab_to(&css).await;
        let script = "const now = document.activeElement; \
            const all = [...document.querySelectorAll('input[type=radio]')].filter(radio => radio.name === now.name); \
            return [all.indexOf(now), all.findIndex(radio => radio.value === arguments[0]), now.checked]";
        let (from, to) = match self.script(script, vec![json!(value)]).await {
            Value::Array(found) => {
                if found[2] == json!(false) {
                    self.press(Key::Space).await;
                }
                (found[0].as_i64().expect("a place"), found[1].as_i64().expect("a place"))
            }
            other => panic!("{other}"),
        };
        for _ in from..to {
            self.press(Key::Down).await;
        }
        for _ in to..from {
            self.press(Key::Up).await;
        }
        let chosen = format!("document.querySelector({}).checked", json!(css));
        self.wait_until(&format!("{css} is chosen"), &chosen).await;
    }
}
