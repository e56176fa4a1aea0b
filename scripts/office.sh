#!/bin/sh
# Builds the module that is loaded on demand, into the folder office/ of the build folder. Called by the
# Makefile; scripts/finish.mjs puts it into the hosted copy.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
. scripts/flags.sh
target=${CARGO_TARGET_DIR:-$PWD/target}
module=$target/wasm32-unknown-unknown/release/office.wasm

# Alone a `cdylib`: beside another kind of library it would not be optimised as a whole.
cargo rustc --quiet -p xingzhan-office --lib --release --target wasm32-unknown-unknown --crate-type cdylib -- -C strip=symbols

unfinished=$target/office.unfinished
rm -rf "$unfinished"
# A name of its own, as it stands on the page beside the glue of the application.
wasm-bindgen --target no-modules --no-modules-global xingzhan_office --no-typescript \
  --out-dir "$unfinished" --out-name office "$module"
# Only what Chromium 83 knows, as index.html says for the application.
wasm-opt -Oz --mvp-features --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
  --enable-mutable-globals "$unfinished/office_bg.wasm" --output "$unfinished/office_bg.wasm"
rm -rf "$target/office"
mv "$unfinished" "$target/office"
