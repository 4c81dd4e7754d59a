#!/bin/sh
# Checks openapi.yaml: valid OpenAPI 3.1, every example valid against its schema, and the house rules.
#
# Usage: deploy/check-contract.sh [FILE]      exit code 0: no findings, 1: findings, 2: the check cannot run
# Needs python3 with venv (Debian: python3-venv) and, the first time only, a package index.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
tools="$root/deploy/contract"
venv="$root/.build-tools/venv"

# The pinned packages may be installed already; then nothing is fetched.
if python3 "$tools/requirements.py" 2>/dev/null; then
    python=python3
else
    python="$venv/bin/python"
    if ! "$python" "$tools/requirements.py" 2>/dev/null; then
        mkdir -p "$root/.build-tools"
        python3 -m venv "$venv" || exit 2
        "$python" -m pip install --quiet --disable-pip-version-check -r "$tools/requirements.txt" || exit 2
    fi
fi

exec "$python" "$tools/check.py" "${1:-$root/openapi.yaml}"
