//! The places of the application, as a closed type, to and from the part of the address after `#`. No
//! router: hashes are all that works from `file://`, and a link is enough to go somewhere.

use crate::model::digest::Digest;
use crate::model::review::ids::{ReviewId, UnitId};
use crate::model::standard::Standard;
use crate::model::standard::ids::{DraftId, ItemId, SectionId};

/// A place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// The start page with its three doors.
    Home,
    /// My drafts.
    Mine,
    /// Open a file.
    Open,
    /// A standard that is at hand, to be read.
    Standard(Digest),
    /// The township's door: its reviews.
    Township,
    /// The county's door: its reviews.
    County,
    /// A page of a review.
    Review(ReviewId, ReviewPage),
    /// A page of a draft.
    Draft(DraftId, Page),
    /// No place of ours.
    Lost,
}

/// A page of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Page {
    /// The task list.
    Tasks,
    /// Who is assessed.
    Basics,
    /// All numbers, to be typed in one sitting.
    Facts,
    /// Everything that is asked on one page, perhaps at one of the items.
    All(Option<ItemId>),
    /// A section's items, perhaps at one of them.
    Section(SectionId, Option<ItemId>),
    /// The bonus items, perhaps at one of them.
    Bonus(Option<ItemId>),
    /// The texts, perhaps at one of them.
    Texts(Option<ItemId>),
    /// Check your answers.
    Check,
    /// Score and staircase.
    Result,
    /// What the head reads before signing.
    Head,
    /// Make the submission.
    Send,
    /// Earlier states.
    History,
    /// Merge the file that was opened.
    Merge,
    /// An earlier year beside this one.
    Earlier,
    /// A sheet of paper.
    Print(PrintSheet),
}

/// A page of a review.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReviewPage {
    /// What comes in (来件).
    TakeIn,
    /// The roster (名册).
    Roster,
    /// What is typed for units without a computer (录表).
    Entry,
    /// The table of all units (总表).
    Table,
    /// What one unit handed in.
    Unit(UnitId),
    /// What all units come to together (汇总).
    Summary,
    /// What a township prints and hands in (上报).
    HandIn,
    /// The review as a file: saved, merged.
    File,
}

/// A sheet of paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PrintSheet {
    /// The one that is signed and sealed (申报审批表).
    Approval,
    /// Every item with its points (评分明细表).
    Points,
    /// What to do for the next star (升星清单).
    Todo,
    /// All numbers (基本数据查填表), as far as they are filled in.
    Data,
    /// The same with nothing filled in, to walk through the ledgers with.
    BlankData,
}

