//! The grid in which a township types what rooms without a computer answered (录表): what stands in a cell and what a
//! typed text says. Options are typed by their numbers, the best one first, as paper marks them.

use crate::model::record::Record;
use crate::model::record::answers::Choice;
use crate::model::record::facts::Count;
use crate::model::record::typed;
use crate::model::review::not_a_cell::NotACell;
use crate::model::review::option_number::{ONE_DIGIT, number_of_option, parts_of};
use crate::model::standard::ids::{FactId, ItemId};
use crate::model::standard::item::Item;
use crate::model::standard::numbers::NumberAsked;
use crate::model::standard::scale::question::{OptionValue, Question};
use crate::model::standard::words::Words;
use crate::model::standard::{Fact, Standard};

/// What is typed in a column.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum GridColumn {
    /// A fact.
    Fact(FactId),
    /// An item's own number.
    Number(ItemId),
    /// How often one of an item's faults was found; which of them, counted from 0.
    Fault(ItemId, usize),
    /// One of an item's options.
    Option(ItemId),
    /// The parts of an item that are there.
    Parts(ItemId),
}

/// What a cell says, once it is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CellValue {
    /// A fact's number, or none.
    Fact(FactId, Option<Count>),
    /// An item's answer, or none.
    Answer(ItemId, Option<Choice>),
}

impl GridColumn {
    /// The columns in which numbers are typed, in the order of the sheet of numbers.
    pub fn numbers(standard: &Standard) -> Vec<Self> {
        let all = standard.numbers().into_iter().flat_map(|group| group.numbers);
        let columns = all.filter_map(|number| match number {
            NumberAsked::Fact(fact) => Some(Self::Fact(fact.id.clone())),
            NumberAsked::Total(_) => None,
            NumberAsked::Own { item, .. } => Some(Self::Number(item.id.clone())),
            NumberAsked::Fault { item, at, .. } => Some(Self::Fault(item.id.clone(), at)),
        });
        columns.collect()
    }

    /// The columns in which something is chosen, in the order of the standard.
    pub fn choices(standard: &Standard) -> Vec<Self> {
        let items = standard.scored().chain(&standard.bonus.items);
        let columns = items.filter_map(|item| match item.ask() {
            Question::Choose(_) => Some(Self::Option(item.id.clone())),
            Question::Tick(_) => Some(Self::Parts(item.id.clone())),
            Question::Number { .. } | Question::Faults(_) | Question::Text { .. } | Question::FactsAlone => None,
        });
        columns.collect()
    }

    /// Its name, alone among the columns of a standard.
    pub fn key(&self) -> String {
        match self {
            Self::Fact(id) => format!("fact/{id}"),
            Self::Number(id) => format!("number/{id}"),
            Self::Fault(id, at) => format!("fault/{id}/{at}"),
            Self::Option(id) => format!("option/{id}"),
            Self::Parts(id) => format!("parts/{id}"),
        }
    }

