#!/usr/bin/env bash
# Measures a release build on this machine: CPU per request of the common reads, and how group commit scales.
# Only ratios within one run mean anything on a shared machine. Needs wrk.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
install_packages "${BUILD_PACKAGES[@]}" bc jq wrk
find_swift
swift build -c release --product scharnier --static-swift-stdlib >&2
BINARY="$(swift build -c release --show-bin-path)/scharnier"
WORK="$(mktemp -d)"
trap 'kill "$SERVER" 2>/dev/null || true; rm -rf "$WORK"' EXIT

"$BINARY" init --demo --db "$WORK/city.sqlite" > "$WORK/tokens" 2>/dev/null
"$BINARY" serve --db "$WORK/city.sqlite" --listen 127.0.0.1:18080 2> "$WORK/log" &
SERVER=$!
BASE=http://127.0.0.1:18080
until curl -fsS "$BASE/readyz" >/dev/null 2>&1; do sleep 0.1; done
TOKEN="$(awk -F'\t' '$1 == "carrier" {print $3}' "$WORK/tokens")"
CITY="$(awk -F'\t' '$1 == "city_admin" {print $3}' "$WORK/tokens")"
export TOKEN

# CPU microseconds of the server per request, from /proc.
cpu_per_request() {
    local before after count
    before="$(awk '{print $14 + $15}' "/proc/$SERVER/stat")"
    count="$(wrk -t1 -c8 -d5s "$@" | awk '/requests in/ {print $1}')"
    after="$(awk '{print $14 + $15}' "/proc/$SERVER/stat")"
    printf '%s µs CPU\n' "$(bc <<<"scale=1; ($after - $before) * 10000 / $count")"
}

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

for path in /healthz "/v1/needs/$id" '/v1/needs?limit=50' '/v1/needs?limit=20'; do
    printf '%-48s %7s bytes  ' "GET $path" "$(curl -fsS "$BASE$path" | wc -c)"
    cpu_per_request "$BASE$path"
done
printf '%-48s %7s        ' "GET /v1/needs/{id} with a token" ""
cpu_per_request -H "Authorization: Bearer $TOKEN" "$BASE/v1/needs/$id"

rate() { wrk -t1 -c"$1" -d5s -s deploy/measure/post.lua "$BASE" | awk '/Requests\/sec/ {print $2}'; }
one="$(rate 1)"
many="$(rate 64)"
printf 'POST /v1/needs, synchronous=FULL: 1 connection %s/s, 64 connections %s/s, ratio %s\n' \
    "$one" "$many" "$(bc <<<"scale=1; $many / $one")"
printf 'Memory after all this: %s\n' "$(awk '/VmRSS/ {print $2, $3}' "/proc/$SERVER/status")"
