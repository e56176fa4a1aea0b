//! Packs what stands in the single file, for scripts/single.mjs: LZMA ("alone"), from the standard input to the
//! standard output. A module takes a quarter less than with gzip, which is all that browsers unpack themselves.

use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::{Error, Read, Write, stdin, stdout};

fn main() -> Result<(), Error> {
    let mut whole = Vec::new();
    stdin().lock().read_to_end(&mut whole)?;
    // With its length in the head, so that the page knows how much room it needs.
    let mut options = LzmaOptions::with_preset(9);
    options.dict_size = u32::try_from(whole.len().next_power_of_two()).unwrap_or(u32::MAX);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(whole.len() as u64))?;
    writer.write_all(&whole)?;
    stdout().lock().write_all(&writer.finish()?)
}
