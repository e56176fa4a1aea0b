//! Everything that is wrong with a file, sentence by sentence.

use crate::i18n::author::place;
use crate::i18n::fault::fault;
use crate::i18n::{Text, author_words};
use crate::model::problem::{Fault, Problem};

/// The most places of a language's missing words that are named.
const NAMED: usize = 3;

/// What is wrong with a file, a sentence for each; words that are missing in one language are one sentence.
pub fn faults_in_words(text: &Text, problems: &[Problem]) -> Vec<String> {
    let words = author_words(text.lang);
    let mut said: Vec<String> = Vec::new();
    let mut languages = Vec::new();
    for problem in problems {
        let Fault::NoWords(lang) = &problem.fault else {
            said.push(fault(text, problem));
            continue;
        };
        if languages.contains(&lang) {
            continue;
        }
        languages.push(lang);
        let lacks: Vec<&Problem> = problems.iter().filter(|other| other.fault == problem.fault).collect();
        match lacks.as_slice() {
            [alone] => said.push(fault(text, alone)),
            several => {
                let first = several.iter().take(NAMED);
                let named = first.map(|one| match &one.part {
                    Some(part) => place(text, part),
                    None => one.place.clone(),
                });
                said.push((words.no_words)(lang.as_str(), several.len(), &named.collect::<Vec<_>>()));
            }
        }
    }
    said
}
