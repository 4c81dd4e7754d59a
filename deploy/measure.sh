#!/usr/bin/env bash
# Measures a release build on this machine, beside nginx in the same run: CPU per request, how group commit scales,
# start and memory. Only ratios within one run mean anything on a shared machine. Encrypted: deploy/measure/tls.sh;
# under attack and overload: deploy/measure/pressure.sh; parts in one process: swift run -c release ScharnierBench.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
lift_quotas
install_packages "${BUILD_PACKAGES[@]}" bc jq nginx wrk
find_swift
swift build -c release --product scharnier --static-swift-stdlib >&2
swift build -c release --product ScharnierBench >&2
BINARY="$(swift build -c release --show-bin-path)/scharnier"
BENCH="$(swift build -c release --show-bin-path)/ScharnierBench"
WORK="$(mktemp -d)"
SERVER='' NGINX=''
trap 'for pid in $SERVER $NGINX; do kill "$pid" 2>/dev/null || true; done; wait; rm -rf "$WORK"' EXIT
BASE=http://127.0.0.1:18080
PEER=http://127.0.0.1:18081

wait_for() { for _ in $(seq 200); do curl -fs "$1" >/dev/null && return 0; sleep 0.02; done; echo "no answer: $1" >&2; exit 1; }
serve() { "$BINARY" serve --db "$1" --listen 127.0.0.1:18080 2>>"$WORK/log" & SERVER=$!; wait_for "$BASE/readyz"; }
stop() { kill "$SERVER"; wait "$SERVER" || true; SERVER=''; }
resident() { awk -v name="$1" '$1 == name":" {printf "%.1f MB", $2 / 1024}' "/proc/$SERVER/status"; }

# CPU microseconds of some processes per request.
ticks() { for pid in "$@"; do awk '{print $14 + $15}' "/proc/$pid/stat"; done | paste -sd+ | bc; }
cpu_per_request() {
    local pids="$1" before count
    shift
    # shellcheck disable=SC2086
    before="$(ticks $pids)"
    count="$(wrk -t1 -c8 -d4s "$@" | awk '/requests in/ {print $1}')"
    # shellcheck disable=SC2086
    bc <<<"scale=2; ($(ticks $pids) - $before) * 10000 / $count"
}

# The peer: one worker for each core, as many loops as the server has, and a log as it has one.
mkdir -p "$WORK/nginx"
cat >"$WORK/nginx/nginx.conf" <<CONF
worker_processes auto; daemon off; pid $WORK/nginx/pid; error_log $WORK/nginx/error.log;
events { worker_connections 1024; }
http { access_log $WORK/nginx/access.log; keepalive_requests 1000000;
  server { listen 127.0.0.1:18081;
    location / { default_type application/json; return 200 '{"status":"ok"}'; } } }
CONF
nginx -p "$WORK/nginx" -c "$WORK/nginx/nginx.conf" & NGINX=$!
wait_for "$PEER/"

"$BINARY" init --demo --db "$WORK/city.sqlite" >"$WORK/tokens" 2>/dev/null
serve "$WORK/city.sqlite"
echo "memory, idle: $(resident VmRSS)"
TOKEN="$(awk -F'\t' '$1 == "carrier" {print $3}' "$WORK/tokens")"
CITY="$(awk -F'\t' '$1 == "city_admin" {print $3}' "$WORK/tokens")"
export TOKEN

workers="$(pgrep -P "$NGINX" | paste -sd' ')"
for _ in 1 2 3; do
    own="$(cpu_per_request "$SERVER" "$BASE/healthz")"
    peer="$(cpu_per_request "$workers" "$PEER/")"
    echo "GET /healthz $own µs, nginx return 200 $peer µs, ratio $(bc <<<"scale=2; $own / $peer")"
done

# Sixty short needs, so that the list has fifty of a usual size.
area="$(curl -fsS "$BASE/v1/areas?code=ar-nordmarkt" | jq -r '.items[0].id')"
post() { curl -fsS -H "Authorization: Bearer $1" -H 'Content-Type: application/json' "$BASE$2" -d "$3"; }
for number in $(seq 60); do
    id="$(post "$TOKEN" /v1/needs "{\"title\":\"Lesepaten $number\",\"text\":\"Wir lesen mit Kindern und suchen Menschen dafür.\",
        \"horizon\":\"acute\",\"needed_by_on\":\"$(date -d '+30 days' +%F)\",\"beneficiary_area_ids\":[\"$area\"],
        \"items\":[{\"kind\":\"volunteering\",\"title\":\"Lesepaten\",\"quantity\":4,\"unit\":\"person\"}]}" | jq -r .id)"
    post "$TOKEN" "/v1/needs/$id/transitions" '{"event":"submit"}' >/dev/null
    post "$CITY" "/v1/needs/$id/transitions" '{"event":"publish"}' >/dev/null
done
for path in "/v1/needs/$id" '/v1/needs?limit=50' '/v1/needs?limit=20'; do
    echo "GET $path, $(curl -fsS "$BASE$path" | wc -c) bytes: $(cpu_per_request "$SERVER" "$BASE$path") µs"
done
echo "GET /v1/needs/{id} by its own carrier: $(cpu_per_request "$SERVER" -H "Authorization: Bearer $TOKEN" "$BASE/v1/needs/$id") µs"
OTHER="$(awk -F'\t' '$1 == "company" {print $3}' "$WORK/tokens")"
echo "GET /v1/needs/{id} with another's token: $(cpu_per_request "$SERVER" -H "Authorization: Bearer $OTHER" "$BASE/v1/needs/$id") µs"

# In turns, so that whatever else the machine and its disk do meets both alike.
created() { wrk -t1 -c"$1" -d2s -s deploy/measure/post.lua "$BASE" | awk '/Requests\/sec/ {print $2}'; }
ones=() manies=()
for _ in 1 2 3 4 5 6 7 8 9; do
    ones+=("$(created 1)") manies+=("$(created 64)")
done
median() { printf '%s\n' "$@" | sort -n | awk '{value[NR] = $1} END {print value[int((NR + 1) / 2)]}'; }
ratios=()
for index in "${!ones[@]}"; do ratios+=("$(bc <<<"scale=2; ${manies[$index]} / ${ones[$index]}")"); done
echo "POST /v1/needs, synchronous=FULL, median of 9: 1 connection $(median "${ones[@]}")/s, 64 connections" \
    "$(median "${manies[@]}")/s, ratio $(median "${ratios[@]}") (${ratios[*]})"
echo "memory after all this: $(resident VmRSS), at most $(resident VmHWM)"
stop

"$BENCH" --needs 20000 --seed "$WORK/large.sqlite" >/dev/null
for _ in 1 2 3; do
    start="$(date +%s%N)"
    "$BINARY" serve --db "$WORK/large.sqlite" --listen 127.0.0.1:18080 2>>"$WORK/log" & SERVER=$!
    until curl -fs "$BASE/readyz" >/dev/null; do :; done
    echo "20,000 needs: first 200 after $((($(date +%s%N) - start) / 1000000)) ms, $(resident VmRSS)"
    wrk -t1 -c64 -d3s "$BASE/v1/needs?limit=50" >/dev/null
    echo "20,000 needs: memory under load $(resident VmHWM)"
    stop
done
strip -o "$WORK/stripped" "$BINARY"
echo "stripped binary: $(($(stat -c %s "$WORK/stripped") / 1000)) kB"
