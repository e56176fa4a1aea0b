//! Beginning a review: by which standards, and of which township.

use crate::components::context::table;
use crate::components::form::fields::{SelectInput, TextInput};
use crate::components::form::too_long::TooLong;
use crate::components::words;
use crate::model::record::typed::{fitting, tidy};
use crate::model::record::unit::LINE;
use crate::model::review::basics::{DeskKind, ReviewBasics};
use crate::model::review::ids::ReviewId;
use crate::model::standard::ids::UnitKind;
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::{desk, sessions};
use crate::pages::review::here::Door;
use crate::pages::review::page_state::PageStates;
use crate::persistence::review_head::ReviewHead;
use crate::platform::review::open_review::Received;
use crate::platform::review::sessions::ReviewSessions;
use crate::platform::{clock, navigation};
use crate::routes::{ReviewPage, Route};
use leptos::prelude::*;

/// The standards at hand for one kind of unit, the one to be used first.
#[derive(Clone)]
struct OfKind {
    kind: UnitKind,
    standards: Vec<IssuedStandard>,
    /// The digest of the one that is chosen; empty for none.
    chosen: RwSignal<String>,
}

fn kinds() -> Vec<OfKind> {
    let mut kinds: Vec<OfKind> = Vec::new();
    let in_order = table()
        .library()
        .with_untracked(|library| library.in_use().into_iter().chain(library.replaced()).cloned().collect::<Vec<_>>());
    for standard in in_order {
        match kinds.iter_mut().find(|of| of.kind == standard.unit.id) {
            Some(of) => of.standards.push(standard),
            None => kinds.push(OfKind {
                kind: standard.unit.id.clone(),
                chosen: RwSignal::new(digest_of(&standard)),
                standards: vec![standard],
            }),
        }
    }
    kinds
}

fn digest_of(standard: &IssuedStandard) -> String {
    standard.reference().digest.as_str().to_owned()
}

/// Begins a review with an empty roster and leads to it. Nothing where the browser gives no random numbers.
fn begin(sessions: ReviewSessions, desk: DeskKind, year: u16, standards: Vec<IssuedStandard>) -> Option<()> {
    let id = ReviewId::new(clock::random_bytes()?);
    let basics = ReviewBasics { id, year, desk, sample: false, standards };
    let head = ReviewHead::new(basics, clock::now()?);
    sessions.begin(head, &[], Received::default())?;
    navigation::go(&Route::Review(id, ReviewPage::Roster));
    Some(())
}

/// The form that begins a review.
#[component]
pub(super) fn BeginReview(door: Door) -> impl IntoView {
    let (text, words, sessions) = (words(), &desk().door, sessions());
    let kinds = kinds();
    let township = expect_context::<PageStates>().new_township;
    let said = RwSignal::new("");
    let fields = kinds.clone().into_iter().map(|of| {
        let id = format!("standard-{}", of.kind);
        let label =
            of.standards.first().map_or(String::new(), |one| (words.standard_of)(one.unit.words.get(text.lang)));
        let options = of.standards.iter().map(|one| {
            let title = format!("{} {}", one.title.get(text.lang), (text.mine.version)(one.version, one.year));
            view! { <option value=digest_of(one)>{title}</option> }
        });
        let options = options.collect::<Vec<_>>();
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <SelectInput value=of.chosen store=move |chosen| of.chosen.set(chosen) attr:id=id>
                    {options}
                    <option value="">{words.no_standard}</option>
                </SelectInput>
            </div>
        }
    });
    let fields = fields.collect::<Vec<_>>();
    let name = (door == Door::Township).then(|| {
        view! {
            <div class="field">
                <label for="review-township">{words.township_name}</label>
                <p class="hint" id="hint-review-township">{words.township_hint}</p>
                <TextInput value=township store=move |typed| township.set(typed) attr:id="review-township" attr:aria-describedby="hint-review-township long-review-township" />
                <TooLong id="long-review-township".to_owned() most=LINE said=Signal::derive(move || township.with(|name| tidy(name))) />
            </div>
        }
    });
    let start = move |_| {
        let chosen: Vec<IssuedStandard> = kinds
            .iter()
            .filter_map(|of| {
                let digest = of.chosen.get_untracked();
                of.standards.iter().find(|one| digest_of(one) == digest).cloned()
            })
            .collect();
        // Every line of the roster carries it. What is too long is told beside it.
        let Some(name) = township.with_untracked(|name| fitting(name, LINE)) else {
            return navigation::to_element("review-township");
        };
        let Some(year) = chosen.first().map(|one| one.year) else { return said.set(words.needs_standard) };
        if chosen.iter().any(|one| one.year != year) {
            return said.set(words.years_differ);
        }
        let kind = match door {
            Door::Township if name.is_empty() => return said.set(words.needs_township),
            Door::Township => DeskKind::Township(name),
            Door::County => DeskKind::County,
        };
        if begin(sessions, kind, year, chosen).is_some() {
            township.set(String::new());
        }
    };
    view! {
        {name}
        {fields}
        <p role="alert" data-said="">{move || said.get()}</p>
        <p class="actions"><button type="button" class="primary" data-do="begin-review" on:click=start>{words.begin}</button></p>
    }
}
