import type * as pulumi from "@pulumi/pulumi";
import type { GcpInstanceArgs } from "../../src/gcp/args.js";
import { checkMachine, givenIn } from "../../src/gcp/check.js";
import { diskFacts, staysOnHost } from "../../src/gcp/families.js";
import { formatPath } from "../../src/report/index.js";

type Args = pulumi.Unwrap<GcpInstanceArgs>;

/** Codes and places of what is wrong with a machine of a component. */
const issuesOf = (args: Args, component = "web", given = givenIn(args)) =>
  checkMachine(component, args, given).issues.map(
    ({ code, path, severity }) =>
      `${severity === "warning" ? "warns of " : ""}${code} at ${formatPath(path)}`,
  );

describe("a machine on Compute Engine takes", () => {
  it.each<[string, Args]>([
    ["an image by its address", { imageId: "projects/my.org:shop/global/images/flatcar-1" }],
    [
      "an image by its URL",
      { imageId: "https://www.googleapis.com/compute/v1/projects/p/global/images/i" },
    ],
    ["an image of its own project", { imageId: "global/images/i" }],
    ["a family", { imageId: "projects/p/global/images/family/f" }],
    ["a family by the names of project and family", { imageId: "p/f" }],
    ["a zone for one purpose", { zone: "us-central1-ai1a" }],
    ["a zone of a region with many words", { zone: "northamerica-northeast1-c" }],
    ["labels in other scripts", { tags: { équipe: "магазин", empty: "" } }],
    ["one letter as a name", { machineName: "a" }],
    ["an arm64 type with an image of one's own", { instanceType: "c4a-standard-4", imageId: "i" }],
    ["scopes by their short names", bucket({ serviceAccountScopes: ["storage-ro"] })],
    ["scopes for everything", bucket({ serviceAccountScopes: ["cloud-platform"] })],
    [
      "Hyperdisk for a family that may have both",
      { instanceType: "c3-standard-4", diskType: "hyperdisk-balanced" },
    ],
    ["NVMe disks from the release on that names them", nvme({ version: "4757.2.0" })],
    ["NVMe disks of the newest release", nvme({})],
  ])("%s", (_, args) => expect(issuesOf(args)).toEqual([]));
});

describe("a machine on Compute Engine", () => {
  it.each<[string, Args, string[]]>([
    [
      "an image of Azure",
      { imageId: "/subscriptions/s/images/i" },
      ["CLOUD_IMAGE_ID at $.imageId"],
    ],
    ["a zone of EC2", { zone: "eu-central-1a" }, ["CLOUD_ZONE at $.zone"]],
    ["a name that ends in a hyphen", { machineName: "web-" }, ["CLOUD_NAME at $.machineName"]],
    ["a name that is too long", { machineName: "w".repeat(64) }, ["CLOUD_NAME at $.machineName"]],
    ["a label that begins with a digit", { tags: { "1st": "a" } }, ['CLOUD_TAG at $.tags["1st"]']],
    [
      "more labels than there may be",
      { tags: Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`l${index}`, ""])) },
      ["CLOUD_TAG at $.tags"],
    ],
    [
      "a disk whose name is too long",
      { dataDisks: [{ name: "d".repeat(60), sizeGb: 10 }] },
      ["CLOUD_NAME at $.dataDisks[0].name"],
    ],
  ])("rejects %s", (_, args, expected) => expect(issuesOf(args)).toEqual(expected));

  it("warns of NVMe disks on the long-term channel, whose release may be older than their names", () => {
    expect(issuesOf(nvme({ channel: "lts" }))).toEqual([
      "warns of DATA_DISK_DEVICE at $.dataDisks",
    ]);
  });

  it.each([
    ["Web", {}, ["CLOUD_NAME at $"]],
    ["1st", {}, ["CLOUD_NAME at $"]],
    ["w".repeat(48), {}, ["CLOUD_NAME at $"]],
    ["w".repeat(47), {}, []],
    ["Web", { machineName: "web" }, []],
  ])("called %s, with %j, has wrong with its name %j", (component, args, expected) => {
    expect(issuesOf(args, component)).toEqual(expected);
  });

  it("is not said to be without what is given and not known yet", () => {
    const given = new Set(["subnetwork", "configBucket", "serviceAccountEmail", "machineName"]);
    expect(issuesOf({ ipv6: true }, "Web", given)).toEqual([]);
    const disk = { dataDisks: [{ name: "data", sizeGb: 5 }] };
    expect(issuesOf(disk, "web", new Set(["instanceType"]))).toEqual([]);
  });
});

describe("the family of", () => {
  it.each([
    ["e2-standard-4", "pd-balanced", false, false],
    ["zones/us-central1-a/machineTypes/n2-custom-4-8192", "pd-balanced", false, false],
    ["g2-standard-8", "pd-balanced", true, true],
    ["c3-standard-192-metal", "hyperdisk-balanced", true, true],
    ["c3-standard-4", "pd-balanced", true, false],
    ["n4-standard-4", "hyperdisk-balanced", true, false],
    ["m4-hypermem-16", "hyperdisk-balanced", false, false],
    ["something-else", "pd-balanced", false, false],
  ])("%s starts from %s; NVMe: %s; stays on its host: %s", (type, usualDisk, nvme, stays) => {
    expect(diskFacts(type)).toMatchObject({ usualDisk, nvme });
    expect(staysOnHost(type)).toBe(stays);
  });
});

/** A machine that reads its config from a bucket. */
function bucket(args: Args): Args {
  return {
    configBucket: "configs",
    serviceAccountEmail: "web@shop.iam.gserviceaccount.com",
    ...args,
  };
}

/** A machine with a mounted disk on NVMe. */
function nvme(args: Args): Args {
  const dataDisks = [{ name: "data", sizeGb: 10, mountPath: "/var/lib/data" }];
  return { instanceType: "c3-standard-4", dataDisks, ...args };
}
