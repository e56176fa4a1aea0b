//! Why there is no file.

use std::fmt;

/// What is wrong with a request. The application says it in words; here it has a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// It is not written as agreed, or not whole.
    Request,
    /// There are not as many attachments as it names.
    Attachments,
    /// The mailbox is none that a mail can be sent to.
    Mailbox,
    /// The kind of an attachment is none.
    MediaType,
    /// The rows and cells of the table do not fit each other.
    Table,
    /// It is more than a workbook can hold.
    TooLarge,
}

impl Failure {
    /// Every one there is.
    pub const ALL: [Self; 6] =
        [Self::Request, Self::Attachments, Self::Mailbox, Self::MediaType, Self::Table, Self::TooLarge];

    /// Its name, as the application knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Attachments => "attachments",
            Self::Mailbox => "mailbox",
            Self::MediaType => "media_type",
            Self::Table => "table",
            Self::TooLarge => "too_large",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
