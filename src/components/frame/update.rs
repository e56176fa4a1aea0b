//! Says that the page stands where nothing is kept, and that a new release waits: nothing is forced, and nothing is
//! taken while a draft is unsaved.

use crate::components::context::shared;
use crate::components::lazy::fresh::redrawn;
use crate::components::words;
use crate::persistence::autosave::SaveStatus;
use crate::platform::drafts::Session;
use crate::platform::{clock, in_chat, update};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often to look whether everything is saved, and how long to wait between, in milliseconds: four seconds
/// in all, as long as a write may take.
const TRIES: u32 = 20;
const PAUSE: u32 = 200;

/// The line with its button, once there is something to say.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let (text, shared, session) = (words(), shared(), use_context::<Session>());
    let refused = RwSignal::new(false);
    let take = move |_| {
        let Some(session) = session else { return update::take() };
        session.flush();
        spawn_local(async move {
            // A write that was begun ends in a moment.
            for _ in 0..TRIES {
                match session.status.try_get_untracked() {
                    // The draft was left meanwhile.
                    None | Some(SaveStatus::Saved(_) | SaveStatus::ReadOnly(_)) => return update::take(),
                    Some(SaveStatus::Saving | SaveStatus::Unsaved(_)) => clock::pause(PAUSE).await,
                }
            }
            refused.try_set(true);
        });
    };
    // The region stands before its content, so that a screen reader speaks what appears in it.
    view! {
        <div class="update" role="status">
            {in_chat::is_in_chat().then(|| view! { <p class="notice" data-in-app="">{text.mine.in_chat}</p> })}
            {redrawn(move || shared.update.get().then(|| view! {
                <p class="notice" data-update="">
                    {move || if refused.get() { text.frame.update_not_yet } else { text.frame.update }} " "
                    <button type="button" data-do="update" on:click=take>{text.frame.update_now}</button>
                </p>
            }))}
        </div>
    }
}
