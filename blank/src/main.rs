//! Writes the blank sheets of the built-in standards: `scripts/blank.sh` puts what this prints on their page.

mod sheet;

use std::process::ExitCode;
use xingzhan::model::standard::library::StandardLibrary;

fn main() -> ExitCode {
    match StandardLibrary::built_in() {
        Ok(library) => {
            print!("{}", sheet::sheets(library.iter()));
            ExitCode::SUCCESS
        }
        Err(problems) => {
            eprintln!("{problems:?}");
            ExitCode::FAILURE
        }
    }
}
