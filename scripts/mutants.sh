#!/bin/sh
# Changes the model one place at a time and looks whether a test notices:  sh scripts/mutants.sh [SHARD]
# A shard is a part of all, such as 0/8 (the default): the whole takes many hours. What no test noticed
# stands in target/mutants/mutants.out/missed.txt.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
mutating
shard=${1:-0/8}
out=${CARGO_TARGET_DIR:-$PWD/target}/mutants
# It copies the tree and builds the copy by itself.
unset CARGO_TARGET_DIR
mkdir -p "$out"
# Property tests with fewer cases: every mutant runs all of them.
PROPTEST_CASES=${PROPTEST_CASES:-64} cargo mutants --sharding round-robin --shard "$shard" --output "$out" --colors never || code=$?
for outcome in caught missed timeout unviable; do
  printf '%-9s %s\n' "$outcome" "$(wc -l <"$out/mutants.out/$outcome.txt")"
done
exit "${code:-0}"
