//! Make the submission (生成申报文件): declare, write, read again and compare, and only then call it done.

use crate::components::form::fields::DayInput;
use crate::components::form::half_day::HalfDay;
use crate::components::form::text_line::TextLine;
use crate::components::frame::heading::Heading;
use crate::components::frame::saved::save_draft;
use crate::components::half_days::{DayField, half_days};
use crate::components::handed_file::{HandedContent, HandedFile};
use crate::components::lazy::fresh::redrawn;
use crate::components::photos::size::SizeBar;
use crate::components::remarks::{RemarksBlock, remarks_now};
use crate::components::{session, words};
use crate::i18n::{Text, fault_in, file_of, gap, mail, where_to};
use crate::model::draft::Draft;
use crate::model::files::parsed;
use crate::model::files::parsed::{ParsedFile, SUBMISSION_LIMIT};
use crate::model::mail::megabytes;
use crate::model::problem::{Fault, Problem};
use crate::model::standard::library::StandardLibrary;
use crate::model::submission::Submission;
use crate::model::submission::before_sending::Weight;
use crate::model::submission::sending::Sending;
use crate::pages::station::hand_off::{AsWorkbook, HandOff};
use crate::pages::station::items::BackToTasks;
use crate::pages::station::print::SheetLinks;
use crate::pages::station::versions::NewerVersion;
use crate::platform::drafts::Session;
use crate::platform::photos::Packed;
use crate::platform::{clock, file_reminder, files, navigation, photos};
use leptos::html::Section;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// The most differences that are named.
const MAX_FAULTS: usize = 5;

/// Why the last press gave no file.
#[derive(Clone, PartialEq, Eq)]
enum Trouble {
    /// So many bytes are more than any copy of this program opens.
    TooLarge(u64),
    /// What was written does not say what was filled in, as far as it is known where.
    Differs(Vec<Problem>),
    /// The browser took no file.
    NoFile,
}

/// Writes the submission with its photos, reads it again with the same reader that opening uses, and compares.
/// Nothing is called done before that.
async fn checked(draft: &Draft, submission: &Submission) -> Result<Packed, Trouble> {
    let packed = photos::pack(submission.written(), draft.record.photo_digests(), &draft.record).await;
    let long = u64::try_from(packed.text.len()).unwrap_or(u64::MAX);
    if long > SUBMISSION_LIMIT {
        return Err(Trouble::TooLarge(long));
    }
    let library = StandardLibrary::of(std::slice::from_ref(&draft.standard));
    let (again, carried) = parsed::unpack(packed.text.as_bytes(), &library).map_err(Trouble::Differs)?;
    let ParsedFile::Submission(again) = again else { return Err(Trouble::Differs(Vec::new())) };
    let spoilt = carried.findings.into_iter().filter(|finding| finding.fault != Fault::PhotoMissing);
    let wrong: Vec<Problem> = again.findings.into_iter().chain(spoilt).collect();
    let same = again.submission == *submission && carried.photos.len() == packed.many;
    if same && wrong.is_empty() { Ok(packed) } else { Err(Trouble::Differs(wrong)) }
}

/// Hands a submission to the browser: the one that was made last, as it was, or a new one.
async fn hand_over(text: &Text, session: Session, draft: &Draft, submission: &Submission) -> Result<usize, Trouble> {
    let packed = checked(draft, submission).await?;
    // The draft may have been closed meanwhile, or handed over from a page that was drawn anew: a file of which it knows
    // nothing would be one of two with the same number.
    if session.draft.try_with_untracked(|now| now.revision == draft.revision) != Some(true) {
        return Err(Trouble::NoFile);
    }
    let name = file_of(text, draft, text.send.what, submission.revision, "json");
    files::save(&name, &packed.text).ok_or(Trouble::NoFile)?;
    file_reminder::note(draft);
    Ok(packed.without)
}

