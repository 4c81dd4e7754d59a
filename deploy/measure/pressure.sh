#!/usr/bin/env bash
# Measures the bare server under 1,500 slow connections and under four times the load it can bear (see pressure.py).
# Only ratios within one run mean anything on a shared machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
. deploy/prepare.sh
install_packages "${BUILD_PACKAGES[@]}" python3
find_swift
swift build -c release --product ServerProbe >&2
BINARY="$(swift build -c release --show-bin-path)/ServerProbe"
WORK="$(mktemp -d)"
trap 'kill "$SERVER" 2>/dev/null || true; rm -rf "$WORK"' EXIT

# Starts the server; the loops that are measured must not be more than the processors left beside the clients.
start() {
    "$BINARY" raise=1 per-connection=1000000 "$@" > "$WORK/out" &
    SERVER=$!
    until grep -q connections "$WORK/out"; do sleep 0.1; done
    PORT="$(awk '/^port/ {print $2}' "$WORK/out")"
}

code=0
start threads=2
python3 deploy/measure/pressure.py slow "$PORT" "$SERVER" "$@" || code=1
kill "$SERVER"
start threads=1 per-address=4000
python3 deploy/measure/pressure.py overload "$PORT" "$SERVER" || code=1
exit "$code"
