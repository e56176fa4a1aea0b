//! The published JSON Schemas are written from the types, so that a reader in another program and this
//! one can never disagree. `UPDATE_SCHEMAS=1 cargo test schema` writes them after a change of a type.

// Published are the schemas of the format that is released next, not of the one after it.
#![cfg(not(feature = "next-format"))]

use crate::model::draft::exports::{REMEMBERED, TIMES};
use crate::model::draft::{COUNTER, Draft};
use crate::model::files::json::LARGEST;
use crate::model::mail::MAILBOX;
use crate::model::photos::photo;
use crate::model::photos::photo::Photo;
use crate::model::record::answers::{Answer, Evidence};
use crate::model::record::unit::LINE;
use crate::model::review::bundle::{BUNDLES, Bundle, UNITS};
use crate::model::review::entry::REPLACES;
use crate::model::review::judged::Deviation;
use crate::model::review::review_file::ReviewFile;
use crate::model::review::taken::FILE_NAME;
use crate::model::standard::Standard;
use crate::model::standard::lint::VERSION;
use crate::model::standard::scale::kind::MAX_PARTS;
use crate::model::standard::words::MAX_LANGUAGES;
use crate::model::submission::Submission;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// What the reader refuses besides the shape of the types: in which definition (empty for the whole
/// file), which property, and its limits. What is not in a schema is left out there.
fn limits() -> Vec<(&'static str, &'static str, Value)> {
    let range = |least: u64, most: u64| json!({"minimum": least, "maximum": most});
    let line = json!({"maxLength": LINE});
    let some = json!({"minItems": 1});
    let mut limits = vec![
        ("", "format", range(1, 1)),
        ("", "year", range(1990, 2199)),
        ("", "counter", range(0, COUNTER)),
        ("", "revision", range(1, u64::from(TIMES + 1))),
        ("Export", "revision", range(1, u64::from(TIMES))),
        ("QuestionSnapshot", "year", range(1990, 2199)),
        ("", "exports", json!({"maxItems": REMEMBERED})),
        ("Signed", "year", range(1990, 2199)),
        ("Receiver", "mailbox", json!({"maxLength": MAILBOX, "pattern": "^[A-Za-z0-9_+.-]+@[A-Za-z0-9.-]+$"})),
        ("Standard", "format", range(1, 1)),
        ("Standard", "year", range(1990, 2199)),
        ("Evidence", "ledger", json!({"maxLength": Evidence::LEDGER})),
        ("Evidence", "page", json!({"maxLength": Evidence::PAGE})),
        ("Photo", "name", json!({"maxLength": Photo::LINE})),
        ("Photo", "caption", json!({"maxLength": Photo::LINE})),
        ("Photo", "bytes", range(1, u64::from(photo::LARGEST))),
        ("Photo", "width", range(1, u64::from(u32::MAX))),
        ("Photo", "height", range(1, u64::from(u32::MAX))),
        ("Answer", "note", json!({"maxLength": Answer::NOTE})),
        ("Attached", "notes/patternProperties/^[A-Za-z0-9_-]{1,40}$", json!({"maxLength": Answer::NOTE})),
        ("Item", "effort", range(1, 3)),
        ("Level", "percent", range(0, 100)),
        ("AmountOf", "times", range(1, 1_000_000)),
        ("AmountOf", "over", range(1, 1_000_000)),
        ("AmountOf", "at_least", range(0, 1_000_000)),
        ("Line", "stars", range(0, 10)),
        ("Sum", "plus", some.clone()),
        ("Tag", "items", some.clone()),
        ("PartScale", "parts", json!({"minItems": 1, "maxItems": MAX_PARTS})),
        ("DeductScale", "faults", json!({"minItems": 1, "maxItems": MAX_PARTS})),
        ("Submission", "format", range(1, 1)),
        ("Submission", "revision", range(1, u64::from(TIMES))),
        ("ReviewBasics", "year", range(1990, 2199)),
        ("ReviewBasics", "standards", some.clone()),
        ("ReviewEntry", "replaces", json!({"maxItems": REPLACES, "uniqueItems": true})),
        ("TakenFile", "file_name", json!({"maxLength": FILE_NAME})),
        ("Deviation", "words", json!({"maxLength": Deviation::WORDS})),
        ("Sealed", "year", range(1990, 2199)),
        ("Sealed", "number", range(1, u64::from(BUNDLES))),
        ("Sealed", "units", json!({"maxItems": UNITS})),
    ];
    for property in ["code", "name", "township", "village", "head", "liaison", "members"] {
        limits.push(("RosterLine", property, line.clone()));
    }
    for property in ["code", "name", "village", "head"] {
        limits.push(("BundledUnit", property, line.clone()));
    }
    for (definition, property) in [("Who", "group"), ("Who", "name"), ("Sealed", "township"), ("Sealed", "by")] {
        limits.push((definition, property, line.clone()));
    }
    for property in ["code", "name", "township", "village", "address", "hours"] {
        limits.push(("Unit", property, line.clone()));
    }
    for property in ["name", "office", "phone"] {
        limits.push(("Post", property, line.clone()));
    }
    for property in ["name", "post"] {
        limits.push(("Declaration", property, line.clone()));
    }
    for standard in ["", "Standard"] {
        // Beside a reference, so that a strict validator asks for the type again.
        limits.push((standard, "step", json!({"type": "integer", "minimum": 1, "maximum": 100})));
        limits.push((standard, "version", range(0, VERSION)));
        limits.push((standard, "mail_limit", range(0, LARGEST)));
        limits.push((standard, "languages", json!({"maxItems": MAX_LANGUAGES, "uniqueItems": true})));
        for list in ["languages", "assessors", "sections", "lines"] {
            limits.push((standard, list, some.clone()));
        }
    }
    limits
}

