//! The ways from a file to its receiver, a unit's submission or a township's bundle: a chat, a memory stick, webmail step by step with what to copy, a mail
//! program, or what the phone offers for sharing.

use crate::components::handed_file::HandedFile;
use crate::components::lazy::fresh::IntoFresh;
use crate::i18n::{Text, file_of, not_fetched, not_made, sheet, workbook};
use crate::model::mail::{as_mailed, mailto, megabytes};
use crate::model::office::OfficeError;
use crate::model::standard::receiver::Way;
use crate::platform::drafts::Session;
use crate::platform::share;
use crate::platform::share::ShareOutcome;
use crate::platform::{clock, files, office, site_files};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Webmail makes a link that expires of what is larger, in bytes.
const WEBMAIL: u64 = 50 << 20;

/// What to do with it now: the ways to the receiver, the usual one first.
#[component]
pub(in crate::pages) fn HandOff(text: &'static Text, file: HandedFile) -> impl IntoView {
    let send = &text.send;
    let said = RwSignal::new(String::new());
    let receiver = file.receiver.clone();
    let called = receiver.called(text.lang).to_owned();
    let message = format!("{}{}{}{}", file.mail.subject, text.comma(), send.code, file.code);
    let made = Arc::new(file);
    // On a phone it is shared before anything else; elsewhere that is one way among others.
    let first = share::is_pointed_at_by_finger();
    let button = share::is_there(&made.name).then(|| share_button(text, said, made.clone(), first));
    let (on_a_phone, elsewhere) = if first { (button, None) } else { (None, button) };
    let on_a_phone = on_a_phone.map(|button| {
        view! {
            <section data-way="phone">
                <h3>{send.by_phone}</h3>
                <p>{(send.by_phone_hint)(&called)}</p>
                <p class="actions">{button}</p>
            </section>
        }
    });
    let ways = receiver.ways.iter().map(|way| match way {
        Way::Mail => view! { <ByMail text=text said=said made=made.clone() called=called.clone() /> }.into_fresh(),
        Way::Chat => {
            let copy = copy_button(text, said, "message", send.copy_message, message.clone());
            view! {
                <section data-way="chat"><h3>{send.by_chat}</h3> <p>{(send.by_chat_step)(&called)} " " {copy}</p></section>
            }
            .into_fresh()
        }
        Way::Stick => view! {
            <section data-way="stick"><h3>{send.by_stick}</h3> <p>{(send.by_stick_step)(&called)}</p></section>
        }
        .into_fresh(),
    });
    let ways = ways.collect::<Vec<_>>();
    view! {
        {on_a_phone}
        {ways}
        {elsewhere.map(|button| view! { <p class="actions">{button}</p> })}
        <p role="status" data-hand-off="">{move || said.get()}</p>
    }
}

/// Puts something on the clipboard, and says so.
fn copy_button(
    text: &'static Text,
    said: RwSignal<String>,
    name: &'static str,
    words: &'static str,
    what: String,
) -> impl IntoView {
    let copy = move |_| {
        let what = what.clone();
        spawn_local(async move {
            let copied = share::copy(&what).await;
            said.try_set(if copied { text.send.copied } else { text.send.copy_failed }.to_owned());
        });
    };
    view! { <button type="button" data-copy=name on:click=copy>{words}</button> }
}

/// Hands the file to what the system offers for sharing.
fn share_button(
    text: &'static Text,
    said: RwSignal<String>,
    made: Arc<HandedFile>,
    primary: bool,
) -> impl IntoView + use<> {
    let send = &text.send;
    let share = move |_| {
        let made = made.clone();
        spawn_local(async move {
            let outcome = share::file(&made.name, &made.text().await).await;
            said.try_set(match outcome {
                ShareOutcome::Done | ShareOutcome::Left => String::new(),
                ShareOutcome::Refused => send.share_failed.to_owned(),
                ShareOutcome::Waits => send.share_waits.to_owned(),
            });
        });
    };
    view! { <button type="button" class:primary=primary data-do="share" on:click=share>{send.share}</button> }
}

/// By mail: webmail step by step with what to copy, or a mail program.
#[component]
fn ByMail(text: &'static Text, said: RwSignal<String>, made: Arc<HandedFile>, called: String) -> impl IntoView {
    let (send, mail) = (&text.send, made.mail.clone());
    let to = mail.to.as_ref().map(|to| copy_button(text, said, "to", send.copy_to, to.mailbox.clone()));
    let limit = Some(made.mail_limit).filter(|limit| *limit > 0);
    let bytes = as_mailed(made.bytes());
    let large = match limit {
        _ if bytes > WEBMAIL => Some(send.too_large_for_webmail.to_owned()),
        Some(limit) if bytes > limit => Some((send.over_limit)(&megabytes(bytes), &megabytes(limit))),
        _ => None,
    };
    let address = mailto(&mail);
    let subject = copy_button(text, said, "subject", send.copy_subject, mail.subject.clone());
    let body = copy_button(text, said, "body", send.copy_body, mail.lines.join("\r\n"));
    let as_mail = move |_| {
        let (made, mail) = (made.clone(), mail.clone());
        spawn_local(async move {
            let attached = [js_sys::Uint8Array::from(made.text().await.as_bytes())];
            let outcome = office::mail(&mail, &attached).await.and_then(|written| {
                let name = format!("{}.eml", made.name.trim_end_matches(".json"));
                files::save_made(&name, "message/rfc822", &written).ok_or(OfficeError::Failed)
            });
            said.try_set(ended(text, outcome));
        });
    };
    view! {
        <section data-way="mail">
            <h3>{send.by_webmail}</h3>
            <ol class="hand-off">
                <li>
                    {if to.is_some() { send.step_open.to_owned() } else { (send.step_open_unknown)(&called) }} " " {to}
                </li>
                <li>{send.step_words} " " {subject} " " {body}</li>
                <li>{send.step_attach}</li>
            </ol>
            <p class="hint" data-mail-size="">{(send.size)(&megabytes(bytes))}</p>
            {large.map(|words| view! { <p class="notice" role="alert" data-too-large="">{words}</p> })}
            <h3>{send.by_program}</h3>
            <p class="actions">
                <button type="button" data-do="mail" on:click=as_mail>{send.as_mail}</button> " "
                <a class="button" data-mailto="" href=address>{send.as_address}</a>
            </p>
            <p class="hint">{send.as_mail_hint}</p>
        </section>
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
