//! The answer of an item: radios for what is chosen, a number or a text for what is typed.

use crate::components::dot_separated::with_points;
use crate::components::form::fields::TextArea;
use crate::components::form::number::NumberInput;
use crate::components::{session, words};
use crate::model::record::answers::{Answer, Choice};
use crate::model::standard::item::{Item, Scale};
use crate::model::standard::words::Words;
use leptos::prelude::*;
use std::sync::Arc;

/// One radio of an item.
struct Radio {
    value: String,
    label: String,
    points: String,
    choice: Option<Choice>,
}

/// The radios of an item: its steps, the best first, and the reasons why it may not apply.
#[component]
pub fn Radios(
    /// The item that is asked.
    item: Item,
    /// What is said of it.
    answer: Memo<Arc<Answer>>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let mut options: Vec<Radio> = match &item.scale {
        Scale::YesNo => [(true, "yes", text.form.yes), (false, "no", text.form.no)]
            .into_iter()
            .map(|(yes, value, label)| Radio {
                value: value.to_owned(),
                label: label.to_owned(),
                points: if yes { item.points.to_string() } else { "0".to_owned() },
                choice: Some(Choice::Yes(yes)),
            })
            .collect(),
        Scale::Levels { levels, .. } => levels
            .iter()
            .zip(0_u8..)
            .map(|(level, index)| Radio {
                value: format!("level-{index}"),
                label: level.words.get(text.lang).to_owned(),
                points: level.gives(item.points).to_string(),
                choice: Some(Choice::Level(index)),
            })
            .collect(),
        _ => Vec::new(),
    };
    if matches!(item.scale, Scale::Levels { .. }) {
        options.reverse();
    }
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

/// A number that is typed at its item.
#[component]
pub fn OwnCount(
    /// The item that is asked.
    item: Item,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let unit = match &item.scale {
        Scale::Count { unit, .. } | Scale::Steps { unit, .. } | Scale::Deduct { unit, .. } => unit.clone(),
        _ => None,
    };
    let units = unit.iter().flat_map(Words::all).map(str::to_owned).collect::<Vec<_>>();
    let unit = unit.map_or(String::new(), |unit| unit.get(text.lang).to_owned());
    let id = StoredValue::new(item.id.clone());
    let stored = Memo::new(move |_| session.draft.with(|draft| id.with_value(|id| draft.count_typed(id))));
    let store = Callback::new(move |typed| session.edit(|draft| id.with_value(|id| draft.type_count(id, typed))));
    let field = format!("{}-count", item.id);
    view! {
        <div class="field fact">
            <label for=field.clone()>{text.basics.number}</label>
            <span class="typed">
                <NumberInput id=field described="" count=Some(item.id.to_string()) unit units stored store />
            </span>
        </div>
    }
}

/// A text, with how much of its room is used.
#[component]
pub fn OwnText(
    /// The item that is asked.
    item: Item,
    /// How many characters it may have.
    at_most: u32,
    /// What is said of it.
    answer: Memo<Arc<Answer>>,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let id = StoredValue::new(item.id.clone());
    let said = Memo::new(move |_| {
        answer.with(|answer| match &answer.choice {
            Some(Choice::Text(said)) => said.clone(),
            _ => String::new(),
        })
    });
    let room = move || {
        let long = said.with(|said| said.chars().count());
        match long.checked_sub(usize::try_from(at_most).unwrap_or(usize::MAX)) {
            Some(over) if over > 0 => view! { <span class="error">{(text.form.over)(over)}</span> },
            _ => view! { <span class="hint">{(text.form.left)(long, at_most)}</span> },
        }
    };
    let field = format!("{}-text", item.id);
    let room_id = format!("room-{field}");
    view! {
        <div class="field">
            <TextArea
                value=said
                store=move |typed: String| {
                    let choice = (!typed.is_empty()).then_some(Choice::Text(typed));
                    session.edit(|draft| id.with_value(|id| draft.choose(id, choice)));
                }
                attr:id=field
                attr:rows=crate::components::item::evidence::rows(&said.get_untracked(), 5)
                attr:data-text=item.id.to_string()
                attr:aria-label=item.words.get(text.lang).to_owned()
                attr:aria-describedby=room_id.clone()
            />
            <p id=room_id>{room}</p>
        </div>
    }
}
