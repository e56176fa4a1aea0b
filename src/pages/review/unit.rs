//! What one unit handed in, as it was handed in: to be read and printed, never to be changed.

use crate::components::context::table;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::{FreshView, IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{day, grid_words, range, stars_in_words};
use crate::model::files::parsed;
use crate::model::files::parsed::ParsedFile;
use crate::model::photos::bundle::PhotoBundle;
use crate::model::review::act::Act;
use crate::model::review::entered_record::EnteredRecord;
use crate::model::review::ids::{FileDigest, ReviewId, UnitId};
use crate::model::review::taken::{Origin, TakenFile};
use crate::model::review::units::{Counts, ReviewUnit};
use crate::model::scoring::score::Score;
use crate::model::submission::OpenedSubmission;
use crate::pages::review::also_entered::{AlsoEntered, AlsoReceived};
use crate::pages::review::check_sheets::PrintedChecks;
use crate::pages::review::context::{desk, review, sample_mark, units};
use crate::pages::review::first_score::FirstScore;
use crate::pages::review::first_score_state::Claimed;
use crate::pages::review::not_sent::WhyNotSent;
use crate::pages::review::original::Original;
use crate::pages::review::unit_sheet::HandedIn;
use crate::platform::clock;
use crate::platform::review::open_review::Received;
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// A received file, as far as it was read.
#[derive(Clone)]
enum FileReading {
    /// It is being read.
    NotYet,
    /// It cannot be read.
    Failed,
    /// What is in it, and its photos.
    Here(Arc<OpenedSubmission>, Arc<PhotoBundle>),
}

/// The page of a unit.
#[component]
pub(super) fn UnitPage(id: ReviewId, unit: UnitId) -> impl IntoView {
    let (words, all) = (&desk().unit, units());
    // The reason why it sends nothing is typed on this page, and its field stays as it is meanwhile.
    let found =
        Memo::new(move |_| all.with(|all| all.unit(unit).map(|unit| ReviewUnit { not_sent: None, ..unit.clone() })));
    let back = Route::Review(id, ReviewPage::Table).href();
    let shown = move || match found.get() {
        None => view! { <Heading title=words.missing /> <p class="lead">{words.missing_hint}</p> }.into_fresh(),
        Some(unit) => of_unit(&unit),
    };
    view! {
        {shown}
        <p class="actions no-print"><a href=back>{words.back}</a></p>
    }
}

fn of_unit(unit: &ReviewUnit) -> FreshView {
    let words = &desk().unit;
    let title = format!("{} {}", unit.line.township, unit.line.name).trim().to_owned();
    let content = match &unit.counts {
        Counts::None => view! {
            <p class="lead" data-not-sent="">{words.not_sent}</p>
            <WhyNotSent unit=unit.id />
        }
        .into_fresh(),
        Counts::Undecided(_) => view! { <Choose unit=unit.clone() /> }.into_fresh(),
        Counts::Of(Origin::Entered) => view! { <EnteredUnit unit=unit.clone() /> }.into_fresh(),
        Counts::Of(Origin::File(file)) => match unit.received.iter().find(|(known, _)| known == file) {
            Some((file, taken)) => {
                view! { <ReceivedFileView unit=unit.id file=*file taken=(**taken).clone() /> }.into_fresh()
            }
            None => ().into_fresh(),
        },
    };
    view! { <Heading title=format!("{}{title}", sample_mark()) /> {content} }.into_fresh()
}

/// What the township typed: its sheet to check, and its first score.
#[component]
fn EnteredUnit(unit: ReviewUnit) -> Option<impl IntoView> {
    let (text, id) = (words(), unit.id);
    let received = unit.received.last().map(|(file, _)| *file);
    let session = review();
    let standard = session.with(|open| open.head.basics.standard(&unit.line.kind).cloned())??;
    // More of it may be typed in another window.
    let claimed = Memo::new(move |_| {
        let record = session.follow(|open| EnteredRecord::of(&open.log, id).record).unwrap_or_default();
        Claimed { record, code: None }
    });
    let standard = StoredValue::new(standard);
    let on_paper = RwSignal::new(false);
    Some(redrawn(move || {
        if on_paper.get() {
            let back = move || on_paper.set(false);
            return view! { <PrintedChecks standard units=vec![id] back /> }.into_fresh();
        }
        view! {
            <p class="lead">{desk().unit.entered}</p>
            {received.map(|file| view! { <AlsoReceived unit=id file /> })}
            <p class="actions"><button type="button" data-do="print-check" on:click=move |_| on_paper.set(true)>{grid_words(text.lang).check_one}</button></p>
            <FirstScore unit=id standard=standard.get_value() claimed />
        }
        .into_fresh()
    }))
}

/// Several files of one revision: a person says which one counts.
#[component]
fn Choose(unit: ReviewUnit) -> impl IntoView {
    let (words, session) = (&desk().unit, review());
    let id = unit.id;
    let rows = unit.received.iter().rev().map(|(file, taken)| {
        let file = *file;
        let choose = move |_| {
            let act = Act::InForce { unit: id, value: Some(Origin::File(file)) };
            let _ = session.decide(vec![act], Received::default());
        };
        view! {
            <li>
                <span class="code">{taken.code.to_string()}</span>
                <span class="hint">{(words.times)(taken.revision)} " " {taken.file_name.clone()}</span>
                <button type="button" data-do="use-file" on:click=choose>{words.use_this}</button>
            </li>
        }
    });
    view! {
        <p class="notice" role="alert" data-clash="">{words.clash}</p>
        <ul class="drafts">{rows.collect::<Vec<_>>()}</ul>
    }
}

/// The file that counts.
#[component]
fn ReceivedFileView(unit: UnitId, file: FileDigest, taken: TakenFile) -> impl IntoView {
    let (words, session, table) = (&desk().unit, review(), table());
    let reading = RwSignal::new(FileReading::NotYet);
    spawn_local(async move {
        let bytes = session.file(file).await;
        let mut library = table.library().get_untracked();
        // The review's own standards are at hand, whatever this browser has.
        for standard in session.with(|open| open.head.basics.standards.clone()).unwrap_or_default() {
            library.add(standard);
        }
        let read = bytes.and_then(|bytes| parsed::unpack(&bytes, &library).ok());
        reading.try_set(if let Some((ParsedFile::Submission(opened), photos)) = read {
            FileReading::Here(Arc::new(*opened), Arc::new(photos))
        } else {
            FileReading::Failed
        });
    });
    move || match reading.get() {
        FileReading::NotYet => view! { <p class="coming" role="status">{words.opening}</p> }.into_fresh(),
        FileReading::Failed => view! { <p class="notice" role="alert">{words.open_failed}</p> }.into_fresh(),
        FileReading::Here(opened, photos) => {
            let (standard, record) = (opened.standard.clone(), opened.submission.record());
            let claimed =
                Signal::stored(Claimed { record: record.clone(), code: Some(opened.submission.codes.signed.clone()) });
            view! {
                <Summary opened=opened.clone() taken=taken.clone() />
                <AlsoEntered unit standard=standard.clone() record=record.clone() />
                <FirstScore unit standard claimed />
                <Original file opened=opened.clone() taken=taken.clone() photos=photos.photos.len() />
                <HandedIn opened photos />
            }
            .into_fresh()
        }
    }
}

/// Its code, who declared it and when, its score.
#[component]
fn Summary(opened: Arc<OpenedSubmission>, taken: TakenFile) -> impl IntoView {
    let (text, words) = (words(), &desk().unit);
    let (submission, signed) = (&opened.submission, &opened.submission.signed);
    let score = Score::of(&opened.standard, &submission.record());
    let declared = [
        signed.declaration.name.clone(),
        signed.declaration.post.clone(),
        signed.declaration.date.map_or(String::new(), |date| day(text, date)),
    ];
    let declared = declared.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let rows = [
        (words.code, submission.codes.signed.to_string()),
        (words.revision, (words.times)(submission.revision)),
        (words.made, clock::local(&submission.time)),
        (words.declared, declared),
        (words.received, day(text, taken.received)),
        (words.standard, opened.standard.title.get(text.lang).to_owned()),
        (words.score, range(score.total)),
        (words.stars, stars_in_words(text, &opened.standard, &score)),
    ];
    let rows = rows.into_iter().filter(|(_, said)| !said.is_empty());
    let rows = rows.map(|(name, said)| view! { <dt>{name}</dt> <dd>{said}</dd> }).collect::<Vec<_>>();
    view! {
        <section class="preview" data-received="">
            {signed.sample.then(|| view! { <span class="mark">{text.frame.sample}</span> })}
            <p class="hint">{words.as_handed_in}</p>
            <dl>{rows}</dl>
        </section>
    }
}
