//! The pages with items: a section, the bonus, the texts.

use crate::browser::derived::derived;
use crate::model::id::{DraftId, SectionId};
use crate::model::points::Points;
use crate::model::standard::Standard;
use crate::route::{Page, Route};
use crate::text::{gap, range};
use crate::ui::dom::{View, in_turns};
use crate::ui::heading::heading;
use crate::ui::item::item_field;
use crate::ui::ledgers::ledgers;
use crate::ui::{session, words};
use leptos::prelude::*;
use xingzhan_view::view;

/// The items of one section.
pub fn section_page(section: &SectionId) -> Option<View> {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let Some(at) = standard.sections.iter().position(|known| known.id == *section) else {
        return Some(super::later::lost());
    };
    let shown = standard.section(section)?;
    let title = format!("{} {}", shown.id, shown.words.get(text.lang));
    let neighbour = |at: Option<usize>| at.and_then(|at| standard.sections.get(at)).map(|section| section.id.clone());
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
    let section_page = |section: SectionId| Page::Section(section, None);
    let to = |page: Page| Route::Draft(draft.id.clone(), page).href();
    let (before, after) = (before.map(section_page), after.map_or_else(|| after_sections(standard), section_page));
    let ledgers = ledgers();
    let won = {
        let section = section.clone();
        derived(move || session.score.with(|score| range(score.section(&section))))
    };
    Some(view! {
        {heading(&title)}
        <p class="section-score"><b>{move || won.get()}</b> " / " {(text.form.points)(&shown.points.to_string())}</p>
        {ledgers}
        {in_turns(&shown.items, item_field)}
        <nav class="steps" aria-label=text.frame.stepwise>
            {before.map(|before| view! { <a class="button" data-go="previous" href=to(before)>{text.form.previous}</a> })}
            <a class="button" data-go="tasks" href=Route::Draft(draft.id.clone(), Page::Tasks).href()>{text.form.to_tasks}</a>
            {next(&draft.id, after)}
        </nav>
    })
}

/// The bonus items.
pub fn bonus_page() -> Option<View> {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    let bonus = &draft.standard.bonus;
    let lead = (text.form.bonus_lead)(&bonus.cap.to_string());
    let apart = (!bonus.counts_for_stars).then_some(text.form.bonus_apart);
    let ledgers = ledgers();
    let possible: Points = bonus.cap;
    Some(view! {
        {heading(bonus.words.get(text.lang))}
        <p class="lead">{lead} {gap(text)} {apart}</p>
        <p class="section-score">
            <b>{move || session.score.with(|score| range(score.bonus))}</b> " / " {(text.form.points)(&possible.to_string())}
        </p>
        {ledgers}
        {in_turns(&bonus.items, item_field)}
        {on_to(after_bonus(&draft.standard))}
    })
}

/// The texts.
pub fn texts_page() -> Option<View> {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    Some(view! {
        {heading(text.tasks.texts)}
        <p class="lead">{text.form.texts_lead} {gap(text)} {text.form.no_names}</p>
        {in_turns(&draft.standard.texts, item_field)}
        {on_to(Page::Check)}
    })
}

/// The way back to the task list.
pub fn back_to_tasks() -> Option<View> {
    ways(None)
}

/// The way back to the task list, and on to what is done next.
pub fn on_to(next: Page) -> Option<View> {
    ways(Some(next))
}

fn ways(on: Option<Page>) -> Option<View> {
    let (text, session) = (words(), session()?);
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    let tasks = Route::Draft(id.clone(), Page::Tasks).href();
    Some(view! {
        <nav class="steps" aria-label=text.frame.stepwise>
            <a class="button" data-go="tasks" href=tasks>{text.form.to_tasks}</a>
            {on.map(|page| next(&id, page))}
        </nav>
    })
}

/// The way on. What is filled in needs no name; what comes after that has one.
fn next(draft: &DraftId, page: Page) -> View {
    let text = words();
    let words = match page {
        Page::Check => text.tasks.check,
        Page::Result => text.tasks.result,
        Page::Send => text.tasks.send,
        _ => text.form.next,
    };
    let href = Route::Draft(draft.clone(), page).href();
    view! { <a class="button primary" data-go="next" href=href>{words}</a> }
}

/// What comes after the sections: bonus and texts, as far as there are any, and then the look at all answers.
fn after_sections(standard: &Standard) -> Page {
    if standard.bonus.items.is_empty() { after_bonus(standard) } else { Page::Bonus(None) }
}

fn after_bonus(standard: &Standard) -> Page {
    if standard.texts.is_empty() { Page::Check } else { Page::Texts(None) }
}
