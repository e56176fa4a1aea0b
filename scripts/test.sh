#!/bin/sh
# Every check there is:  sh scripts/test.sh          (what `make test` and .ci/run do)
# Or a part of them:     sh scripts/test.sh native   without the wasm build and a browser
#                        sh scripts/test.sh browser  only those that drive a browser
#                        sh scripts/test.sh kill     only the one that kills the browser, KILLS times
set -eu
cd "$(dirname "$0")/.."
part=${1:-all}
began=$(date +%s)
. scripts/tools.sh

# step NAME COMMAND ... : runs it and says how long it took; the first that fails ends the run.
step() {
  name=$1
  shift
  printf '\n== %s\n' "$name"
  start=$(date +%s)
  "$@" </dev/null || { printf '\nFAILED: %s\n' "$name" >&2; exit 1; }
  printf '== %s: %s s\n' "$name" "$(($(date +%s) - start))"
}

# Beside the deliveries: what the browser tests write for programs that are not in Rust.
material=${CARGO_TARGET_DIR:-target}/material

# What is handed out, in the oldest and the newest Chromium, from the disk and without a server.
deliveries() {
  oldest=$(sh scripts/engine.sh) || return 1
  node tests/delivery/run.mjs dist "$oldest" || return 1
  node tests/delivery/worker.mjs dist "$oldest" || return 1
  node tests/delivery/causes.mjs dist "$oldest"
}

# The whole job and the looks of the pages in the oldest Chromium, compared with the newest.
oldest() {
  oldest=$(sh scripts/engine.sh) || return 1
  cargo run --quiet -p xingzhan-browser-tests --bin material "$material" || return 1
  node tests/delivery/oldest.mjs dist "$oldest" "$material"
}

# Reads the archives that the program writes: a reader that is not ours.
debian python3 python3
# Missing browsers are said before minutes of compiling, not after.
[ "$part" = native ] || . scripts/test-tools.sh

if [ "$part" = kill ]; then
  step "build" make --no-print-directory dist
  step "kills" cargo test --quiet -p xingzhan-browser-tests --test browser -- --nocapture kill::
  exit 0
fi

if [ "$part" != browser ]; then
  step "format" cargo fmt --all --check
  step "clippy, native" cargo clippy --quiet --all-targets -- -D warnings
  step "clippy, wasm" cargo clippy --quiet --target wasm32-unknown-unknown -- -D warnings
  step "native tests" cargo test --quiet
  # The next format's program: what it writes, and that it opens every file of this one. Half a minute.
  step "next format" cargo test --quiet --features next-format --test formats --test draft_file --test broken_files
  step "clippy, office" cargo clippy --quiet -p xingzhan-office --all-targets -- -D warnings
  step "clippy, office, wasm" cargo clippy --quiet -p xingzhan-office --target wasm32-unknown-unknown -- -D warnings
  step "office tests" cargo test --quiet -p xingzhan-office
fi

if [ "$part" != native ]; then
  # Side by side: what is handed out is put together by one processor alone.
  step "builds, also of the next format" make --no-print-directory --jobs=2 dist next
  step "sizes" node scripts/size.mjs dist
  step "addresses" node scripts/check-addresses.mjs dist
  step "built files" node tests/delivery/files.mjs dist
  step "web hosts" node tests/delivery/hosts.mjs dist
  step "deliveries" deliveries
  step "clippy, browser tests" cargo clippy --quiet -p xingzhan-browser-tests --all-targets -- -D warnings
  step "oldest engine" oldest
  step "browser tests" cargo test --quiet -p xingzhan-browser-tests
fi

printf '\nAll passed, %s s.\n' "$(($(date +%s) - began))"
