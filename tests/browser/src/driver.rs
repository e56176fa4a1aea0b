//! Starts `chromedriver`, which starts Chromium; ends both, whatever happens.

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{env, thread};

/// A running `chromedriver`.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    browser: Option<u64>,
}

impl Driver {
    /// Starts it on a free port, with a folder for everything that it and its browser leave behind.
    pub fn start(temporary: &Path) -> Self {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let started = Command::new(&program)
            .arg("--port=0")
            // File names are Chinese: an environment without UTF-8 would spoil them.
            .env("LC_ALL", "C.UTF-8")
            .env("TMPDIR", temporary)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = started.unwrap_or_else(|error| {
            panic!(
                "Could not start {program} ({error}). Install chromium and chromium-driver (Debian's names), \
                 or set CHROMEDRIVER to the program."
            )
        });
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        // Somebody has to read the rest, or it stops when the pipe is full.
        thread::spawn(move || lines.for_each(drop));
        match port {
            Some(port) => Self { process, port, browser: None },
            None => panic!("{program} started and ended without naming a port."),
        }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Remembers the browser that it started, so that it can be ended with it.
    pub fn started(&mut self, browser: Option<u64>) {
        self.browser = browser;
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A browser outlives its driver. The shell's own `kill` is always there.
        if let Some(browser) = self.browser {
            let kill = format!("kill -KILL {browser}");
            let _ = Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a browser should be like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The language it prefers and writes dates in.
    pub language: &'static str,
    /// Whether every request is written down.
    pub requests: bool,
    /// Whether pages may keep anything.
    pub storage: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self { language: "zh-CN", requests: false, storage: true }
    }
}

/// The capabilities of a browser with this profile and this folder for downloads.
pub fn capabilities(wish: Wish, profile: &Path, downloads: &Path) -> serde_json::Map<String, Value> {
    let mut wanted = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--force-prefers-reduced-motion", "--window-size=1280,900",
                format!("--lang={}", wish.language),
                format!("--user-data-dir={}", profile.display()),
            ],
            "prefs": {
                "download.default_directory": downloads.display().to_string(),
                "download.prompt_for_download": false,
                "intl.accept_languages": wish.language,
            },
        },
    });
    if wish.requests {
        wanted["goog:loggingPrefs"]["performance"] = json!("ALL");
    }
    if !wish.storage {
        let block = 2;
        wanted["goog:chromeOptions"]["prefs"]["profile.default_content_setting_values.cookies"] = json!(block);
    }
    match wanted {
        Value::Object(wanted) => wanted,
        _ => unreachable!("written as an object above"),
    }
}
