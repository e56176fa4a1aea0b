//! The pages with items: a section, the bonus, the texts.

use crate::model::id::SectionId;
use crate::model::points::Points;
use crate::route::{Page, Route};
use crate::text::range;
use crate::ui::heading::Heading;
use crate::ui::item::ItemField;
use crate::ui::{session, words};
use leptos::prelude::*;

/// The items of one section.
#[component]
pub fn SectionPage(
    /// The section.
    section: SectionId,
) -> impl IntoView {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let Some(at) = standard.sections.iter().position(|known| known.id == section) else {
        return Some(view! { <super::later::Lost /> }.into_any());
    };
    let shown = standard.section(&section)?;
    let title = format!("{} {}", shown.id, shown.words.get(text.lang));
    let neighbour = |at: Option<usize>| at.and_then(|at| standard.sections.get(at)).map(|section| section.id.clone());
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
    let to = |section: SectionId| Route::Draft(draft.id.clone(), Page::Section(section, None)).href();
    let won = Memo::new(move |_| session.score.with(|score| range(score.section(&section))));
    Some(
        view! {
            <Heading title=title />
            <p class="section-score"><b>{won}</b> " / " {(text.form.points)(&shown.points.to_string())}</p>
            {shown.items.iter().map(|item| view! { <ItemField item=item.clone() /> }).collect_view()}
            <nav class="steps" aria-label=text.frame.stepwise>
                {before.map(|before| view! { <a class="button" data-go="previous" href=to(before)>{text.form.previous}</a> })}
                <a class="button" data-go="tasks" href=Route::Draft(draft.id.clone(), Page::Tasks).href()>{text.form.to_tasks}</a>
                {after.map(|after| view! { <a class="button primary" data-go="next" href=to(after)>{text.form.next}</a> })}
            </nav>
        }
        .into_any(),
    )
}

/// The bonus items.
#[component]
pub fn BonusPage() -> impl IntoView {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    let bonus = &draft.standard.bonus;
    let lead = (text.form.bonus_lead)(&bonus.cap.to_string());
    let apart = (!bonus.counts_for_stars).then_some(text.form.bonus_apart);
    let possible: Points = bonus.cap;
    Some(view! {
        <Heading title=bonus.words.get(text.lang) />
        <p class="lead">{lead} " " {apart}</p>
        <p class="section-score">
            <b>{move || session.score.with(|score| range(score.bonus))}</b> " / " {(text.form.points)(&possible.to_string())}
        </p>
        {bonus.items.iter().map(|item| view! { <ItemField item=item.clone() /> }).collect_view()}
        <BackToTasks />
    })
}

/// The texts.
#[component]
pub fn TextsPage() -> impl IntoView {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    Some(view! {
        <Heading title=text.tasks.texts />
        <p class="lead">{text.form.texts_lead} " " {text.form.no_names}</p>
        {draft.standard.texts.iter().map(|item| view! { <ItemField item=item.clone() /> }).collect_view()}
        <BackToTasks />
    })
}

/// The way back to the task list.
#[component]
pub fn BackToTasks() -> impl IntoView {
    let (text, session) = (words(), session()?);
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    Some(view! {
        <nav class="steps" aria-label=text.frame.stepwise>
            <a class="button" data-go="tasks" href=Route::Draft(id, Page::Tasks).href()>{text.form.to_tasks}</a>
        </nav>
    })
}
