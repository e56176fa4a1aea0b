//! Make the submission (生成申报文件): declare, write, read again and compare, and only then call it done.

use super::hand_off::{Handed, hand_off};
use super::items::back_to_tasks;
use super::print::sheet_links;
use crate::browser::derived::derived;
use crate::browser::{clock, files, photos, place};
use crate::model::draft::{Draft, Lack};
use crate::model::file::{self, Opened, SUBMISSION_LIMIT};
use crate::model::mail::megabytes;
use crate::model::problem::{Fault, Problem};
use crate::model::shelf::Shelf;
use crate::model::submission::Submission;
use crate::text::{Text, fault, file_of, gap, mail, sheet, workbook};
use crate::ui::day::{Day, day};
use crate::ui::dom::View;
use crate::ui::heading::heading;
use crate::ui::line::line;
use crate::ui::photo_size::size_bar;
use crate::ui::saved::save_draft;
use crate::ui::{session, words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use xingzhan_view::view;

/// The element that says what to do with the file.
const DONE: &str = "done";

/// How the last export ended.
#[derive(Clone, PartialEq, Eq)]
enum Done {
    NotYet,
    File(Box<Handed>),
    /// So many bytes are more than any copy of this program opens.
    TooLarge(u64),
    Failed,
}

/// Writes the submission with its photos, reads it again with the same reader that opening uses, and compares.
async fn export(text: &Text, draft: &Draft) -> Option<(Done, Submission)> {
    let submission = Submission::of(draft, clock::now()?);
    let packed = photos::pack(submission.written(), draft.record.photo_digests(), &draft.record).await;
    let long = u64::try_from(packed.text.len()).unwrap_or(u64::MAX);
    if long > SUBMISSION_LIMIT {
        return Some((Done::TooLarge(long), submission));
    }
    let mut shelf = Shelf::default();
    shelf.add(draft.standard.clone().into());
    let (Opened::Submission(again), carried) = file::unpack(packed.text.as_bytes(), &shelf).ok()? else { return None };
    let missing = |finding: &Problem| finding.fault == Fault::PhotoMissing;
    let photos = carried.photos.len() == packed.many && carried.findings.iter().all(missing);
    if again.submission != submission || !again.findings.is_empty() || !photos {
        return None;
    }
    let name = file_of(text, draft, text.send.what, "json");
    files::save(&name, &packed.text)?;
    let score = draft.score();
    let handed = Handed {
        code: submission.codes.signed.to_string(),
        mail: mail(text, &draft.standard, &submission, &name),
        limit: Some(draft.standard.mail_limit).filter(|limit| *limit > 0),
        sheet: workbook(text, sheet(text, draft, &score, Some(&submission.codes.signed)), submission.time.clone()),
        sheet_name: file_of(text, draft, text.send.what, "xlsx"),
        name,
        written: packed.text.into(),
        without: packed.without,
    };
    Some((Done::File(Box::new(handed)), submission))
}

/// The page that makes the submission.
pub fn send() -> Option<View> {
    let (text, session) = (words(), session()?);
    let send = &text.send;
    let (done, busy) = (RwSignal::new(Done::NotYet), StoredValue::new(false));
    if session.draft.with_untracked(|draft| draft.declaration.date.is_none())
        && let Some(today) = clock::today()
    {
        session.edit(|draft| draft.declaration.date = Some(today));
    }
    let lacks = derived(move || {
        session.draft.with(Draft::lacks).into_iter().map(|lack| lack_of(text, lack)).collect::<Vec<_>>()
    });
    let problems = derived(move || {
        session.draft.with(|draft| draft.problems().iter().map(|problem| fault(text, problem)).collect::<Vec<_>>())
    });
    let ready = move || lacks.with(Vec::is_empty) && problems.with(Vec::is_empty);
    let revision = derived(move || session.draft.with(|draft| draft.revision));
    let submit = move |_| {
        if !ready() {
            return;
        }
        // A second press while the first is still at work makes no second file.
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let draft = session.draft.get_untracked();
        spawn_local(async move {
            let outcome = export(text, &draft).await;
            busy.try_set_value(false);
            // The draft may have been closed meanwhile.
            if let Some((Done::File(_), submission)) = &outcome
                && session.draft.try_with_untracked(|_| ()).is_some()
            {
                session.edit(|draft| draft.exported(submission));
            }
            done.try_set(outcome.map_or(Done::Failed, |(done, _)| done));
            // What is to be done now is below the button.
            set_timeout(|| _ = place::to_one(DONE), Duration::ZERO);
        });
    };
    // What was handed over, and whether the draft still says the same.
    let handed_over = move || {
        session.draft.with(|draft| {
            let last = draft.last_export()?;
            let said = (send.handed_over)(last.revision, &clock::local(&last.time), last.codes.signed.as_ref());
            let changed =
                draft.changed_since_export().then(|| view! { " " <b data-changed="">{send.changed_since}</b> });
            Some(view! { <p class="notice" data-handed-over="">{said} {changed}</p> })
        })
    };
    let shows = derived(move || session.draft.with(|draft| draft.record.photos().next().is_some()));
    let open = move || session.score.with(|score| score.asked.saturating_sub(score.answered));
    let notes = move || session.draft.with(|draft| draft.notes_missing().len());
    Some(view! {
        {heading(send.title)}
        <p class="lead">{send.lead}</p>
        {handed_over}
        {move || (open() > 0).then(|| view! { <p class="notice">{(send.still_open)(open())}</p> })}
        {move || (notes() > 0).then(|| view! { <p class="notice">{(send.notes_missing)(notes())}</p> })}
        {move || shows.get().then(size_bar)}
        {declaration_fields()}
        {move || (!ready()).then(|| view! {
            <section class="notice">
                <h2>{send.lacks}</h2>
                <ul>
                    {lacks.get().into_iter().map(|lack| view! { <li data-lack="">{lack}</li> }).collect::<Vec<_>>()}
                    {problems.get().into_iter().map(|line| view! { <li data-lack="">{line}</li> }).collect::<Vec<_>>()}
                </ul>
            </section>
        })}
        <p class="actions">
            <button type="button" class="primary" data-do="submit" aria-disabled=move || (!ready()).to_string() on:click=submit>
                {move || (send.submit)(revision.get())}
            </button>
        </p>
        <div aria-live="polite">{move || outcome(text, session.draft.with_untracked(Clone::clone), &done.get())}</div>
    })
}

/// Saving the draft as a file. It changes nothing, so it works also where the draft may only be read.
pub fn as_a_file() -> Option<View> {
    let (text, session) = (words(), session()?);
    let send = &text.send;
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    Some(view! {
        {sheet_links(text, &id)}
        <h2>{send.save_draft}</h2>
        <p class="hint">{send.save_draft_hint}</p>
        <p class="actions">
            <button type="button" data-do="save-draft" on:click=move |_| save_draft(text, session)>
                {send.save_draft}
            </button>
        </p>
        {back_to_tasks()}
    })
}

fn lack_of(text: &'static Text, lack: Lack) -> &'static str {
    match lack {
        Lack::Name => text.send.lack_name,
        Lack::Township => text.send.lack_township,
        Lack::Village => text.send.lack_village,
        Lack::DeclaredBy => text.send.lack_declared_by,
        Lack::DeclaredOn => text.send.lack_declared_on,
        Lack::Agreed => text.send.lack_agreed,
        Lack::FewerPhotos => text.photos.lack_fewer,
        Lack::FewerTimes => text.send.lack_fewer_times,
    }
}

fn outcome(text: &'static Text, draft: Draft, done: &Done) -> Option<View> {
    match done {
        Done::NotYet => None,
        Done::Failed => Some(view! { <p class="notice" role="alert">{text.send.failed}</p> }),
        Done::TooLarge(bytes) => {
            let said = (text.photos.over)(&megabytes(*bytes), &megabytes(SUBMISSION_LIMIT));
            Some(view! { <p class="notice" role="alert">{said}</p> })
        }
        Done::File(handed) => {
            let receiver = &draft.standard.receiver;
            let mailbox = receiver.mailbox.clone().map(|mailbox| view! { " " <b>{mailbox}</b> });
            Some(view! {
                <section class="done" id=DONE tabindex="-1" data-done="">
                    <h2>{text.send.done}</h2>
                    <dl>
                        <dt>{text.send.file}</dt>
                        <dd data-file="">{handed.name.clone()}</dd>
                        <dt>{text.send.code}</dt>
                        <dd class="code" data-code="">{handed.code.clone()}</dd>
                    </dl>
                    <p>{text.send.checked} {gap(text)} {text.send.code_hint}</p>
                    {(handed.without > 0).then(|| view! { <p class="notice" data-without="">{(text.photos.without)(handed.without)}</p> })}
                    <p>{text.send.where_to} {gap(text)} {(text.send.to)(receiver.office.get(text.lang))} {mailbox}</p>
                    <p>{text.send.do_not_edit}</p>
                    {hand_off(text, handed)}
                </section>
            })
        }
    }
}

/// Who declares, when, and that nothing which only the county finds applies.
fn declaration_fields() -> Option<View> {
    let (text, session) = (words(), session()?);
    let send = &text.send;
    let stored = Signal::derive(move || session.draft.with(|draft| draft.declaration.date));
    let store = Callback::new(move |day| session.edit(|draft| draft.declaration.date = day));
    let findings: Vec<String> = session.draft.with_untracked(|draft| {
        let gates = draft.standard.gates.iter().filter(|gate| gate.when.is_finding());
        gates.map(|gate| gate.words.get(text.lang).to_owned()).collect()
    });
    let agree = if findings.is_empty() {
        send.agree.to_owned()
    } else {
        format!("{}{}{}", send.agree, text.comma(), send.agree_none)
    };
    // Who is named in the basics need not be typed again.
    let same = session.draft.with_untracked(|draft| {
        let (words, liaison) = (draft.standard.posts.liaison.get(text.lang), draft.posts.liaison.clone());
        let name = liaison.name.trim().to_owned();
        (!name.is_empty()).then(|| {
            let said = (send.same)(words, &name);
            let already = move || session.draft.with(|draft| draft.declaration.name.trim() == name);
            let fill = move |_| {
                session.edit(|draft| {
                    draft.declaration.name.clone_from(&liaison.name);
                    draft.declaration.post.clone_from(&liaison.office);
                });
            };
            view! {
                <p class="full"><button type="button" data-do="same" disabled=already on:click=fill>{said}</button></p>
            }
        })
    });
    Some(view! {
        <fieldset class="group" aria-describedby="declaration-privacy">
            <legend>{send.declaration}</legend>
            <p class="hint full" id="declaration-privacy">{send.privacy}</p>
            {same}
            {line("declaration.name", send.name, "", |d| &d.declaration.name, |d| &mut d.declaration.name)}
            {line("declaration.post", send.post, "", |d| &d.declaration.post, |d| &mut d.declaration.post)}
            <div class="field">
                <label for="declaration.date">{send.date}</label>
                {day(Day { id: "declaration.date".to_owned(), name: Some("declaration.date"), item: None, stored, store })}
            </div>
            <div class="option full">
                <input type="checkbox" id="declaration.agreed" name="declaration.agreed"
                    prop:checked=move || session.draft.with(|draft| draft.declaration.agreed)
                    on:change=move |event| {
                        let agreed = event_target_checked(&event);
                        session.edit(|draft| draft.declaration.agreed = agreed);
                    } />
                <label for="declaration.agreed">
                    {agree}
                    <ul>{findings.into_iter().map(|words| view! { <li>{words}</li> }).collect::<Vec<_>>()}</ul>
                </label>
            </div>
        </fieldset>
    })
}
