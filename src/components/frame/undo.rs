//! Undoing and redoing, with where that was: the page goes there and says it.

use crate::components::context::{AppContext, shared};
use crate::components::field_link::go_to;
use crate::components::{session, words};
use crate::persistence::edit_place::EditPlace;
use crate::platform::drafts::Session;
use crate::routes::Page;
use leptos::prelude::*;

/// The two buttons, and what they did last.
#[component]
pub fn UndoSteps() -> impl IntoView {
    let (text, session, shared) = (words(), session(), shared());
    let said = RwSignal::new("");
    let step = move |back: bool| {
        if let Some(spot) = session.step(back) {
            said.set(if back { text.frame.undone } else { text.frame.redone });
            go(shared, session, &spot);
        }
    };
    let none = move |back: bool| session.steps.with(|(undo, redo)| if back { undo.is_none() } else { redo.is_none() });
    view! {
        <span class="undo">
            <button type="button" class="quiet" data-do="undo" disabled=move || none(true) on:click=move |_| step(true)>
                {text.frame.undo}
            </button>
            <button type="button" class="quiet" data-do="redo" disabled=move || none(false) on:click=move |_| step(false)>
                {text.frame.redo}
            </button>
            <span class="hint" role="status" data-undone="">{move || said.get()}</span>
        </span>
    }
}

/// Goes to where something was undone.
fn go(shared: AppContext, session: Session, spot: &EditPlace) {
    let (page, element) = match spot {
        EditPlace::Unit(line) => (Page::Basics, format!("unit.{line}")),
        EditPlace::Posts(line) => (Page::Basics, format!("posts.{line}")),
        EditPlace::Year => (Page::Basics, "year".to_owned()),
        EditPlace::Months => (Page::Basics, "months".to_owned()),
        EditPlace::Declaration(line) => (Page::Send, format!("declaration.{line}")),
        EditPlace::Fact(fact) => {
            let asked = session.draft.with_untracked(|draft| {
                let item = draft.standard.asked_at(fact)?;
                Some((Page::of_item(&draft.standard, &item.id), format!("item-{}", item.id)))
            });
            let Some(asked) = asked else { return };
            asked
        }
        EditPlace::Item(item) => {
            let page = session.draft.with_untracked(|draft| Page::of_item(&draft.standard, item));
            (page, format!("item-{item}"))
        }
        EditPlace::Earlier => (Page::Earlier, String::new()),
        // Many places at once: the page that is open shows them as they are now.
        EditPlace::Many => return session.redraw(),
    };
    go_to(shared, session, &page.whole(), element);
}
