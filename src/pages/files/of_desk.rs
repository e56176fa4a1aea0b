//! What is said at a unit's door of a township's or the county's file: whose it is, and of how many units.

use crate::i18n::Text;
use crate::model::files::desk_file::DeskFile;

/// Names and what stands for them; nothing where the file does not say it.
pub(super) fn of_desk(text: &'static Text, desk: &DeskFile) -> Vec<(&'static str, String)> {
    vec![
        (text.open.township, desk.township.clone()),
        (text.open.year, desk.year.to_string()),
        (text.open.units, desk.units.map_or(String::new(), |units| units.to_string())),
        (text.open.code, desk.code.clone()),
    ]
}
