import {
  atLeast,
  defaultSpec,
  type EngineRules,
  engines,
  flatcarSince,
  type IgnitionRelease,
  isSpecVersion,
  type SpecVersion,
  supportedSpecs,
} from "../ignition/index.js";
import { at, didYouMean, type Path, Report } from "../report/index.js";
import { Channel, channels } from "./channel.js";

/** The middle number of a version tells the channel: `4593.2.5` is a stable release. */
const channelByNumber: Readonly<Record<string, Channel>> = Object.freeze({
  "0": Channel.Alpha,
  "1": Channel.Beta,
  "2": Channel.Stable,
  "3": Channel.Lts,
});

const version = /^(\d+)\.(\d+)\.(\d+)$/;

/** The Flatcar to boot: the newest of a channel, or one exact release. */
export interface Release {
  readonly channel: Channel;
  /** Exact version, or undefined for the newest of the channel. */
  readonly version?: string;
}

/** How a release is asked for. */
export interface ReleaseRequest {
  /** Defaults to `stable`. */
  channel?: string;
  /** Exact version such as `4593.2.5`; its channel follows from it. */
  version?: string;
}

/**
 * Reads channel and version. Raises FLATCAR_CHANNEL_UNKNOWN, FLATCAR_CHANNEL_EDGE,
 * FLATCAR_VERSION_INVALID, FLATCAR_VERSION_TOO_OLD and FLATCAR_VERSION_CHANNEL.
 */
export function checkRelease(
  request: ReleaseRequest,
  path: Path,
): { release?: Release; report: Report } {
  const report = new Report();
  const channel = readChannel(request.channel, at(path, "channel"), report);
  if (request.version === undefined) {
    const chosen = request.channel === undefined ? Channel.Stable : channel;
    return { ...(chosen && { release: { channel: chosen } }), report };
  }
  const versionChannel = readVersion(request.version, at(path, "version"), report);
  if (channel && versionChannel && channel !== versionChannel) {
    report.error(
      "FLATCAR_VERSION_CHANNEL",
      at(path, "version"),
      `${request.version} is a release of channel "${versionChannel}", and channel is "${channel}"`,
      `leave channel out, or set it to "${versionChannel}"`,
    );
  }
  if (!versionChannel || report.hasErrors) return { report };
  return { release: { channel: versionChannel, version: request.version }, report };
}

/** The release that is asked for, or the newest stable one where something is wrong with the request. */
export function releaseOf(request: ReleaseRequest): Release {
  return checkRelease(request, []).release ?? { channel: Channel.Stable };
}

function readChannel(name: string | undefined, path: Path, report: Report): Channel | undefined {
  if (name === undefined) return undefined;
  const known = channels.find((channel) => channel === name);
  if (known) return known;
  if (name === "edge") {
    report.error(
      "FLATCAR_CHANNEL_EDGE",
      path,
      'channel "edge" has had no release since April 2020',
      'use "alpha" for the newest Flatcar',
    );
    return undefined;
  }
  const near = didYouMean(name, channels);
  report.error(
    "FLATCAR_CHANNEL_UNKNOWN",
    path,
    `"${name}" is not a channel of Flatcar`,
    `use one of ${channels.join(", ")}${near ? `; did you mean "${near}"?` : ""}`,
  );
  return undefined;
}

function readVersion(text: string, path: Path, report: Report): Channel | undefined {
  const channel = channelByNumber[version.exec(text)?.[2] ?? ""];
  if (!channel) {
    report.error(
      "FLATCAR_VERSION_INVALID",
      path,
      `"${text}" is not a version of Flatcar`,
      "give three numbers as in 4593.2.5; the middle one is 0 (alpha), 1 (beta), 2 (stable) or 3 (lts)",
    );
  } else if (!engineRow(text)) {
    report.error(
      "FLATCAR_VERSION_TOO_OLD",
      path,
      `Flatcar ${text} does not read Ignition spec 3, which began with ${enginesByMajor.at(-1)?.since}`,
      "use a release that is still supported",
    );
  }
  return channel;
}

/** What came with a major version of Flatcar and stayed until the next row, newest first. */
const enginesByMajor: readonly { since: number; ignition: IgnitionRelease; spec: SpecVersion }[] =
  Object.freeze([
    { since: 4820, ignition: "2.26.0", spec: "3.6.0" },
    { since: 4547, ignition: "2.24.0", spec: "3.5.0" },
    { since: 4459, ignition: "2.22.0", spec: "3.5.0" },
    { since: 4152, ignition: "2.20.0", spec: "3.5.0" },
    { since: 4012, ignition: "2.19.0", spec: "3.4.0" },
    { since: 3549, ignition: "2.15.0", spec: "3.4.0" },
    { since: 3185, ignition: "2.14.0", spec: "3.3.0" },
  ]);

function engineRow(release: string) {
  const major = Number(version.exec(release)?.[1]);
  return enginesByMajor.find(({ since }) => major >= since);
}

/** The newest stable Ignition spec that a release reads; undefined below 3185, which reads only spec 2. */
export function highestSpec(release: string): SpecVersion | undefined {
  return engineRow(release)?.spec;
}

/** How a config is to be made for a release: its spec, and whose rules it has to keep. */
export interface Target {
  readonly spec: SpecVersion;
  readonly engine?: EngineRules;
}

/**
 * The target for a release: spec 3.4.0, or the older one that the release still reads; `spec` asks
 * for another. Without an exact release the strictest rules hold.
 * Raises FLATCAR_SPEC_UNKNOWN and FLATCAR_SPEC_TOO_NEW.
 */
export function targetOf(
  request: { version?: string; spec?: string },
  path: Path,
): { target: Target; report: Report } {
  const report = new Report();
  const row = request.version === undefined ? undefined : engineRow(request.version);
  const highest = row?.spec;
  const engine = row && engines[row.ignition];
  const usual = highest !== undefined && !atLeast(highest, defaultSpec) ? highest : defaultSpec;
  const { spec } = request;
  if (spec === undefined) return { target: { spec: usual, engine }, report };
  if (!isSpecVersion(spec)) {
    report.error(
      "FLATCAR_SPEC_UNKNOWN",
      at(path, "spec"),
      `"${spec}" is not a stable version of the Ignition spec`,
      `use one of ${supportedSpecs.join(", ")}, or leave spec out for ${usual}`,
    );
    return { target: { spec: usual, engine }, report };
  }
  if (highest !== undefined && !atLeast(highest, spec)) {
    report.error(
      "FLATCAR_SPEC_TOO_NEW",
      at(path, "spec"),
      `Flatcar ${request.version} reads specs up to ${highest}, and spec is ${spec}`,
      `leave spec out for ${usual}, or use a release from ${flatcarSince[spec]} on`,
    );
  }
  return { target: { spec, engine }, report };
}
