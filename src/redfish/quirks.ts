import type { SystemFacts } from "./system.js";

/** Where a maker's BMCs want other words than the standard asks for. */
export interface Quirk {
  readonly name: string;
  readonly manufacturer: RegExp;
  /** Models that are meant; all of them when left out. */
  readonly model?: RegExp;
  /** Redfish versions that are meant; all of them when left out. */
  readonly redfishVersion?: RegExp;
  /** Whether an override has to name the boot mode although it does not change. */
  readonly repeatsMode?: true;
  /** The source that an override has to name when it is turned off. */
  readonly offTarget?: string;
}

/**
 * All that is known of makers. What holds for any BMC is not here but in the code: a missing list of values means that
 * all may be tried, the override is written to the settings resource where there is one (AMI: DMTF/Redfish-Tacklebox#144,
 * openstack/sushy `set_system_boot_options`), lists of resets may be in an ActionInfo (OpenBMC's bmcweb), `If-Match` is
 * sent with a PATCH and taken back by steps (see `change`), never with an action (iDRAC: ironcore-dev/metal-operator#1015).
 * The mode is not sent to others: HPE refuses it (ansible-collections/community.general#3509), and so do Dell's older
 * ones (#5091).
 */
const quirks: readonly Quirk[] = Object.freeze([
  {
    // Falls back to its default mode when the override does not name one: DMTF/Redfishtool#106.
    name: "Supermicro",
    manufacturer: /^super\s?micro/i,
    repeatsMode: true,
  },
  {
    // Wants mode, source and duration together: openstack/ironic, VENDORS_REQUIRING_FULL_BOOT_REQUEST.
    name: "AMI MegaRAC",
    manufacturer: /^(?:american megatrends|ami\b|asrock\s?rack)/i,
    repeatsMode: true,
  },
  {
    // Refuses None as the source of an override that is off: ironcore-dev/metal-operator#998.
    name: "HPE iLO",
    manufacturer: /^(?:hpe?\b|hewlett)/i,
    offTarget: "Pxe",
  },
] satisfies Quirk[]);

/** What is known of the maker of a system. */
export function quirksOf(facts: SystemFacts): Omit<Quirk, "name" | "manufacturer"> {
  const { manufacturer = "", model = "", redfishVersion = "" } = facts;
  return (
    quirks.find(
      (quirk) =>
        quirk.manufacturer.test(manufacturer) &&
        (quirk.model?.test(model) ?? true) &&
        (quirk.redfishVersion?.test(redfishVersion) ?? true),
    ) ?? {}
  );
}
