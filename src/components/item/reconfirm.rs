//! The question whether what was said under another version of the standard still holds.

use crate::components::{session, words};
use crate::model::draft::orphans::QuestionId;
use leptos::prelude::*;

/// What was said under another version of the standard, until the person has looked at it again.
#[component]
pub(in crate::components) fn Reconfirm(of: QuestionId) -> impl IntoView {
    let (text, session) = (words(), session());
    let of = StoredValue::new(of.clone());
    let was = Memo::new(move |_| {
        session.reconfirm.with(|marks| {
            let mark = of.with_value(|of| marks.iter().find(|mark| mark.of == *of))?;
            Some(mark.asked.words.get(text.lang).to_owned())
        })
    });
    move || {
        let was = was.get()?;
        let confirm = move |_| session.edit(|draft| of.with_value(|of| draft.confirm(of)));
        let was = (!was.is_empty()).then(|| (text.history.reconfirm_was)(&was));
        Some(view! {
            <p class="notice" data-reconfirm="">
                <b>{text.history.reconfirm}</b> " " {was} " "
                <button type="button" class="quiet" data-do="confirm" on:click=confirm>{text.history.confirm}</button>
            </p>
        })
    }
}
