//! What `office/write` writes is read back whole, whatever stands in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use documents::mail::{Attachment, Mail, Recipient, one_line};
use documents::sheet::{Cell, Column, Row, RowRole, Sheet, Workbook};
use office_read::limits::MAX_NAME_CHARS;
use office_read::workbook::sheets;
use proptest::prelude::*;

fn file() -> impl Strategy<Value = (String, &'static str, Vec<u8>)> {
    let kind = prop::sample::select(vec!["application/json", "text/plain", "application/zip", "image/jpeg"]);
    let text = "[a-z{}:\",\\-\r\n 申报]{0,200}".prop_map(String::into_bytes);
    ("[^\\p{C}]{1,40}", kind, prop_oneof![text, prop::collection::vec(any::<u8>(), 0..400)])
}

fn sheet(texts: &[Vec<String>]) -> Workbook {
    let wide = texts.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let columns = (0..wide).map(|_| Column { words: "h".to_owned(), width: 10, centred: false }).collect();
    let rows = texts.iter().map(|row| {
        let cell = |at: usize| row.get(at).cloned().map_or(Cell::BLANK, Cell::text);
        Row { role: RowRole::Item, cells: (0..wide).map(cell).collect() }
    });
    let sheet = Sheet {
        title: "t".to_owned(),
        lines: Vec::new(),
        columns,
        rows: rows.collect(),
        foot: Vec::new(),
        margin: String::new(),
        page: String::new(),
        places: 0,
    };
    Workbook { name: "表".to_owned(), time: "2026-12-10T08:05:00Z".to_owned(), sheet }
}

proptest! {
    #[test]
    fn a_mail_is_read_back_as_it_was_written(subject in "[^\\p{C}]{0,80}", lines in prop::collection::vec(".*", 0..5), files in prop::collection::vec(file(), 0..4)) {
        let attachments = files.iter().map(|(name, kind, _)| Attachment { name: name.clone(), media_type: (*kind).to_owned() });
        let mail = Mail {
            to: Some(Recipient { office: "办公室".to_owned(), mailbox: "a@example.org".to_owned() }),
            subject: subject.clone(),
            lines,
            attachments: attachments.collect(),
        };
        let bytes: Vec<&[u8]> = files.iter().map(|(.., bytes)| bytes.as_slice()).collect();
        let written = office_write::mail::mail(&serde_json::to_vec(&mail).unwrap(), &bytes).unwrap();
        let read = office_read::mail::Mail::open(written).unwrap();
        let line = one_line(&subject);
        prop_assert_eq!(read.content().subject.trim(), line.trim());
        prop_assert_eq!(read.content().files.len(), files.len());
        for (at, (name, _, bytes)) in files.iter().enumerate() {
            let shown: String = one_line(name).chars().take(MAX_NAME_CHARS).collect();
            prop_assert_eq!(&read.content().files[at].name, &shown);
            prop_assert_eq!(read.file(at), Ok(bytes.as_slice()));
        }
    }

    #[test]
    fn a_workbook_is_read_back_as_it_was_written(texts in prop::collection::vec(prop::collection::vec("[^\\p{C}]{0,20}", 1..5), 1..12)) {
        let written = office_write::workbook::workbook(&serde_json::to_vec(&sheet(&texts)).unwrap()).unwrap();
        let read = sheets(written).unwrap();
        prop_assert_eq!(read.len(), 1);
        prop_assert_eq!(&read[0].name, "表");
        // Above it stand the title and the heads.
        for (at, row) in texts.iter().enumerate() {
            let cells = read[0].rows.get(at + 2).cloned().unwrap_or_default();
            for (column, text) in row.iter().enumerate() {
                prop_assert_eq!(cells.get(column).map_or("", String::as_str), text.as_str());
            }
        }
    }
}
