//! What all units of one kind come to together, as tables: drawn with bars on the page, copied and saved as they stand.

use crate::i18n::{ReviewSummaryWords, Text, hint, range, review_summary_words, sheet_words, stars, table_words};
use crate::model::print::table::{Cell, Column, Content, Row, RowRole, Sheet, places};
use crate::model::review::hints::hints;
use crate::model::review::ids::UnitId;
use crate::model::review::table::TableLine;
use crate::model::review::table_sums::{
    SHARES, TagSum, against, compared_tags, crossed, most_lost, outweighs, score_counts, star_counts, tag_sums,
};
use crate::model::review::unit_row::UnitRow;
use crate::model::standard::Standard;
use crate::model::standard::points::Points;

/// How many items are named at which most is lost.
const MOST_LOST: usize = 10;

/// How many ways of grouping are shown: 建管用 and 九有 in the standards that come with the program.
const SCHEMES: usize = 2;

/// A table of a page, and what is drawn in it.
pub struct SumTable {
    /// Which one it is; each stands once on a page.
    pub name: String,
    /// What it is called on the page.
    pub heading: String,
    /// What is said before it, a paragraph each.
    pub said: Vec<String>,
    /// The table.
    pub sheet: Sheet,
    /// What is drawn beside its numbers.
    pub drawn: Drawing,
    /// The unit of each row, where its first cell names one.
    pub units: Vec<UnitId>,
}

/// What is drawn beside numbers, for whoever sees it; the numbers say the same.
pub enum Drawing {
    /// Nothing.
    Nothing,
    /// A bar in each row: how long it is, of how much.
    Bars(Vec<(u64, u64)>),
    /// A square in each cell with a number, as large as that is beside the largest, which this is.
    Squares(u64),
}

/// What the tables are made of.
struct SumMaker<'a> {
    text: &'a Text,
    words: &'static ReviewSummaryWords,
    standard: &'a Standard,
    sample: bool,
    lines: &'a [&'a TableLine],
    rows: Vec<&'a UnitRow>,
}

/// Stars, scores, where most is lost, what the first ways of grouping give, and what one tag gives against another. None
/// where nothing came from these units, which are all of one kind.
pub fn sum_tables(text: &Text, standard: &Standard, lines: &[&TableLine], sample: bool) -> Vec<SumTable> {
    let maker = SumMaker::new(text, standard, lines, sample);
    if maker.rows.is_empty() {
        return Vec::new();
    }
    let schemes = maker.schemes();
    [maker.stars(), maker.scores(), maker.lost()].into_iter().chain(schemes).chain(maker.against()).collect()
}

/// What to look at first on a visit, unit by unit. For the office and its groups alone.
pub fn hint_table(text: &Text, standard: &Standard, lines: &[&TableLine], sample: bool) -> SumTable {
    SumMaker::new(text, standard, lines, sample).hints()
}

