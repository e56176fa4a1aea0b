//! Says that a new release waits. Nothing is forced, and nothing is taken while a draft is unsaved.

use super::dom::View;
use super::{session, words};
use crate::browser::update;
use crate::keep::keeper::Status;
use crate::ui::shared::shared;
use leptos::prelude::*;
use xingzhan_view::view;

/// The line with its button, once there is something to say.
pub fn update() -> Option<View> {
    let (text, shared, session) = (words(), shared()?, session());
    let refused = RwSignal::new(false);
    let take = move |_| {
        if let Some(session) = session {
            session.flush();
            if !matches!(session.status.get_untracked(), Status::Saved(_) | Status::ReadOnly(_)) {
                refused.set(true);
                return;
            }
        }
        update::take();
    };
    // The region stands before its content, so that a screen reader speaks what appears in it.
    Some(view! {
        <div class="update" role="status">
            {move || shared.update.get().then(|| view! {
                <p class="notice" data-update="">
                    {move || if refused.get() { text.frame.update_not_yet } else { text.frame.update }} " "
                    <button type="button" data-do="update" on:click=take>{text.frame.update_now}</button>
                </p>
            })}
        </div>
    })
}
