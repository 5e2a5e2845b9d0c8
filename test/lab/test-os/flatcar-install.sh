#!/bin/sh
# Stands in for Flatcar's flatcar-install: its flags as far as a machine's config can come to use them, and its behaviour.
# It asks for the signature and cannot check it, for the test system has no OpenPGP.
set -eu
set -o pipefail

fail() {
  echo "flatcar-install: $*" >&2
  exit 1
}

device= config= version=current channel=stable board=amd64-usr oem= mirror= key=
while getopts d:i:V:C:B:o:b:k: flag; do
  case $flag in
    d) device=$OPTARG ;;
    i) config=$OPTARG ;;
    V) version=$OPTARG ;;
    C) channel=$OPTARG ;;
    B) board=$OPTARG ;;
    o) oem=$OPTARG ;;
    b) mirror=${OPTARG%/} ;;
    k) key=$OPTARG ;;
    *) exit 1 ;;
  esac
done

[ -n "$device" ] || fail "no disk was named, -d is missing"
[ "$(lsblk -dno TYPE "$device" 2>/dev/null)" = disk ] || fail "$device is not a whole disk"
[ -z "$config" ] || [ -f "$config" ] || fail "there is no config $config"
[ -z "$key" ] || [ -f "$key" ] || fail "there is no key $key"

releases=${mirror:-https://$channel.release.flatcar-linux.net/$board}
if [ "$version" = current ]; then
  version=$(curl -sf "$releases/current/version.txt" | sed -n 's/^FLATCAR_VERSION=//p') || true
  [ -n "$version" ] || fail "no version.txt below $releases/current"
fi
release=$releases/$version
image=$release/flatcar_production_${oem:+${oem}_}image.bin.bz2
for file in "$image" "$image.sig"; do
  curl -sfI "$file" >/dev/null || fail "$file is not there"
done

# From here on the disk is not what it was: after a failure nobody shall take it for an installed one.
trap 'wipefs -qa "$device"; echo "flatcar-install: $device was not written in full" >&2' EXIT
curl -sSf "$image" | bunzip2 | dd of="$device" bs=1M conv=notrunc,fsync 2>/dev/null
blockdev --rereadpt "$device"
udevadm settle

place=$(mktemp -d)
in_partition() { # a command in the partition with a label
  mount "$(lsblk -lnpo NAME,LABEL "$device" | awk -v label="$1" '$2 == label { print $1 }')" "$place"
  (cd "$place" && shift && "$@")
  umount "$place"
}

# What Flatcar's image has already.
add_system() {
  curl -sSf -o flatcar/vmlinuz-a "$release/flatcar_production_pxe.vmlinuz"
  curl -sSf -o flatcar/initrd-a "$release/flatcar_production_pxe_image.cpio.gz"
}
in_partition EFI-SYSTEM add_system
[ -z "$config" ] || in_partition OEM cp "$config" config.ign
trap - EXIT
echo "flatcar-install: $version is installed on $device"
