//! One file for one screen.

mod apart;
pub mod basics;
pub mod check;
mod code;
pub mod draft;
pub mod earlier;
pub mod exchange;
pub mod frame;
mod hand_off;
pub mod history;
pub mod home;
mod into;
pub mod items;
pub mod later;
mod leave;
pub mod merge;
pub mod mine;
pub mod open;
pub mod print;
pub mod result;
pub mod send;
mod several;
pub mod staircase;
pub mod tasks;
mod versions;
