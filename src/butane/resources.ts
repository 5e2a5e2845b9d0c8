import { encodeDataUrl, gzip } from "../ignition/index.js";
import { at, type Path } from "../report/index.js";
import type { ButaneConfig, ButaneResource } from "./config.js";
import { isLocalProblem } from "./local-files.js";
import { reportLocal, type Work } from "./work.js";

/** A resource of a document and its path in the config. */
export interface PlacedResource {
  readonly resource: ButaneResource;
  readonly path: Path;
}

/** Every place of a document that holds bytes from somewhere. */
export function resourcesOf(config: ButaneConfig): PlacedResource[] {
  const { ignition, storage } = config;
  const found: PlacedResource[] = [];
  const add = (path: Path, ...resources: (ButaneResource | undefined)[]) => {
    for (const [index, resource] of resources.entries()) {
      if (resource) found.push({ resource, path: at(path, index) });
    }
  };
  const addOne = (path: Path, resource: ButaneResource | undefined) => {
    if (resource) found.push({ resource, path });
  };
  add(["ignition", "config", "merge"], ...(ignition?.config?.merge ?? []));
  addOne(["ignition", "config", "replace"], ignition?.config?.replace);
  add(
    ["ignition", "security", "tls", "certificateAuthorities"],
    ...(ignition?.security?.tls?.certificateAuthorities ?? []),
  );
  for (const [index, file] of (storage?.files ?? []).entries()) {
    const path = ["storage", "files", index];
    add(at(path, "append"), ...(file.append ?? []));
    addOne(at(path, "contents"), file.contents);
  }
  for (const [index, luks] of (storage?.luks ?? []).entries()) {
    addOne(["storage", "luks", index, "keyFile"], luks.keyFile);
  }
  return found;
}

/** Turns `inline` and `local` of every resource into a data URL. */
export function translateResources(work: Work): void {
  for (const { resource, path } of resourcesOf(work.config)) {
    const { inline, local } = resource;
    delete resource.inline;
    delete resource.local;
    if (local !== undefined) {
      const bytes = work.files.read(local);
      if (isLocalProblem(bytes)) reportLocal(work, at(path, "local"), bytes);
      else embed(work, resource, bytes, path, at(path, "local"));
    } else if (inline !== undefined) {
      const bytes = typeof inline === "string" ? Buffer.from(inline) : inline;
      embed(work, resource, bytes, path, at(path, "inline"));
    }
  }
}

/** Puts bytes into the resource at a path of the config; `given` is the path they were written at. */
export function embed(
  { compress, origins }: Work,
  resource: ButaneResource,
  bytes: Uint8Array,
  path: Path,
  given: Path,
): void {
  const source = origins.pathOf(given);
  const encoded = encodeContents(bytes, compress && !resource.compression);
  origins.make(at(path, "source"), source);
  resource.source = encoded.source;
  // Compression that the user wrote says that the bytes are compressed already.
  if (resource.compression) return;
  resource.compression = encoded.compression;
  origins.make(at(path, "compression"), source);
}

/** The prefix and the shortest gzip member there is (20 bytes, 28 digits), and the word "gzip". */
const shortestPacked = "data:;base64,".length + 28 + "gzip".length;

/**
 * Bytes as a data URL in the shortest of three encodings: escaped text, base64, base64 of gzip. The
 * compression is always said, as "" when there is none, so that a merge cannot inherit another.
 */
export function encodeContents(
  bytes: Uint8Array,
  compress = true,
): { source: string; compression: "" | "gzip" } {
  const source = encodeDataUrl(bytes);
  if (compress && source.length > shortestPacked) {
    const packed = `data:;base64,${Buffer.from(gzip(bytes)).toString("base64")}`;
    // The word "gzip" counts too.
    if (packed.length + 4 < source.length) return { source: packed, compression: "gzip" };
  }
  return { source, compression: "" };
}
