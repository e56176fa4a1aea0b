#!/bin/sh
# Installs what building needs and is missing, and puts it on PATH. Quick when nothing is missing.
# Sourced from the top of the repository (`. scripts/tools.sh`) by the Makefile and the other scripts.
set -eu

trunk_version=0.21.14    # 0.22 needs a newer Rust than `rust-version` in Cargo.toml
split_version=0.2.4      # wasm_split_cli_support, takes the module apart; understands wasm_split_helpers of 0.2
binaryen_version=132.0.0 # its wasm-opt
terser_version=5.51.2    # shortens scripts
fflate_version=0.8.3     # zip, the same bytes on every machine
csstree_version=3.2.1     # style sheets without their comments and spaces; the tests read them with it
zopfli_version=1.0.15    # gzip as small as it gets, the same bytes on every machine
fuzz_version=0.13.2      # cargo-fuzz, for `make fuzz` only
mutants_version=27.1.0   # cargo-mutants, for `make mutants` only
# The command must equal the crate, so the crate's exact pin is the only place with this number.
bindgen_version=$(sed -n 's/^wasm-bindgen *=.*"=\([0-9.]*\)".*/\1/p' Cargo.toml)

# This variable would silently replace the flags in .cargo/config.toml.
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS
# Trunk refuses the usual NO_COLOR=1: it wants true or false.
[ -z "${NO_COLOR:-}" ] || export NO_COLOR=true

HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME
PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
tools_home=${XINGZHAN_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/xingzhan/tools}

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# debian COMMAND PACKAGE ... : a Debian package for each command that is missing.
# Without root it names everything that is missing at once, and stops.
debian() {
  missing=
  while [ $# -gt 0 ]; do
    have "$1" || missing="$missing $2"
    shift 2
  done
  [ -n "$missing" ] || return 0
  if ! have apt-get; then
    say "Missing:$missing (Debian's names). Install them with this system's package manager, then start again."
    exit 1
  elif [ "$(id -u)" -ne 0 ]; then
    say "Missing:$missing. Install them, then start again:  sudo apt-get install$missing"
    exit 1
  fi
  say "Installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq </dev/null >&2
  # shellcheck disable=SC2086 # several words on purpose
  apt-get install -y -qq --no-install-recommends $missing </dev/null >&2
}

# tool NAME VERSION PROGRAM COMMAND ... : runs COMMAND ... FOLDER unless NAME-VERSION is there, then puts it on PATH.
# Moved into place only when finished, so that an interrupted install is not taken for a whole one.
tool() {
  folder=$tools_home/$1-$2 program=$3
  if [ ! -x "$folder/bin/$program" ]; then
    say "Installing $1 $2 (once, a few minutes)"
    shift 3
    rm -rf "$folder"
    mkdir -p "$tools_home"
    unfinished=$(mktemp -d "$tools_home/unfinished.XXXXXX")
    "$@" "$unfinished" </dev/null >&2 || { rm -rf "$unfinished"; say "That install failed; see above."; exit 1; }
    # Another build may have finished the same tool meanwhile.
    if [ -e "$folder" ]; then rm -rf "$unfinished"; else mv "$unfinished" "$folder"; fi
  fi
  PATH="$folder/bin:$PATH"
}

# A tool only has to start, so it is compiled fast rather than made fast (6 minutes instead of 16).
light() {
  CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet "$@"
}
install_trunk() { light --locked trunk --version "$trunk_version" --no-default-features --features rustls --root "$1"; }
# Not locked: its lock file names a version that not every registry serves.
install_bindgen() { light wasm-bindgen-cli --version "$bindgen_version" --root "$1"; }
install_split() { light --locked wasm_split_cli_support --version "$split_version" --features build-binary --root "$1"; }
packages() { prefix=$1; shift; npm install --global --prefix "$prefix" --no-audit --no-fund --loglevel=error "$@"; }
install_binaryen() { packages "$1" "binaryen@$binaryen_version"; }
install_packers() { packages "$1" "terser@$terser_version" "css-tree@$csstree_version" "fflate@$fflate_version" "@gfx/zopfli@$zopfli_version"; }
install_fuzz() { light --locked cargo-fuzz --version "$fuzz_version" --root "$1"; }
install_mutants() { light --locked cargo-mutants --version "$mutants_version" --root "$1"; }

# What `make fuzz` and `make mutants` need besides; nobody else waits for it.
fuzzing() {
  tool cargo-fuzz "$fuzz_version" cargo-fuzz install_fuzz
  # The fuzzer's instrumentation exists on the nightly toolchain alone.
  rustup toolchain list | grep -q '^nightly' || rustup toolchain install nightly --profile minimal >&2
}
mutating() { tool cargo-mutants "$mutants_version" cargo-mutants install_mutants; }

[ -n "$bindgen_version" ] || { say 'Cargo.toml has no line like  wasm-bindgen = "=0.2.130"'; exit 1; }
debian make make cc "gcc libc6-dev" node nodejs npm npm
have cargo || { say "Missing: Rust. Install it with rustup (https://rustup.rs), then start again."; exit 1; }

# rustup may be told not to add these by itself, though rust-toolchain.toml lists them.
sysroot=$(rustc --print sysroot)
[ -d "$sysroot/lib/rustlib/wasm32-unknown-unknown" ] || rustup target add wasm32-unknown-unknown >&2
[ -x "$sysroot/bin/cargo-fmt" ] && [ -x "$sysroot/bin/cargo-clippy" ] || rustup component add rustfmt clippy >&2

tool trunk "$trunk_version" trunk install_trunk
tool wasm-bindgen "$bindgen_version" wasm-bindgen install_bindgen
tool wasm-split "$split_version" wasm-split-cli install_split
tool binaryen "$binaryen_version" wasm-opt install_binaryen
packers=$terser_version-$csstree_version-$fflate_version-$zopfli_version
tool packers "$packers" terser install_packers
NODE_PATH=$tools_home/packers-$packers/lib/node_modules
export PATH NODE_PATH