impl Route {
    /// Reads the part of an address after `#`, with or without it.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let item = |part: Option<&&str>| part.and_then(|part| ItemId::try_from(*part).ok());
        match parts.as_slice() {
            [] => Self::Home,
            ["mine"] => Self::Mine,
            ["open"] => Self::Open,
            ["standard", digest] => Digest::try_from((*digest).to_owned()).map_or(Self::Lost, Self::Standard),
            ["township"] => Self::Township,
            ["county"] => Self::County,
            ["r", id, rest @ ..] => match (ReviewId::try_from((*id).to_owned()), ReviewPage::parse(rest)) {
                (Ok(id), Some(page)) => Self::Review(id, page),
                _ => Self::Lost,
            },
            ["d", id, rest @ ..] => {
                let page = match rest {
                    [] => Some(Page::Tasks),
                    ["basics"] => Some(Page::Basics),
                    ["facts"] => Some(Page::Facts),
                    ["all", at @ ..] if at.len() <= 1 => Some(Page::All(item(at.first()))),
                    ["section", section, at @ ..] if at.len() <= 1 => {
                        SectionId::try_from(*section).ok().map(|section| Page::Section(section, item(at.first())))
                    }
                    ["bonus", at @ ..] if at.len() <= 1 => Some(Page::Bonus(item(at.first()))),
                    ["texts", at @ ..] if at.len() <= 1 => Some(Page::Texts(item(at.first()))),
                    ["check"] => Some(Page::Check),
                    ["result"] => Some(Page::Result),
                    ["head"] => Some(Page::Head),
                    ["send"] => Some(Page::Send),
                    ["history"] => Some(Page::History),
                    ["merge"] => Some(Page::Merge),
                    ["earlier"] => Some(Page::Earlier),
                    ["print", sheet] => PrintSheet::parse(sheet).map(Page::Print),
                    _ => None,
                };
                match (DraftId::try_from(*id), page) {
                    (Ok(id), Some(page)) => Self::Draft(id, page),
                    _ => Self::Lost,
                }
            }
            _ => Self::Lost,
        }
    }

    /// The address of the place, for a link.
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::Lost => "#/".to_owned(),
            Self::Mine => "#/mine".to_owned(),
            Self::Open => "#/open".to_owned(),
            Self::Standard(digest) => format!("#/standard/{}", digest.as_str()),
            Self::Township => "#/township".to_owned(),
            Self::County => "#/county".to_owned(),
            Self::Review(id, page) => format!("#/r/{id}{}", page.path()),
            Self::Draft(id, page) => {
                let (name, at) = match page {
                    Page::Tasks => (String::new(), &None),
                    Page::Basics => ("/basics".to_owned(), &None),
                    Page::Facts => ("/facts".to_owned(), &None),
                    Page::All(at) => ("/all".to_owned(), at),
                    Page::Section(section, at) => (format!("/section/{section}"), at),
                    Page::Bonus(at) => ("/bonus".to_owned(), at),
                    Page::Texts(at) => ("/texts".to_owned(), at),
                    Page::Check => ("/check".to_owned(), &None),
                    Page::Result => ("/result".to_owned(), &None),
                    Page::Head => ("/head".to_owned(), &None),
                    Page::Send => ("/send".to_owned(), &None),
                    Page::History => ("/history".to_owned(), &None),
                    Page::Merge => ("/merge".to_owned(), &None),
                    Page::Earlier => ("/earlier".to_owned(), &None),
                    Page::Print(sheet) => (format!("/print/{}", sheet.name()), &None),
                };
                let at = at.as_ref().map_or(String::new(), |item| format!("/{item}"));
                format!("#/d/{id}{name}{at}")
            }
        }
    }

    /// The draft it belongs to.
    pub fn draft(&self) -> Option<&DraftId> {
        match self {
            Self::Draft(id, _) => Some(id),
            _ => None,
        }
    }
}

impl ReviewPage {
    fn parse(path: &[&str]) -> Option<Self> {
        match path {
            [] => Some(Self::TakeIn),
            ["roster"] => Some(Self::Roster),
            ["entry"] => Some(Self::Entry),
            ["table"] => Some(Self::Table),
            ["unit", unit] => UnitId::try_from((*unit).to_owned()).ok().map(Self::Unit),
            ["summary"] => Some(Self::Summary),
            ["hand-in"] => Some(Self::HandIn),
            ["file"] => Some(Self::File),
            _ => None,
        }
    }

    fn path(self) -> String {
        match self {
            Self::TakeIn => String::new(),
            Self::Roster => "/roster".to_owned(),
            Self::Entry => "/entry".to_owned(),
            Self::Table => "/table".to_owned(),
            Self::Unit(unit) => format!("/unit/{unit}"),
            Self::Summary => "/summary".to_owned(),
            Self::HandIn => "/hand-in".to_owned(),
            Self::File => "/file".to_owned(),
        }
    }
}

impl PrintSheet {
    /// All there are: in the order in which they are handed in, then those to work with.
    pub const ALL: [Self; 5] = [Self::Approval, Self::Points, Self::Todo, Self::Data, Self::BlankData];

