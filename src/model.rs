//! What the product knows. No browser, no clock, no interface: everything here is a pure function of
//! its input and is tested natively.

pub mod answer;
pub mod asking;
pub mod carry;
pub mod compare;
pub mod date;
pub mod digest;
pub mod draft;
pub mod example;
pub mod export;
pub mod facts;
pub mod file;
pub mod file_name;
pub mod foreign;
pub mod gate;
pub mod id;
pub mod item;
pub mod item_score;
pub mod json;
pub mod left;
pub mod lint;
pub mod merge;
pub mod migrate;
pub mod newer;
pub mod peek;
pub mod points;
pub mod problem;
pub mod progress;
pub mod read;
mod received;
pub mod record;
mod scan;
#[cfg(test)]
mod schema;
pub mod score;
pub(crate) mod shape;
mod shapes;
pub mod shelf;
pub mod staircase;
pub mod standard;
pub mod submission;
pub mod tags;
pub mod unit;
pub mod words;
pub mod write;
