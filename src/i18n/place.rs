//! A place of a draft and what stands there, in words: for lists of what a file would change, of what an
//! earlier state had, of what is left of another version of the standard.

use crate::i18n::{Text, answer, day};
use crate::model::answer::Answer;
use crate::model::compare::{Held, Place, PostLine, PostOf, UnitLine};
use crate::model::draft::Draft;
use crate::model::id::ItemId;
use crate::model::left::{Kept, Left};
use crate::model::record::Record;

/// The name of a place, as the form has it.
pub fn place_of(text: &Text, draft: &Draft, place: &Place) -> String {
    let (basics, standard) = (&text.basics, &draft.standard);
    let item = |id: &ItemId, what: &str| {
        let words = standard.item(id).map_or("", |item| item.words.get(text.lang));
        format!("{id} {words} · {what}")
    };
    let plain = match place {
        Place::Unit(UnitLine::Code) => basics.code,
        Place::Unit(UnitLine::Name) => basics.name,
        Place::Unit(UnitLine::Township) => basics.township,
        Place::Unit(UnitLine::Village) => basics.village,
        Place::Unit(UnitLine::Address) => basics.address,
        Place::Unit(UnitLine::Hours) => basics.hours,
        Place::Year => basics.year,
        Place::Months => basics.months,
        Place::DeclaredBy => text.send.name,
        Place::DeclaredAs => text.send.post,
        Place::DeclaredOn => text.send.date,
        Place::Agreed => text.send.declaration,
        Place::Acting => return (basics.acting)(standard.posts.head.get(text.lang)),
        Place::Post(of, line) => {
            let post = match of {
                PostOf::Head => Some(&standard.posts.head),
                PostOf::Deputy => standard.posts.deputy.as_ref(),
                PostOf::Liaison => Some(&standard.posts.liaison),
            };
            let line = match line {
                PostLine::Name => basics.person,
                PostLine::Office => basics.office,
                PostLine::Phone => basics.phone,
            };
            return format!("{} · {line}", post.map_or("", |post| post.get(text.lang)));
        }
        Place::Fact(id) => standard.fact(id).map_or(id.as_str(), |fact| fact.words.get(text.lang)),
        Place::Choice(id) => return item(id, text.check.answer),
        Place::Evidence(id) => return item(id, text.check.evidence),
        Place::Note(id) => return item(id, text.form.note),
        Place::Photo(id, _) => return item(id, text.photos.title),
        Place::Left(left) => return left_of(text, left),
    };
    plain.to_owned()
}

/// What stands in a place; nothing where nothing does.
pub fn held(text: &Text, draft: &Draft, place: &Place, held: Option<&Held>) -> String {
    let yes_no = |yes: bool| if yes { text.form.yes } else { text.form.no }.to_owned();
    match held {
        None => String::new(),
        Some(Held::Text(said)) => said.clone(),
        Some(Held::Flag(flag)) => yes_no(*flag),
        Some(Held::Year(year)) => year.to_string(),
        Some(Held::Months(months)) => (text.basics.month)(months.get()),
        Some(Held::Count(count)) => count.to_string(),
        Some(Held::Day(date)) => day(text, *date),
        Some(Held::Photo(photo)) => {
            let kilobytes = photo.bytes.div_ceil(1024);
            let size = format!("{} × {} · {kilobytes} KB", photo.width, photo.height);
            if photo.caption.is_empty() { size } else { format!("{} · {size}", photo.caption) }
        }
        Some(Held::There) => text.form.yes.to_owned(),
        Some(Held::Evidence(evidence)) => {
            let date = evidence.date.map_or(String::new(), |date| day(text, date));
            let parts = [evidence.ledger.clone(), evidence.page.clone(), date];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        Some(Held::Choice(choice)) => {
            let Place::Choice(id) = place else { return String::new() };
            let Some(item) = draft.standard.item(id) else { return String::new() };
            let mut record = Record::default();
            record.answers.edit(id, |answer: &mut Answer| answer.choice = Some(choice.clone()));
            answer(text, &draft.standard, item, &record).unwrap_or_default()
        }
    }
}

/// What is left of another version of the standard: what was asked, and what was said.
pub fn left_of(text: &Text, left: &Left) -> String {
    let asked = left.asked.words.get(text.lang);
    let (id, said, shown) = match &left.kept {
        Kept::Number { fact, count } => (fact.as_str(), format!("{count} {}", left.said.get(text.lang)), String::new()),
        Kept::Answer { item, answer } => {
            let said = left.said.get(text.lang).to_owned();
            (item.as_str(), said, format!("{} {} {}", answer.evidence.ledger, answer.evidence.page, answer.note))
        }
    };
    let parts = [format!("{id} {asked}"), said.trim().to_owned(), shown.trim().to_owned()];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}
