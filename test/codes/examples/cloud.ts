import type * as pulumi from "@pulumi/pulumi";
import { checkMachine } from "../../../src/aws/check.js";
import type { DataDiskArgs } from "../../../src/machine/index.js";
import type { cloudCodes } from "../../../src/report/codes/cloud.js";
import {
  awsMachine,
  awsMachineIn,
  azureMachine,
  type Example,
  gcpMachine,
  kind,
} from "../example.js";

const govCloud = { region: "us-gov-west-1", partition: "aws-us-gov" };
const data = { name: "data", sizeGb: 100, mountPath: "/var/lib/data" };
const inZone = (...dataDisks: pulumi.Unwrap<DataDiskArgs>[]) => ({
  availabilityZone: "eu-central-1a",
  dataDisks,
});
const disksOfMachine = kind<number>((length) => {
  const disk = (index: number) => ({ name: `disk-${index}`, sizeGb: 100 });
  return {
    language: "ts",
    text: `new AwsInstance("web", {
  availabilityZone: "eu-central-1a",
  dataDisks: Array.from({ length: ${length} }, (_, index) => ({ name: \`disk-\${index}\`, sizeGb: 100 })),
});`,
    report: checkMachine(inZone(...Array.from({ length }, (_, index) => disk(index))), false),
  };
});
const https = { name: "https", port: 443, source: "0.0.0.0/0" };

export const cloudExamples = {
  CLOUD_NO_IMAGE: awsMachineIn(
    { ...govCloud, args: { channel: "stable" } },
    { ...govCloud, args: { imageId: "ami-0123456789abcdef0" } },
  ),
  CLOUD_IMAGE_ID: awsMachine(
    { imageId: "Flatcar-stable-4593.2.5-hvm" },
    { imageId: "ami-0123456789abcdef0" },
  ),
  CLOUD_NETWORK: azureMachine({ subnetId: undefined }, {}),
  CLOUD_SSH_KEY: azureMachine(
    { sshAuthorizedKeys: ["ecdsa-sha2-nistp256 AAAA you@example.com"] },
    {
      sshAuthorizedKeys: [
        "ecdsa-sha2-nistp256 AAAA you@example.com",
        "ssh-ed25519 AAAA you@example.com",
      ],
    },
  ),
  CLOUD_ZONE: awsMachine(
    { availabilityZone: "eu-central-1" },
    { availabilityZone: "eu-central-1a" },
  ),
  CLOUD_SECURE_BOOT: awsMachine({ secureBoot: true }, { secureBoot: false }),
  CLOUD_CONFIDENTIAL: awsMachine({ confidential: true }, { confidential: false }),
  DATA_DISK_NAME: awsMachine(inZone({ ...data, name: "Data" }), inZone(data)),
  DATA_DISK_SIZE: awsMachine(inZone({ ...data, sizeGb: 0.5 }), inZone({ ...data, sizeGb: 1 })),
  DATA_DISK_FORMAT: awsMachine(
    inZone({ name: "data", sizeGb: 100, format: "xfs" }),
    inZone({ ...data, format: "xfs" }),
  ),
  DATA_DISK_MOUNT: awsMachine(inZone({ ...data, mountPath: "/usr/local" }), inZone(data)),
  DATA_DISK_ZONE: awsMachine({ dataDisks: [data] }, inZone(data)),
  DATA_DISK_COUNT: disksOfMachine(22, 21),
  DATA_DISK_DEVICE: awsMachine(
    { ...inZone(data), instanceType: "m4.xlarge" },
    { ...inZone(data), instanceType: "m7i.xlarge" },
  ),
  CLOUD_NAME: gcpMachine({ machineName: "Web_1" }, { machineName: "web-1" }),
  CLOUD_TAG: gcpMachine({ tags: { Team: "shop" } }, { tags: { team: "shop" } }),
  CLOUD_DISK_TYPE: gcpMachine(
    { instanceType: "n4-standard-4", diskType: "pd-balanced" },
    { instanceType: "n4-standard-4" },
  ),
  CLOUD_IPV6: gcpMachine({ ipv6: true }, { ipv6: true, subnetwork: "dual-stack" }),
  CLOUD_IDENTITY: gcpMachine(
    { serviceAccountScopes: ["cloud-platform"] },
    {
      serviceAccountScopes: ["cloud-platform"],
      serviceAccountEmail: "web@shop.iam.gserviceaccount.com",
    },
  ),
  CLOUD_CONFIG_STORE: gcpMachine(
    { configBucket: "configs" },
    { configBucket: "configs", serviceAccountEmail: "web@shop.iam.gserviceaccount.com" },
  ),
  INGRESS_NAME: awsMachine(
    { ingress: [https, { ...https, port: 8443 }] },
    { ingress: [https, { ...https, name: "admin", port: 8443 }] },
  ),
  INGRESS_PORT: awsMachine(
    { ingress: [{ ...https, port: 44_300, toPort: 443 }] },
    { ingress: [{ ...https, port: 443, toPort: 44_300 }] },
  ),
  INGRESS_SOURCE: awsMachine(
    { ingress: [{ name: "ssh", port: 22, source: "192.0.2.7" }] },
    { ingress: [{ name: "ssh", port: 22, source: "192.0.2.7/32" }] },
  ),
} satisfies Record<keyof typeof cloudCodes, Example>;
