#!/bin/sh
# Builds the two modules that are loaded on demand, into the folder office/ of the build folder. Called by the
# Makefile; scripts/finish.mjs puts them into the hosted copy.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
. scripts/flags.sh
target=${CARGO_TARGET_DIR:-$PWD/target}

# Only what Chromium 83 knows, as index.html says for the application.
known="--mvp-features --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals"
unfinished=$target/office.unfinished
rm -rf "$unfinished"
mkdir -p "$unfinished"
for part in write read; do
  # Alone a `cdylib`: beside another kind of library it would not be optimised as a whole.
  cargo rustc --quiet -p "xingzhan-office-$part" --lib --release --target wasm32-unknown-unknown --crate-type cdylib -- -C strip=debuginfo
  # What the standard library was built with says nothing of this module, and wasm-bindgen would go by it. The names of
  # functions stay until the end: in their order those stand side by side that are made of one another's source, which
  # is a twentieth less when packed.
  wasm-opt $known -g --strip-target-features "$target/wasm32-unknown-unknown/release/office_$part.wasm" \
    --output "$unfinished/office_$part.wasm"
  # A name of its own, as it stands on the page beside the glue of the application.
  wasm-bindgen --target no-modules --no-modules-global xingzhan_office --no-typescript \
    --out-dir "$unfinished" --out-name "office-$part" "$unfinished/office_$part.wasm"
  wasm-opt -Oz --reorder-functions-by-name $known "$unfinished/office-${part}_bg.wasm" --output "$unfinished/office-${part}_bg.wasm"
  rm "$unfinished/office_$part.wasm"
done
rm -rf "$target/office"
mv "$unfinished" "$target/office"
