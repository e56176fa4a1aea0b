//! One line of text of the draft: a label and a field. What is typed is stored as it is typed; nothing
//! is trimmed or changed while an input method may be at work.

use super::dom::View;
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
    Some(view! {
        <div class="field">
            <label for=name>{label.to_owned()}</label>
            {hint_id.clone().map(|id| view! { <p class="hint" id=id>{hint.to_owned()}</p> })}
            <input
                type="text"
                id=name
                name=name
                autocomplete="off"
                maxlength=LINE.to_string()
                aria-describedby=hint_id
                prop:value=move || session.draft.with(|draft| get(draft).clone())
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    session.edit(|draft| *set(draft) = typed);
                }
            />
        </div>
    })
}
