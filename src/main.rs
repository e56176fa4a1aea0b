//! Mounts the application.

#[cfg(target_arch = "wasm32")]
fn main() {
    xingzhan::platform::fault::watch();
    #[cfg(feature = "next-format")]
    xingzhan::platform::fault::on_purpose();
    xingzhan::app::start();
    xingzhan::platform::navigation::mark("data-state", "ready");
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a web page: `make run` builds and serves it.");
}
