//! What to look at before a submission is made (报送前请看): everything that stops it, everything that is odd, what is
//! still open and what nothing shows. Each remark knows the field where it is mended.

use crate::model::date::CivilDate;
use crate::model::draft::compare::PostOf;
use crate::model::draft::orphans::QuestionId;
use crate::model::draft::{Draft, Missing};
use crate::model::problem::Problem;
use crate::model::record::answers::Answer;
use crate::model::record::facts::Clash;
use crate::model::record::typed;
use crate::model::scoring::item_score::ItemScore;
use crate::model::scoring::score::Score;
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::item::Item;
use crate::model::submission::sending::{OddDay, OddEvidence, odd_day, odd_evidence};

/// One thing to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remark {
    /// A submission cannot go without it.
    Missing(Missing),
    /// The day of what shows it stands half typed; told by the page, since no draft holds half a day.
    HalfDay(ItemId),
    /// It cannot be read as a number: what was typed.
    Unreadable(Unreadable, String),
    /// It does not hold together, and no submission is made before it is mended.
    Problem(Problem),
    /// A number is larger than another one allows.
    Clash(Clash),
    /// An answer needs a note that is not there.
    NoteMissing(ItemId),
    /// It was said under another version of the standard, and nobody has looked at it since.
    Unconfirmed(QuestionId),
    /// Nobody is named for a post.
    Unnamed(PostOf),
    /// The year of the draft is not that of its standard.
    OtherYear {
        /// The draft's.
        year: u16,
        /// The standard's.
        standard: u16,
    },
    /// The day of what shows an answer is odd.
    OddEvidence(ItemId, CivilDate, OddEvidence),
    /// The day of the declaration is odd.
    OddDeclaration(OddDay),
    /// The item is open.
    Open(ItemId),
    /// The item is answered so that it gives points, and nothing shows it: no ledger, no day, no note, no photo.
    NothingShows(ItemId),
}

/// A field for a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// An item's own.
    Count(ItemId),
    /// That of one of an item's faults, counted from 0.
    Fault(ItemId, usize),
    /// A fact's.
    Fact(FactId),
    /// That of the year.
    Year,
}

/// Where a remark is mended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Field {
    /// An item as a whole: the first that can be answered there.
    Item(ItemId),
    /// A part of an item: `note`, `date`, `ledger`, `page`, `count`, `text`.
    Part(ItemId, &'static str),
    /// The field of one of an item's faults, counted from 0.
    Fault(ItemId, usize),
    /// A number, where it is asked.
    Fact(FactId),
    /// A field of the basics by its name, such as `unit.name` or `posts.head.name`.
    Basics(String),
    /// A field of the declaration by its name, such as `declaration.agreed`.
    Declaration(String),
    /// Nowhere in particular.
    None,
}

/// How grave a remark is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// No submission is made before it is mended.
    Stops,
    /// It is asked about and stops nothing.
    Asks,
    /// An item is open: the score is a range.
    Open,
    /// Nothing shows what is claimed.
    Unshown,
}

impl Remark {
    /// How grave it is.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Missing(_) | Self::HalfDay(_) | Self::Unreadable(..) | Self::Problem(_) => Weight::Stops,
            Self::Clash(_)
            | Self::NoteMissing(_)
            | Self::Unconfirmed(_)
            | Self::Unnamed(_)
            | Self::OtherYear { .. }
            | Self::OddEvidence(..)
            | Self::OddDeclaration(_) => Weight::Asks,
            Self::Open(_) => Weight::Open,
            Self::NothingShows(_) => Weight::Unshown,
        }
    }

    /// Where it is mended.
    pub fn field(&self) -> Field {
        match self {
            Self::Missing(missing) => field_of_missing(*missing),
            Self::Unreadable(Unreadable::Count(item), _) => Field::Part(item.clone(), "count"),
            Self::Unreadable(Unreadable::Fault(item, at), _) => Field::Fault(item.clone(), *at),
            Self::Unreadable(Unreadable::Year, _) | Self::OtherYear { .. } => Field::Basics("year".to_owned()),
            Self::Problem(problem) => field_of_place(&problem.place),
            Self::Clash(clash) => Field::Fact(clash.fact.clone()),
            Self::NoteMissing(item) => Field::Part(item.clone(), "note"),
            Self::Unconfirmed(QuestionId::Item(item)) | Self::Open(item) => Field::Item(item.clone()),
            Self::Unreadable(Unreadable::Fact(fact), _) | Self::Unconfirmed(QuestionId::Fact(fact)) => {
                Field::Fact(fact.clone())
            }
            Self::Unnamed(post) => Field::Basics(format!("posts.{}.name", key_of(*post))),
            Self::OddEvidence(item, ..) | Self::HalfDay(item) => Field::Part(item.clone(), "date"),
            Self::OddDeclaration(_) => Field::Declaration("declaration.date".to_owned()),
            Self::NothingShows(item) => Field::Part(item.clone(), "ledger"),
        }
    }
}

fn key_of(post: PostOf) -> &'static str {
    match post {
        PostOf::Head => "head",
        PostOf::Deputy => "deputy",
        PostOf::Liaison => "liaison",
    }
}

fn field_of_missing(missing: Missing) -> Field {
    match missing {
        Missing::Name => Field::Basics("unit.name".to_owned()),
        Missing::Township => Field::Basics("unit.township".to_owned()),
        Missing::Village => Field::Basics("unit.village".to_owned()),
        Missing::DeclaredBy => Field::Declaration("declaration.name".to_owned()),
        Missing::WholeDay => Field::Declaration("declaration.date".to_owned()),
        Missing::Agreed => Field::Declaration("declaration.agreed".to_owned()),
        // Each unreadable number is told by itself; of photos and times no single field is to blame.
        Missing::Readable(_) | Missing::FewerPhotos | Missing::FewerTimes => Field::None,
    }
}

