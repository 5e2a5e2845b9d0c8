#!/bin/sh
# Does what a first boot of Flatcar does for Ignition, then reports on the serial port what Ignition made. Of the units that
# Ignition wrote it starts those that the machine's own presets bring to install itself and to report.
# Every line meant for the test starts with LAB; the fields of the report are separated by tabs.
export PATH=/usr/bin:/usr/sbin
tab=$(printf '\t')

argument() { # the last value of a kernel argument
  tr ' ' '\n' </proc/cmdline | sed -n "s/^$1=//p" | tail -n 1
}

stop() {
  sync
  poweroff -f
}

tell() { # a line with the seconds since the kernel started
  echo "LAB-$1 $(cut -d ' ' -f 1 /proc/uptime)"
}

ignite() { # one stage of Ignition
  ignition --platform="$platform" --stage="$1" --root=/sysroot --log-to-stdout >"/run/$1.log" 2>&1
  code=$?
  tell "STAGE $1 $code"
  [ $code = 0 ] && return
  cat "/run/$1.log"
  echo "LAB-FAILED Ignition's stage $1 ended with $code"
  stop
}

connect() { # every card that has a cable
  ip link set lo up
  for card in /sys/class/net/*; do
    card=${card##*/}
    [ "$card" = lo ] || { ip link set "$card" up && udhcpc -i "$card" -s /etc/lease.sh -q -n -t 10 -T 1 >/dev/null 2>&1; } &
  done
  wait
}

seed() { # what Flatcar's image has before Ignition runs, where it matters for users and hostname
  umask 022
  mkdir -p etc home root var tmp run opt
  [ -e etc/passwd ] && return
  cp /etc/lab-seed/* etc/
  chmod 640 etc/shadow etc/gshadow
  mkdir -p home/core
  chown 500:500 home/core
}

inventory() { # everything below the working directory, one entry a line
  find . -xdev -mindepth 1 -name lost+found -prune -o -print | sort | while read -r path; do
    name=${path#.}
    if [ -L "$path" ]; then
      echo "link$tab$(stat -c '%u:%g' "$path")$tab$(readlink "$path")$tab$name"
    elif [ -d "$path" ]; then
      echo "directory$tab$(stat -c '%a' "$path")$tab$(stat -c '%u:%g' "$path")$tab$name"
    elif [ -f "$path" ]; then
      sum=$(sha256sum "$path")
      echo "file$tab$(stat -c '%a' "$path")$tab$(stat -c '%u:%g' "$path")$tab${sum%% *}$tab$(stat -c %s "$path")$tab$name"
    fi
  done
}

contents() { # of each small file in an inventory
  while IFS="$tab" read -r kind _ _ _ size name; do
    [ "$kind" = file ] && [ "$size" -le 65536 ] && echo "contents$tab$name$tab$(base64 ".$name" | tr -d '\n')"
  done
}

disks() { # every partition and every filesystem
  for device in /sys/class/block/*; do
    device=/dev/${device##*/}
    facts=$(blkid -p -o export "$device" 2>/dev/null | tr '\n' "$tab")
    [ -n "$facts" ] && echo "block$tab$device$tab$facts"
  done
}

in_new_root() { # what a unit of the new root says to start, where and as systemd would start it
  for folder in usr proc sys dev run; do
    mkdir -p /sysroot/$folder
    mount --rbind /$folder /sysroot/$folder
    mount --make-rslave /sysroot/$folder
  done
  for folder in bin sbin lib lib64; do ln -sfn usr/$folder /sysroot/$folder; done
  code=0
  SYSTEMD_IGNORE_CHROOT=1 chroot /sysroot $(sed -n 's/^ExecStart=//p' "$1") 2>&1 || code=$?
  for folder in usr proc sys dev run; do umount -l /sysroot/$folder; done
  for folder in bin sbin lib lib64; do rm /sysroot/$folder; done
  return $code
}

phone_home() { # the unit that reports that the machine is up
  unit=/sysroot/etc/systemd/system/flatcar-phone-home.service
  [ -e $unit ] || return
  tell "PHONE-HOME"
  in_new_root $unit
  tell "PHONE-HOME-ENDED $?"
}

install() { # the unit that installs on a disk; again after a while when it fails, but for what it says is final
  unit=/sysroot/etc/systemd/system/flatcar-installer.service
  [ -e $unit ] || return
  while :; do
    tell "INSTALLER"
    in_new_root $unit
    code=$?
    tell "INSTALLER-ENDED $code"
    [ $code = 0 ] && break
    case " $(sed -n 's/^RestartPreventExitStatus=//p' $unit) " in *" $code "*) break ;; esac
    sleep "$(sed -n 's/^RestartSec=//p' $unit)"
  done
  while [ "$(systemctl is-system-running)" = stopping ]; do sleep 1; done
}

from_disk() { # whether the boot loader of an installed disk started this
  [ "$(argument BOOT_IMAGE)" = /flatcar/vmlinuz-a ]
}

on_partition() { # a command in the partition with a label
  mount /dev/disk/by-label/$1 /mnt || { echo "LAB-FAILED no partition $1"; stop; }
  (cd /mnt && shift && "$@")
  umount /mnt
}

finish() { # there is nothing more to see
  cd /
  umount /sysroot
  echo LAB-DONE
  # A cloud shows the console only of a machine that runs, and one with a BMC is switched off through it.
  case " $(cat /proc/cmdline) " in
    *" lab.stay "*) while :; do sleep 3600; done ;;
  esac
  stop
}

while read -r module; do insmod "$module" 2>/dev/null; done </etc/lab-modules
tell MODULES
mount -t efivarfs efivarfs /sys/firmware/efi/efivars 2>/dev/null
udevadm trigger
udevadm settle
tell UDEV
[ "$(argument ip)" = off ] || connect
platform=$(argument ignition.platform.id)
platform=${platform:-metal}
from_disk && tell "FROM-DISK $(cat /proc/cmdline)"
tell "START $platform"

if from_disk && [ "$(argument flatcar.first_boot)" != detected ]; then
  mount "/dev/disk/by-label/ROOT" /sysroot
  phone_home
  finish
fi

# Flatcar's Ignition reads config.ign of the OEM partition by itself; Ignition as it is has this place for it.
from_disk && on_partition OEM cp config.ign /usr/lib/ignition/user.ign

ignite fetch-offline
ignite fetch
ignite disks
udevadm settle
root=$(argument root)
case $root in
  LABEL=*) mount "/dev/disk/by-label/${root#LABEL=}" /sysroot || { echo "LAB-FAILED no filesystem for root=$root"; stop; } ;;
  *) mount -t tmpfs -o mode=0755 root /sysroot ;;
esac
ignite mount
cd /sysroot || stop
seed
# Users are told in full, changed or not.
inventory | grep -v '/etc/\(passwd\|shadow\|group\)$' >/run/before
tell SEEDED
ignite files

echo 1 >/proc/sys/kernel/printk
inventory | grep -vxFf /run/before >/run/made
{ cat /run/made; contents </run/made; disks; } >/run/report
sum=$(sha256sum /run/report)
tell INVENTORY
echo LAB-REPORT-BEGIN
sed 's/^/LAB /' /run/report
echo "LAB-REPORT-END ${sum%% *}"

check=/sysroot/opt/flatcar/hardware-check.sh
if [ -e $check ]; then
  echo LAB-HARDWARE-BEGIN
  sh $check 2>&1
  echo "LAB-HARDWARE-END $?"
fi
cd /
from_disk && on_partition EFI-SYSTEM rm flatcar/first_boot
install
phone_home
ignite umount
finish
