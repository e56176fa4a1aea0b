//! What a file would change in a draft, place by place: a draft from another device, or a submission that
//! came back. Nothing is taken here; see `merge`.

use crate::model::answer::{Choice, Evidence};
use crate::model::carry;
use crate::model::date::CivilDate;
use crate::model::draft::Draft;
use crate::model::facts::Count;
use crate::model::id::{FactId, ItemId};
use crate::model::left::Left;
use crate::model::photo::{Photo, PhotoDigest};
use crate::model::record::{Months, Record};
use crate::model::typed;
use crate::model::unit::{Declaration, Post, Posts, Unit};

/// A place in a draft that is taken or kept as one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// A line about the unit.
    Unit(UnitLine),
    /// A line about somebody in a post.
    Post(PostOf, PostLine),
    /// Whether the head only acts as such.
    Acting,
    /// The year.
    Year,
    /// Months in operation.
    Months,
    /// A number.
    Fact(FactId),
    /// What was chosen or typed for an item.
    Choice(ItemId),
    /// What shows it.
    Evidence(ItemId),
    /// The note to it.
    Note(ItemId),
    /// One of the photos that show it.
    Photo(ItemId, PhotoDigest),
    /// Who declares.
    DeclaredBy,
    /// The post of that person.
    DeclaredAs,
    /// The day.
    DeclaredOn,
    /// That it is declared.
    Agreed,
    /// Something that has no place in this version of the standard.
    Left(Box<Left>),
}

/// The lines about the unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitLine {
    /// The county's code.
    Code,
    /// The name.
    Name,
    /// The township.
    Township,
    /// The village.
    Village,
    /// The address.
    Address,
    /// When it is open.
    Hours,
}

/// The posts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PostOf {
    /// The head.
    Head,
    /// The deputy head.
    Deputy,
    /// The liaison officer.
    Liaison,
}

/// The lines about somebody in a post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PostLine {
    /// The name.
    Name,
    /// The office held besides.
    Office,
    /// The office telephone.
    Phone,
}

/// What stands in a place. Texts are without the spaces around them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Held {
    /// A line or a note.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A year.
    Year(u16),
    /// Months.
    Months(Months),
    /// A counted number.
    Count(Count),
    /// A choice.
    Choice(Choice),
    /// What shows an answer.
    Evidence(Evidence),
    /// A day.
    Day(CivilDate),
    /// A photo.
    Photo(Photo),
    /// It is there.
    There,
}

/// How two copies stand to each other in one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Only the file has something there.
    New,
    /// Both have the same.
    Same,
    /// Both have something, and it differs.
    Differs,
    /// Only the draft has something there.
    OnlyHere,
}

/// One place, and what both copies have there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The place.
    pub place: Place,
    /// How they stand to each other.
    pub kind: Kind,
    /// What the draft has.
    pub ours: Option<Held>,
    /// What the file has.
    pub theirs: Option<Held>,
}

impl Difference {
    /// Whether the file's is taken unless the person says otherwise: only where the draft has nothing.
    pub fn is_usually_taken(&self) -> bool {
        self.kind == Kind::New
    }
}

/// The other draft under this draft's standard, so that the two can be compared; none if their standards
/// have nothing to do with each other.
pub fn aligned(ours: &Draft, theirs: &Draft) -> Option<Draft> {
    if ours.standard == theirs.standard { Some(theirs.clone()) } else { carry::onto(theirs, &ours.standard) }
}

/// Every place where at least one of two drafts under the same standard has something, in the order of the
/// form.
pub fn compare(ours: &Draft, theirs: &Draft) -> Vec<Difference> {
    let untouched = is_untouched(ours);
    let mut differences = Vec::new();
    for place in places(ours, theirs) {
        let (here, there) = (held(ours, &place), held(theirs, &place));
        let kind = match (&here, &there) {
            (None, None) => continue,
            _ if here == there => Kind::Same,
            (Some(_), None) => Kind::OnlyHere,
            (None, Some(_)) => Kind::New,
            // What always says something says nothing of its own in a draft that nobody touched.
            (Some(_), Some(_)) if untouched => Kind::New,
            (Some(_), Some(_)) => Kind::Differs,
        };
        differences.push(Difference { place, kind, ours: here, theirs: there });
    }
    differences
}

