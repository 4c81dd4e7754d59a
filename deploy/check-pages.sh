#!/usr/bin/env bash
# Shows the reference pages of a fresh demo city to a headless Chromium and asks axe-core what stands in the way of
# people who read with other senses or tools: no violation, in both languages, light and dark. One exit code.
#
# SCHARNIER_BINARY names another binary. Needs Debian's chromium and, the first time only, a package index; where the
# two cannot be had, it says so and checks nothing (exit code 75).
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
lift_quotas

readonly CANNOT_BE_HAD=75
BINARY="${SCHARNIER_BINARY:-.build/debug/scharnier}"
VENV=.build-tools/pages
WORK="$(mktemp -d)"
SERVER=""
finish() {
    if [ -n "$SERVER" ]; then kill "$SERVER" 2>/dev/null || true; fi
    rm -rf "$WORK"
}
trap finish EXIT

# Of the first package only axe.min.js is used, so that what it needs itself is left out.
if ! install_packages chromium jq python3 python3-venv; then
    say "Chromium cannot be had here: the pages are not checked."
    exit "$CANNOT_BE_HAD"
fi
if ! [ -x "$VENV/bin/python" ] || ! "$VENV/bin/python" -c 'import websocket, axe_playwright_python' 2>/dev/null; then
    mkdir -p .build-tools
    if ! { python3 -m venv "$VENV" &&
        "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r deploy/pages/requirements.txt; }; then
        say "axe-core cannot be had here: the pages are not checked."
        exit "$CANNOT_BE_HAD"
    fi
fi

"$BINARY" init --demo --db "$WORK/city.sqlite" > /dev/null 2>&1
"$BINARY" serve --db "$WORK/city.sqlite" --listen 127.0.0.1:0 2> "$WORK/log" &
SERVER=$!
for _ in $(seq 300); do
    if grep -q '"msg":"serving"' "$WORK/log"; then break; fi
    sleep 0.1
done
PORT="$(jq -r 'select(.msg == "serving") | .ports' "$WORK/log" | cut -d' ' -f1)"
"$VENV/bin/python" deploy/pages/check.py "http://127.0.0.1:$PORT" "$WORK/profile"
