//! The way from a submission to the county's mailbox: in webmail step by step with what to copy, with a mail program,
//! or with what the phone offers for sharing. Its bytes are made when they are asked for, the same each time.

use crate::i18n::{Text, file_of, mail, not_fetched, not_made, sheet, workbook};
use crate::model::draft::Draft;
use crate::model::mail::{as_mailed, mailto, megabytes};
use crate::model::office::OfficeError;
use crate::model::photos::bundle::added_by;
use crate::model::submission::Submission;
use crate::platform::drafts::Session;
use crate::platform::share;
use crate::platform::share::ShareOutcome;
use crate::platform::{clock, files, office, photos, site_files};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Webmail makes a link that expires of what is larger, in bytes.
const WEBMAIL: u64 = 50 << 20;

/// What the files are made of.
struct HandOffFile {
    draft: Draft,
    submission: Submission,
    name: String,
}

impl HandOffFile {
    /// The text of the submission with its photos.
    async fn text(&self) -> String {
        let record = &self.draft.record;
        photos::pack(self.submission.written(), record.photo_digests(), record).await.text
    }

    /// How many bytes it has.
    fn bytes(&self) -> u64 {
        u64::try_from(self.submission.written().len()).unwrap_or(u64::MAX).saturating_add(added_by(&self.draft.record))
    }
}

/// What to do with it now.
#[component]
pub(super) fn HandOff(
    text: &'static Text,
    draft: Draft,
    submission: Submission,
    #[prop(into)] name: String,
) -> impl IntoView {
    let send = &text.send;
    let said = RwSignal::new(String::new());
    let copy = move |what: String| {
        spawn_local(async move {
            let copied = share::copy(&what).await;
            said.try_set(if copied { send.copied } else { send.copy_failed }.to_owned());
        });
    };
    let copies = |name: &'static str, words: &'static str, what: String| {
        view! { <button type="button" data-copy=name on:click=move |_| copy(what.clone())>{words}</button> }
    };
    let mail = mail(text, &draft.standard, &submission, &name);
    let limit = Some(draft.standard.mail_limit).filter(|limit| *limit > 0);
    let made = Arc::new(HandOffFile { draft, submission, name });
    let to = mail.to.as_ref().map(|to| copies("to", send.copy_to, to.mailbox.clone()));
    let bytes = as_mailed(made.bytes());
    let large = match limit {
        _ if bytes > WEBMAIL => Some(send.too_large_for_webmail.to_owned()),
        Some(limit) if bytes > limit => Some((send.over_limit)(&megabytes(bytes), &megabytes(limit))),
        _ => None,
    };
    let (for_mail, for_share) = (made.clone(), made.clone());
    let (subject, body, address) = (mail.subject.clone(), mail.lines.join("\r\n"), mailto(&mail));
    let as_mail = move |_| {
        let (made, mail) = (for_mail.clone(), mail.clone());
        spawn_local(async move {
            let attached = [js_sys::Uint8Array::from(made.text().await.as_bytes())];
            let outcome = office::mail(&mail, &attached).await.and_then(|written| {
                let name = format!("{}.eml", made.name.trim_end_matches(".json"));
                files::save_made(&name, "message/rfc822", &written).ok_or(OfficeError::Failed)
            });
            said.try_set(ended(text, outcome));
        });
    };
    let as_shared = share::is_there(&made.name).then(|| {
        let share = move |_| {
            let made = for_share.clone();
            spawn_local(async move {
                let outcome = share::file(&made.name, &made.text().await).await;
                said.try_set(match outcome {
                    ShareOutcome::Done | ShareOutcome::Left => String::new(),
                    ShareOutcome::Refused => send.share_failed.to_owned(),
                    ShareOutcome::Waits => send.share_waits.to_owned(),
                });
            });
        };
        view! { <button type="button" data-do="share" on:click=share>{send.share}</button> }
    });
    view! {
        <h3>{send.by_webmail}</h3>
        <ol class="hand-off">
            <li>{if to.is_some() { send.step_open } else { send.step_open_unknown }} " " {to}</li>
            <li>
                {send.step_words} " " {copies("subject", send.copy_subject, subject)} " "
                {copies("body", send.copy_body, body)}
            </li>
            <li>{send.step_attach}</li>
        </ol>
        <p class="hint" data-mail-size="">{(send.size)(&megabytes(bytes))}</p>
        {large.map(|words| view! { <p class="notice" role="alert" data-too-large="">{words}</p> })}
        <h3>{send.by_program}</h3>
        <p class="actions">
            <button type="button" data-do="mail" on:click=as_mail>{send.as_mail}</button> " "
            <a class="button" data-mailto="" href=address>{send.as_address}</a> " "
            {as_shared}
        </p>
        <p class="hint">{send.as_mail_hint}</p>
        <p role="status" data-hand-off="">{move || said.get()}</p>
    }
}

/// The sheet of all items as a workbook; without a submission it says that it is a draft, as on paper.
#[component]
pub(super) fn AsWorkbook(text: &'static Text, session: Session) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let draft = session.draft.get_untracked();
        let made = draft.made_last();
        let code = made.as_ref().map(|made| &made.codes.signed);
        let revision = made.as_ref().map_or(draft.revision, |made| made.revision);
        let sheet = sheet(text, &draft, &draft.score(), code);
        let Some(time) = made.as_ref().map(|made| made.time.clone()).or_else(clock::now) else { return };
        let name = file_of(text, &draft, text.send.what, revision, "xlsx");
        spawn_local(async move {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            let outcome = office::workbook(&workbook(text, sheet, time)).await;
            let outcome =
                outcome.and_then(|written| files::save_made(&name, kind, &written).ok_or(OfficeError::Failed));
            said.try_set(ended(text, outcome));
        });
    };
    view! {
        <p class="actions"><button type="button" data-do="workbook" on:click=save>{text.send.as_workbook}</button></p>
        <p role="status" data-workbook-said="">{move || said.get()}</p>
    }
}

/// What is said of a file that was asked for.
fn ended(text: &Text, outcome: Result<(), OfficeError>) -> String {
    match (outcome, site_files::last()) {
        (Ok(()), _) => text.send.downloads.to_owned(),
        (Err(OfficeError::Absent | OfficeError::Broken), Some(found)) => not_fetched(text, &found),
        (Err(reason), _) => not_made(text, reason).to_owned(),
    }
}
