//! The standards by which a new draft can be begun: a county's first, the default folded away once there is one for the
//! same kind of unit. Each can be looked at and saved as a file; one from a file can be removed.

use crate::components::context::table;
use crate::components::dot_separated::dot_separated;
use crate::components::lazy::fresh::{IntoFresh, redrawn};
use crate::components::words;
use crate::i18n::{Text, compared, edition};
use crate::model::draft::Draft;
use crate::model::files::file_name::file_name;
use crate::model::standard::changes::StandardChanges;
use crate::model::standard::ids::ItemId;
use crate::model::standard::issued::IssuedStandard;
use crate::model::standard::reference::StandardRef;
use crate::pages::station::drafts_here::Here;
use crate::persistence::card::Card;
use crate::platform::standards::{StandardChange, Withdrawal, is_withdrawn, when_they_change, withdraw};
use crate::platform::unsaved_drafts::begin;
use crate::platform::{clock, files, stored_drafts};
use crate::routes::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The standards at hand, each with a button that begins a draft by it.
#[component]
pub(super) fn StandardsHere(here: Here) -> impl IntoView {
    let (text, table) = (words(), table());
    let words = text.standards();
    let library = table.library();
    let removed = RwSignal::new(None::<IssuedStandard>);
    // While this page was not open, another window may have removed one.
    let gone: Vec<StandardRef> = library.with_untracked(|library| {
        let from_files = library.iter().filter(|one| !library.is_built_in(one));
        from_files.filter(|one| is_withdrawn(one)).map(|one| one.reference().clone()).collect()
    });
    if !gone.is_empty() {
        library.update(|library| gone.iter().for_each(|one| library.remove(one)));
    }
    let away = when_they_change(move |change| {
        library.update(|library| match change {
            StandardChange::Offered(standard) => library.add(standard),
            StandardChange::Withdrawn(digest) => {
                if let Some(gone) = library.with_digest(&digest).map(|known| known.reference().clone()) {
                    library.remove(&gone);
                }
            }
        });
    });
    on_cleanup(move || away.remove());
    let row = move |standard: IssuedStandard| view! { <StandardRow standard here removed /> };
    let in_use = move || {
        let found = library.with(|library| library.in_use().into_iter().cloned().collect::<Vec<_>>());
        found.into_iter().map(row).collect::<Vec<_>>()
    };
    let others = move || {
        let found = library.with(|library| library.replaced().into_iter().cloned().collect::<Vec<_>>());
        let rows = found.into_iter().map(row).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| {
            view! {
                <details class="more" data-other-standards="">
                    <summary>{words.others}</summary>
                    <ul class="choices">{rows}</ul>
                </details>
            }
        })
    };
    let said = move || {
        removed.get().map(|standard| {
            let said = (words.removed)(standard.title.get(text.lang));
            let put_back = move |_| {
                library.update(|library| library.add(standard.clone()));
                // Where it cannot be kept it is here until the page is closed.
                let _ = stored_drafts::put_standard(&standard);
                removed.set(None);
            };
            view! { {said} " " <button type="button" class="quiet" data-do="put-standard-back" on:click=put_back>{words.put_back}</button> }
        })
    };
    view! {
        <ul class="choices">{in_use}</ul>
        {others}
        <p role="status" data-standard-removed="">{said}</p>
    }
}

/// One standard.
#[component]
fn StandardRow(standard: IssuedStandard, here: Here, removed: RwSignal<Option<IssuedStandard>>) -> impl IntoView {
    let (text, table) = (words(), table());
    let words = text.standards();
    let (own, other) = table.library().with_untracked(|library| {
        let changes = library.default_for(&standard).map(|other| StandardChanges::between(&standard, other));
        (library.is_built_in(&standard), changes.map(|changes| (changes, library.default_for(&standard).cloned())))
    });
    let title = standard.title.get(text.lang).to_owned();
    let issuer = if own { words.own.to_owned() } else { (words.issued_by)(standard.issuer.get(text.lang)) };
    let facts = std::iter::once((false, issuer)).chain(edition(text, &standard).into_iter().map(|said| (false, said)));
    let facts: Vec<(bool, String)> = facts.collect();
    let new = {
        let standard = standard.clone();
        move |_| {
            if let (Some(id), Some(now)) = (clock::new_id(), clock::now()) {
                begin(Draft::new(id, standard.clone(), now));
            }
        }
    };
    let differs = other.map(|(changes, other)| details(text, &standard, &changes, other.as_ref()));
    let look = Route::Standard(standard.reference().digest.clone()).href();
    let remove = (!own).then(|| view! { <RemoveStandard standard=standard.clone() here removed /> });
    view! {
        <li data-standard=standard.reference().digest.as_str().to_owned()>
            <button type="button" class="primary" data-new=standard.id.to_string() on:click=new>
                {(text.mine.new_of)(standard.unit.words.get(text.lang))}
            </button>
            <b>{title.clone()}</b>
            <span class="hint row-facts">{dot_separated(facts)}</span>
            {differs}
            <span class="row-actions">
                <a href=look data-do="look-standard" aria-label=(words.look_at)(&title)>{words.look}</a> " "
                <SaveStandard standard=standard.clone() /> " "
                {remove}
            </span>
            {own.then(|| view! { <MakeOwn /> })}
        </li>
    }
}

