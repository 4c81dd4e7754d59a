#!/usr/bin/env bash
# Compares the system calls of a service at work with those that its unit lets pass (operations.md §14): over TLS it is
# read from and written to, its certificate is renewed, it is asked by the control socket, backed up and stopped.
#
#   deploy/check-syscalls.sh [BINARY, that of the debug build unless given]
#
# What is refused by the filter would otherwise show in production, as EPERM in the middle of something.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
install_packages curl openssl python3 strace
BINARY="$(realpath "${1:-.build/debug/scharnier}")"
for tool in systemd-analyze strace; do
    command -v "$tool" >/dev/null || { say "skipped, no $tool: system calls of the units"; exit 0; }
done

WORK="$(mktemp -d)"
PROCESSES=()
stop() {
    [ ${#PROCESSES[@]} -eq 0 ] || kill "${PROCESSES[@]}" 2>/dev/null || true
    rm -rf "$WORK"
}
trap stop EXIT
# Asks until the answer is yes, for 20 s.
await() {
    for _ in $(seq 200); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    say "NOT within 20 s: $*"
    cat "$WORK"/*.err >&2
    exit 1
}
# How a command runs whose calls, and those of its threads and children, go to a file.
traced=(strace -f -qq -o)
certificate() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=localhost" \
        -addext "subjectAltName=DNS:localhost" -keyout "$WORK/new.key" -out "$WORK/new.crt" 2>/dev/null
    chmod 600 "$WORK/new.key"
    mv "$WORK/new.key" "$WORK/tls.key"
    mv "$WORK/new.crt" "$WORK/tls.crt"
}

# A supervisor that hears READY=1 and the watchdog's pings, as systemd does.
python3 - "$WORK/notify" "$WORK/heard" <<'PYTHON' &
import socket, sys
listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
with open(sys.argv[2], "wb", buffering=0) as heard:
    while True:
        heard.write(listener.recv(4096) + b"\n")
PYTHON
PROCESSES+=($!)
await test -S "$WORK/notify"

certificate

# Traced, and on a busy machine, everything takes longer than limits of time are made for.
export SCHARNIER_ALLOW_NETWORK_FS=true SCHARNIER_WRITE_MILLISECONDS=10000 SCHARNIER_READ_MILLISECONDS=60000
DB="$WORK/city.sqlite"
TOKEN="$("$BINARY" init --demo --db "$DB" 2>/dev/null | awk '$1 == "carrier" { print $NF }')"
NOTIFY_SOCKET="$WORK/notify" WATCHDOG_USEC=2000000 "${traced[@]}" "$WORK/service.calls" "$BINARY" serve --db "$DB" \
    --listen 127.0.0.1:0 --metrics-listen 127.0.0.1:0 --tls-cert "$WORK/tls.crt" --tls-key "$WORK/tls.key" \
    2>"$WORK/service.err" &
TRACER=$!
PROCESSES+=("$TRACER")
await grep -q READY=1 "$WORK/heard"
SERVICE="$(pgrep -P "$TRACER")"
PROCESSES+=("$SERVICE")
PORT="$(grep -m1 '"msg":"serving"' "$WORK/service.err" | sed 's/.*"port":"\([0-9]*\)".*/\1/')"
ask() { curl -fsS --no-progress-meter --cacert "$WORK/tls.crt" -H "Authorization: Bearer $TOKEN" "$@" >/dev/null; }
ROOT="https://localhost:$PORT"

ask "$ROOT/readyz" "$ROOT/v1/needs?limit=50" "$ROOT/v1/me" "$ROOT/openapi.yaml"
# Eight at a time, so that several are committed together.
for number in $(seq 40); do echo "url = \"$ROOT/v1/needs\""; done >"$WORK/requests"
ask -Z --parallel-max 8 -H 'Content-Type: application/json' -d '{"title":"Bedarf"}' -K "$WORK/requests"
"$BINARY" token list --db "$DB" >/dev/null
certificate
kill -HUP "$SERVICE"
await ask "$ROOT/v1/needs" # Only the new certificate is trusted.
SCHARNIER_BINARY="$BINARY" "${traced[@]}" "$WORK/backup.calls" deploy/backup.sh "$DB" "$WORK/backups" >/dev/null 2>"$WORK/backup.err"
await grep -q WATCHDOG=1 "$WORK/heard"
kill -TERM "$SERVICE"
wait "$TRACER" || { say "NOT a clean end"; cat "$WORK/service.err" >&2; exit 1; }

# The calls that a unit lets pass: those of its sets, without those that a `~` takes away. @default always passes.
permitted() {
    local line sets sign
    { echo @default; grep '^SystemCallFilter=' "deploy/$1" | cut -d= -f2; } | while read -r line; do
        sign=+
        if [ "${line#\~}" != "$line" ]; then sign=-; line=${line#\~}; fi
        read -ra sets <<<"$line"
        for set in "${sets[@]}"; do expand "$set" | sed "s/^/$sign /"; done
    done | awk '$1 == "-" { delete calls[$2]; next } { calls[$2] } END { for (call in calls) print call }' | sort
}
expand() {
    local name
    if [ "${1#@}" = "$1" ]; then echo "$1"; return; fi
    systemd-analyze syscall-filter "$1" | sed -n 's/^ \{4\}\([-@a-z_0-9]*\)$/\1/p' | while read -r name; do expand "$name"; done
}

# SQLite gives what it makes to the owner of the database, but only as root, which the unit's user is not (os_unix.c).
OF_ROOT=
if [ "$(id -u)" -eq 0 ]; then OF_ROOT=fchown; fi

RESULT=0
for pair in service:scharnier.service backup:scharnier-backup.service; do
    file=$WORK/${pair%%:*}.calls unit=${pair#*:}
    sed -n 's/^[0-9]* *\([a-z_0-9]*\)(.*/\1/p' "$file" | grep -vxe "${OF_ROOT:--}" | sort -u >"$WORK/made"
    permitted "$unit" >"$WORK/permitted"
    say "$unit: $(wc -l <"$WORK/made") different system calls made, $(wc -l <"$WORK/permitted") permitted"
    refused="$(comm -23 "$WORK/made" "$WORK/permitted")"
    if [ "$(wc -l <"$WORK/made")" -lt 30 ]; then say "NOT: so few calls are no work"; RESULT=1; fi
    if [ -n "$refused" ]; then
        say "NOT permitted by deploy/$unit, yet made: $(tr '\n' ' ' <<<"$refused")"
        RESULT=1
    fi
done
exit "$RESULT"
