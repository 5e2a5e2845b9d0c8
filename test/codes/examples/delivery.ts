import { createHash } from "node:crypto";
import { planDelivery } from "../../../src/delivery/index.js";
import type { IgnitionDocument } from "../../../src/ignition/index.js";
import type { deliveryCodes } from "../../../src/report/codes/delivery.js";
import { call, config, type Example } from "../example.js";
import { shownAs } from "../print.js";
import { hash, oneFile, url } from "./parts.js";

/** Bytes that gzip makes no smaller, as those of an archive. */
const archive = shownAs(
  'readFileSync("web.tar.gz", "base64")',
  createHash("shake256", { outputLength: 20_000 }).update("web").digest("base64"),
);

const plan = call(
  "planDelivery",
  (document: IgnitionDocument, platform: string) => planDelivery(document, platform).report,
);
const document: IgnitionDocument = { ignition: { version: "3.4.0" } };

export const deliveryExamples = {
  DELIVERY_TOO_LARGE: config(
    { platform: "aws", ...oneFile({ path: "/opt/web.tar.gz", contentsBase64: archive }) },
    { platform: "aws", ...oneFile({ path: "/opt/web.tar.gz", source: url, hash }) },
  ),
  PLATFORM_UNKNOWN: plan([document, "ec2"], [document, "aws"]),
  PLATFORM_SPEC: config(
    { platform: "matchbox", spec: "3.5.0" },
    { platform: "matchbox", spec: "3.4.0" },
  ),
  PLATFORM_KERNEL_ARGUMENTS: config(
    { platform: "baremetal", kernelArguments: { shouldExist: ["quiet"] } },
    { platform: "aws", kernelArguments: { shouldExist: ["quiet"] } },
  ),
} satisfies Record<keyof typeof deliveryCodes, Example>;
