import { mountedByIgnition, mountedByUnits } from "./mount-points.js";
import { isAtOrBelow, nodesOf } from "./nodes.js";
import { type BootRule, majorOf } from "./rule.js";

/** The old name of the OEM partition's mount point, which Ignition on Flatcar takes for `/oem`. */
const oem = "/usr/share/oem";

/** `/usr`, and the links into it. */
const readOnly = ["/usr", "/bin", "/sbin", "/lib", "/lib64"];

/** Made anew at every boot. */
const volatile = ["/run", "/tmp", "/proc", "/sys", "/dev"];

const isReadOnly = (path: string) =>
  !isAtOrBelow(path, oem) && readOnly.some((folder) => isAtOrBelow(path, folder));

/**
 * Raises PATH_READ_ONLY for what is written below /usr, warns with it of mount points there, which
 * must exist in the image, and warns with PATH_NOT_KEPT of what is written below /run and the like.
 */
export const checkSystemPaths: BootRule = (config, report) => {
  for (const { node, path } of nodesOf(config)) {
    if (isReadOnly(node)) {
      report.error(
        "PATH_READ_ONLY",
        path,
        `${JSON.stringify(node)} cannot be written, because /usr is read-only on Flatcar`,
        "put programs below /opt/bin and settings below /etc, or use a system extension",
      );
    }
    const folder = volatile.find((folder) => isAtOrBelow(node, folder));
    if (folder === undefined) continue;
    report.warning(
      "PATH_NOT_KEPT",
      path,
      `${JSON.stringify(node)} is gone when the machine is up, because ${folder} is not on the disk`,
      "use /etc/tmpfiles.d, /etc/sysctl.d or a udev rule, or a path that is on the disk",
    );
  }
  for (const { where, path } of mountedByIgnition(config)) {
    if (!isReadOnly(where)) continue;
    report.warning(
      "PATH_READ_ONLY",
      path,
      `${JSON.stringify(where)} must exist in the image to be a mount point, because /usr is read-only on Flatcar`,
      "mount below /var or /mnt",
    );
  }
};

/** The release whose systemd loses extensions to mounts in the folders that they are merged into. */
const losesExtensions = 4593;

/** Warns with MOUNT_DROPS_EXTENSIONS of mounts below /opt and /usr on the release that has the defect. */
export const checkExtensionMounts: BootRule = (config, report, options) => {
  if (majorOf(options) !== losesExtensions) return;
  for (const { where, path } of [...mountedByIgnition(config), ...mountedByUnits(config)]) {
    if (isAtOrBelow(where, oem)) continue;
    const folder = ["/opt", "/usr"].find((folder) => isAtOrBelow(where, folder));
    if (folder === undefined) continue;
    report.warning(
      "MOUNT_DROPS_EXTENSIONS",
      path,
      `on Flatcar ${losesExtensions}, a mount at ${JSON.stringify(where)} can make docker and containerd vanish after an update`,
      "mount below /var or /mnt, or use release 4757 or newer",
    );
  }
};
