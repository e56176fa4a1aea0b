//! From a JSON value to a type. Nothing returns early: what does not fit is told with its place, something
//! stands in for it, and reading goes on, so that everything is told at once.

use super::json::Value;
use super::problem::{Fault, Problem};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What can be read from a JSON value.
pub trait Read: Sized {
    /// Reads what stands here; tells what does not fit, and then returns something that is thrown away.
    fn read(at: &At<'_>) -> Self;
}

/// Reads a type. Every misfit at once.
pub fn typed<T: Read>(value: &Value<'_>) -> Result<T, Vec<Problem>> {
    let (read, problems) = sifted(value)?;
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Reads a type, and leaves out the entries of maps that do not fit, so that what is wrong with the rest
/// can be told together with them. Refused if anything else does not fit.
pub fn sifted<T: Read>(value: &Value<'_>) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    let told = Told::default();
    let read = T::read(&At::top(value, &told));
    let problems = told.problems.into_inner();
    if problems.len() == told.left_out.get() { Ok((read, problems)) } else { Err(problems) }
}

/// Reads what is known of a type in a file of a newer format: keys that are not known are passed over. What
/// does not fit is told, and something stands in for it.
pub fn known<T: Read>(value: &Value<'_>) -> (T, Vec<Problem>) {
    let told = Told { newer: true, ..Told::default() };
    let read = T::read(&At::top(value, &told));
    (read, told.problems.into_inner())
}

/// Refuses a file of a newer format than this program writes, and one of the format 0, which never was.
pub fn newer(value: &Value<'_>, known: u32) -> Result<(), Vec<Problem>> {
    match value.get("format").and_then(Value::number) {
        Some(0) => Err(vec![Problem::at("format", Fault::OutOfRange { least: 1, most: u64::from(known) })]),
        Some(format) if format > u64::from(known) => Err(vec![Problem::at("format", Fault::Newer { format })]),
        _ => Ok(()),
    }
}

/// What was told so far, and how much of it concerns entries that were left out.
#[derive(Default)]
struct Told {
    problems: RefCell<Vec<Problem>>,
    left_out: Cell<usize>,
    /// Whether the file is of a newer format, whose keys are not all known.
    newer: bool,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Top,
    Key(&'a str),
    Index(usize),
}

/// A place in a file that is being read.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// Nothing where a key is missing.
    value: Option<&'a Value<'a>>,
    /// Whether what is around it was refused already.
    silent: bool,
    outer: Option<&'a At<'a>>,
    step: Step<'a>,
    told: &'a Told,
}

impl<'a> At<'a> {
    fn top(value: &'a Value<'a>, told: &'a Told) -> Self {
        Self { value: Some(value), silent: false, outer: None, step: Step::Top, told }
    }
}

impl At<'_> {
    fn place(&self) -> String {
        let mut place = self.outer.map(At::place).unwrap_or_default();
        match self.step {
            Step::Top => {}
            Step::Key(key) => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(key);
            }
            Step::Index(index) => {
                place.push('[');
                place.push_str(&index.to_string());
                place.push(']');
            }
        }
        place
    }

    /// Tells what is wrong here.
    pub fn tell(&self, message: String) {
        self.tell_fault(Fault::Shape(message));
    }

    fn tell_fault(&self, fault: Fault) {
        if !self.silent {
            self.told.problems.borrow_mut().push(Problem::at(self.place(), fault));
        }
    }

    /// Tells that something else stands here than what is wanted, or nothing; nothing is told where it is
    /// missing.
    fn refuse(&self, wanted: &str) {
        let found = match self.value {
            None => return self.missing(wanted),
            Some(Value::Null) => "null".to_owned(),
            Some(Value::Flag(_)) => "true or false".to_owned(),
            Some(Value::Number(number)) => format!("number {number}"),
            Some(Value::Text(text)) => format!("string {:?}", text.chars().take(40).collect::<String>()),
            Some(Value::List(_)) => "a list".to_owned(),
            Some(Value::Object(_)) => "an object".to_owned(),
        };
        self.tell(format!("invalid type: {found}, expected {wanted}"));
    }

    fn missing(&self, wanted: &str) {
        if let (false, Some(outer), Step::Key(key)) = (self.silent, self.outer, self.step) {
            outer.tell(match outer.value {
                Some(Value::Object(_)) => format!("missing field `{key}`"),
                _ => format!("invalid type: the name {key} alone, expected {wanted}"),
            });
        }
    }

    /// Whether nothing stands here, or null.
    pub fn is_nothing(&self) -> bool {
        matches!(self.value, None | Some(Value::Null))
    }

    /// Whether nothing stands here.
    pub fn is_missing(&self) -> bool {
        self.value.is_none()
    }

    /// Whether a number stands here.
    pub fn is_number(&self) -> bool {
        matches!(self.value, Some(Value::Number(_)))
    }

    /// The text here.
    pub fn text(&self) -> Option<&str> {
        let text = self.value.and_then(Value::text);
        if text.is_none() {
            self.refuse("a string");
        }
        text
    }

