#!/usr/bin/env bash
# Backs the database up and keeps 7 daily and 3 weekly backups; what is older goes, so that erased data survives for at
# most 30 days (operations.md §9, §11). Started by scharnier-backup.timer once a day, or by hand:
#
#   deploy/backup.sh DATABASE DIRECTORY
#
# On Sundays the backup is a weekly one and is restored for a trial.
set -euo pipefail
umask 077

DATABASE="${1:-${SCHARNIER_DB:-}}"
DIRECTORY="${2:-${SCHARNIER_BACKUPS:-}}"
BINARY="${SCHARNIER_BINARY:-scharnier}"
NOW="${SCHARNIER_BACKUP_TIME:-now}"   # another moment, for tests
if [ -z "$DATABASE" ] || [ -z "$DIRECTORY" ]; then
    echo "usage: backup.sh DATABASE DIRECTORY" >&2
    exit 64
fi
mkdir -p "$DIRECTORY"

# Two runs at a time would remove each other's unfinished backups.
exec 9>"$DIRECTORY/.lock"
flock -n 9 || { echo "backup.sh: another run has not ended yet ($DIRECTORY)" >&2; exit 75; }

# What a run that was killed has left.
rm -rf -- "$DIRECTORY"/*.part-* "$DIRECTORY"/*.trial-*

STAMP="$(date -u -d "$NOW" +%Y%m%dT%H%M%SZ)"
if [ "$(date -u -d "$NOW" +%u)" = 7 ]; then
    "$BINARY" backup "$DIRECTORY/weekly-$STAMP" --db "$DATABASE" --verify
else
    "$BINARY" backup "$DIRECTORY/daily-$STAMP" --db "$DATABASE"
fi

# A name from the future says that the clock is wrong, or was: then nothing shows what is old, and nothing is removed.
FUTURE="$(find "$DIRECTORY" -maxdepth 1 -type d \( -name 'daily-*Z' -o -name 'weekly-*Z' \) -printf '%f\n' |
    awk -v now="$STAMP" '{ stamp = $0; sub(/^[a-z]*-/, "", stamp); if (stamp > now) print }' | sort)"
if [ -n "$FUTURE" ]; then
    echo "backup.sh: from the future, so no old backup is removed; check the clock, then remove these: $FUTURE" >&2
    exit 1
fi

# Names sort by time; nothing is removed before the new one is there.
keep() {
    local kind="$1" count="$2" old
    find "$DIRECTORY" -maxdepth 1 -type d -name "$kind-*Z" | sort -r | tail -n "+$((count + 1))" |
        while IFS= read -r old; do rm -rf -- "$old"; done
}
keep daily 7
keep weekly 3
