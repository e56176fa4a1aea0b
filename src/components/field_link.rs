//! A link to a field of the draft: it leads to the field's page and puts the focus into it, wherever the person is.

use crate::components::context::{AppContext, WayBack, shared};
use crate::components::lazy::fresh::{FreshView, IntoFresh};
use crate::components::session;
use crate::model::standard::Standard;
use crate::model::submission::before_sending::Field;
use crate::platform::drafts::Session;
use crate::platform::navigation;
use crate::routes::{Page, Route};
use leptos::prelude::*;

/// The page of a field, and the element that takes the focus there.
fn place_of(standard: &Standard, field: &Field) -> Option<(Page, String)> {
    match field {
        Field::Item(item) => Some((Page::of_item(standard, item), format!("item-{item}"))),
        Field::Part(item, part) => Some((Page::of_item(standard, item), format!("{item}-{part}"))),
        Field::Fault(item, at) => Some((Page::of_item(standard, item), format!("{item}-fault-{at}"))),
        Field::Fact(fact) => {
            let item = standard.asked_at(fact)?;
            Some((Page::of_item(standard, &item.id), format!("{}-{fact}", item.id)))
        }
        Field::Basics(name) => Some((Page::Basics, name.clone())),
        Field::Declaration(name) => Some((Page::Send, name.clone())),
        Field::None => None,
    }
}

/// Goes to an element of a page of the open draft.
pub fn go_to(shared: AppContext, session: Session, page: &Page, element: String) {
    let here = shared.route.with_untracked(|route| match route {
        Route::Draft(_, now) => now.whole() == page.whole(),
        _ => false,
    });
    if here {
        navigation::to_element(&element);
    } else {
        shared.focus.set_value(Some(element));
        let id = session.draft.with_untracked(|draft| draft.id.clone());
        navigation::go(&Route::Draft(id, page.clone()));
    }
}

/// Words that lead to a field; plain words where no field is to blame.
#[component]
pub fn FieldLink(
    /// Where it leads.
    field: Field,
    /// What it says.
    words: String,
    /// What a screen reader says, where the words alone do not tell whither.
    #[prop(optional)]
    label: Option<String>,
    /// The element of this page to which the way back leads.
    #[prop(into)]
    back: String,
) -> FreshView {
    let (session, shared) = (session(), shared());
    let here = shared.route.with_untracked(|route| matches!(route, Route::Draft(_, Page::Facts)));
    let place = session.draft.with_untracked(|draft| place_of(&draft.standard, &field));
    // Where all numbers stand on one page, nobody is led away from it; each has the same id everywhere.
    let is_number = matches!(field, Field::Fact(_) | Field::Fault(..) | Field::Part(_, "count"));
    let place = place.map(|(page, element)| (if here && is_number { Page::Facts } else { page }, element));
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    match place {
        None => words.into_fresh(),
        Some((page, element)) => {
            let href = Route::Draft(id, page.clone()).href();
            let go = move |event: web_sys::MouseEvent| {
                // A new window is a matter of the browser.
                if event.ctrl_key() || event.meta_key() || event.shift_key() {
                    return;
                }
                event.prevent_default();
                if let Route::Draft(_, here) = shared.route.get_untracked() {
                    let way = WayBack { from: page.whole(), to: here.whole(), element: back.clone() };
                    shared.back.set(Some(way).filter(|way| way.from != way.to));
                }
                go_to(shared, session, &page, element.clone());
            };
            view! { <a href=href aria-label=label on:click=go>{words}</a> }.into_fresh()
        }
    }
}