    /// The number here, at most so large.
    pub fn number(&self, most: u64) -> Option<u64> {
        match self.value {
            Some(Value::Number(number)) if *number <= most => return Some(*number),
            Some(Value::Number(number)) => self.tell(format!("invalid value: {number}, at most {most}")),
            Some(Value::Text(text)) if !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit()) => {
                self.tell_fault(Fault::NumberAsText(text.chars().take(40).collect()));
            }
            _ => self.refuse("a number"),
        }
        None
    }

    /// What is made of what stands here, if that works; `instead` is thrown away.
    pub fn made<F, T: TryFrom<F, Error = &'static str>>(&self, from: Option<F>, instead: T) -> T {
        match from.map(T::try_from) {
            Some(Ok(made)) => return made,
            Some(Err(message)) => self.tell(message.to_owned()),
            None => {}
        }
        instead
    }

    /// An object with no other keys than these.
    pub fn object(&self, keys: &[&str]) {
        let Some(Value::Object(entries)) = self.value else { return self.refuse("an object") };
        for (key, _) in entries {
            if !keys.contains(&key.as_ref()) && !self.told.newer {
                self.below(Step::Key(key), None, self.silent).tell(format!("unknown field `{key}`"));
            }
        }
    }

    /// What stands under a key.
    pub fn key<'b>(&'b self, key: &'b str) -> At<'b> {
        let inside = matches!(self.value, Some(Value::Object(_)));
        self.below(Step::Key(key), self.value.and_then(|value| value.get(key)), self.silent || !inside)
    }

    fn below<'b>(&'b self, step: Step<'b>, value: Option<&'b Value<'b>>, silent: bool) -> At<'b> {
        At { value, silent, outer: Some(self), step, told: self.told }
    }

    /// One choice of these, as its name alone or as an object of its name and what belongs to it. If it
    /// is none of them, the first.
    pub fn choice<'b>(&'b self, names: &[&'static str]) -> (&'static str, At<'b>) {
        let (name, inner) = match self.value {
            Some(Value::Text(name)) => (name, None),
            Some(Value::Object(entries)) if entries.len() == 1 => match entries.first() {
                Some((name, inner)) => (name, Some(inner)),
                None => return self.none_of(names),
            },
            _ => {
                self.refuse("one named choice");
                return self.none_of(names);
            }
        };
        let Some(known) = names.iter().find(|known| *known == name) else {
            self.tell(format!("unknown variant `{name}`"));
            return self.none_of(names);
        };
        (known, self.below(Step::Key(name), inner, self.silent))
    }

    fn none_of(&self, names: &[&'static str]) -> (&'static str, At<'_>) {
        (names.first().copied().unwrap_or_default(), self.nowhere())
    }

    /// Where nothing stands and nothing is told.
    fn nowhere(&self) -> At<'_> {
        self.below(Step::Top, None, true)
    }

    /// Nothing may belong to the name of this choice.
    pub fn alone(&self) {
        if self.value.is_some() {
            self.refuse("a name alone");
        }
    }

    /// The places of a list.
    fn list(&self) -> impl Iterator<Item = At<'_>> {
        let values = if let Some(Value::List(values)) = self.value { values.as_slice() } else { &[] };
        if !matches!(self.value, Some(Value::List(_))) {
            self.refuse("a list");
        }
        values.iter().enumerate().map(|(index, value)| self.below(Step::Index(index), Some(value), self.silent))
    }

    /// The entries of a map.
    fn entries(&self) -> impl Iterator<Item = (&str, At<'_>)> {
        let entries = if let Some(Value::Object(entries)) = self.value { entries.as_slice() } else { &[] };
        if !matches!(self.value, Some(Value::Object(_))) {
            self.refuse("an object");
        }
        entries.iter().map(|(key, value)| (key.as_ref(), self.below(Step::Key(key), Some(value), self.silent)))
    }

    /// How much was told so far.
    fn so_far(&self) -> (usize, usize) {
        (self.told.problems.borrow().len(), self.told.left_out.get())
    }

    /// Whether nothing was told since; otherwise what was read since is left out.
    fn fits(&self, (problems, left_out): (usize, usize)) -> bool {
        let misfits = self.so_far().0.saturating_sub(problems);
        // Maps within maps: what was left out within is among the misfits, too.
        self.told.left_out.set(left_out + misfits);
        misfits == 0
    }
}

impl Read for String {
    fn read(at: &At<'_>) -> Self {
        at.text().unwrap_or_default().to_owned()
    }
}

impl Read for bool {
    fn read(at: &At<'_>) -> Self {
        let Some(Value::Flag(flag)) = at.value else {
            at.refuse("true or false");
            return false;
        };
        *flag
    }
}

macro_rules! numbers {
    ($($number:ident)*) => {
        $(impl Read for $number {
            fn read(at: &At<'_>) -> Self {
                let most = u64::try_from(Self::MAX).unwrap_or(u64::MAX);
                at.number(most).and_then(|number| Self::try_from(number).ok()).unwrap_or_default()
            }
        })*
    };
}

numbers!(u8 u16 u32 u64 usize);

impl<T: Read> Read for Option<T> {
    fn read(at: &At<'_>) -> Self {
        if at.is_nothing() { None } else { Some(T::read(at)) }
    }
}

impl<T: Read> Read for Arc<T> {
    fn read(at: &At<'_>) -> Self {
        Self::new(T::read(at))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(at: &At<'_>) -> Self {
        let mut list = Self::new();
        for at in at.list() {
            list.push(T::read(&at));
        }
        list
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(at: &At<'_>) -> Self {
        let places: Vec<At<'_>> = at.list().collect();
        let nowhere = at.nowhere();
        let [first, second] = places.as_slice() else {
            at.refuse("a list of two");
            return (A::read(&nowhere), B::read(&nowhere));
        };
        (A::read(first), B::read(second))
    }
}

impl<K: Ord + TryFrom<String, Error = &'static str>, V: Read> Read for BTreeMap<K, V> {
    fn read(at: &At<'_>) -> Self {
        let mut map = Self::new();
        for (key, at) in at.entries() {
            let so_far = at.so_far();
            let value = V::read(&at);
            match K::try_from(key.to_owned()) {
                Ok(key) if at.fits(so_far) => _ = map.insert(key, value),
                Ok(_) => {}
                Err(message) => {
                    at.tell(message.to_owned());
                    at.fits(so_far);
                }
            }
        }
        map
    }
}
