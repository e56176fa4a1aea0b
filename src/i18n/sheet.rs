//! The sheet of all items with their points (评分明细表), made from a draft and its score: title, assessors and
//! items in the standard's words, the rest in ours.

use crate::i18n::answer::claim;
use crate::i18n::sheet_words::Heads;
use crate::i18n::{Text, sheet_words};
use crate::model::date::UtcTime;
use crate::model::digest::CheckCode;
use crate::model::draft::Draft;
use crate::model::print::table::{Cell, Column, Content, Row, RowRole, Sheet, Workbook, places};
use crate::model::record::answers::Answer;
use crate::model::scoring::score::{Score, Truth};
use crate::model::standard::item::Item;
use crate::model::standard::points::{Points, Range};

/// The columns before the points: number, section, what is asked, how it is scored.
const BEFORE: u8 = 4;

/// The sheet. Its check code stands on it if nothing has changed since it was exported; else it is a draft.
pub fn sheet(text: &Text, draft: &Draft, score: &Score, code: Option<&CheckCode>) -> Sheet {
    let standard = &draft.standard;
    let mut maker = Maker { text, heads: sheet_words(text.lang), draft, score, rows: Vec::new(), sums: Vec::new() };
    for section in &standard.sections {
        let words = section.words.get(text.lang);
        let rows = maker.items(words, &section.items);
        let won = score.section(&section.id);
        maker.sums.push(maker.next());
        maker.sum((maker.heads.subtotal)(words), vec![rows], None, section.points, won);
    }
    let subtotals = maker.sums.iter().map(|row| (*row, *row)).collect();
    maker.sum(text.result.total.to_owned(), subtotals, None, standard.points, score.total);
    let bonus = &standard.bonus;
    if !bonus.items.is_empty() {
        maker.head((maker.heads.bonus)(bonus.words.get(text.lang), bonus.cap));
        let rows = maker.items(bonus.words.get(text.lang), &bonus.items);
        let points = bonus.items.iter().map(|item| item.points).sum::<Points>().min(bonus.cap);
        maker.sum((maker.heads.bonus_total)(bonus.cap), vec![rows], Some(bonus.cap), points, score.bonus);
    }
    maker.gates();
    maker.stars();
    let heads = maker.heads;
    let made = code.is_some();
    let estimate = standard.estimate.get(text.lang);
    let code = code.map_or(heads.draft.to_owned(), |code| (heads.code)(code.as_str()));
    let given = standard.items().map(|item| item.points).chain([standard.step]);
    let ranges = score.items.iter().flat_map(|item| [item.range.low, item.range.high]);
    Sheet {
        title: title(text, draft, heads),
        lines: lines(text, draft, heads, made),
        columns: columns(text, draft, heads),
        foot: vec![
            code.clone(),
            (heads.standard)(standard.title.get(text.lang), standard.version),
            estimate.to_owned(),
        ],
        margin: format!("{code}{}{estimate}", text.comma()),
        page: heads.page.to_owned(),
        places: places(given.chain(ranges)),
        rows: maker.rows,
    }
}

/// The same, to be made into a workbook.
pub fn workbook(text: &Text, sheet: Sheet, made: UtcTime) -> Workbook {
    Workbook { name: sheet_words(text.lang).name.to_owned(), time: made.into(), sheet }
}

fn title(text: &Text, draft: &Draft, heads: &Heads) -> String {
    let name = crate::i18n::paper::name(text, draft, heads.name);
    (heads.title)(&draft.standard.sheet_title(text.lang, draft.year), &name)
}

fn lines(text: &Text, draft: &Draft, heads: &Heads, made: bool) -> Vec<String> {
    let (unit, by) = (&draft.unit, &draft.declaration);
    let place: Vec<&str> = [&unit.township, &unit.village, &unit.name]
        .into_iter()
        .map(|part| part.trim())
        .filter(|p| !p.is_empty())
        .collect();
    let day = draft.declared_on(made).map_or(String::new(), |date| crate::i18n::day(text, date));
    let said = [
        (heads.unit, place.join(" ")),
        (heads.by, by.name.trim().to_owned()),
        (heads.phone, draft.posts.liaison.phone.trim().to_owned()),
        (heads.on, day),
    ];
    let said: Vec<String> = said.iter().map(|(what, said)| format!("{what}{}{said}", text.colon())).collect();
    let within = crate::i18n::period_line(text, &draft.standard);
    [said.join("\u{3000}\u{3000}"), within].into_iter().filter(|line| !line.is_empty()).collect()
}

