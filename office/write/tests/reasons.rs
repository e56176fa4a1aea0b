//! The module gives its reasons by name; the application has a sentence for each.
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use office_write::failure::Failure;
use xingzhan::model::office::OfficeError;

#[test]
fn what_a_person_can_do_something_about_is_known_by_its_name() {
    for failure in Failure::ALL {
        let expected = match failure {
            Failure::Mailbox => OfficeError::Mailbox,
            Failure::TooLarge => OfficeError::TooLarge,
            Failure::Request | Failure::Attachments | Failure::MediaType | Failure::Table => OfficeError::Refused,
        };
        assert_eq!(OfficeError::named(failure.name()), expected);
    }
}
