//! What is clicked and typed to fill a draft in, as data: these tests take the steps over `WebDriver`,
//! and those of the oldest engine, which has none, over its own protocol.

use crate::fill::{Part, lines, parts, radio};
use serde_json::{Value, json};
use xingzhan::model::date::CivilDate;
use xingzhan::model::draft::Draft;
use xingzhan::model::record::answers::Choice;
use xingzhan::model::standard::item::Item;

/// One thing that a person does. Elements are named by their selectors.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Goes to a page of the draft, such as `/basics`.
    Go(String),
    /// Types a text into a field, in place of what it holds.
    Fill(String, String),
    /// Chooses a radio button or ticks a box.
    Choose(String),
    /// Picks an option by its value.
    Pick(String, String),
    /// Types a day into a date field.
    Day(String, CivilDate),
}

impl Step {
    /// The step as a list, its name first, for programs in other languages.
    pub fn written(&self) -> Value {
        match self {
            Self::Go(path) => json!(["go", path]),
            Self::Fill(css, text) => json!(["fill", css, text]),
            Self::Choose(css) => json!(["choose", css]),
            Self::Pick(css, value) => json!(["pick", css, value]),
            Self::Day(css, day) => json!(["day", css, day.to_string()]),
        }
    }
}

/// Everything but the declaration: basics, facts, items, bonus, texts.
pub fn draft(plan: &Draft) -> Vec<Step> {
    let parts = parts(&plan.standard);
    basics(plan).into_iter().chain(parts.iter().flat_map(|one| part(one, plan))).collect()
}

/// Who is assessed.
pub fn basics(plan: &Draft) -> Vec<Step> {
    let mut steps = vec![Step::Go("/basics".to_owned())];
    steps.extend(lines(plan).into_iter().map(|(name, text)| fill(format!("input[name='{name}']"), text)));
    if plan.posts.acting {
        steps.push(Step::Choose("input[name='posts.acting']".to_owned()));
    }
    steps.push(Step::Pick("select[name=months]".to_owned(), plan.record.months.get().to_string()));
    steps.push(fill("input[name=year]", plan.year));
    steps
}

/// The items of a page and the numbers that are asked there.
pub fn part(part: &Part<'_>, plan: &Draft) -> Vec<Step> {
    let go = Step::Go(part.path.clone());
    std::iter::once(go).chain(part.items.iter().flat_map(|one| item(one, plan))).collect()
}

/// One item.
pub fn item(item: &Item, plan: &Draft) -> Vec<Step> {
    let id = &item.id;
    let mut steps = Vec::new();
    for fact in plan.standard.needs(item) {
        if plan.standard.asked_at(&fact.id).is_some_and(|first| first.id == *id) {
            let number = plan.record.facts.asked(&fact.id).expect("a number for every fact");
            steps.push(fill(format!("fieldset[data-item='{id}'] input[data-fact='{}']", fact.id), number));
        }
    }
    let Some(answer) = plan.record.answers.get(id) else { return steps };
    match &answer.choice {
        None => {}
        Some(Choice::Count(count)) => steps.push(fill(format!("input[data-count='{id}']"), count)),
        Some(Choice::Parts(there)) => {
            let none = there.is_empty().then(|| "none".to_owned());
            let boxes = there.iter().map(|part| format!("part-{part}")).chain(none);
            steps
                .extend(boxes.map(|value| Step::Choose(format!("input[type=checkbox][name='{id}'][value='{value}']"))));
        }
        Some(Choice::Faults(found)) => {
            let counts = found.iter().enumerate().filter_map(|(at, count)| Some((at, (*count)?)));
            steps.extend(counts.map(|(at, count)| fill(format!("input[id='{id}-fault-{at}']"), count)));
        }
        Some(Choice::Text(text)) => steps.push(fill(format!("textarea[data-text='{id}']"), text)),
        Some(choice) => {
            let value = radio(choice).expect("chosen with a radio");
            steps.push(Step::Choose(format!("input[type=radio][name='{id}'][value='{value}']")));
        }
    }
    for (field, text) in [("ledger", &answer.evidence.ledger), ("page", &answer.evidence.page)] {
        if !text.is_empty() {
            steps.push(fill(format!("input[data-{field}='{id}']"), text));
        }
    }
    if let Some(date) = answer.evidence.date {
        steps.push(Step::Day(format!("input[data-date='{id}']"), date));
    }
    if !answer.note.is_empty() {
        steps.push(fill(format!("textarea[data-note='{id}']"), &answer.note));
    }
    steps
}

/// Who declares, when, and that it is true.
pub fn declaration(plan: &Draft) -> Vec<Step> {
    let declaration = &plan.declaration;
    vec![
        Step::Go("/send".to_owned()),
        fill("input[name='declaration.name']", &declaration.name),
        fill("input[name='declaration.post']", &declaration.post),
        Step::Day("input[name='declaration.date']".to_owned(), declaration.date.expect("a day")),
        Step::Choose("input[name='declaration.agreed']".to_owned()),
    ]
}

fn fill(css: impl Into<String>, text: impl ToString) -> Step {
    Step::Fill(css.into(), text.to_string())
}
