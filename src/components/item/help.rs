//! Help beside an item: what is expected, a plain example, and why it is asked.

use crate::components::words;
use crate::model::standard::item::{Item, Number};
use leptos::prelude::*;

/// The help of an item.
#[component]
pub fn Help(
    /// The item that is explained.
    item: Item,
) -> impl IntoView {
    let text = words();
    let lang = text.lang;
    let source = &item.source;
    let quotes = source.quotes.iter().map(|quote| view! { <q lang="zh">{quote.clone()}</q> " " }).collect::<Vec<_>>();
    let elsewhere = source.words.as_ref().map(|words| words.get(lang).to_owned());
    view! {
        <details class="help">
            <summary>{text.form.help}</summary>
            <dl>
                <dt>{text.form.expected}</dt>
                <dd>{item.evidence.get(lang).to_owned()}</dd>
                <dt>{text.form.example}</dt>
                <dd>{item.example.get(lang).to_owned()}</dd>
                {item.must_check.then(|| view! { <dt>{text.year().must_check}</dt> <dd>{text.year().must_check_hint}</dd> })}
                {item.photos.then(|| view! { <dt>{text.photos.title}</dt> <dd>{text.photos.hint}</dd> })}
                <dt>{text.form.source}</dt>
                <dd>
                    {quotes}
                    {elsewhere}
                    {(source.number == Number::Default)
                        .then(|| view! { <span class="hint">" (" {text.form.default_number} ")"</span> })}
                </dd>
            </dl>
        </details>
    }
}
