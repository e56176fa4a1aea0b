//! One line of text of the draft: a label and a field. What is typed is stored as it is typed; nothing
//! is trimmed or changed while an input method may be at work.

use super::session;
use crate::model::draft::Draft;
use crate::model::unit::LINE;
use leptos::prelude::*;

/// A labelled field for one line.
#[component]
pub fn Line(
    /// The name of the field, alone on the page.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What to fill in.
    #[prop(into, optional)]
    hint: String,
    /// Where it is read.
    get: fn(&Draft) -> &String,
    /// Where it is written.
    set: fn(&mut Draft) -> &mut String,
    /// What it is to the browser's autofill; nothing by default.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let session = session()?;
    let hint_id = (!hint.is_empty()).then(|| format!("hint-{name}"));
    Some(view! {
        <div class="field">
            <label for=name>{label}</label>
            {hint_id.clone().map(|id| view! { <p class="hint" id=id>{hint}</p> })}
            <input
                type="text"
                id=name
                name=name
                autocomplete=autocomplete
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
