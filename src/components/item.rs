//! One item on the form: what is asked, the answer, what it gives and why, what shows it.

pub(in crate::components) mod choice;
pub mod evidence;
pub mod help;
mod ledger_for_more;
pub mod ledgers;
pub mod prior_year;
pub(in crate::components) mod question;
pub(in crate::components) mod reconfirm;

use crate::components::dot_separated::with_points;
use crate::components::form::fact::{FactField, FactShown, FactTotal};
use crate::components::item::evidence::EvidenceFields;
use crate::components::item::help::Help;
use crate::components::item::prior_year::EarlierAnswer;
use crate::components::item::question::QuestionFields;
use crate::components::item::reconfirm::Reconfirm;
use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::photos::add::Adding;
use crate::components::{session, words};
use crate::i18n;
use crate::model::draft::orphans::QuestionId;
use crate::model::record::answers::Answer;
use crate::model::scoring::item_score::ItemScore;
use crate::model::standard::asking::NumberShown;
use crate::model::standard::ids::ItemId;
use crate::model::standard::item::Item;
use crate::model::standard::points::Range;
use crate::model::standard::scale::reason::ScoreReason;
use crate::model::standard::{Fact, Standard};
use crate::platform::drafts::Session;
use crate::platform::dragging;
use leptos::prelude::*;
use std::sync::Arc;

/// How what shows an answer stands at its item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum EvidenceShown {
    /// Open.
    Open,
    /// Folded, until somebody adds something.
    Folded,
}

/// What is drawn of an item so far: what is asked at once, the rest in turns of its own, since right after the start, when
/// functions are compiled as they are first called, each takes a slow computer the time of three frames.
#[derive(Clone, Copy)]
pub struct ItemTurns {
    /// Whether the fields of its evidence are.
    evidence: Memo<bool>,
    /// Whether all of it is: its photos and its help as well.
    all: Memo<bool>,
}

impl ItemTurns {
    /// In how many turns an item is drawn.
    pub const MANY: usize = 3;

    /// For the item at this place in a list of which so many turns are drawn.
    pub fn of(drawn: ReadSignal<usize>, at: usize) -> Self {
        let has = move |turns: usize| Memo::new(move |_| drawn.get() >= Self::MANY * at + turns);
        Self { evidence: has(2), all: has(Self::MANY) }
    }
}

