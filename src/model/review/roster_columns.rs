//! Which column of a list of units is what: by its head, else by what stands in it.

use crate::model::record::typed::tidy;
use crate::model::sorting::sort_by_key;
use crate::model::standard::ids::UnitKind;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ColumnKind {
    /// Telephones. They are known so that nothing else is taken for them, and are not kept.
    Phone,
    /// The county's codes.
    Code,
    /// The number of the row.
    Order,
    /// Which kind of unit it is, where a list has several.
    Kind,
    /// Townships.
    Township,
    /// Villages.
    Village,
    /// Liaison officers.
    Liaison,
    /// Heads.
    Head,
    /// Whoever belongs to a unit.
    Members,
    /// The names of the units.
    Name,
}

impl ColumnKind {
    /// Every one there is, in the order in which they are looked for in a head: 负责人电话 is a telephone, and 乡镇名称 a
    /// township.
    pub const ALL: [Self; 10] = [
        Self::Phone,
        Self::Code,
        Self::Order,
        Self::Kind,
        Self::Township,
        Self::Village,
        Self::Liaison,
        Self::Head,
        Self::Members,
        Self::Name,
    ];

    /// Whether what stands in it goes to the roster.
    pub fn is_kept(self) -> bool {
        match self {
            Self::Phone | Self::Order | Self::Kind => false,
            Self::Code | Self::Township | Self::Village | Self::Liaison | Self::Head | Self::Members | Self::Name => {
                true
            }
        }
    }
}

/// The words by which columns and rows are known, in every language in which lists are written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HeadWords {
    /// Words that stand in the head of a column.
    pub heads: Vec<(ColumnKind, String)>,
    /// What names of a kind end in: of townships, villages, units.
    pub endings: Vec<(ColumnKind, String)>,
    /// What the units of each kind are called as a whole, in every language: a head may be a part of it.
    pub units: Vec<(UnitKind, String)>,
    /// Words beside those in a head that say nothing of what it is (所属, 总).
    pub beside: Vec<String>,
    /// What a row that adds up others begins with.
    pub totals: Vec<String>,
}

/// A head as it is compared: without spaces, brackets and the like.
pub(super) fn plain(text: &str) -> String {
    let signs = |sign: &char| !sign.is_whitespace() && !"()（）、，,/／:：·*".contains(*sign);
    tidy(text).to_lowercase().chars().filter(signs).collect()
}

/// The words of heads as they are compared.
pub(super) struct KnownHeads {
    /// The words of each kind of column.
    words: Vec<(ColumnKind, String)>,
    /// Of what a head is made, the longest first.
    parts: Vec<String>,
    units: Vec<String>,
}

impl KnownHeads {
    /// Of these words.
    pub(super) fn of(words: &HeadWords) -> Self {
        let known: Vec<(ColumnKind, String)> =
            words.heads.iter().map(|(kind, word)| (*kind, plain(word))).filter(|(_, word)| !word.is_empty()).collect();
        let mut parts: Vec<String> = known.iter().map(|(_, word)| word.clone()).collect();
        parts.extend(words.beside.iter().map(|word| plain(word)).filter(|word| !word.is_empty()));
        sort_by_key(&mut parts, |word| std::cmp::Reverse(word.chars().count()));
        Self { words: known, parts, units: words.units.iter().map(|(_, unit)| plain(unit)).collect() }
    }

    /// What the columns of a row are, if it is one of heads.
    pub(super) fn columns(&self, row: &[String]) -> Vec<Option<ColumnKind>> {
        let mut kinds: Vec<Option<ColumnKind>> = Vec::new();
        for cell in row {
            let kind = self.kind(&plain(cell)).filter(|kind| !kinds.contains(&Some(*kind)));
            kinds.push(kind);
        }
        kinds
    }

    fn kind(&self, cell: &str) -> Option<ColumnKind> {
        if cell.is_empty() {
            return None;
        }
        let first = |fits: &dyn Fn(&str) -> bool| {
            let of = |kind: ColumnKind| self.words.iter().any(|(known, word)| *known == kind && fits(word));
            ColumnKind::ALL.into_iter().find(|kind| of(*kind))
        };
        if let Some(kind) = first(&|word| word == cell) {
            return Some(kind);
        }
        // A village's name ends like the head of a column of them: a head is made of such words alone.
        let rest = self.parts.iter().fold(cell.to_owned(), |rest, word| rest.replace(word.as_str(), ""));
        if !self.units.iter().any(|unit| unit.contains(&rest)) {
            return None;
        }
        let unit = || (cell.chars().count() > 1 && rest == cell).then_some(ColumnKind::Name);
        first(&|word| cell.contains(word)).or_else(unit)
    }
}

/// The kind of unit that a cell names: its whole words, or their end, which is all that people write (室, 联络站). Nothing
/// where it is none, or may be several.
pub fn kind_named<'a>(cell: &str, units: &'a [(UnitKind, String)]) -> Option<&'a UnitKind> {
    let cell = plain(cell);
    let fits = |unit: &str| !cell.is_empty() && (unit.ends_with(&cell) || cell.ends_with(unit));
    let mut found = units.iter().filter(|(_, unit)| fits(&plain(unit))).map(|(kind, _)| kind);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// What the columns are that no head told, by what stands in them: only what hardly anything else looks like.
pub(super) fn by_content(
    mut columns: Vec<Option<ColumnKind>>,
    rows: &[&Vec<String>],
    words: &HeadWords,
) -> Vec<Option<ColumnKind>> {
    let cells = |at: usize| rows.iter().filter_map(move |row| row.get(at)).filter(|cell| !cell.is_empty());
    for at in 0..columns.len() {
        if columns.get(at).is_some_and(Option::is_none) {
            let all: Vec<&str> = cells(at).map(String::as_str).collect();
            let found = content(&all, words).filter(|kind| !columns.contains(&Some(*kind)));
            if let Some(column) = columns.get_mut(at) {
                *column = found;
            }
        }
    }
    // A list of one column is one of names.
    if let [column @ None] = columns.as_mut_slice() {
        *column = Some(ColumnKind::Name);
    }
    columns
}

fn content(cells: &[&str], words: &HeadWords) -> Option<ColumnKind> {
    if cells.is_empty() {
        return None;
    }
    let digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let phone = |cell: &&str| {
        let number: String = cell.chars().filter(|sign| !matches!(sign, '-' | ' ')).collect();
        digits(&number) && (7..=12).contains(&number.len())
    };
    if cells.iter().enumerate().all(|(at, cell)| digits(cell) && cell.parse() == Ok(at + 1)) {
        return Some(ColumnKind::Order);
    }
    if cells.iter().all(phone) {
        return Some(ColumnKind::Phone);
    }
    // A total or a remark may stand among them.
    let most = |kind: ColumnKind| {
        let ends = |cell: &&&str| {
            words.endings.iter().any(|(known, ending)| *known == kind && cell.ends_with(ending.as_str()))
        };
        cells.iter().filter(ends).count() * 5 >= cells.len() * 4
    };
    [ColumnKind::Name, ColumnKind::Township, ColumnKind::Village].into_iter().find(|kind| most(*kind))
}

/// Whether a row adds up others.
pub(super) fn is_total(row: &[String], words: &HeadWords) -> bool {
    let first = row.iter().find(|cell| !cell.is_empty() && !cell.bytes().all(|byte| byte.is_ascii_digit()));
    first.is_some_and(|cell| words.totals.iter().any(|total| plain(cell).starts_with(&plain(total))))
}
