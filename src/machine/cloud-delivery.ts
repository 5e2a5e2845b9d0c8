import * as pulumi from "@pulumi/pulumi";
import { planDelivery, pointerConfig } from "../delivery/index.js";
import { type IgnitionDocument, renderIgnition, sha512 } from "../ignition/index.js";
import type { Platform } from "../platforms/index.js";
import { Report } from "../report/index.js";

/** A config on its way to a machine. */
export interface Delivered {
  /** The config as JSON. */
  readonly rendered: string;
  /** Its SHA-512 as Ignition writes hashes. */
  readonly hash: string;
  /** Its spec, which a small config that names it has to be of. */
  readonly spec: string | undefined;
  /** User data that holds it, where it does. */
  readonly userData: string;
  /** How that holds it: inline or compressed. */
  readonly form: string;
}

/** How a config reaches a machine of a cloud by its user data. */
export function deliver(config: IgnitionDocument, platform: Platform): Delivered {
  const rendered = renderIgnition(config);
  const { userData = "", form = "" } = planDelivery(config, platform, { pointer: true });
  return { rendered, hash: sha512(rendered), spec: config.ignition.version, userData, form };
}

/** User data that names a config, which lies at `url`, and the config's hash. */
export function pointTo(
  url: pulumi.Input<string>,
  { hash, spec }: pulumi.Output<Delivered>,
): pulumi.Output<string> {
  return pulumi
    .all([url, hash, spec])
    .apply(([place, digest, version]) => renderIgnition(pointerConfig(place, digest, version)));
}

/** Text as clouds take it. */
export function encodeBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

/** DELIVERY_TOO_LARGE: whether the config fits into user data, or is kept in the store that an arg names. */
export function checkDelivery(
  config: IgnitionDocument,
  platform: Platform,
  store: { readonly arg: string; readonly given: boolean },
): Report {
  const { report } = planDelivery(config, platform, { pointer: store.given });
  return new Report().add(report, (issue) => ({
    ...issue,
    hint: `${issue.hint}, or keep the config in a ${store.arg}`,
  }));
}
