//! Basics: who is assessed, who speaks for it, which year; and every number read back.

use super::items::{back_to_tasks, on_to};
use crate::browser::derived::derived;
use crate::model::draft::Draft;
use crate::model::record::Months;
use crate::model::standard::ListedUnit;
use crate::model::typed;
use crate::route::{Page, Route};
use crate::ui::dom::View;
use crate::ui::heading::heading;
use crate::ui::line::line;
use crate::ui::{session, words};
use leptos::prelude::*;
use xingzhan_view::view;

/// The basics page.
pub fn basics() -> Option<View> {
    let (text, session) = (words(), session()?);
    let basics = &text.basics;
    let (unit, posts, units) = session.draft.with_untracked(|draft| {
        let standard = &draft.standard;
        (standard.unit.clone(), standard.posts.clone(), standard.units.clone())
    });
    let first = session.draft.with_untracked(|draft| draft.standard.sections.first().map(|first| first.id.clone()));
    let head = posts.head.get(text.lang).to_owned();
    let acting = (basics.acting)(&head);
    Some(view! {
        {heading(basics.title)}
        <p class="lead">{basics.lead}</p>
        <fieldset class="group">
            <legend>{basics.unit}</legend>
            {(!units.is_empty()).then(|| pick(units))}
            {line("unit.name", basics.name, &(basics.name_hint)(unit.words.get(text.lang)), |draft| &draft.unit.name, |draft| &mut draft.unit.name)}
            {line("unit.township", basics.township, "", |draft| &draft.unit.township, |draft| &mut draft.unit.township)}
            {unit.village.then(|| view! {
                {line("unit.village", basics.village, "", |draft| &draft.unit.village, |draft| &mut draft.unit.village)}
            })}
            {line("unit.code", &format!("{} · {}", basics.code, basics.optional), basics.code_hint, |draft| &draft.unit.code, |draft| &mut draft.unit.code)}
            {line("unit.address", basics.address, "", |draft| &draft.unit.address, |draft| &mut draft.unit.address)}
            {line("unit.hours", basics.hours, basics.hours_hint, |draft| &draft.unit.hours, |draft| &mut draft.unit.hours)}
        </fieldset>
        <fieldset class="group posts" aria-describedby="posts-privacy">
            <legend>{basics.posts}</legend>
            <p class="hint" id="posts-privacy">{basics.privacy}</p>
            <div class="post" role="group" aria-label=head.clone()>
                <p class="post-name" aria-hidden="true"><b>{head.clone()}</b></p>
                {line("posts.head.name", basics.person, "", |d| &d.posts.head.name, |d| &mut d.posts.head.name)}
                {line("posts.head.office", basics.office, "", |d| &d.posts.head.office, |d| &mut d.posts.head.office)}
                {line("posts.head.phone", basics.phone, "", |d| &d.posts.head.phone, |d| &mut d.posts.head.phone)}
                <div class="option">
                    <input type="checkbox" id="posts.acting" name="posts.acting"
                        prop:checked=move || session.draft.with(|draft| draft.posts.acting)
                        on:change=move |event| {
                            let acting = event_target_checked(&event);
                            session.edit(|draft| draft.posts.acting = acting);
                        } />
                    <label for="posts.acting">{acting}</label>
                </div>
            </div>
            {posts.deputy.map(|deputy| {
                let deputy = deputy.get(text.lang).to_owned();
                view! {
                    <div class="post" role="group" aria-label=deputy.clone()>
                        <p class="post-name" aria-hidden="true"><b>{deputy.clone()}</b></p>
                        {line("posts.deputy.name", basics.person, "", |d| &d.posts.deputy.name, |d| &mut d.posts.deputy.name)}
                        {line("posts.deputy.office", basics.office, "", |d| &d.posts.deputy.office, |d| &mut d.posts.deputy.office)}
                        {line("posts.deputy.phone", basics.phone, "", |d| &d.posts.deputy.phone, |d| &mut d.posts.deputy.phone)}
                    </div>
                }
            })}
            <div class="post" role="group" aria-label=posts.liaison.get(text.lang).to_owned()>
                <p class="post-name" aria-hidden="true"><b>{posts.liaison.get(text.lang).to_owned()}</b></p>
                {line("posts.liaison.name", basics.person, "", |d| &d.posts.liaison.name, |d| &mut d.posts.liaison.name)}
                {line("posts.liaison.office", basics.office, "", |d| &d.posts.liaison.office, |d| &mut d.posts.liaison.office)}
                {line("posts.liaison.phone", basics.phone, "", |d| &d.posts.liaison.phone, |d| &mut d.posts.liaison.phone)}
            </div>
        </fieldset>
        {period()}
        {read_back()}
        {first.map_or_else(back_to_tasks, |first| on_to(Page::Section(first, None)))}
    })
}

