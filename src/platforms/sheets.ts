import { aws } from "./aws.js";
import { azure } from "./azure.js";
import { baremetal } from "./baremetal.js";
import { gcp } from "./gcp.js";
import { matchbox } from "./matchbox.js";
import type { PlatformName } from "./name.js";
import { openstack } from "./openstack.js";
import type { Platform } from "./platform.js";

/** The sheet of every place. */
export const platforms = Object.freeze({
  aws,
  azure,
  gcp,
  openstack,
  baremetal,
  matchbox,
}) satisfies Readonly<Record<PlatformName, Platform>>;
