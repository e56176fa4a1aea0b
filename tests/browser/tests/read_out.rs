//! The page as a screen reader gets it: what each control is and what it is called.

use fantoccini::Locator;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::{env, fs};
use xingzhan::model::words::Lang;
use xingzhan_browser_tests::browser::Browser;
use xingzhan_browser_tests::engine::{Engine, Wish};
use xingzhan_browser_tests::{pages, plan};

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

fn fixture(lang: Lang) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/section-{}.txt", lang.code()))
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

/// Role and name of everything that is shown of these, in the order of the page.
async fn told(browser: &Browser, css: &str) -> Vec<(String, String, String)> {
    let mark = "for (const one of document.querySelectorAll('[data-told]')) delete one.dataset.told; \
        for (const one of document.querySelectorAll(arguments[0])) \
          if (one.checkVisibility({ visibilityProperty: true })) one.dataset.told = ''";
    browser.script(mark, vec![json!(css)]).await;
    let mut all = Vec::new();
    for element in browser.client().find_all(Locator::Css("[data-told]")).await.expect("elements") {
        let tag = element.tag_name().await.expect("a name");
        let kind = element.attr("type").await.expect("an attribute").filter(|_| tag == "input");
        let (role, name) = browser.told(&element).await;
        all.push((kind.map_or(tag.clone(), |kind| format!("{tag} {kind}")), role, name));
    }
    all
}

/// The roles that an element may have; the last two have none in WAI-ARIA.
fn roles(element: &str) -> &'static [&'static str] {
    match element {
        "a" => &["link"],
        "button" | "input file" => &["button"],
        // One that offers what was typed elsewhere is a box that is combined with a list.
        "input text" => &["textbox", "combobox"],
        "textarea" => &["textbox"],
        "input radio" => &["radio"],
        "input checkbox" => &["checkbox"],
        "select" => &["combobox"],
        "input date" => &["", "Date"],
        "summary" => &["", "DisclosureTriangle"],
        _ => &[],
    }
}

#[tokio::test]
async fn in_both_engines_every_control_has_the_role_it_looks_like_and_a_name() {
    let plan = plan::station();
    for engine in Engine::BOTH {
        let browser = Browser::wish(Wish { engine, ..Wish::default() }).await;
        browser.open_app().await;
        let id = browser.bring(&plan).await;
        let (mut found, mut controls) = (Vec::new(), 0);
        for (page, place) in pages::all(&plan.standard, &id) {
            browser.go(&place).await;
            for (element, role, name) in told(&browser, "a[href], button, input, select, textarea, summary").await {
                controls += 1;
                // What a summary is called stands in it.
                if !roles(&element).contains(&role.as_str()) || (name.is_empty() && element != "summary") {
                    found.push(format!("{page}: {element}: {role} “{name}”"));
                }
            }
        }
        assert!(found.is_empty(), "{engine:?}: {found:#?}");
        assert!(controls > 500, "{engine:?}: {controls}");
        browser.close().await;
    }
}

/// The same fixture, without its depths: Firefox tells role and name of one element at a time.
#[tokio::test]
async fn firefox_reads_the_same_section_out_as_chromium() {
    let plan = plan::station();
    let browser = Browser::wish(Wish { engine: Engine::Firefox, ..Wish::default() }).await;
    browser.open_app().await;
    let id = browser.bring(&plan).await;
    for lang in Lang::ALL {
        browser.speak(lang).await;
        browser.go(&format!("#/d/{id}/section/A")).await;
        let all = told(&browser, TOLD).await;
        let from = all.iter().position(|(element, ..)| element == "main").expect("a main part");
        let named = all[from..].iter().filter(|(_, role, name)| role != "group" || !name.is_empty());
        let said: Vec<String> = named
            .map(|(element, role, name)| {
                let role = match element.as_str() {
                    "input date" => "Date",
                    "summary" => "DisclosureTriangle",
                    _ => role,
                };
                format!("{role} {name}").trim_end().to_owned()
            })
            .collect();
        let expected = fs::read_to_string(fixture(lang)).expect("the fixture");
        let expected: Vec<&str> = expected.lines().map(str::trim_start).collect();
        let other = said.iter().zip(&expected).find(|(now, then)| now != *then);
        assert_eq!(other, None, "{}", lang.code());
        assert_eq!(said.len(), expected.len(), "{}", lang.code());
    }
    browser.close().await;
}
