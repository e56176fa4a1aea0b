//! Unpacks what stands in the single file. A browser unpacks gzip alone; LZMA makes the file a fifth smaller.
//! Of the start, as the pages themselves are packed.

use lzma_rust2::LzmaReader;
use std::io::Read;
use wasm_bindgen::prelude::wasm_bindgen;

/// The most memory that unpacking may take beside what comes out, in KiB; `pack/` asks for 1 MiB at most.
const MEMORY: u32 = 16 << 10;

/// The bytes that were packed by `pack/`; nothing where they are damaged. static/start.js calls it.
#[wasm_bindgen]
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    LzmaReader::new_mem_limit(packed, MEMORY, None).ok()?.read_to_end(&mut whole).ok()?;
    Some(whole)
}
