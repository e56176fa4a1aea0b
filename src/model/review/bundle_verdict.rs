//! What a township's bundle that comes in is to a review: the first, a later one and what it changes, an earlier one, or
//! nothing of this year and this scheme.

use crate::model::problem::Problem;
use crate::model::review::bundle_changes::BundleChanges;
use crate::model::review::other_standard::OtherStandard;
use crate::model::standard::ids::UnitKind;

/// A bundle that came in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReceivedBundle {
    /// The township.
    pub township: String,
    /// The kind of its units.
    pub kind: UnitKind,
    /// Which of its bundles it is (第 n 次), counted from 1.
    pub number: u32,
    /// What it is to the review.
    pub verdict: BundleVerdict,
    /// At how many places it says something else than what was decided here since.
    pub beside: usize,
}

/// What it is to the review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BundleVerdict {
    /// The first of its township.
    First,
    /// After the one of this number: what it says otherwise, where that one can be read.
    Later(u32, Option<Box<BundleChanges>>),
    /// It is the last that is here: nothing changes.
    Again,
    /// Before the last that is here, which is of this number. Nothing of it is taken in.
    Older(u32),
    /// Of the same number as the last that is here, with other content. Nothing of it is taken in.
    SameNumber,
    /// Another hand changed it after it was made.
    ChangedByHand(Vec<Problem>),
    /// Of another year.
    OtherYear(u16),
    /// Of a standard that is none of the review's.
    OtherStandard(OtherStandard),
    /// A sample in a real review, or the other way round; whether the bundle is the sample.
    Sample(bool),
}

impl BundleVerdict {
    /// Whether it is here, or one after it.
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Again | Self::Older(_))
    }

    /// Whether it is taken in.
    pub fn is_taken(&self) -> bool {
        match self {
            Self::First | Self::Later(..) => true,
            Self::Again
            | Self::Older(_)
            | Self::SameNumber
            | Self::ChangedByHand(_)
            | Self::OtherYear(_)
            | Self::OtherStandard(_)
            | Self::Sample(_) => false,
        }
    }
}
