//! Check your answers (所有作答一览): what to look at, the basics, every item, never blank, with a way to each and back.

use crate::components::dot_separated::dot_separated;
use crate::components::field_link::FieldLink;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::remarks::{RemarksBlock, remarks_now};
use crate::components::{session, words};
use crate::i18n::{Text, answer, day, held, place_of, range};
use crate::model::draft::Draft;
use crate::model::draft::compare::{FieldPath, PostLine, PostOf, UnitLine, value_at};
use crate::model::record::answers::{Answer, Evidence};
use crate::model::scoring::item_score::ItemScore;
use crate::model::standard::item::Item;
use crate::model::submission::answer_filter::{AnswerFilter, AnswerRow};
use crate::model::submission::before_sending::{Field, shows_nothing};
use crate::pages::station::check_filter::FilterBar;
use crate::pages::station::items::OnTo;
use crate::routes::Page;
use leptos::html::Section;
use leptos::prelude::*;

/// The check page. It is read, not typed into, so it is drawn once from the draft as it is.
#[component]
pub fn CheckPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let (filter, block) = (RwSignal::new(AnswerFilter::default()), NodeRef::<Section>::new());
    let groups = standard
        .sections
        .iter()
        .map(|section| (format!("{} {}", section.id, section.words.get(text.lang)), &section.items))
        .chain(std::iter::once((standard.bonus.words.get(text.lang).to_owned(), &standard.bonus.items)))
        .chain(std::iter::once((text.tasks.texts.to_owned(), &standard.texts)))
        .filter(|(_, items)| !items.is_empty())
        .map(|(title, items)| view! { <Group title items=items.clone() filter /> })
        .collect::<Vec<_>>();
    view! {
        <Heading title=text.check.title />
        <p class="lead">{text.check.lead}</p>
        <RemarksBlock said=remarks_now() node=block />
        <FilterBar filter />
        <BasicsRows filter />
        {groups}
        <OnTo next=Page::Result />
    }
}

/// The basics, line by line.
#[component]
fn BasicsRows(filter: RwSignal<AnswerFilter>) -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let rows = basics(&draft).into_iter().map(|(line, field, asked)| {
        let name = place_of(text, &draft, &line);
        let said = held(text, &draft, &line, value_at(&draft, &line).as_ref());
        let open = asked && said.is_empty();
        (AnswerRow { open, words: format!("{name} {said}"), ..AnswerRow::default() }, name, said, field)
    });
    let rows: Vec<_> = rows.collect();
    let all = StoredValue::new(rows.iter().map(|(row, ..)| row.clone()).collect::<Vec<_>>());
    let none = move || filter.with(|filter| all.with_value(|all| !filter.shows_any(all)));
    let rows = rows.into_iter().map(|(row, name, said, field)| {
        let id = format!("row-{field}");
        let back = id.clone();
        let said = match (said.is_empty(), row.open) {
            (false, _) => view! { <span class="said">{said}</span> }.into_fresh(),
            (true, true) => view! { <span class="open">{text.check.open}</span> }.into_fresh(),
            (true, false) => "—".into_fresh(),
        };
        view! {
            <tr id=id tabindex="-1" hidden=move || filter.with(|filter| !filter.shows(&row))>
                <th scope="row">{name.clone()}</th>
                <td data-label=text.check.answer>{said}</td>
                <td><FieldLink field=Field::Basics(field) words=text.check.change.to_owned() label=(text.check.change_of)(&name) back=back /></td>
            </tr>
        }
    });
    view! {
        <div hidden=none>
            <h2>{text.tasks.basics}</h2>
            <table class="answers words">
                <thead>
                    <tr>
                        <th scope="col">{text.check.item}</th>
                        <th scope="col">{text.check.answer}</th>
                        <th scope="col">{text.check.change}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}

