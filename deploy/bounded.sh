# Sourced by test.sh: a command that does not end is described and stopped, so that whoever waits for it learns why.
# shellcheck shell=bash

readonly DID_NOT_END=124

# Runs a command for at most so many seconds: its code, or DID_NOT_END.
bounded() {
    local job end=$((SECONDS + $1))
    shift
    set -m # The job and all that it starts are one group.
    "$@" </dev/null &
    job=$!
    set +m
    # shellcheck disable=SC2064 # This job, not the one of later.
    trap "kill -TERM -- -$job" INT TERM
    while kill -0 "$job" 2>/dev/null; do
        if [ "$SECONDS" -ge "$end" ]; then
            describe_group "$job"
            kill -KILL -- "-$job"
            wait "$job" 2>/dev/null
            trap - INT TERM
            return "$DID_NOT_END"
        fi
        sleep 1
    done
    trap - INT TERM
    wait "$job"
}

# What each process of a group is doing: its threads, what they wait for and, with gdb, how they came there.
describe_group() {
    local process
    say "Did not end in time:"
    ps -e -o pgid,pid,ppid,stat,etime,wchan:24,args --forest | awk -v group="$1" 'NR == 1 || $1 == group' >&2
    for process in $(pgrep -g "$1"); do
        ps -L -o pid,lwp,stat,wchan:24,comm -p "$process" >&2 || true
        command -v gdb >/dev/null || continue
        timeout 60 gdb -p "$process" -batch -ex 'thread apply all bt 30' 2>/dev/null | cut -c1-200 | tail -n 300 >&2 || true
    done
}
