import type * as pulumi from "@pulumi/pulumi";
import { checkRelease, MachineMode, type ReleaseRequest } from "../flatcar/index.js";
import { type Architecture, architectures } from "../hardware/index.js";
import { checkBaseUrl } from "../pxe/index.js";
import { at, didYouMean, type Path, Report } from "../report/index.js";
import type { PxeBootAssetsArgs } from "./args.js";
import type { Mirrored } from "./mirrored.js";

/** Everything that a copy of a release can have wrong before anything is copied. */
export function checkAssets(args: pulumi.Unwrap<PxeBootAssetsArgs>): Report {
  return new Report()
    .add(checkBaseUrl(args.baseUrl, ["baseUrl"]))
    .add(checkRelease(args, []).report)
    .add(checkArchitectures(args.architectures, ["architectures"]))
    .add(checkSource(args.source, ["source"]))
    .add(checkFingerprint(args.signingKeyFingerprint, ["signingKeyFingerprint"]));
}

function checkArchitectures(list: readonly string[] | undefined, path: Path): Report {
  const report = new Report();
  const known: readonly string[] = architectures;
  if (list?.length === 0) {
    report.error(
      "ASSET_ARCHITECTURE",
      path,
      "no architecture is listed, so nothing would be copied",
      "list those of the machines, or leave architectures out for x64",
    );
  }
  list?.forEach((name, index) => {
    if (known.includes(name)) return;
    const near = didYouMean(name, known);
    report.error(
      "ASSET_ARCHITECTURE",
      at(path, index),
      `"${name}" is not an architecture that Flatcar is released for`,
      near ? `did you mean "${near}"?` : `use ${known.join(" or ")}`,
    );
  });
  return report;
}

const address = /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/;

function checkSource(source: string | undefined, path: Path): Report {
  const report = new Report();
  if (source === undefined || address.test(source) || source.startsWith("file:///")) return report;
  if (source !== "" && !/^[a-z][a-z0-9+.-]*:/i.test(source)) return report;
  report.error(
    "ASSET_SOURCE",
    path,
    "neither a folder nor an http or https address without user, query and fragment",
    "give it as https://mirror.example.com/flatcar or /media/flatcar",
  );
  return report;
}

function checkFingerprint(fingerprint: string | undefined, path: Path): Report {
  const report = new Report();
  if (fingerprint === undefined || /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(fingerprint))
    return report;
  report.error(
    "ASSET_SIGNING_KEY",
    path,
    "a fingerprint has 40 or 64 hexadecimal digits",
    "give the whole fingerprint of the primary key, without spaces: gpg --show-keys prints it",
  );
  return report;
}

/** What a machine asks of a copy of a release. */
export interface AskedOfMirror extends ReleaseRequest {
  readonly architecture?: Architecture;
  readonly mode?: MachineMode;
}

/**
 * What is asked for against the copy that it would be loaded from. Raises ASSET_VERSION, ASSET_ARCHITECTURE and
 * ASSET_DISK_IMAGE.
 */
export function checkMirrored(
  asked: AskedOfMirror,
  mirrored: pulumi.Unwrap<Mirrored> | undefined,
): Report {
  const report = new Report();
  if (!mirrored) return report;
  const { version, channel } = mirrored;
  const release = checkRelease(asked, []).release;
  const says = (what: string, path: Path) =>
    report.error(
      "ASSET_VERSION",
      path,
      `the mirror holds ${version ?? `a release of channel "${channel}"`}, and this asks for ${what}`,
      "leave channel and version out to boot what is mirrored, or mirror the other release too",
    );
  if (asked.version !== undefined && version !== undefined && asked.version !== version) {
    says(asked.version, ["version"]);
  } else if (asked.channel !== undefined && release && release.channel !== channel) {
    says(`channel "${release.channel}"`, ["channel"]);
  }
  const { architecture } = asked;
  if (architecture !== undefined && !mirrored.architectures.includes(architecture)) {
    report.error(
      "ASSET_ARCHITECTURE",
      ["hardware", "architecture"],
      `the mirror holds files for ${mirrored.architectures.join(" and ")}, and this machine is ${architecture}`,
      `add "${architecture}" to architectures of the PxeBootAssets`,
    );
  }
  if (asked.mode === MachineMode.Installed && !mirrored.diskImage) {
    report.error(
      "ASSET_DISK_IMAGE",
      ["mirrorUrl"],
      "the mirror holds no disk image, and this machine is installed from one",
      "give the PxeBootAssets diskImage: true",
    );
  }
  return report;
}
