//! One line of text of the draft: a label and a field. What is typed is stored as it is typed; nothing
//! is trimmed or changed while an input method may be at work.

use super::dom::View;
use super::room::too_long;
use super::session;
use crate::model::draft::Draft;
use crate::model::unit::LINE;
use leptos::prelude::*;
use xingzhan_view::view;

/// A labelled field for one line: its name, alone on the page; its label; what to fill in, or nothing; where
/// it is read and where it is written.
pub fn line(
    name: &'static str,
    label: &str,
    hint: &str,
    get: fn(&Draft) -> &String,
    set: fn(&mut Draft) -> &mut String,
) -> Option<View> {
    let session = session()?;
    let hint_id = (!hint.is_empty()).then(|| format!("hint-{name}"));
    let room_id = format!("room-{name}");
    let described = hint_id.as_ref().map_or_else(|| room_id.clone(), |hint| format!("{hint} {room_id}"));
    let said = move || session.draft.with(|draft| get(draft).clone());
    let store = move |typed: String| {
        if session.draft.with_untracked(|draft| *get(draft) != typed) {
            session.edit(|draft| *set(draft) = typed);
        }
    };
    Some(view! {
        <div class="field">
            <label for=name>{label.to_owned()}</label>
            {hint_id.clone().map(|id| view! { <p class="hint" id=id>{hint.to_owned()}</p> })}
            <input
                type="text"
                id=name
                name=name
                autocomplete="off"
                aria-describedby=described
                prop:value=said
                on:input=move |event| store(event_target_value(&event))
                on:change=move |event| store(event_target_value(&event))
            />
            {too_long(room_id, LINE, said)}
        </div>
    })
}
