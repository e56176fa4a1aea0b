#!/bin/sh
# Builds the two modules that are loaded on demand, into the folder office/ of the build folder. Called by the
# Makefile; scripts/finish.mjs puts them into the hosted copy.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
. scripts/flags.sh
target=${CARGO_TARGET_DIR:-$PWD/target}

unfinished=$target/office.unfinished
rm -rf "$unfinished"
for part in write read; do
  # Alone a `cdylib`: beside another kind of library it would not be optimised as a whole.
  cargo rustc --quiet -p "xingzhan-office-$part" --lib --release --target wasm32-unknown-unknown --crate-type cdylib -- -C strip=symbols
  # A name of its own, as it stands on the page beside the glue of the application.
  wasm-bindgen --target no-modules --no-modules-global xingzhan_office --no-typescript \
    --out-dir "$unfinished" --out-name "office-$part" "$target/wasm32-unknown-unknown/release/office_$part.wasm"
  # Only what Chromium 83 knows, as index.html says for the application.
  wasm-opt -Oz --reorder-functions --mvp-features --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals "$unfinished/office-${part}_bg.wasm" --output "$unfinished/office-${part}_bg.wasm"
done
rm -rf "$target/office"
mv "$unfinished" "$target/office"
