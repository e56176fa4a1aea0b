//! A first-time run: everything that the worked example says is filled in by hand, from the start page to the file,
//! and what that takes is counted. `cargo test -p xingzhan-browser-tests --test browser -- --nocapture first_run`
//! prints it.

use std::collections::BTreeMap;
use xingzhan::model::date::UtcTime;
use xingzhan::model::draft::Draft;
use xingzhan::model::draft::example;
use xingzhan::model::record::answers::Evidence;
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

/// Seconds that a person who has never seen the page needs, by the keystroke-level model (Card, Moran and Newell 1980):
/// a key 0.5 s for somebody who types little, a click 1.3 s, 1.35 s to think before each; and to read what stands there,
/// five signs a second.
pub fn seconds(keys: usize, clicks: usize, fields: usize, signs: usize) -> u64 {
    let tenths = keys * 5 + clicks * 13 + (fields + clicks) * 14 + signs * 2;
    u64::try_from(tenths / 10).expect("few")
}

#[tokio::test]
async fn a_room_is_filled_in_and_handed_over_within_a_quarter_of_an_hour() {
    let mut plan = plan::room();
    // What shows an answer is folded, and texts are asked last: a room hands in without both.
    for item in plan.standard.clone().items() {
        plan.show(&item.id, |evidence| *evidence = Evidence::default());
        if !item.note_required {
            plan.note(&item.id, String::new());
        }
        if item.is_text() {
            plan.choose(&item.id, None);
        }
    }
    let browser = Browser::start().await;
    browser.open_app().await;
    let mut effort = Effort::default();
    for css in ["a[data-door=station]", "button[data-new='liaison-room']", "a[data-task=basics]"] {
        browser.click(css).await;
        effort.clicks += 1;
    }
    browser.find("input[name='unit.name']").await;
    let hash = browser.value_of("location.hash").await;
    let id = hash.as_str().and_then(|hash| hash.split('/').nth(2)).expect("a draft").to_owned();
    let asked = ["unit.name", "unit.township", "unit.village", "posts.head.name", "posts.liaison.name"];
    let basics = steps::basics(&plan).into_iter().filter(|step| match step {
        Step::Fill(css, _) => asked.iter().any(|name| css.contains(name)),
        Step::Go(_) | Step::Choose(_) | Step::Pick(..) | Step::Day(..) => false,
    });
    take(&browser, &id, &mut effort, basics.collect()).await;
    browser.go(&format!("#/d/{id}")).await;
    browser.click("a[data-task=all]").await;
    effort.clicks += 2;
    browser.arrive(&format!("#/d/{id}/all")).await;
    let signs = browser.value_of("document.querySelector('main').innerText.replace(/\\s/g, '').length").await;
    let all = plan.standard.items().flat_map(|item| steps::item(item, &plan));
    take(&browser, &id, &mut effort, all.collect()).await;
    browser.go(&format!("#/d/{id}/send")).await;
    browser.click("button[data-do=same]").await;
    effort.clicks += 3;
    take(&browser, &id, &mut effort, vec![Step::Choose("input[name='declaration.agreed']".to_owned())]).await;
    let written = browser.submit().await;
    effort.clicks += 1;
    assert!(written.text.contains(&plan.unit.name));
    let made = browser.save_draft(&id).await;
    let score = made.score();
    assert_eq!(score.answered, score.asked, "nothing is left open");
    assert_eq!(effort.typed.values().filter(|times| **times > 1).count(), 0, "{:?}", effort.typed);
    let signs = usize::try_from(signs.as_u64().expect("a number")).expect("few");
    let fields = effort.typed.len();
    let needed = seconds(effort.keys, effort.clicks, fields, signs);
    println!(
        "a room: {} items; {} clicks, {} keys, {fields} fields, {signs} signs to read: {} minutes",
        score.asked,
        effort.clicks,
        effort.keys,
        needed.div_ceil(60)
    );
    assert!(needed <= 15 * 60, "{needed} s");
    browser.close().await;
}

async fn take(browser: &Browser, id: &str, effort: &mut Effort, steps: Vec<Step>) {
    for step in &steps {
        effort.see(step);
    }
    browser.take(id, steps).await;
}
