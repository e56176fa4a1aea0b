//! Mails, read back by a parser that is not ours.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use mail_parser::{Header, Message, MessageParser, MessagePart, MimeHeaders};
use office_write::failure::Failure;
use office_write::mail::mail;
use xingzhan::model::files::json::canonical;
use xingzhan::model::mail::{Attachment, Mail, Recipient, as_mailed};

fn request() -> Mail {
    Mail {
        to: Some(Recipient {
            office: "县人大常委会创建办公室".to_owned(), mailbox: "office@example.org".to_owned()
        }),
        subject: "2026 柏城街道联络站 自评申报 第1次".to_owned(),
        lines: vec!["办公室：".to_owned(), String::new(), "总分：84.5".to_owned()],
        attachments: vec![Attachment { name: "申报.json".to_owned(), media_type: "application/json".to_owned() }],
    }
}

fn written(request: &Mail, attachments: &[&[u8]]) -> Vec<u8> {
    mail(canonical(request).as_bytes(), attachments).expect("a mail")
}

fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).expect("a mail")
}

/// The names of its headers, in order.
fn headers(message: &Message<'_>) -> Vec<String> {
    message.headers().iter().map(|header| header.name().to_owned()).collect()
}

#[test]
fn a_mail_is_read_back_as_it_was_asked_for() {
    let content = "{\"kind\":\"submission\"}\n\r\n--=_xingzhan\r\n".as_bytes();
    let bytes = written(&request(), &[content]);
    let message = parsed(&bytes);
    assert_eq!(message.subject(), Some("2026 柏城街道联络站 自评申报 第1次"));
    let to = message.to().and_then(|to| to.first()).expect("a recipient");
    assert_eq!((to.name(), to.address()), (Some("县人大常委会创建办公室"), Some("office@example.org")));
    assert_eq!(message.body_text(0).as_deref(), Some("办公室：\r\n\r\n总分：84.5\r\n"));
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(message.attachment_count(), 1);
    let attachment = message.attachment(0).expect("an attachment");
    assert_eq!(attachment.attachment_name(), Some("申报.json"));
    assert_eq!(attachment.contents(), content);
    let kind = attachment.content_type().expect("a type");
    assert_eq!((kind.ctype(), kind.subtype()), ("application", Some("json")));
    assert_eq!(kind.attribute("name"), Some("申报.json"), "for older mail programs");
}

#[test]
fn a_draft_has_no_date_and_no_number_and_the_same_request_gives_the_same_bytes() {
    let bytes = written(&request(), &[b"{}"]);
    assert_eq!(headers(&parsed(&bytes)), ["To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"]);
    assert_eq!(bytes, written(&request(), &[b"{}"]));
}

#[test]
fn names_of_any_length_and_any_signs_survive() {
    let sixty = "很长的名称".repeat(12);
    let awkward = [
        sixty.as_str(),
        "a \"quoted\" \\ name",
        "😀 emoji 👩‍👩‍👧 in a name",
        "plain ascii name",
        "半角 ' 全角 ’ % =?utf-8?B?x?= *0",
        "ends with a space ",
        &"x".repeat(200),
    ];
    for name in awkward {
        let mut request = request();
        request.subject = name.to_owned();
        request.attachments[0].name = format!("{name}.json");
        request.to = Some(Recipient { office: name.to_owned(), mailbox: "a@example.org".to_owned() });
        let bytes = written(&request, &[b"{}"]);
        let message = parsed(&bytes);
        assert_eq!(message.subject(), Some(name));
        assert_eq!(message.to().and_then(|to| to.first()).and_then(|to| to.name()), Some(name.trim_end()));
        let attachment = message.attachment(0).expect("an attachment");
        let disposition = attachment.content_disposition().expect("a disposition");
        assert_eq!(disposition.attribute("filename"), Some(format!("{name}.json").as_str()));
        assert_eq!(
            attachment.content_type().and_then(|kind| kind.attribute("name")),
            Some(format!("{name}.json").as_str())
        );
    }
}

#[test]
fn every_line_is_one_that_any_server_takes() {
    let mut request = request();
    request.subject = "很长".repeat(400);
    request.attachments[0].name = format!("{}.json", "很长".repeat(100));
    request.lines.push("一行".repeat(2000));
    let bytes = written(&request, &[&vec![7; 100_000]]);
    let text = String::from_utf8(bytes.clone()).expect("plain signs");
    assert!(text.is_ascii());
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "each line ends with both");
    let longest = text.split("\r\n").map(str::len).max().unwrap();
    // RFC 2045 and 2047: 76 characters; a folded parameter may take the two more of RFC 5322
    assert!(longest <= 78, "{longest}");
    assert_eq!(parsed(&bytes).subject(), Some("很长".repeat(400).as_str()));
    let base64: Vec<&str> = text.split("\r\n").filter(|line| line.starts_with("BwcHBwcH")).collect();
    assert!(
        base64.len() > 1000
            && base64.iter().rev().skip(1).all(|line| line.len() == 76 || line.len() == base64.last().unwrap().len())
    );
}

