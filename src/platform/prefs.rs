//! What is remembered of the person: the language.

use crate::model::standard::words::Lang;
use crate::persistence::key;
use crate::platform::local;

/// The language that was chosen last, Chinese at first.
pub fn language() -> Lang {
    let tag = local::read(&key::language()).ok().flatten();
    Lang::ALL.into_iter().find(|lang| tag.as_deref() == Some(lang.tag())).unwrap_or_default()
}

/// Remembers the language where it can.
pub fn remember(lang: Lang) {
    // Where nothing can be kept, the next visit begins in Chinese: nothing is lost by it.
    let _ = local::write(&key::language(), lang.tag());
}
