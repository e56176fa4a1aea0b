//! What is chosen at an item: one of several answers, or the parts that are there.

use crate::components::dot_separated::with_points;
use crate::components::{session, words};
use crate::model::record::answers::{Answer, Choice};
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::model::standard::scale::question::{ChoiceOption, OptionValue, Question};
use leptos::prelude::*;
use std::sync::Arc;

/// One radio of an item.
struct Radio {
    value: String,
    label: String,
    points: String,
    choice: Option<Choice>,
}

/// The radios of an item: its answers if it has any, the best first, and the reasons why it may not apply.
#[component]
pub fn Radios(
    /// The item that is asked.
    item: Item,
    /// What is said of it.
    answer: Memo<Arc<Answer>>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let offered = if let Question::Choose(options) = item.ask() { options } else { Vec::new() };
    let mut options: Vec<Radio> = offered
        .into_iter()
        .map(|ChoiceOption { says, points }| {
            let (value, label, choice) = match says {
                OptionValue::Yes(true) => ("yes".to_owned(), text.form.yes, Choice::Yes(true)),
                OptionValue::Yes(false) => ("no".to_owned(), text.form.no, Choice::Yes(false)),
                OptionValue::Level(at, words) => (format!("level-{at}"), words.get(text.lang), Choice::Level(at)),
            };
            Radio { value, label: label.to_owned(), points: points.to_string(), choice: Some(choice) }
        })
        .collect();
    let reasons = session.draft.with_untracked(|draft| {
        let allowed = item.not_applicable.iter().filter_map(|id| draft.standard.reason(id));
        let on = allowed.filter(|reason| reason.on);
        on.map(|reason| Radio {
            value: format!("na-{}", reason.id),
            label: (text.form.not_applicable)(reason.words.get(text.lang)),
            points: item.points.to_string(),
            choice: Some(Choice::NotApplicable(reason.id.clone())),
        })
        .collect::<Vec<_>>()
    });
    if options.is_empty() && !reasons.is_empty() {
        let label = text.form.applies.to_owned();
        options.push(Radio { value: "applies".to_owned(), label, points: String::new(), choice: None });
    }
    options.extend(reasons);
    let id = StoredValue::new(item.id.clone());
    let chosen = Memo::new(move |_| answer.with(|answer| answer.choice.clone()));
    let radios = options.into_iter().map(|Radio { value, label, points, choice }| {
        let field = format!("{}-{value}", item.id);
        let is = StoredValue::new(choice);
        let checked = move || {
            chosen.with(|chosen| {
                is.with_value(|is| match is {
                    Some(is) => chosen.as_ref() == Some(is),
                    None => !matches!(chosen, Some(Choice::NotApplicable(_))),
                })
            })
        };
        let points = (!points.is_empty()).then(|| (text.form.points)(&points));
        view! {
            <div class="option">
                <input
                    type="radio"
                    id=field.clone()
                    name=item.id.to_string()
                    value=value
                    prop:checked=checked
                    on:change=move |_| session.edit(|draft| id.with_value(|id| draft.choose(id, is.get_value())))
                />
                <label for=field>
                    {with_points(&label, points)}
                </label>
            </div>
        }
    });
    radios.collect::<Vec<_>>()
}

/// A box for each part that may be there, and one that says that none is.
#[component]
pub fn Ticks(
    /// The item that is asked.
    item: Item,
    /// What is said of it.
    answer: Memo<Arc<Answer>>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let Question::Tick(parts) = item.ask() else { return Vec::new() };
    let id = StoredValue::new(item.id.clone());
    let there = Memo::new(move |_| {
        answer.with(|answer| match &answer.choice {
            Some(Choice::Parts(there)) => Some(there.clone()),
            _ => None,
        })
    });
    let parts = parts.into_iter().zip(0_u8..).map(|(part, at)| (Some(at), part.words.get(text.lang), part.points));
    let none = (None, text.kinds.answer.none_of_these, Points::ZERO);
    let boxes = parts.chain([none]).map(|(part, label, points)| {
        let value = part.map_or_else(|| "none".to_owned(), |at| format!("part-{at}"));
        let field = format!("{}-{value}", item.id);
        let checked = move || {
            there.with(|there| there.as_ref().is_some_and(|there| part.map_or(there.is_empty(), |at| there.contains(&at))))
        };
        let tick = move |event| {
            let ticked = event_target_checked(&event);
            session.edit(|draft| {
                id.with_value(|id| match part {
                    Some(at) => draft.tick(id, at, ticked),
                    None => draft.say_none(id, ticked),
                });
            });
        };
        view! {
            <div class="option">
                <input type="checkbox" id=field.clone() name=item.id.to_string() value=value prop:checked=checked on:change=tick />
                <label for=field>{with_points(label, Some((text.form.points)(&points.to_string())))}</label>
            </div>
        }
    });
    boxes.collect::<Vec<_>>()
}
