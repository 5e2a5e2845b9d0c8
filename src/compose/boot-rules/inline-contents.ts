import { createHash } from "node:crypto";
import { decodeDataUrl, type Resource } from "../../ignition/index.js";
import { at } from "../../report/index.js";
import { gunzip, gunzipBudget } from "./gunzip.js";
import { resourcesOf } from "./resources.js";
import type { BootRule } from "./rule.js";

/** The two kinds of hash with as many digits as Ignition wants; what else is wrong with one, Ignition says. */
const wellFormed = /^(?:(sha512)-(.{128})|(sha256)-(.{64}))$/s;

/**
 * Raises CONTENTS_NOT_GZIP for inline bytes that are not what `compression` says, HASH_DIGITS for a
 * hash that no bytes have, and HASH_MISMATCH for one that the inline bytes do not have.
 */
export const checkInlineContents: BootRule = (config, report) => {
  let budget = gunzipBudget;
  const contentsOf = ({ source, compression }: Resource): Uint8Array | "invalid" | undefined => {
    const bytes = source?.startsWith("data:") ? decodeDataUrl(source) : undefined;
    if (!bytes || !compression) return bytes;
    if (compression !== "gzip") return undefined;
    const contents = gunzip(bytes, budget);
    if (contents === "invalid") return "invalid";
    budget -= contents === "too large" ? budget : contents.bytes.length;
    return contents === "too large" ? undefined : contents.bytes;
  };
  for (const { resource, path } of resourcesOf(config)) {
    const { compression, verification } = resource;
    const hash = wellFormed.exec(verification?.hash ?? "");
    if (!hash && compression !== "gzip") continue;
    const contents = contentsOf(resource);
    if (contents === "invalid") {
      report.error(
        "CONTENTS_NOT_GZIP",
        at(path, "compression"),
        'compression is "gzip", and the bytes are not gzip',
        "leave compression out, or give the bytes as gzip makes them",
      );
      continue;
    }
    if (!hash) continue;
    const algorithm = hash[1] ?? hash[3] ?? "";
    const digits = hash[2] ?? hash[4] ?? "";
    const hashPath = at(path, "verification", "hash");
    // Digests of configs are compared as text, all others as numbers.
    const asText = path[1] === "config";
    if (!(asText ? /^[0-9a-f]*$/ : /^[0-9a-f]*$/i).test(digits)) {
      report.error(
        "HASH_DIGITS",
        hashPath,
        `the digest has characters other than 0-9 and ${asText ? "lower-case " : ""}a-f, so it never matches`,
        `copy what ${algorithm}sum prints`,
      );
    } else if (
      contents &&
      createHash(algorithm).update(contents).digest("hex") !== digits.toLowerCase()
    ) {
      report.error(
        "HASH_MISMATCH",
        hashPath,
        `the bytes that are given have another ${algorithm} than the hash says`,
        "leave the hash out for bytes that are part of the config, or hash them uncompressed",
        // A compression that is still to come would change what is hashed.
        compression ? undefined : { missing: true },
      );
    }
  }
};