/// The list of units, where the standard has one.
fn pick(units: Vec<ListedUnit>) -> Option<View> {
    let (text, session) = (words(), session()?);
    let options = units
        .iter()
        .map(|unit| {
            let label = [&unit.township, unit.village.as_ref().unwrap_or(&String::new()), &unit.name]
                .map(|s| s.trim())
                .join(" ");
            view! { <option value=unit.code.clone()>{label}</option> }
        })
        .collect::<Vec<_>>();
    let pick = move |event| {
        let code = event_target_value(&event);
        if let Some(unit) = units.iter().find(|unit| unit.code == code).cloned() {
            session.edit(|draft| {
                draft.unit.code = unit.code;
                draft.unit.name = unit.name;
                draft.unit.township = unit.township;
                draft.unit.village = unit.village.unwrap_or_default();
            });
        }
    };
    Some(view! {
        <div class="field">
            <label for="unit.pick">{text.basics.pick}</label>
            <select id="unit.pick" name="unit.pick" prop:value=move || session.draft.with(|draft| draft.unit.code.clone()) on:change=pick>
                <option value="">{text.basics.pick_none}</option>
                {options}
            </select>
        </div>
    })
}

/// The year and the months in operation.
fn period() -> Option<View> {
    let (text, session) = (words(), session()?);
    let basics = &text.basics;
    // What is being typed, as long as it says what the draft holds.
    let raw = RwSignal::new(None::<String>);
    let stands = derived(move || session.draft.with(|draft| (draft.unread.year.clone(), draft.year)));
    let shown = move || {
        let (unread, year) = stands.get();
        let typing = raw.get().filter(|raw| unread.as_ref() == Some(raw) || typed::year(raw) == Some(year));
        typing.or(unread).unwrap_or_else(|| year.to_string())
    };
    let wrong = move || stands.with(|(unread, _)| unread.is_some());
    let take = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        let says = session.draft.with_untracked(|draft| match typed::year(&text) {
            Some(year) => draft.year == year && draft.unread.year.is_none(),
            None => draft.unread.year.as_ref() == Some(&text),
        });
        raw.set(Some(text.clone()));
        if !says {
            session.edit(|draft| draft.type_year(&text));
        }
    };
    let months = move || session.draft.with(|draft: &Draft| draft.record.months.get().to_string());
    Some(view! {
        <fieldset class="group">
            <legend>{basics.period}</legend>
            <div class="field">
                <label for="year">{basics.year}</label>
                <input type="text" inputmode="numeric" class="number" id="year" name="year" autocomplete="off"
                    aria-describedby="error-year"
                    aria-invalid=move || wrong().then_some("true")
                    prop:value=shown
                    on:input=take on:change=take on:blur=move |_| _ = raw.try_set(None) />
                <span class="error" id="error-year" aria-live="polite">{move || wrong().then_some(basics.year_wrong)}</span>
            </div>
            <div class="field">
                <label for="months">{basics.months}</label>
                <p class="hint" id="hint-months">{basics.months_hint}</p>
                <select id="months" name="months" aria-describedby="hint-months" prop:value=months
                    on:change=move |event| {
                        let months = event_target_value(&event).parse::<u8>().ok().and_then(|n| Months::try_from(n).ok());
                        if let Some(months) = months {
                            session.edit(|draft| draft.record.months = months);
                        }
                    }>
                    {(1..=12_u8).rev().map(|n| {
                        let chosen = session.draft.with_untracked(|draft| draft.record.months.get() == n);
                        view! { <option value=n.to_string() selected=chosen>{(basics.month)(n)}</option> }
                    }).collect::<Vec<_>>()}
                </select>
            </div>
        </fieldset>
    })
}

/// Every number, and where it is asked.
fn read_back() -> Option<View> {
    let (text, session) = (words(), session()?);
    let basics = &text.basics;
    let facts = session.draft.with_untracked(|draft| draft.standard.facts.clone());
    let rows = facts
        .into_iter()
        .map(|fact| {
            let id = fact.id.clone();
            let unit = fact.unit.get(text.lang).to_owned();
            let number = move || {
                session.draft.with(|draft| match draft.record.facts.value(&draft.standard, &id) {
                    Some(value) => format!("{value} {unit}").trim_end().to_owned(),
                    None => text.form.not_yet.to_owned(),
                })
            };
            let asked = session.draft.with_untracked(|draft| {
                let item = draft.standard.asked_at(&fact.id).filter(|_| fact.sum.is_none())?;
                let href = Route::Draft(draft.id.clone(), Page::of_item(&draft.standard, &item.id)).href();
                Some(view! { <a href=href>{item.id.to_string()}</a> })
            });
            view! {
                <tr data-fact-row=fact.id.to_string()>
                    <th scope="row">{fact.words.get(text.lang).to_owned()}</th>
                    <td class="numeric">{number}</td>
                    <td>{asked}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    Some(view! {
        <h2>{basics.facts}</h2>
        <p class="hint">{basics.facts_lead}</p>
        <table class="facts">
            <thead>
                <tr>
                    <th scope="col">{basics.fact}</th>
                    <th scope="col" class="numeric">{basics.number}</th>
                    <th scope="col">{basics.asked_at}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    })
}
