//! The mail that hands a submission over: subject and text in the words of the standard and ours.

use crate::i18n::{Text, handing_in_words, mail_words};
use crate::model::draft::Draft;
use crate::model::files::file_name::file_name;
use crate::model::mail::{Attachment, Mail, Recipient, one_line};
use crate::model::review::open_bundle::OpenedBundle;
use crate::model::scoring::score::Score;
use crate::model::standard::Standard;
use crate::model::standard::points::Range;
use crate::model::standard::receiver::Receiver;
use crate::model::standard::words::Lang;
use crate::model::submission::Submission;

/// The sentences in one language; most of a mail are those of the pages.
pub struct MailWords {
    /// What it begins with, before the office that it goes to.
    pub salutation: fn(&str) -> String,
    /// What is attached: the year, what it is called, which submission it is.
    pub attached: fn(u16, &str, &str) -> String,
}

/// The mail that a submission is attached to, under the name it was saved as.
pub fn mail(text: &Text, standard: &Standard, submission: &Submission, file: &str) -> Mail {
    let signed = &submission.signed;
    let (lang, words) = (text.lang, mail_words(text.lang));
    let score = Score::of(standard, &submission.record());
    let (colon, unit) = (text.colon(), &signed.unit);
    let office = standard.receiver.office.get(lang);
    let place: Vec<&str> =
        [&unit.township, &unit.village, &unit.name].map(String::as_str).into_iter().filter(|p| !p.is_empty()).collect();
    let place = place.join(" ");
    let sample = if signed.sample { text.send.what_sample } else { "" };
    let revision = (text.send.revision)(submission.revision);
    let said = |what: &str, said: String| format!("{what}{colon}{said}");
    let beside = text.signs.beside;
    let points = |won: Range, of: String| beside(&crate::i18n::range(won), &(text.result.of)(&of));
    let mut lines = vec![
        (words.salutation)(office),
        String::new(),
        (words.attached)(signed.year, text.send.what, &revision),
        String::new(),
        said(text.open.unit, place.clone()),
        said(text.result.total, points(score.total, crate::i18n::points(standard.points))),
        said(text.result.bonus, crate::i18n::range(score.bonus)),
    ];
    if score.shows_stars() {
        let stars = crate::i18n::stars_in_words(text, standard, &score);
        lines.push(said(text.result.stars, beside(&stars, standard.estimate.get(lang))));
    }
    lines.push(said(text.send.code, submission.codes.signed.to_string()));
    lines.push(said(
        text.open.standard,
        beside(standard.title.get(lang), &(text.mine.version)(standard.version, standard.year)),
    ));
    lines.push(said(text.send.file, file.to_owned()));
    lines.push(said(text.send.name, signed.declaration.name.clone()));
    if let Some(date) = signed.declaration.date {
        lines.push(said(text.send.date, crate::i18n::day(text, date)));
    }
    lines.push(String::new());
    lines.push((text.send.do_not_edit)(standard.receiver.called(lang)));
    let year = signed.year.to_string();
    let subject = [sample, &year, &place, text.send.what, &revision];
    let subject: Vec<&str> = subject.into_iter().filter(|part| !part.is_empty()).collect();
    mail_to(&standard.receiver, lang, &subject.join(" "), &lines, file)
}

/// The mail that a township's bundle is attached to, under the name it was saved as. It goes to whom the standard says that
/// bundles go to.
pub fn bundle_mail(text: &Text, to: &Standard, opened: &OpenedBundle, file: &str) -> Mail {
    let (lang, words, handing_in) = (text.lang, mail_words(text.lang), handing_in_words(text.lang));
    let (sealed, colon) = (&opened.bundle.sealed, text.colon());
    let office = to.receiver.office.get(lang);
    let times = (handing_in.times)(sealed.number);
    let unit = opened.standard.unit.words.get(lang);
    let here = sealed.units.iter().filter(|unit| unit.first.is_some()).count();
    let said = |what: &str, said: &str| format!("{what}{colon}{said}");
    let lines = [
        (words.salutation)(office),
        String::new(),
        (words.attached)(sealed.year, handing_in.what, &times),
        String::new(),
        said(text.open.township, &sealed.township),
        said(unit, &(handing_in.counts)(sealed.units.len(), here)),
        said(handing_in.code, opened.bundle.code.as_str()),
        said(text.open.standard, opened.standard.title.get(lang)),
        said(handing_in.file, file),
        said(handing_in.by, &sealed.by),
        String::new(),
        (text.send.do_not_edit)(to.receiver.called(lang)),
    ];
    let sample = if sealed.sample { text.send.what_sample } else { "" };
    let year = sealed.year.to_string();
    let subject = [sample, &year, &sealed.township, unit, handing_in.what, &times];
    let subject: Vec<&str> = subject.into_iter().filter(|part| !part.is_empty()).collect();
    mail_to(&to.receiver, lang, &subject.join(" "), &lines, file)
}

fn mail_to(receiver: &Receiver, lang: Lang, subject: &str, lines: &[String], file: &str) -> Mail {
    let mailbox = receiver.mailbox.as_ref().map(|mailbox| mailbox.trim().to_owned());
    let office = one_line(receiver.office.get(lang));
    Mail {
        to: mailbox.filter(|box_| !box_.is_empty()).map(|mailbox| Recipient { office, mailbox }),
        subject: one_line(subject),
        lines: lines.iter().map(|line| one_line(line)).collect(),
        attachments: vec![Attachment { name: one_line(file), media_type: "application/json".to_owned() }],
    }
}

/// The name of a file that is made of a draft: what it is, which submission it belongs to, and its ending.
pub fn file_of(text: &Text, draft: &Draft, what: &str, revision: u32, ending: &str) -> String {
    let (year, revision) = (draft.year.to_string(), (text.send.revision)(revision));
    let sample = if draft.is_example() { text.send.what_sample } else { "" };
    let (township, name) = (draft.unit.township.trim(), draft.unit.name.trim());
    file_name(&[&year, sample, township, name, what, &revision], ending)
}
