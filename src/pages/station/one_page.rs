//! A short form on one page: everything that is asked from top to bottom, by the keyboard or the thumb. What shows an
//! answer is folded; the bonus and the texts come last.

use crate::components::frame::heading::Heading;
use crate::components::item::ledgers::LedgerNames;
use crate::components::item::{EvidenceShown, ItemField, ItemTurns};
use crate::components::{session, words};
use crate::i18n::range;
use crate::model::standard::Standard;
use crate::model::standard::item::Item;
use crate::model::standard::words::Lang;
use crate::pages::station::items::OnTo;
use crate::platform::{navigation, scheduler};
use crate::routes::Page;
use leptos::ev;
use leptos::prelude::*;

/// An item of the page, and the heading above it where it is the first of its section.
#[derive(Clone)]
struct QuestionRow {
    heading: Option<String>,
    item: Item,
}

/// The page.
#[component]
pub fn OnePage() -> impl IntoView {
    let (text, session) = (words(), session());
    let lines = session.draft.with_untracked(|draft| lines(&draft.standard, text.lang, text.tasks.texts));
    let drawn = scheduler::steps(lines.len() * ItemTurns::MANY);
    let lines = StoredValue::new(lines);
    let draw = move |at: usize| {
        let turns = ItemTurns::of(drawn, at);
        let line = lines.with_value(|lines| lines.get(at).cloned());
        line.map(|QuestionRow { heading, item }| {
            view! {
                {heading.map(|heading| view! { <h2>{heading}</h2> })}
                <ItemField item turns evidence=EvidenceShown::Folded />
            }
        })
    };
    let won = Memo::new(move |_| session.score.with(|score| range(score.total)));
    let points = session.draft.with_untracked(|draft| draft.standard.points.to_string());
    // As in a table: the key leads on to the next thing that is asked.
    let on = |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && navigation::to_next_question() {
            event.prevent_default();
        }
    };
    view! {
        <Heading title=text.tasks.one_page />
        <p class="lead">{text.tasks.one_page_lead}</p>
        <p class="section-score"><b>{move || won.get()}</b> " / " {(text.form.points)(&points)}</p>
        <LedgerNames />
        <div class="one-page" on:keydown=on>
            <For each=move || 0..drawn.get().div_ceil(ItemTurns::MANY) key=|at| *at children=draw />
        </div>
        <OnTo next=Page::Check />
    }
}

fn lines(standard: &Standard, lang: Lang, texts: &str) -> Vec<QuestionRow> {
    let sections =
        standard.sections.iter().map(|section| (format!("{} {}", section.id, section.words.get(lang)), &section.items));
    let rest =
        [(standard.bonus.words.get(lang).to_owned(), &standard.bonus.items), (texts.to_owned(), &standard.texts)];
    let lines = sections.chain(rest).flat_map(|(heading, items)| {
        let mut heading = Some(heading);
        items.iter().map(|item| QuestionRow { heading: heading.take(), item: item.clone() }).collect::<Vec<_>>()
    });
    lines.collect()
}
