import type { IssueCode } from "../../../src/report/index.js";
import type { Example } from "../example.js";
import { assetExamples } from "./assets.js";
import { bmcExamples } from "./bmc.js";
import { bootExamples } from "./boot.js";
import { butaneExamples } from "./butane.js";
import { cloudExamples } from "./cloud.js";
import { composeExamples } from "./compose.js";
import { deliveryExamples } from "./delivery.js";
import { flatcarExamples } from "./flatcar.js";
import { hardwareExamples } from "./hardware.js";
import { ignitionExamples } from "./ignition.js";
import { installExamples } from "./install.js";
import { inventoryExamples } from "./inventory.js";
import { matchboxExamples } from "./matchbox.js";
import { networkExamples } from "./network.js";
import { openstackExamples } from "./openstack.js";
import { policyExamples } from "./policy.js";
import { provisionExamples } from "./provision.js";
import { pxeExamples } from "./pxe.js";

/** A part of the catalogue as the page shows it. */
export interface Chapter {
  readonly title: string;
  readonly examples: Readonly<Partial<Record<IssueCode, Example>>>;
}

/** Every code once, in the order of the page. */
export const chapters: readonly Chapter[] = [
  { title: "Ignition: what the machine's own reader refuses", examples: ignitionExamples },
  { title: "Butane documents", examples: butaneExamples },
  { title: "Typed sections and parts put together", examples: composeExamples },
  { title: "Boot: what Ignition accepts and the machine does not", examples: bootExamples },
  { title: "User data and platforms", examples: deliveryExamples },
  { title: "Channels, releases and hostnames", examples: flatcarExamples },
  { title: "Hardware", examples: hardwareExamples },
  { title: "Machines in clouds", examples: cloudExamples },
  { title: "Machines and images on OpenStack", examples: openstackExamples },
  { title: "Network boot", examples: pxeExamples },
  { title: "Power: a machine's BMC", examples: bmcExamples },
  { title: "Memory, root disk, installed disk", examples: installExamples },
  { title: "Boot assets", examples: assetExamples },
  { title: "A machine's network", examples: networkExamples },
  { title: "Inventories", examples: inventoryExamples },
  { title: "Matchbox", examples: matchboxExamples },
  { title: "From power off to ready", examples: provisionExamples },
  { title: "Policies", examples: policyExamples },
];
