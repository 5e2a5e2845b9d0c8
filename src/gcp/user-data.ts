import { BucketObject } from "@pulumi/gcp/storage/bucketObject";
import * as pulumi from "@pulumi/pulumi";
import { type Delivered, pointTo } from "../machine/index.js";
import type { GcpInstanceArgs } from "./args.js";

/** What lets Ignition read from a bucket. */
const readBuckets = "https://www.googleapis.com/auth/devstorage.read_only";

/** The account that a machine acts as, with the scopes that are asked for or else what Ignition needs. */
export function accountOf(args: GcpInstanceArgs) {
  const { serviceAccountEmail: email, serviceAccountScopes, configBucket } = args;
  const usual = configBucket === undefined ? [] : [readBuckets];
  return email === undefined ? undefined : { email, scopes: serviceAccountScopes ?? usual };
}

/**
 * User data that names the config, which lies in a bucket as an object of its own, and the config's
 * hash. The name of the object stays the same: machines read it in their first boot only.
 */
export function storeConfig(
  machine: pulumi.Resource,
  name: string,
  bucket: pulumi.Input<string>,
  config: pulumi.Output<Delivered>,
): pulumi.Output<string> {
  const object = new BucketObject(
    `${name}-config`,
    {
      bucket,
      name: `flatcar/${pulumi.getProject()}/${pulumi.getStack()}/${name}.ign`,
      content: pulumi.secret(config.rendered),
      contentType: "application/json",
    },
    { parent: machine },
  );
  return pointTo(pulumi.interpolate`gs://${object.bucket}/${object.name}`, config);
}
