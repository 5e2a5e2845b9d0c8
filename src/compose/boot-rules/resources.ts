import type { IgnitionDocument, Resource } from "../../ignition/index.js";
import type { Path } from "../../report/index.js";

/** Something a config takes from a URL, and where it stands. */
export interface PlacedResource {
  readonly resource: Resource;
  readonly path: Path;
}

/** Everything in a config that comes from a URL: contents, key files, configs and authorities. */
export function resourcesOf({ ignition, storage }: IgnitionDocument): PlacedResource[] {
  const found: PlacedResource[] = [];
  const add = (resource: Resource | undefined, ...path: Path) => {
    if (resource) found.push({ resource, path });
  };
  const addAll = (list: readonly (Resource | undefined)[] | undefined, ...path: Path) =>
    list?.forEach((resource, index) => {
      add(resource, ...path, index);
    });
  addAll(ignition?.config?.merge, "ignition", "config", "merge");
  add(ignition?.config?.replace, "ignition", "config", "replace");
  const tls = ["ignition", "security", "tls", "certificateAuthorities"];
  addAll(ignition?.security?.tls?.certificateAuthorities, ...tls);
  storage?.files?.forEach((file, index) => {
    add(file?.contents, "storage", "files", index, "contents");
    addAll(file?.append, "storage", "files", index, "append");
  });
  storage?.luks?.forEach((luks, index) => {
    add(luks?.keyFile, "storage", "luks", index, "keyFile");
  });
  return found;
}
