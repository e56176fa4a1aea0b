//! What is said of a file of the site that did not come as it should.

use xingzhan::i18n;
use xingzhan::model::files::site_files::{MissingFile, SiteFault};
use xingzhan::model::standard::words::Lang;

#[test]
fn every_fault_of_a_file_has_a_sentence_of_its_own_that_names_the_file_and_the_answer() {
    let mut said = Vec::new();
    for lang in Lang::ALL {
        for fault in SiteFault::ALL {
            let lack = MissingFile { file: "xingzhan-0123.wasm".to_owned(), fault, answer: "404".to_owned() };
            let sentence = i18n::lack(lang, &lack);
            let of_the_site = !matches!(fault, SiteFault::Damaged | SiteFault::NotRun);
            assert_eq!(sentence.contains("xingzhan-0123.wasm"), of_the_site, "{sentence}");
            let answered = matches!(fault, SiteFault::Status | SiteFault::Type | SiteFault::Content);
            assert_eq!(sentence.contains("404"), answered, "{sentence}");
            let teller = sentence.contains("管这个网址的人") || sentence.contains("whoever looks after this address");
            assert_eq!(teller, answered, "{sentence}");
            said.push(sentence);
        }
    }
    said.sort_unstable();
    said.dedup();
    assert_eq!(said.len(), Lang::ALL.len() * SiteFault::ALL.len());
}

#[test]
fn the_names_of_the_faults_are_those_that_the_start_script_gives_and_the_page_has_a_sentence_for() {
    let script = std::fs::read_to_string("static/start.js").unwrap_or_default();
    let page = std::fs::read_to_string("index.html").unwrap_or_default();
    for name in ["status", "network", "slow", "type", "content", "damaged", "run"] {
        assert!(SiteFault::named(name).is_some() && script.contains(&format!("\"{name}\"")), "{name}");
        // The last one comes after the start alone.
        assert_eq!(page.matches(&format!("data-{name}=\"")).count(), if name == "run" { 0 } else { 2 }, "{name}");
    }
    assert_eq!(SiteFault::named("else"), None);
}
