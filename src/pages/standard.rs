//! A standard that is at hand, to be read: who issued it and where submissions go, star lines, what forbids stars, every
//! item with its points and its rule.

use crate::components::context::{shared, table};
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::words;
use crate::i18n::{Text, compared, day, edition, effect, requirement, rule, stars};
use crate::model::standard::Standard;
use crate::model::standard::changes::StandardChanges;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::item::Item;
use crate::model::standard::words::Words;
use crate::pages::station::standards_here::{MakeOwn, SaveStandard};
use crate::routes::Route;
use leptos::prelude::*;

/// The page of the standard that the address names.
#[component]
pub(super) fn StandardPage() -> impl IntoView {
    let (text, table) = (words(), table());
    let digest = shared().route.with_untracked(|route| match route {
        Route::Standard(digest) => Some(digest.clone()),
        _ => None,
    });
    let found = table.library().with_untracked(|library| {
        let standard = digest.and_then(|digest| library.with_digest(&digest).cloned())?;
        let other = library.default_for(&standard).cloned();
        Some((standard, other))
    });
    match found {
        Some((standard, other)) => shown(text, &standard, other.as_ref()),
        None => view! {
            <Heading title=text.standards().not_here />
            <p class="lead">{text.standards().not_here_hint}</p>
            <p class="actions">
                <a class="button" href=Route::Open.href()>{text.open.title}</a>
                <a href=Route::Mine.href()>{text.frame.mine}</a>
            </p>
        }
        .into_fresh(),
    }
}

fn shown(text: &'static Text, standard: &IssuedStandard, other: Option<&IssuedStandard>) -> FreshView {
    let words = text.standards();
    let say = |words: &Words| words.get(text.lang).to_owned();
    let mailbox = standard.receiver.mailbox.clone().unwrap_or_else(|| words.no_mailbox.to_owned());
    let basis = standard.basis.iter().map(|one| {
        let more = [one.number.clone(), one.date.map(|date| day(text, date))];
        std::iter::once(say(&one.title)).chain(more.into_iter().flatten()).collect::<Vec<_>>().join(text.comma())
    });
    let cycle = standard.cycle.iter().map(|step| {
        let by = step.date.map(|date| format!("{}{}", text.colon(), day(text, date))).unwrap_or_default();
        format!("{}{by}", say(&step.words))
    });
    let rows = [
        (text.open.unit, say(&standard.unit.words)),
        (text.open.issuer, say(&standard.issuer)),
        (text.open.standard, edition(text, standard).join(text.comma())),
        (text.open.receiver, say(&standard.receiver.office)),
        (text.open.mailbox, mailbox),
        (words.basis, basis.collect::<Vec<_>>().join(text.and())),
        (words.cycle, cycle.collect::<Vec<_>>().join(text.comma())),
    ];
    let rows = rows.into_iter().filter(|(_, said)| !said.is_empty());
    let rows = rows.map(|(name, said)| view! { <dt>{name}</dt> <dd>{said}</dd> }).collect::<Vec<_>>();
    let differs = other.map(|other| {
        let said = compared(text, &StandardChanges::between(standard, other));
        view! { <p class="notice" data-differs="">{said}</p> }
    });
    let lines = standard.lines.iter().rev().map(|line| {
        let needs = line.needs.iter().map(|need| view! { <li>{requirement(text, standard, need)}</li> });
        view! {
            <li data-line=line.id.to_string()>
                <b>{say(&line.words)}</b> " " <span aria-hidden="true">{stars(Some(line))}</span> " "
                {(words.at_least)(&line.at_least.to_string())}
                {(!line.needs.is_empty()).then(|| view! { <ul>{needs.collect::<Vec<_>>()}</ul> })}
            </li>
        }
    });
    let gates = standard.gates.iter().map(|gate| {
        view! {
            <li data-gate=gate.id.to_string()>
                {say(&gate.words)} " " <span class="hint">{effect(text, standard, gate)}</span>
            </li>
        }
    });
    let gates = gates.collect::<Vec<_>>();
    let sections = standard.sections.iter().map(|section| {
        let title = format!("{} {}", section.id, section.words.get(text.lang));
        items(text, standard, title, &section.points.to_string(), &section.items)
    });
    let bonus = (!standard.bonus.items.is_empty()).then(|| {
        items(text, standard, say(&standard.bonus.words), &standard.bonus.cap.to_string(), &standard.bonus.items)
    });
    let texts =
        (!standard.texts.is_empty()).then(|| items(text, standard, text.tasks.texts.to_owned(), "", &standard.texts));
    view! {
        <Heading title=say(&standard.title) />
        <p class="actions">
            <SaveStandard standard=standard.clone() />
            <a href=Route::Mine.href()>{words.back}</a>
        </p>
        {differs}
        <dl data-standard-basics="">{rows}</dl>
        <MakeOwn />
        <h2>{words.lines}</h2>
        <ul data-lines="">{lines.collect::<Vec<_>>()}</ul>
        {(!gates.is_empty()).then(|| view! { <h2>{text.result.gates}</h2> <ul data-gates="">{gates}</ul> })}
        {sections.collect::<Vec<_>>()}
        {bonus}
        {texts}
    }
    .into_fresh()
}

/// Items with their points and their rules.
fn items(
    text: &'static Text,
    standard: &Standard,
    title: String,
    points: &str,
    items: &[Item],
) -> impl IntoView + use<> {
    let words = text.standards();
    let rows = items.iter().map(|item| {
        let worth = if item.is_text() { String::new() } else { item.points.to_string() };
        view! {
            <tr data-row=item.id.to_string()>
                <th scope="row"><span class="item-id">{standard.number_of(&item.id)}</span> " " {item.words.get(text.lang).to_owned()}</th>
                <td class="numeric" data-label=words.worth>{worth}</td>
                <td data-label=words.rule>{rule(text, standard, item)}</td>
            </tr>
        }
    });
    let points = (!points.is_empty()).then(|| view! { " " <span class="points">{(text.form.points)(points)}</span> });
    view! {
        <h2>{title} {points}</h2>
        <table class="answers reasons">
            <thead>
                <tr>
                    <th scope="col">{words.item}</th>
                    <th scope="col" class="numeric">{words.worth}</th>
                    <th scope="col">{words.rule}</th>
                </tr>
            </thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
}
