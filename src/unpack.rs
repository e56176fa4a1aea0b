//! Unpacks what stands in the single file. A browser unpacks gzip alone; LZMA makes the file a fifth smaller.
//! Of the start, as the pages themselves are packed.

use lzma_rust2::LzmaReader;
use std::io::Read;
use wasm_bindgen::prelude::wasm_bindgen;

/// The most memory that unpacking may take beside what comes out, in KiB; `pack/` asks for 1.5 MiB at most.
const MEMORY: u32 = 16 << 10;
/// The most that may come out, in bytes; the largest module is a megabyte.
const MOST: u64 = 16 << 20;

/// The bytes that were packed by `pack/`; nothing where they are damaged. static/start.js calls it.
#[wasm_bindgen]
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(length(packed)?);
    LzmaReader::new_mem_limit(packed, MEMORY, None).ok()?.read_to_end(&mut whole).ok()?;
    Some(whole)
}

/// How long it says it is, in bytes, after five bytes of settings: the room is made once and not while it grows.
fn length(packed: &[u8]) -> Option<usize> {
    let said = packed.get(5..13)?.try_into().ok().map(u64::from_le_bytes)?;
    usize::try_from(said).ok().filter(|_| said <= MOST)
}
