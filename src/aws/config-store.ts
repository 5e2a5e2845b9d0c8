import { BucketObjectv2 } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { configObject, type Delivered } from "../machine/index.js";
import type { AwsInstanceArgs } from "./args.js";

/** Puts the config into the bucket that is named, as a private object. Returns its URL; none without a bucket. */
export function storeConfig(
  machine: pulumi.Resource,
  name: string,
  { configBucket: bucket }: AwsInstanceArgs,
  config: pulumi.Output<Delivered>,
): pulumi.Output<string> | undefined {
  if (bucket === undefined) return undefined;
  const { path, ...body } = configObject(name, config);
  const object = new BucketObjectv2(
    `${name}-config`,
    { bucket, key: path.join("/"), ...body },
    { parent: machine },
  );
  return pulumi.interpolate`s3://${object.bucket}/${object.key}`;
}