#[test]
fn nothing_that_is_typed_becomes_a_header() {
    let evil = "名\r\nBcc: evil@example.org\r\n\r\n<b>\u{0}\u{b}\u{2028}";
    let mut request = request();
    request.subject = evil.to_owned();
    request.to = Some(Recipient { office: evil.to_owned(), mailbox: "a@example.org".to_owned() });
    request.attachments[0].name = evil.to_owned();
    request.lines = vec![evil.to_owned(), "--=_xingzhan".to_owned(), "--=_xingzhan--".to_owned(), ".".to_owned()];
    let bytes = written(&request, &[b"{}"]);
    let message = parsed(&bytes);
    assert_eq!(headers(&message), ["To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"]);
    assert_eq!(message.attachment_count(), 1);
    let part: Vec<&str> = message.attachment(0).unwrap().headers().iter().map(Header::name).collect();
    assert_eq!(part, ["Content-Type", "Content-Disposition", "Content-Transfer-Encoding"]);
    assert!(message.body_text(0).unwrap().contains("--=_xingzhan--"));
    assert!(!String::from_utf8(bytes).unwrap().contains("\nBcc"));
}

#[test]
fn a_text_that_looks_like_the_end_of_a_part_ends_none() {
    let lines = ["plain", "--=_xingzhan", "--=_xingzhan_", "--=_xingzhan--", "the end"];
    let request = Mail { lines: lines.map(str::to_owned).to_vec(), ..request() };
    let bytes = written(&request, &[b"{}"]);
    let message = parsed(&bytes);
    assert_eq!(message.body_text(0).as_deref().map(str::trim_end), Some(lines.join("\r\n").as_str()));
    assert_eq!(message.attachment_count(), 1);
}

#[test]
fn a_mailbox_that_is_none_is_refused() {
    for mailbox in [
        "",
        "office",
        "@example.org",
        "a@",
        "a b@example.org",
        "a@b@example.org",
        "a@example.org\r\nBcc: b@c",
        "a@example.org>",
        "<a@example.org",
        "名@example.org",
        "a@例子.中国",
        "a@example.org,b@example.org",
    ] {
        let to = Some(Recipient { office: "o".to_owned(), mailbox: mailbox.to_owned() });
        let request = Mail { to, ..request() };
        assert_eq!(mail(canonical(&request).as_bytes(), &[b"{}"]), Err(Failure::Mailbox), "{mailbox}");
    }
}

#[test]
fn a_draft_to_nobody_has_no_recipient() {
    let bytes = written(&Mail { to: None, ..request() }, &[b"{}"]);
    let message = parsed(&bytes);
    assert_eq!(headers(&message), ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]);
    assert!(message.to().is_none());
}

#[test]
fn every_byte_of_every_attachment_arrives_whatever_its_type() {
    let all: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    let text = "一行\n又一行\r\n\r".as_bytes();
    let mut request = request();
    request.attachments = ["application/json", "text/plain", "image/jpeg"]
        .map(|kind| Attachment { name: format!("{}.bin", kind.replace('/', "-")), media_type: kind.to_owned() })
        .to_vec();
    let bytes = written(&request, &[&all, text, b""]);
    let message = parsed(&bytes);
    let contents: Vec<&[u8]> = message.attachments().map(MessagePart::contents).collect();
    assert_eq!(contents, [all.as_slice(), text, b""]);
}

#[test]
fn a_request_that_is_not_as_agreed_is_refused_by_name() {
    let mut wrong = request();
    wrong.attachments[0].media_type = "json\r\nX: y".to_owned();
    let none: [&[u8]; 0] = [];
    assert_eq!(mail(canonical(&wrong).as_bytes(), &[b"{}"]), Err(Failure::MediaType));
    assert_eq!(mail(canonical(&request()).as_bytes(), &none), Err(Failure::Attachments));
    for broken in [&b""[..], b"{", b"[]", b"{}", b"\xff", br#"{"subject":"s","lines":[],"attachments":[],"cc":"x"}"#] {
        assert_eq!(mail(broken, &none), Err(Failure::Request));
    }
}

#[test]
fn a_file_is_as_large_in_the_mail_as_the_application_says() {
    for size in [1, 2, 3, 56, 57, 58, 1000, 99_999] {
        let bytes = written(&request(), &[&vec![0; size]]);
        let text = String::from_utf8(bytes).unwrap();
        let encoded = text.rsplit_once("base64\r\n\r\n").unwrap().1.split_once("\r\n--").unwrap().0;
        assert_eq!(as_mailed(size as u64), encoded.len() as u64, "{size}");
    }
}
