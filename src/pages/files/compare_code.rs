//! Where a check code is typed from paper, beside a submission that was opened: is the paper of this file, and
//! if not, of which?

use crate::components::words;
use crate::i18n::range;
use crate::model::scoring::score::Score;
use crate::model::submission::OpenedSubmission;
use crate::model::submission::code_check::{PaperCode, compare_code};
use crate::platform::{clock, library, stored_drafts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field, and what the code says as soon as it is one.
#[component]
pub fn TypedCode(opened: Box<OpenedSubmission>) -> impl IntoView {
    let text = words();
    let submission = opened.submission.clone();
    let score = range(Score::of(&opened.standard, &submission.record()).total);
    let typed = RwSignal::new(String::new());
    let drafts = RwSignal::new(Vec::new());
    // Until every place has answered, and where one cannot be read, no code is called unknown here.
    let unsure = RwSignal::new(Some(text.leaving.list_waits));
    spawn_local(async move {
        let (mut found, listing) = (Vec::new(), library::all().await);
        for one in listing.drafts {
            found.extend(stored_drafts::read(&one.id).await);
        }
        drafts.try_set(found);
        unsure.try_set(listing.unsure.then_some(text.leaving.list_unsure));
    });
    let paper = Memo::new(move |_| typed.with(|typed| drafts.with(|drafts| compare_code(typed, &submission, drafts))));
    let (unit, made) = (opened.submission.signed.unit.name.clone(), clock::local(&opened.submission.time));
    let said = move || match paper.get() {
        PaperCode::Blank => Vec::new(),
        PaperCode::NoCode => vec![text.open.no_code.to_owned()],
        PaperCode::Same => vec![text.open.code_same.to_owned()],
        PaperCode::Other(export) => vec![
            (text.open.code_differs)(&unit, &score, &made),
            (text.open.code_of)(export.revision, &clock::local(&export.time)),
        ],
        PaperCode::Unknown => vec![
            (text.open.code_differs)(&unit, &score, &made),
            unsure.get().unwrap_or(text.open.code_unknown).to_owned(),
        ],
    };
    let kind = move || match paper.get() {
        PaperCode::Blank => "blank",
        PaperCode::NoCode => "no-code",
        PaperCode::Same => "same",
        PaperCode::Other(_) => "other",
        PaperCode::Unknown => "unknown",
    };
    view! {
        <div class="field">
            <label for="typed-code">{text.open.type_code}</label>
            <p class="hint" id="typed-code-hint">{text.open.type_code_hint}</p>
            <input
                type="text"
                id="typed-code"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="typed-code-hint typed-code-said"
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <div role="status" id="typed-code-said" data-paper=kind>
                {move || said().into_iter().map(|line| view! { <p class="note">{line}</p> }).collect::<Vec<_>>()}
            </div>
        </div>
    }
}
