import { BucketObject } from "@pulumi/gcp/storage/bucketObject";
import * as pulumi from "@pulumi/pulumi";
import { configObject, type Delivered } from "../machine/index.js";
import type { GcpInstanceArgs } from "./args.js";

/** What lets Ignition read from a bucket. */
const readBuckets = "https://www.googleapis.com/auth/devstorage.read_only";

/** The account that a machine acts as, with the scopes that are asked for or else what Ignition needs. */
export function accountOf(args: GcpInstanceArgs) {
  const { serviceAccountEmail: email, serviceAccountScopes, configBucket } = args;
  const usual = configBucket === undefined ? [] : [readBuckets];
  return email === undefined ? undefined : { email, scopes: serviceAccountScopes ?? usual };
}

/** Puts the config into the bucket that is named, as an object. Returns its URL; none without a bucket. */
export function storeConfig(
  machine: pulumi.Resource,
  name: string,
  { configBucket: bucket }: GcpInstanceArgs,
  config: pulumi.Output<Delivered>,
): pulumi.Output<string> | undefined {
  if (bucket === undefined) return undefined;
  const { path, ...body } = configObject(name, config);
  const object = new BucketObject(
    `${name}-config`,
    { bucket, name: path.join("/"), ...body },
    { parent: machine },
  );
  return pulumi.interpolate`gs://${object.bucket}/${object.name}`;
}
