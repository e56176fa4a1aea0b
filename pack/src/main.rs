//! Packs what stands in the single file, for scripts/single.mjs: LZMA ("alone"), from the standard input to the
//! standard output. A module takes a quarter less than with gzip, which is all that browsers unpack themselves.

use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::{Error, Read, Write, stdin, stdout};

/// The smallest dictionary that holds so many bytes, of those that every reader of the format takes: a power of
/// two, or one and a half of it. The page needs that much memory beside what comes out.
fn dictionary(bytes: usize) -> u32 {
    let power = bytes.next_power_of_two();
    let smaller = power / 4 * 3;
    u32::try_from(if smaller >= bytes { smaller } else { power }).unwrap_or(u32::MAX)
}

fn main() -> Result<(), Error> {
    let mut whole = Vec::new();
    stdin().lock().read_to_end(&mut whole)?;
    // With its length in the head, so that the page knows how much room it needs.
    let mut options = LzmaOptions::with_preset(9);
    options.dict_size = dictionary(whole.len());
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(whole.len() as u64))?;
    writer.write_all(&whole)?;
    stdout().lock().write_all(&writer.finish()?)
}
