#!/bin/sh
# How fast the built application is:  sh scripts/bench.sh     (what `make bench` does)
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
debian chromium chromium
material=${CARGO_TARGET_DIR:-target}/material
cargo run --quiet -p xingzhan-browser-tests --bin material "$material"
# Some minutes, and 200 MB: it is made once.
county=${CARGO_TARGET_DIR:-target}/county
[ -f "$county/roster.csv" ] || cargo run --quiet -p xingzhan-browser-tests --bin county "$county" 10000
exec node tests/bench/run.mjs dist "$material" "$county"
