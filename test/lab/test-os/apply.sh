#!/bin/sh
# Does what a first boot of Flatcar does for Ignition, then reports on the serial port what Ignition made.
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

phone_home() { # the unit that reports that the machine is up, started as systemd would in the new root
  [ -e /sysroot/opt/flatcar/phone-home.sh ] || return
  mkdir /sysroot/usr /sysroot/proc
  mount --bind /usr /sysroot/usr
  mount --bind /proc /sysroot/proc
  for folder in bin lib lib64; do ln -s usr/$folder /sysroot/$folder; done
  unit=/sysroot/etc/systemd/system/flatcar-phone-home.service
  tell "PHONE-HOME"
  chroot /sysroot $(sed -n 's/^ExecStart=//p' $unit) 2>&1
  tell "PHONE-HOME-ENDED $?"
  umount /sysroot/usr /sysroot/proc
  for folder in bin lib lib64; do rm /sysroot/$folder; done
}

while read -r module; do insmod "$module" 2>/dev/null; done </etc/lab-modules
tell MODULES
udevadm trigger
udevadm settle
tell UDEV
[ "$(argument ip)" = off ] || connect
platform=$(argument ignition.platform.id)
platform=${platform:-metal}
tell "START $platform"

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
phone_home
ignite umount
umount /sysroot
echo LAB-DONE
# A cloud shows the console only of a machine that runs, and one with a BMC is switched off through it.
case " $(cat /proc/cmdline) " in
  *" lab.stay "*) while :; do sleep 3600; done ;;
esac
stop
