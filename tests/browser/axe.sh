#!/bin/sh
# Prints where axe-core is, after installing it for this user if it is missing. Needs npm.
set -eu
version=4.14.1
HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME
tools_home=${XINGZHAN_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/xingzhan/tools}
folder=$tools_home/axe-core-$version
file=node_modules/axe-core/axe.min.js

if [ ! -f "$folder/$file" ]; then
  command -v npm >/dev/null 2>&1 || { echo "Missing: npm (Debian's package is npm). Install it, then start again." >&2; exit 1; }
  mkdir -p "$tools_home"
  unfinished=$(mktemp -d "$tools_home/unfinished.XXXXXX")
  npm install --prefix "$unfinished" --no-audit --no-fund --ignore-scripts --loglevel=error "axe-core@$version" \
    </dev/null >&2 || { rm -rf "$unfinished"; exit 1; }
  # Another run may have finished meanwhile.
  if [ -e "$folder" ]; then rm -rf "$unfinished"; else mv "$unfinished" "$folder"; fi
fi
printf '%s\n' "$folder/$file"
