//! Mails that are cut off, no mails at all, or made to do harm.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use documents::received::{ReadError, ReadFailure, Sender};
use office_read::limits::{MAX_FILES, MAX_NAME_CHARS};
use office_read::mail::Mail;
use proptest::prelude::*;
use std::path::PathBuf;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

fn wrong(bytes: &[u8]) -> ReadError {
    Mail::open(bytes.to_vec()).err().expect("an error")
}

/// A mail with these parts, each with its headers.
fn mail(parts: &[String]) -> String {
    let parts = parts.join("\r\n--b\r\n");
    format!(
        "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n{parts}\r\n--b--\r\n"
    )
}

fn attachment(name: &str, base64: &str) -> String {
    format!(
        "Content-Type: application/json; name=\"{name}\"\r\nContent-Disposition: attachment\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{base64}"
    )
}

#[test]
fn what_is_no_mail_is_told() {
    for nothing in [&b""[..], b"\n\n\n", b"{\"kind\":\"submission\"}", b"PK\x03\x04", &[0xff; 3000], b"a: b\n\nc"] {
        assert_eq!(wrong(nothing), ReadFailure::NotMail.here(), "{nothing:?}");
    }
}

#[test]
fn an_attachment_that_breaks_off_is_refused_by_its_name_and_those_before_it_are_whole() {
    let whole = mail(&[attachment("a.json", "e30="), attachment("b.json", &"QUJD".repeat(30))]);
    let cut = &whole[..whole.len() - 40];
    let read = Mail::open(cut.as_bytes().to_vec()).unwrap();
    assert_eq!(read.file(0), Ok(&b"{}"[..]));
    assert_eq!(read.file(1), Err(ReadFailure::Incomplete.at("b.json")));
}

#[test]
fn a_mail_that_holds_too_much_is_refused() {
    let parts: Vec<String> = (0..=MAX_FILES).map(|at| attachment(&at.to_string(), "e30=")).collect();
    assert_eq!(wrong(mail(&parts).as_bytes()), ReadFailure::TooMany.here());
    assert_eq!(Mail::open(mail(&parts[1..]).into_bytes()).unwrap().content().files.len(), MAX_FILES);
    let long = "长".repeat(MAX_NAME_CHARS + 1);
    let read = Mail::open(mail(&[attachment(&long, "e30=")]).into_bytes()).unwrap();
    assert_eq!(read.file(0), Err(ReadFailure::LongName.at(&long[..3 * MAX_NAME_CHARS])));
}

/// A part that is a mail, encoded so that nobody sees from outside what is in it.
fn forwarded(name: &str, mail: &str) -> String {
    format!(
        "Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}",
        BASE64_STANDARD.encode(mail)
    )
}

#[test]
fn what_is_attached_to_a_forwarded_mail_is_listed_in_its_place() {
    let inner = mail(&[attachment("a.json", "e30="), attachment("b.json", "W10=")]);
    for part in [forwarded("f.eml", &inner), attachment("f.EML", &BASE64_STANDARD.encode(&inner))] {
        let read =
            Mail::open(mail(&[attachment("c.json", "MQ=="), part, attachment("d.json", "Mg==")]).into()).unwrap();
        let files: Vec<_> = read.content().files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(files, ["c.json", "a.json", "b.json", "d.json"]);
        let within: Vec<_> = read.content().files.iter().map(|file| file.within.as_deref()).collect();
        assert!(matches!(within[..], [None, Some("f.eml" | "f.EML"), Some("f.eml" | "f.EML"), None]), "{within:?}");
        assert_eq!((read.file(1), read.file(2)), (Ok(&b"{}"[..]), Ok(&b"[]"[..])));
    }
}

#[test]
fn a_forwarded_mail_without_a_name_goes_by_its_subject() {
    for (subject, name) in [("Subject: =?utf-8?B?55Sz5oql?=\r\n", Some("申报.eml")), ("", None)] {
        let inner = format!("{subject}{}", mail(&[attachment("a.json", "e30=")]));
        let read = Mail::open(
            mail(&[format!("Content-Type: message/rfc822\r\n\r\n{}", inner.replace("--b", "--c").replace("=b", "=c"))])
                .into(),
        );
        let read = read.unwrap();
        assert_eq!((read.file(0), read.content().files[0].within.as_deref()), (Ok(&b"{}"[..]), name));
        // And one in it is named like that where it is refused.
        let outer = mail(&[forwarded("f.eml", &mail(&[forwarded("", &inner)]))]);
        let error = Mail::open(outer.into()).unwrap().file(0).unwrap_err();
        assert_eq!(error, ReadFailure::NestedMail.at(name.unwrap_or(".eml")));
    }
}

