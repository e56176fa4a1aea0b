//! Parts used by more than one page, and what every part may ask of the page around it.

pub mod context;
pub mod differences;
pub mod dot_separated;
pub mod field_link;
pub mod form;
pub mod frame;
pub mod half_days;
pub mod handed_file;
pub mod item;
pub mod lazy;
pub mod photos;
pub mod print_page;
pub mod remarks;
pub mod score;

use crate::i18n::{Text, text};
use crate::model::standard::words::Lang;
use crate::platform::drafts::Session;
use leptos::prelude::{expect_context, use_context};

/// The page's language.
pub fn language() -> Lang {
    use_context::<Lang>().unwrap_or_default()
}

/// The sentences of the page's language. What the start draws asks for the frame's alone.
pub fn words() -> &'static Text {
    text(language())
}

/// The open draft. Parts that ask for it stand only below a draft's frame.
///
/// # Panics
/// Elsewhere: the page says then that the program has a fault, instead of drawing nothing.
pub fn session() -> Session {
    expect_context::<Session>()
}
