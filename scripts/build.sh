#!/bin/sh
# The release build, into dist/. Called by the Makefile, after scripts/office.sh.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh

# Trunk builds without network, so the crates are fetched first.
cargo fetch --quiet

sh scripts/blank.sh

. scripts/flags.sh
trunk build
