//! English.

use crate::i18n::clash::ClashWords;

pub static CLASH: ClashWords = ClashWords {
    clashes: |many| format!("Two people differ at {many} places: say which value holds"),
    use_this: "Use this",
    by: |name, time| format!("{name}, {time}"),
    somebody: "not signed",
    emptied: "(taken away)",
    line: "this line of the roster",
    not_sent: "why nothing was sent",
    in_force: "which file counts",
    entered: "typed by the township",
    file: "A received file",
    bundle: "A bundle",
    name_of: "Whose name it is",
    points: |points| format!("{points} points"),
    who: |name| format!("At work: {name}"),
    nobody: "At work: not said yet",
    name: "Name",
    group: "Post or group",
    who_hint: "What is typed and scored here from now on stands under this name, so that it can be told who wrote what when reviews are merged. It may stay empty.",
};
