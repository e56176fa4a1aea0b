//! A browser that knows nothing of other tests, and what is seen in it.

use crate::engine::{BrowserConfig, Delivery, Engine, Profile};
use crate::running::Running;
use crate::site;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{sleep, timeout};

/// How long a page may take to do what a test waits for. Only ever waited for in full by a test that fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Two at a time: more of them only make each other slow.
static TURNS: Semaphore = Semaphore::const_new(2);

/// A browser. Closing it looks at its console; what was left open is ended when it is dropped.
#[derive(Debug)]
pub struct Browser {
    /// There until it is closed.
    running: Option<Running>,
    config: BrowserConfig,
    /// Where the application is hosted: an origin that nobody had before, where the profile is not a fresh one.
    hosted: String,
    folder: TempDir,
    _turn: SemaphorePermit<'static>,
}

impl Browser {
    /// Starts one that knows nothing.
    pub async fn start() -> Self {
        Self::config(BrowserConfig::default()).await
    }

    /// Starts one that knows nothing and is as wished.
    pub async fn config(config: BrowserConfig) -> Self {
        let turn = TURNS.acquire().await.expect("never closed");
        let folder = TempDir::new().expect("a temporary folder");
        let kept = if config.is_shared() { Running::kept(config.engine).await } else { None };
        let reused = kept.is_some();
        let running = match kept {
            Some(running) => running,
            None => Running::start(config).await,
        };
        let hosted = if config.is_shared() { site::own_address() } else { site::address().to_owned() };
        let browser = Self { running: Some(running), config, hosted, folder, _turn: turn };
        if reused {
            // What was said after the other test had looked.
            browser.errors().await;
        }
        if config.profile == Profile::Private && config.engine == Engine::Chromium {
            // The folder of the settings holds for windows that are not private.
            let folder =
                json!({ "behavior": "allow", "downloadPath": browser.running().downloads().display().to_string() });
            browser.devtools("Page.setDownloadBehavior", folder).await;
        }
        if let (Engine::Chromium, Some((name, value))) = (config.engine, config.media.feature()) {
            let feature = json!({ "features": [{ "name": name, "value": value }] });
            browser.devtools("Emulation.setEmulatedMedia", feature).await;
        }
        browser
    }

    /// What runs.
    pub(crate) fn running(&self) -> &Running {
        self.running.as_ref().expect("it is not closed")
    }

    /// Ends the browser as a power cut does, and starts it again on the same profile, which must be its own.
    pub async fn kill_and_start_again(&mut self) {
        assert!(!self.config.is_shared(), "a browser that is killed has to be alone");
        self.running.as_mut().expect("it is not closed").kill_and_start_again(self.config).await;
    }

    /// Ends the browser, lets `between` at the folder of its profile, which must be its own, and starts it again. Only
    /// Chromium's profile has a place that is known.
    pub async fn end_and_start_again(&mut self, between: impl FnOnce(&Path)) {
        assert!(self.config.engine == Engine::Chromium && !self.config.is_shared(), "a profile of its own");
        self.running.as_mut().expect("it is not closed").end_and_start_again(self.config, between).await;
    }

