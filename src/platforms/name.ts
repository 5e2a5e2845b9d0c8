/** The places that there are sheets for. */
export const PlatformName = {
  /** Amazon EC2. */
  Aws: "aws",
  /** Microsoft Azure. */
  Azure: "azure",
  /** Google Compute Engine. */
  Gcp: "gcp",
  /** OpenStack. */
  OpenStack: "openstack",
  /** Machines that boot over the network. */
  BareMetal: "baremetal",
  /** Machines that boot from Matchbox. */
  Matchbox: "matchbox",
} as const;

/** The places that there are sheets for. */
export type PlatformName = (typeof PlatformName)[keyof typeof PlatformName];
