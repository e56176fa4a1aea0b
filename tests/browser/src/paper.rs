//! What a page looks like on paper: printed to a PDF by the browser, read by poppler, which we did not write.

use crate::browser::Browser;
use fantoccini::wd::{PrintConfiguration, PrintSize};
use std::path::Path;
use std::process::Command;

/// A printed document.
#[derive(Debug)]
pub struct Printed {
    /// The text of each page without any spaces, in the order in which it was drawn.
    pub pages: Vec<String>,
    /// Width and height of each page in whole millimetres.
    pub sizes: Vec<(u32, u32)>,
}

impl Browser {
    /// Prints the page as it is. The driver asks for paper of another size, as many printers are set to; the page knows
    /// better.
    pub async fn printed(&self, name: &str) -> Printed {
        let wanted = PrintConfiguration::builder()
            .size(PrintSize::US_LETTER)
            .shrink_to_fit(false)
            .background(true)
            .build()
            .expect("paper");
        let pdf = self.client().print(wanted).await.unwrap_or_else(|error| panic!("{name} cannot be printed: {error}"));
        Printed::read(&self.file(&format!("{name}.pdf"), &pdf))
    }
}

impl Printed {
    /// Reads a PDF.
    pub fn read(file: &Path) -> Self {
        let text = run("pdftotext", &["-raw"], file, &["-"]);
        let mut pages: Vec<String> = text.split('\u{c}').map(bare).collect();
        // Every page is followed by the sign.
        assert_eq!(pages.pop().as_deref(), Some(""));
        let about = run("pdfinfo", &["-f", "1", "-l", "999"], file, &[]);
        let sizes = about.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:"));
        let sizes = sizes.map(|line| {
            let points = line.split_once("size:").expect("a size").1.split_whitespace();
            let points: Vec<f64> = points.filter_map(|word| word.parse().ok()).collect();
            (millimetres(points[0]), millimetres(points[1]))
        });
        let sizes: Vec<_> = sizes.collect();
        assert_eq!(sizes.len(), pages.len());
        Self { pages, sizes }
    }

    /// How often this stands in it, spaces aside, also across pages.
    pub fn count(&self, words: &str) -> usize {
        self.pages.concat().matches(&bare(words)).count()
    }
}

/// The same without spaces, which lines that break take or add.
pub fn bare(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no paper is that large")]
fn millimetres(points: f64) -> u32 {
    (points / 72.0 * 25.4).round() as u32
}

fn run(program: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(program).args(before).arg(file).args(after).output();
    let output = output.unwrap_or_else(|error| panic!("Could not start {program} ({error}). Install poppler-utils."));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}
