//! Check your answers (所有作答一览): every item, never blank, with a way back to it.

use crate::components::dot_separated::dot_separated;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::{session, words};
use crate::i18n::{Text, answer, day, range};
use crate::model::record::answers::Answer;
use crate::model::standard::item::{Item, Scale};
use crate::pages::station::items::OnTo;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// The check page. It is read, not typed into, so it is drawn once from the draft as it is.
#[component]
pub fn CheckPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let name = |id| standard.fact(id).map_or("", |fact| fact.words.get(text.lang));
    let clashes: Vec<String> = draft
        .record
        .facts
        .clashes(standard)
        .iter()
        .map(|clash| (text.form.clash)(name(&clash.fact), clash.number, name(&clash.than), clash.most))
        .collect();
    let notes = draft.notes_missing();
    let link =
        |id: &crate::model::standard::ids::ItemId| Route::Draft(draft.id.clone(), Page::of_item(standard, id)).href();
    let groups = standard
        .sections
        .iter()
        .map(|section| (format!("{} {}", section.id, section.words.get(text.lang)), &section.items))
        .chain(std::iter::once((standard.bonus.words.get(text.lang).to_owned(), &standard.bonus.items)))
        .chain(std::iter::once((text.tasks.texts.to_owned(), &standard.texts)))
        .filter(|(_, items)| !items.is_empty())
        .map(|(title, items)| {
            // Texts have neither points nor evidence, and leave that room to their words.
            let only_words = items.iter().all(is_text);
            let rated = (!only_words).then(|| {
                view! {
                    <th scope="col" class="numeric">{text.check.points}</th>
                    <th scope="col">{text.check.evidence}</th>
                }
            });
            view! {
                <h2>{title}</h2>
                <table class=if only_words { "answers words" } else { "answers" }>
                    <thead>
                        <tr>
                            <th scope="col">{text.check.item}</th>
                            <th scope="col">{text.check.answer}</th>
                            {rated}
                            <th scope="col">{text.check.change}</th>
                        </tr>
                    </thead>
                    <tbody>{items.iter().map(|item| view! { <CheckRow item=item.clone() /> }).collect::<Vec<_>>()}</tbody>
                </table>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <Heading title=text.check.title />
        <p class="lead">{text.check.lead}</p>
        {(!clashes.is_empty()).then(|| view! {
            <section class="notice">
                <h2>{text.check.clashes}</h2>
                <ul>{clashes.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>()}</ul>
            </section>
        })}
        {(!notes.is_empty()).then(|| view! {
            <section class="notice">
                <h2>{text.check.notes}</h2>
                <ul>{notes.iter().map(|id| view! { <li><a href=link(id)>{id.to_string()}</a></li> }).collect::<Vec<_>>()}</ul>
            </section>
        })}
        {groups}
        <OnTo next=Page::Result />
    }
}

/// One item.
#[component]
fn CheckRow(item: Item) -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let id = item.id.to_string();
    let said = answer(text, standard, &item, &draft.record);
    let rated = session.score.with_untracked(|score| score.item(&item.id).cloned());
    let settled_otherwise = rated.as_ref().is_some_and(|rated| !rated.is_open());
    let said = match said {
        Some(said) => view! { <span class="said">{said}</span> }.into_fresh(),
        None if settled_otherwise => {
            let why = rated.as_ref().map(|rated| crate::i18n::why(text, standard, &item, &rated.why));
            view! { <span class="said">{why}</span> }.into_fresh()
        }
        None => view! { <span class="open">{text.check.open}</span> }.into_fresh(),
    };
    let points = rated.map_or(String::new(), |rated| format!("{} / {}", range(rated.range), item.points));
    let evidence = draft.record.answers.get(&item.id).map(|answer| evidence(text, answer));
    let rated = (!is_text(&item)).then(|| {
        view! {
            <td class="numeric" data-label=text.check.points>{points}</td>
            <td data-label=text.check.evidence>{evidence}</td>
        }
    });
    let href = Route::Draft(draft.id.clone(), Page::of_item(standard, &item.id)).href();
    view! {
        <tr data-row=id.clone()>
            <th scope="row"><span class="item-id">{id.clone()}</span> " " {item.words.get(text.lang).to_owned()}</th>
            <td data-label=text.check.answer>{said}</td>
            {rated}
            <td><a href=href aria-label=(text.check.change_of)(&id)>{text.check.change}</a></td>
        </tr>
    }
}

fn is_text(item: &Item) -> bool {
    matches!(item.scale, Scale::Text { .. })
}

/// What shows an answer, in one line; what is short is not broken.
fn evidence(text: &Text, answer: &Answer) -> impl IntoView + use<> {
    let shown = &answer.evidence;
    let many = Some(answer.photos.len()).filter(|many| *many > 0).map_or(String::new(), text.photos.many);
    let parts = [
        (false, shown.ledger.trim().to_owned()),
        (false, shown.page.trim().to_owned()),
        (true, shown.date.map_or(String::new(), |date| day(text, date))),
        (false, answer.note.trim().to_owned()),
        (true, many),
    ];
    dot_separated(parts)
}
