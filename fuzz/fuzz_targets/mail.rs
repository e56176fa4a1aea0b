//! Any bytes as a mail, and every attachment of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use office_read::mail::Mail;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mail) = Mail::open(bytes.to_vec()) else { return };
    for (at, file) in mail.content().files.iter().enumerate() {
        assert_eq!(mail.file(at).is_ok(), file.refused.is_none());
    }
});