/// The page that makes the submission.
#[component]
pub fn SendPage() -> impl IntoView {
    let (text, session) = (words(), session());
    let send = &text.send;
    let (trouble, busy) = (RwSignal::new(None), StoredValue::new(false));
    // What is to be done with the file.
    let handed = NodeRef::<Section>::new();
    // How many photos the file lacks that was handed over just now.
    let without = RwSignal::new(None::<usize>);
    let sending = Memo::new(move |_| session.draft.with(Sending::of));
    // While a day stands half typed, what is stored is not what the person said.
    let halves = half_days();
    let ready = move || sending.with(Sending::is_ready) && halves.all().is_empty();
    let (said, block) = (remarks_now(), NodeRef::<Section>::new());
    let submit = move |_| {
        // A second press while the first is still at work makes no second file.
        if busy.get_value() {
            return;
        }
        // A button that cannot act yet says why, and leads there.
        if !ready() {
            return block.get_untracked().into_iter().for_each(|block| navigation::bring(&block));
        }
        let draft = session.draft.get_untracked();
        let made = draft.made_last();
        let new = made.is_none();
        let Some(submission) = made.or_else(|| Some(Submission::on(&draft, clock::now()?, clock::today()))) else {
            return trouble.set(Some(Trouble::NoFile));
        };
        busy.set_value(true);
        spawn_local(async move {
            let outcome = hand_over(text, session, &draft, &submission).await;
            busy.try_set_value(false);
            if new && outcome.is_ok() {
                session.edit(|draft| draft.exported(&submission));
            }
            let (lacks, failed) = match outcome {
                Ok(without) => (Some(without), None),
                Err(trouble) => (None, Some(trouble)),
            };
            without.try_set(lacks);
            trouble.try_set(failed);
            // What is to be done now is below the button.
            let bring =
                move || handed.try_get_untracked().flatten().into_iter().for_each(|part| navigation::bring(&part));
            clock::later(bring, Duration::ZERO);
        });
    };
    // What was handed over, and whether the draft still says the same.
    let handed_over = move || {
        sending.with(|sending| {
            let last = sending.last.as_ref()?;
            let said = (send.handed_over)(last.revision, &clock::local(&last.time), last.codes.signed.as_ref());
            let changed = (!sending.stands).then(|| view! { " " <b data-changed="">{send.changed_since}</b> });
            Some(view! { <p class="notice" data-handed-over="">{said} {changed}</p> })
        })
    };
    let label = move || {
        sending.with(|sending| match &sending.last {
            Some(last) if sending.stands => (send.again)(last.revision),
            _ => (send.submit)(sending.revision),
        })
    };
    // The one that stands is followed by its code: what is to be done with it is drawn once.
    let stands = Memo::new(move |_| {
        sending
            .with(|sending| sending.last.clone().filter(|_| sending.stands).map(|last| last.codes.signed.to_string()))
    });
    let shows = Memo::new(move |_| session.draft.with(|draft| draft.record.photos().next().is_some()));
    let stops = move || said.with(|said| said.iter().filter(|one| one.weight() == Weight::Stops).count());
    view! {
        <Heading title=send.title />
        <p class="lead">{session.draft.with_untracked(|draft| (send.lead)(draft.standard.receiver.called(text.lang)))}</p>
        <NewerVersion />
        {handed_over}
        <RemarksBlock said=said node=block />
        {redrawn(move || shows.get().then(|| view! { <SizeBar /> }))}
        <DeclarationFields />
        <p class="actions">
            <button type="button" class="primary" data-do="submit" aria-disabled=move || (!ready()).to_string() on:click=submit>
                {label}
            </button>
            {redrawn(move || (!ready()).then(|| view! { <span class="hint" data-not-yet="">{(text.remarks.not_yet)(stops())}</span> }))}
        </p>
        <div aria-live="polite">
            {redrawn(move || Some(troubled(text, session, trouble.get()?)))}
            {move || {
                stands.get()?;
                done(text, session, without, handed)
            }}
        </div>
    }
}

/// What works also where the draft may only be read: the sheets, the workbook, the draft as a file. None of it
/// changes the draft.
#[component]
pub fn SaveAsFile() -> impl IntoView {
    let (text, session) = (words(), session());
    let send = &text.send;
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    view! {
        <SheetLinks text=text draft=id.clone() />
        <AsWorkbook text=text session=session />
        <h2>{send.save_draft}</h2>
        <p class="hint">{send.save_draft_hint}</p>
        <p class="actions">
            <button type="button" data-do="save-draft" on:click=move |_| save_draft(text, session)>
                {send.save_draft}
            </button>
        </p>
        <BackToTasks />
    }
}

