//! What a number clashes with: said at both of the numbers, each time with a way to the other one.

use crate::components::field_link::FieldLink;
use crate::components::{session, words};
use crate::model::record::facts::Clash;
use crate::model::standard::ids::FactId;
use crate::model::submission::before_sending::Field;
use leptos::prelude::*;

/// The clashes of a fact, whether it is the larger or the smaller number.
#[component]
pub fn Clashes(
    /// The fact.
    fact: FactId,
    /// The id of its field, to which the way back leads.
    field: String,
) -> impl IntoView {
    let (text, session) = (words(), session());
    let held = StoredValue::new(fact);
    let ours = Memo::new(move |_| {
        let concerns = |clash: &&Clash| held.with_value(|fact| clash.fact == *fact || clash.than == *fact);
        session.clashes.with(|clashes| clashes.iter().filter(concerns).cloned().collect::<Vec<_>>())
    });
    let lines = move || {
        let draft = session.draft.read_untracked();
        let name = |id: &FactId| draft.standard.fact(id).map_or("", |fact| fact.words.get(text.lang)).to_owned();
        let line = |clash: &Clash| {
            let Clash { fact, number, than, most } = clash;
            let other = if held.with_value(|held| held == fact) { than } else { fact };
            // A sum is not typed anywhere: its first part stands for it.
            let typed =
                draft.standard.asked_for(other).first().map_or(Field::None, |part| Field::Fact((*part).clone()));
            let said = (text.form.clash)(&name(fact), *number, &name(than), *most);
            let to = (text.form.to_number)(&name(other));
            view! { <p class="error" data-clash="">{said} " " <FieldLink field=typed words=to back=field.clone() /></p> }
        };
        ours.get().iter().map(line).collect::<Vec<_>>()
    };
    view! { <div aria-live="polite">{lines}</div> }
}
