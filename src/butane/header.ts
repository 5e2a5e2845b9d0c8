import { root } from "../report/index.js";
import { type ButaneVersion, specOf } from "./config.js";
import { type Journal, quote } from "./journal.js";
import { asText, resolve } from "./scalar.js";
import { dereference, findPair, type YamlMapping } from "./yaml-tree.js";

const versions = Object.keys(specOf).join(" and ");
const semver = /^(\d+)\.(\d+)\.(\d+)((?:-[0-9A-Za-z-.]+)?(?:\+[0-9A-Za-z-.]+)?)$/;

const otherVariants: Readonly<Record<string, string>> = {
  fcos: "is for Fedora CoreOS; change it to flatcar, version 1.1.0, and remove boot_device and grub",
  fiot: "is for Fedora IoT; change it to flatcar, version 1.1.0",
  openshift:
    "is for OpenShift; change it to flatcar, version 1.1.0, and remove metadata and openshift",
  r4e: "is for RHEL for Edge; change it to flatcar, version 1.1.0",
  rhcos: "is for RHEL CoreOS; change it to flatcar, version 1.1.0",
};

/** Reads `variant` and `version`, which decide how the rest is read. Undefined when they are refused. */
export function readHeader(document: YamlMapping, journal: Journal): ButaneVersion | undefined {
  const variant = headerText(document, "variant", journal);
  const version = headerText(document, "version", journal);
  if (variant !== undefined) checkVariant(variant, journal);
  const known = version === undefined ? undefined : checkVersion(version, variant, journal);
  return journal.report.hasErrors ? undefined : known;
}

function checkVariant(variant: string, journal: Journal): void {
  if (variant === "flatcar") return;
  if (variant === "") {
    const hint = "write variant: flatcar as the first line";
    journal.error("BUTANE_VARIANT_MISSING", ["variant"], "variant is missing", hint);
    return;
  }
  const message = `variant ${quote(variant)} is not flatcar`;
  const known = Object.hasOwn(otherVariants, variant) ? otherVariants[variant] : undefined;
  const hint = known ? `variant ${variant} ${known}` : "write variant: flatcar";
  journal.error("BUTANE_VARIANT_UNKNOWN", ["variant"], message, hint);
}

function checkVersion(
  text: string,
  variant: string | undefined,
  journal: Journal,
): ButaneVersion | undefined {
  const parts = semver.exec(text);
  if (!parts) {
    const message =
      text === "" ? "version is missing" : `version ${quote(text)} is not of the form 1.1.0`;
    const hint = "write version: 1.1.0, with all three numbers";
    journal.error("BUTANE_VERSION_INVALID", ["version"], message, hint);
    return undefined;
  }
  const plain = `${parts.slice(1, 4).map(Number).join(".")}${parts[4]}`;
  if (plain === "1.0.0" || plain === "1.1.0") return plain;
  // A version of another variant says nothing about this one.
  if (variant !== "flatcar") return undefined;
  const experimental = plain.startsWith("1.2.0-experimental")
    ? "; what 1.2.0-experimental produces boots on no Flatcar release"
    : "";
  const message = `version ${quote(text)} of variant flatcar is not known, only ${versions}${experimental}`;
  journal.error("BUTANE_VERSION_UNKNOWN", ["version"], message, "write version: 1.1.0");
  return undefined;
}

function headerText(document: YamlMapping, name: string, journal: Journal): string | undefined {
  const pair = findPair(document, name);
  if (!pair) return "";
  const value = dereference(pair.value);
  if (value.kind !== "scalar") {
    const message = `${name} is ${value.kind === "list" ? "a list" : "a mapping"}, must be a text`;
    const hint = name === "variant" ? "write variant: flatcar" : "write version: 1.1.0";
    journal.error("YAML_TYPE", [name], message, hint, value.offset);
    return undefined;
  }
  const resolved = resolve(value);
  if (resolved.kind === "null") return "";
  // A tag that does not fit is told when the document is decoded.
  return asText(value, resolved) ?? value.text;
}

/** Reports a document that is not a mapping at all. */
export function reportNoMapping(journal: Journal): void {
  const message = "the document is empty, or is not a mapping of keys to values";
  const hint = "begin with variant: flatcar and version: 1.1.0, each on its own line";
  journal.error("BUTANE_VARIANT_MISSING", root, message, hint, 0);
}
