#!/bin/sh
# Writes the blank sheets of the built-in standards to blank.html in the build folder; called by whatever builds the
# page. scripts/finish.mjs makes a page of them.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
target=${CARGO_TARGET_DIR:-$PWD/target}
mkdir -p "$target"
# Two builds beside each other write the same; what is not whole never stands under the name.
unfinished=$(mktemp "$target/blank.XXXXXX")
# In a folder of its own: cargo would wait for whatever else compiles for this machine, such as the tests.
cargo run --quiet -p xingzhan-blank --target-dir "$target/blank" >"$unfinished" || { rm -f "$unfinished"; exit 1; }
chmod 644 "$unfinished"
mv "$unfinished" "$target/blank.html"
