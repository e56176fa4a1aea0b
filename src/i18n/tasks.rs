//! The sentences of the task list.

/// The task list.
pub struct Tasks {
    pub title: &'static str,
    pub lead: &'static str,
    pub lead_unsaved: &'static str,
    /// How many items there are, and between which minutes it takes.
    pub time: fn(usize, usize, usize) -> String,
    pub one_page: &'static str,
    pub one_page_lead: &'static str,
    /// The way to fill in section by section, where all stands on one page.
    pub by_section: &'static str,
    pub basics: &'static str,
    pub check: &'static str,
    pub result: &'static str,
    pub send: &'static str,
    pub texts: &'static str,
    pub not_started: &'static str,
    pub open: fn(usize) -> String,
    pub done: &'static str,
    pub optional: &'static str,
    pub fill: &'static str,
    pub hand_in: &'static str,
    pub deadline: fn(&str) -> String,
    pub by: &'static str,
    pub theme: &'static str,
}
