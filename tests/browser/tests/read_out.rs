//! A section as it is read out, in both engines. Every page's controls are looked at in `walk`.

use std::path::{Path, PathBuf};
use std::{env, fs};
use xingzhan::model::standard::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{BrowserConfig, Engine};
use xingzhan_browser_tests::plan;
use xingzhan_browser_tests::reading::{Node, USED};

/// The headings, the groups that have a name, and the controls below a node, each deeper than what holds it.
fn outline(nodes: &[Node], at: &Node, depth: usize) -> Vec<String> {
    let told =
        USED.contains(&at.role.as_str()) || matches!(at.role.as_str(), "heading" | "group" | "main" | "navigation");
    let told = told && (at.role != "group" || !at.name.is_empty());
    let mut lines: Vec<String> = told
        .then(|| format!("{}{} {}", "  ".repeat(depth), at.role, at.name).trim_end().to_owned())
        .into_iter()
        .collect();
    // The parts of a date field are the browser's own.
    let below = if at.role == "Date" { &[][..] } else { &at.children[..] };
    for child in below.iter().filter_map(|id| nodes.iter().find(|node| node.id == *id)) {
        lines.extend(outline(nodes, child, depth + usize::from(told)));
    }
    lines
}

fn fixture(lang: Lang) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/section-{}.txt", lang.tag()))
}

/// What is read out of a section's page, a line for each heading, group and control.
/// `UPDATE_TREE=1` writes the fixtures anew; they are to be read before they are kept.
#[tokio::test]
async fn a_section_is_read_out_as_it_was_meant() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    for lang in Lang::ALL {
        browser.speak(lang).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        let nodes = browser.tree().await;
        let main = nodes.iter().find(|node| node.role == "main").expect("a main part");
        let lines = outline(&nodes, main, 0);
        let said = lines.join("\n") + "\n";
        let file = fixture(lang);
        if env::var_os("UPDATE_TREE").is_some() {
            fs::create_dir_all(file.parent().expect("a folder")).expect("the folder");
            fs::write(&file, &said).expect("the fixture");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        let other = said.lines().zip(expected.lines()).find(|(now, then)| now != then);
        assert_eq!(other, None, "{}", file.display());
        assert_eq!(said.lines().count(), expected.lines().count(), "{}", file.display());
    }
    browser.close().await;
}

/// What is told of by the tree, in the order of the page, as far as it is shown.
const TOLD: &str = "main, nav, h1, h2, h3, fieldset, [role=group], a[href], button, input, select, textarea, summary";

/// The same fixture, without its depths: Firefox tells role and name of one element at a time.
#[tokio::test]
async fn firefox_reads_the_same_section_out_as_chromium() {
    let plan = plan::station();
    let browser = Browser::config(BrowserConfig { engine: Engine::Firefox, ..BrowserConfig::default() }).await;
    browser.open_app().await;
    let id = browser.import_draft(&plan).await;
    for lang in Lang::ALL {
        browser.speak(lang).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        let all = browser.told_of(TOLD).await;
        let from = all.iter().position(|one| one.kind == "main").expect("a main part");
        let named = all[from..].iter().filter(|one| one.role != "group" || !one.name.is_empty());
        let said: Vec<String> = named
            .map(|one| {
                let role = match one.kind.as_str() {
                    "input date" => "Date",
                    "summary" => "DisclosureTriangle",
                    _ => &one.role,
                };
                format!("{role} {}", one.name).trim_end().to_owned()
            })
            .collect();
        let expected = fs::read_to_string(fixture(lang)).expect("the fixture");
        let expected: Vec<&str> = expected.lines().map(str::trim_start).collect();
        let other = said.iter().zip(&expected).find(|(now, then)| now != *then);
        assert_eq!(other, None, "{}", lang.tag());
        assert_eq!(said.len(), expected.len(), "{}", lang.tag());
    }
    browser.close().await;
}
