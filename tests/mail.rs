//! The mail that hands a submission over.

use crate::common::{example, station, time};
use xingzhan::i18n;
use xingzhan::i18n::text;
use xingzhan::model::mail::{Mail, mailto};
use xingzhan::model::office::OfficeError;
use xingzhan::model::standard::Standard;
use xingzhan::model::standard::words::Lang;
use xingzhan::model::submission::Submission;

fn mail(lang: Lang) -> Mail {
    let submission = Submission::of(&example(), time());
    let mut standard = Standard::clone(station());
    standard.receiver.mailbox = Some(" office@example.org ".to_owned());
    i18n::mail(text(lang), &standard, &submission, "2026_示例_柏城街道.json")
}

#[test]
fn the_mail_says_who_how_much_how_many_stars_and_which_file() {
    let mail = mail(Lang::Zh);
    let submission = Submission::of(&example(), time());
    let score = example().score();
    let all = mail.lines.join("\n");
    let name = &example().unit.name.clone();
    let total = i18n::range(score.total);
    let stars = i18n::stars_in_words(text(Lang::Zh), station(), &score);
    let code = submission.codes.signed.to_string();
    for said in [name, &total, &stars, &code, "2026_示例_柏城街道.json", "第1次", station().estimate.get(Lang::Zh)]
    {
        assert!(all.contains(said), "{said} is missing in\n{all}");
    }
    let to = mail.to.expect("a recipient");
    assert_eq!(
        (to.office.as_str(), to.mailbox.as_str()),
        (station().receiver.office.get(Lang::Zh), "office@example.org")
    );
    assert!(
        mail.subject.contains(name) && mail.subject.contains("2026") && mail.subject.contains("示例"),
        "{}",
        mail.subject
    );
}

#[test]
fn the_mail_of_a_standard_without_a_mailbox_is_addressed_to_nobody() {
    let submission = Submission::of(&example(), time());
    assert_eq!(i18n::mail(text(Lang::Zh), station(), &submission, "a.json").to, None);
}

#[test]
fn the_mail_is_whole_in_both_languages() {
    let (zh, en) = (mail(Lang::Zh), mail(Lang::En));
    assert_eq!(zh.lines.len(), en.lines.len());
    assert_eq!(
        zh.lines.iter().filter(|line| line.is_empty()).count(),
        en.lines.iter().filter(|line| line.is_empty()).count()
    );
}

#[test]
fn the_address_of_the_mail_fits_what_mail_programs_take() {
    for lang in Lang::ALL {
        let address = mailto(&mail(lang));
        assert!(address.starts_with("mailto:office@example.org?subject=") && address.contains("&body="), "{address}");
        assert!(address.len() <= 2000);
    }
}

#[test]
fn every_reason_for_no_file_has_a_sentence_of_its_own_in_both_languages() {
    let mut said: Vec<&str> =
        Lang::ALL.iter().flat_map(|lang| OfficeError::ALL.map(|reason| i18n::not_made(text(*lang), reason))).collect();
    assert!(said.iter().all(|sentence| !sentence.trim().is_empty()));
    said.sort_unstable();
    said.dedup();
    assert_eq!(said.len(), 2 * OfficeError::ALL.len());
}
