//! The files of a test: those that it shows to the page, and those that come down.

use crate::browser::{Browser, PATIENCE};
use crate::running::{files, is_whole};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use tokio::time::{sleep, timeout};

impl Browser {
    /// A file with this content, for `upload`.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let file = self.folder().join(name);
        fs::write(&file, content).expect("a temporary file");
        file
    }

    /// A folder of this name, gone with the browser.
    pub fn place(&self, name: &str) -> PathBuf {
        let folder = self.folder().join(name);
        fs::create_dir_all(&folder).expect("a temporary folder");
        folder
    }

    /// The files that were downloaded so far.
    pub fn downloads(&self) -> Vec<PathBuf> {
        files(&self.running().downloads())
    }

    /// The file that comes down when this is clicked.
    pub async fn download(&self, css: &str) -> PathBuf {
        let before = self.downloads();
        self.click(css).await;
        self.downloaded(&before).await
    }

    /// The file that comes down beside those that were there before.
    pub async fn downloaded(&self, before: &[PathBuf]) -> PathBuf {
        let look = async {
            loop {
                let new = self.downloads().into_iter().find(|file| !before.contains(file) && is_whole(file));
                match new {
                    Some(file) => return file,
                    None => sleep(Duration::from_millis(20)).await,
                }
            }
        };
        let Ok(file) = timeout(PATIENCE, look).await else {
            panic!("no file came down\n{}", self.situation().await);
        };
        file
    }
}