    /// What is asked in the column.
    pub fn words<'a>(&self, standard: &'a Standard) -> Option<&'a Words> {
        match self {
            Self::Fact(id) => Some(&standard.fact(id)?.words),
            Self::Number(id) | Self::Option(id) | Self::Parts(id) => Some(&standard.item(id)?.words),
            Self::Fault(id, at) => match standard.item(id)?.ask() {
                Question::Faults(faults) => Some(faults.get(*at)?.words),
                _ => None,
            },
        }
    }

    /// The item whose number stands above the column: its own, or the first that a fact is asked for.
    pub fn item<'a>(&self, standard: &'a Standard) -> Option<&'a Item> {
        match self {
            Self::Fact(id) => standard.asked_at(id),
            Self::Number(id) | Self::Fault(id, _) | Self::Option(id) | Self::Parts(id) => standard.item(id),
        }
    }

    /// What stands in the cell of a unit that answers this.
    pub fn shown(&self, standard: &Standard, record: &Record) -> String {
        let said = match self {
            Self::Fact(id) => record.facts.asked(id).map(|count| count.to_string()),
            Self::Number(id) => match record.answers.choice(id) {
                Some(Choice::Count(count)) => Some(count.to_string()),
                _ => None,
            },
            Self::Fault(id, at) => match record.answers.choice(id) {
                Some(Choice::Faults(found)) => found.get(*at).copied().flatten().map(|count| count.to_string()),
                _ => None,
            },
            Self::Option(id) => option_of(standard, id, record.answers.choice(id)),
            Self::Parts(id) => match record.answers.choice(id) {
                Some(Choice::Parts(there)) if there.is_empty() => Some("0".to_owned()),
                Some(Choice::Parts(there)) => {
                    let numbers: Vec<String> = there.iter().map(|part| (u32::from(*part) + 1).to_string()).collect();
                    let many = self.parts(standard).unwrap_or_default();
                    Some(numbers.join(if many > ONE_DIGIT { " " } else { "" }))
                }
                _ => None,
            },
        };
        said.unwrap_or_default()
    }

    /// What a typed or pasted text says; nothing typed is no answer. `record` is what the unit answers so far.
    pub fn read(&self, standard: &Standard, record: &Record, text: &str) -> Result<CellValue, NotACell> {
        let count = |units: &[&str]| typed::count(text, units).map_err(NotACell::Count);
        match self {
            Self::Fact(id) => {
                let Fact { unit, .. } = standard.fact(id).ok_or(NotACell::NoColumn)?;
                Ok(CellValue::Fact(id.clone(), count(&unit.all().collect::<Vec<_>>())?))
            }
            Self::Number(id) => {
                let units = match self.item(standard).map(Item::ask) {
                    Some(Question::Number { unit }) => unit.map(|unit| unit.all().collect()).unwrap_or_default(),
                    _ => Vec::new(),
                };
                Ok(CellValue::Answer(id.clone(), count(&units)?.map(Choice::Count)))
            }
            Self::Fault(id, at) => {
                let Some(Question::Faults(faults)) = self.item(standard).map(Item::ask) else {
                    return Err(NotACell::NoColumn);
                };
                let mut found = match record.answers.choice(id) {
                    Some(Choice::Faults(found)) => found.clone(),
                    _ => Vec::new(),
                };
                found.resize(faults.len(), None);
                let units = faults.get(*at).map(|fault| fault.unit.all().collect::<Vec<_>>()).unwrap_or_default();
                *found.get_mut(*at).ok_or(NotACell::NoColumn)? = count(&units)?;
                let any = found.iter().any(Option::is_some);
                Ok(CellValue::Answer(id.clone(), any.then_some(Choice::Faults(found))))
            }
            Self::Option(id) => {
                let options = options_of(standard, id).ok_or(NotACell::NoColumn)?;
                let Some(number) = number_of_option(text)? else {
                    return Ok(CellValue::Answer(id.clone(), None));
                };
                let chosen = number.checked_sub(1).and_then(|at| options.get(at)).cloned();
                Ok(CellValue::Answer(id.clone(), Some(chosen.ok_or(NotACell::NoOption(options.len()))?)))
            }
            Self::Parts(id) => {
                let many = self.parts(standard).ok_or(NotACell::NoColumn)?;
                Ok(CellValue::Answer(id.clone(), parts_of(text, many)?.map(Choice::Parts)))
            }
        }
    }

    /// How many parts the item of the column has.
    fn parts(&self, standard: &Standard) -> Option<usize> {
        match self.item(standard).map(Item::ask)? {
            Question::Tick(parts) => Some(parts.len()),
            _ => None,
        }
    }

    /// Whether a text is the number of an option, and no further digit makes it that of another: it needs no key behind
    /// it.
    pub fn is_whole_option(&self, standard: &Standard, text: &str) -> bool {
        let Self::Option(id) = self else { return false };
        let many = options_of(standard, id).map_or(0, |options| options.len());
        matches!(number_of_option(text), Ok(Some(number)) if (1..=many).contains(&number) && number * 10 > many)
    }
}

/// The number of the option that a choice is, counted from 1, the best first.
fn option_of(standard: &Standard, id: &ItemId, choice: Option<&Choice>) -> Option<String> {
    let at = options_of(standard, id)?.iter().position(|option| Some(option) == choice)?;
    Some((at + 1).to_string())
}

