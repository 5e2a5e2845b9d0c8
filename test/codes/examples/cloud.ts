import type { cloudCodes } from "../../../src/report/codes/cloud.js";
import { awsMachine, awsMachineIn, type Example } from "../example.js";

const govCloud = { region: "us-gov-west-1", partition: "aws-us-gov" };
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
  CLOUD_ZONE: awsMachine(
    { availabilityZone: "eu-central-1" },
    { availabilityZone: "eu-central-1a" },
  ),
  CLOUD_SECURE_BOOT: awsMachine({ secureBoot: true }, { secureBoot: false }),
  CLOUD_CONFIDENTIAL: awsMachine({ confidential: true }, { confidential: false }),
  DATA_DISK_NAME: awsMachine(
    { dataDisks: [{ name: "Data", sizeGb: 100 }] },
    { dataDisks: [{ name: "data", sizeGb: 100 }] },
  ),
  DATA_DISK_SIZE: awsMachine(
    { dataDisks: [{ name: "data", sizeGb: 0.5 }] },
    { dataDisks: [{ name: "data", sizeGb: 1 }] },
  ),
  DATA_DISK_FORMAT: awsMachine(
    { dataDisks: [{ name: "data", sizeGb: 100, format: "xfs" }] },
    { dataDisks: [{ name: "data", sizeGb: 100, format: "xfs", mountPath: "/var/lib/data" }] },
  ),
  DATA_DISK_MOUNT: awsMachine(
    { dataDisks: [{ name: "data", sizeGb: 100, mountPath: "/usr/local" }] },
    { dataDisks: [{ name: "data", sizeGb: 100, mountPath: "/var/lib/data" }] },
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
