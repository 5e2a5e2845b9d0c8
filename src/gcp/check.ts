import type * as pulumi from "@pulumi/pulumi";
import { gcpCatalogue } from "../hardware/gcp.js";
import { checkCloudMachine } from "../machine/index.js";
import { Report } from "../report/index.js";
import type { GcpInstanceArgs } from "./args.js";
import { checkDisks } from "./check-disks.js";
import { checkLabels, checkNames } from "./check-names.js";

type Args = pulumi.Unwrap<GcpInstanceArgs>;

/** Names of args. */
export type Given = ReadonlySet<string>;

/** `us-central1-a`, and zones for one purpose as in `us-central1-ai1a`. */
const zone = /^[a-z]+(?:-[a-z]+)+\d+-[a-z][a-z0-9]*$/;

/** An image or a family of images, by its address or the end of one. */
const image =
  /^(?:https:\/\/[a-z.]+\/compute\/\w+\/)?(?:(?:projects\/)?[a-z0-9.:-]+\/)?(?:global\/)?(?:images\/)?(?:family\/)?[a-z][a-z0-9-]{0,62}$/;

/** The args that are given, whether or not they are known yet. */
export function givenIn(args: object): Given {
  return new Set(Object.entries(args).flatMap(([key, value]) => (value === undefined ? [] : key)));
}

/** Everything that a machine on Compute Engine can have wrong, made by a component of that name. */
export function checkMachine(name: string, args: Args, given: Given): Report {
  const type = args.instanceType ?? (given.has("instanceType") ? undefined : "");
  return checkCloudMachine(args, gcpCatalogue)
    .add(checkNames(name, args, given.has("machineName")))
    .add(checkLabels(args.tags))
    .add(checkDisks(args, type))
    .add(checkPlace(args, given))
    .add(checkIdentity(args, given));
}

/** CLOUD_IMAGE_ID, CLOUD_ZONE and CLOUD_IPV6. */
function checkPlace(args: Args, given: Given): Report {
  const report = new Report();
  if (args.imageId !== undefined && !image.test(args.imageId)) {
    report.error(
      "CLOUD_IMAGE_ID",
      ["imageId"],
      `"${args.imageId}" is not the address of an image`,
      "give one as in projects/my-project/global/images/my-flatcar, or leave imageId out and name channel or version",
    );
  }
  if (args.zone !== undefined && !zone.test(args.zone)) {
    report.error(
      "CLOUD_ZONE",
      ["zone"],
      `"${args.zone}" is not the name of a zone`,
      "give the region, a hyphen and a letter, as in europe-west3-a",
    );
  }
  if (args.ipv6 && !given.has("subnetwork")) {
    report.error(
      "CLOUD_IPV6",
      ["ipv6"],
      "only subnetworks of custom mode networks have IPv6 addresses, and no subnetwork is given",
      "name a subnetwork whose stack type is IPV4_IPV6",
    );
  }
  return report;
}

/** Scopes with which the machine may read its config, by their last word. */
const reading =
  /(?:^|\/)(?:cloud-platform(?:\.read-only)?|storage-(?:ro|rw|full)|devstorage\.\w+)$/;

/** CLOUD_CONFIG_STORE and CLOUD_IDENTITY. */
function checkIdentity({ serviceAccountScopes: scopes }: Args, given: Given): Report {
  const report = new Report();
  const [hasBucket, hasAccount] = [given.has("configBucket"), given.has("serviceAccountEmail")];
  if (hasBucket && !hasAccount) {
    report.error(
      "CLOUD_CONFIG_STORE",
      ["configBucket"],
      "the machine reads its config from the bucket as a service account, and it has none",
      "give serviceAccountEmail of an account that may read objects of the bucket",
    );
  } else if (given.has("serviceAccountScopes") && !hasAccount) {
    report.error(
      "CLOUD_IDENTITY",
      ["serviceAccountScopes"],
      "scopes are those of a service account, and the machine has none",
      "give serviceAccountEmail, or leave serviceAccountScopes out",
    );
  } else if (hasBucket && scopes !== undefined && !scopes.some((scope) => reading.test(scope))) {
    report.error(
      "CLOUD_CONFIG_STORE",
      ["serviceAccountScopes"],
      "with these scopes the machine cannot read its config from the bucket",
      "add devstorage.read_only or cloud-platform, or leave serviceAccountScopes out",
    );
  }
  return report;
}
