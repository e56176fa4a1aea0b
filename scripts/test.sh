#!/bin/sh
# Every check there is:  sh scripts/test.sh          (what `make test` and .ci/run do)
# Or a part of them:     sh scripts/test.sh check    without the wasm build and a browser (what `make check` does)
#                        sh scripts/test.sh browser  only those that drive a browser
#                        sh scripts/test.sh kill     only the one that kills the browser, KILLS times
set -eu
cd "$(dirname "$0")/.."
part=${1:-all}
began=$(date +%s)
case $part in
  all | check | native | browser | kill | lane-*) ;;
  *) printf 'There is no part %s, see scripts/test.sh.\n' "$part" >&2; exit 2 ;;
esac
. scripts/tools.sh

# step NAME COMMAND ... : runs it and says how long it took; the first that fails ends the run.
# Beside others it says nothing before it is done, and then everything at once.
step() {
  name=$1
  shift
  start=$(date +%s)
  code=0
  if [ -n "${LANE:-}" ]; then
    "$@" </dev/null >"$LANE.log" 2>&1 || code=$?
    { printf '\n== %s\n' "$name"; cat "$LANE.log"; verdict; } >"$LANE.told"
    cat "$LANE.told"
  else
    printf '\n== %s\n' "$name"
    "$@" </dev/null || code=$?
    verdict
  fi
  [ "$code" = 0 ] || exit 1
}
verdict() {
  if [ "$code" = 0 ]; then
    printf '== %s: %s s\n' "$name" "$(($(date +%s) - start))"
  else
    printf '\nFAILED: %s\n' "$name"
  fi
}

# beside NAME ... : runs the lanes of these names (parts of this script) at the same time, each in a group of processes
# of its own. The first that fails ends the others and the run.
beside() {
  for name in "$@"; do
    (
      code=0
      LANE=$lanes/$name setsid sh scripts/test.sh "lane-$name" || code=$?
      # Moved there whole; where the run has ended meanwhile, nobody asks.
      { echo "$code" >"$lanes/$name.unfinished" && mv "$lanes/$name.unfinished" "$lanes/$name.code"; } 2>/dev/null || true
    ) &
  done
  for name in "$@"; do
    until [ -e "$lanes/$name.code" ]; do
      ! grep -qsv '^0$' "$lanes"/*.code || exit 1
      sleep 0.2
    done
    [ "$(cat "$lanes/$name.code")" = 0 ] || exit 1
  done
}

# Ends the lanes that still run, with everything that they started.
stop() {
  for leader in "$lanes"/*.leader; do
    [ ! -e "$leader" ] || kill -TERM "-$(cat "$leader")" 2>/dev/null || true
  done
  wait
  rm -rf "$lanes"
}

# Beside the deliveries: what the browser tests write for programs that are not in Rust.
material=${CARGO_TARGET_DIR:-target}/material

# delivery SCRIPT MORE ... : what is handed out, in the oldest and the newest Chromium.
delivery() {
  script=$1
  shift
  oldest=$(sh scripts/engine.sh) || return 1
  node "tests/delivery/$script.mjs" dist "$oldest" "$@"
}

# What needs no browser: the loop of whoever works on the program.
native() {
  step "format" cargo fmt --all --check
  step "clippy, native" cargo clippy --quiet --workspace --all-targets -- -D warnings
  step "clippy, wasm" cargo clippy --quiet --target wasm32-unknown-unknown -p xingzhan -p xingzhan-office-write -p xingzhan-office-read -- -D warnings
  step "the splitter's manifest" node tests/delivery/manifest.mjs
  step "native tests" cargo test --quiet --workspace --exclude xingzhan-browser-tests
  step "native tests of the browser tests" cargo test --quiet -p xingzhan-browser-tests --lib
  # What `make fuzz` runs goes with the program; to run it another compiler is needed, to check it is not.
  step "what makes noise" cargo check --quiet --manifest-path fuzz/Cargo.toml --target-dir "${CARGO_TARGET_DIR:-target}/noise"
  # The next format's program: what it writes, and that it opens every file of this one; and the language that only
  # tests speak. Half a minute.
  step "next format, pseudo-language" cargo test --quiet --features next-format,pseudo-language \
    --test native -- formats:: format_lists:: draft_file:: broken_files:: pseudo_language::
}

# Reads the archives that the program writes: a reader that is not ours.
debian python3 python3
# Missing browsers are said before minutes of compiling, not after.
case $part in check | native) ;; *) . scripts/test-tools.sh ;; esac

case $part in
  lane-*)
    # The group has the number of this shell.
    echo "$$" >"$LANE.leader"
    # Nobody ends a group whose number may be somebody else's by then.
    trap 'rm -f "$LANE.leader"' EXIT
    ;;
  *)
    lanes=$(mktemp -d)
    trap stop EXIT
    trap 'exit 1' HUP INT TERM
    ;;
esac

case $part in
  check | native)
    native
    ;;
  kill)
    step "build" make --no-print-directory dist
    step "kills" cargo test --quiet -p xingzhan-browser-tests --test browser -- --nocapture kill::
    ;;
  # What is handed out is put together by one processor alone; so the other one has something to do meanwhile.
  lane-builds)
    step "build" make --no-print-directory dist
    step "build of the next format" make --no-print-directory next
    ;;
  lane-native)
    native
    step "published schemas" node tests/delivery/schemas.mjs
    step "browser tests, compiled" cargo test --quiet -p xingzhan-browser-tests --no-run
    ;;
  lane-files)
    step "sizes" node scripts/size.mjs dist
    step "addresses" node scripts/check-addresses.mjs dist
    step "built files" node tests/delivery/files.mjs dist
    step "web hosts" node tests/delivery/hosts.mjs dist
    step "deliveries" delivery run
    step "deliveries, the worker" delivery worker
    ;;
  lane-engines)
    step "deliveries, what goes wrong" delivery causes
    # The whole job and the looks of the pages in the oldest Chromium, compared with the newest.
    step "material" cargo run --quiet -p xingzhan-browser-tests --bin material "$material"
    step "oldest engine" delivery oldest "$material"
    ;;
  all | browser)
    if [ "$part" = all ]; then
      beside builds native
    else
      step "builds, also of the next format" make --no-print-directory --jobs=2 dist next
    fi
    # Installed before both lanes ask for it.
    step "the oldest engine is here" sh scripts/engine.sh
    beside files engines
    step "browser tests" cargo test --quiet -p xingzhan-browser-tests
    ;;
esac

case $part in lane-*) ;; *) printf '\nAll passed, %s s.\n' "$(($(date +%s) - began))" ;; esac
