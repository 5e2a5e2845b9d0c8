import { defineCodes } from "./doc.js";

/** Codes of the boot rules in the compose room: what Ignition accepts and the boot does not. */
export const bootCodes = defineCodes({
  CONTENTS_NOT_GZIP: {
    title: "bytes that are not gzip under compression gzip",
    explanation:
      "Ignition decompresses what compression names and stops the boot at bytes that are not gzip. Nothing before the boot looks at the bytes, and the machine hangs behind an emergency prompt that no console shows (flatcar/Flatcar#2001).",
  },
  HASH_DIGITS: {
    title: "a digest that no bytes have",
    explanation:
      "Beforehand Ignition checks only the length of a digest. At boot it stops at characters that are not hexadecimal, and for configs in merge and replace at upper-case ones too, because it compares those digests as text (coreos/ignition, internal/exec/util/file.go and internal/util/verification.go).",
  },
  HASH_MISMATCH: {
    title: "inline bytes with another hash",
    explanation:
      "The hash covers the decompressed bytes. Ignition compares it for inline bytes too and stops the boot when it differs (Ignition's configuration specification, verification).",
  },
  SOURCE_WITHOUT_HASH: {
    title: "something is fetched without a hash",
    explanation:
      "Whoever can change the answer of the URL, on the server or on the way, decides what runs on the machine; and a changed file makes two machines of one config differ (Ignition's operator notes).",
  },
  DEVICE_NAME_UNSTABLE: {
    title: "a device name that moves",
    explanation:
      "Names such as /dev/sda and /dev/nvme1n1 follow the order in which the kernel finds disks. They change places with another disk, kernel or instance type, and then the wrong disk is formatted (flatcar/Flatcar#404, flatcar/Flatcar#1845).",
  },
  PATH_IS_MOUNT_POINT: {
    title: "a file or link where a filesystem is mounted",
    explanation:
      "Ignition mounts the filesystems before it writes files, so the path is a folder by then; it cannot become a file or link, and the boot stops.",
  },
  PATH_BELOW_FILE: {
    title: "a path below a file",
    explanation:
      "Only folders hold other paths. Ignition does not compare the paths with each other and stops the boot when it cannot make the folder.",
  },
  PATH_HIDDEN_BY_MOUNT: {
    title: "a path that a mount unit covers",
    explanation:
      "Ignition mounts only filesystems that have a path. Without one it writes to the root disk, and the mount unit later covers what was written: the machine does not see it (Ignition's operator notes).",
  },
  PATH_READ_ONLY: {
    title: "a path below /usr",
    explanation:
      "Flatcar mounts /usr read-only, verified block by block, and /bin, /sbin, /lib and /lib64 are links into it. Writing there stops the boot (flatcar/Flatcar#434). /usr/share/oem is the old name of the OEM partition and may be written.",
  },
  PATH_NOT_KEPT: {
    title: "a path that is not on the disk",
    explanation:
      "/run, /tmp, /proc, /sys and /dev are made anew by every boot and cover what Ignition wrote below them (Ignition's operator notes).",
  },
  MOUNT_DROPS_EXTENSIONS: {
    title: "a mount below /opt or /usr on release 4593",
    explanation:
      "System extensions such as docker and containerd are merged into /usr and /opt. The systemd of release 4593 can lose them after an update when something else is mounted inside of these folders (flatcar/Flatcar#2111).",
  },
  UNIT_SECTION_HEADER: {
    title: "a section header that does not end",
    explanation:
      "systemd refuses the whole unit file at a line that starts with [ and does not end with ]; Ignition's reader looks for the ] in the lines below (systemd.syntax).",
  },
  UNIT_LINE_IGNORED: {
    title: "a line that systemd passes over",
    explanation:
      "Options before the first section, and lines that are no option, are left out with a line in the journal only (systemd.syntax).",
  },
  UNIT_SECTION_UNKNOWN: {
    title: "a section that this kind of unit does not have",
    explanation:
      "systemd passes over unknown sections with all that is in them, except for a line in the journal. Names that start with X- are meant for other programs (systemd.unit).",
  },
  UNIT_SETTING_MISPLACED: {
    title: "an option in the wrong section",
    explanation:
      "Each option belongs to certain sections; elsewhere systemd passes over it with a line in the journal only, as for WantedBy= in [Unit] or Requires= in [Service] (systemd.unit, systemd.service).",
  },
  UNIT_SETTING_MISSPELT: {
    title: "an option that is a slip of a known one",
    explanation:
      "systemd passes over options that it does not know with a line in the journal only (systemd.unit).",
  },
  UNIT_SETTING_REQUIRED: {
    title: "a unit without the option that it is made of",
    explanation:
      "systemd refuses to load a mount without What=, a socket without anything to listen on, a timer without a time and a path unit without a path (systemd.mount, systemd.socket, systemd.timer, systemd.path).",
  },
  SERVICE_WITHOUT_COMMAND: {
    title: "a service that runs nothing",
    explanation:
      "systemd refuses to load a service without ExecStart=, unless it has SuccessAction=, or ExecStop= with RemainAfterExit=yes (systemd.service).",
  },
  SERVICE_SEVERAL_COMMANDS: {
    title: "several ExecStart= in a service that is not oneshot",
    explanation:
      "Only services of Type=oneshot run several commands; systemd refuses others. A drop-in that replaces ExecStart= must empty it first (systemd.service).",
  },
  SERVICE_RESTART_ONESHOT: {
    title: "a oneshot service that is always restarted",
    explanation:
      "systemd refuses Restart=always and Restart=on-success in a service of Type=oneshot, which would never come to an end (systemd.service).",
  },
  COMMAND_PATH_RELATIVE: {
    title: "a command with a relative path",
    explanation:
      "systemd takes an absolute path, or a name without slash that it looks up. At anything else it refuses the unit; with the prefix - it passes over the line (systemd.service).",
  },
  COMMAND_IN_ETC: {
    title: "a command below /etc",
    explanation:
      "From release 4757 on /etc is an overlay that is mounted noexec, so nothing in it can be run directly; machines that update themselves reach that release (flatcar/Flatcar#2166).",
  },
  MOUNT_UNIT_NAME: {
    title: "a mount or swap unit with another name than its path",
    explanation:
      "systemd refuses a .mount or .automount whose Where=, and a .swap whose What=, is not the path in the unit's name as systemd-escape --path writes it (systemd.mount, systemd.swap).",
  },
  INSTALL_WITHOUT_EFFECT: {
    title: "enabling a unit that says nothing of it",
    explanation:
      "Enabling makes the links that WantedBy=, RequiredBy=, UpheldBy= and Alias= ask for, and enables the units of Also=. With none of them nothing happens, and the unit does not start at boot (systemd.unit).",
  },
  PLAIN_SECRET: {
    title: "a secret in plain text",
    explanation:
      "What is not a secret Output stands readable in the state file, in the output of previews and often in version control. User data is besides readable by every process on most machines, so secrets are best fetched after boot (coreos/ignition#1315).",
  },
});
