//! How a type stands in a file: one list of its keys or choices gives its reader and its writer. The types
//! also derive serde's traits, which the tests and the published schemas use; a derived reader has a slot
//! and a way out for every field, and all of them together made a third of the page.

/// An object. `key` must stand in it, unless its type is an option, which is left out when there is none;
/// `key or value` may be missing and then has this value; `key unless value` is also written only when it
/// has another value; `key named name` stands under that name in the file.
macro_rules! object {
    ($type:ident { $($field:ident $($how:ident $default:expr)?),+ $(,)? }) => {
        impl $crate::model::read::Read for $type {
            fn read(at: &$crate::model::read::At<'_>) -> Self {
                at.object(&[$($crate::model::shape::key!($field $($how $default)?)),+]);
                Self { $($field: $crate::model::shape::read!(at, $field $($how $default)?)),+ }
            }
        }

        impl $crate::model::write::Write for $type {
            fn write(&self, out: &mut String) {
                let mut fields = $crate::model::write::Fields::default();
                $($crate::model::shape::add!(fields, $field, &self.$field $(, $how $default)?);)+
                fields.write(out);
            }
        }
    };
}

/// One of several choices: a name alone, a name with one value, or a name with an object.
macro_rules! choices {
    ($type:ident {
        $first:literal $one:ident $(($one_value:ident))? $({ $($one_field:ident $($one_how:ident $one_default:expr)?),+ $(,)? })?
        $(, $name:literal $other:ident $(($value:ident))? $({ $($field:ident $($how:ident $default:expr)?),+ $(,)? })?)* $(,)?
    }) => {
        impl $crate::model::read::Read for $type {
            fn read(at: &$crate::model::read::At<'_>) -> Self {
                let (name, at) = at.choice(&[$first $(, $name)*]);
                match name {
                    $($name => $crate::model::shape::read_choice!(
                        at, $other $(($value))? $({ $($field $($how $default)?),+ })?
                    ),)*
                    _ => $crate::model::shape::read_choice!(
                        at, $one $(($one_value))? $({ $($one_field $($one_how $one_default)?),+ })?
                    ),
                }
            }
        }

        impl $crate::model::write::Write for $type {
            fn write(&self, out: &mut String) {
                match self {
                    Self::$one $(($one_value))? $({ $($one_field),+ })? => $crate::model::shape::write_choice!(
                        out, $first $(($one_value))? $({ $($one_field $($one_how $one_default)?),+ })?
                    ),
                    $(Self::$other $(($value))? $({ $($field),+ })? => $crate::model::shape::write_choice!(
                        out, $name $(($value))? $({ $($field $($how $default)?),+ })?
                    ),)*
                }
            }
        }
    };
}

/// A text with a form of its own, made with `TryFrom`; the second value stands in where that fails.
macro_rules! text {
    ($type:ident, $instead:expr) => {
        impl $crate::model::read::Read for $type {
            fn read(at: &$crate::model::read::At<'_>) -> Self {
                at.made(at.text().map(str::to_owned), $instead)
            }
        }

        impl $crate::model::write::Write for $type {
            fn write(&self, out: &mut String) {
                $crate::model::write::text(self.as_ref(), out);
            }
        }
    };
}

/// A number within limits, made with `TryFrom`; the second value stands in where that fails.
macro_rules! number {
    ($type:ident, $from:ident, $instead:expr) => {
        impl $crate::model::read::Read for $type {
            fn read(at: &$crate::model::read::At<'_>) -> Self {
                let number = at.number(u64::from($from::MAX)).and_then(|number| $from::try_from(number).ok());
                at.made(number, $instead)
            }
        }

        impl $crate::model::write::Write for $type {
            fn write(&self, out: &mut String) {
                $crate::model::write::number(u64::from(self.get()), out);
            }
        }
    };
}

macro_rules! key {
    ($field:ident named $name:expr) => {
        $name
    };
    ($field:ident $($how:ident $default:expr)?) => {
        stringify!($field)
    };
}

macro_rules! read {
    ($at:ident, $field:ident named $name:expr) => {
        $crate::model::read::Read::read(&$at.key($name))
    };
    ($at:ident, $field:ident) => {
        $crate::model::read::Read::read(&$at.key(stringify!($field)))
    };
    ($at:ident, $field:ident $how:ident $default:expr) => {{
        let at = $at.key(stringify!($field));
        if at.is_missing() { $default } else { $crate::model::read::Read::read(&at) }
    }};
}

macro_rules! add {
    ($fields:ident, $field:ident, $value:expr, named $name:expr) => {
        $fields.add($name, $value)
    };
    ($fields:ident, $field:ident, $value:expr) => {
        $fields.add(stringify!($field), $value)
    };
    ($fields:ident, $field:ident, $value:expr, or $default:expr) => {
        $fields.add(stringify!($field), $value)
    };
    ($fields:ident, $field:ident, $value:expr, unless $default:expr) => {
        if *$value != $default {
            $fields.add(stringify!($field), $value);
        }
    };
}

macro_rules! read_choice {
    ($at:ident, $variant:ident) => {{
        $at.alone();
        Self::$variant
    }};
    ($at:ident, $variant:ident ($value:ident)) => {
        Self::$variant($crate::model::read::Read::read(&$at))
    };
    ($at:ident, $variant:ident { $($field:ident $($how:ident $default:expr)?),+ }) => {{
        $at.object(&[$(stringify!($field)),+]);
        Self::$variant { $($field: $crate::model::shape::read!($at, $field $($how $default)?)),+ }
    }};
}

macro_rules! write_choice {
    ($out:ident, $name:literal) => {
        $crate::model::write::text($name, $out)
    };
    ($out:ident, $name:literal ($value:ident)) => {
        $crate::model::write::choice($name, $value, $out)
    };
    ($out:ident, $name:literal { $($field:ident $($how:ident $default:expr)?),+ }) => {{
        let mut fields = $crate::model::write::Fields::default();
        $($crate::model::shape::add!(fields, $field, $field $(, $how $default)?);)+
        $crate::model::write::choice($name, &fields, $out);
    }};
}

pub(crate) use {add, choices, key, number, object, read, read_choice, text, write_choice};