/// The columns. Where numbers stand they are as narrow as the words above them let them be, so that most of the
/// paper is left to what is long.
fn columns(text: &Text, draft: &Draft, heads: &Heads) -> Vec<Column> {
    let column = |words: String, width: u8, centred: bool| Column { words, width, centred };
    let standard = &draft.standard;
    let sections = standard.sections.iter().map(|section| &section.words).chain([&standard.bonus.words]);
    let section = sections.map(|words| narrow(heads, words.get(text.lang), STACKED, LETTER)).max().unwrap_or(4);
    let numbers = |words: &str| narrow(heads, words, 2, HEAD);
    let points = numbers(heads.points);
    let given: Vec<String> = standard.assessors.iter().map(|one| (heads.given)(one.words.get(text.lang))).collect();
    let taken: usize = 4 + section + points + given.iter().map(|words| numbers(words)).sum::<usize>();
    // However many give points, there is room for the words.
    let left = 100_usize.saturating_sub(taken).max(40);
    let [asked, rule, evidence] = heads.shares.map(|part| left * part / 100);
    let remarks = left - asked - rule - evidence;
    let width = |width: usize| u8::try_from(width).unwrap_or(u8::MAX);
    let mut columns = vec![
        column(heads.number.to_owned(), 4, true),
        column(heads.section.to_owned(), width(section), true),
        column(heads.asked.to_owned(), width(asked), false),
        column(heads.rule.to_owned(), width(rule), false),
        column(heads.points.to_owned(), width(points), true),
    ];
    columns.extend(given.into_iter().map(|words| {
        let width = width(numbers(&words));
        column(words, width, true)
    }));
    columns.push(column(heads.evidence.to_owned(), width(evidence), false));
    columns.push(column(heads.remarks.to_owned(), width(remarks), false));
    columns
}

/// What a Latin letter takes in the text and in the heads, in hundredths of a hundredth of the table: 2 mm, and a
/// little more.
const LETTER: usize = 80;
const HEAD: usize = 84;
/// Into how many lines the words of a section go beside its rows.
const STACKED: usize = 5;

/// How narrow a column with these words may be, in hundredths of the table: Chinese goes into so many lines, of
/// English no word is broken. For letters of 10.5 points in the 257 mm that lie across the paper.
fn narrow(heads: &Heads, words: &str, lines: usize, letter: usize) -> usize {
    let hundredths = if heads.breaks_anywhere {
        // A sign takes 3.7 mm, or 1.45 %.
        words.chars().count().div_ceil(lines).max(2) * 145 + 60
    } else {
        let longest = words.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(1);
        longest * letter + 30
    };
    hundredths.div_ceil(100).max(4)
}

struct Maker<'a> {
    text: &'a Text,
    heads: &'static Heads,
    draft: &'a Draft,
    score: &'a Score,
    rows: Vec<Row>,
    /// The rows that are added up to the total.
    sums: Vec<u32>,
}

