//! How the files of the program depend on each other: never in a circle, and what nobody else uses is not public. A
//! parent that lists its children is no dependency.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, UseTree, Visibility};

/// The path of a module, such as `model::draft`; its file, read.
type Files = BTreeMap<String, syn::File>;

fn collect(folder: &Path, module: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        // A folder may have its own file in it.
        let module = match (module, name.as_str()) {
            (module, "mod") => module.to_owned(),
            ("", name) => name.to_owned(),
            (module, name) => format!("{module}::{name}"),
        };
        if path.is_dir() {
            collect(&path, &module, files);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !matches!(module.as_str(), "lib" | "main") {
            let text = fs::read_to_string(&path).expect("a file");
            files.insert(module, syn::parse_file(&text).expect("Rust"));
        }
    }
}

fn files() -> Files {
    let mut files = Files::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    assert!(files.len() > 150, "{} files", files.len());
    files
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    })
}

/// Every path that stands in a file, as it is written, and whether it stands in a module within the file.
#[derive(Default)]
struct Paths {
    found: Vec<(Vec<String>, usize)>,
    depth: usize,
}

impl Paths {
    fn add(&mut self, path: Vec<String>) {
        self.found.push((path, self.depth));
    }

    fn tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.tree(&with(&path.ident), &path.tree),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(before, tree)),
            UseTree::Name(name) => self.add(with(&name.ident)),
            UseTree::Rename(name) => self.add(with(&name.ident)),
            UseTree::Glob(_) => self.add(before.to_vec()),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&[], &item.tree);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.content.is_some() && !is_test(&item.attrs) {
            self.depth += 1;
            visit::visit_item_mod(self, item);
            self.depth -= 1;
        }
    }

    // Who may see something is no use of it: `pub(super)`.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        // What a macro is given is no syntax of ours: the names in it are read one after the other.
        let text = found.tokens.to_string().replace(" :: ", "::");
        for word in text.split(|character: char| !(character.is_alphanumeric() || character == '_' || character == ':'))
        {
            if word.contains("::") {
                self.add(word.split("::").map(str::to_owned).collect());
            }
        }
        visit::visit_macro(self, found);
    }
}

/// Which other files each file names.
fn dependencies(files: &Files) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut all = BTreeMap::new();
    for (module, file) in files {
        let mut paths = Paths::default();
        paths.visit_file(file);
        let named = all.entry(module.as_str()).or_insert_with(BTreeSet::new);
        for (path, depth) in paths.found {
            let mut base: Vec<&str> = module.split("::").collect();
            let mut path: &[String] = &path;
            let Some(first) = path.first() else { continue };
            match first.as_str() {
                "crate" => base.clear(),
                "self" => {}
                "super" => {
                    // The first ones lead out of the modules within the file.
                    let ups = path.iter().take_while(|name| *name == "super").count();
                    for _ in 0..ups.saturating_sub(depth) {
                        base.pop();
                    }
                    path = &path[ups - 1..];
                }
                _ => continue,
            }
            base.extend(path[1..].iter().map(String::as_str));
            while !base.is_empty() && !files.contains_key(&base.join("::")) {
                base.pop();
            }
            if let Some((known, _)) = files.get_key_value(&base.join("::")).filter(|(known, _)| *known != module) {
                named.insert(known.as_str());
            }
        }
    }
    all
}

