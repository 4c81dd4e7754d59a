#!/usr/bin/env bash
# Measures TLS against nginx on this machine: CPU of the server per request and per full handshake, and memory per
# idle connection. Both serve the same small answer with the same certificate (ECDSA P-256), suite and curve, in one
# run, in turns; of each figure the least of the rounds counts, for whatever else runs here can only add.
#
# usage: deploy/measure/tls.sh [rounds]      SCHARNIER_BINARY names a release build; else one is made
set -euo pipefail
cd "$(dirname "$0")/../.."
. deploy/prepare.sh
lift_quotas
install_packages "${BUILD_PACKAGES[@]}" bc nginx openssl wrk
ROUNDS="${1:-3}"
SECONDS_EACH=3
IDLE=1000
BINARY="${SCHARNIER_BINARY:-}"
if [ -z "$BINARY" ]; then
    find_swift
    swift build -c release --product scharnier --static-swift-stdlib >&2
    BINARY="$(swift build -c release --show-bin-path)/scharnier"
fi
WORK="$(mktemp -d)"
OWN= NGINX=
trap 'kill $OWN $NGINX 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$WORK"' EXIT

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$WORK/key" -out "$WORK/crt" 2>/dev/null
chmod 600 "$WORK/key"
"$BINARY" init --db "$WORK/city.sqlite" >/dev/null 2>&1
serve() { # port, more words
    local port=$1; shift
    "$BINARY" serve --db "$WORK/city.sqlite" --listen "127.0.0.1:$port" --connections 8192 \
        --connections-per-address 8192 --requests-per-connection 1000000 --event-loops 1 --log-level warning \
        "$@" 2>"$WORK/log" &
    OWN=$!
    local scheme=http; [ $# -eq 0 ] || scheme=https
    for _ in $(seq 100); do curl -kfsS "$scheme://127.0.0.1:$port/healthz" >/dev/null 2>&1 && return; sleep 0.1; done
    cat "$WORK/log" >&2; exit 1
}
serve 18443 --tls-cert "$WORK/crt" --tls-key "$WORK/key"

# The same octets from nginx.
curl -ksS -D "$WORK/head" https://127.0.0.1:18443/healthz -o "$WORK/body"
fields="$(tr -d '\r' < "$WORK/head" | grep -viE '^(HTTP|date|content-length|content-type|connection)|^$' |
    sed -E "s/^([^:]+): (.*)$/add_header \1 '\2';/")"
type="$(tr -d '\r' < "$WORK/head" | sed -nE 's/^content-type: //Ip')"
cat > "$WORK/nginx.conf" <<CONF
daemon off; master_process off; worker_processes 1; pid $WORK/pid; error_log $WORK/error crit;
events { worker_connections 8192; }
http {
    access_log off; keepalive_requests 1000000; server_tokens off; default_type '$type';
    client_body_temp_path $WORK/t1; proxy_temp_path $WORK/t2; fastcgi_temp_path $WORK/t3;
    uwsgi_temp_path $WORK/t4; scgi_temp_path $WORK/t5;
    server {
        listen 127.0.0.1:19443 ssl; listen 127.0.0.1:19080;
        ssl_certificate $WORK/crt; ssl_certificate_key $WORK/key; ssl_protocols TLSv1.3;
        ssl_ecdh_curve X25519:P-256:P-384; ssl_prefer_server_ciphers on;
        ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256;
        location = /healthz { $fields return 200 '$(cat "$WORK/body")'; }
    }
}
CONF
"$(command -v nginx || echo /usr/sbin/nginx)" -c "$WORK/nginx.conf" 2>/dev/null &
NGINX=$!
for _ in $(seq 50); do curl -kfsS https://127.0.0.1:19443/healthz >/dev/null 2>&1 && break; sleep 0.1; done

ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
least() { sort -g "$1" | head -1; }
# CPU microseconds of a process per unit of what a command counts.
cpu() { # file, process, command…
    local file=$1 process=$2 before count; shift 2
    before="$(ticks "$process")"
    count="$("$@")"
    bc <<<"scale=2; ($(ticks "$process") - $before) * 10000 / $count" >> "$file"
}
requests() { wrk -t1 -c16 -d"${SECONDS_EACH}s" "$1" | awk '/requests in/ {print $1}'; }
handshakes() {
    openssl s_time -connect "127.0.0.1:$1" -new -time "$SECONDS_EACH" 2>/dev/null |
        awk '/connections in .* real seconds/ {print $1}'
}
for _ in $(seq "$ROUNDS"); do
    cpu "$WORK/own.request" "$OWN" requests https://127.0.0.1:18443/healthz
    cpu "$WORK/nginx.request" "$NGINX" requests https://127.0.0.1:19443/healthz
    cpu "$WORK/own.handshake" "$OWN" handshakes 18443
    cpu "$WORK/nginx.handshake" "$NGINX" handshakes 19443
done
tell() { # title, file, unit
    local own nginx
    own="$(least "$WORK/own.$2")" nginx="$(least "$WORK/nginx.$2")"
    printf '%-34s own %8s  nginx %8s %s  ratio %s\n' "$1" "$own" "$nginx" "$3" "$(bc <<<"scale=2; $own / $nginx")"
}
tell 'TLS 1.3, request on an open connection' request 'µs'
tell 'TLS 1.3, full handshake' handshake 'µs'

# Connections that are open after their handshake and say nothing yet.
echo 'function delay() return 60000 end' > "$WORK/idle.lua"
memory() { awk '/VmRSS/ {print $2}' "/proc/$1/status"; }
idle() { # file, process, port
    local before; before="$(memory "$2")"
    wrk -t1 -c"$IDLE" -d8s -s "$WORK/idle.lua" "https://127.0.0.1:$3/healthz" >/dev/null 2>&1 &
    local load=$!
    sleep 6
    bc <<<"scale=2; ($(memory "$2") - $before) / $IDLE" >> "$1"
    kill "$load" 2>/dev/null || true
    wait "$load" 2>/dev/null || true
}
# Fresh processes: what the load above has left would hide what a connection takes.
kill "$OWN" && wait "$OWN" 2>/dev/null || true
serve 18444 --tls-cert "$WORK/crt" --tls-key "$WORK/key"
kill "$NGINX" && wait "$NGINX" 2>/dev/null || true
"$(command -v nginx || echo /usr/sbin/nginx)" -c "$WORK/nginx.conf" 2>/dev/null &
NGINX=$!
sleep 1
idle "$WORK/own.idle" "$OWN" 18444
idle "$WORK/nginx.idle" "$NGINX" 19443
tell "memory of an idle connection" idle 'KB'
