//! A place in a file that is being read, and what is told of it.

use crate::model::files::misfit::{Misfit, REPEATED};
use crate::model::problem::{Fault, Problem, ValueKind};
use serde::de::DeserializeSeed;
use serde_json::Value;
use std::cell::RefCell;

/// What was told so far.
pub(super) struct Told {
    pub(super) problems: RefCell<Vec<Problem>>,
    /// Whether the file is of a newer format, whose keys are not all known.
    pub(super) newer: bool,
}

#[derive(Clone, Copy)]
pub(super) enum PathStep<'a> {
    Top,
    Key(&'a str),
    Index(usize),
}

/// A place in a file that is being read.
#[derive(Clone, Copy)]
pub(super) struct At<'de, 'a> {
    pub(super) value: &'de Value,
    pub(super) outer: Option<&'a At<'de, 'a>>,
    pub(super) step: PathStep<'de>,
    pub(super) told: &'a Told,
}

impl<'de> At<'de, '_> {
    pub(super) fn place(&self) -> String {
        let mut place = self.outer.map(At::place).unwrap_or_default();
        match self.step {
            PathStep::Top => {}
            PathStep::Key(key) => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(key);
            }
            PathStep::Index(index) => {
                place.push('[');
                place.push_str(&index.to_string());
                place.push(']');
            }
        }
        place
    }

    pub(super) fn tell(&self, fault: Fault) {
        self.told.problems.borrow_mut().push(Problem::at(self.place(), fault));
    }

    /// What stands one step further in.
    pub(super) fn below<'b>(&'b self, step: PathStep<'de>, value: &'de Value) -> At<'de, 'b> {
        At { value, outer: Some(self), step, told: self.told }
    }

    /// Reads what stands here.
    pub(super) fn read<S: DeserializeSeed<'de>>(&self, seed: S) -> Result<S::Value, Misfit> {
        seed.deserialize(self).map_err(|misfit| self.told(misfit))
    }

    /// Tells a misfit with this place, unless it was told further in.
    #[cold]
    #[inline(never)]
    pub(super) fn told(&self, misfit: Misfit) -> Misfit {
        if let Some(fault) = misfit.0 {
            self.tell(*fault);
        }
        Misfit(None)
    }

    /// Something else stands here than what is wanted.
    #[cold]
    #[inline(never)]
    pub(super) fn other(&self, wanted: ValueKind) -> Misfit {
        let found = match self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(_) => "true or false".to_owned(),
            Value::Number(number) => format!("number {number}"),
            Value::String(text) => format!("string {:?}", text.chars().take(REPEATED).collect::<String>()),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        Misfit::told(Fault::OtherValue { found, wanted })
    }

    #[inline(never)]
    pub(super) fn expect_object(&self) -> Result<(), Misfit> {
        if self.value.is_object() { Ok(()) } else { Err(self.other(ValueKind::Object)) }
    }

    #[inline(never)]
    pub(super) fn expect_list(&self) -> Result<(), Misfit> {
        if self.value.is_array() { Ok(()) } else { Err(self.other(ValueKind::List)) }
    }

    #[inline(never)]
    pub(super) fn number(&self) -> Result<u64, Misfit> {
        match self.value {
            Value::Number(number) => Ok(number.as_u64().unwrap_or_default()),
            Value::String(text) if !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit()) => {
                Err(Misfit(Some(Box::new(Fault::NumberAsText(text.chars().take(REPEATED).collect())))))
            }
            _ => Err(self.other(ValueKind::Number)),
        }
    }

    #[inline(never)]
    pub(super) fn text(&self) -> Result<&'de str, Misfit> {
        if let Value::String(text) = self.value { Ok(text) } else { Err(self.other(ValueKind::Text)) }
    }

    #[inline(never)]
    pub(super) fn flag(&self) -> Result<bool, Misfit> {
        if let Value::Bool(flag) = self.value { Ok(*flag) } else { Err(self.other(ValueKind::Flag)) }
    }
}
