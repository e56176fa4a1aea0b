#!/bin/sh
# Builds the application and serves it on this computer. A bare machine can start here:  sh scripts/run.sh
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh
make --no-print-directory build
exec node scripts/serve.mjs dist "${PORT:-8080}"
