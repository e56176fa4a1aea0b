//! English.

use crate::i18n::mail::MailWords;

pub static MAIL: MailWords = MailWords {
    salutation: |office| format!("{office},"),
    attached: |year, what, revision| format!("Attached is our {what} file for {year} ({revision})."),
};