fn troubled(text: &'static Text, session: Session, trouble: Trouble) -> impl IntoView {
    let draft = session.draft.read_untracked();
    let receiver = draft.standard.receiver.called(text.lang);
    let (said, wrong) = match trouble {
        Trouble::Differs(wrong) => {
            let wrong = wrong.iter().take(MAX_FAULTS).map(|problem| fault_in(text, &draft.standard, problem));
            ((text.send.failed)(receiver), wrong.collect())
        }
        Trouble::NoFile => ((text.send.no_file)(receiver), Vec::new()),
        Trouble::TooLarge(bytes) => ((text.photos.over)(&megabytes(bytes), &megabytes(SUBMISSION_LIMIT)), Vec::new()),
    };
    let wrong = (!wrong.is_empty()).then(
        || view! { <ul>{wrong.into_iter().map(|said: String| view! { <li>{said}</li> }).collect::<Vec<_>>()}</ul> },
    );
    view! { <div class="notice" role="alert"><p>{said}</p>{wrong}</div> }
}

/// What to do with the submission that stands. It is at hand for as long as the draft says the same: its bytes are
/// made anew whenever they are asked for.
fn done(
    text: &'static Text,
    session: Session,
    without: RwSignal<Option<usize>>,
    part: NodeRef<Section>,
) -> Option<impl IntoView> {
    let draft = session.draft.get_untracked();
    let submission = draft.made_last()?;
    let receiver = &draft.standard.receiver;
    let mailbox = receiver.mailbox.clone().map(|mailbox| view! { " " <b>{mailbox}</b> });
    let office = (text.send.to)(receiver.office.get(text.lang));
    let name = file_of(text, &draft, text.send.what, submission.revision, "json");
    let code = submission.codes.signed.to_string();
    let just_now = move || without.get().map(|_| view! { <p data-handed="">{text.send.handed}</p> });
    let lacking = move || {
        let many = without.get().filter(|many| *many > 0)?;
        Some(view! { <p class="notice" data-without="">{(text.photos.without)(many)}</p> })
    };
    let (where_to, do_not_edit) = (where_to(text, receiver), (text.send.do_not_edit)(receiver.called(text.lang)));
    let file = HandedFile {
        name: name.clone(),
        mail: mail(text, &draft.standard, &submission, &name),
        receiver: receiver.clone(),
        mail_limit: draft.standard.mail_limit,
        code: code.clone(),
        content: HandedContent::Submission(Arc::new((draft.clone(), submission))),
    };
    Some(view! {
        <section class="done" node_ref=part tabindex="-1" data-done="">
            <h2>{text.send.done}</h2>
            {just_now}
            <dl>
                <dt>{text.send.file}</dt>
                <dd data-file="">{name.clone()}</dd>
                <dt>{text.send.code}</dt>
                <dd class="code" data-code="">{code}</dd>
            </dl>
            <p>{text.send.code_hint}</p>
            {lacking}
            <p data-where-to="">{where_to} {gap(text)} {office} {mailbox}</p>
            <p>{do_not_edit}</p>
            <HandOff text=text file=file />
        </section>
    })
}

/// Who declares, when, and that nothing which only the county finds applies.
#[component]
fn DeclarationFields() -> impl IntoView {
    let (text, session, halves) = (words(), session(), half_days());
    let send = &text.send;
    let half = Signal::derive(move || halves.is_half(&DayField::Declaration));
    let tell = Callback::new(move |half| halves.tell(&DayField::Declaration, half));
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
    view! {
        <fieldset class="group" aria-describedby="declaration-privacy">
            <legend>{send.declaration}</legend>
            <p class="hint full" id="declaration-privacy">{send.privacy}</p>
            {same}
            <TextLine name="declaration.name" label=send.name hint="" get={|d| &d.declaration.name} set={|d| &mut d.declaration.name} />
            <TextLine name="declaration.post" label=send.post hint="" get={|d| &d.declaration.post} set={|d| &mut d.declaration.post} />
            <div class="field">
                <label for="declaration.date">{send.date}</label>
                <p class="hint" id="declaration.date-hint">{send.date_hint}</p>
                <DayInput value=stored store=store half tell=tell
                    attr:id="declaration.date" attr:name="declaration.date" attr:aria-describedby="declaration.date-half" />
                <HalfDay id="declaration.date-half".to_owned() half />
            </div>
            <div class="option full">
                <input type="checkbox" id="declaration.agreed" name="declaration.agreed" aria-describedby="declaration.agreed-hint"
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
            <p class="hint full" id="declaration.agreed-hint">{send.agree_once}</p>
        </fieldset>
    }
}
