//! Where in a draft something was edited, for whoever leads there.

use crate::model::standard::ids::{FactId, ItemId};

/// A place of a draft, to go to and to name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EditPlace {
    /// A line of the unit, by its key: `name`, `code`, `township`, `village`, `address`, `hours`.
    Unit(&'static str),
    /// A line of the posts: `head.name`, `acting`, `liaison.phone` and so on.
    Posts(&'static str),
    /// A line of the declaration: `name`, `post`, `date`, `agreed`.
    Declaration(&'static str),
    /// The year.
    Year,
    /// The months in operation.
    Months,
    /// A number.
    Fact(FactId),
    /// What is said of an item.
    Item(ItemId),
    /// The year that stands beside this one.
    Earlier,
    /// Many places at once, or the standard itself: a file was merged, an earlier state restored.
    Many,
}
