//! A table as an Excel workbook of one sheet, ready to print on A4 across. The same request gives the same
//! bytes: the time it was made comes with it.

use crate::failure::Failure;
use crate::height::{HIGHEST, height};
use crate::layout::{Placed, Rows, placed};
use crate::style::{Style, TEXT_SIZE, TITLE_SIZE};
use documents::sheet::{Cell, Content, RowRole, Sheet, Workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Worksheet, XlsxError};

/// The paper: A4, as Excel counts kinds of paper.
const A4: u8 = 9;
/// How many signs of the standard width fit across the page within its margins.
const ACROSS: u16 = 130;
/// Margins in inches: the sides, above, below, and the line at the foot within the latter.
const SIDE: f64 = 0.6;
const ABOVE: f64 = 0.7;
const BELOW: f64 = 0.8;
const FOOT: f64 = 0.4;
/// Excel takes at most 255 characters for the foot of a page; some are its own.
const MARGIN: usize = 160;

impl From<XlsxError> for Failure {
    fn from(_: XlsxError) -> Self {
        Self::TooLarge
    }
}

/// Writes the workbook.
pub fn workbook(request: &[u8]) -> Result<Vec<u8>, Failure> {
    let request: Workbook = serde_json::from_slice(request).map_err(|_| Failure::Request)?;
    let made = time(&request.time).ok_or(Failure::Request)?;
    let sheet = &request.sheet;
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&sheet.title).set_creation_datetime(&made));
    let page = workbook.add_worksheet();
    page.set_name(tab(&request.name))?;
    Writer { page, sheet, style: Style::new(sheet.places), row: 0 }.write()?;
    Ok(workbook.save_to_buffer()?)
}

struct Writer<'a> {
    page: &'a mut Worksheet,
    sheet: &'a Sheet,
    style: Style,
    row: u32,
}

impl Writer<'_> {
    fn write(mut self) -> Result<(), Failure> {
        let sheet = self.sheet;
        let columns = u16::try_from(sheet.columns.len()).map_err(|_| Failure::Table)?;
        if !(1..=26).contains(&columns) {
            return Err(Failure::Table);
        }
        for (at, column) in (0_u16..).zip(&sheet.columns) {
            self.page.set_column_width(at, f64::from(u16::from(column.width) * ACROSS) / 100.0)?;
        }
        self.across(&sheet.title, TITLE_SIZE, &self.style.title.clone())?;
        for line in &sheet.lines {
            self.across(line, TEXT_SIZE, &self.style.line.clone())?;
        }
        // A sum that waits for somebody shows nothing, also in a viewer that does not calculate.
        self.page.set_formula_result_default("");
        let head = self.row;
        for (at, column) in (0_u16..).zip(&sheet.columns) {
            self.page.write_string_with_format(head, at, &column.words, &self.style.head)?;
        }
        let heads = (0..).zip(&sheet.columns).map(|(at, column)| height(&column.words, width(sheet, at, 1), TEXT_SIZE));
        self.page.set_row_height(head, heads.fold(0.0, f64::max))?;
        self.row += 1;
        self.rows()?;
        for line in &sheet.foot {
            self.across(line, TEXT_SIZE, &self.style.line.clone())?;
        }
        self.page.set_print_area(0, 0, self.row - 1, columns - 1)?;
        self.page.set_freeze_panes(head + 1, 0)?;
        self.page.set_repeat_rows(head, head)?;
        self.page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        self.page.set_margins(SIDE, SIDE, ABOVE, BELOW, FOOT, FOOT).set_print_center_horizontally(true);
        self.page.set_footer(footer(&sheet.margin, &sheet.page));
        Ok(())
    }

    /// The rows of the table.
    fn rows(&mut self) -> Result<(), Failure> {
        let cells = placed(self.sheet)?;
        let rows = Rows::of(self.sheet, &cells, |at, wide| width(self.sheet, at, wide));
        let first = self.row;
        for (row, height) in (first..).zip(rows.heights()) {
            self.page.set_row_height(row, *height)?;
        }
        for cell in &cells {
            self.cell(cell, &rows, first)?;
        }
        self.row = first + rows.start(self.sheet.rows.len());
        Ok(())
    }

    fn cell(&mut self, placed: &Placed<'_>, rows: &Rows, first: u32) -> Result<(), Failure> {
        let Placed { role, cell, row, column: at } = *placed;
        let format = self.format(role, cell, at);
        let (column, last) = (column(at)?, column(at + usize::from(cell.wide) - 1)?);
        let below = row + usize::try_from(cell.deep).map_err(|_| Failure::Table)?;
        let (row, end) = (first + rows.start(row), first + rows.start(below) - 1);
        if last > column || end > row {
            self.page.merge_range(row, column, end, last, "", &format)?;
        }
        match &cell.content {
            None => self.page.write_blank(row, column, &format)?,
            Some(Content::Text(text)) if like_a_formula(text) => {
                self.page.write_string_with_format(row, column, text, &format.set_quote_prefix())?
            }
            Some(Content::Text(text)) => self.page.write_string_with_format(row, column, text, &format)?,
            Some(Content::Points(points)) => {
                self.page.write_number_with_format(row, column, hundredths(*points)?, &format)?
            }
            Some(Content::Sum { rows: added, most, points }) => {
                let formula = sum(column, &stretches(placed.row, added, rows, first)?, *most);
                let result = points.map(decimal).unwrap_or_default();
                self.page.write_formula_with_format(row, column, Formula::new(formula).set_result(result), &format)?
            }
        };
        Ok(())
    }

    fn format(&self, role: RowRole, cell: &Cell, at: usize) -> Format {
        let centred = self.sheet.columns.get(at).is_some_and(|column| column.centred) && cell.wide == 1;
        let numbers = !matches!(cell.content, Some(Content::Text(_))) && centred;
        let style = &self.style;
        let format = match role {
            RowRole::Head => &style.section,
            RowRole::Item if numbers => &style.points,
            RowRole::Item if centred => &style.centred,
            RowRole::Item => &style.text,
            RowRole::Sum if centred => &style.sum_points,
            RowRole::Sum => &style.sum,
        };
        format.clone()
    }

    /// A line over all columns, in letters of so many points.
    fn across(&mut self, text: &str, size: u8, format: &Format) -> Result<(), Failure> {
        let columns = self.sheet.columns.len();
        if columns > 1 {
            self.page.merge_range(self.row, 0, self.row, column(columns - 1)?, "", format)?;
        }
        self.page.write_string_with_format(self.row, 0, text, format)?;
        self.page.set_row_height(self.row, height(text, width(self.sheet, 0, columns), size).min(HIGHEST))?;
        self.row += 1;
        Ok(())
    }
}

