//! An earlier year beside this one: put there from the file that was opened or from a draft on this computer, and
//! taken away again.

use crate::components::context::{ImportState, table};
use crate::components::frame::heading::Heading;
use crate::components::{session, words};
use crate::i18n::range;
use crate::model::draft::Draft;
use crate::model::draft::prior_answers::PriorYear;
use crate::model::draft::prior_year::same_unit;
use crate::model::files::parsed::ParsedFile;
use crate::model::scoring::shown_score::ShownScore;
use crate::pages::station::items::BackToTasks;
use crate::pages::station::merge::draft_of;
use crate::platform::library;
use crate::platform::stored_drafts;
use crate::routes::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A draft with its score: computed anew, unless its own version of the standard is not at hand.
pub(in crate::pages) fn scored(draft: &Draft, opened: Option<&ParsedFile>) -> PriorYear {
    let recorded = match opened {
        Some(ParsedFile::Submission(opened)) if opened.submission.signed.standard != *opened.standard.reference() => {
            Some(opened.submission.signed.score.clone())
        }
        _ => None,
    };
    PriorYear::of(draft, recorded.unwrap_or_else(|| ShownScore::of(&draft.standard, &draft.score())))
}

fn name(draft: &Draft) -> String {
    format!("{} {}", draft.unit.name.trim(), draft.year).trim_start().to_owned()
}

/// The page of an earlier year.
#[component]
pub fn EarlierPage() -> impl IntoView {
    let (text, session, table) = (words(), session(), table());
    let said = text.beside();
    let ours = session.draft.get_untracked();
    let here = RwSignal::new(None::<Vec<Draft>>);
    let list_for = ours.clone();
    spawn_local(async move {
        let mut found = Vec::new();
        for one in library::all().await.drafts {
            if let Some(draft) = stored_drafts::read(&one.id).await
                && draft.is_before(&list_for)
                && same_unit(&draft.unit, &list_for.unit)
            {
                found.push(draft);
            }
        }
        here.try_set(Some(found));
    });
    let put = move |earlier: PriorYear| session.beside(Some(earlier));
    let stands = move || {
        let (year, total) =
            session.draft.with(|draft| draft.earlier.as_ref().map(|earlier| (earlier.year, earlier.score.total)))?;
        let take_away = move |_| session.beside(None);
        Some(view! {
            <p class="notice" data-beside=year.to_string()>
                {(said.stands)(year, &range(total))} " " {(said.done)(year)} " "
                <button type="button" data-do="beside-away" on:click=take_away>{said.take_away}</button>
            </p>
        })
    };
    let file = table.opened.with_untracked(|chosen| match chosen {
        ImportState::Opened(opened, _) => Some((draft_of(opened)?, opened.clone())),
        _ => None,
    });
    let waits = RwSignal::new(true);
    let file = StoredValue::new_local(file.filter(|(draft, _)| draft.is_before(&ours)));
    let file = move || {
        file.get_value().filter(|_| waits.get()).map(|(draft, opened)| {
            let own = session.draft.with_untracked(|ours| ours.unit.clone());
            let other = (!same_unit(&draft.unit, &own)).then(|| view! { <p class="note">{said.other_unit}</p> });
            let words = (said.put)(&name(&draft));
            let take = move |_| {
                put(scored(&draft, Some(&opened)));
                table.opened.set(ImportState::Nothing);
                waits.set(false);
            };
            view! {
                {other}
                <p><button type="button" class="primary" data-do="beside-file" on:click=take>{words}</button></p>
            }
        })
    };
    let drafts = move || {
        let list = here.get()?;
        let none = list.is_empty().then(|| view! { <p class="hint">{said.none}</p> });
        let rows = list.into_iter().map(|draft| {
            let (id, words) = (draft.id.to_string(), (said.put)(&name(&draft)));
            let take = move |_| put(scored(&draft, None));
            view! { <p><button type="button" data-beside-draft=id on:click=take>{words}</button></p> }
        });
        Some(view! { {none} {rows.collect::<Vec<_>>()} })
    };
    view! {
        <Heading title=said.title />
        <p class="lead">{said.lead}</p>
        <div aria-live="polite">{stands}</div>
        {file}
        <h2>{said.here}</h2>
        <div aria-live="polite">{drafts}</div>
        <p><a class="button" href=Route::Open.href()>{said.open_file}</a></p>
        <BackToTasks />
    }
}
