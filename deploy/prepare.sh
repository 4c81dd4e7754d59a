# Sourced by run.sh and test.sh: installs Debian packages that are missing, and finds a Swift toolchain.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

# Installs those of the named Debian packages that are not there yet.
install_packages() {
    local missing=()
    local package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Installing Debian packages: ${missing[*]}"
    local root=()
    if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
    "${root[@]}" apt-get -qq update >/dev/null
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# libncurses6 and libxml2 are what the toolchain itself is linked with.
BUILD_PACKAGES=(
    build-essential ca-certificates curl git libncurses6 libsqlite3-dev libssl-dev libstemmer-dev libxml2 pkg-config tzdata zlib1g-dev
)

# Puts `swift` into PATH: from PATH, SWIFT_HOME or /opt/swift.
find_swift() {
    local home
    for home in "${SWIFT_HOME:-}" /opt/swift; do
        if ! command -v swift >/dev/null && [ -n "$home" ] && [ -x "$home/usr/bin/swift" ]; then
            PATH="$home/usr/bin:$PATH"
        fi
    done
    if ! command -v swift >/dev/null; then
        say "No Swift toolchain found. Install Swift 6.2 or later for Debian 12 from https://www.swift.org/install/linux/,"
        say "check its signature as described there, and set SWIFT_HOME to the unpacked directory."
        exit 69
    fi
}

# For scripts that send more requests than anybody else does.
lift_quotas() {
    export SCHARNIER_QUOTA_ANONYMOUS=0 SCHARNIER_QUOTA_TOKEN=0 SCHARNIER_QUOTA_WRITE=0 SCHARNIER_QUOTA_FAILURES=0
}
