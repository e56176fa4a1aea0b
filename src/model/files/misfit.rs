//! The error of derived readers: what does not fit, in the words of serde.

use crate::model::problem::Fault;
use serde::de::{Error, Expected, Unexpected};
use std::fmt;

/// The most characters of a file that a message repeats.
pub(super) const REPEATED: usize = 40;

/// What a derived reader is told: what does not fit, until it is told with its place. One word long, as every
/// derived reader hands it on at each of its fields.
#[derive(Debug)]
pub struct Misfit(pub(super) Option<Box<Fault>>);

/// How a misfit that was told reads, for readers of any error.
pub(super) const TOLD: &str = "told";

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(fault) => fault.fmt(f),
            None => f.write_str(TOLD),
        }
    }
}

impl std::error::Error for Misfit {}

// Every derived reader asks for these at each of its fields: out of line, they are there once.
impl Misfit {
    #[cold]
    #[inline(never)]
    pub(super) fn told(fault: Fault) -> Self {
        Self(Some(Box::new(fault)))
    }

    #[cold]
    #[inline(never)]
    pub(super) fn of(message: fmt::Arguments<'_>) -> Self {
        Self(Some(Box::new(Fault::Shape(message.to_string().chars().take(5 * REPEATED).collect()))))
    }
}

impl Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::of(format_args!("{message}"))
    }

    #[cold]
    #[inline(never)]
    fn missing_field(field: &'static str) -> Self {
        Self::told(Fault::MissingKey(field.to_owned()))
    }

    #[cold]
    #[inline(never)]
    fn duplicate_field(field: &'static str) -> Self {
        Self::of(format_args!("duplicate field `{field}`"))
    }

    #[cold]
    #[inline(never)]
    fn unknown_variant(name: &str, _: &'static [&'static str]) -> Self {
        Self::told(Fault::UnknownName(name.chars().take(REPEATED).collect()))
    }

    #[cold]
    #[inline(never)]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::of(format_args!("invalid type: {}, expected {expected}", words(&found)))
    }

    #[cold]
    #[inline(never)]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::of(format_args!("invalid value: {}, expected {expected}", words(&found)))
    }

    #[cold]
    #[inline(never)]
    fn invalid_length(many: usize, expected: &dyn Expected) -> Self {
        Self::of(format_args!("invalid length {many}, expected {expected}"))
    }
}

/// What a visitor found. Serde's own words for it would bring along how to write a float.
fn words(found: &Unexpected<'_>) -> String {
    match found {
        Unexpected::Unsigned(number) => format!("integer `{number}`"),
        Unexpected::Str(text) => format!("string {:?}", text.chars().take(REPEATED).collect::<String>()),
        Unexpected::Bool(_) => "true or false".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "an object".to_owned(),
        _ => "null".to_owned(),
    }
}
