//! From a standard and a record to points, stars and what holds them down.

pub mod item_score;
pub mod score;
pub mod shown_score;
pub mod staircase;
pub mod tags;
