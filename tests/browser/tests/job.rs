//! The main job in parts: fill in, check, see the result, make the submission, open it elsewhere.

use serde_json::Value;
use std::fs;
use std::path::Path;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::Record;
use xingzhan::model::record::unit::Declaration;
use xingzhan::model::standard::issued::IssuedStandard;
use xingzhan::model::standard::library::StandardLibrary;
use xingzhan::model::submission::Submission;
use xingzhan_browser_tests::app::{Written, assert_same_content};
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::BrowserConfig;
use xingzhan_browser_tests::fill::{Part, lines, parts};
use xingzhan_browser_tests::steps;

/// Fills the first half in, reloads at once, finds everything again, fills the second half in.
pub async fn fill_with_a_reload_half_way(browser: &Browser, id: &str, plan: &Draft) {
    let parts = parts(&plan.standard);
    let (first, second) = parts.split_at(parts.len() / 2);
    browser.take(id, steps::basics(plan)).await;
    for part in first {
        browser.take(id, steps::part(part, plan)).await;
    }
    // Nobody waited for the last letter to be saved.
    browser.reload().await;
    let half = only(plan, first);
    let score = half.score();
    for part in first {
        browser.assert_points(id, part, &score).await;
    }
    browser.go(&format!("#/d/{id}/basics")).await;
    for (name, text) in lines(plan) {
        assert_eq!(browser.field(&format!("input[name='{name}']")).await, text, "{name} after the reload");
    }
    assert_same_content(&browser.save_draft(id).await, &half);
    for part in second {
        browser.take(id, steps::part(part, plan)).await;
    }
}

/// Opens the plan's file without its first section, its texts and its declaration, types the first two, reloads at once;
/// returns the draft's id.
pub async fn bring_most_and_type_the_rest(browser: &Browser, plan: &Draft) -> String {
    let parts = parts(&plan.standard);
    let first = parts.first().expect("a section").path.clone();
    let (typed, brought): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|part| part.path == first || part.path == "/texts");
    let most = Draft { declaration: Declaration::default(), ..only(plan, &brought) };
    assert!(most.score().answered < plan.score().answered && !typed.is_empty(), "something is left to type");
    let id = browser.import_draft(&most).await;
    for part in &typed {
        browser.take(&id, steps::part(part, plan)).await;
    }
    // Nobody waited for the last letter to be saved.
    browser.reload().await;
    let score = plan.score();
    for part in &typed {
        browser.assert_points(&id, part, &score).await;
    }
    assert_same_content(&browser.save_draft(&id).await, plan);
    id
}

/// What a plan says of these pages alone.
fn only(plan: &Draft, parts: &[Part<'_>]) -> Draft {
    let mut draft = plan.clone();
    draft.record = Record { months: plan.record.months, ..Record::default() };
    for item in parts.iter().flat_map(|part| &part.items) {
        for fact in plan.standard.needs(item) {
            if plan.standard.asked_at(&fact.id).is_some_and(|first| first.id == item.id) {
                draft.count(&fact.id, plan.record.facts.asked(&fact.id));
            }
        }
        if let Some(answer) = plan.record.answers.get(&item.id) {
            draft.record.answers.edit(&item.id, |empty| empty.clone_from(answer));
        }
    }
    draft
}

/// Sees what the engine says of the plan on every page that shows it.
pub async fn see_the_score(browser: &Browser, id: &str, plan: &Draft) {
    let score = plan.score();
    for part in parts(&plan.standard) {
        browser.assert_points(id, &part, &score).await;
    }
    browser.assert_checked(id, &plan.standard, &score).await;
    browser.assert_result(id, &plan.standard, &score).await;
}

/// Declares and makes the submission.
pub async fn send(browser: &Browser, id: &str, plan: &Draft) -> Written {
    browser.take(id, steps::declaration(plan)).await;
    browser.wait_until("nothing is lacking", "!document.querySelector('[data-lack]')").await;
    let written = browser.submit().await;
    assert_eq!(browser.text("[data-done] [data-file]").await, written.name);
    written
}

/// The file is exactly what the model makes of the plan, and fits the published schema.
pub async fn assert_written(browser: &Browser, written: &Written, plan: &Draft, library: &StandardLibrary) {
    let opened = Submission::read(&written.text, library).expect("a file that holds together");
    assert_eq!(opened.findings, Vec::new());
    let native = Submission::of(plan, opened.submission.time.clone());
    assert_eq!(opened.submission.signed.score, native.signed.score, "the score in the file");
    assert_eq!(written.text, native.written(), "the file");
    assert_eq!(browser.text("[data-done] [data-code]").await, native.codes.signed.as_str(), "the check code");
    assert_fits_the_schema(&written.text, "submission");
}

/// Text that fits a published schema.
pub fn assert_fits_the_schema(text: &str, kind: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../schema/{kind}.schema.json"));
    let schema = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let schema: Value = serde_json::from_str(&schema).expect("a schema is JSON");
    let value: Value = serde_json::from_str(text).expect("the file is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// A name that no mailbox and no system spoils.
pub fn assert_plain_name(name: &str) {
    assert!(name.chars().count() <= 60, "{name} is too long");
    assert!(
        !name.chars().any(|character| character.is_whitespace() || "()[]{}（）【】〔〕《》".contains(character)),
        "{name}"
    );
}

/// The submission, opened in a browser that knows nothing of it, is the same draft again.
pub async fn reopen_elsewhere(
    config: BrowserConfig,
    written: &Written,
    plan: &Draft,
    standard: Option<&IssuedStandard>,
) {
    let browser = Browser::config(config).await;
    browser.open_app().await;
    let file = browser.file("submission.json", written.text.as_bytes());
    if let Some(standard) = standard {
        let wrong = browser.open_file(&file).await.expect_err("its standard is not at hand");
        assert_eq!(wrong.len(), 1, "{wrong:?}");
        take_over_standard(&browser, standard).await;
    }
    let before = browser.stored().await;
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("submission"));
    assert_eq!(browser.stored().await, before, "a preview changes nothing");
    let id = browser.take_over(&file).await;
    browser.saved().await;
    see_the_score(&browser, &id, plan).await;
    let draft = browser.save_draft(&id).await;
    assert_same_content(&draft, plan);
    assert_eq!(draft.revision, plan.revision + 1, "the next submission counts one more");
    assert!(!draft.declaration.agreed, "a declaration is made anew");
    browser.close().await;
}

/// Opens a standard's file and takes it over.
pub async fn take_over_standard(browser: &Browser, standard: &IssuedStandard) {
    let file = browser.file("standard.json", standard.text().as_bytes());
    assert_eq!(browser.open_file(&file).await.as_deref(), Ok("standard"));
    browser.click("button[data-do=accept]").await;
    browser.go("#/mine").await;
    browser.find(&format!("button[data-new='{}']", standard.id)).await;
}
