//! What an item is called on screen and paper: its part and where it stands in it. Ids stay inside: a standard for
//! rooms that leaves out what only stations are asked has gaps in them, and nobody is to look for what is not there.

use crate::model::standard::Standard;
use crate::model::standard::ids::ItemId;
use crate::model::standard::item::Item;

impl Standard {
    /// The number of an item, counted without gaps within its part: `A3`, or `1.3` where the part's name ends with a
    /// digit. An item that is not one of this standard has no number.
    pub fn number_of(&self, id: &ItemId) -> Option<String> {
        let sections = self.sections.iter().map(|section| (section.id.to_string(), &section.items));
        let more = [&self.bonus.items, &self.texts].into_iter().enumerate();
        let more = more.map(|(at, items)| (shared_prefix(items).unwrap_or_else(|| self.letter_after(at)), items));
        sections.chain(more).find_map(|(part, items)| {
            let at = items.iter().position(|item| item.id == *id)?.saturating_add(1);
            let between = if part.ends_with(|last: char| last.is_ascii_digit()) { "." } else { "" };
            Some(format!("{part}{between}{at}"))
        })
    }

    /// The same with the item's words. Of an item that is not one of this standard nothing is known but its id.
    pub fn numbered(&self, id: &ItemId, words: &str) -> String {
        let number = self.number_of(id);
        format!("{} {words}", number.as_deref().unwrap_or(id.as_str())).trim_end().to_owned()
    }

    /// The numbers of several items.
    pub fn numbers_of<'a>(&self, items: impl IntoIterator<Item = &'a Item>) -> Vec<String> {
        items.into_iter().filter_map(|item| self.number_of(&item.id)).collect()
    }

    /// The capital letter that follows those of the sections, for a part that has no name of its own.
    fn letter_after(&self, more: usize) -> String {
        let at = self.sections.len().saturating_add(more);
        u8::try_from(at)
            .ok()
            .and_then(|at| b'A'.checked_add(at).filter(u8::is_ascii_uppercase))
            .map_or_else(String::new, |letter| char::from(letter).to_string())
    }
}

/// What the ids of all these items begin with, before the digits that tell them apart: `J` of `J1` and `J5`.
fn shared_prefix(items: &[Item]) -> Option<String> {
    let prefix = |item: &Item| item.id.as_str().trim_end_matches(|last: char| last.is_ascii_digit()).to_owned();
    let first = prefix(items.first()?);
    let shared = !first.is_empty() && items.iter().all(|item| prefix(item) == first && item.id.as_str() != first);
    shared.then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::model::standard::library::StandardLibrary;
    use crate::model::standard::{Section, Standard};

    fn built_in() -> Vec<Standard> {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        library.iter().map(|standard| Standard::clone(standard)).collect()
    }

    fn numbers(standard: &Standard) -> Vec<String> {
        standard.numbers_of(standard.items())
    }

    #[test]
    fn items_are_numbered_without_gaps_in_every_part() {
        for standard in built_in() {
            let parts = standard.sections.iter().map(|section| (section.id.as_str(), section.items.len()));
            let parts = parts.chain([("J", standard.bonus.items.len()), ("T", standard.texts.len())]);
            let expected: Vec<String> =
                parts.flat_map(|(part, many)| (1..=many).map(move |at| format!("{part}{at}"))).collect();
            assert_eq!(numbers(&standard), expected);
        }
    }

    #[test]
    fn no_two_items_have_the_same_number_whatever_their_ids_and_sections_are_called() {
        for mut standard in built_in() {
            let turned: Vec<Section> = standard
                .sections
                .iter()
                .enumerate()
                .map(|(at, section)| Section {
                    id: format!("{}", at + 1).as_str().try_into().expect("an id"),
                    ..section.clone()
                })
                .collect();
            standard.sections = turned;
            for (at, item) in standard.bonus.items.iter_mut().chain(&mut standard.texts).enumerate() {
                item.id = ["first", "second", "third"]
                    .get(at)
                    .map_or_else(|| item.id.clone(), |id| (*id).try_into().expect("an id"));
            }
            let mut all = numbers(&standard);
            assert_eq!((all.len(), all.first().map(String::as_str)), (standard.items().count(), Some("1.1")));
            all.sort();
            all.dedup();
            assert_eq!(all.len(), standard.items().count());
        }
    }

    #[test]
    fn what_a_standard_does_not_ask_has_no_number() {
        for standard in built_in() {
            let unknown = "Z9".try_into().expect("an id");
            assert_eq!(standard.number_of(&unknown), None);
            assert_eq!(standard.numbered(&unknown, ""), "Z9");
        }
    }
}