/// What a standard differs in from the default one: a line, and folded the items by name.
fn details(
    text: &'static Text,
    standard: &IssuedStandard,
    changes: &StandardChanges,
    other: Option<&IssuedStandard>,
) -> impl IntoView + use<> {
    let words = text.standards();
    let named = |of: Option<&IssuedStandard>, ids: &[ItemId], said: fn(usize) -> String| {
        let items: Vec<String> =
            ids.iter().filter_map(|id| Some(of?.numbered(id, of?.item(id)?.words.get(text.lang)))).collect();
        (!items.is_empty()).then(|| format!("{}{}{}", said(items.len()), text.colon(), items.join(text.and())))
    };
    let ((items, their_items), (points, their_points)) = (changes.items, changes.points);
    let lines = [
        Some((words.items)(items, their_items)),
        Some((words.points)(&points.to_string(), &their_points.to_string())),
        named(Some(standard), &changes.changed, words.changed),
        named(Some(standard), &changes.added, words.added),
        named(other, &changes.gone, words.gone),
    ];
    let lines = lines.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    view! {
        <details class="more" data-differs="">
            <summary>{compared(text, changes)}</summary>
            <ul>{lines}</ul>
        </details>
    }
}

/// Saves a standard as the file that it was issued as.
#[component]
pub(in crate::pages) fn SaveStandard(
    /// The standard.
    standard: IssuedStandard,
) -> impl IntoView {
    let (text, table) = (words(), table());
    let save = move |_| {
        let year = standard.year.to_string();
        let parts = [&year, standard.unit.words.get(text.lang), text.standards().save_what, standard.id.as_str()];
        let version = standard.version.to_string();
        let name = file_name(&[parts.as_slice(), &[&version]].concat(), "json");
        let written = table.library().with_untracked(|library| library.file_of(&standard));
        // A failed download leaves everything as it is.
        let _ = files::save(&name, &written);
    };
    view! { <button type="button" class="quiet" data-do="save-standard" on:click=save>{text.standards().save}</button> }
}

/// How a county makes a standard its own.
#[component]
pub(in crate::pages) fn MakeOwn() -> impl IntoView {
    let words = words().standards();
    let steps = words.make_own_steps.map(|step| view! { <li>{step}</li> });
    view! { <details class="more" data-make-own=""><summary>{words.make_own}</summary> <ol>{steps}</ol></details> }
}

/// The button that removes a standard, or why there is none.
#[component]
fn RemoveStandard(standard: IssuedStandard, here: Here, removed: RwSignal<Option<IssuedStandard>>) -> impl IntoView {
    let (text, table) = (words(), table());
    let words = text.standards();
    let digest = standard.reference().digest.clone();
    let many = Memo::new(move |_| {
        let uses = |card: &Card| card.standard.digest == digest;
        here.list.with(|list| list.iter().filter(|one| one.card.as_ref().is_some_and(uses)).count())
    });
    let failed = RwSignal::new(None::<String>);
    let standard = StoredValue::new(standard);
    let remove = move |_| {
        let standard = standard.get_value();
        spawn_local(async move {
            match withdraw(&standard).await {
                Ok(Withdrawal::Done) => {
                    table.library().try_update(|library| library.remove(standard.reference()));
                    removed.try_set(Some(standard));
                }
                // Another window has begun a draft by it, or one that cannot be read names it.
                Ok(Withdrawal::InUse(many)) => _ = failed.try_set(Some((words.in_use)(many))),
                Err(_) => _ = failed.try_set(Some(words.not_removed.to_owned())),
            }
        });
    };
    move || match many.get() {
        0 => view! {
            <button type="button" class="quiet" data-do="remove-standard" on:click=remove>{words.remove}</button>
            {redrawn(move || failed.get().map(|why| view! { <span class="error" role="alert">{why}</span> }))}
        }
        .into_fresh(),
        many => view! { <span class="hint" data-in-use="">{(words.in_use)(many)}</span> }.into_fresh(),
    }
}
