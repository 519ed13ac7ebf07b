#!/usr/bin/env bash
# Tries the README's commands on a bare Debian 12, as root and as a user without root, and prints how long each took.
# Needs root, debootstrap and the network. Usage: installer/bare_debian.sh [MIRROR], by default the one this machine
# installs from
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mirror=${1:-$(find /etc/apt -name '*.list' -o -name '*.sources' | xargs awk \
    '!found && /^(URIs:|deb) /{for (i = 2; i <= NF; i++) if ($i ~ /^http/) {print $i; found = 1; break}}')}
root=$(mktemp -d)
chmod 755 "$root"

clean_up() {
    mountpoint -q "$root/proc" && umount "$root/proc"
    mountpoint -q "$root/dev" && umount "$root/dev"
    rm -rf --one-file-system "$root"
}
trap clean_up EXIT

inside() {  # inside USER COMMAND…: run it in the bare system with an empty environment
    local user=$1
    shift
    env -i HOME="/home/$user" PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb chroot --userspec="$user" "$root" "$@"
}

timed() {  # timed WHAT COMMAND…: print seconds and exit code, whatever the code is
    local what=$1 started=$SECONDS code=0
    shift
    "$@" || code=$?
    printf '>> %4d s, exit %d: %s\n' $((SECONDS - started)) "$code" "$what"
}

debootstrap --variant=minbase --include=python3,ca-certificates bookworm "$root" "$mirror" >/dev/null
cp /etc/resolv.conf "$root/etc/resolv.conf"
# The host's certificates, date rules and time-outs, where a proxy makes them necessary.
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
printf '[global]\ncert = /etc/ssl/certs/ca-certificates.crt\ntimeout = 180\n' >"$root/etc/pip.conf"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"

chroot "$root" useradd --create-home worker
for home in root home/worker; do
    mkdir -p "$root/$home/消协 文书"
    git -C "$project" archive HEAD | tar -x -C "$root/$home/消协 文书"
done
chroot "$root" chown -R worker: /home/worker
mine="/home/worker/消协 文书/installer/dev.py" roots="/root/消协 文书/installer/dev.py"

timed "run without a display" inside root python3 "$roots" run
timed "user without root: run -- kinds names what is missing" inside worker python3 "$mine" run -- kinds
timed "root: run -- kinds, the first time" inside root python3 "$roots" run -- kinds
timed "root: run -- kinds, again" inside root python3 "$roots" run -- kinds
timed "user without root: test names what is missing" inside worker python3 "$mine" test
timed "root: test, with Qt's libraries and a font to install" inside root python3 "$roots" test
timed "user without root: run -- kinds, the first time" inside worker python3 "$mine" run -- kinds
timed "user without root: test" inside worker python3 "$mine" test
