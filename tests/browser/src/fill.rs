//! Fills a draft in by clicks and keys, as a plan says, and sees what the page makes of it.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::steps::{self, Step};
use serde_json::json;
use xingzhan::model::date::CivilDate;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::scoring::score::Score;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::ids::DraftId;
use xingzhan::model::standard::item::Item;
use xingzhan::model::standard::points::Range;
use xingzhan::model::standard::words::Lang;
use xingzhan::routes::{Page, Route};

/// A page of items: a section, the bonus or the texts.
#[derive(Debug)]
pub struct Part<'a> {
    /// The end of its address, such as `/section/A`.
    pub path: String,
    /// Its items.
    pub items: Vec<&'a Item>,
}

/// The pages of items, in order.
pub fn parts(standard: &Standard) -> Vec<Part<'_>> {
    let section = |id: &str, items| Part { path: format!("/section/{id}"), items };
    let mut parts: Vec<Part<'_>> =
        standard.sections.iter().map(|one| section(one.id.as_str(), one.items.iter().collect())).collect();
    parts.push(Part { path: "/bonus".to_owned(), items: standard.bonus.items.iter().collect() });
    parts.push(Part { path: "/texts".to_owned(), items: standard.texts.iter().collect() });
    parts
}

/// The lines of the basics that the plan fills, each with the name of its field.
pub fn lines(plan: &Draft) -> Vec<(&'static str, &str)> {
    let (unit, posts) = (&plan.unit, &plan.posts);
    let lines = [
        ("unit.name", unit.name.as_str()),
        ("unit.code", &unit.code),
        ("unit.township", &unit.township),
        ("unit.village", &unit.village),
        ("unit.address", &unit.address),
        ("unit.hours", &unit.hours),
        ("posts.head.name", &posts.head.name),
        ("posts.head.office", &posts.head.office),
        ("posts.head.phone", &posts.head.phone),
        ("posts.deputy.name", &posts.deputy.name),
        ("posts.deputy.office", &posts.deputy.office),
        ("posts.deputy.phone", &posts.deputy.phone),
        ("posts.liaison.name", &posts.liaison.name),
        ("posts.liaison.office", &posts.liaison.office),
        ("posts.liaison.phone", &posts.liaison.phone),
    ];
    lines.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The value of the radio that stands for a choice, if it is made with one.
pub fn radio(choice: &Choice) -> Option<String> {
    match choice {
        Choice::Yes(true) => Some("yes".to_owned()),
        Choice::Yes(false) => Some("no".to_owned()),
        Choice::Level(level) => Some(format!("level-{level}")),
        Choice::NotApplicable(reason) => Some(format!("na-{reason}")),
        Choice::Count(_) | Choice::Parts(_) | Choice::Faults(_) | Choice::Text(_) => None,
    }
}

impl Browser {
    /// Takes these steps in a draft.
    pub async fn take(&self, id: &str, steps: Vec<Step>) {
        for step in steps {
            match step {
                Step::Go(path) => self.go(&format!("#/d/{id}{path}")).await,
                Step::Fill(css, text) => self.fill(&css, &text).await,
                Step::Choose(css) => self.choose(&css).await,
                Step::Pick(css, value) => self.pick(&css, &value).await,
                Step::Day(css, day) => self.fill_date(&css, day).await,
            }
        }
    }

    /// Fills in everything: basics, facts, items, bonus, texts.
    pub async fn fill_draft(&self, id: &str, plan: &Draft) {
        self.take(id, steps::draft(plan)).await;
    }

    /// Types a day into a date field: part after part, in the order in which the browser shows them. Firefox's
    /// driver takes a whole day instead, as the standard for drivers says.
    pub async fn fill_date(&self, css: &str, date: CivilDate) {
        let field = self.click(css).await;
        let (year, month, day) = (date.year(), date.month(), date.day());
        let to_the_first_part = "\u{e012}\u{e012}\u{e012}";
        let orders = match self.engine() {
            Engine::Chromium => vec![
                format!("{to_the_first_part}{month:02}{day:02}{year}"),
                format!("{to_the_first_part}{year}\u{e014}{month:02}{day:02}"),
            ],
            Engine::Firefox => vec![date.to_string()],
            // It goes on to the next part only with Tab.
            Engine::WebKit => vec![format!("{month:02}\u{e004}{day:02}\u{e004}{year}")],
        };
        for keys in orders {
            field.send_keys(&keys).await.expect("keys in a date field");
            if self.field(css).await == date.to_string() {
                return;
            }
        }
        panic!("{css} holds {:?} after {date} was typed", self.field(css).await);
    }

    /// Sees on a page of items that each got the points that the engine gives it, and why.
    pub async fn assert_points(&self, id: &str, part: &Part<'_>, score: &Score) {
        self.go(&format!("#/d/{id}{}", part.path)).await;
        let script = "return Object.fromEntries([...document.querySelectorAll('fieldset[data-item]')].map(item => \
            [item.dataset.item, [item.dataset.open, ...['points', 'why'].map(name => \
              item.querySelector(`[data-${name}=${item.dataset.item}]`)?.innerText.trim())]]))";
        let shown = self.script(script, Vec::new()).await;
        for item in &part.items {
            let native = score.item(&item.id).expect("every item is scored");
            let shown = &shown[item.id.as_str()];
            assert_eq!(shown[0], json!(native.is_open().to_string()), "whether {} is open: {shown}", item.id);
            if native.range.high.get() > 0 {
                assert_eq!(shown[1], json!(written(native.range)), "the points of {}", item.id);
                assert!(shown[2].as_str().is_some_and(|why| !why.is_empty()), "why {} got them: {shown}", item.id);
            }
        }
    }

    /// Sees on the check page that every item has a row with its points, and whether it is open.
    pub async fn assert_checked(&self, id: &str, standard: &Standard, score: &Score) {
        self.go(&format!("#/d/{id}/check")).await;
        let script = "return Object.fromEntries([...document.querySelectorAll('tr[data-row]')].map(row => \
            [row.dataset.row, [row.innerText, row.querySelector('a')?.hash]]))";
        let rows = self.script(script, Vec::new()).await;
        for item in standard.items() {
            let row = &rows[item.id.as_str()];
            let text = row[0].as_str().unwrap_or_else(|| panic!("{} has no row", item.id));
            let native = score.item(&item.id).expect("every item is scored");
            assert_eq!(text.contains("未填"), native.is_open(), "the row of {}: {text}", item.id);
            if item.points.get() > 0 {
                let points = format!("{} / {}", written(native.range), item.points);
                assert!(text.contains(&points), "{points} in the row of {}: {text}", item.id);
            }
            let draft = DraftId::try_from(id).expect("a draft");
            let place = Route::Draft(draft, Page::of_item(standard, &item.id)).href();
            assert_eq!(row[1], json!(place), "the way to {}", item.id);
        }
    }

    /// Sees on the result page what the engine says.
    pub async fn assert_result(&self, id: &str, standard: &Standard, score: &Score) {
        self.go(&format!("#/d/{id}/result")).await;
        let total = self.text("[data-total]").await;
        assert_eq!(numbers(&total).first(), Some(&score.total.low.to_string()), "the total: {total}");
        let stars = self.text("[data-stars]").await;
        let words = score.worst.line(standard).map_or(&standard.no_line, |line| &line.words);
        assert!(stars.contains(words.get(Lang::Zh)), "{stars}: not {}", words.get(Lang::Zh));
        for (section, range) in &score.sections {
            let row = self.text(&format!("tr[data-section='{section}']")).await;
            assert!(numbers(&row).contains(&range.low.to_string()), "{} points in the row {row}", range.low);
        }
        for (gate, _) in &score.gates {
            assert!(self.has(&format!("li[data-gate='{gate}'][data-state]")).await, "a line for the gate {gate}");
        }
    }
}

/// Points as the page writes them.
fn written(range: Range) -> String {
    match range.settled() {
        Some(points) => points.to_string(),
        None => format!("{} – {}", range.low, range.high),
    }
}

/// The numbers in a text, as they are written.
pub fn numbers(text: &str) -> Vec<String> {
    let parts = text.split(|character: char| !character.is_ascii_digit() && character != '.');
    parts.map(|part| part.trim_matches('.').to_owned()).filter(|part| !part.is_empty()).collect()
}
