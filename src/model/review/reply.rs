//! A unit's answers as they come back in a chat: read by the numbers of their lines, whatever order they stand in. Nothing
//! is guessed: what cannot be read stays as it was typed, and each thing that was read says from which line.

use crate::model::record::answers::Choice;
use crate::model::record::facts::Count;
use crate::model::record::typed::{self, tidy};
use crate::model::review::reply_form::{AnswerForm, AskedFor, AskedLine, ReplyOption, ReplyValue};
use crate::model::sorting::sort_once;

/// One unit's reply.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reply {
    /// The unit that it names between 【 and 】.
    pub unit: Option<String>,
    /// What stands before the first numbered line besides: who wrote it, and when.
    pub heading: Vec<String>,
    /// What was read, in the order of the paste.
    pub answers: Vec<ReplyAnswer>,
    /// What was not.
    pub unread: Vec<UnreadLine>,
}

impl Reply {
    /// Whether nothing stands below its heading yet.
    fn says_nothing(&self) -> bool {
        self.unit.is_none() && self.answers.is_empty() && self.unread.is_empty()
    }
}

/// What was read of one line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReplyAnswer {
    /// The line of the paste in which the answer stands, counted from 1.
    pub line: usize,
    /// The number of the line in the form.
    pub number: usize,
    /// What it answers.
    pub asked: AskedFor,
    /// What it says.
    pub value: ReplyValue,
    /// The answer as it was typed.
    pub typed: String,
}

/// A line that was not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnreadLine {
    /// Which line of the paste it is, counted from 1.
    pub line: usize,
    /// The number of the line in the form, if it has one that there is.
    pub number: Option<usize>,
    /// As it was typed.
    pub typed: String,
}

/// Words that people write for nothing, parted by spaces, and signs that stand where an answer is to be written.
pub struct ReplyWords<'a> {
    /// For the number 0.
    pub none: Vec<&'a str>,
    /// What marks the place of an answer, such as `__`.
    pub blank: char,
}

/// Reads what was pasted: one reply or several after each other. A further one begins with a line that names a unit, or
/// where a number comes that was answered already.
pub fn read(form: &[AskedLine], pasted: &str, words: &ReplyWords<'_>) -> Vec<Reply> {
    let mut reader = Reader { form, words, replies: Vec::new(), waits: None, above: Vec::new() };
    for (at, line) in pasted.lines().enumerate() {
        let line = tidy(line);
        if !line.is_empty() {
            reader.line(at + 1, &line);
        }
    }
    reader.end_reply();
    reader.replies
}

struct Reader<'a> {
    form: &'a [AskedLine],
    words: &'a ReplyWords<'a>,
    replies: Vec<Reply>,
    /// A numbered line whose answer may stand on the next one.
    waits: Option<&'a AskedLine>,
    /// What stands below the name of a unit, as long as no numbered line comes.
    above: Vec<UnreadLine>,
}

