//! A long table cut into pages: which rows stand on which, from how high they are. Pure, so that its rules
//! are tested without a browser.

use std::ops::Range;

/// What a row takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Height {
    /// In any unit, the same as the room of a page.
    pub height: u32,
    /// Whether it heads the row after it, and so never ends a page.
    pub heads: bool,
    /// What stands beside it and the rows around it that have the same.
    pub beside: Option<Beside>,
}

/// A cell that reaches over rows that follow each other. On each page it stands beside those that are there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beside {
    /// Which it is.
    pub of: usize,
    /// How high it is by itself; together its rows are never lower on any page.
    pub height: u32,
}

/// Cuts rows into pages, in order, each row once. No page is fuller than its room, unless one row alone, with
/// what heads it, is higher than that. The first page may have less room, since the title stands on it.
pub fn cut(rows: &[Height], first: u32, other: u32) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < rows.len() {
        let block = block(rows, at);
        let room = if pages.is_empty() { first } else { other };
        if at > from && sum(rows, from..block.end) > room {
            pages.push(from..at);
            from = at;
        }
        at = block.end;
    }
    if from < rows.len() {
        pages.push(from..rows.len());
    }
    pages
}

/// The rows from here on that stay together: heads, and the row that they head.
fn block(rows: &[Height], from: usize) -> Range<usize> {
    let heads = rows.iter().skip(from).take_while(|row| row.heads).count();
    from..(from + heads + 1).min(rows.len())
}

/// How high these rows are on one page, with what stands beside them.
fn sum(rows: &[Height], of: Range<usize>) -> u32 {
    let beside = |row: &Height| row.beside.map(|beside| beside.of);
    let together =
        rows.get(of).unwrap_or_default().chunk_by(|one, next| beside(one).is_some() && beside(one) == beside(next));
    together.fold(0, |sum, rows| {
        let own = rows.iter().fold(0, |sum: u32, row| sum.saturating_add(row.height));
        let least = rows.first().and_then(|row| row.beside).map_or(0, |beside| beside.height);
        sum.saturating_add(own.max(least))
    })
}

/// How high each row may be to fit on a page, which it shares with what heads it and, the first one, the title.
pub fn rooms(rows: &[Height], first: u32, other: u32) -> Vec<u32> {
    let mut left = first;
    let each = rows.iter().map(|row| {
        let room = left;
        left = if row.heads { left.saturating_sub(row.height) } else { other };
        room
    });
    each.collect()
}

/// Into how many parts a row has to be split to fit: 1 if it fits as it is.
pub fn parts(height: u32, room: u32) -> u32 {
    if height <= room || room == 0 { 1 } else { height.div_ceil(room).saturating_add(1) }
}

/// Splits a text into so many parts, in order and whole, as equal as it goes; between words where there are any.
pub fn split(text: &str, parts: u32) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut from = 0;
    for left in (1..=usize::try_from(parts).unwrap_or(1)).rev() {
        let rest = characters.get(from..).unwrap_or_default();
        let even = rest.len().div_ceil(left);
        let start = even.saturating_sub(WORD);
        let space = rest.get(start..even).and_then(|end| end.iter().rposition(|character| character.is_whitespace()));
        let take = if left == 1 { rest.len() } else { space.map_or(even, |at| start + at + 1) };
        pieces.push(rest.iter().take(take).collect());
        from += take;
    }
    pieces
}

/// The longest word that is not split, in signs.
const WORD: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows() -> impl Strategy<Value = Vec<Height>> {
        let beside =
            prop::option::of((0_usize..3).prop_map(|of| Beside { of, height: 15 * u32::try_from(of).unwrap_or(0) }));
        let row = (1_u32..60, prop::bool::weighted(0.15), beside);
        let row = row.prop_map(|(height, heads, beside)| Height { height, heads, beside });
        prop::collection::vec(row, 0..60)
    }

    proptest! {
        #[test]
        fn every_row_stands_on_one_page_and_in_order(rows in rows(), first in 20_u32..80, more in 0_u32..40) {
            let pages = cut(&rows, first, first + more);
            let all: Vec<usize> = pages.iter().cloned().flatten().collect();
            prop_assert_eq!(all, (0..rows.len()).collect::<Vec<_>>());
            prop_assert!(pages.iter().all(|page| !page.is_empty()));
        }

        #[test]
        fn no_page_is_fuller_than_its_room_unless_one_row_alone_is(rows in rows(), first in 20_u32..80, more in 0_u32..40) {
            for (at, page) in cut(&rows, first, first + more).into_iter().enumerate() {
                let room = if at == 0 { first } else { first + more };
                let alone = block(&rows, page.start) == page;
                prop_assert!(sum(&rows, page) <= room || alone);
            }
        }

        #[test]
        fn no_page_ends_with_a_head_unless_nothing_follows(rows in rows(), first in 20_u32..80) {
            for page in cut(&rows, first, first) {
                prop_assert!(!rows[page.end - 1].heads || page.end == rows.len());
            }
        }

        #[test]
        fn no_page_is_begun_while_the_next_row_still_fits(rows in rows(), first in 20_u32..80) {
            for pair in cut(&rows, first, first).windows(2) {
                let with_next = pair[0].start..block(&rows, pair[1].start).end;
                prop_assert!(sum(&rows, with_next) > first);
            }
        }

        #[test]
        fn where_every_row_fits_its_room_no_page_is_fuller_than_its_own(rows in rows(), first in 20_u32..80, more in 0_u32..40) {
            let rooms = rooms(&rows, first, first + more);
            let cut_down = rows.iter().zip(rooms).map(|(row, room)| Height { height: row.height.min(room), beside: None, ..*row });
            let rows: Vec<Height> = cut_down.collect();
            for (at, page) in cut(&rows, first, first + more).into_iter().enumerate() {
                let room = if at == 0 { first } else { first + more };
                prop_assert!(sum(&rows, page) <= room);
            }
        }

        #[test]
        fn a_split_text_is_whole_and_its_parts_are_about_equal(text in "[a-z ，。站]{0,300}", parts in 1_u32..9) {
            let pieces = split(&text, parts);
            prop_assert_eq!(pieces.len(), parts as usize);
            prop_assert_eq!(pieces.concat(), text.clone());
            let even = text.chars().count().div_ceil(parts as usize);
            prop_assert!(pieces.iter().all(|piece| piece.chars().count() <= even + WORD * parts as usize));
        }
    }

    #[test]
    fn what_stands_beside_several_rows_asks_for_its_height_once_on_each_page() {
        let row = |height| Height { height, heads: false, beside: Some(Beside { of: 1, height: 30 }) };
        let rows = [10, 10, 10, 10].map(row);
        assert_eq!((sum(&rows, 0..4), sum(&rows, 0..2), sum(&rows, 3..4)), (40, 30, 30));
        assert_eq!(cut(&rows, 45, 45).len(), 1);
        assert_eq!(cut(&rows, 35, 35), [0..3, 3..4]);
        assert_eq!(cut(&rows, 20, 35), [0..1, 1..4], "it does not fit on the first page even with one row");
    }

    #[test]
    fn a_row_that_fits_is_one_part_and_a_higher_one_has_room_to_spare() {
        assert_eq!([parts(100, 100), parts(101, 100), parts(250, 100), parts(5, 0)], [1, 3, 4, 1]);
    }
}
