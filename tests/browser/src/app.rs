//! What a person does on the page, in the words of the page.

use crate::browser::Browser;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use xingzhan::i18n::frame;
use xingzhan::model::draft::Draft;
use xingzhan::model::standard::words::Lang;

/// In the page: a function `drawn` that calls `done` when nothing is left to draw and it was painted. A page that comes
/// late, with its module, takes the focus only then.
const DRAWN: &str = "const drawn = (waited) => requestAnimationFrame(() => requestAnimationFrame(() => \
    document.querySelector('[data-rest], .coming:not([data-waiting])') ? drawn(true) : waited ? drawn(false) : done()));";

/// A file that the page wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl Browser {
    /// Opens the application and waits until it runs.
    pub async fn open_app(&self) {
        self.visit(&self.home()).await;
        self.ready().await;
    }

    /// Waits until the application runs.
    pub async fn ready(&self) {
        let runs =
            "document.documentElement.dataset.state === 'ready' && document.documentElement.dataset.pages === 'here'";
        self.wait_until("the application runs", runs).await;
        self.listen().await;
        self.settle().await;
    }

    /// Reloads the page.
    pub async fn reload(&self) {
        self.client().refresh().await.expect("a reload");
        self.ready().await;
    }

    /// Waits until the page has drawn what it was told last.
    pub async fn settle(&self) {
        let script = format!("const done = arguments[0]; {DRAWN} drawn(false)");
        self.script_until_called(&script, Vec::new()).await;
    }

    /// Goes to a place, such as `#/mine`.
    pub async fn go(&self, place: &str) {
        let script = format!(
            "const [place, done] = arguments; {DRAWN} if (location.hash === place) drawn(false); \
            else {{ addEventListener('hashchange', () => drawn(false), {{ once: true }}); location.hash = place }}"
        );
        self.script_until_called(&script, vec![json!(place)]).await;
    }

    /// Waits until the address names this place.
    pub async fn arrive(&self, place: &str) {
        self.wait_until(&format!("the place is {place}"), &format!("location.hash === {}", json!(place))).await;
        self.settle().await;
    }

    /// Starts a draft by a standard; returns its id.
    pub async fn new_draft(&self, standard: &str) -> String {
        self.go("#/mine").await;
        self.click(&format!("button[data-new='{standard}']")).await;
        self.arrive_at_a_draft().await
    }

    /// Opens the worked example; returns its id.
    pub async fn open_example(&self) -> String {
        self.go("#/mine").await;
        self.click("button[data-do=example]").await;
        self.arrive_at_a_draft().await
    }

    /// Waits until a draft is open; returns its id.
    pub async fn arrive_at_a_draft(&self) -> String {
        self.wait_until("a draft is open", r"/^#\/d\/[^/]+/.test(location.hash)").await;
        self.settle().await;
        let hash = self.value_of("location.hash").await;
        hash.as_str().and_then(|hash| hash.split('/').nth(2)).expect("an id in the address").to_owned()
    }

    /// Chooses a file on the page for opening files and waits for its preview or for what is wrong with it.
    /// Returns the kind that is previewed, or the sentences.
    pub async fn open_file(&self, file: &Path) -> Result<String, Vec<String>> {
        self.go("#/open").await;
        self.find("input[type=file]#file").await;
        // What is still shown of the file before is not the answer to this one.
        let mark = "for (const old of document.querySelectorAll('[data-preview], [role=alert]')) old.dataset.old = ''";
        self.script(mark, Vec::new()).await;
        self.upload("input[type=file]#file", file).await;
        let seen = "document.querySelector('[data-preview]:not([data-old]), [role=alert]:not([data-old]) li')";
        self.wait_until("the file is looked at", seen).await;
        self.settle().await;
        if self.has("[data-preview]").await {
            Ok(self.attribute("[data-preview]", "data-preview").await.expect("a kind"))
        } else {
            Err(self.texts("[role=alert] li").await)
        }
    }

    /// Opens a file and takes it over; returns the id of the draft it became.
    pub async fn take_over(&self, file: &Path) -> String {
        self.open_file(file).await.unwrap_or_else(|wrong| panic!("{} was refused: {wrong:?}", file.display()));
        self.click("button[data-do=accept]").await;
        self.arrive_at_a_draft().await
    }

    /// Puts a draft that was made natively into this browser, through its file; returns its id here.
    pub async fn import_draft(&self, draft: &Draft) -> String {
        let text = xingzhan::model::files::json::canonical(draft);
        self.take_over(&self.file("draft.json", text.as_bytes())).await
    }

    /// Waits until the page says that everything is saved.
    pub async fn saved(&self) {
        self.wait_until("everything is saved", "document.querySelector('[data-saved=saved]')").await;
    }

    /// Saves the draft to a file and reads it.
    pub async fn save_draft(&self, id: &str) -> Draft {
        self.go(&format!("#/d/{id}/send")).await;
        let file = self.download("button[data-do=save-draft]").await;
        let text = fs::read_to_string(file).expect("the file that was saved");
        Draft::read(&text).unwrap_or_else(|problems| panic!("the page wrote a draft with problems: {problems:?}"))
    }

    /// Ticks the declaration, where what it was ticked for has changed, clicks the button that writes the submission, and
    /// reads the file.
    pub async fn submit(&self) -> Written {
        // The draft may still be read from where it is kept.
        self.find("input[name='declaration.agreed']").await;
        let ticked = self.value_of("document.getElementById('declaration.agreed').checked").await;
        if ticked == json!(false) {
            self.choose("input[name='declaration.agreed']").await;
        }
        let file = self.download("button[data-do=submit]").await;
        Written::read(&file)
    }

    /// Speaks this language from now on.
    pub async fn speak(&self, lang: Lang) {
        self.speak_tag(frame(lang).tag).await;
    }

    /// The same for a language of the page that these tests may not speak.
    pub async fn speak_tag(&self, tag: &str) {
        if self.value_of("document.documentElement.lang").await != json!(tag) {
            self.click(&format!("button[data-do=lang][lang='{tag}']")).await;
        }
        let spoken = format!("document.documentElement.lang === '{tag}'");
        self.wait_until(&format!("the page is in {tag}"), &spoken).await;
        self.settle().await;
    }

    /// Everything in local storage, in order.
    pub async fn stored(&self) -> Value {
        self.value_of("Object.entries(localStorage).sort()").await
    }
}

impl Written {
    /// Reads a file.
    pub fn read(file: &Path) -> Self {
        Self {
            name: file.file_name().expect("a name").to_string_lossy().into_owned(),
            text: fs::read_to_string(file).expect("a file of UTF-8 text"),
        }
    }
}

/// Says where the content of two drafts differs; which browser they are in and how often they were changed
/// does not count.
pub fn assert_same_content(left: &Draft, right: &Draft) {
    assert_eq!(left.unit, right.unit);
    assert_eq!(left.posts, right.posts);
    assert_eq!((left.year, left.sample), (right.year, right.sample));
    assert_eq!(left.record.months, right.record.months);
    assert_eq!(left.record.facts, right.record.facts);
    assert_eq!(left.record.answers, right.record.answers);
    assert!(left.standard == right.standard, "they are filled in by different standards");
}
