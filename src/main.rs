//! Mounts the application.

#[cfg(target_arch = "wasm32")]
fn main() {
    xingzhan::browser::fault::watch();
    #[cfg(feature = "next-format")]
    xingzhan::browser::fault::on_purpose();
    xingzhan::app::start();
    xingzhan::browser::place::mark("data-state", "ready");
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a web page: `make run` builds and serves it.");
}
