#!/usr/bin/env bash
# Looks with libFuzzer and AddressSanitizer for octets that break a property of Tests/Fuzz.
# usage: deploy/fuzz.sh [SECONDS for each property, 60 unless given; 0: no limit] [PROPERTY…, all unless given]
# JOBS: properties at a time, 1 unless given. RUNS: executions after which a property ends before its time.
# Prints the executions of each; exits non-zero on a finding, whose input is then in Tests/Fuzz/Corpus.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
find_swift

seconds=${1:-60}
shift $(($# > 0 ? 1 : 0))
scratch=.build-fuzz
export SCHARNIER_FUZZ=1
# LeakSanitizer stops the process with ptrace; DETECT_LEAKS=0 where a container refuses that.
export ASAN_OPTIONS="detect_leaks=${DETECT_LEAKS:-1}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# One flag for both: given apart, the compiler heeds the last only, and nothing guides the fuzzer.
# lld, because gold, the default, breaks off where SwiftPM and libFuzzer both bring a main.
if ! swift build -c release --product Fuzz --scratch-path "$scratch" \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld -Xswiftc -enable-testing >"$work/build" 2>&1; then
    cat "$work/build" >&2
    exit 1
fi
say "Built after ${SECONDS}s."
fuzz=$scratch/release/Fuzz
if [ $# -eq 0 ]; then mapfile -t properties < <(ls Tests/Fuzz/Corpus); else properties=("$@"); fi

# Looks for a finding in one property; new inputs go to the first folder, the kept corpus is only read.
look() {
    local property=$1 log=$work/$1.log found=$scratch/found/$1
    mkdir -p "$found"
    # Longer inputs than 2 KiB repeat what shorter ones do, at limits that the tests of limits reach. Leaks are
    # looked for at the end: after each new input, as libFuzzer would do it, there is time for little else.
    if FUZZ_PROPERTY=$property "$fuzz" -max_total_time="$seconds" -runs="${RUNS:--1}" -max_len=2048 -timeout=60 \
        -rss_limit_mb=2048 -detect_leaks=0 -print_final_stats=1 -artifact_prefix="Tests/Fuzz/Corpus/$property/" \
        "$found" "Tests/Fuzz/Corpus/$property" >"$log" 2>&1; then
        printf '%-12s %10s executions\n' "$property" "$(awk '/number_of_executed_units/ {print $2}' "$log")"
    else
        printf '%-12s FINDING\n' "$property"
        tail -40 "$log" >&2
        touch "$work/finding"
    fi
}

for property in "${properties[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge "${JOBS:-1}" ]; do wait -n; done
    look "$property" &
done
wait
[ ! -e "$work/finding" ]
