//! Earlier states of the draft: look at one, go back to it. Going back is an edit like any other and can be
//! undone.

use super::items::back_to_tasks;
use crate::browser::drafts::Session;
use crate::browser::{clock, history};
use crate::keep::snapshots::{Kind, Snapshot, restored};
use crate::model::compare::compare;
use crate::model::order::sort_by_key;
use crate::ui::differences::differences;
use crate::ui::dom::View;
use crate::ui::heading::heading;
use crate::ui::{session, words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use xingzhan_view::view;

/// The page of earlier states.
pub fn earlier() -> Option<View> {
    let (text, session) = (words(), session()?);
    let list = RwSignal::new(None::<Vec<(String, Snapshot)>>);
    let said = RwSignal::new("");
    let id = session.draft.with_untracked(|draft| draft.id.clone());
    let look = move || {
        let id = id.clone();
        spawn_local(async move {
            let mut all = history::list(&id).await;
            sort_by_key(&mut all, |(_, one)| std::cmp::Reverse((one.counter, one.at)));
            list.try_set(Some(all));
        });
    };
    look();
    let rows = move || {
        let rows: Vec<View> = list.get()?.into_iter().map(|(key, one)| row(session, key, one, said)).collect();
        Some(if rows.is_empty() {
            view! { <p class="empty">{text.history.none}</p> }
        } else {
            view! { <ul class="drafts">{rows}</ul> }
        })
    };
    Some(view! {
        {heading(text.history.title)}
        <p class="lead">{text.history.lead}</p>
        <p role="status" data-restored="">{move || said.get()}</p>
        {rows}
        {back_to_tasks()}
    })
}

fn row(session: Session, key: String, one: Snapshot, said: RwSignal<&'static str>) -> View {
    let text = words();
    let why = match one.kind {
        Kind::Rolling => "",
        Kind::BeforeChangingVersion => text.history.before_changing_version,
        Kind::BeforeMerging => text.history.before_merging,
        Kind::BeforeRestoring => text.history.before_restoring,
        Kind::BeforeTakingOver => text.history.before_taking_over,
        Kind::SetAside => text.history.set_aside,
        Kind::Binned => text.history.binned,
    };
    let shown = RwSignal::new(None);
    let (to_look, to_restore) = (key.clone(), key.clone());
    let look = move |_| {
        let key = to_look.clone();
        spawn_local(async move { _ = shown.try_set(history::draft(&key).await) });
    };
    let restore = move |_| {
        let key = to_restore.clone();
        spawn_local(async move {
            let Some(earlier) = history::draft(&key).await else {
                said.try_set(text.history.gone);
                return;
            };
            let now = session.draft.get_untracked();
            session.replace(restored(&now, earlier), Kind::BeforeRestoring);
            said.try_set(text.history.restored);
        });
    };
    let difference = move || {
        let earlier = shown.get()?;
        Some(session.draft.with(|draft| differences(draft, &compare(draft, &earlier), text.history.then, None)))
    };
    view! {
        <li data-snapshot=key>
            <span>{clock::local_minute(one.at)}</span>
            <span class="hint">{why}</span>
            <button type="button" class="quiet" data-do="look" on:click=look>{text.history.look}</button>
            <button type="button" class="quiet" data-do="restore" on:click=restore>{text.history.restore}</button>
            {difference}
        </li>
    }
}
