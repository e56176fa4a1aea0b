#!/bin/sh
# The program of the next format, into the folder that is named: built fast rather than small, for the test
# that runs two releases side by side. It also speaks the language that only tests speak, for the walk through its
# pages. Called by the Makefile.
set -eu
cd "$(dirname "$0")/.."
next=$1
. scripts/tools.sh
cargo fetch --quiet
sh scripts/blank.sh
. scripts/flags.sh
# Unlike the release, so that it does not take minutes: nothing of it is handed out.
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
shared=${CARGO_TARGET_DIR:-$PWD/target}
export CARGO_TARGET_DIR="$shared/next-format"
mkdir -p "$CARGO_TARGET_DIR"
# The module that is loaded on demand and the blank sheets know no formats.
ln -sfn "$shared/office" "$CARGO_TARGET_DIR/office"
ln -sfn "$shared/blank.html" "$CARGO_TARGET_DIR/blank.html"
trunk build --features next-format,pseudo-language --dist "$next"