/// Where a limit stands in a schema that has it.
fn pointer(definition: &str, property: &str) -> String {
    if definition.is_empty() {
        format!("/properties/{property}")
    } else {
        format!("/$defs/{definition}/properties/{property}")
    }
}

fn schema<T: JsonSchema>(name: &str, title: &str) -> Schema {
    // The reader tells keys that no type knows; the types do not say so, as those of a newer format are passed over.
    let no_others = RecursiveTransform(|schema: &mut Schema| {
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), json!(false));
        }
    });
    // `uint32` and the like are formats of schemars alone, at which strict validators stop.
    let limits_of_kinds = RecursiveTransform(|schema: &mut Schema| {
        let most = match schema.get("format").and_then(Value::as_str) {
            Some("uint8") => u64::from(u8::MAX),
            Some("uint16") => u64::from(u16::MAX),
            Some("uint32") => u64::from(u32::MAX),
            Some("uint64" | "uint") => LARGEST,
            _ => return,
        };
        schema.remove("format");
        if schema.get("maximum").is_none() {
            schema.insert("maximum".to_owned(), json!(most));
        }
    });
    let settings = SchemaSettings::draft2020_12().with_transform(no_others).with_transform(limits_of_kinds);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    for (definition, property, limit) in limits() {
        let place = schema.pointer_mut(&pointer(definition, property));
        if let (Some(Value::Object(place)), Value::Object(limit)) = (place, limit) {
            place.extend(limit);
        }
    }
    if matches!(name, "draft" | "submission") {
        // The types know the photos' bytes as little as the draft in the browser does; they stand in files alone.
        let bytes = json!({"type": "string", "contentEncoding": "base64"});
        let photos = json!({
            "description": "The bytes of the photos in base64, by the digest of each. Left out when there are none.",
            "type": "object",
            "patternProperties": {"^[0-9a-f]{64}$": bytes},
            "additionalProperties": false
        });
        if let Some(Value::Object(properties)) = schema.pointer_mut("/properties") {
            properties.insert("photos".to_owned(), photos);
        }
    }
    schema.insert("$id".to_owned(), json!(format!("urn:xingzhan:{name}:1")));
    schema.insert("title".to_owned(), json!(title));
    schema
}

fn schemas() -> [(&'static str, Schema); 5] {
    [
        ("standard", schema::<Standard>("standard", "评定标准 standard, format 1")),
        ("draft", schema::<Draft>("draft", "草稿 draft, format 1")),
        ("submission", schema::<Submission>("submission", "申报文件 submission, format 1")),
        ("bundle", schema::<Bundle>("bundle", "乡镇打包文件 bundle, format 1")),
        ("review", schema::<ReviewFile>("review", "评审文件 review, format 1")),
    ]
}

#[test]
fn every_limit_stands_in_a_schema() {
    let schemas = schemas();
    let nowhere: Vec<String> = limits()
        .into_iter()
        .map(|(definition, property, _)| pointer(definition, property))
        .filter(|place| schemas.iter().all(|(_, schema)| schema.pointer(place).is_none()))
        .collect();
    assert_eq!(nowhere, Vec::<String>::new());
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    let update = std::env::var_os("UPDATE_SCHEMAS").is_some();
    let mut differ = Vec::new();
    for (name, schema) in schemas() {
        let path = format!("{}/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if update {
            std::fs::write(&path, &text).expect("the schema folder can be written");
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != text {
            differ.push(name);
        }
    }
    assert_eq!(differ, Vec::<&str>::new(), "run UPDATE_SCHEMAS=1 cargo test schema");
}
