#!/usr/bin/env bash
# The long form of the tests that need time: 5,000 acknowledged writes under kill -9, every n-th call failing for n in
# 1…200, 60 power cuts. About ten minutes; .ci/run has the short form.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/prepare.sh

install_packages "${BUILD_PACKAGES[@]}" sqlite3
find_swift
export SCHARNIER_HEAVY=1
swift test --filter 'CrashTests|RepeatTests|ConcurrencyTests|PowerLossTests|FaultTests|BackupTests|RestoreTests|DamageTests|RecoveryTests'
