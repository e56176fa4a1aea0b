//! What does not hold together in one item of a standard.

use crate::model::problem::Fault;
use crate::model::standard::ids::FactId;
use crate::model::standard::item::Item;
use crate::model::standard::lint::Lint;
use crate::model::standard::points::Points;
use crate::model::standard::scale::kind::Checks;
use crate::model::standard::words::Words;

impl<'a> Lint<'a> {
    pub(super) fn item(&mut self, place: &str, item: &'a Item, text: bool) {
        self.words(&format!("{place}.words"), &item.words);
        self.words(&format!("{place}.evidence"), &item.evidence);
        self.words(&format!("{place}.example"), &item.example);
        if let Some(words) = &item.source.words {
            self.words(&format!("{place}.source.words"), words);
        }
        self.within(format!("{place}.effort"), u64::from(item.effort), 1, 3);
        self.on_step(format!("{place}.points"), item.points);
        let is_text = item.is_text();
        if is_text != text || is_text != (item.points == Points::ZERO) {
            self.refuse(format!("{place}.scale"), Fault::WrongPlace);
        }
        if text && item.must_check {
            self.refuse(format!("{place}.must_check"), Fault::WrongPlace);
        }
        for reason in &item.not_applicable {
            if self.standard.reason(reason).is_none() {
                self.refuse(format!("{place}.not_applicable"), Fault::Unknown(reason.to_string()));
            }
        }
        for fact in item.reads() {
            self.known(format!("{place}.scale"), fact);
        }
        let key = item.scale.key();
        let place = if key.is_empty() { format!("{place}.scale") } else { format!("{place}.scale.{key}") };
        item.scale.lint(item.points, &mut ScaleChecks { lint: self, place });
    }
}

/// The checks that a kind of item asks for, at the place of its members.
struct ScaleChecks<'l, 's> {
    lint: &'l mut Lint<'s>,
    place: String,
}

impl ScaleChecks<'_, '_> {
    fn at(&self, member: &str) -> String {
        if member.is_empty() { self.place.clone() } else { format!("{}.{member}", self.place) }
    }
}

impl Checks for ScaleChecks<'_, '_> {
    fn refuse(&mut self, place: &str, fault: Fault) {
        self.lint.refuse(self.at(place), fault);
    }

    fn words(&mut self, place: &str, words: &Words) {
        self.lint.words(&self.at(place), words);
    }

    fn within(&mut self, place: &str, number: u64, least: u64, most: u64) {
        self.lint.within(self.at(place), number, least, most);
    }

    fn on_step(&mut self, place: &str, points: Points) {
        self.lint.on_step(self.at(place), points);
    }

    fn at_most(&mut self, place: &str, count: usize, most: usize) {
        self.lint.at_most(self.at(place), count, most);
    }

    fn is_sum(&self, fact: &FactId) -> bool {
        self.lint.standard.fact(fact).is_some_and(|fact| fact.sum.is_some())
    }
}
