//! Which browser, in which state, and which of the two deliveries it opens.

use crate::media::MediaEmulation;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The engines that are promised and can be driven over `WebDriver`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// The newest Chromium; what domestic browsers are made of.
    Chromium,
    /// Firefox ESR; among others the browser of many UOS and Kylin computers.
    Firefox,
    /// `WebKitGTK`'s little browser; the engine of Safari and of some Linux desktops.
    WebKit,
}

/// What is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Delivery {
    /// The folder on a web host.
    Hosted,
    /// The single file on the disk.
    File,
}

/// Both engines that every office has one of, each with both deliveries.
pub const WAYS: [(Engine, Delivery); 4] = [
    (Engine::Chromium, Delivery::Hosted),
    (Engine::Chromium, Delivery::File),
    (Engine::Firefox, Delivery::Hosted),
    (Engine::Firefox, Delivery::File),
];

/// Where a browser keeps what it keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Where nothing of another test is found: its own, or one whose other tests were at other addresses.
    Any,
    /// Its own, for what would be felt by others.
    Own,
    /// A private window's. Not to be had from `WebKit`, whose tests are always so.
    Private,
}

/// What a browser should be like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BrowserConfig {
    /// Which it is.
    pub engine: Engine,
    /// What it opens as the application.
    pub delivery: Delivery,
    /// The language it prefers and writes dates in. `WebKit` takes the one of its environment, English.
    pub language: &'static str,
    /// Whether every request is written down. Only Chromium can.
    pub requests: bool,
    /// Whether pages may keep anything. Not to be had from `WebKit`.
    pub storage: bool,
    /// Whose profile it is.
    pub profile: Profile,
    /// Who looks. `WebKit` cannot be told.
    pub media: MediaEmulation,
    /// The least size of letters and the usual one that the person has set, in pixels; as the browser has them if none.
    /// `WebKit` cannot be told.
    pub letters: Option<(u32, u32)>,
}

impl BrowserConfig {
    /// Whether the browser may be one that a test before had: the page comes over http from an address of its own, and
    /// nothing was asked for that holds for a whole profile.
    pub(crate) fn is_shared(self) -> bool {
        self.engine != Engine::WebKit && self == Self { engine: self.engine, ..Self::default() }
    }
}

impl Default for BrowserConfig {
    fn default() -> Self {
        Self {
            engine: Engine::Chromium,
            delivery: Delivery::Hosted,
            language: "zh-CN",
            requests: false,
            storage: true,
            profile: Profile::Any,
            media: MediaEmulation::Usual,
            letters: None,
        }
    }
}

/// The folder of Chromium's profile, in the one for everything.
pub(crate) const PROFILE: &str = "profile";

/// Where a browser keeps its things: everything is gone with the test.
#[derive(Clone, Copy, Debug)]
pub struct Folders<'a> {
    /// The folder of all the others.
    pub all: &'a Path,
    /// Where downloads go.
    pub downloads: &'a Path,
}

impl Engine {
    /// The two that every page is tried in.
    pub const BOTH: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The capabilities of a browser as it is wished.
    pub fn capabilities(self, config: BrowserConfig, folders: Folders<'_>) -> Map<String, Value> {
        let wanted = match self {
            Self::Chromium => chromium(config, folders),
            Self::Firefox => firefox(config, folders),
            Self::WebKit => webkit(),
        };
        match wanted {
            Value::Object(wanted) => wanted,
            _ => unreachable!("written as objects below"),
        }
    }
}

fn chromium(config: BrowserConfig, folders: Folders<'_>) -> Value {
    let mut args = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
        "--force-prefers-reduced-motion".to_owned(),
        "--window-size=1280,900".to_owned(),
        format!("--lang={}", config.language),
        format!("--user-data-dir={}", folders.all.join(PROFILE).display()),
    ];
    if config.profile == Profile::Private {
        args.push("--incognito".to_owned());
    }
    let mut prefs = json!({
        "download.default_directory": folders.downloads.display().to_string(),
        "download.prompt_for_download": false,
        "intl.accept_languages": config.language,
    });
    if let Some((least, usual)) = config.letters {
        prefs["webkit.webprefs.minimum_font_size"] = json!(least);
        prefs["webkit.webprefs.default_font_size"] = json!(usual);
    }
    if !config.storage {
        let block = 2;
        prefs["profile.default_content_setting_values.cookies"] = json!(block);
    }
    let mut logs = json!({ "browser": "ALL" });
    if config.requests {
        logs["performance"] = json!("ALL");
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": logs,
        "goog:chromeOptions": { "args": args, "prefs": prefs },
    })
}

fn firefox(config: BrowserConfig, folders: Folders<'_>) -> Value {
    assert!(!config.requests, "Firefox writes no requests down");
    let mut prefs = json!({
        "browser.download.dir": folders.downloads.display().to_string(),
        "browser.download.folderList": 2, // the one above
        "browser.download.useDownloadDir": true,
        "browser.helperApps.neverAsk.saveToDisk": "application/json",
        "intl.accept_languages": config.language,
        // Dates in a field are then written in that language as well.
        "intl.regional_prefs.use_os_locales": false,
        "ui.prefersReducedMotion": 1,
        // As it is outside of tests: each file on the disk is a place of its own.
        "security.fileuri.strict_origin_policy": true,
        // What a page logs as an error comes out of its process.
        "devtools.console.stdout.content": true,
        "browser.dom.window.dump.enabled": true,
    });
    if let Some((name, value)) = config.media.preference() {
        prefs[name] = value;
    }
    if let Some((least, usual)) = config.letters {
        for script in ["x-western", "zh-CN", "x-unicode"] {
            prefs[format!("font.minimum-size.{script}")] = json!(least);
            prefs[format!("font.size.variable.{script}")] = json!(usual);
        }
    }
    if config.profile == Profile::Private {
        prefs["browser.privatebrowsing.autostart"] = json!(true);
    }
    if !config.storage {
        let refuse_all = 2;
        prefs["network.cookie.cookieBehavior"] = json!(refuse_all);
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "args": ["-headless"], "prefs": prefs },
    })
}

fn webkit() -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": mini_browser().display().to_string(), "args": ["--automation"] },
    })
}

/// Debian keeps it out of PATH, in a folder that names the kind of processor.
fn mini_browser() -> PathBuf {
    if let Some(program) = env::var_os("MINIBROWSER") {
        return program.into();
    }
    let kinds = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut places = kinds.map(|kind| kind.join("webkit2gtk-4.1/MiniBrowser"));
    places.find(|program| program.is_file()).unwrap_or_else(|| {
        panic!(
            "There is no MiniBrowser of webkit2gtk-4.1. Install webkit2gtk-driver, or set MINIBROWSER to the program."
        )
    })
}
