import type { SpecVersion } from "../ignition/index.js";
import { at, type Path } from "../report/index.js";
import type { ButaneDropin, ButaneFilesystem, ButaneUnit } from "./config.js";
import { meantAsOctal } from "./decimal-mode.js";
import { checkReferencedConfig } from "./referenced-config.js";
import { type PlacedResource, resourcesOf } from "./resources.js";
import { error, type Work, warning } from "./work.js";

/** What a Butane document must keep to before anything is translated; `spec` is that of its output. */
export function checkSource(work: Work, spec: SpecVersion): void {
  const { storage, systemd } = work.config;
  for (const placed of resourcesOf(work.config)) checkResource(work, placed, spec);
  for (const list of ["directories", "files"] as const) {
    for (const [index, { mode }] of (storage?.[list] ?? []).entries()) {
      checkMode(work, mode, ["storage", list, index, "mode"]);
    }
  }
  for (const [index, filesystem] of (storage?.filesystems ?? []).entries()) {
    checkMountUnit(work, filesystem, ["storage", "filesystems", index]);
  }
  for (const [index, { local }] of (storage?.trees ?? []).entries()) {
    if (local) continue;
    const hint = "write local: with the path of a folder among the local files";
    error(
      work,
      "TREE_LOCAL_REQUIRED",
      ["storage", "trees", index],
      "the tree names no folder",
      hint,
    );
  }
  for (const [index, unit] of (systemd?.units ?? []).entries()) {
    const path = ["systemd", "units", index];
    checkContents(work, unit, path);
    for (const [place, dropin] of (unit.dropins ?? []).entries()) {
      checkContents(work, dropin, at(path, "dropins", place));
    }
  }
}

function checkResource(work: Work, { resource, path }: PlacedResource, spec: SpecVersion): void {
  const given = (["local", "inline", "source"] as const).filter(
    (name) => resource[name] !== undefined,
  );
  const last = given.at(-1);
  if (last !== undefined && given.length > 1) {
    const message = `${given.join(" and ")} are given together, only one of them can be`;
    error(work, "RESOURCE_SOURCES", at(path, last), message, "keep one of them");
  } else if (resource.inline !== undefined && path[1] === "config") {
    checkReferencedConfig(work, resource.inline, path, spec);
  }
}

function checkMode(work: Work, mode: number | undefined, path: Path): void {
  const meant = mode === undefined ? undefined : meantAsOctal(mode, path[1] === "directories");
  if (mode === undefined || meant === undefined) return;
  const octal = `0${meant.toString(8).padStart(3, "0")}`;
  const message = `mode ${mode} is decimal (= 0o${mode.toString(8)}) and was probably meant as ${octal}`;
  warning(work, "FILE_MODE_DECIMAL", path, message, `write ${octal}, with the leading zero`);
}

function checkMountUnit(work: Work, filesystem: ButaneFilesystem, path: Path): void {
  const { withMountUnit, format, path: mountPoint } = filesystem;
  if (!withMountUnit) return;
  if (!format) {
    const message = "with_mount_unit is true and no format is given";
    const hint = "write the format, for example ext4, which the unit must name";
    error(work, "MOUNT_UNIT_FORMAT", at(path, "format"), message, hint);
  } else if (format !== "swap" && !mountPoint) {
    const message = `with_mount_unit is true and no path is given to mount the ${format} filesystem at`;
    error(work, "MOUNT_UNIT_PATH", at(path, "path"), message, "write the path of the mount point");
  }
}

function checkContents(work: Work, unit: ButaneUnit | ButaneDropin, path: Path): void {
  if (unit.contents === undefined || unit.contentsLocal === undefined) return;
  const message = "contents and contents_local are given together, only one of them can be";
  error(work, "UNIT_SOURCES", at(path, "contentsLocal"), message, "keep one of them");
}
