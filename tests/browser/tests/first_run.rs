//! A first-time run: everything that the worked example says is filled in by hand, from the start page to the file,
//! and what that takes is counted. `cargo test -p xingzhan-browser-tests --test browser -- --nocapture first_run`
//! prints it.

use std::collections::BTreeMap;
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::example;
use xingzhan::model::standard::ids::DraftId;
use xingzhan_browser_tests::app::assert_same_content;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::fill;
use xingzhan_browser_tests::plan;
use xingzhan_browser_tests::steps::{self, Step};

/// What a person did.
#[derive(Default)]
struct Effort {
    clicks: usize,
    keys: usize,
    /// Keys for what shows an answer, and for notes; an answer alone is enough for points.
    proof: usize,
    /// How often something was typed into each field, by what it is for: a number counts once wherever it stands.
    typed: BTreeMap<String, usize>,
}

impl Effort {
    fn see(&mut self, step: &Step) {
        let (css, keys) = match step {
            Step::Go(_) => return,
            Step::Choose(_) => return self.clicks += 1,
            // Opened, and one of its lines.
            Step::Pick(..) => return self.clicks += 2,
            Step::Fill(css, text) => (css, text.chars().count()),
            Step::Day(css, _) => (css, 8),
        };
        // From field to field with Tab, which is a key.
        self.keys += keys + 1;
        if ["ledger", "page", "date", "note"].iter().any(|kind| css.contains(&format!("data-{kind}="))) {
            self.proof += keys + 1;
        }
        let of = css.split("data-fact=").nth(1).map_or(css.clone(), |fact| format!("fact {fact}"));
        *self.typed.entry(of).or_default() += 1;
    }
}

/// The worked example as a plan, not marked as one.
fn example() -> Draft {
    let time = UtcTime::parse("2026-12-03T08:05:00Z").expect("a time");
    let id = DraftId::try_from("example").expect("an id");
    let draft = example::draft(id, plan::standard("liaison-station"), time);
    Draft { sample: false, ..draft }
}

#[tokio::test]
async fn nothing_is_typed_twice_on_the_way_from_the_start_page_to_the_file() {
    let plan = example();
    let browser = Browser::start().await;
    browser.open_app().await;
    let mut effort = Effort::default();
    for css in ["a[data-door=station]", "button[data-new='liaison-station']", "a[data-task=basics]"] {
        browser.click(css).await;
        effort.clicks += 1;
    }
    browser.find("input[name='unit.name']").await;
    let hash = browser.value_of("location.hash").await;
    let id = hash.as_str().and_then(|hash| hash.split('/').nth(2)).expect("a draft").to_owned();
    // What the page has already filled in is not typed: the year, and the months of a whole year.
    let basics = steps::basics(&plan).into_iter();
    let basics = basics.filter(|step| !matches!(step, Step::Fill(css, _) | Step::Pick(css, _) if css.contains("year") || css.contains("months")));
    take(&browser, &id, &mut effort, basics.collect()).await;
    // The numbers can all be typed on a page of their own; here each is typed where it is asked.
    browser.click("a[data-go=next]").await;
    browser.arrive(&format!("#/d/{id}/facts")).await;
    effort.clicks += 1;
    let parts = fill::parts(&plan.standard);
    for part in &parts {
        browser.click("a[data-go=next]").await;
        browser.settle().await;
        effort.clicks += 1;
        browser.arrive(&format!("#/d/{id}{}", part.path)).await;
        let steps = steps::part(part, &plan).into_iter().filter(|step| !matches!(step, Step::Go(_)));
        take(&browser, &id, &mut effort, steps.collect()).await;
    }
    for css in ["[data-go=tasks]", "a[data-task=send]", "button[data-do=same]"] {
        browser.click(css).await;
        browser.settle().await;
        effort.clicks += 1;
    }
    let declaration = &plan.declaration;
    assert_eq!(browser.field("input[name='declaration.name']").await, declaration.name);
    assert_eq!(browser.field("input[name='declaration.post']").await, plan.posts.liaison.office);
    take(&browser, &id, &mut effort, vec![Step::Choose("input[name='declaration.agreed']".to_owned())]).await;
    let written = browser.submit().await;
    effort.clicks += 1;
    assert!(written.text.contains(&plan.unit.name));
    let made = browser.save_draft(&id).await;
    assert_same_content(&made, &plan);
    assert_eq!(made.score().answered, made.score().asked, "nothing is left open");

    let twice: Vec<_> = effort.typed.iter().filter(|(_, times)| **times > 1).collect();
    println!(
        "{} items; {} clicks, {} keys ({} of them for ledgers, pages, days and notes), {} fields, {} of them typed twice",
        made.score().asked,
        effort.clicks,
        effort.keys,
        effort.proof,
        effort.typed.len(),
        twice.len(),
    );
    assert!(twice.is_empty(), "{twice:?}");
    browser.close().await;
}

async fn take(browser: &Browser, id: &str, effort: &mut Effort, steps: Vec<Step>) {
    for step in &steps {
        effort.see(step);
    }
    browser.take(id, steps).await;
}
