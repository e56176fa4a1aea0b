//! What an empty draft can take over from earlier drafts of this computer: the township, the people. Nothing is taken
//! before it is pressed.

use crate::components::{session, words};
use crate::i18n::leaving::name_of;
use crate::model::draft::Draft;
use crate::model::record::typed::is_blank;
use crate::model::record::unit::{Post, Posts};
use crate::platform::{library, stored_drafts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The most that is offered of each: the drafts that were changed last.
const OFFERED: usize = 3;

/// The most drafts that are read for it.
const READ: usize = 12;

/// What earlier drafts have.
#[derive(Clone, Default, PartialEq, Eq)]
struct Earlier {
    townships: Vec<String>,
    /// The people of a draft, with its name.
    posts: Vec<(String, Posts)>,
}

/// Buttons that fill in what stands in earlier drafts, for as long as nothing stands in this one.
#[component]
pub(super) fn TakeOver() -> impl IntoView {
    let (text, session) = (words(), session());
    let earlier = RwSignal::new(Earlier::default());
    let no_township = Memo::new(move |_| session.draft.with(|draft| is_blank(&draft.unit.township)));
    let no_posts = Memo::new(move |_| session.draft.with(|draft| nobody(&draft.posts)));
    let (own, kind) = session.draft.with_untracked(|draft| (draft.id.clone(), draft.standard.unit.id.clone()));
    if no_township.get_untracked() || no_posts.get_untracked() {
        spawn_local(async move {
            let mut found = Earlier::default();
            let others = library::all().await.drafts.into_iter().filter(|one| one.id != own);
            for one in others.take(READ) {
                let full = found.townships.len() >= OFFERED && found.posts.len() >= OFFERED;
                if full || one.card.as_ref().is_some_and(|card| card.sample) {
                    continue;
                }
                if let Some(draft) = stored_drafts::read(&one.id).await {
                    found.add(name_of(text, &draft), &draft, draft.standard.unit.id == kind);
                }
            }
            earlier.try_set(found);
        });
    }
    let townships = move || {
        let offered = if no_township.get() { earlier.with(|earlier| earlier.townships.clone()) } else { Vec::new() };
        let button = |township: String| {
            let said = (text.mine.take_township)(&township);
            let take = move |_| session.edit_as_one_step(|draft| draft.unit.township.clone_from(&township));
            view! { <button type="button" class="quiet" data-do="take-township" on:click=take>{said}</button> " " }
        };
        offered.into_iter().map(button).collect::<Vec<_>>()
    };
    let people = move || {
        let offered = if no_posts.get() { earlier.with(|earlier| earlier.posts.clone()) } else { Vec::new() };
        let button = |(name, posts): (String, Posts)| {
            let said = (text.mine.take_posts)(&name);
            let take = move |_| session.edit_as_one_step(|draft| draft.posts.clone_from(&posts));
            view! { <button type="button" class="quiet" data-do="take-posts" on:click=take>{said}</button> " " }
        };
        offered.into_iter().map(button).collect::<Vec<_>>()
    };
    let any = Memo::new(move |_| {
        earlier.with(|earlier| {
            no_township.get() && !earlier.townships.is_empty() || no_posts.get() && !earlier.posts.is_empty()
        })
    });
    move || {
        any.get().then(|| {
            view! { <p class="actions take-over" data-take-over=""><span class="hint">{text.mine.take_over}</span> " " {townships} {people}</p> }
        })
    }
}

impl Earlier {
    /// Notes what a draft has that is not offered yet; its people only where it is of the same kind of unit.
    fn add(&mut self, name: String, draft: &Draft, same_kind: bool) {
        let township = draft.unit.township.trim().to_owned();
        if !is_blank(&township) && self.townships.len() < OFFERED && !self.townships.contains(&township) {
            self.townships.push(township);
        }
        let posts = &draft.posts;
        let known = self.posts.iter().any(|(_, known)| known == posts);
        if same_kind && !nobody(posts) && self.posts.len() < OFFERED && !known {
            self.posts.push((name, posts.clone()));
        }
    }
}

/// Whether nobody is named for any post.
fn nobody(posts: &Posts) -> bool {
    [&posts.head, &posts.deputy, &posts.liaison]
        .into_iter()
        .all(|Post { name, office, phone }| [name, office, phone].into_iter().all(|said| is_blank(said)))
}
