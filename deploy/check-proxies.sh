#!/usr/bin/env bash
# Starts each proxy of this directory with its sample configuration in front of a fresh demo city, and drives it:
# items, writes, 413, slow clients, forged forwarding headers, smuggling attempts. One exit code.
#
# Of the samples only addresses, names and certificates are changed. SCHARNIER_BINARY names another binary.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh
lift_quotas
install_packages nginx haproxy caddy openssl python3 curl jq

BINARY="${SCHARNIER_BINARY:-.build/debug/scharnier}"
WORK="$(mktemp -d)"
PIDS=()
finish() {
    local pid
    for pid in "${PIDS[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$WORK"
}
trap finish EXIT

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
    -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -keyout "$WORK/api.key" -out "$WORK/api.crt" 2>/dev/null
cat "$WORK/api.crt" "$WORK/api.key" > "$WORK/api.pem"

"$BINARY" init --demo --db "$WORK/city.sqlite" > "$WORK/tokens" 2>/dev/null
"$BINARY" serve --db "$WORK/city.sqlite" --listen 127.0.0.1:0 --metrics-listen 127.0.0.1:0 \
    --trusted-proxies 127.0.0.1 2> "$WORK/log" &
SERVER=$!
PIDS+=("$SERVER")
for _ in $(seq 100); do
    if grep -q '"msg":"serving"' "$WORK/log"; then break; fi
    sleep 0.1
done
read -r API METRICS < <(jq -r 'select(.msg == "serving") | .ports' "$WORK/log")
# Ports that nobody uses at this moment, one for each proxy.
read -r NGINX HAPROXY CADDY ADMIN < <(python3 deploy/proxies/free_ports.py 4)

mkdir "$WORK/nginx"
{
    echo "daemon off; worker_processes 1; pid $WORK/nginx/pid; error_log $WORK/nginx/error.log;"
    echo "events {} http { access_log off; client_body_temp_path $WORK/nginx/body; proxy_temp_path $WORK/nginx/proxy;"
    echo "fastcgi_temp_path $WORK/nginx/f; uwsgi_temp_path $WORK/nginx/u; scgi_temp_path $WORK/nginx/s;"
    sed -e "s#127.0.0.1:8080#127.0.0.1:$API#" -e "s#listen 443 ssl#listen 127.0.0.1:$NGINX ssl#" \
        -e "s#api.example.org#localhost#" -e "s#/etc/ssl/api#$WORK/api#" deploy/nginx.conf
    echo "}"
} > "$WORK/nginx.conf"
sed -e "s#127.0.0.1:8080#127.0.0.1:$API#" -e "s#bind :443#bind 127.0.0.1:$HAPROXY#" \
    -e "s#/etc/ssl/api.pem#$WORK/api.pem#" deploy/haproxy.cfg > "$WORK/haproxy.cfg"
{
    printf '{\n\tadmin 127.0.0.1:%s\n\tauto_https disable_redirects\n\tstorage file_system %s/caddy\n}\n' \
        "$ADMIN" "$WORK"
    sed -e "s#127.0.0.1:8080#127.0.0.1:$API#" \
        -e "s#^api.example.org {#https://localhost:$CADDY {\n\tbind 127.0.0.1\n\ttls $WORK/api.crt $WORK/api.key#" \
        deploy/Caddyfile
} > "$WORK/Caddyfile"

nginx -e "$WORK/nginx/error.log" -c "$WORK/nginx.conf" & PIDS+=($!)
haproxy -q -f "$WORK/haproxy.cfg" & PIDS+=($!)
HOME="$WORK" XDG_CONFIG_HOME="$WORK" caddy run --config "$WORK/Caddyfile" --adapter caddyfile 2> "$WORK/caddy.log" & PIDS+=($!)

RESULT=0
for proxy in "nginx $NGINX" "haproxy $HAPROXY" "caddy $CADDY"; do
    read -r name port <<< "$proxy"
    if ! python3 deploy/proxies/drive.py --name "$name" --port "$port" --certificate "$WORK/api.crt" --api "$API" \
        --metrics "$METRICS" --tokens "$WORK/tokens" --log "$WORK/log"; then
        RESULT=1
        tail -n 5 "$WORK/nginx/error.log" "$WORK/caddy.log" >&2 2>/dev/null || true
    fi
done
kill -0 "$SERVER" || { say "The server did not survive."; RESULT=1; }
exit "$RESULT"
