//! The block that is read before a submission is made (报送前请看): what stops it, what is odd, what is open, what nothing
//! shows. Every line leads to the field where it is mended.

use crate::components::field_link::FieldLink;
use crate::components::half_days::{DayField, half_days};
use crate::components::{session, words};
use crate::i18n::remark;
use crate::model::draft::Missing;
use crate::model::submission::before_sending::{Remark, Weight, remarks};
use crate::platform::clock;
use leptos::html::Section;
use leptos::prelude::*;

/// More lines of one kind than this are folded.
const UNFOLDED: usize = 8;

/// Everything to look at in the open draft, found out anew with every change; also which days are half typed, which no
/// draft knows.
pub fn remarks_now() -> Memo<Vec<Remark>> {
    let (session, halves) = (session(), half_days());
    Memo::new(move |_| {
        let mut found = session.draft.with(|draft| session.score.with(|score| remarks(draft, score, clock::today())));
        let half = halves.all().into_iter().map(|field| match field {
            DayField::Evidence(item) => Remark::HalfDay(item),
            DayField::Declaration => Remark::Missing(Missing::WholeDay),
        });
        found.splice(0..0, half);
        found
    })
}

/// The block. Nothing of it stands where there is nothing to say.
#[component]
pub fn RemarksBlock(
    /// What is said.
    said: Memo<Vec<Remark>>,
    /// The block itself, for whoever leads to it.
    node: NodeRef<Section>,
) -> impl IntoView {
    let text = words();
    let lines = move |weight: Weight| {
        said.with(|said| said.iter().filter(|one| one.weight() == weight).cloned().collect::<Vec<_>>())
    };
    let plain = move |weight: Weight, heading: &'static str| {
        let lines = lines(weight);
        (!lines.is_empty()).then(|| view! { <p><b>{heading}</b></p> <Lines lines /> })
    };
    let counted = move |weight: Weight, heading: fn(usize) -> String| {
        let lines = lines(weight);
        let (many, open) = (lines.len(), lines.len() <= UNFOLDED && weight == Weight::Open);
        (many > 0).then(|| {
            view! {
                <details open=open data-remarks=format!("{weight:?}")>
                    <summary>{heading(many)}</summary>
                    <Lines lines />
                </details>
            }
        })
    };
    let any = Memo::new(move |_| said.with(|said| !said.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="notice remarks" id="remarks" tabindex="-1" node_ref=node aria-labelledby="remarks-title">
                    <h2 id="remarks-title">{text.remarks.title}</h2>
                    {move || plain(Weight::Stops, text.remarks.stops)}
                    {move || plain(Weight::Asks, text.remarks.asks)}
                    {move || counted(Weight::Open, text.send.still_open)}
                    {move || counted(Weight::Unshown, text.remarks.unshown)}
                </section>
            }
        })
    }
}

/// One line for each remark.
#[component]
fn Lines(lines: Vec<Remark>) -> impl IntoView {
    let (text, session) = (words(), session());
    let draft = session.draft.read_untracked();
    let line = |one: &Remark| {
        let (stops, odd) = (one.weight() == Weight::Stops, matches!(one, Remark::OddDeclaration(_)));
        let words = remark(text, &draft, one);
        view! {
            <li data-lack=stops.then_some("") data-odd-day=odd.then_some("")>
                <FieldLink field=one.field() words back="remarks" />
            </li>
        }
    };
    view! { <ul>{lines.iter().map(line).collect::<Vec<_>>()}</ul> }
}
