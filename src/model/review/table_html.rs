//! A table as WPS, Word and spreadsheets take it from the clipboard with its lines.

use crate::model::review::tsv::{cell_words, no_formula};
use documents::sheet::{Cell, RowRole, Sheet};

/// The table with what stands above and below it. Nothing that a person typed is markup in it, and a text that looks like a
/// formula stays a text.
pub fn table_html(sheet: &Sheet) -> String {
    let heads: String = sheet.columns.iter().map(|column| tag("th", "", &escaped(&column.words))).collect();
    let rows = sheet.rows.iter().map(|row| {
        let cells: String = row.cells.iter().map(|cell| cell_html(row.role, cell)).collect();
        tag("tr", "", &cells)
    });
    let rows: String = rows.collect();
    let table = format!("<thead>{}</thead><tbody>{rows}</tbody>", tag("tr", "", &heads));
    // Word and WPS draw these attributes as plain lines.
    let table = tag("table", " border=\"1\" cellspacing=\"0\" cellpadding=\"4\" rules=\"all\"", &table);
    let lines = |lines: &[String]| lines.iter().map(|line| tag("p", "", &escaped(line))).collect::<String>();
    let title = tag("p", "", &tag("b", "", &escaped(&sheet.title)));
    format!("<meta charset=\"utf-8\">{title}{}{table}{}", lines(&sheet.lines), lines(&sheet.foot))
}

fn cell_html(role: RowRole, cell: &Cell) -> String {
    let words = escaped(&no_formula(&cell_words(cell)));
    let over = |name: &str, many: u32| if many > 1 { format!(" {name}=\"{many}\"") } else { String::new() };
    let over = over("colspan", cell.wide.into()) + &over("rowspan", cell.deep);
    match role {
        RowRole::Head => tag("th", &over, &words),
        RowRole::Item | RowRole::Sum => tag("td", &over, &words),
    }
}

fn tag(name: &str, attributes: &str, content: &str) -> String {
    format!("<{name}{attributes}>{content}</{name}>")
}

/// Text as it stands in markup; a line end in it is a break.
fn escaped(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    words.replace("\r\n", "\n").replace('\n', "<br>")
}