    /// The folder of its test, for files.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        self.config.engine
    }

    /// Where the application is: on this computer's server, or as a file on the disk.
    pub fn home(&self) -> String {
        match self.config.delivery {
            Delivery::Hosted => self.hosted.clone(),
            Delivery::File => {
                let file = self.folder.path().join(site::SINGLE);
                if !file.exists() {
                    fs::copy(site::single(), &file).expect("a copy of the single file");
                }
                site::file_address(&file)
            }
        }
    }

    /// The address of the program of the next format, which shares this one's storage.
    pub fn next_address(&self) -> String {
        format!("{}{}/", self.hosted, site::NEXT)
    }

    /// Ends it, or leaves it to another test, after looking at its console: the page must not have logged an error.
    pub async fn close(mut self) {
        let errors = self.errors().await;
        let running = self.running.take().expect("it is not closed");
        assert!(errors.is_empty(), "the page logged errors:\n{}", errors.join("\n"));
        if self.config.is_shared() {
            running.keep(self.config.engine).await;
        } else {
            // Politely, so that the profile is complete; `Driver` ends what is left.
            let _ = running.client.clone().close().await;
        }
    }

    /// What the page logged as errors since the last look.
    pub async fn errors(&self) -> Vec<String> {
        match self.config.engine {
            Engine::Chromium => {
                let log = self.command("se/log", json!({ "type": "browser" })).await;
                let entries = log.as_array().cloned().unwrap_or_default();
                let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
                severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
            }
            // No command for it, but it writes the console to its output. What the browser itself logs has a
            // name before the text, or comes from its own addresses.
            Engine::Firefox => {
                let errors = ["console.error: \"", "JavaScript error: http", "JavaScript error: file"];
                self.running()
                    .driver
                    .said()
                    .into_iter()
                    .filter(|line| errors.iter().any(|character| line.starts_with(character)))
                    .collect()
            }
            // Neither; what `listen` heard since the page was loaded.
            Engine::WebKit => {
                let heard = self.value_of("(window.heard || []).splice(0)").await;
                serde_json::from_value(heard).expect("a list of texts")
            }
        }
    }

    /// From here on the page's errors are written down in the page itself, in the one engine that tells nobody.
    pub async fn listen(&self) {
        if self.config.engine == Engine::WebKit {
            let script = "if (window.heard) return; window.heard = []; const log = console.error; \
                console.error = (...said) => { heard.push(said.join(' ')); log.apply(console, said) }; \
                addEventListener('error', (event) => heard.push(event.message)); \
                addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)))";
            self.script(script, Vec::new()).await;
        }
    }

    /// The address of every request since the last look. Needs `BrowserConfig::requests`.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.command("se/log", json!({ "type": "performance" })).await;
        let entries = log.as_array().cloned().unwrap_or_default();
        let events = entries.iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            (event["method"] == "Network.requestWillBeSent")
                .then(|| event["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
        });
        events.filter(|address| address.starts_with("http")).collect()
    }

    /// Sends a command that the driver has beyond the standard.
    async fn command(&self, path: &'static str, body: Value) -> Value {
        self.client().issue_cmd(Vendor { path, body }).await.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Sends a command of the developer tools' protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// Runs a script in Firefox itself instead of the page.
    pub(crate) async fn of_the_browser(&self, script: &str, args: Vec<Value>) {
        self.command("moz/context", json!({ "context": "chrome" })).await;
        self.script(script, args).await;
        self.command("moz/context", json!({ "context": "content" })).await;
    }

    /// Runs a script in the page; `arguments` holds `args`.
    pub async fn script(&self, script: &str, args: Vec<Value>) -> Value {
        self.client().execute(script, args).await.unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    /// Runs a script in the page and waits until it calls its last argument.
    pub async fn script_until_called(&self, script: &str, args: Vec<Value>) -> Value {
        let run = self.client().execute_async(script, args).await;
        run.unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    /// The value of an expression in the page.
    pub async fn value_of(&self, expression: &str) -> Value {
        self.script(&format!("return {expression}"), Vec::new()).await
    }

    /// Waits until an expression in the page is true.
    pub async fn wait_until(&self, what: &str, expression: &str) {
        self.wait_for(what, &format!("return ({expression}) ? [] : null"), Vec::new()).await;
    }

    /// Waits until a script in the page gives a list, and gives its first element.
    async fn wait_for(&self, what: &str, script: &str, args: Vec<Value>) -> Value {
        let look = async {
            loop {
                match self.client().execute(script, args.clone()).await {
                    Ok(Value::Array(found)) => return found.into_iter().next().unwrap_or_default(),
                    Ok(_) => {}
                    // The page is being left at this moment, or the next one has only just begun.
                    Err(error)
                        if ["context", "documentElement is null"].iter().any(|one| error.to_string().contains(one)) => {
                    }
                    Err(error) => panic!("{error}\nin {script}"),
                }
                sleep(Duration::from_millis(20)).await;
            }
        };
        let Ok(found) = timeout(PATIENCE, look).await else {
            panic!("waited in vain until {what}\n{}", self.situation().await);
        };
        found
    }

    /// What an expression says of this element, `found`, once it is there. In one question: each takes as long as
    /// the page needs for a key.
    pub(crate) async fn of(&self, css: &str, expression: &str) -> Value {
        let script = format!("const found = document.querySelector(arguments[0]); return found && [{expression}]");
        self.wait_for(&format!("there is {css}"), &script, vec![json!(css)]).await
    }

    /// Where the browser is and what it says, for the message of a test that fails.
    pub async fn situation(&self) -> String {
        let script = "return [location.href, document.title, document.querySelector('h1')?.innerText, \
                      ...[...document.querySelectorAll('[role=alert]')].map(alert => alert.innerText)]";
        let page =
            self.client().execute(script, Vec::new()).await.map_or_else(|e| e.to_string(), |page| page.to_string());
        format!("the page is {page}\nits errors: {:?}", self.errors().await)
    }

    /// The page's client, for what has no verb here.
    pub fn client(&self) -> &Client {
        &self.running().client
    }

    /// Goes to an address.
    pub async fn visit(&self, address: &str) {
        self.client().goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Waits until there is such an element.
    async fn there(&self, css: &str) {
        self.wait_until(&format!("there is {css}"), &format!("document.querySelector({})", json!(css))).await;
    }

    /// The element, once it is there.
    pub async fn find(&self, css: &str) -> Element {
        self.there(css).await;
        self.client().find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// Whether there is such an element now.
    pub async fn has(&self, css: &str) -> bool {
        self.script("return !!document.querySelector(arguments[0])", vec![json!(css)]).await == json!(true)
    }

    /// The text of every such element, as a person sees it.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(found => found.innerText.trim())";
        let texts = self.script(script, vec![json!(css)]).await;
        serde_json::from_value(texts).expect("a list of texts")
    }

    /// The text of this element, once it is there.
    pub async fn text(&self, css: &str) -> String {
        let text = self.of(css, "found.innerText.trim()").await;
        text.as_str().unwrap_or_else(|| panic!("{css} has no text")).to_owned()
    }

    /// An attribute of this element, once it is there.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.find(css).await.attr(name).await.expect("an attribute")
    }

    /// What a field holds.
    pub async fn field(&self, css: &str) -> String {
        self.of(css, "found.value").await.as_str().unwrap_or_else(|| panic!("{css} is no field")).to_owned()
    }

    /// The size of the window's inside, in CSS pixels, and how many real pixels each of them has.
    pub async fn resize(&self, width: u32, height: u32, zoom: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// The size that the window has by itself, after others.
    pub async fn usual_size(&self) {
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        assert!(
            self.running.is_none() || std::thread::panicking(),
            "a test must end with close(), which looks at the console"
        );
    }
}

/// A command beyond the standard.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
