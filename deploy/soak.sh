#!/usr/bin/env bash
# Keeps a release build busy for SECONDS (default 600): mixed reads, writes, slow clients and aborted connections at a
# bounded rate. Memory must not grow, descriptors and write-ahead log must not pile up. Prints the figures; exit code 1
# when a bar is missed.
#
#   deploy/soak.sh [SECONDS]        SCHARNIER_BINARY names another binary
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh

LENGTH="${1:-600}"
if [[ ! "$LENGTH" =~ ^[0-9]+$ ]] || [ "$LENGTH" -lt 60 ] || [ "$LENGTH" -gt 604800 ]; then
    say "SECONDS must be between 60 and 604800; usage: deploy/soak.sh [SECONDS]"
    exit 64
fi
lift_quotas
install_packages jq python3
if [ -z "${SCHARNIER_BINARY:-}" ]; then
    install_packages "${BUILD_PACKAGES[@]}"
    find_swift
    swift build -c release --product scharnier --static-swift-stdlib >&2
    SCHARNIER_BINARY="$(swift build -c release --show-bin-path)/scharnier"
fi

WORK="$(mktemp -d)"
SERVER=
finish() {
    [ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true
    rm -rf "$WORK"
}
trap finish EXIT

"$SCHARNIER_BINARY" init --demo --db "$WORK/city.sqlite" > "$WORK/tokens" 2> "$WORK/init" || { cat "$WORK/init" >&2; exit 1; }
"$SCHARNIER_BINARY" serve --db "$WORK/city.sqlite" --listen 127.0.0.1:0 2> "$WORK/log" &
SERVER=$!
for _ in $(seq 100); do
    if grep -q '"msg":"serving"' "$WORK/log"; then break; fi
    sleep 0.1
done
PORT="$(jq -r 'select(.msg == "serving") | .port' "$WORK/log")"

CODE=0
python3 deploy/soak/soak.py "$PORT" "$SERVER" "$WORK/city.sqlite" "$WORK/tokens" "$LENGTH" || CODE=1

# What was alive to the end must also end as it should.
kill "$SERVER"
if ! wait "$SERVER"; then
    say "The server did not end cleanly."
    CODE=1
fi
SERVER=
"$SCHARNIER_BINARY" check --db "$WORK/city.sqlite" > "$WORK/check" || { cat "$WORK/check" >&2; CODE=1; }
exit "$CODE"