    /// Its name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::Points => "points",
            Self::Todo => "todo",
            Self::Data => "data",
            Self::BlankData => "data-blank",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.name() == name)
    }
}

impl Page {
    /// The page on which an item stands, at that item.
    pub fn of_item(standard: &Standard, id: &ItemId) -> Self {
        let at = Some(id.clone());
        if standard.one_page {
            return Self::All(at);
        }
        let section = standard.sections.iter().find(|section| section.items.iter().any(|item| item.id == *id));
        match section {
            Some(section) => Self::Section(section.id.clone(), at),
            None if standard.bonus.items.iter().any(|item| item.id == *id) => Self::Bonus(at),
            None => Self::Texts(at),
        }
    }

    /// The same page, whichever item of it is meant.
    #[must_use]
    pub fn whole(&self) -> Self {
        match self {
            Self::Section(section, _) => Self::Section(section.clone(), None),
            Self::All(_) => Self::All(None),
            Self::Bonus(_) => Self::Bonus(None),
            Self::Texts(_) => Self::Texts(None),
            other => other.clone(),
        }
    }

    /// The item that is meant.
    pub fn at(&self) -> Option<&ItemId> {
        match self {
            Self::All(at) | Self::Section(_, at) | Self::Bonus(at) | Self::Texts(at) => at.as_ref(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(page: Page) -> Route {
        Route::Draft(DraftId::try_from("ab12").expect("an id"), page)
    }

    #[test]
    fn every_place_is_found_again_by_its_address() {
        let item = ItemId::try_from("A3").expect("an id");
        let section = SectionId::try_from("A").expect("an id");
        let pages = [
            Page::Tasks,
            Page::Basics,
            Page::Facts,
            Page::All(None),
            Page::All(Some(item.clone())),
            Page::Section(section.clone(), None),
            Page::Section(section, Some(item.clone())),
            Page::Bonus(None),
            Page::Bonus(Some(item.clone())),
            Page::Texts(Some(item)),
            Page::Check,
            Page::Result,
            Page::Head,
            Page::Send,
            Page::History,
            Page::Merge,
            Page::Earlier,
            Page::Print(PrintSheet::Approval),
            Page::Print(PrintSheet::Points),
            Page::Print(PrintSheet::Todo),
            Page::Print(PrintSheet::Data),
            Page::Print(PrintSheet::BlankData),
        ];
        let standard = Route::Standard(Digest::of(b"a standard"));
        let places = [Route::Home, Route::Mine, Route::Open, standard, Route::Township, Route::County];
        let unit = UnitId::new([7; 8]);
        let of_review = [
            ReviewPage::TakeIn,
            ReviewPage::Roster,
            ReviewPage::Entry,
            ReviewPage::HandIn,
            ReviewPage::Summary,
            ReviewPage::Table,
            ReviewPage::Unit(unit),
            ReviewPage::File,
        ];
        let of_review = of_review.map(|page| Route::Review(ReviewId::new([1; 8]), page));
        for place in places.into_iter().chain(of_review).chain(pages.map(draft)) {
            assert_eq!(Route::parse(&place.href()), place);
        }
    }

    #[test]
    fn an_empty_address_is_home() {
        for hash in ["", "#", "#/"] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash}");
        }
    }

    #[test]
    fn what_is_no_place_of_ours_is_lost_and_leads_home() {
        for hash in [
            "#/nowhere",
            "#/d",
            "#/d/%E7%AB%99",
            "#/d/ab12/section",
            "#/d/ab12/section/A/A1/x",
            "#/d/ab12/print/x",
            "#/mine/x",
            "#/standard",
            "#/standard/x",
            "#/r",
            "#/r/x",
            "#/r/0101010101010101/x",
            "#/r/0101010101010101/unit",
            "#/r/0101010101010101/unit/7",
        ] {
            assert_eq!(Route::parse(hash), Route::Lost, "{hash}");
        }
        assert_eq!(Route::Lost.href(), "#/");
    }
}
