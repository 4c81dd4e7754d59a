#!/usr/bin/env bash
# Holds a running server with a fresh demo city against openapi.yaml: requests that are made up from the contract,
# right ones and wrong ones, with the tokens of all roles; methods, tokens and deletions; the examples of the pages; a
# Python client that is generated from it and plays the main scenario.
#
# Usage: deploy/check-api.sh [EXAMPLES [SEED...]]   EXAMPLES: right requests for each operation and seed, and as many
# wrong ones. Exit code 0: no findings, 1: findings, 2: the check cannot run. SCHARNIER_BINARY names another binary.
# Needs python3 with venv, curl and, the first time only, a package index.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
lift_quotas
export SCHARNIER_QUOTA_IMPORTS=0 SCHARNIER_QUOTA_EXPORTS=0 SCHARNIER_ALLOW_NETWORK_FS=true

BINARY="${SCHARNIER_BINARY:-.build/debug/scharnier}"
EXAMPLES="${1:-3}"
SEEDS=("${@:2}")
if [ ${#SEEDS[@]} -eq 0 ]; then SEEDS=(1 2 3); fi
TOOLS=deploy/contract
PYTHON=.build-tools/live/bin/python
REQUIREMENTS=("$TOOLS/requirements.txt" "$TOOLS/live/requirements.txt")
WORK="$(mktemp -d)"
SERVER=""
finish() {
    if [ -n "$SERVER" ]; then kill "$SERVER" 2>/dev/null || true; fi
    rm -rf "$WORK"
}
trap finish EXIT

if ! "$PYTHON" "$TOOLS/requirements.py" "${REQUIREMENTS[@]}" 2>/dev/null; then
    mkdir -p .build-tools
    python3 -m venv .build-tools/live || exit 2
    "$PYTHON" -m pip install --quiet --disable-pip-version-check -r "${REQUIREMENTS[0]}" -r "${REQUIREMENTS[1]}" || exit 2
fi
export PYTHONPATH="$TOOLS" PYTHONDONTWRITEBYTECODE=1

"$BINARY" init --demo --db "$WORK/city.sqlite" > "$WORK/tokens" 2> /dev/null
# The pages name the address, so that it is chosen here.
PORT="$("$PYTHON" -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')"
BASE="http://127.0.0.1:$PORT"
"$BINARY" serve --db "$WORK/city.sqlite" --listen "127.0.0.1:$PORT" 2> "$WORK/log" &
SERVER=$!
for _ in $(seq 300); do
    if grep -q '"msg":"serving"' "$WORK/log"; then break; fi
    sleep 0.1
done
if ! kill -0 "$SERVER" 2>/dev/null; then cat "$WORK/log" >&2; exit 2; fi

code=0
"$PYTHON" "$TOOLS/live/fixed.py" openapi.yaml "$BASE" "$WORK/tokens" || code=1
"$PYTHON" "$TOOLS/live/curls.py" openapi.yaml "$BASE" "$WORK/tokens" || code=1
"$PYTHON" "$TOOLS/live/clients.py" "$BASE" "$WORK/tokens" || code=1
# Each seed is a process of its own, so that they write at the same time.
makers=()
for seed in "${SEEDS[@]}"; do
    "$PYTHON" "$TOOLS/live/properties.py" openapi.yaml "$BASE" "$WORK/tokens" "$EXAMPLES" "$seed" &
    makers+=($!)
done
for maker in "${makers[@]}"; do wait "$maker" || code=1; done
if ! kill -0 "$SERVER" 2>/dev/null; then say "The server did not survive this."; code=1; fi
if grep '"level":"error"' "$WORK/log" >&2; then code=1; fi
exit "$code"
