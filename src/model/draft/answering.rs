//! Answers that are typed or ticked at an item: its own number, parts that are there, faults one kind at a time.

use crate::model::draft::Draft;
use crate::model::record::answers::Choice;
use crate::model::record::unread::Typed;
use crate::model::sorting::sort_by_key;
use crate::model::standard::ids::ItemId;
use crate::model::standard::scale::question::Question;

impl Draft {
    /// What stands in the field of an item's own number.
    pub fn count_typed(&self, item: &ItemId) -> Typed {
        let count = self.record.answers.get(item).and_then(|answer| match answer.choice {
            Some(Choice::Count(count)) => Some(count),
            _ => None,
        });
        self.unread.counts.get(item).map_or(Typed::Number(count), |text| Typed::Unread(text.clone()))
    }

    /// What stands in the field of an item's own number now.
    pub fn type_count(&mut self, item: &ItemId, typed: Typed) {
        let (count, unread) = typed.parts();
        self.choose(item, count.map(Choice::Count));
        self.unread.of_count(item, unread);
    }

    /// Ticks a part, counted from 0, or takes the tick away. Once no tick is left the item is open: that none is there
    /// is said on purpose, see [`Draft::say_none`].
    pub fn tick(&mut self, item: &ItemId, part: u8, there: bool) {
        let mut parts = match self.record.answers.choice(item) {
            Some(Choice::Parts(parts)) => parts.clone(),
            _ => Vec::new(),
        };
        parts.retain(|known| *known != part);
        if there {
            parts.push(part);
            sort_by_key(&mut parts, |part| *part);
        }
        self.choose(item, (!parts.is_empty()).then_some(Choice::Parts(parts)));
    }

    /// Says that none of an item's parts is there, or takes that back.
    pub fn say_none(&mut self, item: &ItemId, none: bool) {
        self.choose(item, none.then(|| Choice::Parts(Vec::new())));
    }

    /// What stands in the field of one of an item's faults, counted from 0.
    pub fn fault_typed(&self, item: &ItemId, at: usize) -> Typed {
        let count = match self.record.answers.choice(item) {
            Some(Choice::Faults(found)) => found.get(at).copied().flatten(),
            _ => None,
        };
        self.unread.fault(item, at).map_or(Typed::Number(count), |text| Typed::Unread(text.to_owned()))
    }

    /// What stands in the field of one of an item's faults now. While nothing is said of any, the item is open.
    pub fn type_fault(&mut self, item: &ItemId, at: usize, typed: Typed) {
        let Some(Question::Faults(fields)) = self.standard.item(item).map(|item| item.ask()) else { return };
        let many = fields.len();
        let mut found = match self.record.answers.choice(item) {
            Some(Choice::Faults(found)) => found.clone(),
            _ => Vec::new(),
        };
        found.resize(many, None);
        let Some(place) = found.get_mut(at) else { return };
        let (count, unread) = typed.parts();
        *place = count;
        // Another answer takes what cannot be read away with it; what stands in the other fields stays.
        let before = self.unread.faults.get(item).cloned();
        let said = found.iter().any(Option::is_some);
        self.choose(item, said.then_some(Choice::Faults(found)));
        self.unread.of_fault(item, before.unwrap_or_default(), at, many, unread);
    }
}
