#!/bin/sh
# Prints the folder of Chromium 83, the oldest engine that is promised, after installing it for this user
# if it is missing: the program `chromium` and, in `lib`, the libraries it was built with. Needs npm and node.
#   LD_LIBRARY_PATH=FOLDER/lib FOLDER/chromium --headless --no-sandbox --single-process --no-zygote --disable-gpu
# It has no matching WebDriver; it is driven over the DevTools protocol.
set -eu
package=chrome-aws-lambda@5.0.0 # holds Chromium 83.0.4103.0 for servers without a screen
digest=sha512-0deUJ85+74ITAPLm/bqIrWS6ZmHmer+cl7ARPV0GgmGsR9a+VjKcyz9yCc5FF0XpYyUEAsEqIE1mASEPqn7l2g==
HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
export HOME
tools_home=${XINGZHAN_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/xingzhan/tools}
folder=$tools_home/chromium-83

if [ ! -x "$folder/chromium" ]; then
  command -v npm >/dev/null 2>&1 || { echo "Missing: npm (Debian's package is npm). Install it, then start again." >&2; exit 1; }
  echo "Installing Chromium 83 (once)" >&2
  mkdir -p "$tools_home"
  unfinished=$(mktemp -d "$tools_home/unfinished.XXXXXX")
  trap 'rm -rf "$unfinished"' EXIT
  (
    cd "$unfinished"
    npm pack "$package" --silent >/dev/null
    node -e '
      const [digest] = process.argv.slice(1), fs = require("fs"), zlib = require("zlib");
      const [archive] = fs.readdirSync(".").filter((name) => name.endsWith(".tgz"));
      const found = "sha512-" + require("crypto").createHash("sha512").update(fs.readFileSync(archive)).digest("base64");
      if (found !== digest) throw new Error(`${archive} is not the file that is expected: ${found}`);
      require("child_process").execFileSync("tar", ["xzf", archive]);
      for (const name of ["chromium", "aws.tar", "swiftshader.tar"])
        fs.writeFileSync(name, zlib.brotliDecompressSync(fs.readFileSync(`package/bin/${name}.br`)));
    ' "$digest"
    tar xf aws.tar
    tar xf swiftshader.tar
    rm -rf package ./*.tgz ./*.tar
    chmod +x chromium
  ) >&2
  # Another run may have finished meanwhile.
  [ -e "$folder" ] || mv "$unfinished" "$folder"
fi
printf '%s\n' "$folder"
