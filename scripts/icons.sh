#!/bin/sh
# Draws the icons for installing, static/icon-*.png, from static/icon.svg. Run by hand when the drawing
# changes; the pictures are committed, so that building needs no browser.
set -eu
cd "$(dirname "$0")/../static"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in 192 512; do
  # A page around it, since a browser shows a bare drawing in its own size.
  { printf '<!DOCTYPE html><style>*{margin:0}svg{display:block;width:%spx}</style>' $size; cat icon.svg; } > "$work/icon.html"
  chromium --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/profile" --hide-scrollbars \
    --default-background-color=00000000 --window-size=$size,$size --screenshot="$PWD/icon-$size.png" "$work/icon.html"
done
