//! The page as a screen reader gets it: what each control is and what it is called.

use crate::browser::Browser;
use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::{Value, json};

/// Roles that a person does something with; each must have a name.
pub const USED: [&str; 13] = [
    "button",
    "link",
    "textbox",
    "searchbox",
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
#[derive(Debug)]
pub struct Node {
    /// Its role; `none` where it is ignored.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Its number.
    pub id: String,
    /// Its parent's number.
    pub parent: Option<String>,
    /// The numbers of its children.
    pub children: Vec<String>,
}

/// An element that is told of.
#[derive(Debug)]
pub struct Told {
    /// Its kind, such as `input radio`.
    pub kind: String,
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
}

impl Browser {
    /// The whole tree. Only Chromium gives it.
    pub async fn tree(&self) -> Vec<Node> {
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await;
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

    /// Every control of the tree has a name, every role is one that somebody has thought of, whatever is chosen
    /// between stands in a group that is told, and there is one main part. How many controls there are, and the faults.
    pub async fn audit_tree(&self) -> (usize, Vec<String>) {
        let nodes = self.tree().await;
        let around = |node: &Node| {
            let mut groups = Vec::new();
            let mut at = node.parent.clone();
            while let Some(parent) = at.as_ref().and_then(|id| nodes.iter().find(|node| node.id == *id)) {
                groups.extend((parent.role == "group").then(|| parent.name.clone()));
                at.clone_from(&parent.parent);
            }
            groups
        };
        let (mut controls, mut faults) = (0, Vec::new());
        for node in &nodes {
            let used = USED.contains(&node.role.as_str());
            controls += usize::from(used);
            if used && node.name.is_empty() {
                faults.push(format!("a {} without a name", node.role));
            }
            if !used && !KNOWN.contains(&node.role.as_str()) {
                faults.push(format!("the role {} of “{}”", node.role, node.name));
            }
            if node.role == "radio" && !around(node).iter().any(|group| !group.is_empty()) {
                faults.push(format!("“{}” is chosen in no group", node.name));
            }
        }
        let heads = nodes.iter().filter(|node| node.role == "main").count();
        if heads != 1 {
            faults.push(format!("{heads} main parts"));
        }
        (controls, faults)
    }

    /// Role and name of everything that is shown of these, in the order of the page.
    pub async fn told_of(&self, css: &str) -> Vec<Told> {
        let kinds = "for (const one of document.querySelectorAll('[data-told]')) delete one.dataset.told; \
            const shown = [...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility({ visibilityProperty: true })); \
            return shown.map(one => { one.dataset.told = ''; const tag = one.tagName.toLowerCase(); \
              return tag === 'input' && one.hasAttribute('type') ? `input ${one.getAttribute('type')}` : tag })";
        let kinds: Vec<String> =
            serde_json::from_value(self.script(kinds, vec![json!(css)]).await).expect("a list of texts");
        let elements: Vec<Element> = self.client().find_all(Locator::Css("[data-told]")).await.expect("elements");
        assert_eq!(elements.len(), kinds.len(), "the page changed in between");
        let mut all = Vec::new();
        for (kind, element) in kinds.into_iter().zip(elements) {
            let (role, name) = self.told(&element).await;
            all.push(Told { kind, role, name });
        }
        all
    }

    /// Every control that is shown has the role that it looks like, and a name. How many there are, and the faults.
    pub async fn audit_roles(&self) -> (usize, Vec<String>) {
        let all = self.told_of("a[href], button, input, select, textarea, summary").await;
        // What a summary is called stands in it.
        let wrong = all.iter().filter(|one| {
            !roles(&one.kind).contains(&one.role.as_str()) || (one.name.is_empty() && one.kind != "summary")
        });
        (all.len(), wrong.map(|one| format!("{}: {} “{}”", one.kind, one.role, one.name)).collect())
    }
}

/// The roles that an element may have; the last two have none in WAI-ARIA.
fn roles(element: &str) -> &'static [&'static str] {
    match element {
        "a" => &["link"],
        "button" | "input file" => &["button"],
        // One that offers what was typed elsewhere is a box that is combined with a list.
        "input text" => &["textbox", "combobox"],
        "input search" => &["searchbox"],
        "textarea" => &["textbox"],
        "input radio" => &["radio"],
        "input checkbox" => &["checkbox"],
        "select" => &["combobox"],
        "input date" => &["", "Date"],
        "summary" => &["", "DisclosureTriangle"],
        _ => &[],
    }
}
