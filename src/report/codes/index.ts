import { assetCodes } from "./assets.js";
import { bmcCodes } from "./bmc.js";
import { bootCodes } from "./boot.js";
import { butaneCodes } from "./butane.js";
import { cloudCodes } from "./cloud.js";
import { composeCodes } from "./compose.js";
import { deliveryCodes } from "./delivery.js";
import { flatcarCodes } from "./flatcar.js";
import { hardwareCodes } from "./hardware.js";
import { ignitionCodes } from "./ignition.js";
import { installCodes } from "./install.js";
import { inventoryCodes } from "./inventory.js";
import { matchboxCodes } from "./matchbox.js";
import { networkCodes } from "./network.js";
import { openstackCodes } from "./openstack.js";
import { policyCodes } from "./policy.js";
import { provisionCodes } from "./provision.js";
import { pxeCodes } from "./pxe.js";

export type { IssueDoc } from "./doc.js";

/** Every issue code once, with its explanation. A code, once released, keeps its meaning. */
export const codes = Object.freeze({
  ...ignitionCodes,
  ...butaneCodes,
  ...composeCodes,
  ...bootCodes,
  ...deliveryCodes,
  ...flatcarCodes,
  ...hardwareCodes,
  ...cloudCodes,
  ...openstackCodes,
  ...pxeCodes,
  ...bmcCodes,
  ...assetCodes,
  ...networkCodes,
  ...inventoryCodes,
  ...matchboxCodes,
  ...provisionCodes,
  ...installCodes,
  ...policyCodes,
});

/** The stable name of a rule. */
export type IssueCode = keyof typeof codes;
