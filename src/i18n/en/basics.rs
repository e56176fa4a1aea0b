//! English.

use super::several;
use crate::i18n::basics::Basics;

pub const BASICS: Basics = Basics {
    title: "Basics",
    lead: "Unit, people and year are filled in here, once.",
    unit: "Unit",
    pick: "Choose from the list",
    pick_none: "(not on the list, I fill it in)",
    name: "Name",
    name_hint: |unit| format!("Full name of the {unit}"),
    code: "Code",
    code_hint: "Leave empty if the county gave none",
    township: "Township or sub-district",
    village: "Village or community",
    address: "Address",
    hours: "Opening hours",
    hours_hint: "For instance: Monday to Friday, 8:30 to 17:00",
    posts: "People",
    privacy: "Names and office telephones only: no identity numbers, no mobile numbers, nothing about members of the public.",
    person: "Name",
    office: "Office held",
    phone: "Office telephone",
    privacy_in_village: "Names and a telephone to be reached at, a mobile one where there is no office: no identity numbers, nothing about members of the public.",
    phone_in_village: "Telephone",
    acting: |head| format!("There is no {head} at present; the person above acts as one"),
    period: "Year",
    year: "Year assessed",
    year_wrong: "Please give the year in four digits, such as 2026.",
    months: "Months in operation this year",
    months_hint: "For a unit set up during the year, from its first month. Yearly numbers of times shrink with it.",
    month: |n| several(usize::from(n), "month", "months"),
    number: "How many",
    optional: "optional",
};
