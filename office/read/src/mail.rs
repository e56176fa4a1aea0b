//! A mail: from whom, when, about what, and what is attached to it. What it says in its text nobody asks for. A mail that
//! was forwarded in it as an attachment is opened along with it; one inside that is not.

use crate::header_area::{NESTED, made_safe};
use crate::limits::{MAX_BYTES, MAX_FILES};
use crate::name;
use documents::mail::one_line;
use documents::received::{ContainedFile, ReadError, ReadFailure, ReceivedMail, Sender};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{DateTime, Encoding, HeaderName, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// A mail that was opened.
pub struct Mail {
    content: ReceivedMail,
    /// The bytes of each file, in the same order.
    bytes: Vec<Vec<u8>>,
}

/// What is attached to a mail.
struct Attachment {
    file: ContainedFile,
    bytes: Vec<u8>,
    /// Whether it is a mail that was forwarded.
    is_mail: bool,
}

impl Mail {
    /// Opens a mail.
    ///
    /// # Errors
    /// Where it is none, is cut off, or holds too much, together with the mails that were forwarded in it. What is wrong
    /// with a single attachment costs that alone, and stands in the list.
    pub fn open(bytes: Vec<u8>) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(ReadFailure::TooLarge.here());
        }
        let mut searched = 0;
        let (content, attachments) = read(bytes, &mut searched).map_err(ReadFailure::here)?;
        let mut mail = Self { content, bytes: Vec::new() };
        for attachment in attachments {
            if attachment.is_mail && attachment.file.refused.is_none() {
                mail.add_forwarded(attachment, &mut searched);
            } else {
                mail.add(attachment);
            }
            if mail.bytes.len() > MAX_FILES {
                return Err(ReadFailure::TooMany.here());
            }
        }
        Ok(mail)
    }

    fn add(&mut self, attachment: Attachment) {
        self.content.files.push(attachment.file);
        self.bytes.push(attachment.bytes);
    }

    /// Lists what is attached to a forwarded mail in its place; or says there why it cannot be opened.
    fn add_forwarded(&mut self, forwarded: Attachment, searched: &mut u64) {
        let Attachment { file, bytes, is_mail } = forwarded;
        match read(bytes, searched) {
            Ok((_, attachments)) => {
                for mut inside in attachments {
                    // One without name and subject is called like the mail around it.
                    inside.file.within = (file.name != ENDING).then(|| file.name.clone());
                    if inside.is_mail {
                        inside.file.refused = inside.file.refused.or(Some(ReadFailure::NestedMail));
                        inside.bytes = Vec::new();
                    }
                    self.add(inside);
                }
            }
            Err(failure) => {
                let file = ContainedFile { refused: Some(failure), ..file };
                self.add(Attachment { file, bytes: Vec::new(), is_mail });
            }
        }
    }

    /// What stands in it.
    pub fn content(&self) -> &ReceivedMail {
        &self.content
    }

    /// The bytes of the attachment at this place of the list.
    ///
    /// # Errors
    /// Where it was refused.
    pub fn file(&self, index: usize) -> Result<&[u8], ReadError> {
        let (Some(file), Some(bytes)) = (self.content.files.get(index), self.bytes.get(index)) else {
            return Err(ReadFailure::NoSuchFile.here());
        };
        file.refused.map_or(Ok(bytes), |failure| Err(failure.at(file.name.as_str())))
    }
}

/// What the name of a saved mail ends with.
const ENDING: &str = ".eml";

/// A mail, with its list of files still empty, and what is attached to it, as it is.
fn read(bytes: Vec<u8>, searched: &mut u64) -> Result<(ReceivedMail, Vec<Attachment>), ReadFailure> {
    let safe = made_safe(&bytes, searched)?;
    drop(bytes);
    let message = parser().parse(&safe).filter(is_mail).ok_or(ReadFailure::NotMail)?;
    if message.attachment_count() > MAX_FILES {
        return Err(ReadFailure::TooMany);
    }
    let attachments = message.attachments().map(|part| attachment(&message, part)).collect();
    let content = ReceivedMail {
        from: sender(&message),
        subject: one_line(message.subject().unwrap_or_default()),
        date: message.date().and_then(utc),
        files: Vec::new(),
    };
    Ok((content, attachments))
}

