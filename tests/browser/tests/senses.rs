//! The page for eyes of all kinds: dark and light, forced colours, reduced motion; and as a screen reader gets it.

use serde_json::{Value, json};
use std::path::Path;
use std::{env, fs};
use xingzhan::model::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::{pages, plan};

async fn prefers(browser: &Browser, name: &str, value: &str) {
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [{ "name": name, "value": value }] })).await;
}

#[tokio::test]
async fn nothing_is_hard_to_read_in_the_dark() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.bring(&plan).await;
    let mut found = Vec::new();
    prefers(&browser, "prefers-color-scheme", "dark").await;
    assert_eq!(browser.value_of("matchMedia('(prefers-color-scheme: dark)').matches").await, json!(true));
    for (name, place) in pages::all(&plan.standard, &id) {
        browser.go(&place).await;
        found.extend(browser.barriers().await.iter().map(|one| format!("{name}: {one}")));
    }
    assert!(found.is_empty(), "{} barriers: {found:#?}", found.len());
    browser.close().await;
}

/// Backgrounds and shadows are gone then: what can be used must have an edge, an underline, or be what the
/// browser draws itself.
#[tokio::test]
async fn with_forced_colours_everything_that_can_be_used_is_still_told_from_text() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.bring(&plan).await;
    prefers(&browser, "forced-colors", "active").await;
    assert_eq!(browser.value_of("matchMedia('(forced-colors: active)').matches").await, json!(true));
    let mut found = Vec::new();
    for (name, place) in pages::all(&plan.standard, &id) {
        browser.go(&place).await;
        let lost = "[...document.querySelectorAll('button, a[href], input:not([type=radio], [type=checkbox], [type=file]), select, textarea, summary')] \
            .filter(one => one.getClientRects().length && !one.matches('.skip')).filter(one => { \
              const style = getComputedStyle(one); \
              const edge = ['Top', 'Bottom', 'Left'].some(side => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0 \
                && style[`border${side}Color`] !== 'rgba(0, 0, 0, 0)'); \
              return !edge && !style.textDecorationLine.includes('underline') && one.tagName !== 'SUMMARY' \
                && !one.closest('nav, .brand, .draft-bar, header') }).map(one => one.outerHTML.slice(0, 120))";
        let lost: Vec<String> = serde_json::from_value(browser.value_of(lost).await).expect("a list");
        found.extend(lost.iter().map(|one| format!("{name}: {one}")));
    }
    assert!(found.is_empty(), "{found:#?}");
    browser.close().await;
}

#[tokio::test]
async fn with_reduced_motion_nothing_moves() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.bring(&plan).await;
    let moving = "[...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one); \
        const any = times => times.split(',').some(time => parseFloat(time) > 0); \
        return any(style.transitionDuration) || any(style.animationDuration) }).length";
    let mut moves = 0;
    for (name, place) in pages::all(&plan.standard, &id) {
        prefers(&browser, "prefers-reduced-motion", "no-preference").await;
        browser.go(&place).await;
        moves += browser.value_of(moving).await.as_u64().expect("a number");
        prefers(&browser, "prefers-reduced-motion", "reduce").await;
        browser.settle().await;
        assert_eq!(browser.value_of(moving).await, json!(0), "{name}");
    }
    assert!(moves > 0, "there is something to keep still");
    browser.close().await;
}

/// Roles that a person does something with; each must have a name.
const USED: [&str; 12] = [
    "button",
    "link",
    "textbox",
    "checkbox",
    "radio",
    "combobox",
    "listbox",
    "option",
    "spinbutton",
    "Date",
    "DisclosureTriangle",
    "slider",
];

