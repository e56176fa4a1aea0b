//! Another draft of the same unit and year, noticed where the unit is typed.

use crate::components::{session, words};
use crate::model::draft::Draft;
use crate::model::record::unit_key::UnitKey;
use crate::persistence::card::Card;
use crate::platform::library;
use crate::platform::library::Listed;
use crate::platform::nfkc::nfkc;
use crate::routes::{Page, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which unit and year a draft of the list is for; nothing for the worked example and one without a name.
pub(super) fn key_of(card: &Card) -> Option<(UnitKey, u16)> {
    let unit = [&card.township, &card.village, &card.name].map(String::as_str);
    UnitKey::of(&card.unit, unit, nfkc).filter(|_| !card.sample).map(|key| (key, card.year))
}

/// Says that another draft here is of the same unit and year, and leads to it.
#[component]
pub(super) fn SameUnit() -> impl IntoView {
    let (text, session) = (words(), session());
    let others = RwSignal::new(Vec::<Listed>::new());
    let own = session.draft.with_untracked(|draft| draft.id.clone());
    spawn_local(async move {
        let mut found = library::all().await.drafts;
        found.retain(|one| one.id != own);
        others.try_set(found);
    });
    let typed = Memo::new(move |_| {
        session.draft.with(|draft: &Draft| (!draft.is_example()).then(|| (draft.unit.clone(), draft.year)))
    });
    let kind = session.draft.with_untracked(|draft| draft.standard.unit.id.clone());
    let same = Memo::new(move |_| {
        let (unit, year) = typed.get()?;
        let names = [&unit.township, &unit.village, &unit.name].map(String::as_str);
        let ours = Some((UnitKey::of(&kind, names, nfkc)?, year));
        let other = others.with(|list| {
            list.iter().find(|one| one.card.as_ref().is_some_and(|card| key_of(card) == ours)).map(|one| one.id.clone())
        })?;
        Some((other, unit.name.trim().to_owned(), year))
    });
    view! {
        <div aria-live="polite">
            {move || same.get().map(|(other, name, year)| view! {
                <p class="notice" data-same-unit=other.to_string()>
                    {(text.mine.twice_here)(&name, year)} " "
                    <a href=Route::Draft(other.clone(), Page::Tasks).href()>{text.mine.twice_open}</a>
                </p>
            })}
        </div>
    }
}
