//! What a township prints and hands in (上报): the data sheets for its rooms, and one file with one sealed summary.

use crate::components::context::shared;
use crate::components::form::fields::TextInput;
use crate::components::form::too_long::TooLong;
use crate::components::frame::heading::Heading;
use crate::components::handed_file::{HandedContent, HandedFile};
use crate::components::lazy::fresh::IntoFresh;
use crate::components::lazy::pages::Exchange;
use crate::components::words;
use crate::i18n::{
    HandingInWords, bundle_changes, bundle_mail, collection_sheets, gap, handing_in_words, summary_sheet, where_to,
};
use crate::model::files::file_name::file_name;
use crate::model::record::typed;
use crate::model::record::typed::{fitting, tidy};
use crate::model::record::unit::LINE;
use crate::model::review::ids::{ReviewId, UnitId};
use crate::model::review::make_bundle::BundleHindrance;
use crate::model::review::roster_line::RosterLine;
use crate::model::review::typed_apart::TypedPlace;
use crate::model::review::units::ReviewUnit;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::bundle_fields::{BUNDLE_BY, BundleFields, number_field};
use crate::pages::review::by_kind::{ByKind, FirstKind};
use crate::pages::review::context::{marked, review, units};
use crate::pages::review::hindering::{Hindering, hindered};
use crate::pages::review::kept_bundles::KeptBundles;
use crate::pages::review::on_paper::{OnPaper, Printed};
use crate::pages::review::page_state::page_state;
use crate::pages::review::table_tools::TableTools;
use crate::pages::review::unfolded::Unfolded;
use crate::platform::review::bundling;
use crate::platform::review::bundling::{MadeBundle, NoBundle};
use crate::platform::{clock, navigation};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The page.
#[component]
pub(super) fn HandingInPage(id: ReviewId) -> impl IntoView {
    let words = handing_in_words(words().lang);
    let draw = Box::new(move |standard| view! { <OfKind id standard /> }.into_fresh());
    view! {
        <Heading title=words.title />
        <ByKind name="hand-in-kind" first=FirstKind::ScoredFirst draw />
    }
}

/// What is printed and handed in of one kind of unit.
#[component]
fn OfKind(id: ReviewId, standard: IssuedStandard) -> impl IntoView {
    let (text, all) = (words(), units());
    let words = handing_in_words(text.lang);
    let standard = StoredValue::new(standard);
    let on_paper = RwSignal::new(OnPaper::Nothing);
    // What was made stays while it is on paper, and what was typed for it.
    let outcome = RwSignal::new(MakingState::Nothing);
    let lines = Memo::new(move |_| {
        let kind = standard.with_value(|standard| standard.unit.id.clone());
        let of_kind = |unit: &ReviewUnit| (unit.line.kind == kind).then(|| (*unit.line).clone());
        all.with(|all| all.units.iter().filter_map(of_kind).collect::<Vec<RosterLine>>())
    });
    let collect = move |_| {
        let Some(now) = clock::now() else { return };
        let sheets = standard.with_value(|standard| lines.with(|lines| collection_sheets(text, standard, lines, &now)));
        on_paper.set(OnPaper::Sheets { sheets: marked(sheets), form: true });
    };
    move || match on_paper.get() {
        OnPaper::Sheets { sheets, form } => view! { <Printed sheets form on_paper /> }.into_fresh(),
        OnPaper::Nothing if lines.with(Vec::is_empty) => view! { <p class="empty">{words.none}</p> }.into_fresh(),
        OnPaper::Nothing => view! {
            <h2>{words.collect}</h2>
            <p>{words.collect_lead}</p>
            <p class="actions">
                <button type="button" data-do="print-collection" on:click=collect>
                    {move || (words.collect_print)(lines.with(Vec::len))}
                </button>
            </p>
            <h2>{words.bundle}</h2>
            <p>{words.bundle_lead}</p>
            <MakeBundle id standard outcome on_paper />
            <KeptBundles title=words.kept_made on_paper />
        }
        .into_fresh(),
    }
}

/// What came of the last press.
#[derive(Clone)]
enum MakingState {
    Nothing,
    Making,
    NeedsNumber,
    /// What was typed and does not count stands in the way.
    Apart(Vec<TypedPlace>),
    Hindered(Vec<BundleHindrance>),
    Failed(String),
    Made(String, Arc<MadeBundle>),
}

