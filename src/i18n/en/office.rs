//! English.

use crate::i18n::office::OfficeWords;

pub static OFFICE: OfficeWords = OfficeWords {
    unaffected: " Your file itself is not affected.",
    absent: "A part of the program is not here yet and could not be fetched. Try again with a network; your file itself is not affected.",
    broken: "A part of the program did not arrive whole. Try again; if that does not help, reload the page.",
    too_old: "This browser is too old for mail drafts and Excel workbooks. Everything else works; or use a recent Edge or Chrome.",
    failed: "It broke off, most likely for lack of memory. Close some other pages and try again.",
    mailbox: "The mailbox in the standard is not a mail address. Write the mail yourself with the copy buttons, and tell the county.",
    too_large: "It is more than an Excel sheet can hold.",
    refused: "It was not made because of a mistake in this program. Send the file in another way, and tell the county.",
};
