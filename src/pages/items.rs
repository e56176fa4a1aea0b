//! The pages with items: a section, the bonus, the texts.

use crate::browser::derived::derived;
use crate::model::id::SectionId;
use crate::model::points::Points;
use crate::model::standard::Standard;
use crate::route::{Page, Route};
use crate::text::{gap, range};
use crate::ui::dom::View;
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
    let (before, after) = (before.map(section_page), after.map(section_page).or_else(|| after_sections(standard)));
    let ledgers = ledgers();
    let won = {
        let section = section.clone();
        derived(move || session.score.with(|score| range(score.section(&section))))
    };
    Some(view! {
        {heading(&title)}
        <p class="section-score"><b>{move || won.get()}</b> " / " {(text.form.points)(&shown.points.to_string())}</p>
        {ledgers}
        {shown.items.iter().map(|item| item_field(item.clone())).collect::<Vec<_>>()}
        <nav class="steps" aria-label=text.frame.stepwise>
            {before.map(|before| view! { <a class="button" data-go="previous" href=to(before)>{text.form.previous}</a> })}
            <a class="button" data-go="tasks" href=Route::Draft(draft.id.clone(), Page::Tasks).href()>{text.form.to_tasks}</a>
            {after.map(|after| view! { <a class="button primary" data-go="next" href=to(after)>{text.form.next}</a> })}
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
        {bonus.items.iter().map(|item| item_field(item.clone())).collect::<Vec<_>>()}
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
        {draft.standard.texts.iter().map(|item| item_field(item.clone())).collect::<Vec<_>>()}
        {back_to_tasks()}
    })
}

/// The way back to the task list.
pub fn back_to_tasks() -> Option<View> {
    on_to(None)
}

/// The way back to the task list, and on to what is filled in next.
fn on_to(next: Option<Page>) -> Option<View> {
    let (text, session) = (words(), session()?);
    let to = |page| Route::Draft(session.draft.with_untracked(|draft| draft.id.clone()), page).href();
    let next = next.map(|page| view! { <a class="button primary" data-go="next" href=to(page)>{text.form.next}</a> });
    Some(view! {
        <nav class="steps" aria-label=text.frame.stepwise>
            <a class="button" data-go="tasks" href=to(Page::Tasks)>{text.form.to_tasks}</a>
            {next}
        </nav>
    })
}

/// What comes after the sections: bonus and texts, as far as there are any.
fn after_sections(standard: &Standard) -> Option<Page> {
    (!standard.bonus.items.is_empty()).then_some(Page::Bonus(None)).or_else(|| after_bonus(standard))
}

fn after_bonus(standard: &Standard) -> Option<Page> {
    (!standard.texts.is_empty()).then_some(Page::Texts(None))
}
