//! What a day means by the standard's year: how many are left to the last one, and whether an item counts within the
//! period.

use crate::model::date::CivilDate;
use crate::model::standard::Standard;
use crate::model::standard::item::Item;
use crate::model::standard::year::Period;

/// How a unit stands to the last day for its submission.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DaysLeft {
    /// So many days are left, at least 1.
    Left(u32),
    /// It is today.
    Today,
    /// It was so many days ago, at least 1.
    Over(u32),
}

/// The clock is believed when it is at most so many days away from the last day.
const BELIEVED: i32 = 366;

impl Standard {
    /// How many days are left as seen from today; nothing where no last day is named, no clock is known, or the clock
    /// is so far off that it must be wrong.
    pub fn days_left(&self, today: Option<CivilDate>) -> Option<DaysLeft> {
        let days = today?.days_until(self.deadline?);
        let many = days.unsigned_abs();
        match days {
            _ if days.abs() > BELIEVED => None,
            0 => Some(DaysLeft::Today),
            1.. => Some(DaysLeft::Left(many)),
            _ => Some(DaysLeft::Over(many)),
        }
    }

    /// Within which days what an item counts has to lie; nothing where it tells how things stand, or where the
    /// standard names no period.
    pub fn counted_within(&self, item: &Item) -> Option<Period> {
        let counts = item.in_period || self.needs(item).iter().any(|fact| fact.in_period);
        self.period.filter(|_| counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::standard::ids::ItemId;
    use crate::model::standard::library::StandardLibrary;

    fn day(text: &str) -> CivilDate {
        CivilDate::parse(text).expect("a day")
    }

    fn station() -> Standard {
        let library = StandardLibrary::built_in().expect("the built-in standards");
        let station = library.iter().next().expect("the station's standard");
        Standard { deadline: CivilDate::parse("2026-12-10"), ..Standard::clone(station) }
    }

    #[test]
    fn days_are_counted_to_the_last_day_and_from_it() {
        let left = |today| station().days_left(Some(day(today)));
        assert_eq!(left("2026-11-29"), Some(DaysLeft::Left(11)));
        assert_eq!(left("2026-12-09"), Some(DaysLeft::Left(1)));
        assert_eq!(left("2026-12-10"), Some(DaysLeft::Today));
        assert_eq!(left("2027-01-01"), Some(DaysLeft::Over(22)));
        assert_eq!(left("2026-01-01"), Some(DaysLeft::Left(343)));
    }

    #[test]
    fn nothing_is_said_by_a_clock_that_must_be_wrong() {
        let left = |today: Option<&str>| station().days_left(today.map(day));
        assert_eq!(["1970-01-01", "2025-12-01", "2028-01-01", "2099-06-01"].map(|today| left(Some(today))), [None; 4]);
        assert_eq!(left(None), None);
        assert_eq!(Standard { deadline: None, ..station() }.days_left(Some(day("2026-12-01"))), None);
    }

    #[test]
    fn a_count_has_a_period_and_how_things_stand_has_none() {
        let station = station();
        let within = |id: &str| station.counted_within(station.item(&ItemId::try_from(id).expect("an id")).expect(id));
        let counted = ["A2", "F3", "G2", "G4", "I1", "J3"].map(|id| within(id) == station.period);
        assert_eq!(counted, [true; 6]);
        assert_eq!(["A1", "C1", "F1", "G1", "D1", "A6"].map(within), [None; 6]);
    }
}
