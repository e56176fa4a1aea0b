//! The pages with items: a section, the bonus, the texts.

use crate::components::frame::heading::Heading;
use crate::components::item::ledgers::LedgerNames;
use crate::components::item::{EvidenceShown, ItemField, ItemTurns};
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::{session, words};
use crate::i18n::{gap, range};
use crate::model::standard::Standard;
use crate::model::standard::ids::{DraftId, SectionId};
use crate::model::standard::item::Item;
use crate::model::standard::points::Points;
use crate::pages::placeholder::LostPage;
use crate::platform::scheduler;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// The items of one section.
#[component]
pub fn SectionPage(
    /// Which one.
    section: SectionId,
) -> FreshView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let Some(at) = standard.sections.iter().position(|known| known.id == section) else {
        return view! { <LostPage /> }.into_fresh();
    };
    let Some(shown) = standard.sections.get(at) else { return view! { <LostPage /> }.into_fresh() };
    let title = format!("{} {}", shown.id, shown.words.get(text.lang));
    let neighbour = |at: Option<usize>| at.and_then(|at| standard.sections.get(at)).map(|section| section.id.clone());
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
    let section_page = |section: SectionId| Page::Section(section, None);
    let to = |page: Page| Route::Draft(draft.id.clone(), page).href();
    let (before, after) = (before.map(section_page), after.map_or_else(|| after_sections(standard), section_page));
    let ledgers = view! { <LedgerNames /> };
    let won = {
        let section = section.clone();
        Memo::new(move |_| session.score.with(|score| range(score.section(&section))))
    };
    view! {
        <Heading title=title.clone() />
        <p class="section-score"><b>{move || won.get()}</b> " / " {(text.form.points)(&shown.points.to_string())}</p>
        {ledgers}
        <Items all=shown.items.clone() />
        <nav class="steps" aria-label=text.frame.stepwise>
            {before.map(|before| view! { <a class="button" data-go="previous" href=to(before)>{text.form.previous}</a> })}
            <a class="button" data-go="tasks" href=Route::Draft(draft.id.clone(), Page::Tasks).href()>{text.form.to_tasks}</a>
            <NextStep draft=draft.id.clone() page=after />
        </nav>
    }
    .into_fresh()
}

/// Items one below the other, drawn in turns: what is asked, then its evidence and the rest, item by item.
#[component]
fn Items(all: Vec<Item>) -> impl IntoView {
    let drawn = scheduler::steps(all.len() * ItemTurns::MANY);
    let all = StoredValue::new(all);
    let draw = move |at: usize| {
        let turns = ItemTurns::of(drawn, at);
        all.with_value(|all| {
            all.get(at).cloned().map(|item| view! { <ItemField item turns evidence=EvidenceShown::Open /> })
        })
    };
    view! { <For each=move || 0..drawn.get().div_ceil(ItemTurns::MANY) key=|at| *at children=draw /> }
}

/// The bonus items.
#[component]
pub fn BonusPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let bonus = &draft.standard.bonus;
    let lead = (text.form.bonus_lead)(&bonus.cap.to_string());
    let kept_apart = (!bonus.counts_for_stars).then_some(text.form.bonus_apart);
    let ledgers = view! { <LedgerNames /> };
    let possible: Points = bonus.cap;
    view! {
        <Heading title={bonus.words.get(text.lang)} />
        <p class="lead">{lead} {gap(text)} {kept_apart}</p>
        <p class="section-score">
            <b>{move || session.score.with(|score| range(score.bonus))}</b> " / " {(text.form.points)(&possible.to_string())}
        </p>
        {ledgers}
        <Items all=bonus.items.clone() />
        <OnTo next={after_bonus(&draft.standard)} />
    }
}

/// The texts.
#[component]
pub fn TextsPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    view! {
        <Heading title=text.tasks.texts />
        <p class="lead">{text.form.texts_lead} {gap(text)} {text.form.no_names}</p>
        <Items all=draft.standard.texts.clone() />
        <OnTo next=Page::Check />
    }
}

/// The way back to the task list.
#[component]
pub fn BackToTasks() -> impl IntoView {
    view! { <StepsOn on=None /> }
}

/// The way back to the task list, and on to what is done next.
#[component]
pub fn OnTo(
    /// What is done next.
    next: Page,
) -> impl IntoView {
    view! { <StepsOn on={Some(next)} /> }
}

#[component]
fn StepsOn(on: Option<Page>) -> impl IntoView {
    let (text, session) = (words(), session());
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    let tasks = Route::Draft(id.clone(), Page::Tasks).href();
    view! {
        <nav class="steps" aria-label=text.frame.stepwise>
            <a class="button" data-go="tasks" href=tasks>{text.form.to_tasks}</a>
            {on.map(|page| view! { <NextStep draft=id.clone() page=page /> })}
        </nav>
    }
}

/// The way on. What is filled in needs no name; what comes after that has one.
#[component]
fn NextStep(draft: DraftId, page: Page) -> impl IntoView {
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
