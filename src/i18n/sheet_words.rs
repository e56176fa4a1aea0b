//! The words of the sheet of all items that no standard brings.

use crate::model::standard::points::Points;

/// What is said of all sheets of this kind, in one language.
pub struct Heads {
    pub name: &'static str,
    pub title: fn(&str, &str) -> String,
    pub number: &'static str,
    pub section: &'static str,
    pub asked: &'static str,
    pub rule: &'static str,
    pub points: &'static str,
    pub given: fn(&str) -> String,
    pub evidence: &'static str,
    pub photos: fn(usize) -> String,
    pub remarks: &'static str,
    pub subtotal: fn(&str) -> String,
    pub bonus: fn(&str, Points) -> String,
    pub bonus_total: fn(Points) -> String,
    pub stars: &'static str,
    pub unit: &'static str,
    pub by: &'static str,
    pub phone: &'static str,
    pub on: &'static str,
    pub code: fn(&str) -> String,
    pub draft: &'static str,
    pub standard: fn(&str, u32) -> String,
    pub page: &'static str,
    /// Whether a line may end at any sign, as in Chinese; else no word is broken.
    pub breaks_anywhere: bool,
    /// How the room for words is divided between what is asked, the rule and the evidence, in hundredths; the rest is
    /// for remarks.
    pub shares: [usize; 3],
}