impl<'a> SumMaker<'a> {
    fn new(text: &'a Text, standard: &'a Standard, lines: &'a [&'a TableLine], sample: bool) -> Self {
        let rows = lines.iter().filter_map(|line| line.row.as_deref()).collect();
        Self { text, words: review_summary_words(text.lang), standard, sample, lines, rows }
    }

    /// That some of the units have sent something and are in no sum; nothing where none is so.
    fn left_out(&self) -> Option<String> {
        let many = self.lines.iter().filter(|line| line.state.is_here()).count().saturating_sub(self.rows.len());
        (many > 0).then(|| (self.words.undecided)(many))
    }

    /// A table with these heads, each with its width in hundredths; the first column is of words, the others are not.
    fn table(&self, name: &str, heading: String, heads: &[(&str, u8)], cells: Vec<Vec<Cell>>) -> SumTable {
        let words = table_words(self.text.lang);
        let title = (self.words.titled)(self.standard.unit.words.get(self.text.lang), &heading);
        let column = |(at, (words, width)): (usize, &(&str, u8))| Column {
            words: (*words).to_owned(),
            width: *width,
            centred: at > 0,
        };
        let mut lines = vec![(self.words.of)(self.rows.len())];
        lines.extend(self.left_out());
        SumTable {
            name: name.to_owned(),
            heading,
            said: Vec::new(),
            sheet: Sheet {
                title: if self.sample { format!("{}{title}", words.sample) } else { title },
                lines,
                columns: heads.iter().enumerate().map(column).collect(),
                rows: cells.into_iter().map(|cells| Row { role: RowRole::Item, cells }).collect(),
                foot: vec![words.internal.to_owned()],
                margin: words.internal.to_owned(),
                page: sheet_words(self.text.lang).page.to_owned(),
                places: 0,
            },
            drawn: Drawing::Nothing,
            units: Vec::new(),
        }
    }

    /// How many units there are of each name: rows with a bar.
    fn counts(&self, name: &str, heading: &str, head: &str, counts: Vec<(String, usize)>) -> SumTable {
        let of = whole(self.rows.len());
        let bars = counts.iter().map(|(_, many)| (whole(*many), of)).collect();
        let cells = counts.into_iter().map(|(name, many)| vec![Cell::text(name), count(many)]).collect();
        let heads = [(head, 70), (self.words.many, 30)];
        SumTable { drawn: Drawing::Bars(bars), ..self.table(name, heading.to_owned(), &heads, cells) }
    }

    fn stars(&self) -> SumTable {
        let counts = star_counts(self.standard, &self.rows);
        let name = |at: usize| match at.checked_sub(1).and_then(|at| self.standard.lines.get(at)) {
            Some(line) => format!("{} {}", stars(Some(line)), line.words.get(self.text.lang)),
            None => self.standard.no_line.get(self.text.lang).to_owned(),
        };
        let settled = counts.settled.iter().enumerate().rev().map(|(at, many)| (name(at), *many));
        let open = (counts.open > 0).then(|| (self.words.open.to_owned(), counts.open));
        let mut table = self.counts("stars", self.words.stars, self.words.star, settled.chain(open).collect());
        // Once on the page, above the first table; each says so where it is copied or saved.
        table.said.extend(self.left_out());
        table
    }

    fn scores(&self) -> SumTable {
        let tenth = |at: usize| Points::hundredths(self.standard.points.get() * whole(at) / 10).to_string();
        let counts = score_counts(self.standard, &self.rows);
        let counts = counts.iter().enumerate().rev();
        let counts = counts.map(|(at, many)| ((self.words.between)(&tenth(at), &tenth(at + 1)), *many));
        self.counts("scores", self.words.scores, self.words.band, counts.collect())
    }

    fn lost(&self) -> SumTable {
        let items = most_lost(self.standard, &self.rows, MOST_LOST);
        let most = items.first().map_or(0, |item| item.lost.get());
        let cells = items.iter().map(|lost| {
            let item = self.standard.item(&lost.item).map_or("", |item| item.words.get(self.text.lang));
            let points = Cell::of(Content::Points(lost.lost.get()));
            vec![Cell::text(self.standard.numbered(&lost.item, item)), points, Cell::text(lost.units.to_string())]
        });
        let heads = [(self.words.item, 60), (self.words.lost_points, 20), (self.words.losing, 20)];
        let mut table = self.table("lost", self.words.lost.to_owned(), &heads, cells.collect());
        if items.is_empty() {
            table.said.push(self.words.nothing_lost.to_owned());
        }
        table.sheet.places = places(items.iter().map(|item| item.lost));
        table.drawn = Drawing::Bars(items.iter().map(|item| (item.lost.get(), most)).collect());
        table
    }

    fn schemes(&self) -> Vec<SumTable> {
        let shown = self.standard.schemes.iter().take(SCHEMES).map(|scheme| {
            let sums = tag_sums(self.standard, &self.rows, scheme);
            let row = |(sum, words): (&TagSum, String)| {
                let won = format!("{} / {}", range(sum.won), sum.points);
                vec![Cell::text(words), Cell::text(won), Cell::text(sum.lit.to_string())]
            };
            let names = scheme.tags.iter().map(|tag| tag.words.get(self.text.lang).to_owned());
            let cells = sums.iter().zip(names).map(row).collect();
            let heading = scheme.words.get(self.text.lang);
            let heads = [(heading, 40), (self.words.won, 30), (self.words.lit, 30)];
            let bars = sums.iter().map(|sum| (sum.won.low.get(), sum.points.get())).collect();
            let table = self.table(scheme.id.as_str(), heading.to_owned(), &heads, cells);
            SumTable { drawn: Drawing::Bars(bars), ..table }
        });
        shown.collect()
    }

    /// What stands alone in its way of grouping, such as boards, against what decides between equals, such as use: how
    /// many units have how much of both, and who has much of the one and little of the other.
    fn against(&self) -> Option<SumTable> {
        let (one, other) = compared_tags(self.standard)?;
        let pairs = against(self.standard, &self.rows, &one.id, &other.id);
        let [one, other] = [one, other].map(|tag| tag.words.get(self.text.lang));
        let grid = crossed(&pairs);
        let share = |tag: &str, at: usize| {
            (self.words.share)(tag, at * 100 / SHARES, if at + 1 == SHARES { 100 } else { (at + 1) * 100 / SHARES - 1 })
        };
        let columns: Vec<String> = (0..SHARES).map(|at| share(other, at)).collect();
        let corner = (self.words.corner)(one, other);
        let heads = columns.iter().map(|words| (words.as_str(), 14));
        let heads: Vec<(&str, u8)> = [(corner.as_str(), 30)].into_iter().chain(heads).collect();
        let cells = grid.iter().enumerate().rev().map(|(at, many)| {
            let many = many.iter().map(|many| if *many == 0 { Cell::BLANK } else { count(*many) });
            [Cell::text(share(one, at))].into_iter().chain(many).collect()
        });
        let mut table = self.table("against", (self.words.against)(one, other), &heads, cells.collect());
        let most = grid.iter().flatten().max().copied().unwrap_or_default();
        table.drawn = Drawing::Squares(whole(most));
        let here = self.lines.iter().filter(|line| line.row.is_some());
        let names = here.zip(&pairs).filter(|(_, pair)| outweighs(**pair)).map(|(line, _)| line.called());
        let names: Vec<String> = names.collect();
        let open = pairs.iter().filter(|pair| pair.is_none()).count();
        let told = [(self.words.outweighs)(one, other, &names), (self.words.not_settled)(open)];
        table.said = told.into_iter().filter(|said| !said.is_empty()).collect();
        table.sheet.lines.extend(table.said.iter().cloned());
        Some(table)
    }

    fn hints(&self) -> SumTable {
        let here: Vec<&TableLine> = self.lines.iter().filter(|line| line.state.is_here()).copied().collect();
        let found = hints(self.standard, &here);
        let name_of =
            |unit: UnitId| self.lines.iter().find(|line| line.unit == unit).map_or(String::new(), |line| line.called());
        let (mut cells, mut units) = (Vec::new(), Vec::new());
        for line in &here {
            let Some(said) = found.get(&line.unit) else { continue };
            for (at, one) in said.iter().enumerate() {
                let name = Cell::text(line.called()).deep(u32::try_from(said.len()).unwrap_or(1));
                let said = Cell::text(hint(self.text, self.standard, &name_of, one));
                cells.push(if at == 0 { vec![name, said] } else { vec![said] });
                units.push(line.unit);
            }
        }
        let heads = [(self.words.unit, 30), (self.words.hints, 70)];
        let mut table = self.table("hints", self.words.hints.to_owned(), &heads, cells);
        table.said.push(self.words.hints_lead.to_owned());
        if units.is_empty() {
            table.said.push(self.words.no_hints.to_owned());
        }
        for column in &mut table.sheet.columns {
            column.centred = false;
        }
        SumTable { units, ..table }
    }
}

fn whole(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

/// How many, as a number.
fn count(many: usize) -> Cell {
    Cell::of(Content::Points(whole(many).saturating_mul(100)))
}
