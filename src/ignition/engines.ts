/** How one Ignition release judges and treats configs, where releases differ. */
export interface EngineRules {
  /** Refuses a disk that removes one partition while another has no number. Gone in 2.27.0. */
  readonly refusesRemovalBesideZero: boolean;
  /** Knows the warnings about overwritten partitions, hard-link owners and template units, and the conflict of paths with units. */
  readonly knowsConflictRules: boolean;
  /** Warns about an enabled unit that holds no option at all. */
  readonly warnsAboutEmptyUnits: boolean;
  /** Warns about setuid, setgid and sticky bits at specs 3.4 and 3.5 too. */
  readonly warnsAboutSpecialBits: boolean;
  /** The disks stage fails on a partition without a number when the disk is in use. */
  readonly failsOnNumberZero: boolean;
  /** Drops the advertisement of a tang server from a 3.4.0 config. */
  readonly losesTangAdvertisement: boolean;
}

/** Table of the Ignition releases whose rules differ, by the first release of each kind. */
export type IgnitionRelease =
  | "2.14.0"
  | "2.15.0"
  | "2.19.0"
  | "2.20.0"
  | "2.22.0"
  | "2.24.0"
  | "2.26.0"
  | "2.27.0";

const v2_14: EngineRules = {
  refusesRemovalBesideZero: true,
  knowsConflictRules: false,
  warnsAboutEmptyUnits: false,
  warnsAboutSpecialBits: false,
  failsOnNumberZero: false,
  losesTangAdvertisement: false,
};
const v2_15: EngineRules = { ...v2_14, knowsConflictRules: true, warnsAboutEmptyUnits: true };
const v2_19: EngineRules = { ...v2_15, losesTangAdvertisement: true };
const v2_20: EngineRules = { ...v2_19, failsOnNumberZero: true };
const v2_22: EngineRules = { ...v2_20, warnsAboutSpecialBits: true };
const v2_27: EngineRules = { ...v2_22, refusesRemovalBesideZero: false, failsOnNumberZero: false };

/** The rules of each release; the sources are the release tags of coreos/ignition. */
export const engines: Readonly<Record<IgnitionRelease, EngineRules>> = Object.freeze({
  "2.14.0": v2_14,
  "2.15.0": v2_15,
  "2.19.0": v2_19,
  "2.20.0": v2_20,
  "2.22.0": v2_22,
  "2.24.0": v2_22,
  "2.26.0": v2_22,
  "2.27.0": v2_27,
});

/** Every rule of every release, without the warnings about defects of single releases. */
export const strictEngine: EngineRules = {
  ...v2_22,
  failsOnNumberZero: false,
  losesTangAdvertisement: false,
};
