//! What an earlier year said, shown at its item, with a button that says it again.

use crate::components::lazy::fresh::redrawn;
use crate::components::{session, words};
use crate::i18n;
use crate::model::draft::orphans::Orphan;
use crate::model::standard::item::Item;
use crate::platform::drafts::Session;
use leptos::prelude::*;

/// The line of an item, drawn anew when another state of the draft takes its place.
#[component]
pub fn EarlierAnswer(
    /// The item that is answered now.
    item: Item,
) -> impl IntoView {
    let session = session();
    move || {
        session.anew.track();
        line(session, &item)
    }
}

/// Nothing where no year stands beside this one, or it said nothing.
fn line(session: Session, item: &Item) -> Option<impl IntoView + use<>> {
    let text = words();
    let words = text.beside();
    let draft = session.draft.read_untracked();
    let earlier = draft.earlier.as_ref()?;
    let said = i18n::beside(text, &draft, earlier, item);
    if said.is_empty() {
        return None;
    }
    let year = earlier.year;
    let points = earlier.score.items.get(&item.id).map(|range| (text.form.points)(&i18n::range(*range)));
    let asked = earlier.answer(&item.id).map(|Orphan { asked, .. }| asked);
    let now = draft.standard.digested_item(&item.id).map(|(_, digest)| digest);
    let differs = asked.filter(|asked| asked.digest.as_ref() != now);
    let differs = differs.map(|asked| (words.differs)(asked.words.get(text.lang)));
    let held = StoredValue::new(item.clone());
    let may = session.part(move |draft, _| held.with_value(|item| draft.may_reuse(item)));
    let reuse = move |_| session.edit(|draft| held.with_value(|item| draft.reuse(item)));
    let id = item.id.to_string();
    Some(view! {
        <div class="beside" data-beside-item=id.clone()>
            <p>
                <b>{(words.year)(year)}</b> " " <span class="beside-said">{said}</span>
                {points.map(|points| view! { "\u{a0}· " <span class="beside-points">{points}</span> })}
            </p>
            {differs.map(|line| view! { <p class="hint" data-beside-differs=id.clone()>{line}</p> })}
            {redrawn(move || may.get().then(|| view! {
                <p><button type="button" class="quiet" data-reuse=held.with_value(|item| item.id.to_string()) on:click=reuse>
                    {(words.reuse)(year)}
                </button></p>
            }))}
        </div>
    })
}
