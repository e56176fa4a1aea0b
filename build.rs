//! What the linker of the page's module is told besides, and the language that only tests speak.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a build that cannot go on may stop")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// What Chromium 83 knows, in the linker's words; the same as in index.html, in those of wasm-opt.
const FEATURES: &str = "bulk-memory,mutable-globals,nontrapping-fptoint,sign-ext";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What refers to what: scripts/split.mjs takes the module apart by it.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
        // The standard library was compiled for newer engines, but what we use of it needs nothing of theirs.
        // Otherwise wasm-bindgen would believe that it may.
        println!("cargo::rustc-link-arg-bins=--no-check-features");
        println!("cargo::rustc-link-arg-bins=--features={FEATURES}");
    }
    if env::var_os("CARGO_FEATURE_PSEUDO_LANGUAGE").is_some() {
        pseudo_language();
    }
}

/// Makes a language of the folder `src/i18n/en`, and of nothing else: the same sentences with other letters, between
/// marks. That it compiles proves that the folder is all that a language is made of.
fn pseudo_language() {
    let folder = Path::new("src/i18n/en");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder of a language")
        .map(|entry| entry.expect("a file").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    let mut all = String::new();
    for name in names {
        let source = pseudo_source(&fs::read_to_string(folder.join(&name)).expect("a source"));
        match name.strip_suffix(".rs") {
            // It names the others, which stand in this file.
            Some("mod") => {
                all.extend(source.lines().filter(|line| !line.starts_with("pub mod ")).map(|line| format!("{line}\n")));
            }
            Some(module) => write!(all, "pub mod {module} {{\n{source}\n}}\n").expect("memory"),
            None => panic!("{name} is no source"),
        }
    }
    let out = env::var("OUT_DIR").expect("where it goes");
    fs::write(Path::new(&out).join("pseudo.rs"), all).expect("it is written");
}

/// A source with every sentence in it changed, and the two places where a language names itself.
fn pseudo_source(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(character) = rest.chars().next() {
        if rest.starts_with("//") {
            // Comments are left out: those of a whole file may not stand within another.
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if character == '"' {
            let (content, after) = literal(&rest[1..]);
            let is_pattern = after.trim_start().starts_with("=>");
            if out.ends_with("tag: ") {
                out.push_str("\"qps\"");
            } else if is_pattern {
                write!(out, "\"{content}\"").expect("memory");
            } else {
                write!(out, "\"{}\"", pseudo_sentence(content)).expect("memory");
            }
            rest = after;
        } else {
            out.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    out.replace("Lang::En", "Lang::Pseudo")
}

/// What stands between quotes, as it is written, and what comes after them.
fn literal(rest: &str) -> (&str, &str) {
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (&rest[..at], &rest[at + 1..]),
            _ => {}
        }
    }
    panic!("quotes that do not end")
}

/// `⟦Šáṽéð {n}⟧` for `Saved {n}`. What is put in and what is escaped stays as it is, and so does a text without a letter.
fn pseudo_sentence(content: &str) -> String {
    let mut out = String::new();
    let mut characters = content.chars();
    let mut changed = false;
    while let Some(character) = characters.next() {
        match character {
            '{' => {
                out.push(character);
                out.push_str(&up_to('}', &mut characters));
            }
            '\\' => {
                let escaped = characters.next();
                out.push(character);
                out.extend(escaped);
                if escaped == Some('u') {
                    out.push_str(&up_to('}', &mut characters));
                }
            }
            character if character.is_ascii_alphabetic() => {
                changed = true;
                out.push(other_letter(character));
            }
            character => out.push(character),
        }
    }
    if changed { format!("⟦{out}⟧") } else { out }
}

fn up_to(end: char, characters: &mut std::str::Chars<'_>) -> String {
    let mut found = String::new();
    for character in characters {
        found.push(character);
        if character == end {
            break;
        }
    }
    found
}

fn other_letter(letter: char) -> char {
    const SMALL: &str = "áƀçðéƒĝĥíĵķļɱñöþɋŕšţüṽŵẋýž";
    const LARGE: &str = "ÁƁÇÐÉƑĜĤÍĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ";
    let (letters, first) = if letter.is_ascii_lowercase() { (SMALL, b'a') } else { (LARGE, b'A') };
    letters.chars().nth(usize::from(letter as u8 - first)).expect("a letter")
}