#[test]
fn mails_in_mails_without_end_and_parts_in_parts_without_end_are_refused() {
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(100_000);
    let read = Mail::open(nested.into_bytes()).unwrap();
    assert_eq!(read.file(0), Err(ReadFailure::NestedMail.at(".eml")));
    let parts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(10_000);
    assert_eq!(wrong(parts.as_bytes()), ReadFailure::EndlessMail.here());
    // Also where it is encoded, so that nobody sees it from outside.
    let mut encoded = "From: a@b\n\nx".to_owned();
    for _ in 0..5 {
        encoded = mail(&[forwarded("f.eml", &encoded)]);
    }
    assert_eq!(Mail::open(encoded.into()).unwrap().file(0), Err(ReadFailure::NestedMail.at("f.eml")));
    let parts = forwarded("f.eml", &parts);
    let read = Mail::open(mail(&[parts, attachment("a.json", "e30=")]).into()).unwrap();
    assert_eq!(read.file(0), Err(ReadFailure::EndlessMail.at("f.eml")), "it costs itself alone");
    assert_eq!(read.file(1), Ok(&b"{}"[..]));
}

#[test]
fn what_is_called_a_mail_and_is_none_is_told() {
    let read = Mail::open(mail(&[attachment("f.eml", "e30="), attachment("a.json", "e30=")]).into()).unwrap();
    assert_eq!((read.file(0), read.file(1)), (Err(ReadFailure::NotMail.at("f.eml")), Ok(&b"{}"[..])));
}

#[test]
fn the_files_of_all_forwarded_mails_together_are_bounded() {
    let many = |of: usize| mail(&(0..of).map(|at| attachment(&at.to_string(), "e30=")).collect::<Vec<_>>());
    let half = forwarded("f.eml", &many(MAX_FILES / 2));
    let read = Mail::open(mail(&[half.clone(), half.clone()]).into()).unwrap();
    assert_eq!(read.content().files.len(), MAX_FILES);
    assert_eq!(wrong(mail(&[half.clone(), half, attachment("a", "e30=")]).as_bytes()), ReadFailure::TooMany.here());
}

#[test]
fn sixty_mails_that_were_forwarded_in_one_are_all_opened() {
    // As programs write them: each with a picture in its text, the text in two forms, and not encoded.
    let multipart = |kind: &str, boundary: &str, part: &str| {
        format!("Content-Type: multipart/{kind}; boundary={boundary}\r\n\r\n--{boundary}\r\n{part}\r\n--{boundary}--")
    };
    let one = |at: usize| {
        let text = multipart("related", &format!("r{at}r"), &multipart("alternative", &format!("t{at}t"), "\r\nx"));
        let parts = format!("{text}\r\n--m{at}m\r\n{}", attachment(&format!("{at}.json"), "e30="));
        format!("Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\n{}", multipart("mixed", &format!("m{at}m"), &parts))
    };
    let read = Mail::open(mail(&(0..60).map(one).collect::<Vec<_>>()).into()).unwrap();
    let files = read.content().files.iter().enumerate().filter(|(_, file)| file.name.contains(".json"));
    let read: Vec<_> = files.map(|(at, _)| read.file(at)).collect();
    assert_eq!(read, vec![Ok(&b"{}"[..]); 60]);
}

#[test]
fn a_sender_and_a_subject_are_one_line_and_hide_nothing() {
    let text = "From: =?utf-8?B?5ZCN4oCuDQpCY2M6IHg=?= <a@example.org>\r\nSubject: a =?utf-8?Q?=0D=0Ab=E2=80=AE?=\r\nDate: never\r\n\r\nx";
    let read = Mail::open(text.as_bytes().to_vec()).unwrap();
    let from = Some(Sender { name: "名  Bcc: x".to_owned(), mailbox: "a@example.org".to_owned() });
    assert_eq!((&read.content().from, read.content().subject.as_str()), (&from, "a   b"));
    assert_eq!(read.content().date, None);
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_no_other_day() {
    let date = |date: &str| {
        let text = format!("From: a@example.org\r\nDate: {date}\r\n\r\nx");
        Mail::open(text.into_bytes()).unwrap().content().date.clone()
    };
    let utc = |text: &str| Some(text.to_owned());
    assert_eq!(date("Mon, 29 Feb 2027 10:00:00 +0800"), None);
    assert_eq!(date("Mon, 31 Apr 2026 10:00:00 +0800"), None);
    assert_eq!(date("Tue, 29 Feb 2028 03:00:00 +0800"), utc("2028-02-28T19:00:00Z"));
    assert_eq!(date("Thu, 31 Dec 2026 23:00:00 -0500"), utc("2027-01-01T04:00:00Z"));
}

#[test]
fn an_attachment_of_eight_bits_stays_as_it_is_to_the_last_byte() {
    let text = "{\"note\":\"申报 -- 甲: 乙\",\r\n\"b\":\"--\"}";
    let part = format!("Content-Type: application/json; name=a.json\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}");
    assert_eq!(Mail::open(mail(&[part]).into_bytes()).unwrap().file(0), Ok(text.as_bytes()));
}

proptest! {
    #[test]
    fn any_damage_gives_an_error_or_a_mail(name in prop::sample::select(vec!["qq.eml", "outlook.eml", "old.eml"]), at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = fixture(name);
        let place = at.index(bytes.len());
        bytes[place] = to;
        let cut = cut.index(2 * bytes.len());
        bytes.truncate(cut.max(1));
        if let Ok(mail) = Mail::open(bytes) {
            for (at, file) in mail.content().files.iter().enumerate() {
                prop_assert_eq!(mail.file(at).is_ok(), file.refused.is_none());
            }
        }
    }
}
