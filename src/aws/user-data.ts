import { BucketObjectv2 } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { planDelivery, pointerConfig } from "../delivery/index.js";
import { type IgnitionDocument, renderIgnition, sha512 } from "../ignition/index.js";
import { platforms } from "../platforms/index.js";

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

/** How a config reaches a machine of EC2 by its user data. */
export function deliver(config: IgnitionDocument): Delivered {
  const rendered = renderIgnition(config);
  const { userData = "", form = "" } = planDelivery(config, platforms.aws, { pointer: true });
  return { rendered, hash: sha512(rendered), spec: config.ignition.version, userData, form };
}

/**
 * User data that names the config, which lies in a bucket as a private object, and the config's hash.
 * The name of the object stays the same: machines read it in their first boot only.
 */
export function storeConfig(
  machine: pulumi.Resource,
  name: string,
  bucket: pulumi.Input<string>,
  { rendered, hash, spec }: pulumi.Output<Delivered>,
): pulumi.Output<string> {
  const object = new BucketObjectv2(
    `${name}-config`,
    {
      bucket,
      key: `flatcar/${pulumi.getProject()}/${pulumi.getStack()}/${name}.ign`,
      content: pulumi.secret(rendered),
      contentType: "application/json",
    },
    { parent: machine },
  );
  return pulumi
    .all([object.bucket, object.key, hash, spec])
    .apply(([place, key, digest, version]) =>
      renderIgnition(pointerConfig(`s3://${place}/${key}`, digest, version)),
    );
}
