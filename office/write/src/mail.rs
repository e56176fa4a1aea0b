//! A mail as a file (`.eml`). It is marked as not sent, so that mail programs open it as a draft with the
//! attachments in place. The same request gives the same bytes: there is no date and no message number, which
//! the mail program adds when it sends.

use crate::failure::Failure;
use documents::mail::{Attachment, Mail, Recipient, is_mailbox, one_line};
use mail_builder::headers::Header;
use mail_builder::headers::address::EmailAddress;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;

/// Characters of base64 in a line, and the bytes they stand for.
const LINE: usize = 76;
const LINE_BYTES: usize = 57;

/// Writes the mail; the bytes of the attachments come beside it, in the same order.
pub fn mail<B: AsRef<[u8]>>(request: &[u8], attachments: &[B]) -> Result<Vec<u8>, Failure> {
    let request: Mail = serde_json::from_slice(request).map_err(|_| Failure::Request)?;
    if request.attachments.len() != attachments.len() {
        return Err(Failure::Attachments);
    }
    let text = request.lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\r\n") + "\r\n";
    let boundary = boundary(&text);
    let mut out = Vec::with_capacity(room(&text, attachments));
    if let Some(Recipient { office, mailbox }) = request.to {
        if !is_mailbox(&mailbox) {
            return Err(Failure::Mailbox);
        }
        let name = one_line(&office);
        let name = Some(name.trim()).filter(|name| !name.is_empty()).map(Into::into);
        header(&mut out, "To", &EmailAddress { name, email: mailbox.into() });
    }
    header(&mut out, "Subject", &Text::new(one_line(&request.subject)));
    // Known to Outlook, Foxmail, Thunderbird and others: a draft to be sent, not a mail that came.
    header(&mut out, "X-Unsent", &Raw::new("1"));
    header(&mut out, "MIME-Version", &Raw::new("1.0"));
    let mut parts = vec![MimePart::new("text/plain", text)];
    for (attachment, bytes) in request.attachments.iter().zip(attachments) {
        parts.push(part(attachment, bytes.as_ref())?);
    }
    MimePart::new(ContentType::new("multipart/mixed").attribute("boundary", boundary), parts).write_part(&mut out);
    Ok(out)
}

fn header(out: &mut Vec<u8>, name: &str, value: &impl Header) {
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b": ");
    value.write_header(out, name.len() + 2);
}

/// An attachment. Its name stands twice: as RFC 2231 wants it, and as older mail programs read it.
fn part<'a>(attachment: &Attachment, bytes: &'a [u8]) -> Result<MimePart<'a>, Failure> {
    let Attachment { name, media_type } = attachment;
    if !is_media_type(media_type) {
        return Err(Failure::MediaType);
    }
    let name = one_line(name);
    // As it stands, since the library would write this parameter as RFC 2231 wants it, too. A type it does not
    // look into is always written as base64, so that not a byte of a text file is changed on the way.
    let kind = Raw::new(format!("{media_type}; name=\"{}\"", quoted(&name)));
    Ok(MimePart::raw(bytes).header("Content-Type", kind).attachment(name))
}

/// A name for a parameter in quotation marks: encoded words of RFC 2047 where it has more than plain signs.
/// No standard allows them there; Outlook, Foxmail and QQ write and read them all the same.
fn quoted(name: &str) -> String {
    if name.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return name.replace('\\', "\\\\").replace('"', "\\\"");
    }
    let mut words = Vec::new();
    // As if the line were full: no word is then longer than a line of its own takes.
    Text::new(name).write_header(&mut words, LINE);
    String::from_utf8_lossy(&words).split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// What separates the parts. `=_` stands in no line of base64 or quoted-printable; the text may be neither.
fn boundary(text: &str) -> String {
    let mut boundary = "=_xingzhan".to_owned();
    while text.contains(&boundary) {
        boundary.push('_');
    }
    boundary
}

/// About how many bytes the mail takes, so that room is made once and nothing large is ever moved.
fn room<B: AsRef<[u8]>>(text: &str, attachments: &[B]) -> usize {
    let attached: usize = attachments.iter().map(|bytes| encoded(bytes.as_ref().len()) + 2048).sum();
    encoded(text.len()) + attached + 4096
}

fn encoded(bytes: usize) -> usize {
    bytes.div_ceil(LINE_BYTES) * (LINE + 2)
}

fn is_media_type(media_type: &str) -> bool {
    let fits = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    media_type.len() <= 127 && media_type.split_once('/').is_some_and(|(kind, of)| fits(kind) && fits(of))
}
