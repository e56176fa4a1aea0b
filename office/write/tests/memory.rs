//! How much memory a large mail takes; a program of its own, since it counts everything.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![allow(missing_docs, reason = "a test program has no readers of its documentation")]

use office_write::mail::mail;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[test]
fn a_mail_takes_no_more_than_itself_and_what_is_attached() {
    let attachment = vec![7_u8; 8 * 1024 * 1024];
    let request = br#"{"subject":"s","lines":["l"],"attachments":[{"name":"a.json","media_type":"application/json"}]}"#;
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let bytes = mail(request, &[&attachment]).expect("a mail");
    let peak = MEMORY.peak_usage() - before;
    // 1.37 times what is attached: base64 and the ends of its lines, once
    assert!(bytes.len() > attachment.len() / 3 * 4);
    assert!(peak < attachment.len() / 100 * 140, "{peak} bytes for {}", attachment.len());
}
