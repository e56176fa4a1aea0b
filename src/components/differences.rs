//! What differs between two copies of a draft, place by place. Read alone, or with a choice for each.

use crate::components::lazy::fresh::IntoFresh;
use crate::components::words;
use crate::i18n::{held, place_of};
use crate::model::draft::Draft;
use crate::model::draft::compare::{Difference, DifferenceKind};
use leptos::prelude::*;

/// The places that are not the same, with what stands here and there. `ours` is the draft at hand; with
/// `chosen`, a box for each says whether the other's is taken.
pub fn differences(
    ours: &Draft,
    list: &[Difference],
    other: &'static str,
    chosen: Option<RwSignal<Vec<bool>>>,
) -> impl IntoView + use<> {
    let text = words();
    let rows = list
        .iter()
        .enumerate()
        .filter(|(_, one)| one.kind != DifferenceKind::Same)
        // What only stands here cannot be taken from the other; it is shown where nothing is chosen.
        .filter(|(_, one)| chosen.is_none() || one.kind != DifferenceKind::OnlyHere)
        .map(|(at, one)| {
            let name = place_of(text, ours, &one.place);
            let field = format!("take-{at}");
            let mark = match one.kind {
                DifferenceKind::New => text.merge.new,
                DifferenceKind::OnlyHere => text.merge.only_here,
                DifferenceKind::Same | DifferenceKind::Differs => text.merge.differs,
            };
            let pick = chosen.map(|chosen| {
                let is = move || chosen.with(|chosen| chosen.get(at).copied().unwrap_or(false));
                let change = move |event| {
                    let taken = event_target_checked(&event);
                    chosen.update(|chosen| {
                        if let Some(slot) = chosen.get_mut(at) {
                            *slot = taken;
                        }
                    });
                };
                view! {
                    <td>
                        <input type="checkbox" id=field.clone() prop:checked=is on:change=change />
                        <label for=field>{text.merge.take}</label>
                    </td>
                }
            });
            view! {
                <tr data-difference=at.to_string()>
                    <th scope="row">{name} " " <span class="hint">{mark}</span></th>
                    <td data-ours="">{held(text, ours, &one.place, one.ours.as_ref())}</td>
                    <td data-theirs="">{held(text, ours, &one.place, one.theirs.as_ref())}</td>
                    {pick}
                </tr>
            }
        })
        .collect::<Vec<_>>();
    if rows.is_empty() {
        return view! { <p class="empty" data-same="">{text.merge.none}</p> }.into_fresh();
    }
    view! {
        <table class="differences">
            <thead>
                <tr>
                    <th scope="col">{text.merge.place}</th>
                    <th scope="col">{text.merge.here}</th>
                    <th scope="col">{other}</th>
                    {chosen.map(|_| view! { <th scope="col">{text.merge.choice}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_fresh()
}
