//! A text that is pasted to be read into the review: a list of units, replies from a chat. Until all of it is used it stays
//! in its field, over pages and reloads, and is told with everything else that was typed and does not count.

use crate::model::record::typed::is_blank;
use crate::model::review::typed_apart::TypedPlace;
use crate::pages::review::context::desk;
use crate::pages::review::typed_text::{Dealt, TypedText};
use crate::platform::navigation;
use crate::platform::review::open_review::ReviewSession;
use leptos::prelude::*;

/// What stands in one such field. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct PastedText {
    typed: TypedText,
    /// The text that was read last.
    read: StoredValue<Option<String>>,
}

impl PastedText {
    /// Of the field of this place, with what stands there still.
    pub(super) fn new(session: ReviewSession, place: TypedPlace) -> Self {
        let pasted = Self { typed: TypedText::new(session, place), read: StoredValue::new(None) };
        on_cleanup(move || pasted.typed.gone(keep));
        pasted
    }

    /// What stands in the field. Followed.
    pub(super) fn value(self) -> Signal<String> {
        Signal::derive(move || self.typed.now().unwrap_or_default())
    }

    /// Takes what is typed or pasted.
    pub(super) fn take(self, text: String) {
        self.typed.take_at_rest(text, keep);
    }

    /// The field is left.
    pub(super) fn leave(self) {
        self.typed.deal(true, keep);
    }

    /// The text, which is read now.
    pub(super) fn read(self) -> String {
        let text = self.value().get_untracked();
        self.read.set_value(Some(text.clone()));
        text
    }

    /// Something else was read than what stands here.
    pub(super) fn read_other(self) {
        self.read.set_value(None);
    }

    /// Everything that was read last is used: the field is emptied, unless more was typed since.
    pub(super) fn used(self) {
        let now = self.value().get_untracked();
        if self.read.with_value(|read| read.as_ref() == Some(&now)) {
            self.empty();
        }
    }

    fn empty(self) {
        self.typed.take(String::new());
        self.leave();
    }
}

/// Gives up what stands in the field of this name, which has the focus then.
#[component]
pub(super) fn EmptyField(pasted: PastedText, field: &'static str) -> impl IntoView {
    let value = pasted.value();
    let empty = move |_| {
        navigation::to_element(field);
        pasted.empty();
    };
    view! {
        <button type="button" class="quiet" data-do=format!("empty-{field}") disabled=move || value.with(String::is_empty) on:click=empty>
            {desk().frame.empty_field}
        </button>
    }
}

fn keep(text: &str) -> Dealt {
    if is_blank(text) { Dealt::Decided } else { Dealt::Apart }
}
