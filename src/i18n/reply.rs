//! The numbered lines that a unit is asked in a chat: the same numbers, in the same order, as on the paper form.

use crate::i18n::{Text, reply_words};
use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::review::reply::ReplyWords;
use crate::model::review::reply_form::{AnswerForm, AskedFor, AskedLine, ReplyOption};
use crate::model::standard::Standard;
use crate::model::standard::item::Item;
use crate::model::standard::numbers::NumberAsked;
use crate::model::standard::scale::question::{OptionValue, Question};

/// The sentences in one language.
pub struct ReplyText {
    /// What it is headed with: the unit, and the year.
    pub head: fn(&str, u16) -> String,
    /// How it is filled in and sent back.
    pub how: &'static str,
    /// A question with its options.
    pub with_options: fn(&str, &str) -> String,
    /// One of several options: its number and its words.
    pub option: fn(usize, &str) -> String,
    /// Between options.
    pub between: &'static str,
    /// That several may be named.
    pub several: &'static str,
    /// What people write for nothing, parted by spaces.
    pub none: &'static str,
    /// What people write for yes, parted by spaces.
    pub yes: &'static str,
    /// What people write for no, parted by spaces.
    pub no: &'static str,
}

/// What stands where an answer is to be written.
const BLANK: char = '_';

/// The words by which a reply is read.
pub fn reply_reading(text: &Text) -> ReplyWords<'static> {
    ReplyWords { none: reply_words(text.lang).none.split_whitespace().collect(), blank: BLANK }
}

/// The lines of a standard's form.
pub fn reply_form(text: &Text, standard: &Standard) -> Vec<AskedLine> {
    let mut lines = Vec::new();
    let mut add = |asked: AskedFor, label: String, form: AnswerForm| {
        lines.push(AskedLine { number: lines.len() + 1, asked, label, form });
    };
    let lang = text.lang;
    for asked in standard.numbers().into_iter().flat_map(|group| group.numbers) {
        match asked {
            NumberAsked::Fact(fact) => add(
                AskedFor::Fact(fact.id.clone()),
                fact.words.get(lang).to_owned(),
                AnswerForm::Number(fact.unit.get(lang).to_owned()),
            ),
            NumberAsked::Own { item, unit } => add(
                AskedFor::Item(item.id.clone()),
                item.words.get(lang).to_owned(),
                AnswerForm::Number(unit.map_or("", |unit| unit.get(lang)).to_owned()),
            ),
            NumberAsked::Fault { item, at, words, unit } => add(
                AskedFor::Fault(item.id.clone(), at),
                words.get(lang).to_owned(),
                AnswerForm::Number(unit.get(lang).to_owned()),
            ),
            // What is added up is not asked.
            NumberAsked::Total(_) => {}
        }
    }
    for item in standard.scored().chain(&standard.bonus.items) {
        if let Some((label, form)) = chosen(text, standard, item) {
            add(AskedFor::Item(item.id.clone()), label, form);
        }
    }
    lines
}

/// The question of an item that is answered by choosing, and what may be chosen.
fn chosen(text: &Text, standard: &Standard, item: &Item) -> Option<(String, AnswerForm)> {
    let words = reply_words(text.lang);
    let asked = item.words.get(text.lang);
    let list = |said: &[&str], after: &str| {
        let numbered = said.iter().zip(1..).map(|(said, at)| (words.option)(at, said));
        (words.with_options)(asked, &(numbered.collect::<Vec<_>>().join(words.between) + after))
    };
    match item.ask() {
        Question::Choose(options) => {
            let of_yes = |also: &'static str| also.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let mut all: Vec<ReplyOption> = options
                .iter()
                .map(|option| match option.says {
                    OptionValue::Yes(yes) => ReplyOption {
                        choice: Choice::Yes(yes),
                        words: if yes { text.form.yes } else { text.form.no }.to_owned(),
                        also: of_yes(if yes { words.yes } else { words.no }),
                    },
                    OptionValue::Level(level, said) => ReplyOption {
                        choice: Choice::Level(level),
                        words: said.get(text.lang).to_owned(),
                        also: Vec::new(),
                    },
                })
                .collect();
            all.extend(standard.reasons_of(item).map(|reason| ReplyOption {
                choice: Choice::NotApplicable(reason.id.clone()),
                words: (text.form.not_applicable)(reason.words.get(text.lang)),
                also: Vec::new(),
            }));
            let said: Vec<&str> = all.iter().map(|option| option.words.as_str()).collect();
            Some((list(&said, ""), AnswerForm::One(all)))
        }
        Question::Tick(parts) => {
            let said: Vec<&str> = parts.iter().map(|part| part.words.get(text.lang)).collect();
            let label = list(&said, words.several);
            Some((label, AnswerForm::Several(said.into_iter().map(str::to_owned).collect())))
        }
        Question::Number { .. } | Question::Faults(_) | Question::Text { .. } | Question::FactsAlone => None,
    }
}

/// The text that is sent to a unit, with what is known of it filled in.
pub fn reply_template(text: &Text, standard: &Standard, year: u16, unit: &str, known: &Record) -> String {
    let words = reply_words(text.lang);
    let mut lines = vec![(words.head)(unit, year)];
    let period = crate::i18n::period_line(text, standard);
    lines.extend([period, words.how.to_owned()].into_iter().filter(|line| !line.is_empty()));
    for line in reply_form(text, standard) {
        let answer = line.answer(standard, known).unwrap_or_else(|| String::from_iter([BLANK, BLANK]));
        let unit = match &line.form {
            AnswerForm::Number(unit) => unit.as_str(),
            AnswerForm::One(_) | AnswerForm::Several(_) => "",
        };
        let said = format!("{}. {}{}{answer} {unit}", line.number, line.label, text.colon());
        lines.push(said.trim_end().to_owned());
    }
    lines.join("\n")
}
