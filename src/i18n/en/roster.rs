//! English.

use crate::i18n::roster::RosterWords;
use crate::model::review::roster_columns::ColumnKind;

pub static ROSTER: RosterWords = RosterWords {
    title: |year| format!("Units that are to send, {year}"),
    kind: "Kind",
    column: |kind| match kind {
        ColumnKind::Phone => "Telephone (not kept)",
        ColumnKind::Code => "Code",
        ColumnKind::Order => "Number",
        ColumnKind::Kind => "Kind",
        ColumnKind::Township => "Township or sub-district",
        ColumnKind::Village => "Village or community",
        ColumnKind::Liaison => "Liaison officer",
        ColumnKind::Head => "Head",
        ColumnKind::Members => "Members",
        ColumnKind::Name => "Name",
    },
    unused: "Not used",
    heads: |kind| match kind {
        ColumnKind::Phone => "telephone phone mobile",
        ColumnKind::Code => "code",
        ColumnKind::Order => "no. number",
        ColumnKind::Kind => "kind type",
        ColumnKind::Township => "township sub-district",
        ColumnKind::Village => "village community",
        ColumnKind::Liaison => "liaison",
        ColumnKind::Head => "head",
        ColumnKind::Members => "deputies members",
        ColumnKind::Name => "name unit",
    },
    endings: |kind| match kind {
        ColumnKind::Township => "township sub-district",
        ColumnKind::Village => "village community",
        ColumnKind::Name
        | ColumnKind::Phone
        | ColumnKind::Code
        | ColumnKind::Order
        | ColumnKind::Kind
        | ColumnKind::Liaison
        | ColumnKind::Head
        | ColumnKind::Members => "",
    },
    beside: "of the or and full",
    totals: "total sum",
    nothing: "No unit was found. Copy the table together with its heads.",
    too_many: "There are more than 20,000 units. Paste them in parts.",
    too_wide: "There are more than 100 columns: this is no list of units. Paste the columns with the units alone.",
    no_names: "No names were found. Say which column holds the names, or the villages.",
    two_columns: |kind, column| format!("Column {column} and one before it are both “{kind}”; only one can be used."),
    no_name: |row| format!("Row {row} has no name."),
    doubled: |row, first, name| format!("“{name}” in row {row} stands in row {first} as well."),
    code_twice: |row, first, code| format!("The code “{code}” in row {row} is that of another unit in row {first}."),
    too_long: |row, column, most| format!("The text in row {row}, column {column} has more than {most} characters."),
};
