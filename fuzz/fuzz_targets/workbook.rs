//! Any bytes as a workbook, of either kind.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = office_read::workbook::sheets(bytes.to_vec());
});