/// The lines of the basics that this standard has, in the order of their page: the name of its field, and whether it is
/// asked of everybody.
fn basics(draft: &Draft) -> Vec<(FieldPath, String, bool)> {
    let standard = &draft.standard;
    let unit = [
        (UnitLine::Code, "code", false),
        (UnitLine::Name, "name", true),
        (UnitLine::Township, "township", true),
        (UnitLine::Village, "village", true),
        (UnitLine::Address, "address", false),
        (UnitLine::Hours, "hours", false),
    ];
    let unit = unit.into_iter().filter(|(line, ..)| *line != UnitLine::Village || standard.unit.village);
    let unit = unit.map(|(line, key, asked)| (FieldPath::Unit(line), format!("unit.{key}"), asked));
    let posts = [(PostOf::Head, "head"), (PostOf::Deputy, "deputy"), (PostOf::Liaison, "liaison")];
    let posts = posts.into_iter().filter(|(of, _)| *of != PostOf::Deputy || standard.posts.deputy.is_some());
    let posts = posts.flat_map(|(of, post)| {
        let lines =
            [(PostLine::Name, "name", true), (PostLine::Office, "office", false), (PostLine::Phone, "phone", false)];
        lines.map(|(line, key, asked)| (FieldPath::Post(of, line), format!("posts.{post}.{key}"), asked))
    });
    let year = [(FieldPath::Year, "year"), (FieldPath::Months, "months")];
    let year = year.into_iter().map(|(line, key)| (line, key.to_owned(), true));
    unit.chain(posts).chain(year).collect()
}

/// The items of a section.
#[component]
fn Group(title: String, items: Vec<Item>, filter: RwSignal<AnswerFilter>) -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    // Texts have neither points nor evidence, and leave that room to their words.
    let only_words = items.iter().all(Item::is_text);
    let rated = (!only_words).then(|| {
        view! {
            <th scope="col" class="numeric">{text.check.points}</th>
            <th scope="col">{text.check.evidence}</th>
        }
    });
    let rows: Vec<AnswerRow> = items
        .iter()
        .map(|item| session.score.with_untracked(|score| row_of(text, &draft, item, score.item(&item.id))))
        .collect();
    let all = StoredValue::new(rows.clone());
    let none = move || filter.with(|filter| all.with_value(|all| !filter.shows_any(all)));
    view! {
        <div hidden=none>
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
                <tbody>
                    {items.into_iter().zip(rows).map(|(item, row)| view! { <CheckRow item row filter /> }).collect::<Vec<_>>()}
                </tbody>
            </table>
        </div>
    }
}

/// What a row is, and everything that stands in it.
fn row_of(text: &Text, draft: &Draft, item: &Item, rated: Option<&ItemScore>) -> AnswerRow {
    let said = answer(text, &draft.standard, item, &draft.record);
    let found = draft.record.answers.get(&item.id);
    let shown = found.map_or(String::new(), |answer| {
        let Evidence { ledger, page, .. } = &answer.evidence;
        format!("{ledger} {page} {}", answer.note)
    });
    let words = format!(
        "{} {} {shown}",
        draft.standard.numbered(&item.id, item.words.get(text.lang)),
        said.clone().unwrap_or_default()
    );
    let open = match rated {
        Some(rated) if !item.is_text() => rated.is_open(),
        _ => said.is_none(),
    };
    let gives = rated.is_some_and(|rated| rated.range.low.get() > 0);
    AnswerRow {
        open,
        unshown: gives && found.is_none_or(shows_nothing),
        lost: rated.is_some_and(|rated| rated.range.high < item.points),
        words,
    }
}

/// One item.
#[component]
fn CheckRow(item: Item, row: AnswerRow, filter: RwSignal<AnswerFilter>) -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let id = item.id.to_string();
    let number = standard.number_of(&item.id).unwrap_or_default();
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
    let rated = (!item.is_text()).then(|| {
        view! {
            <td class="numeric" data-label=text.check.points>{points}</td>
            <td data-label=text.check.evidence>{evidence}</td>
        }
    });
    let row_id = format!("row-{id}");
    let back = row_id.clone();
    view! {
        <tr id=row_id tabindex="-1" data-row=id.clone() hidden=move || filter.with(|filter| !filter.shows(&row))>
            <th scope="row"><span class="item-id">{number.clone()}</span> " " {item.words.get(text.lang).to_owned()}</th>
            <td data-label=text.check.answer>{said}</td>
            {rated}
            <td><FieldLink field=Field::Item(item.id.clone()) words=text.check.change.to_owned() label=(text.check.change_of)(&number) back /></td>
        </tr>
    }
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
