//! Why the modules for mails and workbooks made no file, or read none. The names are those that static/start.js and the
//! modules themselves give.

use documents::received::ReadError;

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

/// Why a file was not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenError {
    /// Because of the module.
    Office(OfficeError),
    /// Because of the file, or of one inside it.
    File(ReadError),
}

impl OpenError {
    /// By the name that was given: the module itself gives what is wrong with a file as JSON.
    pub fn named(name: &str) -> Self {
        serde_json::from_str(name).map_or_else(|_| Self::Office(OfficeError::named(name)), Self::File)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use documents::received::ReadFailure;

    #[test]
    fn what_is_wrong_with_a_file_is_told_from_what_is_wrong_with_the_module() {
        let said = |error: &ReadError| serde_json::to_string(error).unwrap_or_default();
        for error in [ReadFailure::Incomplete.here(), ReadFailure::Encrypted.at("申报.json")] {
            assert_eq!(OpenError::named(&said(&error)), OpenError::File(error));
        }
        assert_eq!(OpenError::named("absent"), OpenError::Office(OfficeError::Absent));
        assert_eq!(OpenError::named("failed"), OpenError::Office(OfficeError::Failed));
        assert_eq!(OpenError::named(""), OpenError::Office(OfficeError::Refused));
    }
}
