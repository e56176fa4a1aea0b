//! How a workbook looks. Fonts are named, not embedded: every office computer of its readers has them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// For text (仿宋) and for heads (黑体).
const TEXT: &str = "仿宋";
const HEAD: &str = "黑体";

/// The size of letters, and of the title's, in points.
pub(crate) const TEXT_SIZE: u8 = 11;
pub(crate) const TITLE_SIZE: u8 = 18;

/// The formats of a workbook.
pub(crate) struct Style {
    /// The title.
    pub title: Format,
    /// A line above or below the table.
    pub line: Format,
    /// The head of a column.
    pub head: Format,
    /// A row that heads others.
    pub section: Format,
    /// Words of an item.
    pub text: Format,
    /// The same, centred.
    pub centred: Format,
    /// Points of an item.
    pub points: Format,
    /// Words of a sum.
    pub sum: Format,
    /// Points of a sum.
    pub sum_points: Format,
}

impl Style {
    /// With points written to so many places.
    pub fn new(places: u8) -> Self {
        let number = match places {
            0 => "0",
            1 => "0.0",
            _ => "0.00",
        };
        let plain = |font: &str, size: u8| Format::new().set_font_name(font).set_font_size(size).set_text_wrap();
        let middle = |format: Format| format.set_align(FormatAlign::VerticalCenter);
        let cell = |font: &str| middle(plain(font, TEXT_SIZE)).set_border(FormatBorder::Thin);
        let centre = |format: Format| format.set_align(FormatAlign::Center);
        let shade = |format: Format| format.set_background_color(Color::RGB(0x00EE_EEEE));
        Self {
            title: centre(middle(plain(HEAD, TITLE_SIZE))),
            line: middle(plain(TEXT, TEXT_SIZE)),
            head: shade(centre(cell(HEAD))),
            section: shade(cell(HEAD)),
            text: cell(TEXT),
            centred: centre(cell(TEXT)),
            points: centre(cell(TEXT)).set_num_format(number),
            sum: cell(HEAD),
            sum_points: centre(cell(HEAD)).set_num_format(number),
        }
    }
}
