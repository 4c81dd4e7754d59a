#!/usr/bin/env bash
# Checks the files of this directory that no compiler reads: unit, alerts, container recipe, proxy samples.
# What a tool is missing for is skipped and said.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
RESULT=0
fail() { say "NOT $*"; RESULT=1; }
has() { command -v "$1" >/dev/null || { say "skipped, no $1: $2"; return 1; }; }

# Exposure of the unit in tenths; the sample is meant for use behind a local proxy (operations.md §14).
MOST_EXPOSURE=15
if has systemd-analyze "security of the unit"; then
    exposure="$(systemd-analyze security --offline=yes deploy/scharnier.service | sed -n 's/.*Overall exposure level.*: \([0-9]*\)\.\([0-9]\).*/\1\2/p')"
    say "exposure of deploy/scharnier.service: $exposure tenths"
    [ "${exposure:-999}" -le "$MOST_EXPOSURE" ] || fail "exposure <= $MOST_EXPOSURE tenths"
    # The program is not installed where this runs: put any executable in its place.
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    sed "s#/usr/bin/scharnier#/bin/true#" deploy/scharnier.service > "$work/scharnier.service"
    cp deploy/scharnier.socket "$work/"
    systemd-analyze verify "$work/scharnier.service" "$work/scharnier.socket" || fail "units are valid"
fi

if has promtool "alerts"; then promtool check rules deploy/alerts.yml >&2 || fail "alerts are valid"; fi

python3 deploy/containerfile.py deploy/Containerfile || fail "the container recipe is valid"
exit "$RESULT"
