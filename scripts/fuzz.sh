#!/bin/sh
# Noise for every reader of files:  sh scripts/fuzz.sh [SECONDS] [TARGET ...]
# Each target runs so many seconds (60 unless told). It fails on a stop, on more than 1 GB of memory, and on
# a single input that takes 10 seconds. What it finds stays in target/fuzz/found/ until it is mended.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
fuzzing
seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- json standard draft submission open mail archive workbook pasted
home=${CARGO_TARGET_DIR:-$PWD/target}/fuzz

for target in "$@"; do
  corpus=$home/corpus/$target
  mkdir -p "$corpus" "$home/found"
  # It begins with files that are right and files that are wrong in a known way.
  case $target in
    mail) cp office/read/tests/fixtures/*.eml "$corpus/" ;;
    archive) cp office/read/tests/fixtures/*.zip "$corpus/" ;;
    pasted) cp tests/fixtures/formats/draft-1.json office/read/tests/fixtures/*.txt "$corpus/" 2>/dev/null || true ;;
    workbook) cp office/read/tests/fixtures/*.xls* "$corpus/" && rm -f "$corpus"/*.json "$corpus"/*.txt ;;
    *) cp tests/fixtures/formats/*.json tests/fixtures/bad/* standards/example.json "$corpus/" 2>/dev/null || true ;;
  esac
  printf '\n== %s, %s s\n' "$target" "$seconds"
  cargo +nightly fuzz run --target-dir "$home/build" "$target" "$corpus" -- \
    -max_total_time="$seconds" -max_len=32768 -timeout=10 -rss_limit_mb=1024 -dict=fuzz/keys.dict \
    -artifact_prefix="$home/found/$target-" -print_final_stats=1
done
