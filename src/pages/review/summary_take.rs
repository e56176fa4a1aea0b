//! Two texts that remind those who have not sent anything yet: one for the group chat, one with names.

use crate::components::words;
use crate::i18n::{remind_group, remind_names, review_summary_words, table_words};
use crate::model::review::table::{SendState, TableLine};
use crate::model::standard::issued::IssuedStandard;
use crate::pages::review::context::{sample_mark, units};
use crate::pages::review::table_tools::{Taken, TakenWords};
use crate::platform::share;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The two buttons.
#[component]
pub(super) fn Reminders(standard: IssuedStandard, lines: Memo<Vec<TableLine>>) -> impl IntoView {
    let text = words();
    let (words, tools) = (review_summary_words(text.lang), table_words(text.lang));
    let said = RwSignal::new(Taken::default());
    let (deadline, mark, all) = (standard.deadline, sample_mark(), units());
    let copy = move |named: bool| {
        let copied = lines.with_untracked(|lines| {
            let missing = lines.iter().filter(|line| line.state == SendState::Missing);
            let missing: Vec<String> = untrack(|| all.with(|all| missing.map(|line| all.name_of(line.unit)).collect()));
            let came = lines.iter().filter(|line| line.state.is_here()).count();
            // With nobody to be named both say the same.
            let said = if named && !missing.is_empty() {
                remind_names(text, &missing, deadline)
            } else {
                remind_group(text, lines.len(), came, deadline)
            };
            format!("{mark}{said}")
        });
        spawn_local(async move {
            let done = share::copy(&copied).await;
            said.try_set(if done { (text.send.copied, String::new()) } else { (tools.not_copied, copied) });
        });
    };
    view! {
        <h2>{words.take}</h2>
        <p class="actions">
            <button type="button" data-do="remind-group" on:click=move |_| copy(false)>{words.remind_group}</button>
            <button type="button" data-do="remind-names" on:click=move |_| copy(true)>{words.remind_names}</button>
        </p>
        <p><TakenWords said /></p>
    }
}