/// The field that a problem's place names: `unit.name`, `record.answers.G4.note`, `record.facts.received`.
fn field_of_place(place: &str) -> Field {
    let parts: Vec<&str> = place.split('.').collect();
    let item = |id: &str| ItemId::try_from(id).ok();
    match parts.as_slice() {
        ["unit" | "posts", ..] | ["year"] => Field::Basics(place.to_owned()),
        ["declaration", ..] => Field::Declaration(place.to_owned()),
        ["record", "facts", id] => FactId::try_from(*id).map_or(Field::None, Field::Fact),
        ["record", "answers", id, rest @ ..] => {
            let Some(item) = item(id) else { return Field::None };
            match rest.last().copied() {
                Some("note") => Field::Part(item, "note"),
                Some("ledger") => Field::Part(item, "ledger"),
                Some("page") => Field::Part(item, "page"),
                Some("text") => Field::Part(item, "text"),
                _ => Field::Item(item),
            }
        }
        _ => Field::None,
    }
}

/// Everything to look at in a draft as it is today, the gravest first, each kind in the order of the form.
pub fn remarks(draft: &Draft, score: &Score, today: Option<CivilDate>) -> Vec<Remark> {
    let mut remarks = stops(draft);
    remarks.extend(asks(draft, today));
    // Bonus is a choice, and texts give no points: neither is called open.
    let asked = draft.standard.sections.iter().flat_map(|section| &section.items);
    let rated = |item: &Item| score.item(&item.id);
    let open = asked.clone().filter(|item| rated(item).is_some_and(ItemScore::is_open));
    remarks.extend(open.map(|item| Remark::Open(item.id.clone())));
    let unshown = asked.chain(&draft.standard.bonus.items).filter(|item| {
        let gives = rated(item).is_some_and(|rated| rated.range.low.get() > 0);
        gives && draft.record.answers.get(&item.id).is_none_or(shows_nothing)
    });
    remarks.extend(unshown.map(|item| Remark::NothingShows(item.id.clone())));
    remarks
}

/// Whether there is nothing that shows an answer: no ledger, no day, no note, no photo.
pub fn shows_nothing(answer: &Answer) -> bool {
    let shown = &answer.evidence;
    let blank = [&shown.ledger, &shown.page, &answer.note].into_iter().all(|text| typed::is_blank(text));
    blank && shown.date.is_none() && answer.photos.is_empty()
}

/// What a submission cannot be made with.
fn stops(draft: &Draft) -> Vec<Remark> {
    let mut remarks: Vec<Remark> =
        draft.lacks().into_iter().filter(|lack| !matches!(lack, Missing::Readable(_))).map(Remark::Missing).collect();
    let unread = &draft.unread;
    let year = unread.year.iter().map(|text| Remark::Unreadable(Unreadable::Year, text.clone()));
    remarks.extend(year);
    let facts = unread.facts.iter();
    remarks.extend(facts.map(|(id, text)| Remark::Unreadable(Unreadable::Fact(id.clone()), text.clone())));
    let counts = unread.counts.iter();
    remarks.extend(counts.map(|(id, text)| Remark::Unreadable(Unreadable::Count(id.clone()), text.clone())));
    let faults = unread.faults();
    remarks.extend(faults.map(|(id, at, text)| Remark::Unreadable(Unreadable::Fault(id.clone(), at), text.to_owned())));
    remarks.extend(draft.own_problems().into_iter().map(Remark::Problem));
    remarks
}

/// What is asked about and stops nothing.
fn asks(draft: &Draft, today: Option<CivilDate>) -> Vec<Remark> {
    let (standard, mut remarks) = (&draft.standard, Vec::new());
    if draft.year != standard.year {
        remarks.push(Remark::OtherYear { year: draft.year, standard: standard.year });
    }
    let posts = [
        (PostOf::Head, &draft.posts.head),
        (PostOf::Deputy, &draft.posts.deputy),
        (PostOf::Liaison, &draft.posts.liaison),
    ];
    let is_there = |of| of != PostOf::Deputy || standard.posts.deputy.is_some();
    let unnamed = posts.into_iter().filter(|(of, post)| is_there(*of) && typed::is_blank(&post.name));
    remarks.extend(unnamed.map(|(of, _)| Remark::Unnamed(of)));
    remarks.extend(draft.record.facts.clashes(standard).into_iter().map(Remark::Clash));
    remarks.extend(draft.reconfirm.iter().map(|mark| Remark::Unconfirmed(mark.of.clone())));
    remarks.extend(draft.notes_missing().into_iter().map(|id| Remark::NoteMissing(id.clone())));
    for item in standard.items() {
        let day = draft.record.answers.get(&item.id).and_then(|answer| answer.evidence.date);
        let within = standard.counted_within(item);
        let odd = day.and_then(|day| Some((day, odd_evidence(day, within, standard.year, today)?)));
        remarks.extend(odd.map(|(day, odd)| Remark::OddEvidence(item.id.clone(), day, odd)));
    }
    let declared = draft.declaration.date.or(today);
    let odd = declared.and_then(|day| odd_day(day, standard.year, today));
    remarks.extend(odd.map(Remark::OddDeclaration));
    remarks
}
