//! The pages with items: a section, the bonus, the texts.

use crate::model::id::SectionId;
use crate::model::points::Points;
use crate::route::{Page, Route};
use crate::text::range;
use crate::ui::dom::View;
use crate::ui::heading::heading;
use crate::ui::item::item_field;
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
    let to = |section: SectionId| Route::Draft(draft.id.clone(), Page::Section(section, None)).href();
    let won = {
        let section = section.clone();
        Memo::new(move |_| session.score.with(|score| range(score.section(&section))))
    };
    Some(view! {
        {heading(&title)}
        <p class="section-score"><b>{move || won.get()}</b> " / " {(text.form.points)(&shown.points.to_string())}</p>
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
    let possible: Points = bonus.cap;
    Some(view! {
        {heading(bonus.words.get(text.lang))}
        <p class="lead">{lead} " " {apart}</p>
        <p class="section-score">
            <b>{move || session.score.with(|score| range(score.bonus))}</b> " / " {(text.form.points)(&possible.to_string())}
        </p>
        {bonus.items.iter().map(|item| item_field(item.clone())).collect::<Vec<_>>()}
        {back_to_tasks()}
    })
}

/// The texts.
pub fn texts_page() -> Option<View> {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    Some(view! {
        {heading(text.tasks.texts)}
        <p class="lead">{text.form.texts_lead} " " {text.form.no_names}</p>
        {draft.standard.texts.iter().map(|item| item_field(item.clone())).collect::<Vec<_>>()}
        {back_to_tasks()}
    })
}

/// The way back to the task list.
pub fn back_to_tasks() -> Option<View> {
    let (text, session) = (words(), session()?);
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    Some(view! {
        <nav class="steps" aria-label=text.frame.stepwise>
            <a class="button" data-go="tasks" href=Route::Draft(id, Page::Tasks).href()>{text.form.to_tasks}</a>
        </nav>
    })
}
