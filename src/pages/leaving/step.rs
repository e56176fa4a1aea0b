//! How far a person is with leaving a shared computer.

use crate::model::files::checksum::Checksum;
use crate::platform::clearing::HandedOver;
use std::sync::Arc;

/// How far the person is.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::pages) enum LeavingStep {
    Begin(Option<&'static str>),
    Making,
    Handed(Arc<HandedOver>, ShownFile),
    Ended(&'static str),
}

/// What the person has shown of the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum ShownFile {
    NotYet,
    Comparing,
    Unreadable,
    Other(Checksum),
    Same,
    Clearing,
}
