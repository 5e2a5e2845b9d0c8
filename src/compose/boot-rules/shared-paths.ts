import type { IgnitionDocument } from "../../ignition/index.js";
import { type MountPoint, mountedByIgnition, mountedByUnits } from "./mount-points.js";
import { foldersAbove, nodesOf } from "./nodes.js";
import type { BootRule } from "./rule.js";

/** Raises PATH_IS_MOUNT_POINT for a file or link where a filesystem is mounted. */
export const checkMountPoints: BootRule = (config, report) => {
  const taken = new Set(mountedByIgnition(config).map(({ where }) => where));
  for (const { kind, node, path } of nodesOf(config)) {
    if (kind === "directory" || !taken.has(node)) continue;
    report.error(
      "PATH_IS_MOUNT_POINT",
      path,
      `${JSON.stringify(node)} cannot be a ${kind}, because a filesystem is mounted there`,
      "write it below the mount point, or mount the filesystem elsewhere",
    );
  }
};

/** Raises PATH_BELOW_FILE for what lies below a path that is a file. */
export const checkFileParents: BootRule = (config, report) => {
  const nodes = nodesOf(config);
  const files = new Set(nodes.filter(({ kind }) => kind === "file").map(({ node }) => node));
  for (const { node, path } of nodes) {
    for (const folder of foldersAbove(node)) {
      if (!files.has(folder)) continue;
      report.error(
        "PATH_BELOW_FILE",
        path,
        `${JSON.stringify(node)} cannot exist, because ${JSON.stringify(folder)} is a file in this config`,
        "change one of the two paths",
      );
      break;
    }
  }
};

/** Warns with PATH_HIDDEN_BY_MOUNT of what a mount unit covers on the running machine. */
export const checkHiddenPaths: BootRule = (config, report) => {
  const covers = new Set(
    mountedByUnits(config)
      .filter((point) => coversOthers(point) && !mayBeMounted(point, config))
      .map(({ where }) => where),
  );
  if (covers.size === 0) return;
  const mounted = new Set(mountedByIgnition(config).map(({ where }) => where));
  for (const { node, path } of nodesOf(config)) {
    for (const folder of foldersAbove(node)) {
      if (mounted.has(folder)) break;
      if (!covers.has(folder)) continue;
      report.warning(
        "PATH_HIDDEN_BY_MOUNT",
        path,
        `${JSON.stringify(node)} is written to the disk below, and a mount unit of this config then covers ${JSON.stringify(folder)}`,
        `add path ${JSON.stringify(folder)} to the filesystem in filesystems, so that Ignition mounts it before it writes`,
      );
      break;
    }
  }
};

/** An overlay shows what is below it, and a bind mount onto itself too. */
function coversOthers({ type, what, where }: MountPoint): boolean {
  return type !== "overlay" && what !== where;
}

/** Whether a filesystem whose path is still to come may be the one that is mounted there. */
function mayBeMounted({ what }: MountPoint, { storage }: IgnitionDocument): boolean {
  return (storage?.filesystems ?? []).some(
    (filesystem) =>
      filesystem?.path === undefined &&
      filesystem?.format !== "swap" &&
      (what === undefined || filesystem?.device === undefined || filesystem.device === what),
  );
}
