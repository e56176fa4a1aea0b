//! A language that the build makes of the folder of another one, its sentences in other letters: that it is whole shows
//! that the folder is all there is to a language. Wherever a plain letter is left, a sentence of the program stands
//! outside of the folders. The browser's `pseudo` walk looks at the pages in the same way.

use crate::common::{example, station};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, LitStr, Macro, Token};
use xingzhan::i18n::{self, text};
use xingzhan::model::files::site_files::{MissingFile, SiteFault};
use xingzhan::model::office::OfficeError;
use xingzhan::model::print::table::{Cell, Content, Sheet};
use xingzhan::model::problem::{Fault, Problem};
use xingzhan::model::standard::words::{Lang, LangTag};
use xingzhan::model::submission::Submission;

/// Every text in a source, also those in macros.
#[derive(Default)]
struct Texts(Vec<String>);

impl<'ast> Visit<'ast> for Texts {
    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.0.push(text.value());
    }

    /// A comment is an attribute.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_macro(&mut self, found: &'ast Macro) {
        let arguments = found.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated).expect("arguments");
        for argument in &arguments {
            self.visit_expr(argument);
        }
        visit::visit_macro(self, found);
    }
}

fn texts(source: &str) -> Vec<String> {
    let mut texts = Texts::default();
    texts.visit_file(&syn::parse_file(source).expect("Rust"));
    texts.0
}

/// A text without what is put into it.
fn said(text: &str) -> String {
    let mut depth = 0;
    let outside = |character: &char| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(outside).collect()
}

fn has_letters(text: &str) -> bool {
    said(text).contains(|character: char| character.is_ascii_alphabetic())
}

#[test]
fn every_sentence_of_the_folder_is_there_with_its_mark_and_nothing_else_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n/en");
    let mut names: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    names.sort();
    let english: Vec<String> =
        names.iter().flat_map(|path| texts(&fs::read_to_string(path).expect("a source"))).collect();
    let pseudo = texts(&fs::read_to_string(concat!(env!("OUT_DIR"), "/pseudo.rs")).expect("what the build wrote"));
    assert_eq!(pseudo.len(), english.len());
    assert!(english.len() > 500, "{} texts", english.len());
    let mut plain = Vec::new();
    for (english, pseudo) in english.iter().zip(&pseudo) {
        if has_letters(english) && !(pseudo.starts_with('⟦') && pseudo.ends_with('⟧') && !has_letters(pseudo)) {
            plain.push(pseudo.as_str());
        }
        let numbers = |text: &str| text.matches(['{', '}']).count();
        assert_eq!(numbers(english), numbers(pseudo), "{english}: what is put in is put in");
    }
    // The tag of the language, and those of others where it says their names.
    plain.sort_unstable();
    assert_eq!(plain, ["en", "qps", "zh"]);
}

/// What is left of a sentence once everything is taken away that the standard says or somebody typed: plain letters of
/// more than one, and Chinese. Names of media, sizes and codes are no sentences.
fn left(sentence: &str, known: &[String]) -> Vec<String> {
    let rest = known.iter().fold(sentence.to_owned(), |rest, known| rest.replace(known.as_str(), " "));
    rest.split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1 || word.contains(is_han))
        .map(str::to_owned)
        .collect()
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// Every text in these values, the longest first.
fn known(values: &[Value]) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.extend(text.lines().chain([text.as_str()]).map(|line| line.trim().to_owned())),
            Value::Array(list) => list.iter().for_each(|value| collect(value, texts)),
            Value::Object(object) => object.values().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for value in values {
        collect(value, &mut texts);
    }
    texts.retain(|text| !text.is_empty());
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

/// Every text on a sheet.
fn on_sheet(sheet: &Sheet) -> Vec<String> {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells).filter_map(said_in);
    let columns = sheet.columns.iter().map(|column| column.words.clone());
    let page = sheet.page.replace("{page}", "1").replace("{pages}", "2");
    let lines = sheet.lines.iter().chain(&sheet.foot).cloned();
    cells.chain(columns).chain(lines).chain([sheet.title.clone(), page]).collect()
}

fn said_in(cell: &Cell) -> Option<String> {
    match &cell.content {
        Some(Content::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

#[test]
fn sheets_mails_and_faults_hold_no_sentence_that_stands_outside_of_the_folder() {
    let (draft, pseudo) = (example(), text(Lang::Pseudo));
    let score = draft.score();
    let submission = Submission::of(&draft, crate::common::time());
    let code = submission.codes.signed.to_string();
    let known =
        known(&[json!(draft), json!({"code": code, "title": draft.standard.sheet_title(Lang::Pseudo, draft.year)})]);
    let mut said = Vec::new();
    said.extend(on_sheet(&i18n::sheet(pseudo, &draft, &score, None)));
    said.extend(on_sheet(&i18n::todo(pseudo, &draft, &score, None)));
    said.extend(on_sheet(&i18n::data_sheet(pseudo, &draft, &score, None, false)));
    let approval = i18n::approval(pseudo, &draft, &score, None);
    said.extend([
        approval.name,
        approval.title,
        approval.unit.0.to_owned(),
        approval.stars.0.to_owned(),
        approval.stars.1,
    ]);
    said.extend(approval.basics.into_iter().flat_map(|(what, said)| [what, said]));
    said.extend(approval.boxes.into_iter().flatten().chain(approval.foot).chain(approval.total));
    let mail = i18n::mail(pseudo, station(), &submission, "a");
    said.extend(mail.lines);
    said.push(mail.subject);
    for gate in &draft.standard.gates {
        said.push(i18n::condition(pseudo, &draft.standard, &draft.record, &score, &gate.when));
        said.push(i18n::effect(pseudo, &draft.standard, gate));
    }
    for fault in SiteFault::ALL {
        said.push(i18n::lack(Lang::Pseudo, &MissingFile { file: "1".into(), answer: "2".into(), fault }));
    }
    said.extend(OfficeError::ALL.map(|reason| i18n::not_made(pseudo, reason).to_owned()));
    for place in ["counter", "signed.answers.1", "record.facts.2", "attached.notes.3", "posts.4.5", "unit.6"] {
        for fault in [Fault::Empty, Fault::OutOfRange { least: 1, most: 2 }, Fault::NoLanguage, Fault::OffStep] {
            said.push(i18n::fault(pseudo, &Problem::at(place, fault)));
        }
    }
    said.push(i18n::fault(pseudo, &Problem::at("", Fault::NoWords(LangTag::try_from("zh").expect("a tag")))));
    let faults: Vec<_> =
        said.iter().map(|said| (said, left(said, &known))).filter(|(_, left)| !left.is_empty()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(said.len() > 500 && said.iter().filter(|said| said.contains('⟦')).count() > 100, "{}", said.len());
}

#[test]
fn a_sentence_outside_of_the_folder_is_found() {
    let known = ["基层".to_owned(), "Station".to_owned()];
    assert_eq!(left("⟦Šáṽéð⟧ 基层 Station 12 A1 ÷", &known), Vec::<String>::new());
    assert_eq!(left("⟦Šáṽéð⟧ now 保存", &known), ["now", "保存"]);
}

#[test]
fn the_language_has_its_tag_and_no_words_of_a_standard() {
    let frame = i18n::frame(Lang::Pseudo);
    assert_eq!((Lang::Pseudo.tag(), frame.tag, frame.language), ("qps", "qps", "⟦Éñĝļíšĥ⟧"));
    assert_eq!(station().title.get(Lang::Pseudo), station().title.get(Lang::Zh), "the program's first language");
    assert_eq!(text(Lang::Pseudo).lang, Lang::Pseudo);
}
