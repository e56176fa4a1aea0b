# The compiler flags of everything that is handed out. Sourced after scripts/tools.sh, from the top of the
# repository.
# Two people who build the same commit get the same bytes. The compiler writes the places of sources into
# the module (for panics), so the builder's own folders are given neutral names. Cargo joins this variable
# with the flags of .cargo/config.toml, which RUSTFLAGS would replace.

flags=
# neutral FOLDER NAME : the last one that fits wins. Cargo splits the variable at spaces, so a folder with
# one keeps its name; the bytes then differ, and nothing else.
neutral() {
  case $1 in
    *" "*) say "Note: $1 has a space in it, so these files will differ from other people's." ;;
    *) flags="$flags --remap-path-prefix=$1=$2" ;;
  esac
}
neutral "$PWD" /xingzhan
neutral "${CARGO_TARGET_DIR:-$PWD/target}" /target
# A mirror of the registry has a folder of its own name.
for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do neutral "$folder" /crates; done
# Where the sources of the standard library are installed, the compiler would name that place.
neutral "$(rustc --print sysroot)/lib/rustlib/src/rust" "/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags"