/// What an item can be answered, numbered as in the text for a chat: its options, then why it may not apply.
fn options_of(standard: &Standard, id: &ItemId) -> Option<Vec<Choice>> {
    let item = standard.item(id)?;
    let Question::Choose(options) = item.ask() else { return None };
    let reasons = standard.reasons_of(item).map(|reason| Choice::NotApplicable(reason.id.clone()));
    Some(options.iter().map(|option| choice_of(option.says)).chain(reasons).collect())
}

fn choice_of(says: OptionValue<'_>) -> Choice {
    match says {
        OptionValue::Yes(yes) => Choice::Yes(yes),
        OptionValue::Level(at, _) => Choice::Level(at),
    }
}

#[cfg(test)]
pub(in crate::model::review) mod tests {
    use super::*;
    use crate::model::standard::library::StandardLibrary;
    use crate::model::standard::scale::Scale;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static ROOM: LazyLock<Standard> = LazyLock::new(|| {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let room = library.iter().find(|standard| standard.one_page).expect("rooms");
        Standard::clone(room)
    });

    fn room() -> Standard {
        ROOM.clone()
    }

    /// The same with an item of each kind that a room is not asked.
    pub(in crate::model::review) fn with_all_kinds() -> Standard {
        let mut standard = room();
        let parts = serde_json::json!({"parts": {"parts": [
            {"words": {"zh": "有制度", "en": "rules"}, "points": 100}, {"words": {"zh": "有人", "en": "people"}, "points": 100}
        ]}});
        let faults = serde_json::json!({"deduct": {"faults": [
            {"words": {"zh": "缺项", "en": "gaps"}, "unit": {"zh": "项", "en": "items"}, "each": 20},
            {"words": {"zh": "未执行", "en": "not done"}, "unit": {"zh": "次", "en": "times"}, "each": 100}
        ]}});
        let items = &mut standard.sections[0].items;
        for (at, scale) in [parts, faults].into_iter().enumerate() {
            items[at].scale = serde_json::from_value::<Scale>(scale).expect("a kind of item");
        }
        standard
    }

    fn kept(record: &Record, value: &CellValue) -> Record {
        let mut record = record.clone();
        match value {
            CellValue::Fact(id, count) => record.facts.set(id.clone(), *count),
            CellValue::Answer(id, choice) => record.answers.edit(id, |answer| answer.choice.clone_from(choice)),
        }
        record
    }

    #[test]
    fn a_room_is_fifteen_numbers_one_of_its_own_and_fourteen_choices() {
        let standard = room();
        let scored = |column: &GridColumn| {
            let item = column.item(&standard).expect("an item");
            standard.scored().any(|one| one.id == item.id)
        };
        let numbers = GridColumn::numbers(&standard);
        let facts = numbers.iter().filter(|column| matches!(column, GridColumn::Fact(_))).count();
        let own = numbers.iter().filter(|column| matches!(column, GridColumn::Number(_)) && scored(column)).count();
        let choices = GridColumn::choices(&standard);
        assert_eq!((facts, own), (15, 1));
        assert_eq!(choices.iter().filter(|column| scored(column)).count(), 14);
        assert!(numbers.iter().chain(&choices).all(|column| column.words(&standard).is_some()));
    }

    #[test]
    fn options_are_typed_by_their_number_their_mark_or_as_yes_and_no() {
        let standard = room();
        let choices = GridColumn::choices(&standard);
        let yes_no =
            choices.iter().find(|column| column.item(&standard).is_some_and(|item| item.scale == Scale::YesNo));
        let yes_no = yes_no.expect("a question of yes and no");
        let read = |text: &str| yes_no.read(&standard, &Record::default(), text);
        for (texts, yes) in [(["1", "１", "①", "是", " 1 "], true), (["2", "２", "②", "否", "2\u{200b}"], false)]
        {
            for text in texts {
                let Ok(CellValue::Answer(_, choice)) = read(text) else { panic!("{text} is read") };
                assert_eq!(choice, Some(Choice::Yes(yes)), "{text}");
            }
        }
        assert!(matches!(read(""), Ok(CellValue::Answer(_, None))));
        assert_eq!(read("3"), Err(NotACell::NoOption(2)));
        assert_eq!(read("0"), Err(NotACell::NoOption(2)));
        assert_eq!(read("好"), Err(NotACell::Count(typed::NotACount::NotDigits)));
    }