/// Makes the file, and says what is to be done with it.
#[component]
fn MakeBundle(
    id: ReviewId,
    standard: StoredValue<IssuedStandard>,
    outcome: RwSignal<MakingState>,
    on_paper: RwSignal<OnPaper>,
) -> impl IntoView {
    let (text, session, all, state) = (words(), review(), units(), page_state());
    let words = handing_in_words(text.lang);
    let kind = standard.with_value(|standard| standard.unit.id.clone());
    let BundleFields { by, number } = BundleFields::of(session, state, &kind);
    let of = kind.clone();
    let make = move |_| {
        if matches!(outcome.get_untracked(), MakingState::Making) {
            return;
        }
        let times = number
            .with_untracked(|number| typed::count(number, &[]))
            .ok()
            .flatten()
            .map(crate::model::record::facts::Count::get);
        let Some(times) = times.filter(|times| (1..=99).contains(times)) else {
            return outcome.set(MakingState::NeedsNumber);
        };
        // What is too long is told beside it.
        let Some(by) = by.with_untracked(|by| fitting(by, LINE)) else { return navigation::to_element("bundle-by") };
        let apart = all.with_untracked(|all| {
            let of_kind = |unit: UnitId| all.unit(unit).is_some_and(|unit| unit.line.kind == kind);
            let mut apart = untrack(|| session.standing_apart(all));
            apart.retain(|place| match place {
                TypedPlace::Replies(of) => *of == kind,
                place => place.unit().is_some_and(of_kind),
            });
            apart
        });
        if !apart.is_empty() {
            return outcome.set(MakingState::Apart(apart));
        }
        outcome.set(MakingState::Making);
        let (year, township, sample) = session
            .with(|open| {
                let basics = &open.head.basics;
                (basics.year.to_string(), basics.township().unwrap_or(text.leaving.county).to_owned(), basics.sample)
            })
            .unwrap_or_default();
        let sample = if sample { text.send.what_sample } else { "" };
        let (kind, unit) =
            (kind.clone(), standard.with_value(|standard| standard.unit.words.get(text.lang).to_owned()));
        let name = file_name(&[&year, sample, &township, &unit, words.what, &(words.times)(times)], "json");
        spawn_local(async move {
            let made = bundling::save(session, &kind, times, &by, &name).await;
            if made.is_ok() {
                state.set_field(&number_field(&kind), None);
            }
            outcome.try_set(match made {
                Ok(made) => MakingState::Made(name, Arc::new(made)),
                Err(NoBundle::Hindered(all)) => MakingState::Hindered(all),
                Err(NoBundle::Differs) => MakingState::Failed(words.differs.to_owned()),
                Err(NoBundle::NumberTaken(last)) => MakingState::Failed((words.number_taken)(last)),
                Err(NoBundle::NoFile) => MakingState::Failed(words.no_file.to_owned()),
            });
        });
    };
    let shown = move || match outcome.get() {
        MakingState::Nothing => ().into_fresh(),
        MakingState::Making => view! { <p role="status">{words.making}</p> }.into_fresh(),
        MakingState::NeedsNumber => view! { <p class="notice" role="alert">{words.needs_number}</p> }.into_fresh(),
        MakingState::Failed(said) => view! { <p class="notice" role="alert">{said}</p> }.into_fresh(),
        MakingState::Apart(places) => {
            hindered(id, places.into_iter().map(|place| Hindering::apart(words, place)).collect())
        }
        MakingState::Hindered(all) => hindered(id, all.iter().map(|one| Hindering::of(words, one)).collect()),
        MakingState::Made(name, done) => made(words, &name, &done, on_paper).into_fresh(),
    };
    view! {
        <div class="field">
            <label for="bundle-by">{words.by}</label>
            <TextInput value=by store=move |typed| state.set_field(BUNDLE_BY, Some(typed)) attr:id="bundle-by" attr:aria-describedby="long-bundle-by" />
            <TooLong id="long-bundle-by".to_owned() most=LINE said=Signal::derive(move || by.with(|by| tidy(by))) />
        </div>
        <div class="field">
            <label for="bundle-number">{words.number}</label>
            <p class="hint" id="hint-bundle-number">{words.number_hint}</p>
            <TextInput value=number store=move |typed| state.set_field(&number_field(&of), Some(typed)) attr:id="bundle-number" attr:class="number" attr:inputmode="numeric" attr:aria-describedby="hint-bundle-number" />
        </div>
        <p class="actions">
            <button type="button" class="primary" data-do="make-bundle" on:click=make>{words.make}</button>
        </p>
        <div aria-live="polite">{shown}</div>
    }
}

/// What to do with the file that was made.
fn made(
    words: &'static HandingInWords,
    name: &str,
    made: &MadeBundle,
    on_paper: RwSignal<OnPaper>,
) -> Option<impl IntoView + use<>> {
    let text = crate::components::words();
    let opened = &made.opened;
    let sealed = &opened.bundle.sealed;
    let here = sealed.units.iter().filter(|unit| unit.first.is_some()).count();
    let counts = (words.counts)(sealed.units.len(), here);
    let code = opened.bundle.code.to_string();
    let taken = opened.clone();
    let table = Box::new(move || Some(summary_sheet(text, &taken)));
    let sheets = Arc::new(vec![summary_sheet(text, opened)]);
    let print = move |_| on_paper.set(OnPaper::Sheets { sheets: sheets.clone(), form: false });
    let changes = made.changes.as_ref().map(|(last, changes)| {
        let (said, units) = bundle_changes(text, &opened.standard, changes);
        view! { <Unfolded said=(words.compared)(*last, &said) lines=units /> }
    });
    let to = review().with(|open| open.head.basics.bundles_go_by().cloned()).flatten()?;
    let mailbox = to.receiver.mailbox.clone().map(|mailbox| view! { " " <b>{mailbox}</b> });
    let office = (text.send.to)(to.receiver.office.get(text.lang));
    let where_to = where_to(text, &to.receiver);
    provide_context(HandedFile {
        name: name.to_owned(),
        mail: bundle_mail(text, &to, opened, name),
        receiver: to.receiver.clone(),
        mail_limit: to.mail_limit,
        code: code.clone(),
        content: HandedContent::Text(Arc::new(opened.bundle.written())),
    });
    let ways = shared().exchange.part(Exchange::HandOff);
    Some(view! {
        <section class="done" data-bundle="">
            <h3>{words.done}</h3>
            <dl>
                <dt>{words.file}</dt> <dd>{name.to_owned()}</dd>
                <dt>{words.code}</dt> <dd class="code">{code}</dd>
            </dl>
            <p>{counts}</p>
            {changes}
            <ol>{words.steps.map(|step| view! { <li>{step}</li> })}</ol>
            <p class="actions"><button type="button" class="primary" data-do="print-summary" on:click=print>{words.summary_print}</button></p>
            <TableTools sheet=table />
            <p data-where-to="">{where_to} {gap(text)} {office} {mailbox}</p>
            {ways}
        </section>
    })
}
