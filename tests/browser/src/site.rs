//! A static server for the built page: this computer only, a thread for each request, nothing else.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io, thread};

/// The address of the page, such as `http://127.0.0.1:40123/`. The server starts with the first test and
/// ends with the program.
pub fn address() -> &'static str {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS.get_or_init(|| {
        let root = folder();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on this computer");
        let address = listener.local_addr().expect("the port that was taken");
        thread::spawn(move || {
            for request in listener.incoming().flatten() {
                let root = root.clone();
                // A browser that goes away in the middle of an answer is no failure.
                thread::spawn(move || answer(&root, request).ok());
            }
        });
        format!("http://{address}/")
    })
}

/// An address of the page that nobody had before: browsers know by themselves that every name below `localhost` is this
/// computer, keep nothing of one for another, and trust it as they do one with a certificate.
pub fn own_address() -> String {
    static TESTS: AtomicUsize = AtomicUsize::new(1);
    let number = TESTS.fetch_add(1, Ordering::Relaxed);
    address().replace("127.0.0.1", &format!("t{number}.localhost"))
}

/// The folder below the address under which the program of the next format is served.
pub const NEXT: &str = "next";

/// The program of the next format: `XINGZHAN_NEXT`, or `target/next/` of the repository.
fn next_folder() -> PathBuf {
    let folder = env::var_os("XINGZHAN_NEXT")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/next"), PathBuf::from);
    let root = folder.canonicalize().unwrap_or(folder);
    assert!(root.join("index.html").is_file(), "There is nothing in {}. Run `make next` first.", root.display());
    root
}

/// The name of the single file.
pub const SINGLE: &str = "xingzhan.html";

/// The single file, ready to be copied somewhere.
pub fn single() -> PathBuf {
    let file = folder().join(SINGLE);
    assert!(file.is_file(), "There is no {}. Run `make dist` first.", file.display());
    file
}

/// The address of a file on the disk. `#`, spaces and Chinese characters are written as an address needs them.
pub fn file_address(file: &Path) -> String {
    url::Url::from_file_path(file).expect("a whole path").into()
}

/// The built page: `XINGZHAN_DIST`, or `dist/` of the repository.
fn folder() -> PathBuf {
    let folder = env::var_os("XINGZHAN_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"), PathBuf::from);
    let root = folder.canonicalize().unwrap_or(folder);
    assert!(
        root.join("index.html").is_file(),
        "There is no built page in {}. Run `make build` first, or set XINGZHAN_DIST to a folder that has one.",
        root.display()
    );
    root
}

fn answer(root: &Path, stream: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head is read so that closing does not cut the connection.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or("/");
    let found = match path.strip_prefix('/').and_then(|path| path.strip_prefix(NEXT)) {
        Some(path) => find(&next_folder(), path),
        None => find(root, path),
    };
    let (status, kind, body) = match found {
        Some(file) => ("200 OK", kind(&file), fs::read(&file)?),
        None => ("404 Not Found", "text/plain; charset=utf-8", b"Not found\n".to_vec()),
    };
    let mut head = String::new();
    let _ = write!(head, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
    head.push_str("Cache-Control: no-cache\r\nConnection: close\r\n\r\n");
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// The file that a request names, if it is inside the folder.
fn find(root: &Path, path: &str) -> Option<PathBuf> {
    let mut file = root.join(path.trim_start_matches('/')).canonicalize().ok()?;
    if file.is_dir() {
        file = file.join("index.html").canonicalize().ok()?;
    }
    // After links and dots are resolved, so that neither leads outside.
    (file.starts_with(root) && file.is_file()).then_some(file)
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        _ => "application/octet-stream",
    }
}
