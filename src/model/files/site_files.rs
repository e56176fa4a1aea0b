//! A file of the site that did not come as it should. The names are those that static/start.js gives.

/// Which file, and what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissingFile {
    /// The file's name; empty in the single file, which has no others.
    pub file: String,
    /// What is wrong.
    pub fault: SiteFault,
    /// What the site answered: a status such as 404, or a type.
    pub answer: String,
}

/// What is wrong with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SiteFault {
    /// The site answered with an error.
    Status,
    /// The site did not answer, or not to the end.
    Network,
    /// It was waited for, and did not come.
    Slow,
    /// It came with a type that the browser may not use.
    Type,
    /// What came is not the file, or not all of it.
    Content,
    /// The single file is not whole.
    Damaged,
    /// It came, and the browser did not run it.
    NotRun,
}

impl SiteFault {
    /// Every one there is.
    pub const ALL: [Self; 7] =
        [Self::Status, Self::Network, Self::Slow, Self::Type, Self::Content, Self::Damaged, Self::NotRun];

    /// By the name that was given.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "status" => Self::Status,
            "network" => Self::Network,
            "slow" => Self::Slow,
            "type" => Self::Type,
            "content" => Self::Content,
            "damaged" => Self::Damaged,
            "run" => Self::NotRun,
            _ => return None,
        })
    }
}
