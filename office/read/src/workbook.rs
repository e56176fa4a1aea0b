//! A workbook as the texts in its cells, sheet by sheet: what a person sees there, without how it looks.

use crate::entries::Entries;
use crate::limits::{
    MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_STYLES_BYTES, MAX_TEXT_BYTES, MAX_WORKBOOK_BYTES,
};
use crate::old_workbook;
use calamine::{Data, ExcelDateTime, Reader, Sheet, SheetVisible, Xls, Xlsx};
use documents::received::{ContainedFile, ReadError, ReadFailure, ReceivedSheet};
use std::io::Cursor;

/// The sheets of a workbook that a person sees. Those that are hidden follow only where nothing stands in any other.
///
/// # Errors
/// Where it is none, is cut off, needs a password, or holds too much.
pub fn sheets(bytes: Vec<u8>) -> Result<Vec<ReceivedSheet>, ReadError> {
    if bytes.len() > MAX_WORKBOOK_BYTES {
        return Err(ReadFailure::TooLarge.here());
    }
    if bytes.starts_with(b"PK") { new(bytes) } else { old(bytes) }
}

/// A workbook as Excel has written them since 2007: an archive.
fn new(bytes: Vec<u8>) -> Result<Vec<ReceivedSheet>, ReadError> {
    // The reader of workbooks unpacks whatever it finds, up to the size that the archive states.
    let parts = Entries::open(bytes.clone(), MAX_WORKBOOK_BYTES)?.files;
    let too_large = |part: &ContainedFile| {
        part.bytes > MAX_STYLES_BYTES && part.name.to_ascii_lowercase().trim_end().ends_with("styles.xml")
    };
    if let Some((_, part)) = parts.into_iter().find(|(_, part)| too_large(part)) {
        return Err(ReadFailure::TooLarge.at(part.name));
    }
    let not_one = |_| ReadFailure::NotWorkbook.here();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(not_one)?;
    let mut room = Room::default();
    let listed = book.sheets_metadata().to_vec();
    visible_first(&listed, |name| {
        let mut rows = Vec::new();
        // A sheet of another kind, such as one that is a diagram, has no cells.
        if let Ok(mut cells) = book.worksheet_cells_reader(name) {
            while let Some(cell) = cells.next_cell().map_err(|_| ReadFailure::Damaged)? {
                let (row, column) = cell.get_position();
                room.put(&mut rows, row, column, text(&cell.get_value().clone().into()))?;
            }
        }
        Ok(rows)
    })
}

/// A workbook as Excel wrote them before, and WPS still does.
fn old(bytes: Vec<u8>) -> Result<Vec<ReceivedSheet>, ReadError> {
    let safe = old_workbook::made_safe(&bytes).map_err(ReadFailure::here)?;
    drop(bytes);
    let mut book: Xls<_> = Xls::new(Cursor::new(safe)).map_err(|_| ReadFailure::Damaged.here())?;
    let mut room = Room::default();
    let listed = book.sheets_metadata().to_vec();
    visible_first(&listed, |name| {
        let mut rows = Vec::new();
        let range = book.worksheet_range(name).map_err(|_| ReadFailure::Damaged)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = |at: usize, first: u32| u32::try_from(at).unwrap_or(u32::MAX).saturating_add(first);
            room.put(&mut rows, place(row, first_row), place(column, first_column), text(value))?;
        }
        Ok(rows)
    })
}

/// What stands in a sheet, row by row.
type Rows = Vec<Vec<String>>;

/// Reads the sheets that a person sees. A list that an office works with may have last year's, or what its menus are
/// made of, in hidden ones: those are read only where nothing stands in the others.
fn visible_first(
    listed: &[Sheet],
    mut read: impl FnMut(&str) -> Result<Rows, ReadFailure>,
) -> Result<Vec<ReceivedSheet>, ReadError> {
    if listed.len() > MAX_SHEETS {
        return Err(ReadFailure::TooMany.here());
    }
    let (visible, hidden): (Vec<&Sheet>, Vec<&Sheet>) =
        listed.iter().partition(|sheet| sheet.visible == SheetVisible::Visible);
    let mut sheets: Vec<ReceivedSheet> = Vec::new();
    for some in [visible, hidden] {
        if sheets.iter().flat_map(|sheet| &sheet.rows).flatten().any(|text| !text.trim().is_empty()) {
            break;
        }
        for Sheet { name, .. } in some {
            let rows = read(name).map_err(|failure| failure.at(name.as_str()))?;
            sheets.push(ReceivedSheet { name: name.clone(), rows });
        }
    }
    Ok(sheets)
}

/// What has been taken in so far.
#[derive(Default)]
struct Room {
    cells: usize,
    text_bytes: usize,
}

impl Room {
    fn put(&mut self, rows: &mut Vec<Vec<String>>, row: u32, column: u32, text: String) -> Result<(), ReadFailure> {
        if text.is_empty() {
            return Ok(());
        }
        self.cells += 1;
        self.text_bytes += text.len();
        if row >= MAX_ROWS || column >= MAX_COLUMNS || self.cells > MAX_CELLS {
            return Err(ReadFailure::TooMany);
        }
        if self.text_bytes > MAX_TEXT_BYTES {
            return Err(ReadFailure::TooLarge);
        }
        let cells = at(rows, row).ok_or(ReadFailure::TooMany)?;
        *at(cells, column).ok_or(ReadFailure::TooMany)? = text;
        Ok(())
    }
}

/// The one at this place, with as many before it as it takes.
fn at<T: Clone + Default>(list: &mut Vec<T>, at: u32) -> Option<&mut T> {
    let at = usize::try_from(at).ok()?;
    if list.len() <= at {
        list.resize(at + 1, T::default());
    }
    list.get_mut(at)
}

/// What a person reads in a cell, whatever it looks like there.
fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        // Whole numbers without a point: numbers of telephones and deputies.
        Data::Float(number) => number.to_string(),
        Data::Bool(is) => if *is { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(time) if time.is_datetime() => date(time),
        Data::DateTime(time) => time.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    }
}

/// A day as it is written in files, with the time where there is one.
fn date(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day} {hour:02}:{minute:02}:{second:02}") }
}
