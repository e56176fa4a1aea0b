//! An answer (自评): what the unit says of one item. Unanswered, not applicable and zero are three
//! different things.

use crate::model::date::CivilDate;
use crate::model::files::entries::entries;
use crate::model::photos::photo;
use crate::model::photos::photo::Photo;
use crate::model::problem::{Fault, Problem};
use crate::model::record::facts::Count;
use crate::model::record::text_length::longer;
use crate::model::record::typed;
use crate::model::record::unit::trim;
use crate::model::standard::Standard;
use crate::model::standard::ids::{ItemId, ReasonId};
use crate::model::standard::item::Item;
use crate::model::standard::scale::kind::{Given, MAX_PARTS};
use crate::model::standard::scale::text::MAX_TEXT;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was chosen or typed for one item, with what shows it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Answer {
    /// The choice; without one the item is open, unless facts alone answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
    /// A note in the unit's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Photos that show it, in the order in which they are to be looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

/// What can be said of an item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Yes or no.
    Yes(bool),
    /// A level, counted from 0, the lowest.
    Level(u8),
    /// A number typed at the item.
    Count(Count),
    /// The parts that are there, counted from 0, rising. None of them is an answer as well.
    Parts(Vec<u8>),
    /// How often each fault was found, in the order of the item's; one that is left out is open.
    Faults(Vec<Option<Count>>),
    /// A text.
    Text(String),
    /// It does not apply, and why.
    NotApplicable(ReasonId),
}

impl Choice {
    /// What it says, in the plain values that a kind of item knows; nothing where the item does not apply.
    pub fn given(&self) -> Option<Given<'_>> {
        Some(match self {
            Self::Yes(yes) => Given::Yes(*yes),
            Self::Level(level) => Given::Level(*level),
            Self::Count(count) => Given::Count(u64::from(count.get())),
            Self::Parts(there) => Given::Parts(there),
            Self::Faults(found) => {
                Given::Faults(found.iter().map(|count| count.map(|count| u64::from(count.get()))).collect())
            }
            Self::Text(text) => Given::Text { characters: text.chars().count(), blank: typed::is_blank(text) },
            Self::NotApplicable(_) => return None,
        })
    }

    /// Why it does not fit this item, with the key it stands under.
    pub fn misfit(&self, item: &Item) -> Option<(&'static str, Fault)> {
        match self {
            Self::NotApplicable(reason) => (!item.not_applicable.contains(reason))
                .then(|| ("choice.not_applicable", Fault::NotAllowed(reason.to_string()))),
            choice => item.scale.misfit(&choice.given()?),
        }
    }

    /// What no item of any standard asks for: a text that is too long, too many parts or faults. With the key it
    /// stands under.
    pub fn oversize(&self) -> Option<(&'static str, Fault)> {
        let many = Fault::TooManyHere { most: MAX_PARTS };
        match self {
            Self::Text(text) => longer(text, MAX_TEXT).then_some(("choice.text", Fault::TooLong { most: MAX_TEXT })),
            Self::Parts(there) => (there.len() > MAX_PARTS).then_some(("choice.parts", many)),
            Self::Faults(found) => (found.len() > MAX_PARTS).then_some(("choice.faults", many)),
            Self::Yes(_) | Self::Level(_) | Self::Count(_) | Self::NotApplicable(_) => None,
        }
    }

    /// Whether it says nothing of the next year: what was counted in one.
    pub fn is_of_one_year(&self) -> bool {
        match self {
            Self::Count(_) | Self::Faults(_) => true,
            Self::Yes(_) | Self::Level(_) | Self::Parts(_) | Self::Text(_) | Self::NotApplicable(_) => false,
        }
    }
}

/// What shows an answer (佐证): the ledger, the page, the day. Never a constituent's name.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The ledger's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ledger: String,
    /// The page or pages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub page: String,
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
}

impl Evidence {
    /// The longest ledger name, in characters.
    pub const LEDGER: u32 = 200;
    /// The longest page, in characters.
    pub const PAGE: u32 = 100;

    /// The same without spaces around what was typed.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        Self { ledger: trim(&self.ledger), page: trim(&self.page), date: self.date }
    }

    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        let Self { ledger, page, date } = self;
        ledger.is_empty() && page.is_empty() && date.is_none()
    }

    /// What is too long, each with the key it stands under.
    pub fn long(&self) -> Vec<(&'static str, Fault)> {
        let texts = [("evidence.ledger", &self.ledger, Self::LEDGER), ("evidence.page", &self.page, Self::PAGE)];
        let long = texts.into_iter().filter(|(_, text, most)| longer(text, *most));
        long.map(|(key, _, most)| (key, Fault::TooLong { most })).collect()
    }
}

impl Answer {
    /// The longest note, in characters.
    pub const NOTE: u32 = 2000;

    /// Whether nothing at all is said.
    pub fn is_empty(&self) -> bool {
        let Self { choice, evidence, note, photos } = self;
        choice.is_none() && evidence.is_empty() && note.is_empty() && photos.is_empty()
    }

