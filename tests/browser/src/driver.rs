//! Starts an engine's driver, which starts the browser; ends both, whatever happens.

use crate::engine::{Engine, Folders};
use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, fs, thread};

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    browser: Option<u64>,
    said: Arc<Mutex<Vec<String>>>,
    guard: Option<Child>,
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts it on a free port, with a folder for everything that it and its browser leave behind.
    pub fn start(engine: Engine, folders: Folders<'_>) -> Self {
        // A free port may be somebody else's by the time the driver wants it, and the driver ends.
        (0..3).find_map(|_| Self::try_start(engine, folders)).unwrap_or_else(|| panic!("A driver does not answer."))
    }

    fn try_start(engine: Engine, folders: Folders<'_>) -> Option<Self> {
        let screen = (engine == Engine::WebKit).then(Screen::start);
        let free = free_port();
        let (program, debian, arguments) = match engine {
            Engine::Chromium => (named("CHROMEDRIVER", "chromedriver"), "chromium-driver", vec!["--port=0".to_owned()]),
            Engine::Firefox => {
                // Its second port is for another protocol; two browsers at a time must not share it.
                let ports = [format!("--port={free}"), format!("--websocket-port={}", free_port())];
                // The browser's own settings are changed while it runs, see `media`.
                let arguments = ports.into_iter().chain(["--allow-system-access".to_owned()]).collect();
                (named("GECKODRIVER", "geckodriver"), "firefox-esr, and geckodriver with cargo", arguments)
            }
            Engine::WebKit => {
                (named("WEBKITWEBDRIVER", "WebKitWebDriver"), "webkit2gtk-driver", vec![format!("--port={free}")])
            }
        };
        let mut command = Command::new(&program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // File names are Chinese: an environment without UTF-8 would spoil them.
        command.env("LC_ALL", "C.UTF-8").env("TMPDIR", folders.all);
        // A group of its own, so that what it starts can be ended with it.
        command.process_group(0);
        if let Some(screen) = &screen {
            settle_in(&mut command, folders, screen);
        }
        let mut process = command.spawn().unwrap_or_else(|error| {
            panic!("Could not start {program} ({error}). Install {debian}, or set the variable that names the program.")
        });
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let port = match engine {
            Engine::Chromium => lines.find_map(|line| {
                let (_, port) = line.split_once("started successfully on port ")?;
                port.trim_end_matches('.').parse().ok()
            }),
            Engine::Firefox | Engine::WebKit => answers(free).then_some(free),
        };
        // Somebody has to read the rest, or it stops when the pipe is full.
        let said = Arc::new(Mutex::new(Vec::new()));
        let more = BufReader::new(process.stderr.take().expect("its errors")).lines().map_while(Result::ok);
        hear(&said, lines);
        hear(&said, more);
        let Some(port) = port else {
            let said = said.lock().map(|said| said.join("\n")).unwrap_or_default();
            eprintln!("{program} started but does not answer.\n{said}");
            _ = process.kill();
            _ = process.wait();
            return None;
        };
        Some(Self { process, port, browser: None, said, guard: None, _screen: screen })
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Remembers the browser that it started, so that it can be ended with it, and removes the folder of both where this
    /// program ends first: what is kept for a next test is not dropped then, and nothing is when somebody stops a run.
    pub fn started(&mut self, browser: Option<u64>, folder: &Path) {
        self.browser = browser;
        // Its input ends with this program, however that ends.
        let wait =
            "folder=$1; shift; cat >/dev/null; for one; do kill -KILL \"$one\"; done; sleep 0.3; rm -rf \"$folder\"";
        let guard = Command::new("sh")
            .args(["-c", wait, "guard"])
            .arg(folder)
            .args(self.processes())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn();
        self.guard = Some(guard.expect("a shell"));
    }

    /// The browser, and the group of the driver: a browser outlives its driver, and Chromium is in a group of its own.
    fn processes(&self) -> Vec<String> {
        let group = format!("-{}", self.process.id());
        self.browser.map(|browser| browser.to_string()).into_iter().chain([group]).collect()
    }

    /// What it and its browser said since the last time this was asked.
    pub fn said(&self) -> Vec<String> {
        std::mem::take(&mut *self.said.lock().expect("only pushed to"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Driver {
    /// Ends the browser and the driver at once, as a power cut does.
    pub fn kill(&mut self) {
        // First, or it might end others that have these numbers by then.
        if let Some(mut guard) = self.guard.take() {
            let _ = guard.kill();
            let _ = guard.wait();
        }
        // The shell's own `kill` is always there.
        for process in self.processes() {
            let kill = format!("kill -KILL {process}");
            let _ = Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Adds lines to what was said, as they come.
fn hear(said: &Arc<Mutex<Vec<String>>>, lines: impl Iterator<Item = String> + Send + 'static) {
    let said = Arc::clone(said);
    thread::spawn(move || lines.for_each(|line| said.lock().expect("only pushed to").push(line)));
}

/// A program by the variable that names it, or by its usual name.
fn named(variable: &str, usual: &str) -> String {
    env::var(variable).unwrap_or_else(|_| usual.to_owned())
}

/// A port that nobody uses now.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on this computer");
    listener.local_addr().expect("the port that was taken").port()
}

/// Waits until somebody listens there.
fn answers(port: u16) -> bool {
    (0..1000).any(|_| {
        let there = TcpStream::connect(("127.0.0.1", port)).is_ok();
        if !there {
            thread::sleep(Duration::from_millis(20));
        }
        there
    })
}

/// `WebKitGTK` knows no profile: its folders are those of the desktop.
fn settle_in(command: &mut Command, folders: Folders<'_>, screen: &Screen) {
    let config = folders.all.join("config");
    fs::create_dir_all(&config).expect("a folder for settings");
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folders.downloads.display());
    fs::write(config.join("user-dirs.dirs"), downloads).expect("the folder for downloads as a setting");
    command.env("XDG_CONFIG_HOME", config);
    for (variable, name) in [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")] {
        command.env(variable, folders.all.join(name));
    }
    command.env("DISPLAY", format!(":{}", screen.number)).env_remove("WAYLAND_DISPLAY");
    // Tests may run as root, where its sandbox cannot; there is no graphics card behind the screen.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    command.env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none");
}

/// A screen without a monitor, for the engine that has no mode without one.
#[derive(Debug)]
struct Screen {
    process: Child,
    number: u32,
}

impl Screen {
    fn start() -> Self {
        // `-displayfd`: takes a free number and says which. `-terminate`: never outlives its last window.
        let started = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-terminate"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process =
            started.unwrap_or_else(|error| panic!("Could not start Xvfb ({error}). Install xvfb (Debian's name)."));
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("a number");
        let number = line.trim().parse().unwrap_or_else(|_| panic!("Xvfb said {line:?} instead of a number"));
        Self { process, number }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