    /// Of eleven parts, and of as many levels.
    fn with_eleven() -> Standard {
        let mut standard = room();
        let words = |at: u32| serde_json::json!({"zh": format!("第{at}"), "en": format!("no. {at}")});
        let parts: Vec<_> = (1..=11)
            .map(|at| serde_json::json!({"words": words(at), "points": if at == 1 { 100 } else { 10 }}))
            .collect();
        let levels: Vec<_> =
            (1..=11_u32).map(|at| serde_json::json!({"words": words(at), "points": (11 - at) * 20})).collect();
        let scales =
            [serde_json::json!({"parts": {"parts": parts}}), serde_json::json!({"levels": {"levels": levels}})];
        for (at, scale) in scales.into_iter().enumerate() {
            standard.sections[0].items[at].scale = serde_json::from_value::<Scale>(scale).expect("a kind of item");
            standard.sections[0].items[at].points = crate::model::standard::points::Points::hundredths(200);
        }
        standard
    }

    #[test]
    fn of_more_than_nine_the_tenth_is_not_the_first() {
        let standard = with_eleven();
        let choices = GridColumn::choices(&standard);
        let parts = choices.iter().find(|column| matches!(column, GridColumn::Parts(_))).expect("parts");
        let read = |text: &str| parts.read(&standard, &Record::default(), text);
        for (text, there) in [("10", vec![9]), ("1 10", vec![0, 9]), ("１、１１", vec![0, 10]), ("⑩，②", vec![1, 9])]
        {
            let Ok(value) = read(text) else { panic!("{text} is read") };
            assert!(matches!(&value, CellValue::Answer(_, Some(Choice::Parts(parts))) if *parts == there), "{text}");
            let shown = parts.shown(&standard, &kept(&Record::default(), &value));
            assert_eq!(read(&shown), Ok(value), "{text} is shown as {shown}");
        }
        assert_eq!(read("12"), Err(NotACell::NoOption(11)), "not the first and the second");
        let of_levels = |column: &&GridColumn| matches!(column.item(&standard).map(Item::ask), Some(Question::Choose(options)) if options.len() == 11);
        let levels = choices.iter().find(of_levels).expect("levels");
        let leads_on = ["1", "2", "9", "10", "11", "99", "0", ""].map(|text| levels.is_whole_option(&standard, text));
        assert_eq!(leads_on, [false, true, true, true, true, false, false, false]);
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_cell_is_read_as_what_it_was(numbers in prop::collection::vec(0_u32..1_000_001, 64)) {
            for standard in [room(), with_all_kinds()] {
                let columns: Vec<GridColumn> =
                    GridColumn::numbers(&standard).into_iter().chain(GridColumn::choices(&standard)).collect();
                let mut record = Record::default();
                for (column, number) in columns.iter().zip(numbers.iter().cycle()) {
                    let typed = match column {
                        GridColumn::Option(_) => (number % 2 + 1).to_string(),
                        GridColumn::Parts(_) => ["0", "1", "12"][*number as usize % 3].to_owned(),
                        GridColumn::Fact(_) | GridColumn::Number(_) | GridColumn::Fault(..) => number.to_string(),
                    };
                    let value = column.read(&standard, &record, &typed).expect("it is read");
                    record = kept(&record, &value);
                    prop_assert_eq!(column.shown(&standard, &record), typed, "{:?}", column);
                }
                for column in &columns {
                    let again = column.read(&standard, &record, &column.shown(&standard, &record)).expect("it is read");
                    prop_assert_eq!(kept(&record, &again), record.clone());
                    let cleared = column.read(&standard, &record, "").expect("nothing is read");
                    prop_assert_eq!(column.shown(&standard, &kept(&record, &cleared)), "");
                }
            }
        }
    }
}
