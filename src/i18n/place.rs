//! A place of a draft and what stands there, in words: for lists of what a file would change, of what an
//! earlier state had, of what is left of another version of the standard.

use crate::i18n::{Text, answer, day};
use crate::model::draft::Draft;
use crate::model::draft::compare::{FieldPath, FieldValue, PostLine, PostOf, UnitLine};
use crate::model::draft::orphans::{Orphan, OrphanValue};
use crate::model::record::Record;
use crate::model::record::answers::{Answer, Choice};
use crate::model::standard::ids::ItemId;

/// The name of a place, as the form has it.
pub fn place_of(text: &Text, draft: &Draft, place: &FieldPath) -> String {
    let (basics, standard) = (&text.basics, &draft.standard);
    let item = |id: &ItemId, what: &str| {
        let words = standard.item(id).map_or("", |item| item.words.get(text.lang));
        format!("{} · {what}", standard.numbered(id, words))
    };
    let plain = match place {
        FieldPath::Unit(UnitLine::Code) => basics.code,
        FieldPath::Unit(UnitLine::Name) => basics.name,
        FieldPath::Unit(UnitLine::Township) => basics.township,
        FieldPath::Unit(UnitLine::Village) => basics.village,
        FieldPath::Unit(UnitLine::Address) => basics.address,
        FieldPath::Unit(UnitLine::Hours) => basics.hours,
        FieldPath::Year => basics.year,
        FieldPath::Months => basics.months,
        FieldPath::DeclaredBy => text.send.name,
        FieldPath::DeclaredAs => text.send.post,
        FieldPath::DeclaredOn => text.send.date,
        FieldPath::Agreed => text.send.declaration,
        FieldPath::Acting => return (basics.acting)(standard.posts.head.get(text.lang)),
        FieldPath::Post(of, line) => {
            let post = match of {
                PostOf::Head => Some(&standard.posts.head),
                PostOf::Deputy => standard.posts.deputy.as_ref(),
                PostOf::Liaison => Some(&standard.posts.liaison),
            };
            let line = match line {
                PostLine::Name => basics.person,
                PostLine::Office => basics.office,
                PostLine::Phone if standard.unit.village => basics.phone_in_village,
                PostLine::Phone => basics.phone,
            };
            return format!("{} · {line}", post.map_or("", |post| post.get(text.lang)));
        }
        FieldPath::Fact(id) => standard.fact(id).map_or(id.as_str(), |fact| fact.words.get(text.lang)),
        FieldPath::Choice(id) => return item(id, text.check.answer),
        FieldPath::Evidence(id) => return item(id, text.check.evidence),
        FieldPath::Note(id) => return item(id, text.form.note),
        FieldPath::Photo(id, _) => return item(id, text.photos.title),
        FieldPath::Left(left) => return left_of(text, left),
    };
    plain.to_owned()
}

/// What stands in a place; nothing where nothing does.
pub fn held(text: &Text, draft: &Draft, place: &FieldPath, held: Option<&FieldValue>) -> String {
    let yes_no = |yes: bool| if yes { text.form.yes } else { text.form.no }.to_owned();
    match held {
        None => String::new(),
        Some(FieldValue::Text(said)) => said.clone(),
        Some(FieldValue::Flag(flag)) => yes_no(*flag),
        Some(FieldValue::Year(year)) => year.to_string(),
        Some(FieldValue::Months(months)) => (text.basics.month)(months.get()),
        Some(FieldValue::Count(count)) => count.to_string(),
        Some(FieldValue::Day(date)) => day(text, *date),
        Some(FieldValue::Photo(photo)) => {
            let kilobytes = photo.bytes.div_ceil(1024);
            let size = format!("{} × {} · {kilobytes} KB", photo.width, photo.height);
            if photo.caption.is_empty() { size } else { format!("{} · {size}", photo.caption) }
        }
        Some(FieldValue::There) => text.form.yes.to_owned(),
        Some(FieldValue::Evidence(evidence)) => {
            let date = evidence.date.map_or(String::new(), |date| day(text, date));
            let parts = [evidence.ledger.clone(), evidence.page.clone(), date];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        Some(FieldValue::Choice(choice)) => {
            let FieldPath::Choice(id) = place else { return String::new() };
            let Some(item) = draft.standard.item(id) else { return String::new() };
            let mut record = Record::default();
            record.answers.edit(id, |answer: &mut Answer| answer.choice = Some(choice.clone()));
            answer(text, &draft.standard, item, &record).unwrap_or_default()
        }
    }
}

/// What is left of another version of the standard: what was asked, and what was said. Where that standard was not at
/// hand, its words are not known: what kind of question it was stands for them.
pub fn left_of(text: &Text, left: &Orphan) -> String {
    let asked = left.asked.words.get(text.lang).trim();
    let words = left.said.get(text.lang);
    let (kind, said, shown) = match &left.kept {
        OrphanValue::Number { count, .. } => (text.history.left_fact, format!("{count} {words}"), String::new()),
        OrphanValue::Answer { answer, .. } => {
            let said = answer.choice.as_ref().map_or(String::new(), |choice| chosen(text, choice, words));
            let shown = format!("{} {} {}", answer.evidence.ledger, answer.evidence.page, answer.note);
            (text.history.left_item, said, shown)
        }
    };
    let asked = if asked.is_empty() { kind } else { asked };
    let parts = [asked.to_owned(), said.trim().to_owned(), shown.trim().to_owned()];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What was chosen, in the words of its standard as far as they are known.
fn chosen(text: &Text, choice: &Choice, words: &str) -> String {
    match choice {
        Choice::Yes(yes) => if *yes { text.form.yes } else { text.form.no }.to_owned(),
        Choice::Count(count) => format!("{count} {words}"),
        Choice::Text(said) => said.clone(),
        Choice::Level(_) | Choice::Parts(_) | Choice::Faults(_) | Choice::NotApplicable(_) if !words.is_empty() => {
            words.to_owned()
        }
        Choice::Level(level) => (text.history.left_level)(usize::from(*level) + 1),
        Choice::Parts(there) => (text.history.left_parts)(there.len()),
        Choice::Faults(found) => {
            let found = found.iter().flatten().map(ToString::to_string);
            found.collect::<Vec<_>>().join(text.and())
        }
        Choice::NotApplicable(_) => text.history.left_none.to_owned(),
    }
}
