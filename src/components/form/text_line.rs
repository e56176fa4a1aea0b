//! One line of text of the draft: a label and a field. What is typed is stored as it is typed; nothing
//! is trimmed or changed while an input method may be at work.

use crate::components::form::fields::TextInput;
use crate::components::form::too_long::TooLong;
use crate::components::session;
use crate::model::draft::Draft;
use crate::model::record::unit::LINE;
use leptos::prelude::*;

/// A labelled field for one line: its name, alone on the page; its label; what to fill in, or nothing; where
/// it is read and where it is written.
#[component]
pub fn TextLine(
    /// Its name and id, alone on the page.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What to fill in; may be empty.
    #[prop(into)]
    hint: String,
    /// Where it is read.
    get: fn(&Draft) -> &String,
    /// Where it is written.
    set: fn(&mut Draft) -> &mut String,
) -> impl IntoView {
    let session = session();
    let hint_id = (!hint.is_empty()).then(|| format!("hint-{name}"));
    let room_id = format!("room-{name}");
    let described = hint_id.as_ref().map_or_else(|| room_id.clone(), |hint| format!("{hint} {room_id}"));
    let said: Signal<String> = session.part(move |draft, _| get(draft).clone()).into();
    let store = move |typed: String| session.edit(|draft| *set(draft) = typed);
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {hint_id.map(|id| view! { <p class="hint" id=id>{hint}</p> })}
            <TextInput
                value=said
                store=store
                attr:id=name
                attr:name=name
                attr:aria-describedby=described
            />
            <TooLong id=room_id most=LINE said />
        </div>
    }
}
