//! What the linker of the page's module is told besides.

/// What Chromium 83 knows, in the linker's words; the same as in index.html, in those of wasm-opt.
const FEATURES: &str = "bulk-memory,mutable-globals,nontrapping-fptoint,sign-ext";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What refers to what: scripts/split.mjs takes the module apart by it.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
        // The standard library was compiled for newer engines, but what we use of it needs nothing of theirs.
        // Otherwise wasm-bindgen would believe that it may.
        println!("cargo::rustc-link-arg-bins=--no-check-features");
        println!("cargo::rustc-link-arg-bins=--features={FEATURES}");
    }
}
