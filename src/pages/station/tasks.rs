//! The task list: what there is to do, and how far each part is. It is read, not typed into, so it is
//! drawn once from the draft as it is.

use crate::components::dot_separated::dot_separated;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::{session, words};
use crate::i18n::{Text, day, days_left};
use crate::model::draft::Draft;
use crate::model::draft::progress::{Progress, minutes};
use crate::model::standard::ids::DraftId;
use crate::model::standard::item::Item;
use crate::pages::station::versions::{LeftOver, NewerVersion};
use crate::persistence::autosave::SaveStatus;
use crate::platform::clock;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// One line of the list.
struct Task {
    name: String,
    title: String,
    hint: String,
    page: Page,
    /// How far it is, and whether it may stay empty.
    far: Option<(Progress, bool)>,
}

/// The task list.
#[component]
pub fn TasksPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let (draft, score) = (session.draft.read_untracked(), session.score.read_untracked());
    let standard = &draft.standard;
    let task = |name: &str, title: &str, page, far| {
        let (name, title) = (name.to_owned(), title.to_owned());
        Task { name, title, hint: String::new(), page, far }
    };
    let mut first = vec![task("basics", text.tasks.basics, Page::Basics, Some((Progress::of_basics(&draft), false)))];
    if standard.one_page {
        let all: Vec<Item> = standard.scored().cloned().collect();
        let far = Some((Progress::of_items(&score, &all), false));
        first.push(task("all", text.tasks.one_page, Page::All(None), far));
    }
    first.push(task("facts", text.facts.title, Page::Facts, Some((Progress::of_numbers(&draft), false))));
    let mut fill = Vec::new();
    fill.extend(standard.sections.iter().map(|section| Task {
        name: section.id.to_string(),
        title: format!("{} {}", section.id, section.words.get(text.lang)),
        hint: (text.form.points)(&section.points.to_string()),
        page: Page::Section(section.id.clone(), None),
        far: Some((Progress::of_items(&score, &section.items), false)),
    }));
    if !standard.bonus.items.is_empty() {
        let far = Some((Progress::of_items(&score, &standard.bonus.items), true));
        let hint = (text.form.up_to)(&standard.bonus.cap.to_string());
        fill.push(Task { hint, ..task("bonus", standard.bonus.words.get(text.lang), Page::Bonus(None), far) });
    }
    if !standard.texts.is_empty() {
        let far = Some((Progress::of_items(&score, &standard.texts), true));
        fill.push(task("texts", text.tasks.texts, Page::Texts(None), far));
    }
    let hand_in = [
        task("check", text.tasks.check, Page::Check, None),
        task("result", text.tasks.result, Page::Result, None),
        task("head", &(text.signing().title)(standard.posts.head.get(text.lang)), Page::Head, None),
        task("send", text.tasks.send, Page::Send, None),
    ];
    let row = |task| row(text, &draft.id, task);
    let theme = standard.theme.as_ref().map(|theme| format!("{}{}", text.tasks.theme, theme.get(text.lang)));
    let by = format!("{}{}", text.tasks.by, standard.title.get(text.lang));
    let facts = [(false, by), (false, theme.unwrap_or_default())];
    let unsaved = Memo::new(move |_| matches!(session.status.get(), SaveStatus::Unsaved(_)));
    let (least, most) = minutes(standard.scored().count());
    view! {
        <Heading title={standard.sheet_title(text.lang, draft.year)} />
        <NewerVersion />
        <p class="hint">{dot_separated(facts)}</p>
        <p class="hint" data-year="">{dot_separated(year(text, &draft))}</p>
        <p class="lead">{move || if unsaved.get() { text.tasks.lead_unsaved } else { text.tasks.lead }}</p>
        <p class="lead">{(text.tasks.time)(standard.scored().count(), least, most)}</p>
        <h2>{text.tasks.fill}</h2>
        <ol class="tasks">{first.into_iter().map(row).collect::<Vec<_>>()}</ol>
        {if standard.one_page {
            let parts = fill.into_iter().map(row).collect::<Vec<_>>();
            view! { <details class="parts"><summary>{text.tasks.by_section}</summary> <ol class="tasks">{parts}</ol></details> }.into_fresh()
        } else {
            view! { <ol class="tasks">{fill.into_iter().map(row).collect::<Vec<_>>()}</ol> }.into_fresh()
        }}
        <h2>{text.tasks.hand_in}</h2>
        <ol class="tasks">{hand_in.into_iter().map(row).collect::<Vec<_>>()}</ol>
        <LeftOver />
        <p><a data-task="earlier" href=Route::Draft(draft.id.clone(), Page::Earlier).href()>{text.beside().title}</a></p>
        <p><a data-task="history" href=Route::Draft(draft.id.clone(), Page::History).href()>{text.frame.history}</a></p>
    }
}

/// To whom it goes and until when, how many days are left while nothing was handed over, and the other steps with their
/// days.
fn year(text: &'static Text, draft: &Draft) -> Vec<(bool, String)> {
    let standard = &draft.standard;
    let mut said = vec![(false, (text.send.to)(standard.receiver.office.get(text.lang)))];
    let left = standard.days_left(clock::today()).filter(|_| draft.last_export().is_none());
    if let Some(date) = standard.deadline {
        let by = (text.tasks.deadline)(&day(text, date));
        let left = left.map(|left| days_left(text, standard, left));
        said.push((false, left.map_or(by.clone(), |left| format!("{by}{}{left}", text.comma()))));
    }
    let steps = standard.cycle.iter().filter_map(|step| Some((&step.words, step.date?)));
    said.extend(
        steps.map(|(words, date)| (false, format!("{}{}{}", words.get(text.lang), text.colon(), day(text, date)))),
    );
    said
}

fn row(text: &'static Text, draft: &DraftId, task: Task) -> impl IntoView + use<> {
    let (mark, said) = match task.far {
        None => ("none", String::new()),
        Some((Progress::Done, _)) => ("done", text.tasks.done.to_owned()),
        Some((_, true)) => ("none", text.tasks.optional.to_owned()),
        Some((Progress::NotStarted, _)) => ("none", text.tasks.not_started.to_owned()),
        Some((Progress::Open(open), _)) => ("some", (text.tasks.open)(open)),
    };
    view! {
        <li class="task" data-status=mark>
            <a data-task=task.name href=Route::Draft(draft.clone(), task.page).href()>{task.title}</a>
            <span class="hint">{task.hint}</span>
            <span class="status">{said}</span>
        </li>
    }
}
