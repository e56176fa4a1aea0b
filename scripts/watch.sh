#!/bin/sh
# Serves the page and builds it anew whenever a file changes; reload it then. 10 to 40 seconds after the first build, which
# takes minutes: what it builds is large and slow, and of the release only in what it does.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
make --no-print-directory "${CARGO_TARGET_DIR:-target}/office/office-read_bg.wasm"
cargo fetch --quiet
sh scripts/blank.sh
export TRUNK_BUILD_RELEASE=false TRUNK_BUILD_CARGO_PROFILE=watch
page=${CARGO_TARGET_DIR:-target}/watched
mkdir -p "$page"
node scripts/serve.mjs "$page" "${PORT:-8080}" &
trap 'kill $!' EXIT
trap 'exit 1' HUP INT TERM
trunk watch --dist "$page" --watch src --watch style --watch static --watch standards --watch index.html
