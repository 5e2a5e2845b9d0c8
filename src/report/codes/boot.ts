import { defineCodes } from "./doc.js";

/** Codes of the boot rules in the compose room: what Ignition accepts and the boot does not. */
export const bootCodes = defineCodes({
  CONTENTS_NOT_GZIP: {
    title: "Contents with compression gzip are gzip",
    explanation:
      "Ignition decompresses what compression names and stops the boot at bytes that are not gzip. Nothing before the boot looks at the bytes, and the machine hangs behind an emergency prompt that no console shows (flatcar/Flatcar#2001).",
  },
  HASH_DIGITS: {
    title: "A digest is made of hexadecimal digits",
    explanation:
      "Beforehand Ignition checks only the length of a digest. At boot it stops at characters that are not hexadecimal, and for configs in merge and replace at upper-case ones too, because it compares those digests as text (coreos/ignition, internal/exec/util/file.go and internal/util/verification.go).",
  },
  HASH_MISMATCH: {
    title: "Inline contents have the hash that is given",
    explanation:
      "The hash covers the decompressed bytes. Ignition compares it for inline bytes too and stops the boot when it differs (Ignition's configuration specification, verification).",
  },
  SOURCE_WITHOUT_HASH: {
    title: "What is fetched has a hash",
    explanation:
      "Whoever can change the answer of the URL, on the server or on the way, decides what runs on the machine; and a changed file makes two machines of one config differ (Ignition's operator notes).",
  },
  DEVICE_NAME_UNSTABLE: {
    title: "A device has a name that stays with it",
    explanation:
      "Names such as /dev/sda and /dev/nvme1n1 follow the order in which the kernel finds disks. They change places with another disk, kernel or instance type, and then the wrong disk is formatted (flatcar/Flatcar#404, flatcar/Flatcar#1845).",
  },
  PATH_IS_MOUNT_POINT: {
    title: "No file or link stands where a filesystem is mounted",
    explanation:
      "Ignition mounts the filesystems before it writes files, so the path is a folder by then; it cannot become a file or link, and the boot stops.",
  },
  PATH_BELOW_FILE: {
    title: "Nothing lies below a file",
    explanation:
      "Only folders hold other paths. Ignition does not compare the paths with each other and stops the boot when it cannot make the folder.",
  },
  PATH_HIDDEN_BY_MOUNT: {
    title: "What is written is not covered by a mount unit",
    explanation:
      "Ignition mounts only filesystems that have a path. Without one it writes to the root disk, and the mount unit later covers what was written: the machine does not see it (Ignition's operator notes).",
  },
  PATH_READ_ONLY: {
    title: "Nothing is written below /usr",
    explanation:
      "Flatcar mounts /usr read-only, verified block by block, and /bin, /sbin, /lib and /lib64 are links into it. Writing there stops the boot (flatcar/Flatcar#434). /usr/share/oem is the old name of the OEM partition and may be written. A mount point there is a warning, because it may exist in the image.",
  },
  PATH_NOT_KEPT: {
    title: "What is written lies on a disk",
    explanation:
      "/run, /tmp, /proc, /sys and /dev are made anew by every boot and cover what Ignition wrote below them (Ignition's operator notes).",
  },
  MOUNT_DROPS_EXTENSIONS: {
    title: "On release 4593, nothing is mounted below /opt and /usr",
    explanation:
      "System extensions such as docker and containerd are merged into /usr and /opt. The systemd of release 4593 can lose them after an update when something else is mounted inside of these folders (flatcar/Flatcar#2111).",
  },
  UNIT_SECTION_HEADER: {
    title: "A section header ends in its line",
    explanation:
      "systemd refuses the whole unit file at a line that starts with [ and does not end with ]; Ignition's reader looks for the ] in the lines below. Of a drop-in only the rest is lost, which is a warning (systemd.syntax).",
  },
  UNIT_LINE_IGNORED: {
    title: "Every line of a unit counts",
    explanation:
      "Options before the first section, and lines that are no option, are left out with a line in the journal only (systemd.syntax).",
  },
  UNIT_SECTION_UNKNOWN: {
    title: "A unit has sections of its kind only",
    explanation:
      "systemd passes over unknown sections with all that is in them, except for a line in the journal. Names that start with X- are meant for other programs (systemd.unit).",
  },
  UNIT_SETTING_MISPLACED: {
    title: "An option stands in a section that has it",
    explanation:
      "Each option belongs to certain sections; elsewhere systemd passes over it with a line in the journal only, as for WantedBy= in [Unit] or Requires= in [Service] (systemd.unit, systemd.service).",
  },
  UNIT_SETTING_MISSPELT: {
    title: "An option is spelt as systemd knows it",
    explanation:
      "systemd passes over options that it does not know with a line in the journal only (systemd.unit).",
  },
  UNIT_SETTING_REQUIRED: {
    title: "A unit has the option that it is made of",
    explanation:
      "systemd refuses to load a mount without What=, a socket without anything to listen on, a timer without a time and a path unit without a path (systemd.mount, systemd.socket, systemd.timer, systemd.path).",
  },
  SERVICE_WITHOUT_COMMAND: {
    title: "A service runs something",
    explanation:
      "systemd refuses to load a service without ExecStart=, unless it has SuccessAction=, or ExecStop= with RemainAfterExit=yes (systemd.service).",
  },
  SERVICE_SEVERAL_COMMANDS: {
    title: "Only a oneshot service has several ExecStart=",
    explanation:
      "Only services of Type=oneshot run several commands; systemd refuses others. A drop-in that replaces ExecStart= must empty it first (systemd.service).",
  },
  SERVICE_RESTART_ONESHOT: {
    title: "A oneshot service is not always restarted",
    explanation:
      "systemd refuses Restart=always and Restart=on-success in a service of Type=oneshot, which would never come to an end (systemd.service).",
  },
  COMMAND_PATH_RELATIVE: {
    title: "A command is an absolute path or a bare name",
    explanation:
      "systemd takes an absolute path, or a name without slash that it looks up. At anything else it refuses the unit; with the prefix -, and in a drop-in, it passes over the line, which is a warning (systemd.service).",
  },
  COMMAND_IN_ETC: {
    title: "A command does not lie below /etc",
    explanation:
      "From release 4757 on /etc is an overlay that is mounted noexec, so nothing in it can be run directly; machines that update themselves reach that release (flatcar/Flatcar#2166).",
  },
  MOUNT_UNIT_NAME: {
    title: "A mount or swap unit is named after its path",
    explanation:
      "systemd refuses a .mount or .automount whose Where=, and a .swap whose What=, is not the path in the unit's name as systemd-escape --path writes it (systemd.mount, systemd.swap).",
  },
  INSTALL_WITHOUT_EFFECT: {
    title: "The [Install] section of an enabled unit does something",
    explanation:
      "Enabling makes the links that WantedBy=, RequiredBy=, UpheldBy= and Alias= ask for, and enables the units of Also=. With none of them nothing happens, and the unit does not start at boot (systemd.unit).",
  },
  PLAIN_SECRET: {
    title: "A secret is passed as a secret",
    explanation:
      "What is not a secret Output can be read in the state file, in the output of previews and often in version control. On most clouds every process of the machine can read the user data as well, so secrets are best fetched after boot (coreos/ignition#1315).",
  },
});
