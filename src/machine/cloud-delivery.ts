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
  /** Its SHA-512 in hexadecimal digits alone. */
  readonly digest: string;
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
  const [hash, spec] = [sha512(rendered), config.ignition.version];
  return { rendered, hash, digest: hash.replace("sha512-", ""), spec, userData, form };
}

/**
 * User data that holds a config, or names it and its hash where it lies at `url`, and what is told of that:
 * inline, compressed or pointer.
 */
export function userDataOf(
  config: pulumi.Output<Delivered>,
  url?: pulumi.Output<string>,
): { userData: pulumi.Output<string>; delivery: pulumi.Output<string> } {
  if (url === undefined) {
    return { userData: config.userData, delivery: pulumi.unsecret(config.form) };
  }
  const pointer = pulumi
    .all([url, config.hash, config.spec])
    .apply(([place, known, version]) => renderIgnition(pointerConfig(place, known, version)));
  return { userData: pointer, delivery: pulumi.output("pointer") };
}

/** Text as clouds take it. */
export function encodeBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

/** DELIVERY_TOO_LARGE: whether the config fits into user data, or is kept in a store. `otherwise` helps where neither is so. */
export function checkDelivery(
  config: IgnitionDocument,
  platform: Platform,
  { stored, otherwise }: { readonly stored: boolean; readonly otherwise: string },
): Report {
  const { report } = planDelivery(config, platform, { pointer: stored });
  return new Report().add(report, (issue) => ({
    ...issue,
    hint: `${issue.hint}, or ${otherwise}`,
  }));
}
