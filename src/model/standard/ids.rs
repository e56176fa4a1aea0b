//! Names by which the parts of a standard refer to each other. One type each, so that an item can
//! never be looked up with the name of a fact. A copy of a name shares its text: drafts are copied at every key.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The longest id, in characters.
const MAX_CHARS: usize = 40;

/// Whether a text may be an id: ASCII letters, digits, `-` and `_`, 1 to 40 of them.
fn fits(text: &str) -> bool {
    (1..=MAX_CHARS).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[cfg_attr(test, schemars(extend("pattern" = "^[A-Za-z0-9_-]{1,40}$")))]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                if fits(&text) { Ok(Self(text.into())) } else { Err("not an id: 1 to 40 of A-Z a-z 0-9 - _") }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = &'static str;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::try_from(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A standard, over all its versions and years.
    StandardId
);
id!(
    /// What links the standards of one scheme, such as a station's and a room's.
    FamilyId
);
id!(
    /// The kind of unit a standard is for, such as `station`.
    UnitKind
);
id!(
    /// A section (部分).
    SectionId
);
id!(
    /// An item (项目).
    ItemId
);
id!(
    /// A fact (基本数据), asked or derived.
    FactId
);
id!(
    /// A reason why an item does not apply (不适用).
    ReasonId
);
id!(
    /// A gate (否决、封顶).
    GateId
);
id!(
    /// A star line (星级线), such as `5`.
    LineId
);
id!(
    /// A way of grouping items, such as 建/管/用.
    SchemeId
);
id!(
    /// A tag (标签) within a scheme.
    TagId
);
id!(
    /// Who gives a score: the unit itself, the township, the county.
    AssessorId
);
id!(
    /// A draft (草稿) in one browser.
    DraftId
);
