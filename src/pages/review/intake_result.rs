//! What came of taking in: a line for each file of ours, the others as a number alone, and the way to undo all of it.

use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::{Text, bundle_changes, intake_counts, intake_line};
use crate::model::review::bundle_verdict::BundleVerdict;
use crate::model::review::take_in::IntakeVerdict;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::{desk, review};
use crate::pages::review::unfolded::Unfolded;
use crate::platform::review::open_review::ReviewSession;
use crate::platform::review::take_in::TakenIn;
use crate::platform::scheduler;
use leptos::prelude::*;
use std::sync::Arc;

/// How far the taking in is.
#[derive(Clone)]
pub(super) enum TakeInProgress {
    /// Nothing is taken in now.
    Idle,
    /// So many were looked at, of so many.
    Reading(usize, usize),
    /// A folder was dropped that this browser does not open.
    FolderDropped,
    /// There was no file.
    Nothing,
    /// What came of it.
    Done(Arc<Shown>),
}

/// What came of it.
pub(super) struct Shown {
    taken: TakenIn,
    /// How many were not looked at, as the person stopped.
    rest: usize,
    /// Whether it was taken back, and at how many places something else was decided before that.
    undone: ArcRwSignal<Option<usize>>,
}

impl Shown {
    /// Of `many` files that were chosen.
    pub(super) fn of(taken: TakenIn, many: usize) -> Self {
        let rest = many.saturating_sub(taken.looked_at);
        Self { taken, rest, undone: ArcRwSignal::new(None) }
    }
}

/// The units that a later bundle says something else of.
fn units(text: &Text, standards: &[IssuedStandard], verdict: &IntakeVerdict) -> Vec<String> {
    let IntakeVerdict::Bundle(bundle) = verdict else { return Vec::new() };
    let BundleVerdict::Later(_, Some(changes)) = &bundle.verdict else { return Vec::new() };
    let standard = standards.iter().find(|standard| standard.unit.id == bundle.kind);
    standard.map_or_else(Vec::new, |standard| bundle_changes(text, standard, changes).1)
}

/// The word by which a line is marked.
fn mark(verdict: &IntakeVerdict) -> &'static str {
    match verdict {
        IntakeVerdict::New(_) => "new",
        IntakeVerdict::Newer(..) => "newer",
        IntakeVerdict::Older(..) => "older",
        IntakeVerdict::Again { .. } => "again",
        IntakeVerdict::Photos { .. } => "photos",
        IntakeVerdict::Bundle(bundle) if bundle.verdict.is_taken() => "bundle",
        IntakeVerdict::Bundle(bundle) if matches!(bundle.verdict, BundleVerdict::Older(_)) => "older",
        IntakeVerdict::Bundle(bundle) if bundle.verdict.is_known() => "again",
        IntakeVerdict::Bundle(bundle) if matches!(bundle.verdict, BundleVerdict::SameNumber) => "clash",
        IntakeVerdict::Clash(_) => "clash",
        IntakeVerdict::ChangedByHand(..) => "changed",
        IntakeVerdict::Bundle(_)
        | IntakeVerdict::OtherYear { .. }
        | IntakeVerdict::OtherStandard { .. }
        | IntakeVerdict::Sample { .. }
        | IntakeVerdict::Draft { .. }
        | IntakeVerdict::Standard { .. } => "other",
        IntakeVerdict::Holder(_) => "holder",
        IntakeVerdict::Merged(_) => "merged",
        IntakeVerdict::Damaged(_) | IntakeVerdict::Unopened(_) | IntakeVerdict::Foreign(_) | IntakeVerdict::NotOurs => {
            "damaged"
        }
    }
}

/// What came of it.
#[component]
pub(super) fn IntakeResult(shown: Arc<Shown>) -> impl IntoView {
    let (text, words, session) = (words(), &desk().intake, review());
    let undone = RwSignal::from(shown.undone.clone());
    let (taken, rest) = (&shown.taken, shown.rest);
    let head = if rest > 0 { (words.stopped)(taken.looked_at, rest) } else { (words.done)(taken.looked_at) };
    let counts = intake_counts(text, &taken.report).join(crate::i18n::gap(text));
    let many = taken.report.lines.len();
    let standards = session.with(|open| open.head.basics.standards.clone()).unwrap_or_default();
    let drawn = scheduler::lines(Memo::new(move |_| many), 40, 10);
    let of_lines = Arc::clone(&shown);
    let line = move |at: usize| {
        of_lines.taken.report.lines.get(at).map(|line| {
            let units = units(text, &standards, &line.verdict);
            let said = intake_line(text, line);
            let said =
                if units.is_empty() { said.into_fresh() } else { view! { <Unfolded said lines=units /> }.into_fresh() };
            view! { <li data-verdict=mark(&line.verdict)>{said}</li> }
        })
    };
    let (over, steps) = (&taken.over_entered, taken.steps.clone());
    let any = !steps.is_empty();
    let undo = move |_| {
        undone.set(Some(take_back(session, &steps)));
    };
    let names = |names: &[String], said: fn(&str) -> String| said(&names.join(text.and()));
    let notices = [
        ("data-not-listed", taken.not_listed.len(), names(&taken.not_listed, words.not_listed)),
        ("data-over-entered", over.replaced.len(), names(&over.replaced, words.over_entered)),
        ("data-over-entered", over.kept.len(), names(&over.kept, words.entered_kept)),
        ("data-no-reader", taken.no_reader, (words.no_reader)(taken.no_reader)),
    ];
    let notices = notices
        .into_iter()
        .filter(|(_, many, _)| *many > 0)
        .map(|(mark, _, said)| view! { <p class="notice" role="alert">{said}</p> }.attr(mark, ""));
    let notices = notices.collect::<Vec<_>>();
    view! {
        <section class="preview" data-taken-in="">
            <p>{head} " " {counts}</p>
            {notices}
            <ul class="verdicts"><For each=move || 0..drawn.get().min(many) key=|at| *at children=line /></ul>
            {move || undone.get().map(|stays| view! { <p role="status" data-undone="">{(words.undone)(stays)}</p> })}
            {any.then(|| view! {
                <p class="actions" hidden=move || undone.with(Option::is_some)><button type="button" data-do="undo-intake" on:click=undo>{words.undo}</button></p>
            })}
        </section>
    }
}

/// Takes back what was taken in by these steps, the last first. At how many places something else was decided since.
fn take_back(session: ReviewSession, steps: &[u32]) -> usize {
    steps.iter().rev().map(|step| session.undo(*step).1).sum()
}
