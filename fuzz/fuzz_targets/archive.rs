//! Any bytes as an archive, and every file in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use office_read::archive::Archive;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut archive) = Archive::open(bytes.to_vec()) else { return };
    for at in 0..archive.files().len() {
        if let Ok(file) = archive.file(at) {
            assert_eq!(archive.files().get(at).map(|listed| listed.bytes), Some(file.len() as u64));
        }
    }
});