/// What else a screen reader may meet here; another role is one that nobody has thought of.
const KNOWN: [&str; 47] = [
    "RootWebArea",
    "banner",
    "main",
    "navigation",
    "contentinfo",
    "region",
    "group",
    "form",
    "heading",
    "paragraph",
    "list",
    "listitem",
    "table",
    "row",
    "rowgroup",
    "rowheader",
    "columnheader",
    "cell",
    "gridcell",
    "LayoutTable",
    "LayoutTableRow",
    "LayoutTableCell",
    "StaticText",
    "InlineTextBox",
    "generic",
    "none",
    "status",
    "alert",
    "log",
    "image",
    "img",
    "figure",
    "term",
    "definition",
    "DescriptionList",
    "Details",
    "LabelText",
    "Legend",
    "ListMarker",
    "LineBreak",
    "strong",
    "emphasis",
    "MenuListPopup",
    "Section",
    "code",
    "time",
    "Canvas",
];

/// A node of the tree: what it is, what it is called, and where it stands.
struct Node {
    role: String,
    name: String,
    id: String,
    parent: Option<String>,
    children: Vec<String>,
}

async fn tree(browser: &Browser) -> Vec<Node> {
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    nodes
        .iter()
        .map(|node| Node {
            role: if node["ignored"] == true { "none".to_owned() } else { text(&node["role"]["value"]) },
            name: text(&node["name"]["value"]).split_whitespace().collect::<Vec<_>>().join(" "),
            id: text(&node["nodeId"]),
            parent: node["parentId"].as_str().map(str::to_owned),
            children: node["childIds"].as_array().into_iter().flatten().map(text).collect(),
        })
        .collect()
}

#[tokio::test]
async fn a_screen_reader_gets_a_name_and_a_role_for_every_control_on_every_page() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.bring(&plan).await;
    let mut found = Vec::new();
    let mut controls = 0;
    for lang in Lang::ALL {
        browser.speak(lang).await;
        for (page, place) in pages::all(&plan.standard, &id) {
            browser.go(&place).await;
            let unfold = "for (const fold of document.querySelectorAll('details')) fold.open = true";
            browser.script(unfold, Vec::new()).await;
            browser.settle().await;
            let nodes = tree(&browser).await;
            let around = |node: &Node| {
                let mut groups = Vec::new();
                let mut at = node.parent.clone();
                while let Some(parent) = at.and_then(|id| nodes.iter().find(|node| node.id == id)) {
                    groups.extend((parent.role == "group").then(|| parent.name.clone()));
                    at = parent.parent.clone();
                }
                groups
            };
            let mut say = |fault: String| found.push(format!("{} {page}: {fault}", lang.code()));
            for node in &nodes {
                let used = USED.contains(&node.role.as_str());
                controls += usize::from(used);
                if used && node.name.is_empty() {
                    say(format!("a {} without a name", node.role));
                }
                if !used && !KNOWN.contains(&node.role.as_str()) {
                    say(format!("the role {} of “{}”", node.role, node.name));
                }
                // What is chosen between is told by the group around it.
                if node.role == "radio" && !around(node).iter().any(|group| !group.is_empty()) {
                    say(format!("“{}” is chosen in no group", node.name));
                }
            }
            let heads = nodes.iter().filter(|node| node.role == "main").count();
            if heads != 1 {
                say(format!("{heads} main parts"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(controls > 500, "{controls}");
    browser.close().await;
}

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

/// What is read out of a section's page, a line for each heading, group and control.
/// `UPDATE_TREE=1` writes the fixtures anew; they are to be read before they are kept.
#[tokio::test]
async fn a_section_is_read_out_as_it_was_meant() {
    let plan = plan::station();
    let browser = Browser::start().await;
    browser.open_app().await;
    let id = browser.bring(&plan).await;
    for lang in Lang::ALL {
        browser.speak(lang).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        let nodes = tree(&browser).await;
        let main = nodes.iter().find(|node| node.role == "main").expect("a main part");
        let lines = outline(&nodes, main, 0);
        let said = lines.join("\n") + "\n";
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/section-{}.txt", lang.code()));
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