fn column(at: usize) -> Result<u16, Failure> {
    u16::try_from(at).map_err(|_| Failure::Table)
}

/// How wide so many columns from this one on are, in hundredths of the sign that columns are told in.
fn width(sheet: &Sheet, at: usize, wide: usize) -> usize {
    let widths = sheet.columns.iter().skip(at).take(wide).map(|column| usize::from(column.width));
    widths.sum::<usize>() * usize::from(ACROSS)
}

/// The rows of the workbook, counted from 1 as Excel does, that a sum in this row of the table adds up. It adds up
/// what stands above it.
fn stretches(row: usize, added: &[(u32, u32)], rows: &Rows, first: u32) -> Result<Vec<(u32, u32)>, Failure> {
    let stretch = |(from, to): &(u32, u32)| {
        let (from, to) = (usize::try_from(*from).ok()?, usize::try_from(*to).ok()?);
        (from <= to && to < row).then(|| (first + rows.start(from) + 1, first + rows.start(to) + 1))
    };
    let stretches: Option<Vec<_>> = added.iter().map(stretch).collect();
    stretches.filter(|stretches| !stretches.is_empty()).ok_or(Failure::Table)
}

/// The sum of some rows of a column, exact to a hundredth; nothing while none of them is filled in.
fn sum(column: u16, rows: &[(u32, u32)], most: Option<u64>) -> String {
    let letter = char::from(b'A' + u8::try_from(column).unwrap_or(0));
    let stretch = |(from, to): &(u32, u32)| {
        if from == to { format!("{letter}{from}") } else { format!("{letter}{from}:{letter}{to}") }
    };
    let cells = rows.iter().map(stretch).collect::<Vec<_>>().join(",");
    let all = format!("ROUND(SUM({cells}),2)");
    let all = most.map_or(all.clone(), |most| format!("MIN({},{all})", decimal(most)));
    format!("=IF(COUNT({cells})=0,\"\",{all})")
}

/// Hundredths as a decimal number.
fn decimal(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Points as the number that a cell holds.
fn hundredths(points: u64) -> Result<f64, Failure> {
    u32::try_from(points).map(|points| f64::from(points) / 100.0).map_err(|_| Failure::TooLarge)
}

/// Whether a program would take it for a formula when a person edits the cell.
fn like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The foot of every page. `&` begins a command there.
fn footer(margin: &str, page: &str) -> String {
    let plain = |text: &str| text.chars().take(MARGIN).collect::<String>().replace('&', "&&");
    format!("&L&9{}&R&9{}", plain(margin), plain(page).replace("{page}", "&P").replace("{pages}", "&N"))
}

/// A name that Excel takes: at most 31 characters, none of those it uses in formulas.
fn tab(name: &str) -> String {
    let name: String = name.chars().filter(|sign| !r"[]:*?/\'".contains(*sign) && !sign.is_control()).collect();
    let name: String = name.trim().chars().take(31).collect();
    if name.is_empty() { "1".to_owned() } else { name }
}

fn time(time: &str) -> Option<ExcelDateTime> {
    let (day, clock) = time.strip_suffix('Z')?.split_once('T')?;
    let mut day = day.split('-');
    let (year, month, date) = (day.next()?, day.next()?, day.next()?);
    let mut parts = [0_u8; 3];
    let mut clock = clock.split(':');
    for (part, most) in parts.iter_mut().zip([23, 59, 59]) {
        *part = clock.next()?.parse().ok().filter(|part| *part <= most)?;
    }
    let [hour, minute, second] = parts;
    let day = ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?).ok()?;
    day.and_hms(hour.into(), minute, second).ok()
}