fn attachment(message: &Message<'_>, part: &MessagePart<'_>) -> Attachment {
    let decoded = contents(message, part);
    let failure = decoded.as_ref().err().copied();
    let bytes = decoded.unwrap_or_default();
    let mut name = one_line(part.attachment_name().unwrap_or_default());
    let is_mail = is_nested(part) || name.to_ascii_lowercase().ends_with(ENDING);
    if is_mail && name.is_empty() {
        name = subject(&bytes) + ENDING;
    }
    let (name, long) = name::shown(&name);
    let file = ContainedFile { name, within: None, bytes: bytes.len() as u64, refused: failure.or(long) };
    Attachment { file, bytes, is_mail }
}

fn parser() -> MessageParser {
    MessageParser::new()
        .with_mime_headers()
        .header_address(HeaderName::From)
        .header_text(HeaderName::Subject)
        .header_date(HeaderName::Date)
        .default_header_ignore()
}

/// The beginning of the subject of a mail, which is to be told from others by it.
fn subject(mail: &[u8]) -> String {
    let head = made_safe(mail.get(..HEAD).unwrap_or(mail), &mut 0).unwrap_or_default();
    let message = parser().parse_headers(&head);
    let subject = message.as_ref().and_then(Message::subject).unwrap_or_default();
    one_line(subject).chars().take(NAME_CHARS).collect()
}

/// How many bytes of a mail its subject is looked for in.
const HEAD: usize = 16 << 10;
/// How many characters of it become a name.
const NAME_CHARS: usize = 60;

/// Anything at all has some text before a colon in it: a mail says at least from whom it is, or of what kind.
fn is_mail(message: &Message<'_>) -> bool {
    let known =
        [HeaderName::From, HeaderName::Subject, HeaderName::Date, HeaderName::MimeVersion, HeaderName::ContentType];
    message.headers().iter().any(|header| known.contains(&header.name))
}

fn sender(message: &Message<'_>) -> Option<Sender> {
    let from = message.from()?.first()?;
    let line = |text: Option<&str>| one_line(text.unwrap_or_default());
    Some(Sender { name: line(from.name()), mailbox: line(from.address()) })
}

/// The same moment in UTC, where the calendar has it: 29 February of a year that has none is no other day.
fn utc(date: &DateTime) -> Option<String> {
    let counted = DateTime { tz_before_gmt: false, tz_hour: 0, tz_minute: 0, ..*date };
    if !date.is_valid() || DateTime::from_timestamp(counted.to_timestamp()).day != date.day {
        return None;
    }
    let DateTime { year, month, day, hour, minute, second, .. } = DateTime::from_timestamp(date.to_timestamp());
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

fn is_nested(part: &MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("message") && kind.subtype().is_some_and(|kind| kind == NESTED)
    })
}

/// The bytes of a part as they were before they were encoded for the mail. Of a text the parser has made one in UTF-8.
fn contents(message: &Message<'_>, part: &MessagePart<'_>) -> Result<Vec<u8>, ReadFailure> {
    // Base64 or lines that break off, or a boundary that never comes.
    if part.is_encoding_problem {
        return Err(ReadFailure::Incomplete);
    }
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Ok(bytes.to_vec()),
        PartType::Text(_) | PartType::Html(_) => {
            let place = usize::try_from(part.offset_body).unwrap_or(0)..usize::try_from(part.offset_end).unwrap_or(0);
            let raw = message.raw_message.get(place).ok_or(ReadFailure::Damaged)?;
            match part.encoding {
                Encoding::None => Ok(raw.to_vec()),
                Encoding::Base64 => base64_decode(raw).ok_or(ReadFailure::Damaged),
                Encoding::QuotedPrintable => quoted_printable_decode(raw).ok_or(ReadFailure::Damaged),
            }
        }
        PartType::Message(_) => Err(ReadFailure::NestedMail),
        PartType::Multipart(_) => Err(ReadFailure::Damaged),
    }
}
