//! The task list: what there is to do, and how far each part is.

use crate::model::score::Score;
use crate::route::{Page, Route};
use crate::text::day;
use crate::ui::heading::Heading;
use crate::ui::{session, words};
use leptos::prelude::*;

/// How far a task is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    NotStarted,
    Open(usize),
    Done,
    Optional,
}

/// The task list.
#[component]
pub fn Tasks() -> impl IntoView {
    let (text, session) = (words(), session()?);
    let draft = session.draft.read_untracked();
    let standard = &draft.standard;
    let id = draft.id.clone();
    let row = move |name: String, title: String, hint: String, page: Page, state: Option<Signal<State>>| {
        let status = move || state.map(|state| state.get());
        let said = move || match status() {
            None => String::new(),
            Some(State::NotStarted) => text.tasks.not_started.to_owned(),
            Some(State::Open(open)) => (text.tasks.open)(open),
            Some(State::Done) => text.tasks.done.to_owned(),
            Some(State::Optional) => text.tasks.optional.to_owned(),
        };
        let mark = move || match status() {
            None | Some(State::NotStarted | State::Optional) => "none",
            Some(State::Open(_)) => "some",
            Some(State::Done) => "done",
        };
        view! {
            <li class="task" data-status=mark>
                <a data-task=name href=Route::Draft(id.clone(), page).href()>{title}</a>
                <span class="hint">{hint}</span>
                <span class="status">{said}</span>
            </li>
        }
    };
    let far = move |score: &Score, ids: &[crate::model::id::ItemId]| {
        let open = score.items.iter().filter(|item| ids.contains(&item.id) && item.is_open()).count();
        if open == 0 {
            State::Done
        } else if open == ids.len() {
            State::NotStarted
        } else {
            State::Open(open)
        }
    };
    let of_items = move |ids: Vec<crate::model::id::ItemId>, optional: bool| {
        Signal::derive(move || match session.score.with(|score| far(score, &ids)) {
            State::NotStarted | State::Open(_) if optional => State::Optional,
            state => state,
        })
    };
    let basics = Signal::derive(move || {
        session.draft.with(|draft| {
            let blank = |text: &str| text.trim().is_empty();
            let village = draft.standard.unit.village && blank(&draft.unit.village);
            let open = usize::from(blank(&draft.unit.name)) + usize::from(blank(&draft.unit.township)) + usize::from(village);
            if open == 0 {
                State::Done
            } else if draft.unit == crate::model::unit::Unit::default() {
                State::NotStarted
            } else {
                State::Open(open)
            }
        })
    });
    let points = |points: crate::model::points::Points| (text.form.points)(&points.to_string());
    let sections = standard
        .sections
        .iter()
        .map(|section| {
            let ids = section.items.iter().map(|item| item.id.clone()).collect();
            let title = format!("{} {}", section.id, section.words.get(text.lang));
            let page = Page::Section(section.id.clone(), None);
            row(section.id.to_string(), title, points(section.points), page, Some(of_items(ids, false)))
        })
        .collect_view();
    let bonus = (!standard.bonus.items.is_empty()).then(|| {
        let ids = standard.bonus.items.iter().map(|item| item.id.clone()).collect();
        let title = standard.bonus.words.get(text.lang).to_owned();
        let hint = (text.form.up_to)(&standard.bonus.cap.to_string());
        row("bonus".to_owned(), title, hint, Page::Bonus(None), Some(of_items(ids, true)))
    });
    let texts = (!standard.texts.is_empty()).then(|| {
        let ids = standard.texts.iter().map(|item| item.id.clone()).collect();
        row("texts".to_owned(), text.tasks.texts.to_owned(), String::new(), Page::Texts(None), Some(of_items(ids, true)))
    });
    let title = standard.sheet_title(text.lang, draft.year);
    let deadline = standard.deadline.map(|date| (text.tasks.deadline)(&day(text, date)));
    let theme = standard.theme.as_ref().map(|theme| format!("{}{}", text.tasks.theme, theme.get(text.lang)));
    let by = format!("{}{}", text.tasks.by, standard.title.get(text.lang));
    let facts: Vec<String> = [Some(by), theme, deadline].into_iter().flatten().collect();
    Some(view! {
        <Heading title=title />
        <p class="hint">{facts.join(" · ")}</p>
        <p class="lead">{text.tasks.lead} " " {(text.tasks.time)(standard.scored().count())}</p>
        <h2>{text.tasks.fill}</h2>
        <ol class="tasks">
            {row("basics".to_owned(), text.tasks.basics.to_owned(), String::new(), Page::Basics, Some(basics))}
            {sections}
            {bonus}
            {texts}
        </ol>
        <h2>{text.tasks.hand_in}</h2>
        <ol class="tasks">
            {row("check".to_owned(), text.tasks.check.to_owned(), String::new(), Page::Check, None)}
            {row("result".to_owned(), text.tasks.result.to_owned(), String::new(), Page::Result, None)}
            {row("send".to_owned(), text.tasks.send.to_owned(), String::new(), Page::Send, None)}
        </ol>
    })
}