impl Maker<'_> {
    /// The number of the row that comes next.
    fn next(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// How many give points besides the unit itself.
    fn others(&self) -> usize {
        self.draft.standard.assessors.len().saturating_sub(1)
    }

    fn push(&mut self, role: RowRole, cells: Vec<Cell>) {
        self.rows.push(Row { role, cells });
    }

    /// A row over all columns.
    fn head(&mut self, words: String) {
        let all = u8::try_from(self.others()).unwrap_or(u8::MAX).saturating_add(BEFORE + 4);
        self.push(RowRole::Head, vec![Cell::text(words).wide(all)]);
    }

    /// A row for each item; the first and the last of them.
    fn items(&mut self, section: &str, items: &[Item]) -> (u32, u32) {
        let first = self.next();
        let deep = u32::try_from(items.len()).unwrap_or(1);
        for (at, item) in items.iter().enumerate() {
            let range = self.score.item(&item.id).map_or(Range::up_to(item.points), |score| score.range);
            let mut cells = vec![Cell::text(self.draft.standard.number_of(&item.id).unwrap_or_default())];
            if at == 0 {
                cells.push(Cell::text(section.to_owned()).deep(deep));
            }
            cells.push(Cell::text(item.words.get(self.text.lang).to_owned()));
            cells.push(Cell::text(crate::i18n::rule(self.text, &self.draft.standard, item)));
            cells.push(Cell::of(Content::Points(item.points.get())));
            cells.push(Cell::of(
                range
                    .settled()
                    .map_or_else(|| Content::Text(crate::i18n::range(range)), |points| Content::Points(points.get())),
            ));
            cells.extend(std::iter::repeat_n(Cell::BLANK, self.others()));
            cells.push(Cell::text(self.evidence(item)));
            cells.push(Cell::text(self.remarks(item)));
            self.push(RowRole::Item, cells);
        }
        (first, self.next().saturating_sub(1))
    }

    /// The sum of some rows: of the points there are, of what the unit gives itself, and of what others will.
    fn sum(&mut self, words: String, rows: Vec<(u32, u32)>, most: Option<Points>, points: Points, won: Range) {
        let sum = |points: Option<Points>| Content::Sum {
            rows: rows.clone(),
            most: most.map(Points::get),
            points: points.map(Points::get),
        };
        let mut cells = vec![Cell::text(words).wide(BEFORE), Cell::of(sum(Some(points)))];
        // While something is open it is a range, which nothing can be added to.
        cells
            .push(Cell::of(won.settled().map_or_else(|| Content::Text(crate::i18n::range(won)), |won| sum(Some(won)))));
        cells.extend((0..self.others()).map(|_| Cell::of(sum(None))));
        cells.extend([Cell::BLANK, Cell::BLANK]);
        self.push(RowRole::Sum, cells);
    }

    /// Ledger, page and day, and how many photos there are.
    fn evidence(&self, item: &Item) -> String {
        let Some(Answer { evidence, photos, .. }) = self.draft.record.answers.get(&item.id) else {
            return String::new();
        };
        let day = evidence.date.map(|date| crate::i18n::day(self.text, date)).unwrap_or_default();
        let photos = if photos.is_empty() { String::new() } else { (self.heads.photos)(photos.len()) };
        let parts = [evidence.ledger.trim(), evidence.page.trim(), &day, &photos];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(self.text.comma())
    }

    /// What was answered, why it did not get everything, and the note.
    fn remarks(&self, item: &Item) -> String {
        let (text, draft) = (self.text, self.draft);
        let note = draft.record.answers.get(&item.id).map_or("", |answer| answer.note.trim());
        let said = self.score.item(&item.id).map(|score| {
            let claim = claim(text, &draft.standard, item, &draft.record, score.is_open());
            let lost = crate::i18n::lost::lost(text, &draft.standard, item, score);
            [claim, lost].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(text.comma())
        });
        let said = said.unwrap_or_default();
        [said.as_str(), note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The gates, each with what it does and whether it does.
    fn gates(&mut self) {
        let (text, standard) = (self.text, &self.draft.standard);
        if standard.gates.is_empty() {
            return;
        }
        self.head(text.result.gates.to_owned());
        for (gate, (_, fires)) in standard.gates.iter().zip(&self.score.gates) {
            let condition = crate::i18n::condition(text, standard, &self.draft.record, self.score, &gate.when);
            let state = match fires {
                // Before enough is answered nobody is told what they lack.
                _ if gate.when.is_finding() || !self.score.shows_stars() => "",
                Truth::No => text.result.gate_no,
                Truth::Yes => text.result.gate_yes,
                Truth::Open => text.result.gate_open,
            };
            let mut cells = vec![
                Cell::text(gate.id.to_string()),
                Cell::text(gate.words.get(text.lang).to_owned()).wide(2),
                Cell::text(format!("{condition}{}{}", text.colon(), crate::i18n::effect(text, standard, gate))),
                Cell::text(state.to_owned()).wide(2),
            ];
            cells.extend(std::iter::repeat_n(Cell::BLANK, self.others() + 2));
            self.push(RowRole::Item, cells);
        }
    }

    /// The stars, once they may be spoken of.
    fn stars(&mut self) {
        if !self.score.shows_stars() {
            return;
        }
        let words = format!(
            "{}{}{}",
            self.heads.stars,
            self.text.colon(),
            crate::i18n::stars_in_words(self.text, &self.draft.standard, self.score)
        );
        let estimate = self.draft.standard.estimate.get(self.text.lang);
        let rest = u8::try_from(self.others()).unwrap_or(u8::MAX).saturating_add(4);
        self.push(RowRole::Sum, vec![Cell::text(words).wide(BEFORE), Cell::text(estimate.to_owned()).wide(rest)]);
    }
}
