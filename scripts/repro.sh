#!/bin/sh
# Whether the same commit gives the same bytes elsewhere:  sh scripts/repro.sh     (what `make repro` does)
# Builds a clone in another folder, from nothing, and compares its sums with those of dist/. About as long as
# a first build; `make test` packs the same hosted copy twice instead, which takes a second.
set -eu
cd "$(dirname "$0")/.."
if [ -n "$(git status --porcelain)" ]; then
  echo "There are changes that are not committed, so dist/ is no commit's. Commit them first." >&2
  exit 1
fi
make --no-print-directory dist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A folder of another length, and a target folder that does not lie in it.
clone="$work/somebody-elses-copy"
git clone --quiet . "$clone"
unset XINGZHAN_DIST
(cd "$clone" && CARGO_TARGET_DIR="$work/target" make --no-print-directory dist)
if diff dist/SHA256SUMS "$clone/dist/SHA256SUMS"; then
  echo "The same bytes: $(wc -l < dist/SHA256SUMS) files of commit $(git rev-parse --short HEAD)"
else
  echo "Not the same bytes. Lines with < are those of this folder." >&2
  exit 1
fi