#[test]
fn no_file_depends_on_one_that_depends_on_it() {
    let files = files();
    let named = dependencies(&files);
    assert!(named.values().map(BTreeSet::len).sum::<usize>() > 800, "the paths are seen");
    // Whatever depends on nothing that is left is taken away; what stays stands in circles or before them.
    let mut left: BTreeSet<&str> = named.keys().copied().collect();
    loop {
        let free: Vec<&str> =
            left.iter().copied().filter(|file| named[file].iter().all(|other| !left.contains(other))).collect();
        if free.is_empty() {
            break;
        }
        left.retain(|file| !free.contains(file));
    }
    // Those that only come before a circle.
    loop {
        let unnamed: Vec<&str> =
            left.iter().copied().filter(|file| !left.iter().any(|other| named[other].contains(file))).collect();
        if unnamed.is_empty() {
            break;
        }
        left.retain(|file| !unnamed.contains(file));
    }
    let circles: Vec<String> = left
        .iter()
        .map(|file| {
            format!("{file} -> {:?}", named[file].iter().filter(|other| left.contains(*other)).collect::<Vec<_>>())
        })
        .collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The folders in the order in which they know each other: each only those before it.
const LAYERS: [&str; 8] = ["model", "persistence", "i18n", "platform", "components", "pages", "modules", "app"];

/// The same within the model; its other folders stand beside them and are nobody's layer.
const MODEL: [&str; 6] = ["standard", "record", "scoring", "draft", "submission", "review"];

#[test]
fn no_folder_knows_one_that_stands_on_it() {
    let files = files();
    let layer = |module: &str| {
        let mut names = module.split("::");
        let first = names.next().unwrap_or_default();
        (
            LAYERS.iter().position(|layer| *layer == first),
            names.next().filter(|_| first == "model").and_then(|part| MODEL.iter().position(|layer| *layer == part)),
        )
    };
    let mut wrong = Vec::new();
    for (file, named) in dependencies(&files) {
        let (own, part) = layer(file);
        for other in named {
            let (theirs, other_part) = layer(other);
            let above = own.zip(theirs).is_some_and(|(own, theirs)| theirs > own);
            let above_in_model = part.zip(other_part).is_some_and(|(own, theirs)| theirs > own);
            // Sentences know the model and nothing else; what saves knows no sentence.
            let beside = own.zip(theirs) == Some((2, 1));
            if above || above_in_model || beside {
                wrong.push(format!("{file} -> {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Type names that stand for more than one thing: a reader who looks for one finds two.
#[test]
fn hardly_a_type_name_stands_for_more_than_one_thing() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (module, file) in &files() {
        for item in &file.items {
            let name = match item {
                Item::Struct(item) => &item.ident,
                Item::Enum(item) => &item.ident,
                Item::Type(item) => &item.ident,
                Item::Trait(item) => &item.ident,
                _ => continue,
            };
            found.entry(name.to_string()).or_default().push(module.clone());
        }
    }
    assert!(found.len() > 250, "{} types", found.len());
    found.retain(|_, modules| modules.len() > 1);
    assert!(found.len() <= 5, "{found:#?}");
}

/// The names in a file outside its tests.
fn names(file: &syn::File) -> BTreeSet<String> {
    let items = file.items.iter().filter(|item| !matches!(item, Item::Mod(module) if is_test(&module.attrs)));
    let mut names = BTreeSet::new();
    for item in items {
        let text = quote_of(item);
        names.extend(
            text.split(|character: char| !(character.is_alphanumeric() || character == '_')).map(str::to_owned),
        );
    }
    names
}

fn quote_of(item: &Item) -> String {
    struct Words(String);
    impl<'ast> Visit<'ast> for Words {
        fn visit_ident(&mut self, name: &'ast syn::Ident) {
            self.0.push_str(&name.to_string());
            self.0.push(' ');
        }

        fn visit_macro(&mut self, found: &'ast syn::Macro) {
            self.0.push_str(&found.tokens.to_string());
            self.0.push(' ');
            visit::visit_macro(self, found);
        }

        // Of an attribute: a function that serde is told of.
        fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
            self.0.push_str(&list.tokens.to_string());
            self.0.push(' ');
        }
    }
    let mut words = Words(String::new());
    words.visit_item(item);
    words.0
}

/// Functions and constants that are public, at the top of a file or of a type's.
fn public(file: &syn::File) -> Vec<String> {
    let open = |visibility: &Visibility| !matches!(visibility, Visibility::Inherited);
    let mut found = Vec::new();
    for item in &file.items {
        match item {
            Item::Fn(item) if open(&item.vis) => found.push(item.sig.ident.to_string()),
            Item::Const(item) if open(&item.vis) => found.push(item.ident.to_string()),
            Item::Static(item) if open(&item.vis) => found.push(item.ident.to_string()),
            Item::Impl(block) => {
                for item in &block.items {
                    match item {
                        syn::ImplItem::Fn(item) if open(&item.vis) => found.push(item.sig.ident.to_string()),
                        syn::ImplItem::Const(item) if open(&item.vis) => found.push(item.ident.to_string()),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// What the next pages are made of: who decides in a group, what was seen before it was changed. Each is
/// taken off this list with the page that uses it; the test fails on one that is used or gone.
const AWAITED: [&str; 0] = [];

#[test]
fn nothing_is_public_that_only_its_own_file_uses() {
    let files = files();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let programs = ["src/main.rs", "blank/src/main.rs", "blank/src/sheet.rs"].map(|path| {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file");
        syn::parse_file(&text).expect("Rust")
    });
    for file in files.values().chain(&programs) {
        for name in names(file) {
            *used.entry(name).or_default() += 1;
        }
    }
    let mut alone = Vec::new();
    for (module, file) in &files {
        alone.extend(
            public(file).into_iter().filter(|name| used.get(name) == Some(&1)).map(|name| format!("{module}::{name}")),
        );
    }
    let awaited: Vec<String> = AWAITED.map(str::to_owned).to_vec();
    assert_eq!(alone, awaited, "left: public without need");
}
