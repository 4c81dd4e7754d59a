#!/usr/bin/env bash
# One command on a fresh Debian 12 with a Swift toolchain: builds Scharnier, creates a demo city, starts the server
# on 127.0.0.1:8080 and plays the main job with curl, through HTTP only. Nothing is written outside this directory.
#
#   deploy/run.sh           leaves the server running
#   deploy/run.sh --once    stops it at the end
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh

ONCE=no
PORT="${SCHARNIER_PORT:-8080}"
for argument in "$@"; do
    case "$argument" in
        --once) ONCE=yes ;;
        *) say "usage: deploy/run.sh [--once]"; exit 64 ;;
    esac
done

install_packages "${BUILD_PACKAGES[@]}" jq
find_swift

say "== Building a release"
SCHARNIER_COMMIT="$(git rev-parse --short=12 HEAD 2>/dev/null || true)"
export SCHARNIER_COMMIT
swift build -c release --product scharnier --static-swift-stdlib >&2
BINARY="$(swift build -c release --show-bin-path)/scharnier"
# These are for this script; the server would warn of variables that set nothing.
unset SCHARNIER_COMMIT SCHARNIER_PORT

# An earlier run may still be serving: it is ours if its process runs this binary.
stop_server() {
    local pid
    pid="$(cat demo/server.pid 2>/dev/null || true)"
    if [ -n "$pid" ] && [ "$(readlink "/proc/$pid/exe" 2>/dev/null || true)" = "$(readlink -f "$BINARY")" ]; then
        kill -TERM "$pid"
        while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    fi
    rm -f demo/server.pid
}
mkdir -p demo
chmod 700 demo
stop_server
rm -f demo/city.sqlite demo/city.sqlite-* demo/city.sqlite.* demo/tokens

# A demo may lie where a city should not: in some containers all files are behind FUSE.
export SCHARNIER_ALLOW_NETWORK_FS=true

say "== Creating a demo city"
(umask 077; "$BINARY" init --demo --db demo/city.sqlite > demo/tokens)

say "== Starting the server"
"$BINARY" serve --db demo/city.sqlite --listen "127.0.0.1:$PORT" < /dev/null > /dev/null 2> demo/server.log &
echo $! > demo/server.pid
# Whatever fails from here on stops the server; a good end leaves it running.
trap 'code=$?; [ "$code" -eq 0 ] || stop_server' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
BASE="http://127.0.0.1:$PORT"
for _ in $(seq 100); do
    if curl -fsS "$BASE/readyz" >/dev/null 2>&1; then break; fi
    kill -0 "$(cat demo/server.pid)" 2>/dev/null || { cat demo/server.log >&2; exit 69; }
    sleep 0.1
done
curl -fsS "$BASE/readyz" >/dev/null

. deploy/story.sh
play_story

if [ "$ONCE" = yes ]; then
    stop_server
    say "The server is stopped. Run deploy/run.sh without --once to keep it."
else
    say "The server keeps running at $BASE (process $(cat demo/server.pid), log in demo/server.log)."
    say "Stop it with: kill $(cat demo/server.pid)"
fi
