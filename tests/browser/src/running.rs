//! Browsers that run: each with a profile of its own, ended with it or kept for the next test. Starting one costs
//! Chromium 1.6 seconds of a processor and Firefox 3.7; a new window of one that runs costs 0.2.

use crate::driver::Driver;
use crate::engine::{BrowserConfig, Engine, Folders, PROFILE};
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};
use std::thread;
use tempfile::TempDir;
use tokio::runtime::{Builder, Handle};

/// Those that wait for a test. They end with the program, see `Driver`.
static KEPT: Mutex<Vec<(Engine, Running)>> = Mutex::new(Vec::new());

/// A browser, its driver, and the folder with its profile and its downloads.
#[derive(Debug)]
pub(crate) struct Running {
    pub(crate) client: Client,
    pub(crate) driver: Driver,
    folder: TempDir,
}

impl Running {
    /// Starts one with a fresh profile.
    pub(crate) async fn start(config: BrowserConfig) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        fs::create_dir(downloads(&folder)).expect("a folder for downloads");
        let (client, driver) = launch(config, &folder).await;
        Self { client, driver, folder }
    }

    /// One that a test before this one had no trouble with, with one empty window; whoever died meanwhile is left out.
    pub(crate) async fn kept(engine: Engine) -> Option<Self> {
        loop {
            let next = {
                let mut kept = KEPT.lock().expect("only pushed to and taken from");
                let at = kept.iter().position(|(of, _)| *of == engine)?;
                kept.swap_remove(at).1
            };
            if next.client.window().await.is_ok() {
                return Some(next);
            }
        }
    }

    /// Keeps it for the next test, with an empty window, in which nothing is left of what was told to the others. One
    /// that is not as it should be is ended instead.
    pub(crate) async fn keep(self, engine: Engine) {
        let left: Vec<PathBuf> = files(&self.downloads());
        let settled = left.iter().all(|file| is_whole(file) && fs::remove_file(file).is_ok());
        if settled && self.emptied().await.is_ok() {
            KEPT.lock().expect("only pushed to and taken from").push((engine, self));
        }
    }

    async fn emptied(&self) -> Result<(), CmdError> {
        let fresh = self.client.new_window(true).await?.handle;
        for window in self.client.windows().await? {
            if window != fresh {
                self.client.switch_to_window(window).await?;
                self.client.close_window().await?;
            }
        }
        self.client.switch_to_window(fresh).await
    }

    /// Ends the browser as a power cut does, and starts it again on the same profile.
    pub(crate) async fn kill_and_start_again(&mut self, config: BrowserConfig) {
        self.driver.kill();
        (self.client, self.driver) = launch(config, &self.folder).await;
    }

    /// Ends the browser politely, so that its profile is complete, and starts it again after something was done with that
    /// folder.
    pub(crate) async fn end_and_start_again(&mut self, config: BrowserConfig, between: impl FnOnce(&Path)) {
        let _ = self.client.clone().close().await;
        self.driver.kill();
        between(&self.folder.path().join(PROFILE));
        (self.client, self.driver) = launch(config, &self.folder).await;
    }

    /// Where its downloads go.
    pub(crate) fn downloads(&self) -> PathBuf {
        downloads(&self.folder)
    }
}

/// Everything in a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path()).collect()
}

/// Whether a file has come down. While it does, its name is already taken by an empty one.
pub(crate) fn is_whole(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let hidden = [".crdownload", ".part"].iter().any(|ending| name.ends_with(ending)) || name.starts_with('.');
    !hidden && fs::metadata(file).is_ok_and(|file| file.len() > 0)
}

fn downloads(folder: &TempDir) -> PathBuf {
    folder.path().join("downloads")
}

async fn launch(config: BrowserConfig, folder: &TempDir) -> (Client, Driver) {
    let downloads = downloads(folder);
    let folders = Folders { all: folder.path(), downloads: &downloads };
    let mut driver = Driver::start(config.engine, folders);
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(config.engine.capabilities(config, folders));
    let address = driver.address();
    let client = runtime().spawn(async move { builder.connect(&address).await }).await.expect("an answer");
    let client = client.unwrap_or_else(|error| {
        panic!("The driver could not start {:?} ({error}). Install both in versions that fit.", config.engine)
    });
    let process = |name| client.capabilities().and_then(|found| found.get(name)).and_then(Value::as_u64);
    let browser = process("goog:processID").or_else(|| process("moz:processID"));
    driver.started(browser, folder.path());
    (client, driver)
}

/// What connects to browsers outlives the test that started them, and so does what it runs on.
fn runtime() -> &'static Handle {
    static RUNTIME: OnceLock<Handle> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let handle = runtime.handle().clone();
        thread::spawn(move || runtime.block_on(std::future::pending::<()>()));
        handle
    })
}
