#!/usr/bin/env bash
# Does all set-up on a Debian 12 with a Swift toolchain, then runs every gate and every test. One exit code.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
. deploy/bounded.sh
. deploy/tested.sh

install_packages "${BUILD_PACKAGES[@]}" jq python3 python3-venv sqlite3
find_swift

# What a gate says that needs what cannot be had here (sysexits.h: a temporary failure).
readonly CANNOT_BE_HAD=75

step() { say ""; say "== $* (at ${SECONDS}s)"; }

step "Format"
swift format lint --strict -r Sources Tests Package.swift

step "Contract: valid OpenAPI, valid examples, house rules"
deploy/check-contract.sh

step "Deployment files: unit, alerts, container recipe"
deploy/check-deploy.sh

step "Build, no undeclared imports"
swift build --build-tests --explicit-target-dependency-import-check error

step "No full Foundation in the binary"
if ldd .build/debug/scharnier | grep -E 'lib(_FoundationICU|Foundation)\.so'; then
    say "The binary links full Foundation; import FoundationEssentials, or none."
    exit 1
fi

step "Unsafe code, by target"
grep -rnwE 'unsafe|@unchecked' Sources --include='*.swift' | cut -d/ -f2 | sort | uniq -c

step "Contract on a running server: requests made up from it, methods, tokens, examples of the pages, a client"
bounded 300 deploy/check-api.sh

step "Tests of the parts"
tested 900 swift test --skip-build -- --skip '^EndToEndTests\.'

step "Tests of the whole, as processes"
tested 900 swift test --skip-build -- --filter '^EndToEndTests\.'

step "System calls of the service against the filter of its unit"
bounded 300 deploy/check-syscalls.sh

step "Behind nginx, HAProxy and Caddy"
deploy/check-proxies.sh

# Whether a step of so many seconds, on two slow cores, ends before the 25 minutes that CI has; LIMIT for other places.
has_time() {
    if [ $((SECONDS + $1)) -le "${LIMIT:-1500}" ]; then return 0; fi
    say "LEFT OUT, for this machine is too slow: do it by hand, or set LIMIT to more seconds than ${LIMIT:-1500}."
    return 1
}

step "Reference pages, in a browser with an accessibility engine"
pages=0
if has_time 200; then bounded 400 deploy/check-pages.sh || pages=$?; fi
if [ "$pages" -ne 0 ] && [ "$pages" -ne "$CANNOT_BE_HAD" ]; then exit "$pages"; fi

step "Clients in TypeScript and Swift, generated from the contract"
clients=0
if has_time 120; then bounded 400 deploy/check-clients.sh || clients=$?; fi
if [ "$clients" -ne 0 ] && [ "$clients" -ne "$CANNOT_BE_HAD" ]; then exit "$clients"; fi

# What a sanitizer finds is a fault even where every test passes. Each part here is short, for CI; the long forms are
# deploy/fuzz.sh and deploy/sanitize.sh without more.
JOBS=$(nproc)
export JOBS

step "Fuzzing with AddressSanitizer: every property for a moment"
if has_time 300; then bounded 480 deploy/fuzz.sh 15; fi

step "ThreadSanitizer: the parts that have threads"
if has_time 420; then
    TEST_SECONDS=420 bounded 1500 deploy/sanitize.sh thread parts \
        --filter '^(HTTPServer|SQLite|ScharnierStore|TLS|Metrics|ScharnierConfiguration)Tests\.'
fi

step "AddressSanitizer: the parts that read what others send, and those that call C"
if has_time 420; then
    TEST_SECONDS=420 bounded 1500 deploy/sanitize.sh address parts \
        --filter '^(HTTPWire|JSON|Digest|SQLite|ScharnierStore|TLS|HTTPServer)Tests\.' \
        --filter '^ScharnierAPITests\.(MalformedBody|MergePatch|Authentication|NeedCreation|Offer|Suggestion)Tests/'
fi

step "Done"