impl Reader<'_> {
    fn line(&mut self, at: usize, line: &str) {
        if let Some(name) = named(line) {
            self.end_reply();
            self.waits = None;
            let name = Some(name).filter(|name| !name.is_empty());
            // What a chat wrote above the message is its heading.
            match self.replies.last_mut().filter(|reply| reply.says_nothing()) {
                Some(reply) => reply.unit = name,
                None => self.replies.push(Reply { unit: name, ..Reply::default() }),
            }
            return;
        }
        let known = |number: usize| self.form.iter().any(|asked| asked.number == number);
        // `3 场` below a question that counts 场 is its answer, and no third line.
        let counted = |rest: &str| match self.waits.map(|asked| &asked.form) {
            Some(AnswerForm::Number(unit)) => !unit.is_empty() && rest == unit,
            Some(AnswerForm::One(_) | AnswerForm::Several(_)) | None => false,
        };
        let numbered = numbered(line).filter(|(number, rest)| known(*number) && !counted(rest));
        match (numbered, self.waits) {
            (Some((number, rest)), _) => self.numbered(at, number, rest, line),
            (None, waits) if is_message_head(line) && waits.is_none_or(|asked| self.value(asked, line).is_none()) => {
                self.waits = None;
                self.message(line);
            }
            (None, Some(asked)) => {
                self.waits = None;
                self.answer(at, asked, line, line);
            }
            (None, None) => {
                let number = None;
                match self.replies.last_mut() {
                    Some(reply) if !reply.answers.is_empty() || !reply.unread.is_empty() => {
                        reply.unread.push(UnreadLine { line: at, number, typed: line.to_owned() });
                    }
                    Some(reply) => {
                        if reply.unit.is_some() {
                            self.above.push(UnreadLine { line: at, number, typed: line.to_owned() });
                        }
                        reply.heading.push(line.to_owned());
                    }
                    None => self.replies.push(Reply { heading: vec![line.to_owned()], ..Reply::default() }),
                }
            }
        }
    }

    /// A further message of the chat: of somebody else it is a further reply, of the same person it goes on.
    fn message(&mut self, head: &str) {
        let by = |line: &str| line.split_whitespace().next().map(str::to_owned);
        let goes_on = self.replies.last().is_some_and(|reply| {
            reply.says_nothing() || reply.heading.iter().any(|line| is_message_head(line) && by(line) == by(head))
        });
        if !goes_on {
            self.end_reply();
            self.replies.push(Reply::default());
        }
        if let Some(reply) = self.replies.last_mut() {
            reply.heading.push(head.to_owned());
        }
    }

    /// What a unit wrote below its name in words of its own, without any numbered line, heads nothing: it is what it says.
    fn end_reply(&mut self) {
        if let Some(reply) = self.replies.last_mut().filter(|_| !self.above.is_empty()) {
            reply.heading.retain(|line| self.above.iter().all(|said| said.typed != *line));
            reply.unread.append(&mut self.above);
        }
    }

    fn numbered(&mut self, at: usize, number: usize, rest: &str, line: &str) {
        self.above.clear();
        let Some(asked) = self.form.iter().find(|asked| asked.number == number) else { return };
        let said = |reply: &Reply| {
            reply.answers.iter().any(|answer| answer.number == number)
                || reply.unread.iter().any(|unread| unread.number == Some(number))
        };
        if self.replies.last().is_none_or(said) {
            self.replies.push(Reply::default());
        }
        let answer = without_label(rest, &asked.label);
        let answer = answer.trim_matches(|sign: char| sign == self.words.blank || sign.is_whitespace());
        let unit = match &asked.form {
            AnswerForm::Number(unit) => unit.as_str(),
            AnswerForm::One(_) | AnswerForm::Several(_) => "",
        };
        // Only what is counted is left of a line that was not filled in.
        if answer.trim_start_matches(self.words.blank).trim() == unit || answer.is_empty() {
            self.waits = Some(asked);
        } else {
            self.waits = None;
            self.answer(at, asked, answer, line);
        }
    }

    fn answer(&mut self, line: usize, asked: &AskedLine, answer: &str, whole: &str) {
        let value = self.value(asked, answer);
        let Some(reply) = self.replies.last_mut() else { return };
        match value {
            Some(value) => reply.answers.push(ReplyAnswer {
                line,
                number: asked.number,
                asked: asked.asked.clone(),
                value,
                typed: answer.to_owned(),
            }),
            None => {
                reply.unread.push(UnreadLine { line, number: Some(asked.number), typed: whole.to_owned() });
            }
        }
    }

    fn value(&self, asked: &AskedLine, answer: &str) -> Option<ReplyValue> {
        let answer: String = answer.chars().filter(|sign| *sign != self.words.blank).collect();
        let answer = answer.trim_matches(|sign: char| sign.is_whitespace() || "。；;，,！!".contains(sign));
        let place = |text: &str| typed::count(text, &[]).ok().flatten().map(Count::get);
        match &asked.form {
            AnswerForm::Number(unit) => {
                let without = answer.strip_suffix(unit.as_str()).unwrap_or(answer).trim();
                if self.words.none.contains(&without) || self.words.none.contains(&answer) {
                    return Count::new(0).map(ReplyValue::Number);
                }
                typed::count(answer, &[unit]).ok().flatten().map(ReplyValue::Number)
            }
            AnswerForm::One(options) => {
                let at = |text: &str| options.get(usize::try_from(place(text)?).ok()?.checked_sub(1)?);
                // `选1`, `（1）`, and `1 方案` where these are the words of the first.
                let bare = answer.trim_matches(['选', '(', ')', '（', '）', ' ']);
                let (number, said) = bare.split_once([' ', '、', '.', '．', '，', ',']).unwrap_or((bare, ""));
                let by_place = at(bare).or_else(|| at(number).filter(|option| option.words == said.trim()));
                let by_words = || {
                    let said =
                        |option: &&ReplyOption| option.words == answer || option.also.iter().any(|also| also == answer);
                    options.iter().find(said)
                };
                by_place.or_else(by_words).map(|option| ReplyValue::Choice(option.choice.clone()))
            }
            AnswerForm::Several(parts) => {
                if self.words.none.contains(&answer) || place(answer) == Some(0) {
                    return Some(ReplyValue::Choice(Choice::Parts(Vec::new())));
                }
                let signs = |sign: char| sign.is_whitespace() || "、，,.;；".contains(sign);
                let mut there = Vec::new();
                for one in answer.split(signs).filter(|one| !one.is_empty()) {
                    let at = usize::try_from(place(one)?).ok()?.checked_sub(1).filter(|at| *at < parts.len())?;
                    there.push(u8::try_from(at).ok()?);
                }
                sort_once(&mut there);
                Some(ReplyValue::Choice(Choice::Parts(there)))
            }
        }
    }
}

