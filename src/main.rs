//! Mounts the application.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    xingzhan::app::start();
    xingzhan::browser::place::mark("data-state", "ready");
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a web page: `make run` builds and serves it.");
}