    /// Whether the item asks for a note that is not there yet. What does not apply, or gives nothing,
    /// needs none.
    pub fn lacks_note(&self, item: &Item) -> bool {
        let nothing = match &self.choice {
            None | Some(Choice::NotApplicable(_) | Choice::Yes(false) | Choice::Level(0)) => true,
            Some(Choice::Count(count)) => count.get() == 0,
            Some(Choice::Parts(there)) => there.is_empty(),
            Some(Choice::Faults(found)) => found.iter().flatten().all(|count| count.get() == 0),
            Some(Choice::Yes(true) | Choice::Level(_) | Choice::Text(_)) => false,
        };
        item.note_required && !nothing && typed::is_blank(&self.note)
    }

    /// What is wrong with this answer to the item of this name, each with its place.
    pub fn problems(&self, id: &ItemId, standard: &Standard) -> Vec<Problem> {
        let place = format!("answers.{id}");
        match standard.item(id) {
            None => vec![Problem::at(place, Fault::Unknown(id.to_string()))],
            Some(item) => {
                let faults = self.faults(item).into_iter().map(|(key, fault)| Problem::at(key, fault).below(&place));
                faults.chain(photo::problems(&self.photos, &format!("{place}.photos"))).collect()
            }
        }
    }

    /// What is wrong with this answer to this item, each with the key it stands under.
    pub fn faults(&self, item: &Item) -> Vec<(&'static str, Fault)> {
        self.misfit(item).into_iter().chain(self.long()).collect()
    }

    /// Why the choice does not fit this item, with the key it stands under.
    pub fn misfit(&self, item: &Item) -> Option<(&'static str, Fault)> {
        self.choice.as_ref()?.misfit(item)
    }

    /// Texts beside the choice that are too long, each with the key it stands under.
    pub fn long(&self) -> Vec<(&'static str, Fault)> {
        let mut long = self.evidence.long();
        if longer(&self.note, Self::NOTE) {
            long.push(("note", Fault::TooLong { most: Self::NOTE }));
        }
        long
    }
}

/// The answers, by item. An item that is not here is open.
// Copies share the answers in which they do not differ: a draft is copied at every key.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Answers(#[serde(deserialize_with = "entries")] BTreeMap<ItemId, Arc<Answer>>);

impl Answers {
    /// What was said of an item.
    pub fn get(&self, item: &ItemId) -> Option<&Answer> {
        self.0.get(item).map(AsRef::as_ref)
    }

    /// The same, shared: equal ones are told by being the same.
    pub fn shared(&self, item: &ItemId) -> Option<&Arc<Answer>> {
        self.0.get(item)
    }

    /// Whether the same was chosen for every item.
    pub fn chooses_like(&self, other: &Self) -> bool {
        let chosen = |answers: &'_ Self| answers.0.values().filter(|answer| answer.choice.is_some()).count();
        let same = |(item, answer): (&ItemId, &Arc<Answer>)| match other.0.get(item) {
            Some(others) => Arc::ptr_eq(answer, others) || answer.choice == others.choice,
            None => answer.choice.is_none(),
        };
        chosen(self) == chosen(other) && self.0.iter().all(same)
    }

    /// Whether the same was chosen for every item and the same ledgers show it.
    pub fn are_signed_like(&self, other: &Self) -> bool {
        let signed = |answers: &Self| {
            let says = |answer: &Arc<Answer>| answer.choice.is_some() || answer.evidence != Evidence::default();
            answers.0.values().filter(|answer| says(answer)).count()
        };
        let same = |(item, answer): (&ItemId, &Arc<Answer>)| match other.0.get(item) {
            Some(others) => {
                Arc::ptr_eq(answer, others) || (answer.choice == others.choice && answer.evidence == others.evidence)
            }
            None => answer.choice.is_none() && answer.evidence == Evidence::default(),
        };
        signed(self) == signed(other) && self.0.iter().all(same)
    }

    /// What was chosen for an item.
    pub fn choice(&self, item: &ItemId) -> Option<&Choice> {
        self.0.get(item).and_then(|answer| answer.choice.as_ref())
    }

    /// Changes what is said of an item; an answer that says nothing any more is taken out.
    pub fn edit(&mut self, item: &ItemId, change: impl FnOnce(&mut Answer)) {
        if let Some(answer) = self.0.get_mut(item) {
            change(Arc::make_mut(answer));
            if answer.is_empty() {
                self.0.remove(item);
            }
        } else {
            let mut answer = Answer::default();
            change(&mut answer);
            if !answer.is_empty() {
                self.0.insert(item.clone(), Arc::new(answer));
            }
        }
    }

    /// Every answer.
    pub fn iter(&self) -> impl Iterator<Item = (&ItemId, &Answer)> {
        self.0.iter().map(|(item, answer)| (item, answer.as_ref()))
    }
}