/// An item of the form.
#[component]
pub fn ItemField(
    /// The item that is asked.
    item: Item,
    /// What is drawn of it.
    turns: ItemTurns,
    /// How its evidence stands there.
    evidence: EvidenceShown,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let held = StoredValue::new(item.clone());
    let rated = session.part(move |_, score| {
        let open = || ItemScore {
            id: held.with_value(|item| item.id.clone()),
            range: Range::default(),
            why: ScoreReason::Open,
        };
        held.with_value(|item| score.item(&item.id).cloned()).unwrap_or_else(open)
    });
    // The standard of a page that is open does not change.
    let why = move || {
        rated.with(|rated| {
            session
                .draft
                .with_untracked(|draft| held.with_value(|item| i18n::why(text, &draft.standard, item, &rated.why)))
        })
    };
    let answer = answer_of(session, &item.id);
    let chosen = Memo::new(move |_| answer.with(|answer| answer.choice.is_some()));
    let clear = move |_| session.edit(|draft| held.with_value(|item| draft.choose(&item.id, None)));
    let id = item.id.to_string();
    let number = session.draft.with_untracked(|draft| draft.standard.number_of(&item.id));
    let is_text = item.is_text();
    let adding = Adding::new(session, &item.id, item.photos);
    let paste = move |event: web_sys::ClipboardEvent| {
        if !is_text {
            adding.pasted(&event);
        }
    };
    let drop = move |event: web_sys::DragEvent| {
        if !is_text {
            adding.dropped(&event);
        }
    };
    let over = move |event: web_sys::DragEvent| {
        if !is_text && dragging::brings_files(&event) {
            event.prevent_default();
        }
    };
    let points = (!is_text).then(|| (text.form.points)(&item.points.to_string()));
    view! {
        <fieldset class="item" id=format!("item-{id}") data-item=id.clone() tabindex="-1"
            data-open=move || rated.with(ItemScore::is_open).to_string() on:paste=paste on:drop=drop on:dragover=over>
            <legend>
                <span class="item-id">{number}</span>
                " "
                {with_points(item.words.get(text.lang), points)}
            </legend>
            <Reconfirm of={(QuestionId::Item(item.id.clone())).clone()} />
            <EarlierAnswer item=item.clone() />
            <AnswerFields item=item.clone() answer=answer />
            {(!is_text).then(|| view! {
                <p class="why">
                    <output data-points=id.clone()>{move || i18n::range(rated.get().range)}</output>
                    " "
                    <span data-why=id.clone()>{why}</span>
                    " "
                    {move || chosen.get().then(|| view! {
                        <button type="button" class="quiet" data-clear=held.with_value(|item| item.id.to_string()) on:click=clear>
                            {text.form.clear}
                        </button>
                    })}
                </p>
            })}
            // After the question, so that it can be answered while a slow computer still draws these.
            {move || (turns.evidence.get() && !is_text).then(|| {
                let item = held.get_value();
                let fields = view! { <EvidenceFields item=item.clone() answer adding all=turns.all /> };
                match evidence {
                    EvidenceShown::Open => fields.into_fresh(),
                    // What must have a note is not folded while it lacks one.
                    EvidenceShown::Folded => {
                        let open = answer.with_untracked(|answer| answer.lacks_note(&item));
                        view! {
                            <details class="more" open=open>
                                <summary>{text.form.add_ledger}</summary>
                                {fields}
                            </details>
                        }
                        .into_fresh()
                    }
                }
            })}
            {redrawn(move || turns.all.get().then(|| view! { <Help item=held.get_value() /> }))}
        </fieldset>
    }
}

/// What is said of an item. Everything that shows a part of it follows this and not the draft, which changes with
/// every key.
fn answer_of(session: Session, id: &ItemId) -> Memo<Arc<Answer>> {
    let id = id.clone();
    session.part(move |draft, _| draft.record.answers.shared(&id).cloned().unwrap_or_default())
}

/// Which other items the numbers that are asked here count for.
fn touches(standard: &Standard, item: &Item) -> Option<String> {
    let text = words();
    let asked = standard.shown_at(item).into_iter().filter_map(|shown| match shown {
        NumberShown::Asked(fact) => Some(fact),
        NumberShown::Known(_) | NumberShown::Total(_) => None,
    });
    let asked: Vec<&Fact> = asked.collect();
    let needs = |other: &&Item| standard.needs(other).iter().any(|fact| asked.contains(fact));
    let users = standard.numbers_of(standard.items().filter(|other| other.id != item.id).filter(needs));
    (!users.is_empty()).then(|| (text.form.also)(&users.join(text.and())))
}

/// What is chosen or typed for an item: facts, a number, a text, radios.
#[component]
fn AnswerFields(item: Item, answer: Memo<Arc<Answer>>) -> impl IntoView {
    let session = session();
    let at = item.id.clone();
    let draft = session.draft.read_untracked();
    let facts = draft
        .standard
        .shown_at(&item)
        .into_iter()
        .map(|shown| {
            let at = at.clone();
            match shown {
                NumberShown::Asked(fact) => {
                    let field = format!("{at}-{}", fact.id);
                    view! { <FactField fact=fact.clone() field /> }.into_fresh()
                }
                NumberShown::Total(fact) => {
                    let id = format!("{at}-{}", fact.id);
                    view! { <FactTotal fact=fact.clone() id /> }.into_fresh()
                }
                NumberShown::Known(fact) => view! { <FactShown fact=fact.clone() at=at /> }.into_fresh(),
            }
        })
        .collect::<Vec<_>>();
    let touches = touches(&draft.standard, &item).map(|line| view! { <p class="hint" data-touches="">{line}</p> });
    view! {
        <div class="answer">
            {facts}
            {touches}
            <QuestionFields item answer />
        </div>
    }
}
