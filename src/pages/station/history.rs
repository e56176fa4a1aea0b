//! Earlier states of the draft: look at one, go back to it. Going back is an edit like any other and can be
//! undone.

use crate::components::differences::differences;
use crate::components::frame::heading::Heading;
use crate::components::lazy::fresh::IntoFresh;
use crate::components::{session, words};
use crate::model::draft::compare::compare;
use crate::model::sorting::sort_by_key;
use crate::pages::station::items::BackToTasks;
use crate::persistence::snapshots::{Snapshot, SnapshotKind, restored};
use crate::platform::drafts::Session;
use crate::platform::{clock, history};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page of earlier states.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let (text, session) = (words(), session());
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
        let rows = list
            .get()?
            .into_iter()
            .map(|(key, one)| view! { <SnapshotRow session=session key=key one=one said=said /> })
            .collect::<Vec<_>>();
        Some(if rows.is_empty() {
            view! { <p class="empty">{text.history.none}</p> }.into_fresh()
        } else {
            view! { <ul class="drafts">{rows}</ul> }.into_fresh()
        })
    };
    view! {
        <Heading title=text.history.title />
        <p class="lead">{text.history.lead}</p>
        <p role="status" data-restored="">{move || said.get()}</p>
        {rows}
        <BackToTasks />
    }
}

#[component]
fn SnapshotRow(
    session: Session,
    #[prop(into)] key: String,
    one: Snapshot,
    said: RwSignal<&'static str>,
) -> impl IntoView {
    let text = words();
    let why = match one.kind {
        SnapshotKind::Rolling => "",
        SnapshotKind::BeforeChangingVersion => text.history.before_changing_version,
        SnapshotKind::BeforeMerging => text.history.before_merging,
        SnapshotKind::BeforeRestoring => text.history.before_restoring,
        SnapshotKind::BeforeTakingOver => text.history.before_taking_over,
        SnapshotKind::Quarantine => text.history.quarantine,
        SnapshotKind::Binned => text.history.binned,
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
            // The draft may have been closed meanwhile.
            let Some(now) = session.draft.try_get_untracked() else { return };
            session.replace(restored(&now, earlier), SnapshotKind::BeforeRestoring);
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
