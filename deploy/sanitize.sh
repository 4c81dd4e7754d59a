#!/usr/bin/env bash
# Builds the tests with a sanitizer and runs them; any report fails the run.
# usage: deploy/sanitize.sh thread|address [parts] [arguments of swift test, such as --filter HTTPServerTests]
# Without more it is the whole suite; `parts` leaves out the program and the tests that run it as a process.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
. deploy/bounded.sh
. deploy/tested.sh
find_swift

sanitizer=${1:-}
case $sanitizer in
thread | address) shift ;;
*)
    say "usage: deploy/sanitize.sh thread|address [parts] [arguments of swift test]"
    exit 64
    ;;
esac
if [ "${1:-}" = parts ]; then
    export SCHARNIER_PARTS=1 # Package.swift then has less to build.
    shift
fi

# A build folder for each: sharing one would build everything again each time.
scratch=.build-$sanitizer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reports=$work/reports
mkdir "$reports"
# Some tests start the program as another account.
chmod 755 "$work"
chmod 1777 "$reports"
# How the tests learn that everything takes longer.
export SCHARNIER_SANITIZED=$sanitizer
# Reports go to files, so that those of child processes and of passing tests are seen, too.
export TSAN_OPTIONS="log_path=$reports/tsan exitcode=66 halt_on_error=0"
# LeakSanitizer stops the process with ptrace; DETECT_LEAKS=0 where a container refuses that.
export ASAN_OPTIONS="log_path=$reports/asan detect_leaks=${DETECT_LEAKS:-1}"
export LSAN_OPTIONS="suppressions=$PWD/deploy/leaks.suppressions print_suppressions=0"

swift build --build-tests --sanitize "$sanitizer" --scratch-path "$scratch" -j "${JOBS:-1}"
say "Built after ${SECONDS}s."

preload=()
if [ "$sanitizer" = thread ]; then
    # The toolchain's clang: it alone knows how Swift calls.
    "$(dirname "$(readlink -f "$(command -v swift)")")/clang" -shared -fPIC -O1 -o "$work/race.so" Tests/RaceShim/RaceShim.c
    preload=("LD_PRELOAD=$work/race.so")
fi
status=0
tested "${TEST_SECONDS:-3600}" env "${preload[@]}" swift test --skip-build --sanitize "$sanitizer" \
    --scratch-path "$scratch" -- "$@" || status=$?

found=$(find "$reports" -type f -size +0 | wc -l)
if [ "$found" -gt 0 ]; then
    say "Reports of the sanitizer: $found"
    cat "$reports"/* >&2
    status=1
fi
say "Done after ${SECONDS}s, reports: $found, exit $status."
exit $status
