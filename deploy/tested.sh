# Sourced by test.sh and sanitize.sh: runs tests, and once more what failed.
# shellcheck shell=bash

# usage: tested SECONDS COMMAND... -- FILTER...
# Runs `COMMAND... FILTER...` for at most so many seconds. A machine that does other things makes a test that waits
# for a thread or a process fail now and then, and what does not end says nothing: so suites that failed are run a
# second time, one test after the other, and all of them if the command did not end. What fails twice is a failure,
# and is named last, where a log that is cut off still shows it.
tested() {
    local seconds=$1 command=() code=0 log suites
    shift
    while [ "$1" != -- ]; do
        command+=("$1")
        shift
    done
    shift
    log=$(mktemp)
    bounded "$seconds" logged "$log" "${command[@]}" "$@" || code=$?
    if [ "$code" -eq "$DID_NOT_END" ]; then
        say "Once more."
        code=0
        bounded "$seconds" logged "$log" "${command[@]}" "$@" || code=$?
    elif [ "$code" -ne 0 ]; then
        suites=$(failed_suites "$log")
        if [ -n "$suites" ]; then
            what_failed "$log"
            say "Once more, one after the other: $suites"
            code=0
            bounded "$seconds" logged "$log" "${command[@]}" --no-parallel --filter "\\.($suites)/" || code=$?
        fi
    fi
    [ "$code" -eq 0 ] || what_failed "$log"
    rm -f "$log"
    return "$code"
}

# Runs a command whose output is kept in a file, too.
logged() {
    local log=$1
    shift
    "$@" 2>&1 | tee "$log"
}

# The suites that failed, as alternatives of a regular expression; none if it was not a test that failed.
failed_suites() {
    { grep -oE '^✘ Suite [A-Za-z0-9_]+ failed' "$1" || true; } | awk '{ print $3 }' | sort -u | paste -sd '|'
}

# The lines that say which tests failed and why.
what_failed() {
    say "What failed:"
    { grep -E '^✘|error:|Fatal' "$1" || true; } | cut -c1-400 | tail -n 40 >&2
}
