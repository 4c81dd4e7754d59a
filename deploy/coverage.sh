#!/usr/bin/env bash
# Runs the tests of HTTPWire alone and fails unless they reach each of its lines and regions.
# Swift has no branch counters; a region is each body of a branch, each case and each right side of && || ?:.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
find_swift
root=$PWD

# A package of these two targets only, so that nothing else is instrumented and built again.
scratch=$root/.build-coverage
mkdir -p "$scratch/package/Sources" "$scratch/package/Tests"
ln -sfn "$root/Sources/HTTPWire" "$scratch/package/Sources/HTTPWire"
ln -sfn "$root/Tests/HTTPWireTests" "$scratch/package/Tests/HTTPWireTests"
rules=$(sed -n '/^let rules/,/^]/p' Package.swift)
cat >"$scratch/package/Package.swift" <<EOF
// swift-tools-version: 6.2
import PackageDescription
$rules
let package = Package(
    name: "wire",
    targets: [
        .target(name: "HTTPWire", swiftSettings: rules),
        .testTarget(name: "HTTPWireTests", dependencies: ["HTTPWire"], swiftSettings: rules),
    ]
)
EOF

swift test --package-path "$scratch/package" --scratch-path "$scratch" --enable-code-coverage >"$scratch/log" 2>&1 ||
    { tail -40 "$scratch/log" >&2; exit 1; }

tools=$(dirname "$(readlink -f "$(command -v swift)")")
report=$("$tools/llvm-cov" report "$scratch/debug/wirePackageTests.xctest" \
    -instr-profile "$scratch/debug/codecov/default.profdata" "$scratch"/package/Sources/HTTPWire/*.swift)
# Columns: file, regions, missed, cover, functions, missed, executed, lines, missed, cover.
missing=$(awk '/\.swift/ && ($3 + $6 + $9 > 0) {print $1 ": regions " $3 ", functions " $6 ", lines " $9}' <<<"$report")
awk '/^TOTAL/ {print "HTTPWire: regions " $4 " of " $2 ", functions " $7 " of " $5 ", lines " $10 " of " $8}' <<<"$report"
if [ -n "$missing" ]; then
    printf 'Not reached by any test:\n%s\n' "$missing" >&2
    exit 1
fi
