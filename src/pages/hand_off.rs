//! The way from a file that was saved to the county's mailbox: in webmail step by step with what to copy, with
//! a mail program, or with what the phone offers for sharing.

use crate::browser::{files, lack, office, share};
use crate::model::mail::{Mail, as_mailed, megabytes};
use crate::model::office::NotMade;
use crate::model::sheet::Workbook;
use crate::text::{Text, not_fetched, not_made};
use crate::ui::dom::View;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use xingzhan_view::view;

/// Webmail makes a link that expires of what is larger, in bytes.
const WEBMAIL: u64 = 50 << 20;

/// A submission that was saved to a file.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Handed {
    /// The name of the file.
    pub(super) name: String,
    /// Its check code.
    pub(super) code: String,
    /// What stands in it.
    pub(super) written: Arc<str>,
    /// How many photos could not be read and so are not in it.
    pub(super) without: usize,
    /// The mail that goes with it.
    pub(super) mail: Mail,
    /// The most bytes that the county takes as mailed, if it says so.
    pub(super) limit: Option<u64>,
    /// The sheet of all items.
    pub(super) sheet: Workbook,
    /// The name of its file.
    pub(super) sheet_name: String,
}

/// What to do with it now.
pub(super) fn hand_off(text: &'static Text, handed: &Handed) -> View {
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
    let mail = &handed.mail;
    let to = mail.to.as_ref().map(|to| copies("to", send.copy_to, to.mailbox.clone()));
    let bytes = as_mailed(u64::try_from(handed.written.len()).unwrap_or(u64::MAX));
    let large = match handed.limit {
        _ if bytes > WEBMAIL => Some(send.too_large_for_webmail.to_owned()),
        Some(limit) if bytes > limit => Some((send.over_limit)(&megabytes(bytes), &megabytes(limit))),
        _ => None,
    };
    let tell = move |made: Result<(), NotMade>| {
        let why = |reason| match (reason, lack::last()) {
            (NotMade::Absent | NotMade::Broken, Some(found)) => not_fetched(text, &found),
            _ => not_made(text, reason).to_owned(),
        };
        said.try_set(made.err().map_or(String::new(), why));
    };
    let for_mail = handed.clone();
    let as_mail = move |_| {
        let Handed { name, written, mail, .. } = for_mail.clone();
        spawn_local(async move {
            let attached = [js_sys::Uint8Array::from(written.as_bytes())];
            let made = office::mail(&mail, &attached).await;
            tell(made.and_then(|made| {
                let name = format!("{}.eml", name.trim_end_matches(".json"));
                files::save_made(&name, "message/rfc822", &made).ok_or(NotMade::Failed)
            }));
        });
    };
    let for_sheet = (handed.sheet.clone(), handed.sheet_name.clone());
    let as_workbook = move |_| {
        let (sheet, name) = for_sheet.clone();
        spawn_local(async move {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            let made = office::workbook(&sheet).await;
            tell(made.and_then(|made| files::save_made(&name, kind, &made).ok_or(NotMade::Failed)));
        });
    };
    let for_share = (handed.name.clone(), handed.written.clone());
    let as_shared = share::is_there(&handed.name).then(|| {
        let share = move |_| {
            let (name, written) = for_share.clone();
            spawn_local(async move { share::file(&name, &written).await });
        };
        view! { <button type="button" data-do="share" on:click=share>{send.share}</button> }
    });
    view! {
        <h3>{send.by_webmail}</h3>
        <ol class="hand-off">
            <li>{if to.is_some() { send.step_open } else { send.step_open_unknown }} " " {to}</li>
            <li>
                {send.step_words} " " {copies("subject", send.copy_subject, mail.subject.clone())} " "
                {copies("body", send.copy_body, mail.lines.join("\r\n"))}
            </li>
            <li>{send.step_attach}</li>
        </ol>
        <p class="hint" data-mail-size="">{(send.size)(&megabytes(bytes))}</p>
        {large.map(|words| view! { <p class="notice" role="alert" data-too-large="">{words}</p> })}
        <h3>{send.by_program}</h3>
        <p class="actions">
            <button type="button" data-do="mail" on:click=as_mail>{send.as_mail}</button> " "
            <a class="button" data-mailto="" href=mail.address()>{send.as_address}</a> " "
            {as_shared}
        </p>
        <p class="hint">{send.as_mail_hint}</p>
        <p class="actions"><button type="button" data-do="workbook" on:click=as_workbook>{send.as_workbook}</button></p>
        <p role="status" data-hand-off="">{move || said.get()}</p>
    }
}
