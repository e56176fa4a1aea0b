//! Several windows of one browser, what is stored in it, and scripts that run before the page's own.

use crate::browser::Browser;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

impl Browser {
    /// The window that is looked at.
    pub async fn window(&self) -> WindowHandle {
        self.client().window().await.expect("this window")
    }

    /// Looks at another window.
    pub async fn look_at(&self, window: &WindowHandle) {
        self.client().switch_to_window(window.clone()).await.expect("a window");
    }

    /// A second window at this place, which is looked at; the first one and it.
    pub async fn second_window(&self, place: &str) -> (WindowHandle, WindowHandle) {
        let first = self.window().await;
        let second = self.client().new_window(true).await.expect("a second window").handle;
        self.look_at(&second).await;
        self.open_app().await;
        self.go(place).await;
        (first, second)
    }

    /// Runs a script in every page from now on, before its own. Only Chromium can.
    pub async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Everything that is stored under the program's names: keys and texts of local storage and of every database,
    /// as one text.
    pub async fn everything_stored(&self) -> String {
        let script = "const done = arguments[0]; (async () => { \
            const all = [JSON.stringify(Object.entries(localStorage))]; \
            for (const { name } of await indexedDB.databases()) { \
                const open = await new Promise((ready) => { const one = indexedDB.open(name); one.onsuccess = () => ready(one.result) }); \
                for (const store of open.objectStoreNames) { \
                    const inside = open.transaction(store).objectStore(store); \
                    const got = (asked) => new Promise((ready) => { asked.onsuccess = () => ready(asked.result) }); \
                    const keys = await got(inside.getAllKeys()); \
                    const values = await got(inside.getAll()); \
                    all.push(name + '/' + store + ': ' + JSON.stringify([keys, values.map((value) => typeof value === 'string' ? value : String(value.length ?? value))])); \
                } \
                open.close(); \
            } \
            done(all.join('\\n')); })()";
        self.script_until_called(script, Vec::new()).await.as_str().expect("a text").to_owned()
    }

    /// The same of local storage alone, where databases do not answer.
    pub async fn everything_stored_in_local(&self) -> String {
        self.stored().await.to_string()
    }

    /// What the page would be asked when it is left: whether the person is warned.
    pub async fn would_warn(&self) -> bool {
        let asks = "const leaving = new Event('beforeunload', { cancelable: true }); \
            window.dispatchEvent(leaving); return leaving.defaultPrevented";
        self.script(asks, Vec::new()).await == json!(true)
    }

    /// How many edits the open draft has seen, as it is stored in local storage.
    pub async fn counter(&self, id: &str) -> Value {
        self.value_of(&format!("(localStorage.getItem('xingzhan.1.draft.{id}') || '').split(' ')[0]")).await
    }
}
