//! Parts used by more than one page, and what every part may ask of the page around it.

pub mod bar;
pub mod beside;
pub mod choice;
pub mod coming;
pub mod differences;
pub mod evidence;
pub mod fact;
pub mod form;
pub mod fresh;
pub mod heading;
pub mod help;
pub mod item;
pub mod joined;
pub mod language;
pub mod leaf;
pub mod ledgers;
pub mod module;
pub mod number;
pub mod photo_add;
mod photo_list;
pub mod photo_size;
mod photo_view;
pub mod photos;
pub mod picture;
mod reconfirm;
pub mod saved;
pub mod shared;
pub mod steps;
pub mod text_line;
pub mod too_long;
pub mod update;

use crate::i18n::{Text, text};
use crate::model::words::Lang;
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
