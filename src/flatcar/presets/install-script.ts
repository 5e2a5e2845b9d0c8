/**
 * A POSIX shell script with values at its head. Its first argument is a folder to take for /, so that it can be
 * tried beside a made-up /proc and /sys. It ends with 2 for what no second try will mend.
 */
export function installScript(values: Record<string, string | number>): string {
  const head = Object.entries(values).map(([name, value]) => `${name}=${quote(`${value}`)}`);
  return `#!/bin/sh
# Installs Flatcar on one disk of this machine, once for each generation, and leaves the others alone.
set -eu
${head.join("\n")}
${body}`;
}

function quote(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const body = `root=\${1:-}
mark=pulumi-flatcar.installed
label="Flatcar of pulumi"
digest=$(sha512sum <"$root$config" | cut -d ' ' -f 1)
work=$(mktemp -d)
mkdir "$work/oem"
trap 'rm -rf "$work"' EXIT

say() { printf '\\n*** %s\\n' "$*"; }

# Tells the pulumi up that waits for this machine, if there is one: how it went, and why. Fails when nobody took it.
tell() {
  [ -n "$report_url" ] || return 1
  printf '%s' "$2" | head -c 2000 >"$work/said"
  for pause in 5 5 5 5 5 5 5 5 5 5 0; do
    if reply=$(curl --silent --show-error --fail-with-body --max-time 60 --noproxy '*' \\
      --header 'Content-Type: application/json' --data-binary "@$root$about" \\
      --url-query "said@$work/said" "$report_url?outcome=$1&config=$digest" 2>&1)
    then return 0; fi
    echo "report to pulumi up: $reply"
    case "$reply" in *"not accepted"* | *"nobody waits"*) return 1 ;; esac
    sleep "$pause"
  done
  return 1
}

about() { lsblk -bdno "$2" "$1" 2>/dev/null | sed 's/^ *//; s/ *$//'; }

all_disks() {
  for disk in $(lsblk -bdnpo NAME | sort); do
    if [ "$(about "$disk" TYPE)" = disk ]; then echo "$disk"; fi
  done
}

# Runs a command in the partition of a disk that is labelled OEM, which an installed Flatcar has.
in_oem() {
  oem=$(lsblk -lnpo NAME,LABEL "$1" | awk '$2 == "OEM" { print $1; exit }')
  [ -n "$oem" ] || return 1
  mount -o "$2" "$oem" "$work/oem" || return 1
  status=0
  (cd "$work/oem" && shift 2 && "$@") || status=$?
  umount "$work/oem"
  return $status
}

# The digest of the config that this generation was installed with on a disk.
installed_on() {
  found=$(in_oem "$1" ro cat "$mark" 2>/dev/null) || return 1
  case "$found" in "$machine $generation "*) echo "\${found##* }" ;; *) return 1 ;; esac
}

# What GRUB adds to the kernel line, and the mark, which comes last.
finish() {
  words="flatcar.config_sha512=$digest"
  if [ -n "$append" ]; then words="$append $words"; fi
  if [ -e grub.cfg ] && grep -q 'linux_append=' grub.cfg; then words="\\$linux_append $words"; fi
  printf 'set linux_append="%s"\\nset linux_console="%s"\\n' "$words" "$console" >>grub.cfg
  echo "$machine $generation $digest" >"$mark.new"
  mv "$mark.new" "$mark"
  sync
}

# Why a disk will not do; nothing for one that will.
why_not() {
  size=$(about "$1" SIZE)
  gb=$((\${size:-0} / 1000000000))
  if [ "$gb" -lt "$min_disk_gb" ]; then echo "$gb GB, needed $min_disk_gb GB"; return; fi
  if lsblk -lno MOUNTPOINT "$1" | grep -q .; then echo "in use: something on it is mounted"; return; fi
  if lsblk -lno TYPE "$1" | grep -qv -e '^disk' -e '^part'; then echo "in use: part of RAID, LVM or encryption"; return; fi
  [ -z "$disk_path" ] || return 0
  if [ "$(about "$1" RM)" = 1 ]; then echo "removable"; return; fi
  if [ "$(about "$1" RO)" = 1 ]; then echo "read-only"; return; fi
  if [ -n "$max_disk_gb" ] && [ "$gb" -gt "$max_disk_gb" ]; then echo "$gb GB, at most $max_disk_gb GB wanted"; return; fi
  case "$(about "$1" MODEL)" in *"$disk_model"*) ;; *) echo "another model"; return ;; esac
  if [ -n "$disk_serial" ] && [ "$(about "$1" SERIAL)" != "$disk_serial" ]; then echo "another serial number"; fi
}

# The disk to install on: the one that is named, or the smallest of those that will do. Of two equal ones always the
# same, whatever order they were found in.
pick() {
  if [ -n "$disk_path" ]; then
    named=$(readlink -f "$root$disk_path" || true)
    if [ "$(about "$named" TYPE)" = disk ] && [ -z "$(why_not "$named")" ]; then echo "$named"; fi
    return
  fi
  for disk in $(all_disks); do
    if [ -z "$(why_not "$disk")" ]; then
      printf '%s %s- %s\\n' "$(about "$disk" SIZE)" "$(about "$disk" SERIAL | tr -s '[:space:]' _)" "$disk"
    fi
  done | sort -k1,1n -k2,2 -k3,3 | awk 'NR == 1 { print $3 }'
}

lacks() {
  cpus=$(nproc)
  if [ "$cpus" -lt "$needed_vcpus" ]; then echo "processors: $cpus, needed $needed_vcpus"; fi
  memory=$(sed -n 's/^MemTotal: *\\([0-9]*\\).*/\\1/p' "$root/proc/meminfo")
  if [ "$memory" -lt "$needed_memory_kib" ]; then echo "memory: $((memory / 1024)) MiB, needed $needed_memory"; fi
  chosen=$(pick)
  for disk in $(all_disks); do
    # Both have the same labels and partition ids, and which of them starts would be chance.
    if [ "$disk" != "$chosen" ] && lsblk -lno PARTLABEL "$disk" | grep -qx USR-A; then
      echo "$disk holds another Flatcar, which would be mixed up with this one: wipe that disk, or install on it"
    fi
  done
  if [ -z "$chosen" ]; then
    echo "no disk will do\${disk_path:+ but $disk_path, and that one not either}"
    for disk in $(all_disks); do
      printf '%s, %s: %s\\n' "$disk" "$(about "$disk" MODEL)" "$(why_not "$disk")"
    done
  fi
}

# Boot entries of the firmware that an earlier run made, or this one.
entries() { efibootmgr | sed -n "s/^Boot\\([0-9A-F]\\{4\\}\\)[* ] *$label.*/\\1/p"; }

# Has the firmware start from the disk once, whatever its order is; fails where that cannot be said.
next_from() {
  [ -d "$root/sys/firmware/efi" ] && command -v efibootmgr >/dev/null || return 1
  for old in $(entries); do efibootmgr --quiet --bootnum "$old" --delete-bootnum; done
  efibootmgr --quiet --create-only --disk "$1" --part 1 --loader "\\\\EFI\\\\boot\\\\$loader" --label "$label" || return 1
  new=$(entries | head -n 1)
  # Last in the order, for firmware that lists no disks by itself.
  order=$(efibootmgr | sed -n 's/^BootOrder: *//p')
  efibootmgr --quiet --bootorder "\${order:+$order,}$new" || true
  efibootmgr --quiet --bootnext "$new"
}

for disk in $(all_disks); do
  if found=$(installed_on "$disk"); then
    say "generation $generation is installed on $disk already; nothing was written"
    digest=$found
    taken=0
    tell installed "" || taken=$?
    if next_from "$disk" || [ "$taken" = 0 ]; then systemctl reboot; exit; fi
    say "this firmware boots from the network first: let it boot from its disk"
    exit
  fi
done

missing=$(lacks)
if [ -n "$missing" ]; then
  say "NOT INSTALLED: this machine does not meet profile \\"$profile\\"; nothing was written"
  printf '%s\\n\\n' "$missing" | sed 's/^/    /'
  tell refused "$missing" || true
  exit 2
fi

disk=$(pick)
say "installing generation $generation on $disk, $(about "$disk" MODEL) $(about "$disk" SERIAL)"
set -- -d "$disk" -i "$root$config" -V "$version" -o ''
if [ -n "$releases_url" ]; then set -- "$@" -b "$releases_url"; else set -- "$@" -C "$channel"; fi
if [ -n "$signing_key" ]; then set -- "$@" -k "$root$signing_key"; fi
if ! flatcar-install "$@" >"$work/log" 2>&1; then
  cat "$work/log"
  # What it does to the disk after a failure is not why it failed.
  tell failed "$(grep -v -e 'bytes were erased' -e 'calling ioctl' "$work/log" | tail -n 4)" || true
  exit 1
fi
cat "$work/log"
if ! in_oem "$disk" rw finish; then
  # Without its mark it would install again, and again.
  say "installed on $disk, which could not be marked; the machine was not started from it"
  tell refused "what was written to $disk could not be marked as installed" || true
  exit 2
fi
say "installed; the machine starts from $disk now"
tell installed "" || true
next_from "$disk" || true
systemctl reboot
`;
