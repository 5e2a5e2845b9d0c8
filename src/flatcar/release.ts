import type { SpecVersion } from "../ignition/index.js";
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
 * FLATCAR_VERSION_INVALID and FLATCAR_VERSION_CHANNEL.
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
  }
  return channel;
}

/** First major version of Flatcar that reads a spec, newest first. */
const specByMajor: readonly (readonly [number, SpecVersion])[] = Object.freeze([
  [4820, "3.6.0"],
  [4152, "3.5.0"],
  [3549, "3.4.0"],
  [3185, "3.3.0"],
]);

/** The newest stable Ignition spec that a release reads; undefined below 3185, which reads only spec 2. */
export function highestSpec(release: string): SpecVersion | undefined {
  const major = Number(version.exec(release)?.[1]);
  return specByMajor.find(([first]) => major >= first)?.[1];
}