/// Whether nothing was filled in yet.
fn is_untouched(draft: &Draft) -> bool {
    let Draft { unit, posts, record, declaration, left, .. } = draft;
    draft.year == draft.standard.year
        && *unit == Unit::default()
        && *posts == Posts::default()
        && *record == Record::default()
        && *declaration == Declaration::default()
        && left.is_empty()
}

/// Every place of two drafts, in the order of the form.
fn places(ours: &Draft, theirs: &Draft) -> Vec<Place> {
    use {PostLine as P, UnitLine as U};
    let mut places: Vec<Place> =
        [U::Code, U::Name, U::Township, U::Village, U::Address, U::Hours].map(Place::Unit).into();
    for post in [PostOf::Head, PostOf::Deputy, PostOf::Liaison] {
        places.extend([P::Name, P::Office, P::Phone].map(|line| Place::Post(post, line)));
    }
    places.extend([Place::Acting, Place::Year, Place::Months]);
    let facts = ours.standard.facts.iter().filter(|fact| fact.sum.is_none());
    places.extend(facts.map(|fact| Place::Fact(fact.id.clone())));
    for item in ours.standard.items() {
        let id = || item.id.clone();
        places.extend([Place::Choice(id()), Place::Evidence(id()), Place::Note(id())]);
        let (here, there) = (ours.photos_of(&item.id), theirs.photos_of(&item.id));
        let only_there = there.iter().filter(|photo| here.iter().all(|known| known.digest != photo.digest));
        places.extend(here.iter().chain(only_there).map(|photo| Place::Photo(id(), photo.digest.clone())));
    }
    places.extend([Place::DeclaredBy, Place::DeclaredAs, Place::DeclaredOn, Place::Agreed]);
    let only_theirs = theirs.left.iter().filter(|left| !ours.left.contains(left));
    places.extend(ours.left.iter().chain(only_theirs).map(|left| Place::Left(Box::new(left.clone()))));
    places
}

/// What a draft has in a place.
fn held(draft: &Draft, place: &Place) -> Option<Held> {
    let text = |text: &str| Some(typed::tidy(text)).filter(|text| !text.is_empty()).map(Held::Text);
    let answers = &draft.record.answers;
    match place {
        Place::Unit(line) => text(unit_line(&draft.unit, *line)),
        Place::Post(of, line) => text(post_line(post(&draft.posts, *of), *line)),
        Place::Acting => Some(Held::Flag(draft.posts.acting)),
        Place::Year => Some(Held::Year(draft.year)),
        Place::Months => Some(Held::Months(draft.record.months)),
        Place::Fact(id) => draft.record.facts.asked(id).map(Held::Count),
        Place::Choice(id) => match answers.choice(id)? {
            Choice::Text(said) if typed::is_blank(said) => None,
            Choice::Text(said) => Some(Held::Choice(Choice::Text(typed::tidy(said)))),
            choice => Some(Held::Choice(choice.clone())),
        },
        Place::Evidence(id) => {
            let evidence = answers.get(id)?.evidence.trimmed();
            (!evidence.is_empty()).then_some(Held::Evidence(evidence))
        }
        Place::Note(id) => text(&answers.get(id)?.note),
        Place::Photo(id, digest) => {
            let photo = draft.photos_of(id).iter().find(|photo| photo.digest == *digest)?;
            // What its file was called on one device or the other is no difference.
            Some(Held::Photo(Photo { name: String::new(), ..photo.trimmed() }))
        }
        Place::DeclaredBy => text(&draft.declaration.name),
        Place::DeclaredAs => text(&draft.declaration.post),
        Place::DeclaredOn => draft.declaration.date.map(Held::Day),
        Place::Agreed => Some(Held::Flag(draft.declaration.agreed)),
        Place::Left(left) => draft.left.contains(left).then_some(Held::There),
    }
}

fn unit_line(unit: &Unit, line: UnitLine) -> &str {
    match line {
        UnitLine::Code => &unit.code,
        UnitLine::Name => &unit.name,
        UnitLine::Township => &unit.township,
        UnitLine::Village => &unit.village,
        UnitLine::Address => &unit.address,
        UnitLine::Hours => &unit.hours,
    }
}

fn post(posts: &Posts, of: PostOf) -> &Post {
    match of {
        PostOf::Head => &posts.head,
        PostOf::Deputy => &posts.deputy,
        PostOf::Liaison => &posts.liaison,
    }
}

fn post_line(post: &Post, line: PostLine) -> &str {
    match line {
        PostLine::Name => &post.name,
        PostLine::Office => &post.office,
        PostLine::Phone => &post.phone,
    }
}