/// The unit that a line names between 【 and 】; empty where the form was sent back without a name.
fn named(line: &str) -> Option<String> {
    let (name, _) = line.strip_prefix('【')?.split_once('】')?;
    Some(name.trim().to_owned())
}

/// A digit of an English keyboard, whatever its width.
fn digit(sign: char) -> Option<u32> {
    let narrow = match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0'))?,
        other => other,
    };
    narrow.to_digit(10)
}

/// The number that a line begins with, and what stands behind it. A sign or a space has to part them.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_start_matches(['第', '(', '（']);
    if is_time(line) {
        return None;
    }
    let end = line.find(|sign| digit(sign).is_none())?;
    let (digits, rest) = line.split_at_checked(end)?;
    if digits.is_empty() || digits.chars().count() > 3 {
        return None;
    }
    let number = digits.chars().filter_map(digit).fold(0, |number, digit| number * 10 + digit);
    let rest = rest.strip_prefix(['题', '项', '条']).unwrap_or(rest);
    let parted = rest.trim_start_matches(|sign: char| sign.is_whitespace() || ".．、。:：)）,，".contains(sign));
    (parted.len() < rest.len()).then_some((usize::try_from(number).ok()?, parted))
}

/// What stands behind the last colon, unless a number stands in front of it as well: which of them is meant is not known.
fn behind_colon(rest: &str) -> Option<&str> {
    let (before, behind) = rest.rsplit_once([':', '：'])?;
    before.chars().all(|sign| digit(sign).is_none()).then_some(behind)
}

/// Whether it begins with a time of day, as a chat writes it between two messages: `10:30`, also with seconds.
fn is_time(line: &str) -> bool {
    let mut parts = line.split_whitespace().next().unwrap_or("").split(':');
    let hours = parts.next().is_some_and(|hours| matches!(hours.len(), 1 | 2));
    let (mut many, two) = (0, |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    hours
        && parts.all(|part| {
            many += 1;
            two(part)
        })
        && many > 0
}

/// Whether it is what a chat writes above a message: it ends with a time of day, as `李四 2026/12/3 10:31` does.
fn is_message_head(line: &str) -> bool {
    line.split_whitespace().next_back().is_some_and(is_time)
}

/// What stands behind the words of the question. Where those were changed or left out, what stands behind the last colon,
/// or all of it.
fn without_label<'a>(rest: &'a str, label: &str) -> &'a str {
    let mut left = rest.char_indices().filter(|(_, sign)| !sign.is_whitespace());
    let mut end = 0;
    let whole = label.chars().filter(|sign| !sign.is_whitespace()).all(|wanted| {
        left.next().is_some_and(|(at, sign)| {
            end = at + sign.len_utf8();
            sign == wanted
        })
    });
    let rest = if whole { rest.get(end..).unwrap_or("") } else { behind_colon(rest).unwrap_or(rest) };
    rest.trim_start_matches(|sign: char| sign.is_whitespace() || ":：".contains(sign))
}
