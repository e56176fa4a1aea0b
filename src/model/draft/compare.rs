//! What a file would change in a draft, place by place: a draft from another device, or a submission that
//! came back. Nothing is taken here; see `merge`.

use crate::model::date::CivilDate;
use crate::model::draft::Draft;
use crate::model::draft::orphans::Orphan;
use crate::model::draft::upgrade;
use crate::model::photos::photo::{Photo, PhotoDigest};
use crate::model::record::answers::{Choice, Evidence};
use crate::model::record::facts::Count;
use crate::model::record::typed;
use crate::model::record::unit::{Declaration, Post, Posts, Unit};
use crate::model::record::{Months, Record};
use crate::model::standard::ids::{FactId, ItemId};

/// A place in a draft that is taken or kept as one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldPath {
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
    Left(Box<Orphan>),
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
pub enum FieldValue {
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
pub enum DifferenceKind {
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
    pub place: FieldPath,
    /// How they stand to each other.
    pub kind: DifferenceKind,
    /// What the draft has.
    pub ours: Option<FieldValue>,
    /// What the file has.
    pub theirs: Option<FieldValue>,
}

impl Difference {
    /// Whether the file's is taken unless the person says otherwise: only where the draft has nothing.
    pub fn is_usually_taken(&self) -> bool {
        self.kind == DifferenceKind::New
    }
}

/// The other draft under this draft's standard, so that the two can be compared; none if their standards
/// have nothing to do with each other.
pub fn aligned(ours: &Draft, theirs: &Draft) -> Option<Draft> {
    if ours.standard == theirs.standard { Some(theirs.clone()) } else { upgrade::onto(theirs, &ours.standard) }
}

/// Every place where at least one of two drafts under the same standard has something, in the order of the
/// form.
pub fn compare(ours: &Draft, theirs: &Draft) -> Vec<Difference> {
    let untouched = is_untouched(ours);
    let mut differences = Vec::new();
    for place in places(ours, theirs) {
        let (here, there) = (value_at(ours, &place), value_at(theirs, &place));
        let kind = match (&here, &there) {
            (None, None) => continue,
            (Some(ours), Some(theirs)) if looks_the_same(ours, theirs) => DifferenceKind::Same,
            (Some(_), None) => DifferenceKind::OnlyHere,
            (None, Some(_)) => DifferenceKind::New,
            // What always says something says nothing of its own in a draft that nobody touched.
            (Some(_), Some(_)) if untouched => DifferenceKind::New,
            (Some(_), Some(_)) => DifferenceKind::Differs,
        };
        differences.push(Difference { place, kind, ours: here, theirs: there });
    }
    differences
}

/// Whether nobody sees a difference: characters without a shape, such as some programs put between others, make none.
fn looks_the_same(ours: &FieldValue, theirs: &FieldValue) -> bool {
    let same = |ours: &str, theirs: &str| typed::compared(ours) == typed::compared(theirs);
    match (ours, theirs) {
        (FieldValue::Text(ours), FieldValue::Text(theirs))
        | (FieldValue::Choice(Choice::Text(ours)), FieldValue::Choice(Choice::Text(theirs))) => same(ours, theirs),
        (FieldValue::Evidence(ours), FieldValue::Evidence(theirs)) => {
            same(&ours.ledger, &theirs.ledger) && same(&ours.page, &theirs.page) && ours.date == theirs.date
        }
        _ => ours == theirs,
    }
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
fn places(ours: &Draft, theirs: &Draft) -> Vec<FieldPath> {
    use {PostLine as P, UnitLine as U};
    let mut places: Vec<FieldPath> =
        [U::Code, U::Name, U::Township, U::Village, U::Address, U::Hours].map(FieldPath::Unit).into();
    for post in [PostOf::Head, PostOf::Deputy, PostOf::Liaison] {
        places.extend([P::Name, P::Office, P::Phone].map(|line| FieldPath::Post(post, line)));
    }
    places.extend([FieldPath::Acting, FieldPath::Year, FieldPath::Months]);
    let facts = ours.standard.facts.iter().filter(|fact| fact.sum.is_none());
    places.extend(facts.map(|fact| FieldPath::Fact(fact.id.clone())));
    for item in ours.standard.items() {
        let id = || item.id.clone();
        places.extend([FieldPath::Choice(id()), FieldPath::Evidence(id()), FieldPath::Note(id())]);
        let (here, there) = (ours.photos_of(&item.id), theirs.photos_of(&item.id));
        let only_there = there.iter().filter(|photo| here.iter().all(|known| known.digest != photo.digest));
        places.extend(here.iter().chain(only_there).map(|photo| FieldPath::Photo(id(), photo.digest.clone())));
    }
    places.extend([FieldPath::DeclaredBy, FieldPath::DeclaredAs, FieldPath::DeclaredOn, FieldPath::Agreed]);
    let only_theirs = theirs.left.iter().filter(|left| !ours.left.contains(left));
    places.extend(ours.left.iter().chain(only_theirs).map(|left| FieldPath::Left(Box::new(left.clone()))));
    places
}

/// What a draft has in a place.
pub fn value_at(draft: &Draft, place: &FieldPath) -> Option<FieldValue> {
    let text = |text: &str| Some(typed::tidy(text)).filter(|text| !text.is_empty()).map(FieldValue::Text);
    let answers = &draft.record.answers;
    match place {
        FieldPath::Unit(line) => text(unit_line(&draft.unit, *line)),
        FieldPath::Post(of, line) => text(post_line(post(&draft.posts, *of), *line)),
        FieldPath::Acting => Some(FieldValue::Flag(draft.posts.acting)),
        FieldPath::Year => Some(FieldValue::Year(draft.year)),
        FieldPath::Months => Some(FieldValue::Months(draft.record.months)),
        FieldPath::Fact(id) => draft.record.facts.asked(id).map(FieldValue::Count),
        FieldPath::Choice(id) => match answers.choice(id)? {
            Choice::Text(said) if typed::is_blank(said) => None,
            Choice::Text(said) => Some(FieldValue::Choice(Choice::Text(typed::tidy(said)))),
            choice => Some(FieldValue::Choice(choice.clone())),
        },
        FieldPath::Evidence(id) => {
            let evidence = answers.get(id)?.evidence.trimmed();
            (!evidence.is_empty()).then_some(FieldValue::Evidence(evidence))
        }
        FieldPath::Note(id) => text(&answers.get(id)?.note),
        FieldPath::Photo(id, digest) => {
            let photo = draft.photos_of(id).iter().find(|photo| photo.digest == *digest)?;
            // What its file was called on one device or the other is no difference.
            Some(FieldValue::Photo(Photo { name: String::new(), ..photo.trimmed() }))
        }
        FieldPath::DeclaredBy => text(&draft.declaration.name),
        FieldPath::DeclaredAs => text(&draft.declaration.post),
        FieldPath::DeclaredOn => draft.declaration.date.map(FieldValue::Day),
        FieldPath::Agreed => Some(FieldValue::Flag(draft.declaration.agreed)),
        FieldPath::Left(left) => draft.left.contains(left).then_some(FieldValue::There),
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
