//! English.

use crate::i18n::hints::HintWords;

pub static HINTS: HintWords = HintWords {
    contradiction: |number, than| {
        format!("{number} is more than {than}: the two do not agree, please check them there.")
    },
    not_applicable: |item, why| format!("{item}: said not to apply ({why}); please have a look there."),
    gate: |gate, effect| format!("{gate} ({effect}); please look at this first."),
    nothing_counted: |number, nothing| format!("{number}, {nothing}; please look at the register."),
    far_apart: |own, by, assessed, items, many| match many {
        0 => format!("Own score {own}, {by} {assessed}; please look first where they differ."),
        _ => format!("Own score {own}, {by} {assessed}; they differ at {items}, please look there first."),
    },
    between: ", ",
    highest: |number| format!("{number}: one of the county’s three highest; please look at the records."),
    lowest: |number| format!("{number}: one of the county’s three lowest; please ask for the reason."),
    same_photo: |unit| {
        format!("One photo is the same as one of {unit}; they may share a place. Please have a look there.")
    },
    same_note: |unit| format!("One note is the same as one of {unit}; please ask each how they do it."),
};
