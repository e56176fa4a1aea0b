//! What is made sure of in a workbook of before 2007 before it is read. Its reader trusts what it reads: a chain of
//! blocks that bites its own tail, a cell in row 65,536 and a record of half its length each end it, or take all the
//! memory there is. So the blocks are read by another crate, the records checked (`records`), and both written anew.

use crate::limits::MAX_WORKBOOK_BYTES;
use crate::records;
use cfb::{CompoundFile, Version};
use documents::received::ReadFailure;
use std::io::{Cursor, Read, Write};

/// What every such file begins with.
pub(crate) const BEGINNING: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The workbook alone, of checked records, as a file.
pub(crate) fn made_safe(bytes: &[u8]) -> Result<Vec<u8>, ReadFailure> {
    if !bytes.starts_with(BEGINNING) {
        return Err(ReadFailure::NotWorkbook);
    }
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| ReadFailure::Incomplete)?;
    // What Excel makes of a newer workbook with a password.
    if file.is_stream("/EncryptedPackage") {
        return Err(ReadFailure::Encrypted);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(ReadFailure::NotWorkbook)?;
    let stream = file.open_stream(name).map_err(|_| ReadFailure::Damaged)?;
    if stream.len() > bytes.len() as u64 {
        return Err(ReadFailure::Incomplete);
    }
    let mut workbook = Vec::new();
    stream.take(MAX_WORKBOOK_BYTES as u64).read_to_end(&mut workbook).map_err(|_| ReadFailure::Incomplete)?;
    written(&records::made_safe(workbook)?).map_err(|_| ReadFailure::TooLarge)
}

fn written(workbook: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream("/Workbook")?.write_all(workbook)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}
