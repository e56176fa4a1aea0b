//! Why the module for mails and workbooks made no file. The names are those that static/start.js and the
//! module itself give.

/// Why there is no file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfficeError {
    /// The module is not at hand: no network, and it was not kept yet. It is there once there is a network.
    Absent,
    /// What came is not the module, or not all of it.
    Broken,
    /// This browser cannot run it.
    TooOld,
    /// It broke off, as a rule because there was not enough memory.
    Failed,
    /// The standard's mailbox is none that a mail can be sent to.
    Mailbox,
    /// It is more than a workbook can hold.
    TooLarge,
    /// It did not take the request: a mistake of this program.
    Refused,
}

impl OfficeError {
    /// Every one there is.
    pub const ALL: [Self; 7] =
        [Self::Absent, Self::Broken, Self::TooOld, Self::Failed, Self::Mailbox, Self::TooLarge, Self::Refused];

    /// By the name that was given.
    pub fn named(name: &str) -> Self {
        match name {
            "absent" => Self::Absent,
            "broken" => Self::Broken,
            "old" => Self::TooOld,
            "failed" => Self::Failed,
            "mailbox" => Self::Mailbox,
            "too_large" => Self::TooLarge,
            _ => Self::Refused,
        }
    }
}
